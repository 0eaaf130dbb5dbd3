"""The written forms of a home address: the street with its number, and the post code."""

import re
from collections.abc import Iterator

from anonymizers.gate.folding import clean, words
from anonymizers.gate.forms import Form
from anonymizers.gate.spoken import spoken_forms
from anonymizers.gate.vocabulary import Lexicon
from anonymizers.people import Person

_TYPES = (
    ("street", "st", "str"),
    ("road", "rd"),
    ("avenue", "ave", "av"),
    ("lane", "ln"),
    ("drive", "dr"),
    ("close", "cl"),
    ("court", "ct"),
    ("crescent", "cres"),
    ("gardens", "gdns"),
    ("place", "pl"),
    ("square", "sq"),
    ("terrace", "terr", "ter"),
    ("boulevard", "blvd", "bd"),
    ("grove", "gr"),
    ("rue", "r"),
    ("calle", "c"),
    ("plaza", "pza"),
    ("chemin", "ch"),
    ("impasse", "imp"),
    ("avenida", "avda", "av"),
)
_OTHER_FORMS = {form: forms for forms in _TYPES for form in forms}
_GERMAN_END = re.compile(r"(?P<name>.{3,})(?P<type>strasse|str|platz|weg|gasse|allee|ring|damm|ufer)")
_GERMAN_TYPES = {"strasse": ("strasse", "str"), "str": ("strasse", "str")}
# Before the number of a house: "Flat 3, 12 Acacia Avenue".
_EXTRAS = frozenset(
    {"flat", "apartment", "apt", "unit", "floor", "suite", "room", "no", "nr", "house", "block", "piso"}
)
_NUMBER_ENDS = frozenset({"bis", "ter", "quater"})
_UNNUMBERED = frozenset({"no", "nr", "numero", "num", "number"})


def address_forms(person: Person, lexicon: Lexicon) -> Iterator[Form]:
    """All forms of a person's street and post code."""
    for line in re.split(r"[,;\n/]", clean(person.street)):
        yield from _street(words(line), lexicon)
    yield from _street(words(person.street), lexicon)
    yield from _postcode(words(person.postcode), words(person.city))


def _street(line: list[str], lexicon: Lexicon) -> Iterator[Form]:
    number, name = _house(line)
    if not name:
        return
    for form in _written(tuple(name)):
        for house in _numbers(number):
            yield Form((*house, *form), "street", "certain")
            yield Form((*form, *house), "street", "certain")
            yield from (Form((*form, word, *house), "street", "certain") for word in _UNNUMBERED)
        # A street's name alone is many people's; a rare one is for the reviewer.
        rare = any(len(word) >= 4 and word not in _OTHER_FORMS and not lexicon.is_common(word) for word in form)
        if len(form) > 1 or _GERMAN_END.fullmatch(form[0]):
            yield Form(form, "street_name", "review" if rare else "count")


def _house(line: list[str]) -> tuple[list[str], list[str]]:
    """The words of a line as (house number, street name); no number where the line has none."""
    while len(line) > 2 and line[0] in _EXTRAS and line[1].isdigit():
        line = line[2:]
    line = [word for word in line if word not in _UNNUMBERED]
    digits = [at for at, word in enumerate(line) if word.isdigit()]
    if not digits:
        return [], line
    if digits[0] == 0:
        stop = 1
        while stop < len(line) and _belongs_to_number(line[stop]):
            stop += 1
        return line[:stop], line[stop:]
    return line[digits[0] :], line[: digits[0]]


def _belongs_to_number(word: str) -> bool:
    return len(word) == 1 or word.isdigit() or word in _NUMBER_ENDS


def _numbers(number: list[str]) -> Iterator[tuple[str, ...]]:
    if not number:
        return
    yield tuple(number)
    if len(number) == 1 and len(number[0]) < 3 and int(number[0]):
        yield from spoken_forms(int(number[0]))


def _written(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A street's name with its type written out and shortened, joined and apart."""
    found = dict.fromkeys([name])
    for at in {0, len(name) - 1}:
        for form in _OTHER_FORMS.get(name[at], ()) if len(name) > 1 else ():
            found[(*name[:at], form, *name[at + 1 :])] = None
    # Hauptstrasse, Haupt Strasse, Hauptstr.
    end = _GERMAN_END.fullmatch(name[-1])
    stem, kind = (end["name"], end["type"]) if end else (name[-2], name[-1]) if len(name) > 1 else ("", "")
    if stem and _GERMAN_END.fullmatch("xxx" + kind):
        before = name[:-1] if end else name[:-2]
        for form in _GERMAN_TYPES.get(kind, (kind,)):
            found[(*before, stem + form)] = None
            found[(*before, stem, form)] = None
    return iter(found)


def _postcode(written: list[str], city: list[str]) -> Iterator[Form]:
    plain = "".join(written)
    if len(plain) < 4:
        return
    if plain.isdigit():
        # Five digits alone may be any measure: with its town or the word for it, it is an address.
        yield Form(tuple(written), "postcode", "postal")
        if city:
            yield Form((*written, *city), "postcode", "certain")
            yield Form((*city, *written), "postcode", "certain")
        return
    # Without its space ("M11AA") it has other words; the search for spelled-out codes finds it.
    yield Form(tuple(written), "postcode", "certain")
    outward = words(plain[:-3])
    if len(plain) in {5, 6, 7} and outward:
        yield Form(tuple(outward), "postcode_area", "count")
