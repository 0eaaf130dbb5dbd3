"""How an age is said, in each language: patterns over the text of a `View`. Compiled by hand for this project."""

from dataclasses import dataclass

from anonymizers.quasi.speech import SPEECH

_EN_KIN, _FR_KIN, _DE_KIN, _ES_KIN = (SPEECH[language].kin for language in ("en", "fr", "de", "es"))


@dataclass(frozen=True)
class AgeWords:
    """Alternatives before and behind a number.

    `old` behind it makes it an age alone; `years` needs one of `before_years`. After `grown` a bare number from 13 to
    99 is one, after `child` any. `measure` behind it makes it something else, and so does `thing` before it. `birthday`
    stands behind an ordinal. `asked` is a question that the next number answers, `asked_child` one about children.
    `both` are pairs around a bare number, `late` such from 26 on, `small` one from 2 to 12.
    """

    old: str
    years: str
    before_years: str
    grown: str
    child: str
    measure: str
    thing: str
    birthday: str
    asked: str
    asked_child: str
    both: tuple[tuple[str, str], ...]
    links: str
    late: tuple[tuple[str, str], ...] = ()
    small: tuple[str, str] = ("(?!)", "(?!)")


_EN_ADVERB = (
    r"(?:(?:now|just|only|about|nearly|almost|already|like|actually|currently|turning|coming up(?: to| "
    r"on)?|around|probably|going on|still|rising"
    r"|well|what|both|be|to be|gonna be|going to be|pushing|approaching|hitting|getting on for|all of|not far off"
    r"|well over|i think|you know|say|so|um"
    r"|a young|a ripe old|ripe old|exactly|in fact|obviously|literally|of course|i'm|she's|he's),? )*"
)
_EN_PERSON = (
    rf"(?:my|our|his|her|their|your|the)(?: (?!screen|page|phone)[a-z]+){{0,2}} (?:{_EN_KIN}|elder"
    rf"|younger|older|oldest|other one|first one|second one|one)"
)
_EN = AgeWords(
    old=(
        r" (?:and a (?:half|bit) )?(?:years? old|years? olds|yrs? old|y o|yo|yr olds?|years? of age|years "
        r"young|months? old|weeks? old|month olds?)"
    ),
    years=(
        r" (?:years?|yrs?)(?! ago| of (?!age)| in| with| at| on| now| since| later| before| from| and| to| "
        r"deal| contract)"
    ),
    before_years=r"(?:aged|age of|age)",
    grown=(
        rf"(?:i'?m|i am|s?he'?s|s?he (?:is|was|will be)|s?he'?ll be|who'?s|who (?:is|was)|you'?re|you "
        rf"(?:are|were)|i was|i'?ll be|i will be"
        rf"|(?:i(?:'ve)? )?(?:just |recently )?turned|i turn|(?:s?he|who|{_EN_KIN})(?: just| only)? "
        rf"(?:turns|turned|hits|hit)|turning|aged|ages|age of|at age|my age is|age is|age was|age"
        rf"|retired? at|got married at|left school at|died at|(?:in (?:my|his|her)(?: early| mid| late)?|early|mid|late) "
        rf"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|[a-z]+ odd|[a-z]+ "
        rf"ish|[a-z]+'s only|we'?re (?:both )|being|be|reach(?:ed|ing)?(?: the age of)?),? {_EN_ADVERB}"
    ),
    child=(
        rf"(?:{_EN_PERSON}(?: [a-z]+)?,?(?:'s| is| was| are| will be|'ll be| turns?| turned| just turned| "
        rf"who is| who's| who are| they're| he's| she's| they are)"
        rf"|(?:sons?|daughters?|boys?|girls?|kids?|child|children|baby|twins|toddler|grandson|granddaughter"
        rf"|nephew|niece|lad|lass|brother|sister) of|{_EN_KIN}(?:'s| is| are| aged| ages|, aged|, they're|, "
        rf"she's|, he's| who'?s| who is| who are| was)|(?:kids|children|boys|girls|sons|daughters|twins"
        rf"|grandkids|grandchildren|grandsons|granddaughters)(?:, (?:who are )?| are| they're| they are)"
        rf"|(?:man|woman|lady|guy|girl|boy|lad|person|someone|child|gentleman|pensioner) (?:of|aged)|aged"
        rf"|ages|age) ?{_EN_ADVERB}"
    ),
    measure=(
        r" (?:per ?cent|percent|minutes?|mins?|seconds?|secs?|hours?|days?|weeks?|months?(?! old)|miles?"
        r"|met(?:er|re)s?|feet|foot|inch\w*|km|kilomet\w+|kilos?|kg|pounds?"
        r"|quid|pence|p|euros?|dollars?|bucks|stone|out of|st|nd|rd|th|am|pm|o'clock|clicks?|steps?"
        r"|points?|questions?|people|times|pages?|hundred|thousand|million|grand|or|to|over"
        r"|behind|ahead|percentile|degrees|of|in the queue|in line|items?|things?|each|per|a month|a week"
        r"|a day|a year|stars?|minus|past|quarter|half past|k|gb|mb|g|megs?|bits?|tabs?|apps?|e?mails?"
        r"|notifications?|years(?! old| of age| young)|year (?:contract|fixed|deal)|fifty|for|with|pro"
        r"|plus|max|mini|down|across|versions?)"
        r"|, ?\d|\. \d"
    ),
    thing=(
        r"(?:it'?s|it is|it was|its|that'?s|that is|phone|laptop|car|boiler|house|account|tv|tablet"
        r"|computer|building|machine|app|printer|router|ipad|iphone|samsung|mac|company|firm|business|flat"
        r"|this one'?s|website|dog|cat|kettle|fridge|model|is about|page|level|step|section|galaxy|windows"
        r"|version|option|question|number|row|slide|item|group|screen|tier|band|zone|platform|channel"
        r"|chapter|series|season|episode|episodes|bus|gate|terminal|room|flat|unit) (?:is |was |'s "
        r")?(?:about |like |nearly |only |just )?"
    ),
    birthday=r" (?:next )?(?:birthday|bday|birthdays)",
    asked=(
        r"(?:(?<!at )(?<!of )(?<!people )(?:your|his|her|their) age(?! group| range| band| bracket)|how "
        r"old (?:(?:are|is|was|were|would) (?:you|he|she|they)|(?:you|he|she|they) (?:are|is))|what age "
        r"are you|how old are we talking)"
    ),
    asked_child=(
        r"(?:how old (?:are|is|was|were) (?:your|the|his|her|their) (?:[a-z]+ )?(?:kids?|children|child"
        r"|boys?|girls?|baby|sons?|daughters?|husband|wife|partner|mum|mother|dad|father|sister|brother"
        r"|grandchildren|twins|little one|youngest|eldest)"
        r"|what ages are (?:they|your kids|the kids|the children)|(?:kids|children|their) ages)"
    ),
    both=(
        (
            (
                r"(?:two|three|four|five|2|3|4|5) (?:little |young |small |lovely )?(?:kids|children|boys|girls"
                r"|sons|daughters|grandchildren|grandkids) "
            ),
            r"(?: [a-z]+)? and (?:a )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|\d+)",
        ),
        (
            r"(?:my|his|her|our) (?:little |oldest |youngest |eldest )?(?:lad|girl|boy|son|daughter|mum|dad|husband|wife|sister"
            r"|brother|nan|gran|partner|kid)s (?:only |just |nearly )?",
            r"(?=$|[.,]| (?:and|so|now|but|next|in|he|she|it|i|we|they|that|the|you|yeah|who|which)(?![a-z]))",
        ),
    ),
    late=((r"at ", r",? (?:i|you|he|she|my|we|it's hard|years old)"),),
    small=(
        rf"(?:s?he'?s|s?he (?:is|was|will be)|s?he'll be|who'?s|who (?:is|was|are)|they'?re|they are) {_EN_ADVERB}",
        (
            r"(?=$|[.,]| (?:and|so|but|now|nearly|almost|next|this|going|already|bless|at the moment|in "
            r"(?:january|february|march|april|may|june|july|august|september|october|november|december|the"
            r"|a)))"
        ),
    ),
    links=(
        r"(?:and|or|to|nearly|almost|the other(?: is| one's|'s)?|my (?:youngest|eldest|oldest|other one) "
        r"is|the (?:youngest|eldest|oldest|other|little one|older one|younger one)(?:'s| is)?|one's|and a)"
    ),
)

