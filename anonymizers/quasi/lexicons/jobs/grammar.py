"""What ties a job to a person: patterns over the text of a `View`, by language. Compiled by hand for this project."""

from anonymizers.quasi.speech import SPEECH
from anonymizers.wordlists import word_set

_KIN = {language: speech.kin for language, speech in SPEECH.items()}
BE = {
    "en": (
        rf"(?:i'?m|i am|i was|i'?ve been|i'?d been|s?he'?s|s?he (?:is|was)|who'?s|who (?:is|was)|we'?re"
        rf"|you'?re|you (?:are|were)|{_KIN['en']}(?: [a-z]+)?(?:'s| is| was| are| were| has been)"
        rf"|{_KIN['en']}, the|as|became|become|being|was"
        r"|used to be|working as|works? as|worked as|train(?:ed|ing)? (?:as|to be)|qualified as|retrained "
        r"as|retired|former|ex|job (?:is|was|as|of)|jobs? (?:is|was)|married (?:to )?|occupation(?: is|,)?"
        r"|profession(?: is|,)?"
        r"|the only|one of the (?:few|last|only)|career as|life as|day job|by trade|earn my living as"
        r"|father was|i do|i'm the|actually|living as|employed as|volunteer as|freelance|self employed"
        r"|temp as|start as|started as|apprenticed? (?:as|to))"
    ),
    "fr": (
        rf"(?:je suis|j'etais|j'ai ete|suis|tu es|vous etes|il est|elle est|il etait|elle etait|qui est|qui "
        rf"etait|{_KIN['fr']}(?: [a-z]+)? (?:est|sont|etait|etaient|a ete)|comme|en tant que|metier de"
        rf"|metier c'est|devenue?|boulot c'est|profession|ancien|ancienne|retraitee?|formation de"
        r"|le seul|la seule|un des derniers|une des dernieres|une des seules|un des seuls|apprentie?|etait"
        r"|etre|metier|marie a une?|mariee a une?|avec une?|nommee?|elue?)"
    ),
    "de": (
        rf"(?:ich bin|bin ich|bin|ich war|war ich|er ist|sie ist|er war|sie war|ist|war|{_KIN['de']}(?: "
        rf"[a-z]+)? (?:ist|war|sind|waren)|als|beruf(?: ist|,)?|von beruf|gelernter?|gelernte|ehemaliger?"
        rf"|pensionierter?|pensionierte|der einzige|die einzige|einer der letzten|eine der letzten|werde"
        rf"|wurde|geworden|ausbildung (?:als|zum|zur)"
        r"|lehre (?:als|zum|zur)|verheiratet mit einem|verheiratet mit einer|zum|zur|arbeite als|arbeitet als)"
    ),
    "es": (
        rf"(?:soy|yo soy|era|fui|he sido|{_KIN['es']}(?: [a-z]+)? (?:es|era|son|fue|eran)|(?:el|ella) (?:es"
        rf"|era)|que es|que era|es|era|como|de profesion|profesion|trabajo de|trabaja de|trabajaba de"
        rf"|trabajo como|trabaja como|antigu[oa]|jubilad[oa]|ex|el unico|la unica|uno de los (?:ultimos"
        rf"|pocos)|una de las (?:ultimas|pocas)"
        r"|aprendiz de|oficio de|oficio es|formacion de|casad[oa] con una?|de|me hice|hacia de|ejerzo de"
        r"|ejerce de|estudie para|estuvo de)"
    ),
}
"""What stands before a job."""
SOFT = {
    "en": (
        r"(?:a|an|the|also|now|only|first|last|female|male|self employed|part time|full time|retired"
        r"|former|freelance|qualified|trained|senior|chief|assistant|apprentice|trainee|junior|village"
        r"|local|really|actually|just|still|like|like a|both|working|professional|head|deputy|self"
        r"|employed|semi|ex|one of the|county|town|by trade|busy|single|one|most|been|be|doing|voluntary"
        r"|volunteer|part|time|old|young|sort of|kind of|currently|basically)"
    ),
    "fr": (
        r"(?:un|une|le|la|les|l|aussi|maintenant|actuellement|seule?|ancien|ancienne|jeune|donc|moi|meme"
        r"|toujours|deja|petit|petite|maitre|de metier|a la retraite|apprentie?|retraitee?|simple|encore"
        r"|en fait)"
    ),
    "de": (
        r"(?:ein|eine|einer|der|die|das|auch|jetzt|gerade|einzige[rn]?|letzte[rn]?|ehemalige[rn]?"
        r"|gelernte[rn]?|selbststandige[rn]?|ja|halt|eigentlich|noch|schon|angestellte[rn]?|freie[rn]?"
        r"|pensionierte[rn]?|selbst|selber|seit|dort|hier|im|in|jahren|junge[rn]?|stellvertretende[rn]?"
        r"|leitende[rn]?|quasi|so|von|beruf)"
    ),
    "es": (
        r"(?:un|una|el|la|los|las|tambien|ahora|actualmente|unic[oa]|ultim[oa]|antigu[oa]|ex|jubilad[oa]"
        r"|autonom[oa]|joven|pues|de|profesion|bueno|la unica|el unico|maestr[oa]|pequen[oa]|como|mi|y)"
    ),
}
"""Words that may stand between."""
HEAD = {
    "en": (
        r"(?:apps?|games?|emojis?|icons?|badges?|street|road|lane|close|arms|inn|pub|tea|simulator|class"
        r"|classes|lessons?|costume|outfit|page|section|menu|button|mode|bird|fish|hat|bag|coat|of "
        r"(?:taste|character|this|that|course))"
    ),
    "fr": r"(?:appli|page|bouton|jeu|rubrique|section)",
    "de": r"(?:app|spiel|seite|knopf|button|markt|burger|strasse)",
    "es": r"(?:app|juego|pagina|boton|seccion)",
}
"""Nouns that make it something else: "the conductor app"."""
BEFORE = {
    "en": word_set(
        """
    senior chief assistant apprentice trainee junior deputy head principal consultant lead retired volunteer
    specialist
"""
    ),
    "fr": word_set("maitre apprenti apprentie ancien ancienne premier premiere"),
    "de": word_set(
        """
    stellvertretender stellvertretende leitender leitende ehemaliger ehemalige pensionierter
"""
    ),
    "es": word_set("maestro maestra antiguo antigua primer primera"),
}
"""Words of a title that are masked with the job."""
AT = {
    "en": "at|for|with|in|of",
    "fr": "a|au|a la|a l|chez|de|du|dans|de la|de l",
    "de": "bei|beim|an|am|in|im|von|der|des|der|am",
    "es": "en|del|de|de la",
}
"""What stands between a title and its employer."""
WHERE = {"en": "at|in|on|for|of", "fr": "a|au|de|en|chez", "de": "in|bei|am|im|an der|auf", "es": "en|de"}
"""What stands between a rare job and where it is done."""
ONLY = {
    "en": (
        r"(?:i'?m|i am|s?he'?s|s?he is|who'?s|{kin}(?:'s| is| was)|i was|we'?re|as|being) (?:the only|one "
        r"of (?:the )?(?:only )?(?:two|three|few|last)) (?P<job>(?:[a-z]+ ){{0,3}}?{ending}) (?:at|in|on"
        r"|for|around|within|left)(?= (?:the|our|this|my|a|all|whole|[a-z]+))"
    ),
    "fr": (
        r"(?:je suis|il est|elle est|{kin}(?: [a-z]+)? est|j'etais) (?:le seul|la seule|l'unique|un des "
        r"(?:deux|trois|derniers|rares)|une des (?:deux|trois|dernieres|rares)) (?P<job>(?:[a-z]+ "
        r"){{0,2}}?{ending}(?: de [a-z]+)?) (?:a|au|en|du|de|dans|sur)"
    ),
    "de": (
        r"(?:ich bin|bin ich|er ist|sie ist|{kin}(?: [a-z]+)? ist|ich war) (?:der einzige|die einzige"
        r"|einer der letzten|eine der letzten|einer von zwei|eine von zwei) (?P<job>(?:[a-z]+ "
        r"){{0,2}}?{ending}) (?:in|im|am|an|auf|der|des|von|bei|weit)"
    ),
    "es": (
        r"(?:soy|es|era|{kin}(?: [a-z]+)? es) (?:el unico|la unica|uno de los (?:dos|tres|ultimos|pocos)"
        r"|una de las (?:dos|tres|ultimas|pocas)) (?P<job>(?:[a-z]+ ){{0,2}}?{ending}(?: de [a-z]+)?) "
        r"(?:en|del|de|a)"
    ),
}
"""The only one of a place."""
ENDING = {
    "en": (
        r"(?!(?:other|user|number|member|customer|owner|teenager|outsider|beginner|player|reader|buyer"
        r"|winner|speaker|daughter|sister|brother|mother|father|manner|paper|computer|order|letter|driver"
        r"|smoker|drinker|error|mirror|colour|floor|door|foreigner|stranger|speaker) )[a-z]{2,}(?:ers?"
        r"|ors?|ists?|ians?|smith|wright|keeper|maker|man|woman|midwife|nurse|vet|gp|surgeon|pilot|teacher"
        r"|therapist|officer|warden|judge|clerk|attendant|consultant|curate|vicar)"
    ),
    "fr": (
        r"(?!(?:utilisateur|acheteur|lecteur|ordinateur|erreur|fumeur|majeur|mineur) )[a-z]{2,}(?:eur|euse"
        r"|ier|iere|iste|ien|ienne|trice|logue|maire|geur|femme)"
    ),
    "de": (
        r"(?!(?:nutzer|kunde|raucher|mitglied|besitzer|leser|computer|vater|mutter|bruder|tochter) "
        r")[a-z]{3,}(?:er|erin|ist|istin|loge|login|wart|wartin|arzt|arztin|mann|frau|meister|hebamme|or"
        r"|orin)"
    ),
    "es": (
        r"(?!(?:usuaria|usuario|mujer|comprador|ordenador|persona|mayor) )[a-z]{3,}(?:era|ero|ora|or|ista"
        r"|ogo|oga|ico|ica|ario|aria|ante|matrona)"
    ),
}
"""How the words for jobs end."""
