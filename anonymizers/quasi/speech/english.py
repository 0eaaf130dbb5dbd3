"""How ties to a person are spoken in English. Compiled by hand for this project."""

from anonymizers.quasi.speech.words import Speech

_KIN = (
    r"(?:(?:great |grand|step ?|half |god)?(?:mum|mom|mam|mother|dad|father|son|daughter|child"
    r"|children|kids?|parents?"
    r"|sister|brother|ma|pa|mummy|daddy)s?|husband|wife|partner|fiancee?|boyfriend|girlfriend|ex|nan|nanna|nana|gran"
    r"|granny|grandma|grandad|granddad|grandpa|grandson|granddaughter|grandkids|grandchild(?:ren)?"
    r"|aunt(?:ie|y)?|uncle"
    r"|cousin|niece|nephew|friend|mate|pal|neighbou?r|colleague|boss|manager|flatmate|housemate|lad"
    r"|lass|boy|girl|baby"
    r"|toddler|teenager|twins?|eldest|youngest|oldest|family|families|middle one|little one|other half"
    r"|missus|hubby|carer|in laws?"
    r"|(?:mother|father|sister|brother|son|daughter) in law)"
)
_SUBJECT = rf"(?:i|he|she|who|we|(?:my|his|her|our|their|the|your)(?: [a-z]+)?(?: [a-z]+)? {_KIN}|{_KIN})"
_SOFT = (
    r"(?:a|an|the|my|his|her|their|our|some|this|that|these|those|got|really|quite|very|pretty|rather|bit|of|touch|also|now"
    r"|actually|both|still|just|like|sort|kind|been|being|having|had|have|bad|terrible|awful|horrible|mild|mildly"
    r"|severe|severely|serious|slight|slightly|chronic|acute|early|onset|late|stage|type|one|two|three|four|1|2|3|4"
    r"|you|know|sadly|unfortunately|basically|technically|totally|completely|profoundly|partially|clinically|legally"
    r"|registered|officially|heavily|currently|already|so|always|never|not|suddenly|what|they|call|called|condition"
    r"|lot|lots|another|second|first|new|old|little|big|small|right|left|even|either|proper|fairly|lifelong|long"
    r"|term|practising|practicing|devout|lapsed|strict|committed|lifelong|proud|openly|raised|brought|up|born|to"
    r"|months?|weeks?|five|six|seven|eight|nine|as|well|only|high|functioning|recently|newly|suspected|undiagnosed"
    r"|diagnosed|with|temporarily|permanently|nearly|almost|since|obviously|probably|basically|hopefully)"
)
ENGLISH = Speech(
    kin=_KIN,
    be=(
        rf"(?:i'?m|i am|i was|i'?ve been|s?he'?s|s?he (?:is|was|had been|became)|they'?re|we'?re|we are|who'?s"
        rf"|who (?:is|was|are)|{_SUBJECT} (?:is|are|was|were|has been|have been|went|going|became|got"
        rf"|came out|identif(?:y|ies))"
        rf"|{_KIN}'s|{_KIN}s|as a|as an|being|born|registered|i went|i got|classed as|because i'?m"
        rf"|you'?re|you are"
        r"|raised|brought up|grew up|came out|identify|converted)"
    ),
    own=rf"(?:my|his|her|their|our|your|(?!(?:it|that|there|what|here|where|let|how|today)')[a-z]+'s|{_KIN}s)",
    have=(
        r"(?:have|has|had|having|i'?ve|'ve|ve|i'd|s?he'?d|s?he's|'s|gets?|getting|got|suffer(?:s|ed"
        r"|ing)?(?: from| with)?"
        r"|liv(?:e|es|ed|ing) with|cop(?:e|es|ed|ing) with|struggl(?:e|es|ed|ing) with|battl(?:e|es|ed|ing)(?: with)?"
        r"|fought|fighting|survived|diagnosed(?: [a-z]+)? (?:with|as)|diagnosis (?:of|is|was)|recover(?:ed"
        r"|ing|s)? from"
        r"|treat(?:ed|ing)(?: (?:me|him|her))? for|treatment for|waiting list for|list for|(?:dying|died"
        r"|dies) (?:of|from)|lost [a-z]+(?: [a-z]+)? to"
        r"|born with|caught|develop(?:ed|s)?|contracted|going through|went through|gone through|been through"
        r"|under(?:went|going)|needs?|needed|prone to|registered|waiting for|off (?:sick|work) with|signed "
        r"off(?: work)? with"
        r"|in hospital with|(?:am|is|was|be|'m|'re|are|were|been) (?:recovering|suffering) from|laid up with|cured of"
        rf"|in remission from|{_KIN} with|(?:me|him|her|us|one) with|i also have|complications (?:from|of)"
        r"|runs? in (?:the|my|our) family|lost|gave birth|expecting|carrying|she's on|tested positive for)"
    ),
    since=(
        r"(?:since|after|before|because of|due to|during|following|until|thanks to|with(?: all)? (?:the|my"
        r"|his|her|their|our|me|having)|through (?:the|my|his|her))"
    ),
    take=(
        r"(?:takes?|taking|took|taken|prescribed(?: me| him| her)?|inject(?:s|ed|ing)?|uses?|using|used"
        r"|wears?|wearing|wore"
        r"|need(?:s|ed)?|put (?:me|him|her) (?:back )?on|(?:come|came|coming|been|am|is|was|be|are|were|'m"
        r"|[a-z]+'s|'re|i'm|she's"
        r"|he's|im|shes|hes|being|went|go|going|gone|still|now|stay(?:ed|ing)?|live|started|starting|straight|back) "
        r"(?:back )?(?:on|off|in|having)|started(?: me| him| her)?(?: on)?|prescription for|dose of"
        r"|order(?:ed|ing)? (?:my|his|her)"
        r"|pick(?:ed|ing)? up (?:my|his|her)|with(?: a| my| his| her)|gets? (?:round|around|about) (?:in"
        r"|on|with)|relies on|rely on"
        r"|claims?|claiming|receiv(?:e|es|ed|ing)|gets?|getting|got|having|has|have|had)"
    ),
    go=(
        r"(?:go(?:es)?|going|went|been|get|attend(?:s|ed|ing)?|worship(?:s|ped|ping)?|pray(?:s|ed|ing)?"
        r"|belong(?:s|ed)?"
        r"|volunteer(?:s|ed|ing)?|help(?:s|ed|ing)? out|sing(?:s|ing)?|serv(?:e|es|ed|ing)|preach(?:es|ed"
        r"|ing)?|active|involved"
        r"|member|members|join(?:ed|ing)?|every sunday|every friday|on sundays|on fridays|married|after"
        r"|before|between)"
    ),
    soft=_SOFT,
    nobody=(
        r"(?:people|users?|anyone|anybody"
        r"|someone|somebody|everyone|everybody|those(?= who| with| living)|folks?|customers?"
        r"|patients?|persons?|adults"
        r"|visitors|participants|respondents|charity|app|apps|page|pages|section|article|articles|advert"
        r"|ads?|story|film|book"
        r"|podcast|documentary|awareness|leaflet|campaign|research|cure|information|info|advice|money|help"
        r"|helps|helping"
        r"|it|which|that|button|buttons|link|links|site|website|banner|option|options|survey|form|forms"
        r"|question|questions"
        r"|screen|icon|field|fields|category|categories|topic|topics|news|series|programme|show|shows|says"
        r"|said|about|called)"
    ),
    asked=(
        r"(?:if (?:you|i|he|she|they|someone|people)|do you|does (?:he|she|anyone)|whether|have you "
        r"(?:ever|got)|are you|should you|like if|imagine|suppose|pretend)"
    ),
    no=(
        r"(?:don't|dont|doesn't|doesnt|didn't|didnt|haven't|havent|hasn't|hasnt|not|never|no|without|isn't"
        r"|isnt|wasn't|wasnt|ain't|nor|aren't|arent)"
    ),
)
