"""Numbers up to a hundred and nineteen in a `View`, in figures and words, cardinal and ordinal."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from anonymizers.quasi.view import View
from anonymizers.recognizers.numerals import numerals, plain
from anonymizers.wordlists import word_set

_MOST_WORDS = 4
_OLDEST = 119
_HUNDRED = {"en": "hundred", "fr": "cent", "de": "hundert", "es": "cien"}
_ORDINAL_SIGNS = {
    "en": frozenset({"st", "nd", "rd", "th"}),
    "fr": frozenset({"eme", "e", "er"}),
    "de": frozenset({"ter", "ten", "ster", "sten"}),
    "es": frozenset(),
}
_ENGLISH_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_BEGINNINGS = word_set("dix soixante quatre diez hundred")
_GERMAN_ENDINGS = ("sten", "ster", "ste", "ten", "ter", "te")


class Number(NamedTuple):
    """Words `first` to `last` (both inclusive) say a number; an `ordinal` is "fiftieth" or "50th"."""

    first: int
    last: int
    value: int
    ordinal: bool


def numbers(seen: View, language: str) -> Iterator[Number]:
    """The numbers of a text in order, the longest reading of each."""
    known, firsts = _known(language)
    word = 0
    while word < len(seen.words):
        key = seen.words[word]
        found = None
        if key in firsts:
            found = _spoken(seen, word, known)
        elif key.isdigit():
            found = _written(seen, word, language)
        if found is None:
            word += 1
            continue
        yield found
        word = found.last + 1


def _written(seen: View, word: int, language: str) -> Number | None:
    key = seen.words[word]
    if len(key) > 3 or not 0 <= int(key) <= _OLDEST:
        return None
    signs = _ORDINAL_SIGNS[language]
    if word + 1 < len(seen.words) and seen.words[word + 1] in signs and seen.sign(word + 1) == " ":
        return Number(word, word + 1, int(key), True)
    return Number(word, word, int(key), False)


def _spoken(seen: View, word: int, known: dict[str, tuple[int, bool]]) -> Number | None:
    best = None
    joined = ""
    for last in range(word, min(word + _MOST_WORDS, len(seen.words))):
        if last > word and seen.sign(last) != " ":
            break
        joined += seen.words[last]
        if joined in known:
            best = Number(word, last, *known[joined])
    return best


@cache
def _known(language: str) -> tuple[dict[str, tuple[int, bool]], frozenset[str]]:
    """What each number is, its words written as one, and the words it may begin with."""
    values = {form: value for form, value in numerals(language).values.items() if len(form) > 1}
    known = {plain(form): (value, False) for form, value in values.items()}
    hundred = _HUNDRED[language]
    known[hundred] = (100, False)
    if language == "en":
        for form, value in values.items():
            known.setdefault(f"hundredand{form}", (100 + value, False))
            known.setdefault(f"{form}th", (value, True))
        known.update({form: (value, True) for form, value in _ENGLISH_ORDINALS.items()})
        for tens in range(20, 100, 10):
            for form, (unit, ordinal) in list(known.items()):
                if ordinal and unit < 10:
                    word = next(name for name, value in values.items() if value == tens)
                    known[word + form] = (tens + unit, True)
    if language == "fr":
        known.update({f"{form.removesuffix('e')}ieme": (value, True) for form, value in values.items()})
    if language == "de":
        for form, value in values.items():
            known.update({form + ending: (value, True) for ending in _GERMAN_ENDINGS})
    known = {form: (value, ordinal) for form, (value, ordinal) in known.items() if value <= _OLDEST}
    return known, _BEGINNINGS.union(known)
