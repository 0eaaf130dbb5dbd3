"""A table of answers as every format is read into it: columns with their kind and labels, cells as text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd
from openpyxl.utils.cell import get_column_letter

from anonymizers.errors import AnonymizerError

_WITH_DATA = re.compile(r"\d+ (?:(?:hidden|other) sheet|hidden row|hidden column|comment|picture|embedded file)s?")

MAX_CELLS = 10_000_000
MAX_CHARACTERS = 256 * 2**20
MAX_HEADER = 4_000


class Kind(StrEnum):
    """What every answer of a column is; `text` where they differ."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """One question: its header as it is published, its text, what its cells are, and what its codes mean (SAV)."""

    name: str
    label: str = ""
    kind: Kind = Kind.TEXT
    value_labels: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """The answers of one file: a row each, every cell a `str` and `""` where nothing was answered.

    `left_out` says in words and counts what the file held beside them, none of which is carried on. `rows_read` are
    the rows of answers, the refused ones included; `rows_refused` are their lines (text files) or rows.
    """

    columns: tuple[Column, ...]
    frame: pd.DataFrame
    platform: str
    left_out: tuple[str, ...]
    rows_read: int
    rows_refused: tuple[int, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing that may hold answers was left out: no row, column or sheet, comment, picture or file."""
        return not self.rows_refused and not any(_WITH_DATA.fullmatch(words) for words in self.left_out)


class TableError(AnonymizerError):
    """A table that cannot be read or written. The message has the place, never a cell and never a header.

    A column is told by its position from 1: where a file has no header row, what stands for a header is an answer.
    """

    def __init__(
        self,
        format_name: str,
        reason: str,
        *,
        line: int | None = None,
        row: int | None = None,
        column: int | None = None,
        writing: bool = False,
    ) -> None:
        places = [("line", line), ("row", row), ("column", column and column_place(format_name, column))]
        where = "".join(f", {name} {place}" for name, place in places if place is not None)
        super().__init__(f"not {'writable' if writing else 'readable'} as {format_name}{where}: {reason}")
        self.format_name = format_name
        self.line = line
        self.row = row
        self.column = column


def column_place(format_name: str, position: int) -> str:
    """What people call the column at that position, from 1: its letter in a spreadsheet, its number elsewhere.

    >>> column_place("XLSX", 3), column_place("CSV", 3)
    ('C', '3')
    """
    return get_column_letter(position) if format_name == "XLSX" else str(position)


def counted(number: int, singular: str, plural: str = "") -> tuple[str, ...]:
    """How many of something, in words; nothing at all for none.

    >>> counted(2, "hidden sheet"), counted(1, "hidden row"), counted(0, "comment")
    (('2 hidden sheets',), ('1 hidden row',), ())
    """
    return (f"{number} {singular if number == 1 else plural or f'{singular}s'}",) if number else ()


def check_headers(
    names: Sequence[str],
    format_name: str,
    *,
    positions: Sequence[int] = (),
    line: int | None = None,
    row: int | None = None,
) -> None:
    """Refuse headers that are empty, overlong or come twice, told by their positions (1, 2 ... if not given).

    Raises:
        TableError: they are.
    """
    first: dict[str, str] = {}
    for name, position in zip(names, positions or range(1, len(names) + 1), strict=True):
        place = column_place(format_name, position)
        if not name:
            raise TableError(format_name, f"the header of column {place} is empty", line=line, row=row)
        if len(name) > MAX_HEADER:
            reason = f"the header of column {place} is longer than {MAX_HEADER:,} characters; is this a table?"
            raise TableError(format_name, reason, line=line, row=row)
        if name in first:
            reason = f"columns {first[name]} and {place} have the same header"
            raise TableError(format_name, reason, line=line, row=row)
        first[name] = place


def check_extent(format_name: str, rows: int, columns: int, characters: int = 0) -> None:
    """Refuse more than 10 million cells, or 256 Mi characters in them.

    Raises:
        TableError: there are more.
    """
    if rows * columns > MAX_CELLS:
        raise TableError(format_name, f"more than {MAX_CELLS:,} cells; split the file")
    if characters > MAX_CHARACTERS:
        raise TableError(format_name, f"more than {MAX_CHARACTERS:,} characters in its cells; split the file")
