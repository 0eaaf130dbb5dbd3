"""The written forms of people's names."""

import re
import unicodedata
from collections.abc import Iterator

from anonymizers.gate.folding import camel_parts, clean, words
from anonymizers.gate.forms import Form
from anonymizers.gate.vocabulary import GENERIC_LABELS, PARTICLES, TITLES, Lexicon
from anonymizers.people import Person

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_UNGERMAN = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_APOSTROPHES = re.compile("[\u0027\u0060\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]")
_HYPHENS = re.compile("[\u002d\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_CAMEL_PREFIXES = frozenset({"mc", "mac", "o", "d", "de", "di", "fitz", "la", "le", "van"})


def name_forms(person: Person, lexicon: Lexicon) -> Iterator[Form]:
    """All forms of a person's names, the kind that says most first."""
    given = [name for name in (person.first_name, person.preferred_name) if words(name)]
    if words(person.last_name):
        for first in dict.fromkeys(given):
            yield from _full_name(first, person.last_name, lexicon)
    yield from _name("last_name", person.last_name, lexicon)
    yield from _name("first_name", person.first_name, lexicon)
    yield from _name("preferred_name", person.preferred_name, lexicon)
    yield from _name("bank_name", person.bank_account_name, lexicon)
    for label in person.speaker_labels:
        named = [word for word in words(label) if word.isalpha() and word not in GENERIC_LABELS]
        # A label that is an everyday word ("Customer") or a code names nobody by itself.
        if len(named) > 1 or any(not is_weak(word, lexicon) for word in named):
            yield from _name("speaker_label", " ".join(named), lexicon)
    # Last: "abernathys" is a plural before it is a name with an initial.
    if words(person.last_name):
        for first in dict.fromkeys(given):
            yield from _handles(first, person.last_name, lexicon)


def unspaced_names(person: Person) -> Iterator[tuple[str, str]]:
    """(kind, text) of names in scripts that part no words (Chinese, Japanese, Thai, Korean), of two signs or more."""
    named = (
        ("last_name", person.last_name),
        ("first_name", person.first_name),
        ("preferred_name", person.preferred_name),
    )
    for kind, value in named:
        if _UNSPACED.search(value) and len(value.strip()) > 1:
            yield kind, "".join(words(value))


def is_weak(word: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is too short or too common to be a name wherever it stands."""
    return len(word) < 3 or word in PARTICLES or lexicon.is_common(word)


def _full_name(first: str, last: str, lexicon: Lexicon) -> Iterator[Form]:
    for given in _written(first):
        for family in _written(last):
            # "will may" and "rose brown" are ordinary words side by side until their use shows a name.
            plain = all(word in PARTICLES or lexicon.is_common(word) for word in (*given, *family))
            yield Form((*given, *family), "full_name", "common" if plain else "certain")
            yield Form((*family, *given), "full_name", "common" if plain else "certain")
            one, other = "".join(given), "".join(family)
            yield Form((one[0], *family), "full_name", "initialled")
            yield Form((*given, other[0]), "full_name", "initialled")


def _handles(first: str, last: str, lexicon: Lexicon) -> Iterator[Form]:
    for given in map("".join, _written(first)):
        for family in map("".join, _written(last)):
            for handle in (given + family, family + given, given[0] + family, family + given[0], given + family[0]):
                if len(handle) >= 4 and not lexicon.is_known(handle):
                    yield Form((handle,), "handle", "certain")


def _name(kind: str, value: str, lexicon: Lexicon) -> Iterator[Form]:
    for spelling in _spellings(value):
        name = tuple(word for word in spelling if word not in TITLES)
        telling = [word for word in name if len(word) > 1 and word not in PARTICLES]
        if len(name) > 1 and telling:
            sure = len(telling) > 1 or not is_weak(telling[0], lexicon)
            yield Form(name, kind, "certain" if sure else "common")
            joined = "".join(name)
            if not lexicon.is_known(joined):
                yield Form((joined,), kind, "certain")
        for word in telling or [word for word in name if len(word) > 1]:
            if word.isdigit():
                continue
            weak = is_weak(word, lexicon)
            yield Form((word,), kind, "common" if weak else "certain")
            # "the Abernathys", "Siobhans": a plural, or a possessive without its apostrophe.
            if not weak and not lexicon.is_known(word + "s"):
                yield Form((word + "s",), kind, "certain")
    for part in value.split():
        # "Mc Donald" for McDonald; its second half alone is another name.
        if len(cut := camel_parts(clean(part))) > 1:
            yield Form(tuple(word for piece in cut for word in words(piece)), kind, "certain")


def _written(value: str) -> list[tuple[str, ...]]:
    """Spellings of a name without titles, each of at least one word."""
    spellings = (tuple(word for word in spelling if word not in TITLES) for spelling in _spellings(value))
    return [spelling for spelling in spellings if spelling]


def _spellings(value: str) -> list[tuple[str, ...]]:
    """The folded words of a name: as it stands, with umlauts written out or not, apostrophes and hyphens closed."""
    composed = unicodedata.normalize("NFC", value)
    closed = _APOSTROPHES.sub("", composed)
    spelled = [composed, closed, _HYPHENS.sub("", closed), composed.lower().translate(_GERMAN)]
    found = dict.fromkeys(tuple(words(spelling)) for spelling in spelled)
    for spelling in list(found):
        short = spelling
        for long, letter in _UNGERMAN:
            short = tuple(word.replace(long, letter) if len(word) >= 5 else word for word in short)
        found.setdefault(short)
    return [spelling for spelling in found if spelling]


def camel_names(raw: str) -> Iterator[str]:
    """Phrases inside a word with inner capitals: `JaneDoe` gives jane, jane doe, doe; `McDonald` gives nothing."""
    parts = [part.lower() for part in camel_parts(raw)]
    if len(parts) < 2 or parts[0] in _CAMEL_PREFIXES:
        return
    for first in range(len(parts)):
        for stop in range(first + 1, min(len(parts), first + 4) + 1):
            yield " ".join(parts[first:stop])
