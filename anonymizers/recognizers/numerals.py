"""Numbers as words, in English, French, German and Spanish."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache


def _listed(words: str) -> list[str]:
    return words.split()


_EN_UNITS = _listed("zero one two three four five six seven eight nine")
_EN_TEENS = _listed("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_EN_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_FR_TO_SIXTEEN = _listed(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_FR_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_FR_SWISS = {70: "septante", 80: "huitante", 90: "nonante"}
_DE_TO_TWELVE = _listed("null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf")
_DE_TEENS = {"drei": 13, "vier": 14, "funf": 15, "sech": 16, "sieb": 17, "acht": 18, "neun": 19}
_DE_TENS = _listed("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig")
_ES_TO_FIFTEEN = _listed("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince")
_ES_TENS = _listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")


def plain(words: str) -> str:
    """Lower case without accents, spaces or hyphens: what number words are looked up by."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(char for char in decomposed if char.isalnum())


def _english() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in enumerate(_EN_UNITS))
    yield from (("oh", 0), ("o", 0), ("nought", 0), ("naught", 0))
    yield from ((word, value) for value, word in enumerate(_EN_TEENS, start=10))
    for tens, word in enumerate(_EN_TENS, start=2):
        for unit, ending in enumerate(["", *_EN_UNITS[1:]]):
            yield f"{word} {ending}".strip(), tens * 10 + unit


def _french() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in enumerate(_FR_TO_SIXTEEN))
    yield "une", 1
    low = [*_FR_TO_SIXTEEN[1:], "dix sept", "dix huit", "dix neuf"]
    yield from ((f"dix {_FR_TO_SIXTEEN[unit]}", 10 + unit) for unit in (7, 8, 9))
    for tens, word in {**_FR_TENS, **_FR_SWISS}.items():
        yield word, tens
        yield f"{word} et un", tens + 1
        yield from ((f"{word} {low[unit - 1]}", tens + unit) for unit in range(1, 10))
    yield "soixante et onze", 71
    yield from ((f"soixante {low[value - 61]}", value) for value in range(70, 80))
    yield "quatre vingts", 80
    yield "quatre vingt", 80
    yield from ((f"quatre vingt {low[value - 81]}", value) for value in range(81, 100))


def _german() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in enumerate(_DE_TO_TWELVE))
    yield from (("ein", 1), ("zwo", 2), ("fuenf", 5), ("zwoelf", 12))
    yield from ((f"{word}zehn", value) for word, value in _DE_TEENS.items())
    yield "fuenfzehn", 15
    for tens, word in enumerate([*_DE_TENS, "fuenfzig"], start=2):
        value = 50 if word == "fuenfzig" else tens * 10
        yield word, value
        yield from (
            (f"{'ein' if unit == 1 else _DE_TO_TWELVE[unit]} und {word}", value + unit) for unit in range(1, 10)
        )
        yield f"fuenf und {word}", value + 5


def _spanish() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in enumerate(_ES_TO_FIFTEEN))
    for unit, word in enumerate(_ES_TO_FIFTEEN[6:10], start=6):
        yield f"dieci{word}", 10 + unit
        yield f"diez y {word}", 10 + unit
    yield "veinte", 20
    for unit, word in enumerate(_ES_TO_FIFTEEN[1:10], start=1):
        yield f"veinti{word}", 20 + unit
        yield f"veinte y {word}", 20 + unit
    for tens, word in enumerate(_ES_TENS, start=3):
        yield word, tens * 10
        yield from ((f"{word} y {ending}", tens * 10 + unit) for unit, ending in enumerate(_ES_TO_FIFTEEN[1:10], 1))


_WORDS = {"en": _english, "fr": _french, "de": _german, "es": _spanish}
_MULTIPLES = {
    "en": {"double": 2, "triple": 3, "treble": 3, "quadruple": 4},
    "fr": {"double": 2, "triple": 3},
    "de": {"doppel": 2, "doppelt": 2, "dreifach": 3, "zweimal": 2, "dreimal": 3},
    "es": {"doble": 2, "triple": 3},
}
_ES_HUNDREDS = {
    "cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500,
    "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
}  # fmt: skip
_THOUSAND = {"fr": "mille", "de": "tausend", "es": "mil"}
_HUNDRED = {"en": "hundred", "fr": "cent", "de": "hundert"}
# What a letter of the plain form may be written as, so that accents and their absence both match.
_WRITTEN = {"a": "[aä]", "e": "[eéè]", "o": "[oöó]", "u": "[uüú]", "i": "[ií]", "ss": "(?:ß|ss)"}


