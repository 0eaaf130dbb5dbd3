"""Digits read aloud, in four languages."""

import re

from anonymizers.wordlists import word_set

_ENGLISH = {"zero": "0", "oh": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
            "six": "6", "seven": "7", "eight": "8", "nine": "9"}  # fmt: skip
_FRENCH = {"zero": "0", "un": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7",
           "huit": "8", "neuf": "9"}  # fmt: skip
_GERMAN = {"null": "0", "eins": "1", "ein": "1", "zwei": "2", "zwo": "2", "drei": "3", "vier": "4", "funf": "5",
           "sechs": "6", "sieben": "7", "acht": "8", "neun": "9"}  # fmt: skip
_SPANISH = {"cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7",
            "ocho": "8", "nueve": "9"}  # fmt: skip
SPOKEN_DIGITS: dict[str, dict[str, str]] = {"en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN, "es": _SPANISH}
"""The digit of a word (key, see `characters.key`), by language."""

TWICE = {"double": 2, "doppel": 2, "doble": 2, "triple": 3, "treble": 3}
"""Words that repeat the digit or letter after them."""

_TENS = {
    "en": word_set(
        """
        ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
        seventy eighty ninety
        """
    ),
    "fr": word_set("dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante"),
    "de": word_set(
        """
        zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreissig vierzig funfzig
        sechzig siebzig achtzig neunzig
        """
    ),
    "es": word_set(
        """
        diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos
        veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta cuarenta
        cincuenta sesenta setenta ochenta noventa
        """
    ),
}
SPOKEN_NUMBERS: dict[str, frozenset[str]] = {
    language: frozenset(SPOKEN_DIGITS[language]) | words for language, words in _TENS.items()
}
"""Words for numbers below a hundred, by language: numbers are read aloud in pairs of digits too."""


_HUNDREDS = {
    "en": word_set("hundred thousand"),
    "fr": word_set("cent cents mille"),
    "de": word_set("hundert tausend"),
    "es": word_set(
        """
        cien ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos mil
        """
    ),
}
_GERMAN_COMPOUND = re.compile(
    r"(?:(?:ein|zwei|zwo|drei|vier|funf|sechs|sieben|acht|neun)?(?:hundert|tausend)(?:und)?)*"
    r"(?:(?:ein|zwei|zwo|drei|vier|funf|sechs|sieben|acht|neun)und)?"
    r"(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)?"
)


def is_number_word(key: str, language: str) -> bool:
    """Whether a word (key) says a number, or a part of one.

    >>> is_number_word("einundvierzig", "de"), is_number_word("seventy", "en"), is_number_word("und", "de")
    (True, True, False)
    """
    if key in SPOKEN_NUMBERS.get(language, ()) or key in _HUNDREDS.get(language, ()) or key in TWICE:
        return True
    return language == "de" and len(key) > 6 and _GERMAN_COMPOUND.fullmatch(key) is not None
