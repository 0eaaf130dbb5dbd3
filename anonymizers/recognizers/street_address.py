"""Street addresses in English, French, German and Spanish, with house numbers in figures or words."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from anonymizers.recognizers.digits import digit_groups, digit_runs
from anonymizers.recognizers.numerals import numerals
from anonymizers.recognizers.regions import near, near_digits, small_letters, surroundings
from anonymizers.recognizers.spans import CONTEXT, LIKELY, WEAK, Found, TextRecognizer
from anonymizers.recognizers.streets import english, french, german, spanish
from anonymizers.recognizers.streets.form import Form

_LANGUAGES = {"en": english, "fr": french, "de": german, "es": spanish}
_SCORES = {"number": LIKELY, "living": CONTEXT, "lead": CONTEXT, "capitals": WEAK, "code": CONTEXT}
_POSTCODE_DIGITS = 5
_HOUSE_DIGITS = 4
_BEFORE_A_RUN = 45
_CLOSE = 3
_LIVING = re.compile(
    r"(?<!\w)(?:liv(?:e|es|ed|ing)|address(?:\s+is)?|moved\s+to|based|grew\s+up|born|house|flat|round|corner\s+of"
    r"|habit\w*|"
    r"domicili\w+|adresse(?:\s+est|\s+ist)?|demeure\w*|wohn\w*|anschrift|zogen|viv[oe]\w*|vivimos|direcci[óo]n"
    r"|domicilio|"
    r"mud\w+)(?!\w)",
    re.IGNORECASE,
)
_LIVING_BEFORE = re.compile(rf"{_LIVING.pattern}[^.?!]{{0,30}}$", re.IGNORECASE)


_LEAD = re.compile(
    r"(?<!\w)(?:liv(?:e|es|ed|ing)\s+at|address(?:\s+(?:is|was))?:?|moved?\s+to|based\s+at|stay(?:ed|ing)?\s+at|house\s+is)\s+$",
    re.IGNORECASE,
)


class StreetAddressRecognizer(TextRecognizer):
    """Streets with a house number; without one where capitals or a word for living say what it is."""

    ENTITIES = ("STREET_ADDRESS",)

    def find(self, text: str) -> Iterator[Found]:
        """All four languages' forms in any of them: people name streets as they are called."""
        regions = _regions(text) | {"long runs": list(_long_runs(text, self.supported_language))}
        for form in _forms(numerals(self.supported_language).language):
            hits = (
                near_digits(form.pattern, text)
                if form.beside == "digits"
                else near(form.pattern, text, regions[form.beside])
            )
            for hit in hits:
                lived = _LIVING_BEFORE.search(text, max(0, hit.start() - 50), hit.start()) is not None
                if form.rests_on == "lead" and not _LEAD.search(text, max(0, hit.start() - 30), hit.start()):
                    continue
                if form.rests_on == "code" and not _code_after(text, hit.end(), self.supported_language):
                    continue
                if lived or form.rests_on != "living":
                    score = _SCORES[form.rests_on]
                    yield Found(*hit.span(), "STREET_ADDRESS", max(score, CONTEXT) if lived else score)


_TELLING = {kind: words for language in _LANGUAGES.values() for kind, words in language.TELLING.items()}
_WORDS = sorted({word for words in _TELLING.values() for word in words.split("|")})
_KINDS = [tuple(kind for kind, words in _TELLING.items() if word in words.split("|")) for word in _WORDS]
_FINDER = AhoCorasick(_WORDS)


def _long_runs(text: str, language: str) -> Iterator[tuple[int, int]]:
    for run in digit_runs(text, language):
        if _POSTCODE_DIGITS < len(run.digits) <= _POSTCODE_DIGITS + _HOUSE_DIGITS:
            yield from surroundings(text, [(run.start, run.end)], _BEFORE_A_RUN, 0)


def _code_after(text: str, end: int, language: str) -> bool:
    """Whether the number that follows has the five digits of a postcode."""
    groups = digit_groups(text, language)
    digits, place = "", end
    for group in groups[bisect_left(groups, end, key=lambda group: group.start) :]:
        if group.start - place > _CLOSE or len(digits) > _POSTCODE_DIGITS:
            break
        digits, place = digits + group.digits, group.end
    return len(digits) == _POSTCODE_DIGITS


def _regions(text: str) -> dict[str, list[tuple[int, int]]]:
    """By kind of telling word, what surrounds those of the text."""
    spans: dict[str, list[tuple[int, int]]] = {kind: [] for kind in _TELLING}
    for word, start, end in _FINDER.find_matches_as_indexes(small_letters(text), overlapping=True):
        if text[end : end + 1].isalpha():
            continue
        part_of_a_word = text[start - 1 : start].isalpha()
        for kind in _KINDS[word]:
            if (not part_of_a_word or kind == "german") and (kind != "capital" or text[start].isupper()):
                spans[kind].append((start, end))
    return {kind: list(surroundings(text, found)) for kind, found in spans.items()}


@lru_cache(maxsize=8)
def _forms(language: str) -> tuple[Form, ...]:
    number = numerals(language).whole_pattern
    return tuple(form for code, forms in _LANGUAGES.items() for form in forms.forms(number if code == language else ""))