_FR_ADVERB = (
    r"(?:(?:donc|bientot|maintenant|presque|environ|deja|tout juste|juste|bientot|seulement|que|pas "
    r"loin de|dans les|actuellement|moi|aussi),? )*"
)
_FR = AgeWords(
    old=r" ans (?:passes|revolus|et demi(?=[., ])|et des poussieres)",
    years=(
        r" (?:ans|piges|balais)(?! (?:d'experience|que|pour|devant|de (?:garantie|retard|pratique|metier|carriere"
        r"|credit|pret|remboursement|contrat|service|recul|anciennete|mariage|vie commune|boite|plus"
        r"|moins)"
        r"|d'anciennete|d'abonnement|d'engagement|d'utilisation|d'historique|apres|avant que|plus tard|auparavant))"
    ),
    before_years=(
        rf"(?:j'ai|tu as|vous (?:avez|aviez|aurez)|on (?:a|aura)|(?<!y )(?:a|ont|avais|avait|avoir|aura"
        rf"|auras?|aurai)|eu|agee?s? de|mes|ses|tes|vos|fet(?:er|e|era|erai|ait|ee?)(?: (?:mes|ses|ces"
        rf"|les))?|age"
        rf"|(?:{_FR_KIN}|homme|femme|fille|garcon|enfant|enfants|gamin|gamine|personne|dame|monsieur|client"
        rf"|cliente|bebe|celui|celle|grand|grande|petit|petite|ado|ados|jeune)s? (?:de|d')"
        rf"|{_FR_KIN},|bientot|(?:dans|pour) mes|du haut de (?:mes|ses)|passe|passer|atteint|approche (?:de "
        rf")?(?:mes|ses|les)) {_FR_ADVERB}"
    ),
    grown=r"(?!)",
    child=rf"(?:{_FR_KIN}(?: elle| il| qui| lui)? en a|elle en a|il en a) ",
    measure=r" (?:ans|minutes?|secondes?|heures?|jours?|semaines?|mois|euros?|pour ?cents?|fois|pages?|clics?|sur)",
    thing=(
        r"(?:ca|maison|voiture|ordi|telephone|ordinateur|appli|contrat|entreprise|societe|boite|chaudiere"
        r"|site|machine|compte|immeuble|appartement|chien|chat|produit|systeme|iphone|il y) (?:qui |il "
        r"|elle )?(?:a|avait) (?:deja |bien )?"
    ),
    birthday=r" (?:anniversaire|annif)",
    asked=r"(?:quel age|(?:votre|ton|son) age(?! de))",
    asked_child=r"(?:quel age ont|ages? de vos enfants|quels ages)",
    both=(
        (r"(?:a|des|avant|jusqu'a) ", r" ans(?=[., ]|$)(?! (?:de |d'|que|pour|apres|plus))"),
        (rf"(?:bebe|{_FR_KIN}|petit|petite) (?:de|a|d') ?", r" mois"),
    ),
    links=(
        r"(?:et|ou|et bientot|et l'autre|et le plus (?:grand|petit)|et la plus (?:grande|petite)|et le "
        r"petit|et la petite|et le grand|et la grande)(?: a)?"
    ),
)