@dataclass(frozen=True)
class Numerals:
    """The number words of one language. `pattern` (no groups, no word boundaries) matches one number."""

    language: str
    values: dict[str, int]
    multiples: dict[str, int]

    @cached_property
    def pattern(self) -> str:
        """A regular expression for a number from 0 to 99, longest reading first; any whitespace may part its words."""
        return self.pattern_from(0)

    def pattern_from(self, least: int) -> str:
        """The same for numbers from `least` on."""
        between = r"\s*" if self.language == "de" else r"[\s\-\u2010\u2011]+"
        forms = sorted({form for form, value in _WORDS[self.language]() if value >= least}, key=len, reverse=True)
        return "(?:" + "|".join(between.join(_spelling(word) for word in form.split()) for form in forms) + ")"

    @cached_property
    def whole_pattern(self) -> str:
        """The same with hundreds, and with thousands but in English: "one hundred and two", "einhundertzwei"."""
        return _WHOLE[self.language](self.pattern)

    @cached_property
    def multiple_pattern(self) -> str:
        """A regular expression for "double", "triple" and their like."""
        return "(?:" + "|".join(sorted(self.multiples, key=len, reverse=True)) + ")"

    def value(self, words: str) -> int | None:
        """The number that these words say, or `None`."""
        said = plain(words)
        return self.values[said] if said in self.values else self._large(said)

    def _large(self, said: str) -> int | None:
        """A number of hundreds or thousands, in its plain form."""
        thousand = _THOUSAND.get(self.language)
        if not thousand or thousand not in said:
            return self._below_a_thousand(said)
        many, _, rest = said.partition(thousand)
        thousands = self._below_a_thousand(many) if many else 1
        below = self._below_a_thousand(rest.removeprefix("und")) if rest else 0
        return None if below is None or thousands is None else thousands * 1000 + below

    def _below_a_thousand(self, said: str) -> int | None:
        if said in self.values:
            return self.values[said]
        if self.language == "es":
            hundreds, rest = _spanish_hundreds(said)
        else:
            many, found, rest = said.partition(_HUNDRED[self.language])
            hundreds = self.values.get(many, 0) * 100 if many else 100
            if not (found and hundreds):
                return None
            rest = rest.removeprefix({"en": "and", "de": "und"}.get(self.language, ""))
            if self.language == "fr" and rest not in self.values:
                rest = rest.removeprefix("s")
        if not hundreds or (rest and rest not in self.values):
            return None
        return hundreds + (self.values[rest] if rest else 0)


def _spanish_hundreds(said: str) -> tuple[int, str]:
    for word in sorted(_ES_HUNDREDS, key=len, reverse=True):
        for form in (word, f"{word[:-2]}as" if word.endswith("os") else word):
            if said.startswith(form):
                return _ES_HUNDREDS[word], said.removeprefix(form)
    return 0, said


def _english_whole(number: str) -> str:
    # "nine hundred one two three" is said for 900 123; a number that goes on has its "and".
    return rf"(?:{number}(?:\s+hundred(?:\s+and\s+{number})?)?)"


def _french_whole(number: str) -> str:
    gap = r"[\s\-\u2010\u2011]+"
    unit = "(?:deux|trois|quatre|cinq|six|sept|huit|neuf)"
    hundred = rf"(?<!pour\s)cents?(?!\w)(?:{gap}{number}(?!\w))?"
    thousand = rf"mille(?!\w)(?:{gap}(?:(?:{unit}{gap})?{hundred}|{number}(?!\w)))?"
    # "zéro cent trois" is a zero and a hundred and three.
    return rf"(?:(?:{unit}{gap})?{hundred}|{number}(?:{gap}{thousand})?|{thousand})"


def _german_whole(number: str) -> str:
    hundred = rf"hundert(?:und)?(?:{number})?"
    thousand = rf"tausend(?:und)?(?:{number}(?:{hundred})?|{hundred})?"
    return rf"(?:{number}(?:{thousand}|{hundred})?|{thousand}|{hundred})"


def _spanish_whole(number: str) -> str:
    hundred = (
        r"(?:cien(?:to)?|(?:dos|tres|cuatro|seis|sete|ocho|nove)cient[oa]s|quinient[oa]s)(?!\w)"
        # "novecientos uno dos tres" is said for 900 123.
        rf"(?:\s+{number}(?!\w)(?!\s+(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)(?!\w)))?"
    )
    thousand = rf"mil(?!\w)(?:\s+(?:{hundred}|{number}(?!\w)))?"
    return rf"(?:{number}(?:\s+{thousand})?|{thousand}|{hundred}(?:\s+{thousand})?)"


_WHOLE = {"en": _english_whole, "fr": _french_whole, "de": _german_whole, "es": _spanish_whole}


def _spelling(word: str) -> str:
    return re.sub("ss|[aeiou]", lambda found: _WRITTEN[found.group()], word)


@lru_cache(maxsize=8)
def numerals(language: str) -> Numerals:
    """The number words of a language (ISO 639-1); English where the language is not one of the four."""
    code = language if language in _WORDS else "en"
    values = {plain(form): value for form, value in _WORDS[code]()}
    return Numerals(code, values, _MULTIPLES[code])
