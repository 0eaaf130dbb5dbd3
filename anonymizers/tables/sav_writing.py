"""A new SPSS data file with question texts and value labels, and neither label, notes nor time of its own."""

import re
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pandas as pd
import pyreadstat

from anonymizers.tables.kinds import Value, typed
from anonymizers.tables.model import Column, Kind, Table, TableError

NAME = "SAV"
_LONGEST_NAME = 64
_LONGEST_LABEL = 255
_LONGEST_VALUE_LABEL = 120
_LONGEST_CELL = 32_767
_UNFIT = re.compile(r"[^A-Za-z0-9_.$#@\u00c0-\u024f]")
_RESERVED = frozenset({"ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"})
_NUMBERS = frozenset({Kind.INTEGER, Kind.NUMBER})
_FORMATS = {Kind.INTEGER: "F8.0", Kind.BOOLEAN: "F1.0", Kind.DATE: "SDATE10", Kind.DATETIME: "YMDHMS20"}
# Where the header holds when the file was made, and how long it is: nine bytes of date and eight of time.
_MADE = 92
_NEVER = b"01 Jan 8000:00:00"


def write_sav(table: Table) -> bytes:
    """The table for SPSS: numbers and dates where a whole column has them, codes with their labels.

    A header that SPSS takes for no variable name is made one, and stands as the variable's label unless that has the
    question's text. SPSS has no truth values: they become text.

    Raises:
        TableError: a cell longer than SPSS holds, by its row and column.
    """
    names = _variable_names([column.name for column in table.columns])
    values: dict[str, pd.Series] = {}
    labels: dict[str, dict[int | float | str, str]] = {}
    formats: dict[str, str] = {}
    for position, (name, column) in enumerate(zip(names, table.columns, strict=True), 1):
        cells = [str(cell) for cell in table.frame[column.name]]
        found, codes = _typed(column, cells)
        if found is None:
            texts = [_text(cell, row, position) for row, cell in enumerate(cells, 1)]
            values[name] = pd.Series(texts, dtype=object)
            codes = dict(column.value_labels.items())
        else:
            # Numbers by their type, so that a column without any is still one of numbers.
            values[name] = pd.Series(found, dtype="float64" if column.kind in _NUMBERS else object)
            if column.kind in _FORMATS:
                formats[name] = _FORMATS[column.kind]
        if codes:
            labels[name] = {code: _cut(text, _LONGEST_VALUE_LABEL) for code, text in codes.items()}
    frame = pd.DataFrame(values)
    shown = {
        name: _cut(column.label or (column.name if name != column.name else ""), _LONGEST_LABEL)
        for name, column in zip(names, table.columns, strict=True)
    }
    return _written(frame, shown, labels, formats)


def _written(
    frame: pd.DataFrame,
    shown: Mapping[str, str],
    labels: Mapping[str, dict[int | float | str, str]],
    formats: Mapping[str, str],
) -> bytes:
    try:
        with tempfile.TemporaryDirectory(prefix="table-") as folder:
            path = Path(folder) / "table.sav"
            path.touch(mode=0o600)
            pyreadstat.write_sav(
                frame,
                path,
                column_labels={name: label or None for name, label in shown.items()},
                variable_value_labels=dict(labels),  # type: ignore[arg-type] # text codes are taken too
                variable_format=dict(formats),
                row_compress=True,
            )
            data = bytearray(path.read_bytes())
    except Exception:
        # A library's message may show what it was given.
        raise TableError(NAME, "the table does not fit SPSS; write CSV or Parquet", writing=True) from None
    data[_MADE : _MADE + len(_NEVER)] = _NEVER
    return bytes(data)


def _typed(column: Column, cells: Sequence[str]) -> tuple[Sequence[Value] | None, dict[int | float | str, str]]:
    """The values of a column and its codes as numbers; no values where one of either is none."""
    if column.kind is Kind.BOOLEAN:
        return None, {}
    found = typed(cells, column.kind) if column.kind in _NUMBERS or any(cells) else None
    if found is None or any(isinstance(value, datetime) and value.tzinfo for value in found):
        return None, {}
    codes = typed(list(column.value_labels), Kind.NUMBER)
    if codes is None or (codes and column.kind not in _NUMBERS):
        return None, {}
    numbers = [code for code in codes if isinstance(code, int | float)]
    return found, dict(zip(numbers, column.value_labels.values(), strict=True))


def _text(cell: str, row: int, column: int) -> str:
    if len(cell.encode("utf-8", "replace")) > _LONGEST_CELL:
        reason = f"a text longer than the {_LONGEST_CELL:,} bytes that SPSS holds; write CSV or Parquet"
        raise TableError(NAME, reason, row=row, column=column, writing=True)
    return cell.encode("utf-8", "replace").decode()


def _variable_names(names: Sequence[str]) -> list[str]:
    """The names as SPSS takes them: letters, digits and `_.$#@`, a letter first, 64 bytes, no two alike in any case."""
    result: list[str] = []
    taken: set[str] = {name.casefold() for name in names if _variable_name(name) == name}
    own: set[str] = set()
    for name in names:
        new = fitting = _variable_name(name)
        number = 2
        while new.casefold() in own or (new != name and new.casefold() in taken):
            end = f"_{number}"
            new, number = f"{_cut(fitting, _LONGEST_NAME - len(end))}{end}", number + 1
        own.add(new.casefold())
        result.append(new)
    return result


def _variable_name(name: str) -> str:
    fitting = _UNFIT.sub("_", name).strip("_.") if _UNFIT.search(name) else name
    if not fitting[:1].isalpha() or fitting.upper() in _RESERVED:
        fitting = f"V_{fitting}"
    return _cut(fitting, _LONGEST_NAME).rstrip(".")


def _cut(text: str, most_bytes: int) -> str:
    return text.encode("utf-8", "replace")[:most_bytes].decode("utf-8", "ignore")
