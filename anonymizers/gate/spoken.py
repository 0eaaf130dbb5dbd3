"""Numbers in a page, written in digits or said in words (English, French, German, Spanish)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from anonymizers.gate.folding import listed
from anonymizers.gate.page import Page

_LONGEST_GAP = 2
REPEATS = {"double": 2, "triple": 3, "treble": 3}

_EN = listed(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """
)
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN_ORDINALS = listed(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
    """
)
_FR = listed(
    """
    zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
    dix-neuf
    """
)
_FR_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante", "nonante"]
_DE = listed(
    """
    null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn
    achtzehn neunzehn
    """
)
_DE_TENS = ["zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_DE_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_ES = listed(
    """
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete
    dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete
    veintiocho veintinueve
    """
)
_ES_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]


@dataclass(frozen=True, slots=True)
class Number:
    """Digits of a page and the tokens they stand in, first to last."""

    digits: str = field(repr=False)
    first: int
    last: int
    spoken: bool


def numbers(page: Page) -> list[Number]:
    """All numbers of a page in reading order; "double seven" is one number, 77."""
    found: list[Number] = []
    at = 0
    while at < len(page):
        key = page.keys[at]
        if key.isdigit():
            found.append(Number(key, at, at, spoken=False))
        elif key in _FIRST_WORDS:
            if number := _said(page, at):
                found.append(number)
                at = number.last
        elif key in REPEATS and page.near(at, _LONGEST_GAP):
            repeated = _said(page, at + 1)
            digit = page.keys[at + 1] if page.keys[at + 1].isdigit() else repeated.digits if repeated else ""
            if len(digit) == 1:
                found.append(Number(digit * REPEATS[key], at, at + 1, spoken=True))
                at += 1
        at += 1
    return found


def _said(page: Page, first: int) -> Number | None:
    """The longest number said in words that starts with this token."""
    phrase, best, last = page.keys[first], None, first
    while phrase in _SAID or phrase in _BEGUN:
        if phrase in _SAID:
            best = Number(_SAID[phrase], first, last, spoken=True)
        if not page.near(last, _LONGEST_GAP):
            break
        last += 1
        phrase = f"{phrase} {page.keys[last]}"
    return best


def ends_begun(keys: Sequence[str]) -> list[str]:
    """The beginnings of numbers said in words with which some words end, and which a word more may complete."""
    longest = keys[-_LONGEST_SAID:]
    phrases = (" ".join(longest[at:]) for at in range(len(longest)))
    return [phrase for phrase in phrases if phrase in _BEGUN or phrase in REPEATS]


def goes_on(begun: str, key: str) -> bool:
    """Whether a number that is begun so may go on with this word."""
    if begun in REPEATS:
        return key.isdigit() or len(key) == 1 or key in _FIRST_WORDS
    phrase = f"{begun} {key}"
    return phrase in _SAID or phrase in _BEGUN


def spoken_forms(number: int) -> list[tuple[str, ...]]:
    """A number from 1 to 99 as it is said in the four languages, in folded words."""
    return [tuple(said.split(" ")) for below in (_english, _french, _german, _spanish) for said in below(number)]


def _english(number: int) -> Iterator[str]:
    if number < 20:
        yield _EN[number]
        return
    tens, unit = divmod(number, 10)
    yield f"{_EN_TENS[tens - 2]} {_EN[unit]}" if unit else _EN_TENS[tens - 2]


def _french(number: int) -> Iterator[str]:
    tens, unit = divmod(number, 10)
    if number < 20:
        yield _FR[number].replace("-", " ")
        return
    word = _FR_TENS[tens - 2]
    yield word if not unit else f"{word} et un" if unit == 1 else f"{word} {_FR[unit]}"
    if tens in {7, 9}:
        base = "soixante" if tens == 7 else "quatre vingt"
        yield f"{base} et onze" if number == 71 else f"{base} {_FR[10 + unit].replace('-', ' ')}"
    elif tens == 8:
        yield from [f"quatre vingt {_FR[unit]}"] if unit else ["quatre vingts", "quatre vingt"]


def _german(number: int) -> Iterator[str]:
    tens, unit = divmod(number, 10)
    word = _DE[number] if number < 20 else f"{_DE[unit]}und{_DE_TENS[tens - 2]}" if unit else _DE_TENS[tens - 2]
    yield from dict.fromkeys((word, word.replace("funf", "fuenf").replace("zwolf", "zwoelf")))


def _spanish(number: int) -> Iterator[str]:
    if number < 30:
        yield _ES[number]
        return
    tens, unit = divmod(number, 10)
    yield f"{_ES_TENS[tens - 3]} y {_ES[unit]}" if unit else _ES_TENS[tens - 3]


def _phrases() -> Iterator[tuple[str, str]]:
    for number in range(100):
        for below in (_english, _french, _german, _spanish):
            for said in below(number):
                yield said, str(number)
                if number:
                    yield from _years(said, number)
    for digit, others in enumerate(("oh o nought nil", "une eins una", "zwo")):
        yield from ((other, str(digit)) for other in others.split())
    for unit in range(1, 10):
        yield f"{_EN[unit]} hundred", f"{unit}00"
    yield from (("two thousand", "2000"), ("deux mille", "2000"), ("zweitausend", "2000"), ("dos mil", "2000"))
    yield from _ordinals()


def _years(said: str, number: int) -> Iterator[tuple[str, str]]:
    """Years of birth as they are said; "nineteen eighty four" needs no entry, its numbers follow one another."""
    for before in ("mille neuf cent ", "dix neuf cent ", "neunzehnhundert", "mil novecientos "):
        yield before + said, f"19{number:02d}"
    for before in ("two thousand and ", "two thousand ", "deux mille ", "zweitausend", "dos mil "):
        yield before + said, f"20{number:02d}"


def _ordinals() -> Iterator[tuple[str, str]]:
    for number, word in enumerate(_EN_ORDINALS, start=1):
        yield word, str(number)
    for unit in range(1, 10):
        yield f"twenty {_EN_ORDINALS[unit - 1]}", f"2{unit}"
    yield from (("thirtieth", "30"), ("thirty first", "31"), ("premier", "1"), ("primero", "1"))
    for number in range(1, 32):
        for word in _german(number):
            stem = _DE_ORDINALS.get(number, word + ("t" if number < 20 else "st"))
            yield from ((stem + ending, str(number)) for ending in ("e", "en", "er"))


_SAID = dict(_phrases())
_BEGUN = frozenset(said[:at] for said in _SAID for at, char in enumerate(said) if char == " ")
_FIRST_WORDS = frozenset(said.split(" ", 1)[0] for said in _SAID)
_LONGEST_SAID = max(said.count(" ") + 1 for said in _SAID)
