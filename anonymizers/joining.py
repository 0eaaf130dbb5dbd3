"""Several texts looked at as one, so that a name split over two cues is found, and the way back to each of them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anonymizers.characters import Folded, fold
from anonymizers.tokens import HARD

SOFT_BOUNDARY = "\n"
"""Between the cues of one session: speech runs on, and every layer looks across it as across a space."""

HARD_BOUNDARY = f"\n{HARD}\n"
"""Between texts that have nothing to do with each other, such as two people's answers."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The plain form of several texts in one; `starts[i]` is where the i-th begins in it."""

    text: str
    parts: tuple[Folded, ...]
    starts: tuple[int, ...]

    def part_at(self, position: int) -> int:
        """The number of the text that a position of the joined text lies in."""
        return bisect_right(self.starts, position) - 1

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """A stretch of the joined text as (text number, start, end) in the original texts it touches."""
        for number in range(self.part_at(start), len(self.parts)):
            offset = self.starts[number]
            if offset >= end:
                return
            first = max(0, start - offset)
            last = min(len(self.parts[number].text), end - offset)
            if first < last:
                yield (number, *self.parts[number].original(first, last))


def join(texts: Sequence[str], boundary: str) -> Joined:
    """The texts as one, with a boundary between each two."""
    parts = tuple(fold(text) for text in texts)
    starts: list[int] = []
    position = 0
    for part in parts:
        starts.append(position)
        position += len(part.text) + len(boundary)
    return Joined(boundary.join(part.text for part in parts), parts, tuple(starts))
