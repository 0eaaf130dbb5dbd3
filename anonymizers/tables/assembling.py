"""Rows of text cells to a table: finding its header, counting what is left out, refusing what does not fit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import pandas as pd

from anonymizers.tables.kinds import kind_of
from anonymizers.tables.layouts import recognise
from anonymizers.tables.model import Column, Kind, Table, TableError, check_extent, check_headers, counted

Record = tuple[int, Sequence[str]]
"""A line or row number and the cells."""

UNCACHED = "\0no cached value"
"""Stands for a formula whose value the file does not hold. No text that is read has a NUL."""

_MOST_ABOVE = 20
HEADER_ROWS = 3
_EMAIL = re.compile(r"\s*[^@\s]{1,64}@[^@\s]{1,200}\.[^@\s]{2,}\s*")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Source:
    """How a file's rows are spoken of, and how wide its table is."""

    format_name: str
    platform: str
    width: int
    by_line: bool = False
    decimal_comma: bool = False
    positions: Sequence[int] = ()
    """Where each column stands, from 1, where some are hidden."""

    def position(self, at: int) -> int:
        return self.positions[at] if self.positions else at + 1

    def error(self, reason: str, number: int | None = None, column: int | None = None) -> TableError:
        line, row = (number, None) if self.by_line else (None, number)
        return TableError(self.format_name, reason, line=line, row=row, column=column)


def assemble(records: Iterable[Record], source: Source, *, strict: bool, left_out: Sequence[str] = ()) -> Table:
    """The table in these rows: its header is the first one more than half as wide as the table.

    Raises:
        TableError: no header among the first 21 rows; a header that is empty or comes twice; with `strict`, a row
            wider or narrower than the header; a formula without its value; too many cells.
    """
    rows = iter(records)
    above, number, header = header_of(rows, source)
    head = [(number, header), *islice(rows, HEADER_ROWS - 1)]
    layout = recognise([row for _, row in head])
    kept: list[Sequence[str]] = []
    refused: list[int] = []
    empty = characters = 0
    for place, row in chain(head[layout.header_rows :], rows):
        if not any(row):
            empty += 1
        elif len(row) != len(header):
            if strict:
                raise source.error(f"{len(row)} cells where the header has {len(header)}", place)
            refused.append(place)
        else:
            _check_cells(row, place, source)
            kept.append(row)
            characters += sum(map(len, row))
            check_extent(source.format_name, len(kept), len(header), characters)
    used = [position for position, name in enumerate(layout.names) if name or any(row[position] for row in kept)]
    names = [layout.names[position] for position in used]
    positions = [source.position(at) for at in used]
    line, row_number = (number, None) if source.by_line else (None, number)
    check_headers(names, source.format_name, positions=positions, line=line, row=row_number)
    cells = {layout.names[position]: [row[position] for row in kept] for position in used}
    return Table(
        columns=tuple(
            Column(name, layout.labels[position], kind_of(cells[name], decimal_comma=source.decimal_comma))
            for name, position in zip(names, used, strict=True)
        ),
        frame=frame_of(cells),
        platform=layout.platform or source.platform,
        left_out=(
            *left_out,
            *counted(above, "row above the header", "rows above the header"),
            *layout.left_out,
            *counted(empty, "empty row"),
            *counted(len(header) - len(used), "empty column without a header", "empty columns without a header"),
        ),
        rows_read=len(kept) + len(refused),
        rows_refused=tuple(refused),
    )


def frame_of(cells: dict[str, list[str]]) -> pd.DataFrame:
    """The cells, column by column, as a frame of `str`."""
    return pd.DataFrame(cells, columns=list(cells), dtype=str)


def check_text(value: str, format_name: str, *, row: int, column: int) -> str:
    """The cell as it is.

    Raises:
        TableError: it holds a control character.
    """
    if _CONTROLS.search(value):
        raise TableError(format_name, "a control character; is this text?", row=row, column=column)
    return value


def header_of(rows: Iterator[Record], source: Source) -> tuple[int, int, list[str]]:
    """How many rows stand above the header, the number of its own row, and its cells."""
    titles = False
    for above, (number, row) in enumerate(islice(rows, _MOST_ABOVE + 1)):
        filled = sum(map(bool, row))
        if not filled or 2 * filled <= source.width:
            titles = titles or filled > 0
            continue
        # An answer taken for a header would be published, whatever its column's role.
        if any(_EMAIL.fullmatch(cell) for cell in row):
            raise source.error("a header is an e-mail address; does the file begin with its header row?", number)
        if titles and any(cell[:1].isspace() or kind_of([cell]) is not Kind.TEXT for cell in row):
            raise source.error("this looks like an answer; delete what stands above the header row", number)
        _check_cells(row, number, source)
        return above, number, list(row)
    raise source.error(f"no header row among the first {_MOST_ABOVE + 1}")


def _check_cells(row: Sequence[str], place: int, source: Source) -> None:
    for at, cell in enumerate(row):
        if cell[:1] == "\0" and cell == UNCACHED:
            reason = "a formula without its last value; open the file in a spreadsheet and save it"
            raise source.error(reason, place, source.position(at))
