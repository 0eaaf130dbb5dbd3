"""Words that differ from a word by a letter or two, out of very many, without comparing them all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

SHORTEST = 4
"""Shorter words have too many neighbours to say anything."""

_TWO_CHANGES_FROM = 8
"""Words of so many letters may differ by two."""

Key = tuple[int, int, str]


class NearbyWords:
    """Words found by their pieces.

    A word is cut into one piece more than it may have changes, with a letter between each two pieces. A change is a
    letter more, fewer or other, or two neighbours swapped, and so it touches one piece at most: one is always left.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._found: dict[Key, list[str]] = defaultdict(list)
        for word in words:
            for number, (start, end) in enumerate(_pieces(len(word))):
                self._found[(len(word), number, word[start:end])].append(word)
        self._lengths = sorted({length for length, _, _ in self._found})

    def near(self, word: str) -> Iterator[tuple[str, int]]:
        """The words at most one change (two in long ones) away, each with how many; the word itself with none."""
        candidates: set[str] = set()
        for length in self._lengths:
            allowed = _changes(length)
            if abs(length - len(word)) <= allowed:
                for key in _keys(word, length, allowed):
                    candidates.update(self._found.get(key, ()))
        for name in sorted(candidates):
            allowed = _changes(len(name))
            distance = OSA.distance(word, name, score_cutoff=allowed)
            if distance <= allowed:
                yield name, distance


def _keys(word: str, length: int, allowed: int) -> Iterator[Key]:
    """Where the pieces of a word of that length would stand in this one."""
    pieces = _pieces(length)
    longer = len(word) - length
    for number, (start, end) in enumerate(pieces):
        if number == 0:
            shifts: Iterable[int] = (0,)
        elif number == len(pieces) - 1:
            shifts = (longer,)
        else:
            shifts = range(1 - allowed, allowed)
        for shift in shifts:
            if start + shift >= 0:
                yield length, number, word[start + shift : end + shift]


def _changes(length: int) -> int:
    if length < SHORTEST:
        return 0
    return 2 if length >= _TWO_CHANGES_FROM else 1


def _pieces(length: int) -> list[tuple[int, int]]:
    """The pieces of a word of that length, as start and end; none for a word that is too short."""
    changes = _changes(length)
    if not changes:
        return []
    size, rest = divmod(length - changes, changes + 1)
    pieces: list[tuple[int, int]] = []
    start = 0
    for number in range(changes + 1):
        end = start + size + (number < rest)
        pieces.append((start, end))
        start = end + 1
    return pieces
