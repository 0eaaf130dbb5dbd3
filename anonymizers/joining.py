"""Several texts looked at as one, so that a name split over two cues is found, and the way back to each of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anonymizers.characters import Folded, fold
from anonymizers.tokens import HARD

SOFT_BOUNDARY = "\n"
"""Between the cues of one session: speech runs on, and every layer looks across it as across a space."""

MOST_ALIKE = 8
"""Longer runs of spaces and line ends, or of one sign, are looked at as if they were so long: many patterns allow for
spaces or hyphens at more than one place, and would try each way of sharing out thousands of them."""

_RUN = re.compile(rf"\s{{{MOST_ALIKE + 1},}}|([^\w\s])\1{{{MOST_ALIKE},}}")

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
    """The texts as one, with a boundary between each two; texts in which nothing is written take no room."""
    # The sign of a boundary is nobody's to write.
    parts = tuple(_tightened(fold(text.replace(HARD, " "))) for text in texts)
    starts: list[int] = []
    position = 0
    for part in parts:
        starts.append(position)
        if part.text:
            position += len(part.text) + len(boundary)
    return Joined(boundary.join(part.text for part in parts if part.text), parts, tuple(starts))


def _tightened(part: Folded) -> Folded:
    """A text without the rest of long runs of spaces or of one sign; of line ends one stays."""
    if not part.text.strip():
        return Folded("", (), ())
    if not _RUN.search(part.text):
        return part
    kept: list[int] = []
    last = 0
    for run in _RUN.finditer(part.text):
        kept.extend(range(last, run.start() + MOST_ALIKE - 1))
        line_end = part.text.find("\n", run.start() + MOST_ALIKE - 1, run.end())
        kept.append(line_end if line_end >= 0 else run.end() - 1)
        last = run.end()
    kept.extend(range(last, len(part.text)))
    return Folded(
        "".join(part.text[place] for place in kept),
        tuple(part.start[place] for place in kept),
        tuple(part.end[place] for place in kept),
    )
