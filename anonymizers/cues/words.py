"""What people say just before a name, in each language. Compiled by hand for this project."""

from dataclasses import dataclass

from anonymizers.wordlists import word_set


@dataclass(frozen=True)
class CueWords:
    """Alternatives for a regular expression, in lower case.

    `introductions` are followed by a name and by nothing else; `titles` stand before a family name; `ties` name a
    person close to the speaker; `hails` and `greetings` may be followed by a name, hails more likely; `speaking` are
    verbs that a name is the subject of.
    """

    introductions: str
    titles: str
    ties: str
    called: str
    hails: str
    greetings: str
    speaking: str


CUE_WORDS: dict[str, CueWords] = {
    "en": CueWords(
        introductions=(
            r"(?:my|the|his|her|their|our|whose) (?:full |first |last |middle |sur|maiden |given |family "
            r"|christian |nick)?"
            r"name(?: is|'s| was)(?: actually| just| spelled| spelt)?|name's|i am called|i'm called"
            r"|they call me|everyone calls me"
            r"|everybody calls me|people call me|you can call me|just call me|please call me|call me|i go by|goes by"
            r"|speaking to|speaking with|spoke to|spoke with|signed by|yours sincerely|kind regards"
            r"|best regards|i'm doctor|ask for|asked for|asking for|goes by the name of"
            r"|(?:a|some|this|the) (?:lad|bloke|chap|fella|guy|girl|boy|man|woman|lady|colleague|friend|nurse) "
            r"(?:called|named)|(?:someone|somebody) called"
        ),
        titles=(
            r"mr|mrs|ms|mx|dr|doctor|prof|professor|sister|father|auntie|aunty|uncle|nurse|sir|dame|lord|lady"
            r"|miss|mister|missus"
        ),
        ties=(
            r"(?:my|our|his|her|their|your|the) (?:own |older |elder |younger |little |big |eldest |youngest "
            r"|best |late |ex |ex-"
            r"|old |new |line |good |other |twin |step |step-|half-|former |first |second )*"
            r"(?:sister|brother|husband|wife|partner|fianc[eé]e?|son|daughter|mum|mom|mam|mother|dad|father"
            r"|boss|manager"
            r"|supervisor|colleague|coworker|co-worker|teammate|friend|mate|neighbou?r|aunt|auntie|uncle"
            r"|cousin|niece|nephew"
            r"|girlfriend|boyfriend|flatmate|housemate|roommate|grandson|granddaughter|grandma|grandpa"
            r"|granddad|gran|nan"
            r"|nana|boy|girl|kid|baby|dog|cat|teacher|tutor|nurse|doctor|gp|carer|caregiver|therapist"
            r"|landlord|landlady|boss"
            r"|assistant|accountant|lawyer|solicitor|agent|adviser|advisor|client|ex|other half|mother-in-law"
            r"|father-in-law"
            r"|sister-in-law|brother-in-law|son-in-law|daughter-in-law|stepson|stepdaughter|guy|lady|woman"
            r"|man|person)"
        ),
        called=r"(?:is |was |'s )?(?:called|named)|whose name is|'s name is|'s name's|name of",
        hails=(
            r"i'm|i am|hi|hi there|hello|hello there|hey|hey there|thanks|thanks again|thank you"
            r"|thank you so much|thanks a lot"
            r"|cheers|dear|bye|goodbye|welcome|good morning|good afternoon|good evening|nice to meet you"
            r"|morning|afternoon"
        ),
        greetings=(
            r"this is|that's|that is|here is|here's|okay|ok|right|so|well|sorry|ask|asked|asking"
            r"|tell|told|telling|with|and|from|for|to|by|met|texted|emailed|messaged|ring|rang|called|call"
            r"|named|says|said|like|love|regards"
        ),
        speaking=(
            r"said|says|told|tells|asked|asks|thinks|thought|wants|wanted|uses|used|showed|shows|explained"
            r"|suggested|mentioned"
            r"|recommended|called|rang|texted|emailed|likes|liked|loves|hates|works|worked|lives|lived|helped"
            r"|clicked|tried"
            r"|from|who|and i|and me|was saying|was like|is like|has|had|did|does|is my|was my|is the|is a"
        ),
    ),
    "fr": CueWords(
        introductions=(
            r"je m'appelle|moi c'est|mon (?:pr[eé]nom|nom)(?: de famille| complet)?(?: c'est| est)"
            r"|on m'appelle|appelez-moi"
            r"|appelle-moi|tu peux m'appeler|vous pouvez m'appeler|il s'appelle|elle s'appelle|qui s'appelle"
            r"|s'appelle|je me nomme"
            r"|se nomme|cordialement|bien à vous|s'appelait|qui s'appelait"
            r"|(?:un|une) (?:certain|certaine|dénommé|dénommée)"
            r"|demandez|demandez à parler à"
        ),
        titles=(
            r"m\.|mr|mme|mlle|monsieur|madame|mademoiselle|docteur|dr|maître|professeur|pr|tante|tonton|tata"
            r"|oncle"
        ),
        ties=(
            r"(?:mon|ma|notre|son|sa|leur|ton|ta|votre) (?:petite? |grande? |jeune |meilleure? |ex-|beau-"
            r"|belle-|vieille |vieux |ancienne? )*"
            r"(?:s[oœ]e?ur|frère|mari|femme|épouse|époux|conjointe?|compagnon|compagne|partenaire|fils|fille"
            r"|mère|père|maman"
            r"|papa|chef|cheffe|patron|patronne|responsable|manager|collègue|amie?|copain|copine|pote"
            r"|voisine?|tante|oncle"
            r"|cousine?|nièce|neveu|grand-mère|grand-père|mamie|papi|petit-fils|petite-fille|chien|chat|bébé"
            r"|ex|médecin"
            r"|docteur|prof|professeur|colocataire|coloc|assistante?|comptable|avocate?|propriétaire)"
        ),
        called=r"s'appelle|qui s'appelle|nommée?|appelée?|prénommée?",
        hails=r"moi,? c'est|bonjour|bonsoir|salut|coucou|merci|merci beaucoup|au revoir|bienvenue|chère?|enchantée?",
        greetings=(
            r"c'est|je suis|ici|avec|chez|et|pour|à"
            r"|de la part de|demandé à|demande à|demander à|dit à|d'accord|allô|oui|non|par"
        ),
        speaking=(
            r"dit|disait|a dit|m'a|pense|pensait|voulait|veut|utilise|adore|aime|habite|travaille|était|a"
            r"|avait|est mon|est ma|et moi"
        ),
    ),
    "de": CueWords(
        introductions=(
            r"ich hei(?:ß|ss)e|mein (?:voller |ganzer )?(?:name|vorname|nachname) (?:ist|lautet)|ich werde"
            r"|man nennt mich|nennen sie mich"
            r"|nenn mich|du kannst mich|sie können mich|(?:er|sie|der|die|das) hei(?:ß|ss)t|hei(?:ß|ss)t|namens"
            r"|(?:ein gewisser|eine gewisse|zeuge war|zeugin war)"
            r"|mit freundlichen grüßen|viele grüße|liebe grüße|lg"
        ),
        titles=r"herrn?|frau|fräulein|doktor|dr\.?|professor|prof\.?|tante|onkel|schwester|oma|opa",
        ties=(
            r"(?:mein|meine|meiner|meinem|meinen|unser|unsere|unserem|unserer|sein|seine|seiner|seinem|ihr"
            r"|ihre|ihrer|ihrem|dein|deine)"
            r" (?:große |kleine |ältere |jüngere |großer |kleiner |älterer |jüngerer |beste |bester |gute "
            r"|guter |alte |alter |liebe "
            r"|lieber |ex-|neue |neuer )*"
            r"(?:schwester|bruder|mann|frau|partner(?:in)?|lebensgefährt(?:e|in)|sohn|tochter|mutter|vater"
            r"|mama|papa|mutti|vati|chef"
            r"|chefin|vorgesetzter?|kolleg(?:e|in|en)|freund(?:in)?|kumpel|nachbar(?:in|n)?|tante|onkel"
            r"|cousine?|nichte|neffen?"
            r"|oma|opa|großmutter|großvater|enkel(?:in)?|hund|katze|baby|ex|arzt|ärztin|hausarzt"
            r"|lehrer(?:in)?|mitbewohner(?:in)?"
            r"|assistent(?:in)?|steuerberater(?:in)?|anwalt|anwältin|vermieter(?:in)?|schwager|schwägerin"
            r"|schwiegermutter"
            r"|schwiegervater|schwiegersohn|schwiegertochter|verlobte[rn]?|berater(?:in)?|installateur)"
        ),
        called=r"hei(?:ß|ss)t|der hei(?:ß|ss)t|die hei(?:ß|ss)t|namens|genannt",
        hails=(
            r"ich bin(?: die| der)?|hier ist|hier spricht|hallo|hi|hey|servus|moin|guten tag|guten morgen"
            r"|guten abend|grüß gott"
            r"|danke|vielen dank|dankeschön|tschüss|willkommen|liebe[rn]?"
        ),
        greetings=(
            r"das ist(?: die| der)?|mit|von|bei|für|und|die|der|den|dem|frag|fragen|frage"
        ),
        speaking=(
            r"sagt|sagte|meint|meinte|hat|hatte|fragt|fragte|findet|fand|wollte|will|nutzt|benutzt|arbeitet"
            r"|wohnt|und ich|ist mein|ist meine"
        ),
    ),
    "es": CueWords(
        introductions=(
            r"me llamo|mi (?:nombre|apellido)(?: completo| de pila)? es|ll[aá]m[ae]me|me llaman"
            r"|pueden llamarme|puedes llamarme"
            r"|se llama|que se llama|se llamaba|que se llamaba|un tal|una tal|pregunte por|pregunten por|pregunta por"
            r"|de nombre|un saludo|saludos|atentamente"
        ),
        titles=r"señora?|señorita|sra?\.?|srta\.?|don|doña|doctora?|dra?\.?|profesora?|tía|tío",
        ties=(
            r"(?:mi|nuestr[oa]|su|tu|vuestr[oa]) (?:mejor |antigu[oa] |ex |ex-|querid[oa] |viej[oa] |nuev[oa] )*"
            r"(?:herman[oa]|marido|mujer|espos[oa]|pareja|hij[oa]|madre|padre|mamá|papá|jef[ea]"
            r"|compañer[oa](?: de trabajo| de piso)?"
            r"|amig[oa]|vecin[oa]|tía|tío|prim[oa]|sobrin[oa]|abuel[oa]|niet[oa]|novi[oa]|perr[oa]|gat[oa]"
            r"|bebé|ex|médic[oa]|doctora?"
            r"|profesora?|cuñad[oa]|suegr[oa]|yerno|nuera|responsable|encargad[oa]|asistente|gestora?"
            r"|abogad[oa]|caser[oa])"
            r"(?: mayor| menor| pequeñ[oa]| peque)?"
        ),
        called=r"se llama|que se llama|llamad[oa]",
        hails=(
            r"soy|yo soy|habla|hola|buenos días|buenas tardes|buenas noches|buenas|gracias|muchas gracias"
            r"|adiós|bienvenid[oa]"
            r"|querid[oa]|encantad[oa]"
        ),
        greetings=(
            r"este es|esta es|con|a|de parte de|y|para|por|pregúntale a|pregunta a|dile a"
        ),
        speaking=(
            r"dijo|dice|decía|me dijo|me dice|piensa|pensaba|quería|quiere|usa|usaba|vive|trabaja|tiene|tenía"
            r"|es mi|era mi|y yo"
        ),
    ),
}  # fmt: skip

NEVER = {
    "en": word_set(
        """
        rich precious sunny happy may miles victory summer autumn art early earnest noble angel star dash candy cherry
        crystal christian pat bill chase joy hope charity patience mercy faith destiny harmony melody prince king duke
        april june august buck bud cliff wade drew chip blessing miracle sterling ace lance skip jet will
        """
    ),
    "fr": word_set("malin juste clair franc prudent fleur serge constant martial jade prudence ange désiré"),
    "de": word_set("lupe mark wolf max klein lang jung braun schwarz groß weiß kurz stark stolz reich ernst"),
    "es": word_set("sol paz luz alma alegría gracia soledad domingo máximo salvador clara linda vera blanca"),
}
"""First names that are plain words so often that in lower case a tie or a loose greeting does not make them names."""
