"""Health of the speaker or of somebody they speak of: "I've got type two diabetes", "she's deaf"."""

from anonymizers.quasi.lexicons.health import HEALTH_WORDS
from anonymizers.quasi.phrases import inflected
from anonymizers.quasi.speech import SPEECH
from anonymizers.quasi.tied import Kind, TiedRecognizer, Topic, any_of

_BEFORE = {
    "en": "early onset severe chronic acute mild terminal advanced rheumatoid breast"
    " prostate bowel lung skin kidney brain bad profoundly partially totally completely registered clinically"
    " severely nearly almost heavily months weeks postnatal crippling",
    "fr": "severe chronique precoce grave grosse forte lourde completement totalement profondement presque",
    "de": (
        "schwere schweren schwerer chronische chronischer chronischen starke leichte akute fast hoch "
        "vollig schwer stark"
    ),
    "es": "fuerte severa grave cronica completamente totalmente casi medio mucha",
}
_AFTER = {
    "en": "s disease syndrome disorder diagnosis problems attack attacks condition",
    "fr": "chronique severe gestationnel precoce profond profonde",
    "de": "erkrankung",
    "es": "cronica cronico severa severo grave profunda",
}
_HEAD = {
    "en": r"(?:apps?|sections?|pages?|tabs?|buttons?"
    r"|icons?|trackers?|charit\w+|shops?|uk|foundation|trust"
    r"|adverts?|ads?|campaigns?"
    r"|games?|stor(?:y|ies)|research|awareness|leaflets?|websites?|sites?|info|information|advice"
    r"|support|helplines?|cover|insurance"
    r"|spots?|mode|category|categories|menu|tiles?|banners?|notifications?|hub|centre|center"
    r"|department|access|accessible|space|spaces"
    r"|parking|toilets?|ramps?|settings?|filters?|options?|users?|community|week|month|day|policy|team"
    r"|services?|blue|colours?|colors?"
    r"|fields?|states?|links?|to|of hand|of luck|of midnight|copy|date|trial|panic|music|wallpaper|rollers?|drivers?)",
    "fr": r"(?:appli\w*|section|rubrique|page|onglet|bouton|icone|menu|france|info|infos|assurance|mutuelle|aux)",
    "de": (
        r"(?:apps?|seiten?|bereich|rubrik|knopf|button|symbol|hilfe|stiftung|forschung|vorsorge|modus"
        r"|dates?|flug|vertrauen|fur)"
    ),
    "es": r"(?:apps?|seccion|apartado|pagina|boton|icono|menu|seguro|info|informacion|con tant[oa]s?|de rabia|ante)",
}
_NEVER = {
    "en": r"(?:here|is to|accounts?|office|teams|word|excel|of luck|on this page|to (?:this|that|it|adverts|ads|pop))",
    "fr": r"(?:ici|aux? (?:pubs?|pop)|a (?:ca|ces|cette|ce))",
    "de": r"(?:hier|gegen werbung|fur (?:werbung|das|die))",
    "es": r"(?:aqui|de diseno|a los anuncios|con tant[oa]s?)",
}
_KIN_BEHIND = {
    "en": rf" (?:and [a-z]+ |[a-z]+ )?(?:{SPEECH['en'].kin}|person|woman|man|guy|lady)",
    "de": rf"(?:e|er|en|em|es)? (?:{SPEECH['de'].kin})",
}
_EXPECTING = {
    "en": r"(?:i'?m|we'?re|she'?s|i was|we were|she was|who'?s|{kin}'?s?(?: is)?)(?: [a-z]+)?",
    "fr": r"(?:j|on|nous|elle|{kin})(?: [a-z]+)?",
    "de": r"(?:ich|wir|sie|{kin})(?: [a-z]+)?",
    "es": r"(?:y|que|yo|ella|estoy|{kin})(?: [a-z]+)?",
}
_MISHAP = {
    "en": (
        r"(?:(?:i|he|she|who|we|they|{kin})(?:'ve|'s|'d)? (?:had|have|has|need|needs|needed|having)(?: "
        r"had)?|since|after|before|during|recovering from|because of|waiting for|until) (?:a|an|the|my|his"
        r"|her|their)(?: (?:bad|nasty|big|major|minor|serious|recent|second|first|car|heart|horrible"
        r"|awful))?|(?:my|his|her|{kin}'s)(?: (?:bad|nasty|big|recent|second|first))?|(?:had|needed|needs"
        r"|after|having|for|since|from) (?:heart|knee|hip|back|brain|eye)?(?=surgery)"
    ),
    "fr": (
        r"(?:mon|ma|son|sa|leur)(?: (?:grosse|deuxieme|premiere|grave))?|(?:fait|eu|subi) une?(?: "
        r"(?:grosse|grave|mauvaise))?"
    ),
    "de": (
        r"(?:meine|meiner|meinem|meinen|mein|seine|seiner|seinem|seinen|ihre|ihrer|ihrem|ihren)(?: "
        r"(?:schweren|letzten|grossen|ersten|zweiten))?|(?:hatte|hatten|hatt) (?:einen|eine)(?: "
        r"(?:schweren|schwere))?|(?:in der|nach der|zur|war in|auf) (?=reha|kur)"
    ),
    "es": (
        r"(?:mi|su)(?: (?:ultima|primera|segunda))?|(?:tuve|tuvo|he tenido|ha tenido|sufri|sufrio) una?(?: "
        r"(?:mala|fuerte|grave))?"
    ),
}
_DE_BEHIND = (
    r",? (?:[a-z]+ ){0,2}(?:hab|habe|hat|hatte|hatten|haben|bekommen|bekam|gehabt|leidet?|litt"
    r"|erkrankt(?:e|en)?|gestorben"
    r"|diagnostiziert|nehme|nimmt|nehmen|brauche|braucht|trage|tragt|spritze|spritzt|genommen"
    r"|verschrieben|verloren|operiert)"
)


