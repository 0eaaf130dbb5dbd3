"""The anonymised rows as a CSV file that is there as a whole or not at all."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import IO

from anonymizers.formats.survey_csv import safe_cell

_SHORT = 40


def write_rows(file: IO[str], columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """The same as `write_survey` of a frame with these rows."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in columns])
    if columns:
        writer.writerows([_remembered(cell) if len(cell) < _SHORT else safe_cell(cell) for cell in row] for row in rows)


@contextmanager
def replacing(target: Path) -> Iterator[IO[str]]:
    """A file (UTF-8, the owner's alone) beside the target that takes its place at the end, and is removed on errors."""
    # A lone surrogate cannot be encoded, and an error would show the text around it.
    packed = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed before it takes the target's place
        "w",
        dir=target.parent,
        prefix=f".{target.name}.",
        suffix=".part",
        delete=False,
        encoding="utf-8",
        errors="replace",
        newline="",
    )
    unfinished = Path(packed.name)
    try:
        with packed:
            yield packed.file
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


@lru_cache(maxsize=50_000)
def _remembered(cell: str) -> str:
    return safe_cell(cell)
