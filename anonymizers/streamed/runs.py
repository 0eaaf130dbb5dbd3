"""More records than memory holds, in order: sorted runs in files that nobody else can open, then merged."""

import heapq
import marshal
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO, Any

_AT_ONCE = 48
_RECORDS_A_BLOCK = 64
_LENGTH_BYTES = 8

Record = tuple[Any, ...]
"""Text and numbers that can be compared place by place."""


class Runs:
    """Sorted runs of records in files without a name, so that nothing is left even of a process that is killed.

    They lie on the disk of `folder`. Used as a context, which frees them. At most 48 files of a size class are open,
    since so many runs are merged into a larger one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._levels: list[list[IO[bytes]]] = []
        self._open = ExitStack()

    def __enter__(self) -> "Runs":
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def add(self, records: Iterable[Record]) -> None:
        """A run more; the records are in order."""
        self._keep(records, 0)

    def merged(self, *more: Iterable[Record]) -> Iterator[Record]:
        """All records in order, with those of `more`, which are in order too."""
        return heapq.merge(*map(_read, [file for level in self._levels for file in level]), *more)

    def _keep(self, records: Iterable[Record], level: int) -> None:
        file = self._open.enter_context(tempfile.TemporaryFile(dir=self._folder))  # noqa: SIM115 - closed with the others
        _write(file, records)
        if level == len(self._levels):
            self._levels.append([])
        self._levels[level].append(file)
        if len(self._levels[level]) >= _AT_ONCE:
            full, self._levels[level] = self._levels[level], []
            self._keep(heapq.merge(*map(_read, full)), level + 1)
            for one in full:
                one.close()


def _write(file: IO[bytes], records: Iterable[Record]) -> None:
    rest = iter(records)
    while block := list(islice(rest, _RECORDS_A_BLOCK)):
        packed = marshal.dumps(block)
        file.write(len(packed).to_bytes(_LENGTH_BYTES, "big"))
        file.write(packed)
    file.flush()


def _read(file: IO[bytes]) -> Iterator[Record]:
    file.seek(0)
    while length := file.read(_LENGTH_BYTES):
        yield from marshal.loads(file.read(int.from_bytes(length, "big")))  # noqa: S302 - nobody else can write it