_DE_ADVERB = (
    r"(?:(?:jetzt|gerade|schon|erst|fast|ungefahr|etwa|ja|also|nun|bald|auch|knapp|inzwischen"
    r"|mittlerweile|dieses jahr|nachstes jahr|im (?:januar|februar|marz|april|mai|juni|juli|august"
    r"|september|oktober|november|dezember|sommer|herbst|fruhjahr|winter)"
    r"|nachsten monat|nachste woche|letzte woche|letzten monat|halt|selbst|selber|sogar|noch|beide|am "
    r"[a-z]+|morgen|heute|gestern|so um die|um die),? )*"
)
_DE = AgeWords(
    old=r" (?:jahre? (?:alt|jung)|jahrige?[nrsm]?(?! (?:garantie|laufzeit|ausbildung|vertrag\w*"
    r"|mitgliedschaft|erfahrung|studium|bindung|jubilaum|beziehung|ehe|pause|frist|zusammenarbeit"
    r"|abo\w*|vertragslaufzeit|mindestlaufzeit|festgeld))"
    r"|monate alt|wochen alt|monate altes)",
    years=r" jahren?",
    before_years=r"(?:alter von|mit|ab|alter)",
    grown=(
        rf"(?:ich bin|bin ich|bin|(?:er|sie) ist|du bist|bist du|sie sind|sind sie|(?:er|sie|ich) (?:wird"
        rf"|werde|wurde|war)|werde ich|wurde ich|(?:er|sie|{_DE_KIN}) (?:wird|wurde|geworden)|werde|wird"
        rf"|alter(?: ist| von)?|geworden) {_DE_ADVERB}"
    ),
    child=(
        rf"(?:{_DE_KIN}(?: [a-z]+)? (?:ist|sind|war|wird|wurde)|(?:kinder|sohne|tochter|jungs|madels"
        rf"|zwillinge|enkel|enkelkinder|madchen)(?:,| sind| die sind|, die sind)|{_DE_KIN} (?:von|mit)"
        rf"|(?:kleiner?|grosser?|jungster?|altester?|andere|anderer|mittlere|mittlerer) (?:ist|wird)) "
        rf"{_DE_ADVERB}"
    ),
    measure=(
        r",? ?(?:prozent|minuten?|sekunden?|stunden?|tagen?|wochen?(?! alt)|monaten?(?! alt)|meter"
        r"|kilometer|km|kilo|kg|grad|euro|cent|uhr|mal|punkten?|schritten?|seiten?|fragen?|leute|personen"
        r"|klicks?|von|bis|oder|zu|hundert|tausend|jahren?(?! alt| jung)"
        r"|jahre vertrag|sterne|gb|mb|zoll|prozentig|auf|stellen|stuck|der|in der|apps?|am tag|pro|halb|halbes|halbe)|, ?\d"
    ),
    thing=(
        r"(?:es|das|handy|auto|laptop|haus|rechner|computer|firma|heizung|konto|gerat|vertrag|iphone|hund"
        r"|katze|version|seite|stufe|schritt|nummer|ding) (?:ist|sind|war|wird)(?: [a-z]+)? "
    ),
    birthday=r"(?:\.)? geburtstag",
    asked=(
        r"(?:wie alt (?:(?:bist|sind|ist) (?:du|sie|er)|(?:du|sie|er) (?:bist|sind|ist))|(?:dein|ihr|euer) "
        r"alter(?! von))"
    ),
    asked_child=r"(?:wie alt (?:sind|ist) (?:deine?|ihre?|eure?|die|das|der) (?:[a-z]+ )?[a-z]+)",
    both=(
        (
            (
                rf"(?:dass|ob|weil|wenn|als|wo|da|obwohl|seit|bevor) (?:ich|du|er|sie|man|{SPEECH['de'].own} "
                rf"[a-z]+) {_DE_ADVERB}"
            ),
            r" (?:jahre alt )?(?:bin|bist|ist|sind|war|warst|waren|werde|wirst|wird|wurde|werden|geworden)",
        ),
        (r"mit ", r" (?:bin|hab|habe|habe ich|hat man|kann|ist man|noch mal|nochmal|noch|war ich|hatte ich|in rente)"),
    ),
    links=(
        r"(?:und|oder|und der (?:kleine|grosse|andere)|und die (?:kleine|grosse|andere)|der (?:kleine"
        r"|grosse|andere)|die (?:kleine|grosse|andere))(?: ist)?"
    ),
)

