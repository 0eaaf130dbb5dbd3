"""Where people live: a known town after "I live in", "je vis à", "ich wohne in", "vivo en", in any case."""

import re
from collections.abc import Iterator
from functools import lru_cache

from anonymizers.characters import key
from anonymizers.lexicon import Lexicon, lexicon
from anonymizers.lexicon.places import known_places
from anonymizers.recognizers.spans import CONTEXT, Found, TextRecognizer

_LIVING = {
    "en": r"(?:liv(?:e|es|ed|ing)|based|born|grew\s+up|raised|mov(?:e|ed|ing)|relocat(?:e|ed|ing)|stay(?:ed|ing)?"
    r"|resid(?:e|es|ing)|settled|(?:['\u2019]m|\bam|['\u2019]re|\bare|['\u2019]s|come|comes|came|originally)"
    r"(?=\s+(?:originally\s+)?from\b))(?:\s+(?!from\b|in\b|to\b|near\b|outside\b)\w+){0,3}?\s+"
    r"(?:in|from|to|near|outside|around|at|up\s+in|down\s+in)"
    r"(?:\s+(?:of|outside|near|central|north|south|east|west|inner|greater))*",
    "fr": r"(?:habit(?:e|es|ons|ez|ent|ais|ait|ions|aient|é)|vi(?:s|t|vons|vez|vent|vais|vait)|v[ée]cu"
    r"|vien(?:s|t|nent)|venons|née?s?|grandi|déménagée?s?|installée?s?|originaires?|basée?s?)"
    r"(?:\s+(?!à\b|a\b|au\b)\w+){0,3}?\s+(?:à|a|au|aux|de|en|sur|vers|près\s+de|pr[èe]s\s+d['\u2019]|du\s+côté\s+de)",
    "de": r"(?:wohn(?:e|st|t|en|te|ten)|leb(?:e|st|t|en|te|ten)|komm(?:e|t|en)|stamm(?:e|t|en)|geboren|aufgewachsen"
    r"|zieh(?:e|t|en)|zog(?:en)?|gezogen|umgezogen)(?:\s+(?!in\b|aus\b|bei\b|nach\b)\w+){0,5}?\s+"
    r"(?:in|aus|bei|nach|nahe|außerhalb\s+von)",
    "es": r"(?:viv(?:o|es|e|imos|ís|en|ía|íamos|ían|ido|iendo|í|ió)|soy|somos|vengo|venimos|nac[íi]|nacid[oa]"
    r"|crec[íi]|mud(?:é|o|amos|ado|arme|arnos)|resid(?:o|e|imos))(?:\s+(?!en\b|de\b|a\b)\w+){0,3}?\s+"
    r"(?:en|de|a|cerca\s+de|desde)",
}
_BEING = {
    "en": r"(?:we|they|he|she|\bi)\s?(?:['\u2019](?:m|re|s)|am|are|is|was|were)(?:\s+(?:all|both|just|currently|now"
    r"|here|up|down|over|out|back|still|actually))*\s+(?:in|near|outside)(?:\s+(?:central|north|south|east|west))?",
    "fr": r"(?:je\s+suis|on\s+est|nous\s+sommes|j['\u2019]\s?étais|on\s+était|il\s+est|elle\s+est)"
    r"(?:\s+(?:actuellement|maintenant|ici|là))*\s+(?:à|sur|vers|près\s+de)",
    "de": r"(?:ich\s+bin|wir\s+sind|ich\s+war|wir\s+waren|er\s+ist|sie\s+ist)"
    r"(?:\s+(?:gerade|hier|jetzt|ja|auch|noch))*\s+(?:in|aus|bei)",
    "es": r"(?:estoy|estamos|estaba|est[áa]bamos|está|están)(?:\s+(?:aquí|ahora))*\s+(?:en|cerca\s+de)",
}
_NEARLY_ALWAYS_A_WORD = 5.35
_WORD = re.compile(r"(?:\s+|[\-'\u2019\u2010\u2011])?([^\W\d_]+)")
_FURTHER = re.compile(r"\s*,?\s+(?:to|and|or|then|à|et|puis|nach|und|dann|a|y|e|o)(?!\w)", re.IGNORECASE)
_MOST_WORDS = 5


class ResidenceRecognizer(TextRecognizer):
    """A town that a list knows, where the words before it say that somebody lives or stays there.

    A town that is an everyday word too ("Bath", "Essen") counts after a word for living, not after "we are in".
    """

    ENTITIES = ("LOCATION",)

    def find(self, text: str) -> Iterator[Found]:
        """The longest known name of a town after each cue."""
        if self.supported_language not in _LIVING:
            return
        words = lexicon(self.supported_language)
        for cues, sure in zip(_cues(self.supported_language), (True, False), strict=True):
            for cue in cues.finditer(text):
                town = _town(text, cue.end(), words, sure=sure)
                while town:
                    yield Found(*town, "LOCATION", CONTEXT)
                    further = _FURTHER.match(text, town[1])
                    town = _town(text, further.end(), words, sure=False) if further else None


def _town(text: str, place: int, words: Lexicon, *, sure: bool) -> tuple[int, int] | None:
    """Where the longest known town begins and ends that stands at this place of the text."""
    parts: list[re.Match[str]] = []
    while len(parts) < _MOST_WORDS:
        part = _WORD.match(text, place)
        if part is None:
            break
        parts.append(part)
        place = part.end()
    for many in range(len(parts), 0, -1):
        if tuple(key(part.group(1)) for part in parts[:many]) in known_places():
            first = parts[0].group(1)
            if many == 1 and _rather_a_word(first, words, sure=sure):
                return None
            return parts[0].start(1), parts[many - 1].end(1)
    return None


def _rather_a_word(written: str, words: Lexicon, *, sure: bool) -> bool:
    word = written.casefold()
    if written[0].isupper() and words.language != "de":
        return False
    return words.zipf(word) >= _NEARLY_ALWAYS_A_WORD and word in words.everyday if sure else word in words.everyday


@lru_cache(maxsize=4)
def _cues(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    living, being = (
        re.compile(rf"(?<!\w)(?:{cue})(?!\w)", re.IGNORECASE) for cue in (_LIVING[language], _BEING[language])
    )
    return living, being
