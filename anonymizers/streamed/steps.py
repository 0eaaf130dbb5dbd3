"""How far the work is, in bytes of the source for each of its steps."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

STEPS = 4
"""The encoding, the first reading, the second reading, the writing."""

_EVERY = 1_000

T = TypeVar("T")


class Steps:
    """Tells `progress` what is done of `STEPS` times the size; never less than before, all of it at the end."""

    def __init__(self, size: int, progress: Callable[[int, int], None] | None) -> None:
        self._size = size
        self._progress = progress
        self._told = -1

    def reading(self, step: int) -> Callable[[int], None]:
        """What takes the bytes that were read in a step (from 0)."""
        return lambda read: self._tell(step * self._size + min(read, self._size))

    def counted(self, step: int, records: Iterable[T], rows: int) -> Iterator[T]:
        """The records, of which so many make the step."""
        for number, record in enumerate(records):
            if number % _EVERY == 0:
                self._tell(step * self._size + self._size * number // max(rows, 1))
            yield record

    def finish(self) -> None:
        """All is done."""
        self._tell(STEPS * self._size)

    def _tell(self, done: int) -> None:
        if self._progress is not None and done > self._told:
            self._told = done
            self._progress(done, STEPS * self._size)
