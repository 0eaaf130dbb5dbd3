"""Workbooks: the first visible sheet with data, its visible rows and columns, and the values as last computed."""

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.datetime import from_excel

from anonymizers.errors import AnonymizerError
from anonymizers.tables.assembling import UNCACHED, Record, Source, assemble, check_text
from anonymizers.tables.kinds import duration_text, moment_text, number_text
from anonymizers.tables.model import Table, TableError, check_extent, counted
from anonymizers.tables.xlsx_package import NAME, left_out_of, open_package, without_cells
from anonymizers.tables.xlsx_sheet import Convert, Sheet, read_sheet

_IN_SHEET = (
    ("hyperlink", "hyperlink", "hyperlinks"),
    ("dataValidation", "list of allowed values", "lists of allowed values"),
    ("oddHeader", "page header", "page headers"),
    ("oddFooter", "page footer", "page footers"),
)


def read_xlsx(data: bytes, *, strict: bool) -> Table:
    """The table of a workbook's first visible sheet that has data.

    Dates become ISO 8601, whole numbers have no `.0`, and a column of days and times has times throughout. Hidden
    sheets, rows and columns, comments and names are left out, and counted.

    Raises:
        TableError: no workbook, or not a safe one; a formula whose value the file does not hold; see `assemble`.
    """
    try:
        # A warning may show a value, too.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data, strict)
    except AnonymizerError:
        raise
    except Exception:
        # A library's message may show what it read.
        raise TableError(NAME, "not a workbook, or a damaged or encrypted one") from None


def _read(data: bytes, strict: bool) -> Table:
    with open_package(data) as package:
        words = left_out_of(package)
        book = load_workbook(without_cells(package), read_only=True, data_only=True, keep_links=False)
        try:
            hidden = sum(sheet.sheet_state != "visible" for sheet in book.worksheets)
            visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            for sheet in visible:
                # Only a sheet that was opened read-only knows its part.
                found = read_sheet(package, str(getattr(sheet, "_worksheet_path")), _conversion(book, sheet))  # noqa: B009
                if found.last_row:
                    break
            else:
                raise TableError(NAME, "no visible sheet holds data")
        finally:
            book.close()
    left_out = (
        *counted(hidden, "hidden sheet"),
        *counted(len(visible) - 1, "other sheet"),
        *counted(sum(number <= found.last_row for number in found.hidden_rows), "hidden row"),
        *counted(sum(position <= found.last_column for position in found.hidden_columns), "hidden column"),
        *chain.from_iterable(counted(found.counts[tag], one, many) for tag, one, many in _IN_SHEET),
        *words,
    )
    return _table(found, strict, left_out)


def _conversion(book: Any, sheet: Any) -> Convert:
    """Cell values as openpyxl gives them, by the workbook's shared texts, its date styles and its first day."""
    shared: list[str] = sheet._shared_strings
    dates: set[int] = book._date_formats
    durations: set[int] = book._timedelta_formats
    timed = {style for style in dates if "h" in _format(book, style).lower()}

    def convert(kind: str, style: int, text: str) -> object:
        if kind == "s":
            return shared[int(text)]
        if kind == "b":
            return text == "1"
        if kind == "d":
            return datetime.fromisoformat(text)
        if kind != "n":
            return text
        number = float(text) if set(text) & {".", "e", "E"} else int(text)
        if style in dates:
            value = from_excel(number, book.epoch, timedelta=style in durations)
            is_day = isinstance(value, datetime) and value.time() == time.min and style not in timed
            return value.date() if is_day else value
        return number

    return convert


def _table(found: Sheet, strict: bool, left_out: Sequence[str]) -> Table:
    positions = sorted({column for cells in found.rows.values() for column, cell in cells.items() if cell != ""})
    # Empty columns between others stay, so that a header without answers keeps its place.
    shown = [one for one in range(1, (positions or [0])[-1] + 1) if one not in found.hidden_columns]
    numbers = [row for row in range(1, found.last_row + 1) if row not in found.hidden_rows]
    check_extent(NAME, len(found.rows), len(shown))
    # A day among days with a time has one, too.
    timed = {column for cells in found.rows.values() for column, cell in cells.items() if isinstance(cell, datetime)}
    nothing = [""] * len(shown)
    records: Iterator[Record] = (
        (
            row,
            [_text(found.rows[row].get(column), column in timed, row, column) for column in shown]
            if row in found.rows
            else nothing,
        )
        for row in numbers
    )
    return assemble(records, Source(NAME, "xlsx", len(shown), positions=shown), strict=strict, left_out=left_out)


def _format(book: Any, style: int) -> str:
    number = book._cell_styles[style].numFmtId
    return BUILTIN_FORMATS.get(number) or str(book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])


def _text(cell: object, timed: bool, row: int, column: int) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        if cell == UNCACHED:
            return cell
        # How Excel keeps the carriage returns of a pasted text.
        return check_text(cell.replace("_x000D_\n", "\n").replace("_x000D_", "\n"), NAME, row=row, column=column)
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        return number_text(cell)
    if isinstance(cell, datetime):
        return moment_text(cell)
    if isinstance(cell, date):
        return f"{cell.isoformat()}T00:00:00" if timed else cell.isoformat()
    if isinstance(cell, timedelta):
        return duration_text(cell.total_seconds())
    return cell.isoformat() if isinstance(cell, time) else str(cell)