_ES_ADVERB = r"(?:(?:unos|casi|ya|ahora|ahora mismo|solo|solamente|cerca de|como|recien|creo que|los|ya los),? )*"
_ES = AgeWords(
    old=r" (?:anos (?:cumplidos|recien cumplidos|de edad)|anitos)",
    years=(
        r" anos(?! (?:de (?:experiencia|garantia|antiguedad|contrato|permanencia|hipoteca|carrera|casad"
        r"|plazo|servicio|vida|matrimonio|alquiler)|trabajando|con |en |usando|viviendo|esperando|pagando"
        r"|aqui|sin |despues|que |desde))"
    ),
    before_years=(
        rf"(?:tengo|tienes|tiene|tenemos|tienen|teni?ais|tenias?|tenian|tuve|tendra|tendre|tener|cumpli"
        rf"|cumplo|cumple|cumplio|cumplir[ae]?|cumplen|edad(?: de)?|(?<!llevo )con|a los|de los"
        rf"|(?:{_ES_KIN}|hombre|mujer|chic[oa]s?|persona|senora?|cliente|bebe|el|la|ninos?|ninas?),? de) {_ES_ADVERB}"
    ),
    grown=r"(?:cumpli|cumplo|cumplio|cumplir[ae]?|voy a cumplir|va a cumplir|cumplire|edad) ",
    child=(
        rf"(?:(?:{_ES_KIN}|el otro|la otra)(?: [a-z]+)? (?:tiene|tienen|cumple|cumplen|va a cumplir|acaba "
        rf"de cumplir|acaban de cumplir)|(?:el|la) (?:mayor|pequen[oa]|peque|median[oa]),?) {_ES_ADVERB}"
    ),
    measure=(
        r" (?:minutos?|segundos?|horas?|dias?|semanas?|meses|euros?|usuarios?|clientes?|clics?|pasos?"
        r"|puntos?|por ciento|veces|paginas?|hijos?|hijas?|ninos?|hermanos?|mil|cien|o dos|perros?|gatos?"
        r"|coches?|moviles?|cuentas?|tarjetas?|apps?|aplicaciones|anos|de|mascotas?|dispositivos?"
        r"|ordenadores)"
    ),
    thing=(
        r"(?:coche|movil|telefono|ordenador|casa|empresa|piso|contrato|portatil|caldera|cuenta|tele|perro"
        r"|gato|edificio|producto|web|pagina|aplicacion) (?:que )?(?:ya )?(?:tiene|tenia) (?:ya |unos "
        r"|como )?"
    ),
    birthday=r" cumpleanos",
    asked=r"(?:cuantos anos (?:tienes?|tienen|teneis|tendri?a?s?)|(?:tu|su|que) edad)",
    asked_child=r"(?:que edades tienen|que edad tienen|cuantos anos tienen)",
    both=(
        (r"a los ", r"(?! (?:minutos|segundos|dias|meses|usuarios|clientes|dos|tres|clics?|pasos|euros|puntos|\d))"),
        (r"(?:bebe|nin[oa]|hij[oa]) de ", r" meses"),
    ),
    links=(
        r"(?:y|e|o|y el (?:pequeno|mayor|otro)|y la (?:pequena|mayor|otra)|el (?:pequeno|mayor|otro)|la "
        r"(?:pequena|mayor|otra))"
    ),
)

AGE_WORDS = {"en": _EN, "fr": _FR, "de": _DE, "es": _ES}
