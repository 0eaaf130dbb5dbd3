"""Numbers, letters and signs as people say them, in four languages."""

import random
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from num2words import num2words

SAID_SIGNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        ".": ("dot",), "@": ("at",), "_": ("underscore",), "-": ("dash", "hyphen"), "/": ("slash",),
        "'": ("apostrophe",), "&": ("and",), "+": ("plus",),
    },
    "fr": {
        ".": ("point",), "@": ("arobase",), "_": ("tiret du bas", "underscore"), "-": ("tiret",), "/": ("slash",),
        "'": ("apostrophe",), "&": ("et",), "+": ("plus",),
    },
    "de": {
        ".": ("Punkt",), "@": ("at", "ät", "Klammeraffe"), "_": ("Unterstrich",), "-": ("Minus", "Bindestrich"),
        "/": ("Schrägstrich", "Slash"), "'": ("Apostroph",), "&": ("und",), "+": ("plus",),
    },
    "es": {
        ".": ("punto",), "@": ("arroba",), "_": ("guion bajo",), "-": ("guion",), "/": ("barra",),
        "'": ("apóstrofo",), "&": ("y",), "+": ("más",),
    },
}  # fmt: skip
"""How a sign in an address, a link or a spelled name is said."""

_NULL = {"en": ("oh", "zero"), "fr": ("zéro",), "de": ("null",), "es": ("cero",)}
_TWICE = {"en": "double", "de": "doppel"}


@lru_cache(maxsize=4096)
def cardinal(number: int, language: str) -> str:
    """A number in words, as it is written in a sentence."""
    words = str(num2words(number, lang=language)).replace(",", "")
    return words if language != "fr" else words.replace("‑", "-")  # noqa: RUF001 - num2words writes that hyphen


@lru_cache(maxsize=512)
def year(number: int, language: str) -> str:
    """A year in words."""
    if language == "en" and 1900 < number < 2000:
        tens = number % 100
        rest = cardinal(tens, "en") if tens > 9 else f"oh {cardinal(tens, 'en')}"
        return f"nineteen {rest}"
    if language == "de" and 1100 < number < 2000:
        return f"{cardinal(number // 100, 'de')}hundert{cardinal(number % 100, 'de') if number % 100 else ''}"
    return cardinal(number, language)


def digit_by_digit(digits: str, language: str, rng: random.Random, *, zero: str = "", two: str = "") -> str:
    """The digits one at a time: "oh seven double three"; letters among them stay letters."""
    zero = zero or rng.choice(_NULL[language])
    words: list[str] = []
    position = 0
    while position < len(digits):
        sign = digits[position]
        if not sign.isdigit():
            words.append(sign.upper())
            position += 1
            continue
        run = len(digits) - len(digits[position:].lstrip(sign)) - position
        said = zero if sign == "0" else two if sign == "2" and two else cardinal(int(sign), language)
        if run == 3 and language == "en" and rng.random() < 0.5:
            words.append(f"{rng.choice(('triple', 'treble'))} {said}")
            position += 3
        elif run >= 2 and language in _TWICE and rng.random() < (0.7 if language == "en" else 0.2):
            words.append(f"{_TWICE[language]} {said}" if language == "en" else f"{_TWICE[language]}{said}")
            position += 2
        else:
            words.append(said)
            position += 1
    return " ".join(words)


def in_numbers(digits: str, language: str, size: int, zero: str = "") -> str:
    """The digits in numbers of `size` digits: "zéro six trente-neuf"; letters among them stay letters."""
    zero = zero or _NULL[language][0]
    words = []
    for run in re.findall(r"\d+|\D", digits):
        if not run.isdigit():
            words.append(run.upper())
            continue
        for start in range(0, len(run), size):
            part = run[start : start + size]
            bare = part.lstrip("0")
            words.extend([zero] * (len(part) - len(bare)))
            if bare:
                words.append(cardinal(int(bare), language))
    return " ".join(words)


def said_groups(groups: Sequence[str], language: str, rng: random.Random) -> list[str]:
    """Groups of digits and letters as somebody of that language reads them out, each group in words."""
    zero = rng.choice(_NULL[language])
    if language == "en":
        if all(len(group) == 2 and group.isdigit() and group[0] != "0" for group in groups) and rng.random() < 0.5:
            return [in_numbers(group, language, 2) for group in groups]
        return [_english(group, zero, rng) for group in groups]
    if language == "fr":
        if rng.random() < 0.15:
            return [digit_by_digit(group, language, rng) for group in groups]
        return [in_numbers(group, language, 3 if len(group) == 3 and rng.random() < 0.5 else 2) for group in groups]
    if language == "de":
        if rng.random() < 0.4:
            return [in_numbers(group, language, 2) for group in groups]
        two = rng.choice(("", "zwo"))
        return [digit_by_digit(group, language, rng, two=two) for group in groups]
    style = rng.random()
    if style < 0.45:
        return [digit_by_digit(group, language, rng) for group in groups]
    return [in_numbers(group, language, 3 if len(group) == 3 and style < 0.75 else 2) for group in groups]


def spelled(word: str, language: str, rng: random.Random) -> str:
    """A name letter by letter, as it stands in a cased transcript: "S-i-o-b-h-a-n", "O apostrophe R, O ..."."""
    joint = rng.choice(("-", " ", ", ", "-"))
    runs: list[str] = []
    letters: list[str] = []
    position = 0
    while position < len(word):
        sign = word[position]
        following = word[position + 1 : position + 2]
        if sign == " ":
            runs.append(joint.join(letters))
            letters = []
        elif not sign.isalpha():
            said = rng.choice(SAID_SIGNS[language].get(sign, ("",)))
            runs += [joint.join(letters), said]
            letters = []
        elif following.casefold() == sign.casefold() and language != "es" and rng.random() < 0.5:
            twice = {"en": "double ", "fr": "deux ", "de": "Doppel-"}[language]
            letters.append(f"{twice}{sign.upper()}")
            position += 1
        else:
            letters.append(sign.upper())
        position += 1
    return " ".join(run for run in [*runs, joint.join(letters)] if run)


def said_address(address: str, language: str, rng: random.Random) -> str:
    """An e-mail address, a handle or a link in words: "jane dot doe forty-two at gmail dot com"."""
    signs = {sign: rng.choice(words) for sign, words in SAID_SIGNS[language].items()}
    words = []
    for run in re.findall(r"[^\W\d_]+|\d+|[\W_]", address):
        if run.isdigit():
            words.append(_number(run, language, rng))
        elif run.isalpha():
            # What nobody can say is said letter by letter.
            short = len(run) <= 2 or not re.search("[aeiouy]", run.casefold())
            words.append(" ".join(run) if short and run.casefold() not in {"co", "me"} else run)
        elif run in signs:
            words.append(signs[run])
    return " ".join(words)


def _english(group: str, zero: str, rng: random.Random) -> str:
    if re.fullmatch(r"[1-9]00", group) and rng.random() < 0.6:
        return cardinal(int(group), "en")
    if re.fullmatch(r"[1-9]000", group) and rng.random() < 0.5:
        return cardinal(int(group), "en")
    return digit_by_digit(group, "en", rng, zero=zero)


def _number(run: str, language: str, rng: random.Random) -> str:
    if len(run) == 4 and run[:2] in {"19", "20"} and rng.random() < 0.7:
        return year(int(run), language)
    if len(run) <= 2 and not run.startswith("0") and rng.random() < 0.7:
        return cardinal(int(run), language)
    if len(run) > 3 and language != "en" and rng.random() < 0.5:
        return in_numbers(run, language, 2)
    return digit_by_digit(run, language, rng)