def _kinds(language: str) -> dict[str, Kind]:
    speech = SPEECH[language]
    noun = any_of(speech.have, speech.own, speech.since)
    german = language == "de"
    behind = _DE_BEHIND if german else ""
    return {
        "grave": Kind(ties=noun, loose=any_of(speech.have, speech.own), behind=behind),
        "condition": Kind(ties=noun, behind=behind),
        "state": Kind(
            ties=speech.be,
            behind=r",? (?:geworden|bin|bist)" if german else "",
            tight=rf"{speech.own}(?: [a-z]+)? {speech.kin}" if language in {"fr", "es"} else "",
            around=(any_of(speech.own, r"a|an|one|the"), _KIN_BEHIND[language])
            if language in {"en", "de"}
            else ("", ""),
        ),
        "aid": Kind(ties=any_of(speech.take, speech.own, speech.since), behind=behind),
        "event": Kind(ties=noun, behind=behind),
        "treatment": Kind(ties=any_of(noun, speech.take, r"the|la|l|le|les|die|der|meine|el|los"), behind=behind),
        "expecting": Kind(tight=_EXPECTING[language].replace("{kin}", speech.kin)),
        "mishap": Kind(tight=_MISHAP[language].replace("{kin}", speech.kin)),
    }


class HealthRecognizer(TiedRecognizer):
    """Conditions, disabilities, treatments and pregnancy that are somebody's; a "health app" is nobody's."""

    ENTITIES = ("HEALTH",)
    SAID = "[health]"
    TOPICS = {  # noqa: RUF012 - the lists never change
        language: Topic(
            {**words, "state": inflected(words["state"])} if language == "de" else words,
            _kinds(language),
            _BEFORE[language],
            _AFTER[language],
            _HEAD[language],
            _NEVER[language],
        )
        for language, words in HEALTH_WORDS.items()
    }
