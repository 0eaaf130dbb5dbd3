"""A form: the words by which a text may give a person of the study away, and how careful matching must be."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from anonymizers.characters import fold, key
from anonymizers.tokens import Tokens

_ATOM = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[ \n'.,\-_/@+#&()]{0,4}")
_MOST_SPELLINGS = 12
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"), ("ñ", "ny"))
_UMLAUT_BASES = (("ae", "a"), ("oe", "o"), ("ue", "u"))


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """Words (keys, see `characters.key`) that stand for a person or one of their details, in this order.

    `owner` is a participant id. A `tied` form is an ordinary word too: it counts only where case or a cue shows it.
    For a first name, `common` says how common the word is (Zipf): the rarer ones count in a text without capitals too.
    """

    words: tuple[str, ...]
    entity: str
    owner: str
    tied: bool = False
    common: float | None = None


NAME = "STUDY_PERSON"
"""The entity of a name of the roster, before it is known what replaces it."""


def atoms(value: str) -> tuple[str, ...]:
    """The words and numbers of a detail, as keys.

    >>> atoms("O'Brien-Müller 12b")
    ('o', 'brien', 'muller', '12', 'b')
    """
    return tuple(key(found) for found in _ATOM.findall(fold(value).text))


def spellings(word: str) -> set[str]:
    """A name's word without accents, and the ways in which umlauts are written out.

    >>> sorted(spellings("Müller")), sorted(spellings("Mueller"))
    (['mueller', 'muller'], ['mueller', 'muller'])
    """
    plain = fold(word).text.casefold()
    written_out = plain
    for letter, pair in _UMLAUTS:
        written_out = written_out.replace(letter, pair)
    together = plain
    for pair, letter in _UMLAUT_BASES:
        together = together.replace(pair, letter)
    return {key(form) for form in (plain, written_out, together) if form}


def sequences(value: str) -> set[tuple[str, ...]]:
    """Every way in which the words of a name or detail may be spelled; at most a dozen."""
    words = _ATOM.findall(fold(value).text)
    if not words:
        return set()
    choices = [sorted(spellings(word)) for word in words]
    return {tuple(choice) for choice, _ in zip(product(*choices), range(_MOST_SPELLINGS), strict=False)}


def joined(sequence: Iterable[str]) -> tuple[str]:
    """The words of a name written as one: `O'Brien` as `obrien`."""
    return ("".join(sequence),)


def runs_on(tokens: Tokens, index: int) -> bool:
    """Whether there is a token at an index, and so little before it that it may belong to the same name or detail."""
    return index < len(tokens.items) and _GAP.fullmatch(tokens.gap(index)) is not None
