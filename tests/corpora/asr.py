"""Text as a plain speech recogniser writes it: lower case, no punctuation, numbers in words."""

import random
import re
from collections.abc import Callable

from num2words import num2words

from tests.corpora.cast import plain_letters
from tests.corpora.speaking import SAID_SIGNS, cardinal, digit_by_digit, year

_LETTERS = {
    "en": "",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "de": "äöüß",
    "es": "áéíóúüñ",
}
_MONEY = {
    "en": {"£": ("pound", "pounds"), "€": ("euro", "euros"), "$": ("dollar", "dollars")},
    "fr": {"£": ("livre", "livres"), "€": ("euro", "euros"), "$": ("dollar", "dollars")},
    "de": {"£": ("pfund", "pfund"), "€": ("euro", "euro"), "$": ("dollar", "dollar")},
    "es": {"£": ("libra", "libras"), "€": ("euro", "euros"), "$": ("dólar", "dólares")},
}
_PERCENT = {"en": "percent", "fr": "pour cent", "de": "prozent", "es": "por ciento"}
_POINT = {"en": "point", "fr": "virgule", "de": "komma", "es": "coma"}
_DEGREES = {"en": "degrees", "fr": "degrés", "de": "grad", "es": "grados"}
_DECIMAL = {"en": r"\.", "fr": "[,.]", "de": "[,.]", "es": "[,.]"}
_THOUSANDS = {"en": ",", "fr": r"[ .\u00a0\u202f]", "de": r"\.", "es": r"\."}
_ABBREVIATIONS = {
    "en": {"mr": "mister", "mrs": "missus", "dr": "doctor", "st": "saint", "prof": "professor"},
    "fr": {"mme": "madame", "m": "monsieur", "dr": "docteur", "st": "saint", "mlle": "mademoiselle"},
    "de": {"dr": "doktor", "prof": "professor", "str": "straße", "nr": "nummer"},
    "es": {"sr": "señor", "sra": "señora", "dr": "doctor", "dra": "doctora", "avda": "avenida", "c/": "calle"},
}


def asr_text(text: str, language: str, before: str = "") -> str:
    """The text in the recogniser's style; `before` is the sign that stands before it, of which an apostrophe depends.

    Spaces at either end, and those that punctuation leaves, stay for the caller to fold.
    """
    said = text.replace("\u2019", "'").replace("\u2018", "'").replace("\u02bc", "'")
    said = _abbreviations(said, language)
    said = _numbers(said, language)
    for sign, words in SAID_SIGNS[language].items():
        if sign in "@&+_":
            said = said.replace(sign, f" {words[0]} ")
    said = re.sub(r"[\-\u2010-\u2015/…]", " ", said)
    said = "".join(_kept(said, position, before) for position in range(len(said)))
    return _own_letters(said.lower(), language)


def _kept(text: str, position: int, before: str) -> str:
    sign = text[position]
    if sign.isalnum() or sign.isspace():
        return sign
    previous = text[position - 1] if position else before
    following = text[position + 1 : position + 2]
    # "rock 'n' roll" and "lads'" lose theirs, "don't" and "l'appli" do not.
    return "'" if sign == "'" and previous.isalnum() and following.isalnum() else ""


def _own_letters(text: str, language: str) -> str:
    """A recogniser writes the letters of its own language alone."""
    return "".join(sign if sign.isascii() or sign in _LETTERS[language] else plain_letters(sign) for sign in text)


def _abbreviations(text: str, language: str) -> str:
    for short, whole in _ABBREVIATIONS[language].items():
        if short == "m" or short == "st":
            # "M. Petit" and "St. Hilaire", but no single letter of anything else.
            text = re.sub(rf"\b{short.capitalize()}\. (?=[^\W\d_]|$)", f"{whole} ", text)
        elif short == "str":
            text = re.sub(r"(?<=\w)str\.|\bStr\.", whole, text)
        elif short.endswith("/"):
            text = text.replace("c/ ", f"{whole} ").replace("C/ ", f"{whole} ")
        else:
            text = re.sub(rf"\b{short}\b\.?", whole, text, flags=re.IGNORECASE)
    return text


def _numbers(text: str, language: str) -> str:
    decimal, thousands = _DECIMAL[language], _THOUSANDS[language]
    amount = rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)(?:{decimal}\d{{1,2}})?|\d+(?:{decimal}\d+)?"

    def number(found: str) -> str:
        return _amount(found, language)

    for sign, names in _MONEY[language].items():
        mark = re.escape(sign)
        text = re.sub(rf"{mark} ?({amount})", _money(names, language), text)
        text = re.sub(rf"({amount})[ \u00a0]?{mark}", _money(names, language), text)
    text = re.sub(rf"({amount})[ \u00a0]?%", lambda found: f"{number(found[1])} {_PERCENT[language]}", text)
    text = text.replace("%", f" {_PERCENT[language]} ")
    text = re.sub(r"°", f" {_DEGREES[language]} ", text)
    text = _times(text, language)
    text = _ordinals(text, language)
    text = re.sub(r"(?<!\d)(?:19|20)\d{2}(?!\d)", lambda found: f" {year(int(found[0]), language)} ", text)
    return re.sub(amount, lambda found: f" {number(found[0])} ", text)


def _times(text: str, language: str) -> str:
    def clock(found: re.Match[str]) -> str:
        hour, minute = int(found[1]), int(found[2] or 0)
        said = cardinal(hour, language)
        if language == "fr":
            said += " heure" if hour == 1 else " heures"
        if language == "de":
            said += " uhr"
        if minute:
            said += f" {cardinal(minute, language)}"
        elif language in ("en", "es") and found[2] is not None:
            said += " o'clock" if language == "en" else " en punto"
        return f" {said} "

    if language == "fr":
        text = re.sub(r"\b(\d{1,2}) ?h ?(\d{2})?\b", clock, text)
    return re.sub(r"\b(\d{1,2}):(\d{2})\b(?: Uhr)?", clock, text)


def _ordinals(text: str, language: str) -> str:
    forms = {
        "en": r"\b(\d{1,3})(?:st|nd|rd|th)\b",
        "fr": r"\b(\d{1,2})(?:er|ère|e|è|ème|nd|nde)\b",
        "es": r"\b(\d{1,2})(?:\.?[ºª]|er|o|a)(?!\w)",
    }
    if language not in forms:
        return text
    return re.sub(forms[language], lambda found: f" {num2words(int(found[1]), to='ordinal', lang=language)} ", text)


def _money(names: tuple[str, str], language: str) -> Callable[[re.Match[str]], str]:
    def said(found: re.Match[str]) -> str:
        whole, _, part = re.sub(_THOUSANDS[language], "", found[1]).replace(",", ".").partition(".")
        words = f"{cardinal(int(whole), language)} {names[whole != '1']}"
        cents = int(part.ljust(2, "0")[:2]) if part else 0
        return f" {words} {cardinal(cents, language)} " if cents else f" {words} "

    return said


def _amount(found: str, language: str) -> str:
    plain = re.sub(rf"{_THOUSANDS[language]}(?=\d{{3}}(?!\d))", "", found)
    whole, _, part = plain.replace(",", ".").partition(".")
    if (len(whole) > 4 and whole == found) or (len(whole) > 1 and whole.startswith("0")):
        # No thousands are marked off: a number of somebody's, read digit by digit, the same digits the same way.
        words = digit_by_digit(whole, language, random.Random(whole))
    else:
        words = cardinal(int(whole), language)
    if part:
        words += f" {_POINT[language]} " + " ".join(cardinal(int(digit), language) for digit in part)
    return words
