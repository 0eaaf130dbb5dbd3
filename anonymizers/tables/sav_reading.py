"""SPSS data files: answers, question texts and value labels; file label, notes and attributes stay behind.

ReadStat, which reads them, opens paths only: the bytes go through a private temporary file that is gone when the
reading is done. How numbers stand for dates is from the PSPP developers' description of system files.
"""

import struct
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pyreadstat

from anonymizers.errors import AnonymizerError
from anonymizers.formats.decoding import check_size
from anonymizers.tables.assembling import check_text, frame_of
from anonymizers.tables.kinds import duration_text, moment_text, number_text, typed
from anonymizers.tables.model import (
    MAX_CELLS,
    MAX_CHARACTERS,
    Column,
    Kind,
    Table,
    TableError,
    check_extent,
    check_headers,
    counted,
)

NAME = "SAV"
_MAGIC = (b"$FL2", b"$FL3")
_HEADER_BYTES = 176
_EPOCH = datetime(1582, 10, 14)  # noqa: DTZ001 - SPSS knows no time zones
_DAYS = ("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR")
_MOMENTS = ("DATETIME", "YMDHMS")
_TIMES = ("TIME", "DTIME", "MTIME")
# Extension records that hold what its people wrote about the file: attributes of it and of its variables.
_ATTRIBUTES = (17, 18)


def read_sav(data: bytes) -> Table:
    """The table of an SPSS file (.sav, .zsav); what its author declared missing is `""`, codes keep their labels.

    Raises:
        TableError: no SPSS file, or a damaged one; a date that is none; too large.
    """
    check_size(data, NAME)
    if not data.startswith(_MAGIC) or len(data) < _HEADER_BYTES:
        raise TableError(NAME, "not an SPSS data file")
    try:
        with tempfile.TemporaryDirectory(prefix="table-") as folder:
            # Both the folder and the file are this user's only.
            path = Path(folder) / "table.sav"
            path.touch(mode=0o600)
            path.write_bytes(data)
            return _read(path, data)
    except AnonymizerError:
        raise
    except Exception:
        # A library's message may show what it read.
        raise TableError(NAME, "not an SPSS data file, or a damaged one") from None


def _read(path: Path, data: bytes) -> Table:
    _, meta = pyreadstat.read_sav(path, metadataonly=True)
    names = [str(name) for name in meta.column_names]
    check_headers(names, NAME)
    width = max(1, sum(int(size) for size in meta.variable_storage_width.values()))
    declared = meta.number_rows if isinstance(meta.number_rows, int) and meta.number_rows >= 0 else None
    most = min(MAX_CELLS // max(1, len(names)), MAX_CHARACTERS // width) + 1
    if declared is not None and declared >= most:
        raise TableError(NAME, f"more than {MAX_CELLS:,} cells, or {MAX_CHARACTERS:,} characters; split the file")
    # A compressed file may hold more than it declares.
    values, meta = pyreadstat.read_sav(
        path, row_limit=most, user_missing=False, disable_datetime_conversion=True, output_format="dict"
    )
    rows = max((len(column) for column in values.values()), default=0)
    if rows >= most:
        raise TableError(NAME, f"more than {MAX_CELLS:,} cells, or {MAX_CHARACTERS:,} characters; split the file")
    check_extent(NAME, rows, len(names))
    cells: dict[str, list[str]] = {}
    columns: list[Column] = []
    for position, name in enumerate(names, 1):
        stored = str(meta.original_variable_types.get(name) or "").upper()
        cells[name] = [_text(value, stored, row, position) for row, value in enumerate(values[name], 1)]
        labels = {_code(code): str(label) for code, label in (meta.variable_value_labels.get(name) or {}).items()}
        label = str(meta.column_names_to_labels.get(name) or "")
        columns.append(Column(name, label, _kind(stored, cells[name]), labels))
    left_out = (
        *(["file label"] if (meta.file_label or "").strip() else []),
        *counted(len(meta.notes or []), "line of notes", "lines of notes"),
        *counted(_records(data), "record of attributes", "records of attributes"),
        *counted(len(meta.mr_sets or {}), "multiple response set"),
    )
    return Table(tuple(columns), frame_of(cells), "sav", left_out, rows_read=rows)


def _text(value: object, stored: str, row: int, column: int) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return check_text(value, NAME, row=row, column=column)
    number = float(str(value))
    unit = stored.rstrip("0123456789.")
    if number != number:
        return ""
    if unit in _TIMES:
        return duration_text(number)
    if unit not in _DAYS and unit not in _MOMENTS:
        return number_text(number)
    try:
        moment = _EPOCH + timedelta(seconds=number)
    except OverflowError:
        raise TableError(NAME, "a date that no calendar has", row=row, column=column) from None
    return moment.date().isoformat() if unit in _DAYS else moment_text(moment)


def _code(code: object) -> str:
    return number_text(float(code)) if isinstance(code, int | float) else str(code)


def _kind(stored: str, cells: Sequence[str]) -> Kind:
    unit = stored.rstrip("0123456789.")
    if unit == "A" or unit in _TIMES or not any(cells):
        return Kind.TEXT if unit == "A" or unit in _TIMES else Kind.NUMBER
    if unit in _DAYS or unit in _MOMENTS:
        kind = Kind.DATE if unit in _DAYS else Kind.DATETIME
        return kind if typed(cells, kind) is not None else Kind.TEXT
    for kind in (Kind.INTEGER, Kind.NUMBER):
        if typed(cells, kind) is not None:
            return kind
    return Kind.TEXT


def _records(data: bytes) -> int:
    """How many extension records hold attributes."""
    order = "<" if struct.unpack_from("<i", data, 64)[0] in {2, 3} else ">"
    return sum(data.count(struct.pack(f"{order}iii", 7, subtype, 1)) for subtype in _ATTRIBUTES)
