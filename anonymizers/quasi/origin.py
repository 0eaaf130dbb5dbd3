"""Ethnic origin and sexual orientation of the speaker or of somebody they speak of."""

from anonymizers.quasi.lexicons.origin import ORIGIN_WORDS
from anonymizers.quasi.phrases import inflected
from anonymizers.quasi.speech import SPEECH
from anonymizers.quasi.tied import Kind, TiedRecognizer, Topic, any_of

_ARTICLES = {"en": "a|an|from an|from a", "fr": "un|une", "de": "ein|eine|habe|hat|haben|mit", "es": "un|una"}
# A button or a page is black too: only a person is who is spoken of as one.
_IS = {
    "en": r"(?:i'?m|i am|i was|we'?re|we are|s?he'?s|s?he (?:is|was)|who'?s|as an?|being|you'?re|i identify "
    r"as|(?:came|come|coming) out(?: [a-z]+ [a-z]+)?(?: as)?"
    r"|identif(?:y|ies) as|{kin}(?: [a-z]+)? (?:is|are|was|were)|{kin}'s|originally|half|part|quarter"
    r"|from an?|parents are|born)",
    "fr": (
        r"(?:je suis|j'etais|(?:il|elle|on) (?:est|etait)|nous sommes|qui est|{kin}(?: [a-z]+)? (?:est"
        r"|sont|etait|etaient)|en tant que|d'origine|origine|origines|moitie|famille|etre)"
    ),
    "de": (
        r"(?:ich bin|bin ich|ich war|(?:er|sie) ist|wir sind|{kin}(?: [a-z]+)? (?:ist|sind|war|waren)|als"
        r"|halb|geborener?|geoutet als|bin)"
    ),
    "es": (
        r"(?:soy|yo soy|somos|era|{kin}(?: [a-z]+)? (?:es|son|era|eran)|(?:el|ella) es|que es|como|de "
        r"origen|origen|mitad|medio|familia|padres|siendo)"
    ),
}
_SELF = {
    "en": r"(?:i'?m|i am|we'?re|we are|being|as an?|{kin}(?:'s| is| are))",
    "fr": r"(?:je suis|nous sommes|on est|{kin} (?:est|sont)|en tant que)",
    "de": r"(?:ich bin|wir sind|{kin} (?:ist|sind)|als)",
    "es": r"(?:soy|somos|{kin} (?:es|son))",
}
_OF_DESCENT = {
    "en": (
        r" (?:descent|heritage|origin|background|roots|ancestry|by birth|parents|family|mother|father|mum"
        r"|dad|and proud)"
    ),
    "fr": r" (?:d'origine|de naissance)",
    "de": r"(?:e[rnms]?)? (?:abstammung|herkunft|wurzeln|eltern|familie|mutter|vater)",
    "es": r" (?:de origen|de nacimiento)",
}
_SOFT_WORD = {
    "en": (
        r"(?:a|an|also|actually|originally|half|part|proudly|openly|and|so|as|british|english|mixed"
        r"|quarter|second|first|generation|the|only|ethnically|from|proud|that)"
    ),
    "fr": r"(?:un|une|d|origine|aussi|moitie|et|francaise?|la|le|seule?|franco|plutot|ouvertement|nee?|comme)",
    "de": (
        r"(?:ein|eine|auch|halb|selbst|selber|ja|eigentlich|geburtiger?|und|deutsch|offen|die|der"
        r"|einziger?|schon|halt)"
    ),
    "es": r"(?:un|una|de|origen|tambien|medio|mitad|yo|y|la|el|unic[oa]|abiertamente|espanola?|nacid[oa])",
}
_HEAD = {
    "en": r"(?:friday|and white|screen|background|text|icons?|buttons?|box(?:es)?|bars?|mode|font|coffee"
    r"|food|takeaways?|restaurants?|market"
    r"|cuisine|version|language|option|keyboard|spring|sea|tea|card|dots?|lines?|out|belt|market|hole"
    r"|pudding|toilet|breakfast)",
    "fr": r"(?:friday|et blanc|de monde|sur blanc|ecran|sur|fonce|comme|version)",
    "de": r"(?:friday|auf weiss|und weiss|weiss|mit|sehen|fahren|wahlen)",
    "es": r"(?:friday|y blanco|sobre|sobre blanco|version|con)",
}


def _topic(language: str) -> Topic:
    speech = SPEECH[language]
    tie = _IS[language].replace("{kin}", speech.kin)
    german_or_english = language in {"en", "de"}
    around = (
        any_of(speech.own, _ARTICLES[language], "of"),
        rf"{_OF_DESCENT[language]}| {speech.kin}" if german_or_english else "(?!)",
    )
    kind = Kind(
        tight=rf"{tie}(?:(?: |, |'){_SOFT_WORD[language]})*",
        around=around,
    )
    people = _SELF[language].replace("{kin}", speech.kin)
    colour = Kind(tight=rf"{people}(?:(?: |, |'){_SOFT_WORD[language]})*", around=around)
    words = ORIGIN_WORDS[language]
    if language == "de":
        words = {kind: inflected(text) for kind, text in words.items()}
    return Topic(
        words,
        {"people": kind, "orientation": kind, "colour": colour},
        after="" if language != "en" else "british man woman",
        head=_HEAD[language],
    )


class OriginRecognizer(TiedRecognizer):
    """Where somebody's people come from, and whom they love."""

    ENTITIES = ("ORIGIN",)
    TOPICS = {language: _topic(language) for language in ORIGIN_WORDS}  # noqa: RUF012 - the lists never change

    def said(self, kind: str) -> str:
        """The sort of it."""
        return "[orientation]" if kind == "orientation" else "[origin]"
