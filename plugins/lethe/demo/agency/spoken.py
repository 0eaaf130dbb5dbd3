"""How a detail sounds when somebody says it: numbers, dates, e-mail addresses, telephone numbers, letters."""

import unicodedata
from datetime import date

_DIGITS = {
    "en": "zero one two three four five six seven eight nine",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
}
_TEENS = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "fr": "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "es": "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
_TWENTIES_ES = (
    "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_SIGNS = {
    "en": {"@": "at", ".": "dot", "-": "dash", "_": "underscore"},
    "fr": {"@": "arobase", ".": "point", "-": "tiret", "_": "tiret bas"},
    "de": {"@": "ät", ".": "Punkt", "-": "Bindestrich", "_": "Unterstrich"},
    "es": {"@": "arroba", ".": "punto", "-": "guion", "_": "guion bajo"},
}

_UNFOLDED = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "\u0131": "i", "Đ": "D", "đ": "d"})
"""Letters that Unicode does not take apart."""


def number(value: int, language: str) -> str:
    """A number from 0 to 99 in words: `forty-one`, `quarante et un`, `einundvierzig`, `cuarenta y uno`."""
    tens, ones = divmod(value, 10)
    digits, teens = _DIGITS[language].split(), _TEENS[language].split()
    if tens == 0:
        return digits[ones]
    if tens == 1:
        return teens[ones]
    start = _TENS[language].split()[tens - 2]
    if language == "es":
        return _TWENTIES_ES.split()[ones] if tens == 2 else (f"{start} y {digits[ones]}" if ones else start)
    if language == "de":
        return f"{'ein' if ones == 1 else digits[ones]}und{start}" if ones else start
    if language == "fr":
        if tens in (7, 9):
            return f"{start} et onze" if (tens, ones) == (7, 1) else f"{start}-{teens[ones]}"
        if not ones:
            return "quatre-vingts" if tens == 8 else start
        return f"{start} et un" if ones == 1 and tens < 8 else f"{start}-{digits[ones]}"
    return f"{start}-{digits[ones]}" if ones else start


def birthday(day: date, language: str, *, ordinal: bool = False) -> str:
    """A date of birth as it is said: `the 7th of March 1984` without its article, `7 mars 1984`."""
    month = _MONTHS[language].split()[day.month - 1]
    if language == "en":
        return f"{day.day}{_ending(day.day)} of {month} {day.year}" if ordinal else f"{day.day} {month} {day.year}"
    return {
        "fr": f"{'1er' if day.day == 1 else day.day} {month} {day.year}",
        "de": f"{day.day}. {month} {day.year}",
        "es": f"{day.day} de {month} de {day.year}",
    }[language]


def short_day(day: date) -> str:
    """A day as people put it in a file's name: `12 March`."""
    return f"{day.day} {_MONTHS['en'].split()[day.month - 1]}"


def email(address: str, language: str) -> str:
    """An e-mail address said aloud: `siobhan dot obrien at example dot org`."""
    words: list[str] = []
    for mark in address:
        if mark in _SIGNS[language]:
            words += [_SIGNS[language][mark], ""]
        elif mark.isdigit():
            words += [_DIGITS[language].split()[int(mark)], ""]
        elif words and words[-1] not in _DIGITS[language].split():
            words[-1] += mark
        else:
            words.append(mark)
    return " ".join(word for word in words if word)


def phone(written: str, language: str, *, zero: str = "oh") -> str:
    """A telephone number said aloud: English with `double`, French in pairs, else digit by digit."""
    digits = _DIGITS[language].split()
    groups = written.split()
    if language == "fr":
        return " ".join(
            f"{digits[0]} {digits[int(group[1])]}" if group[0] == "0" else number(int(group), "fr") for group in groups
        )
    if language != "en":
        return " ".join(digits[int(mark)] for group in groups for mark in group)
    words = []
    for mark_group in groups:
        position = 0
        while position < len(mark_group):
            mark = mark_group[position]
            word = zero if mark == "0" else digits[int(mark)]
            twice = mark_group[position : position + 2] == mark * 2
            words.append(f"double {word}" if twice else word)
            position += 2 if twice else 1
    return " ".join(words)


def spelled(word: str, style: str) -> str:
    """A name letter by letter: `O-B-R-I-E-N`, `O, B, R, I, E, N` or `O B R I E N`; signs are left out."""
    letters = [mark.upper() if mark != "ß" else "ß" for mark in word if mark.isalpha()]
    return style.join(letters)


def in_ascii(name: str) -> str:
    """A name in the letters of an e-mail address or of an old recorder's file names: `Siobhan OBrien`."""
    plain = unicodedata.normalize("NFKD", name.translate(_UNFOLDED))
    return "".join(mark for mark in plain if mark.isascii() and (mark.isalnum() or mark in " -"))


def _ending(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
