"""The written forms of names, and the signs by which an everyday word shows itself to be one."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from anonymizers.gate.folding import camel_parts, clean, words
from anonymizers.gate.fragments import Style
from anonymizers.gate.page import Page
from anonymizers.gate.vocabulary import (
    GENERIC_LABELS,
    KIN,
    MODALS,
    MONTH_CONTEXT,
    MONTHS,
    PARTICLES,
    TITLES,
    Lexicon,
)
from anonymizers.people import Person

# certain: blocks wherever it stands. common: blocks where its use shows a name. initialled: blocks with capitals
# or written as a handle. glued: blocks written without spaces. review, count: never block. keep: protects.
Strength = Literal["certain", "common", "initialled", "glued", "review", "count", "keep"]

NAME_KINDS = frozenset({"full_name", "last_name", "first_name", "preferred_name", "bank_name", "speaker_label"})

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_UNGERMAN = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_APOSTROPHES = re.compile("[\u0027\u0060\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]")
_HYPHENS = re.compile("[\u002d\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_CAMEL_PREFIXES = frozenset({"mc", "mac", "o", "d", "de", "di", "fitz", "la", "le", "van"})

_SENTENCE_START = re.compile(
    r"(?:^|[.!?\u2026:>][\"'\u201d\u2019)\]]{0,3}|\n[ \t]*\n|\n[ \t]*[*\u2022\u2013\u2014-])"
    r"[\s\"'\u201c\u2018\u00ab\u2039(\[{*_\u2013\u2014\u2022-]*$"
)


@dataclass(frozen=True, slots=True)
class Form:
    """One phrase of folded words to look for, and what it means to find it."""

    phrase: tuple[str, ...] = field(repr=False)
    kind: str
    strength: Strength


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


def is_weak(word: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is too short or too common to be a name wherever it stands."""
    return len(word) < 3 or word in PARTICLES or lexicon.is_common(word)


def shows_name(page: Page, first: int, last: int, style: Style) -> bool:
    """Whether an everyday word, or a phrase of them, is used as a name where it stands."""
    if style == "label" or page.is_label(first) or _introduced(page, first):
        return True
    capitalised = [page.raws[at] for at in range(first, last + 1) if page.keys[at] not in PARTICLES]
    if not capitalised or not all(_is_capitalised(raw) for raw in capitalised) or _is_month(page, first, last):
        return False
    if style == "title" or len(capitalised) > 1:
        return True
    return not _starts_sentence(page, first) and not _in_heading(page, first, last)


def starts_capital(raw: str) -> bool:
    """Whether a token begins with a capital."""
    return raw[:1].isupper()


def _full_name(first: str, last: str, lexicon: Lexicon) -> Iterator[Form]:
    for given in _written(first):
        for family in _written(last):
            yield Form((*given, *family), "full_name", "certain")
            yield Form((*family, *given), "full_name", "certain")
            one, other = "".join(given), "".join(family)
            yield Form((one[0], *family), "full_name", "initialled")
            yield Form((*given, other[0]), "full_name", "initialled")
            for handle in (one + other, other + one, one[0] + other, other + one[0], one + other[0]):
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
            if not weak and not lexicon.is_common(word + "s"):
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


def _introduced(page: Page, first: int) -> bool:
    if first == 0 or not page.near(first - 1, 3):
        return False
    before, gap, word = page.keys[first - 1], page.gap(first - 1).strip(), page.keys[first]
    if before in TITLES:
        return gap in {"", "."}
    if first > 1 and page.keys[first - 2] == "name" and before in {"is", "s"}:
        return gap == ""
    return before in KIN and word not in MODALS and (gap == "" or (gap == "." and before in {"dr", "prof"}))


def _is_capitalised(raw: str) -> bool:
    return starts_capital(raw) and not (len(raw) > 1 and raw.isupper())


def _starts_sentence(page: Page, token: int) -> bool:
    start = page.starts[token]
    return _SENTENCE_START.search(page.text[max(0, start - 48) : start]) is not None


def _in_heading(page: Page, first: int, last: int) -> bool:
    """Whether all neighbours are capitalised too: then the capital says nothing."""
    around = [*page.raws[max(0, first - 2) : first], *page.raws[last + 1 : last + 3]]
    neighbours = [raw for raw in around if raw.isalpha()]
    return len(neighbours) >= 3 and all(starts_capital(raw) for raw in neighbours)


def _is_month(page: Page, first: int, last: int) -> bool:
    if first != last or page.keys[first] not in MONTHS:
        return False
    before = page.keys[first - 1] if first else ""
    after = page.keys[last + 1] if last + 1 < len(page) else ""
    return before in MONTH_CONTEXT or before.isdigit() or after.isdigit() or before in {"st", "nd", "rd", "th"}
