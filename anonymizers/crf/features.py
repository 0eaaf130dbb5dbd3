"""What the model sees of a word: itself when it is an ordinary one, its form, its lists, and its neighbours."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from anonymizers.lexicon import Lexicon, lexicon
from anonymizers.lexicon.census import census_names
from anonymizers.lexicon.interface import INTERFACE
from anonymizers.tokens import HARD, Tokens

LONGEST = 300
"""Tokens of one sequence at most: a gigantic turn is cut."""

_WORD_FROM = 3.3
_RARE = 1.9
_KEPT = 100_000
_CENSUS_FROM = 4.2
_SENTENCE = frozenset(".!?…")


class Turn(NamedTuple):
    """Tokens `first` to `last` (exclusive) of a text, all written with capitals or all without."""

    first: int
    last: int
    small: bool


def turns(tokens: Tokens) -> Iterator[Turn]:
    """The turns of a text, in order; each is tagged alone, with a look at the words on either side of it."""
    first = 0
    count = len(tokens.items)
    for index in range(1, count + 1):
        if index == count or index - first >= LONGEST or _ends(tokens.gap(index)):
            yield Turn(first, index, tokens.in_small_letters(first))
            first = index


def _ends(gap: str) -> bool:
    return len(gap) > 0 and ("\n" in gap or HARD in gap)


def _reach(tokens: Tokens, part: Turn, count: int) -> tuple[int, int]:
    """The tokens that a turn's features look at: two more on either side, never across a hard boundary."""
    low, high = part.first, part.last
    while low > max(0, part.first - 2) and HARD not in tokens.gap(low):
        low -= 1
    while high < min(count, part.last + 2) and HARD not in tokens.gap(high):
        high += 1
    return low, high


class _Word(NamedTuple):
    """A word's own features, the word as its neighbours see it, and its kind."""

    own: tuple[str, ...]
    shown: str
    kind: str


class Features:
    """Makes the features of a language's texts; what a word gives alone is kept."""

    def __init__(self, language: str) -> None:
        self._lexicon = lexicon(language)
        self._words: dict[str, _Word] = {}
        self._unlisted: dict[str, _Word] = {}

    def of(self, tokens: Tokens, part: Turn, unlisted: Collection[int] = ()) -> list[list[str]]:
        """One list of features for each token of a turn.

        Tokens `unlisted` are described as if no list of names had them: training does so to some names, since most
        names that are met are in no list.
        """
        items = tokens.items
        count = len(items)
        low, high = _reach(tokens, part, count)
        words = [self._word(items[index].text, index not in unlisted) for index in range(low, high)]
        cases = (
            ["s" if word.kind[0] != "d" else "d" for word in words]
            if part.small
            else [_case(tokens, index) for index in range(low, high)]
        )
        gaps = [_gap(tokens.gap(index)) for index in range(low, high)] + ["$"]
        edge = _Word((), "$", "$")
        padded = [edge, edge, *words, edge, edge]
        found = []
        for index in range(part.first, part.last):
            at = index - low
            before2, before, word, after, after2 = padded[at : at + 5]
            case = cases[at]
            left = cases[at - 1] if at else "$"
            right = cases[at + 1] if at + 1 < len(cases) else "$"
            gap, gap_after = gaps[at], gaps[at + 1]
            found.append(
                [
                    *word.own,
                    "c=" + case,
                    "ck=" + case + word.kind,
                    "cc=" + left + case + right,
                    "g=" + gap + gap_after,
                    "gc=" + gap + case,
                    "-w=" + before.shown,
                    "+w=" + after.shown,
                    "--w=" + before2.shown,
                    "++w=" + after2.shown,
                    "-ww=" + before2.shown + " " + before.shown,
                    "+ww=" + after.shown + " " + after2.shown,
                    "-w+w=" + before.shown + " " + after.shown,
                    "-k=" + left + before.kind,
                    "+k=" + right + after.kind,
                    "-kk=" + before.kind + "|" + case + word.kind,
                    "kk+=" + case + word.kind + "|" + after.kind,
                    "-wk=" + before.shown + "|" + case + word.kind,
                    "k+w=" + case + word.kind + "|" + after.shown,
                ]
            )
        return found

    def _word(self, text: str, listed: bool) -> _Word:
        known = self._words if listed else self._unlisted
        word = known.get(text)
        if word is None:
            if len(known) > _KEPT:
                known.clear()
            word = known[text] = _described(text.casefold(), self._lexicon, listed)
        return word


def _described(lower: str, words: Lexicon, in_lists: bool) -> _Word:
    if lower[0].isdigit():
        kind = f"d{min(len(lower), 9)}"
        shown = lower if len(lower) <= 2 else kind
        return _Word(("w=" + shown,), shown, kind)
    zipf = words.zipf(lower) if in_lists else min(words.zipf(lower), _RARE)
    listed = _lists(lower, words) if in_lists else ""
    ordinary = in_lists and (lower in words.everyday or lower in INTERFACE)
    kind = f"{'e' if ordinary else ''}{listed}{int(min(zipf, 6.9))}"
    # The word itself only where it is an ordinary one: the model must not learn anybody's name by heart.
    known = "f" in listed or "l" in listed
    plain = ordinary or (not known and zipf >= (_CENSUS_FROM if "c" in listed else _WORD_FROM))
    shown = lower if plain else "*" + kind
    own = ["k=" + kind, "z=" + str(int(zipf * 2)), "n=" + str(min(len(lower), 12))]
    own += ["l=" + one for one in listed]
    if plain:
        own.append("w=" + lower)
    own += ["p2=" + lower[:2], "p3=" + lower[:3], "s2=" + lower[-2:], "s3=" + lower[-3:], "s4=" + lower[-4:]]
    return _Word(tuple(own), shown, kind)


def _lists(lower: str, words: Lexicon) -> str:
    names = words.names
    return "".join(
        letter
        for letter, group in (
            ("f", names.first),
            ("l", names.last),
            ("t", names.towns),
            ("g", words.given),
            ("y", words.family),
            ("c", census_names()),
        )
        if lower in group
    )


def _case(tokens: Tokens, index: int) -> str:
    text = tokens.items[index].text
    if text[0].isdigit():
        return "d"
    if not text[0].isupper():
        return "x" if text.islower() else "m"
    if tokens.shouted(index) or (text.isupper() and len(text) > 1):
        return "A"
    first = "S" if tokens.opens_sentence(index) else "C"
    return first + ("1" if len(text) == 1 else "")


@cache
def _gap(gap: str) -> str:
    if gap in (" ", ""):
        return gap
    if HARD in gap:
        return ""  # as at the beginning
    stripped = gap.strip(" ")
    if "\n" in gap:
        return "n"
    if any(mark in _SENTENCE for mark in stripped):
        return "."
    return stripped[:1]
