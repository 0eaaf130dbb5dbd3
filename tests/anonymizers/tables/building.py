"""Small real files for the tests, made by the libraries that people's tools are made of. All people are made up."""

import csv
import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
from openpyxl.worksheet.worksheet import Worksheet

from anonymizers.tables import Table

QUALTRICS = [
    ["StartDate", "IPAddress", "RecipientEmail", "ResponseId", "Q1", "Q3_1"],
    ["Start Date", "IP Address", "Recipient Email", "Response ID", "How easy was it?", "What is your name?"],
    [
        *('{"ImportId":"startDate","timeZone":"Z"}', '{"ImportId":"ipAddress"}', '{"ImportId":"recipientEmail"}'),
        *('{"ImportId":"_recordId"}', '{"ImportId":"QID1"}', '{"ImportId":"QID3_TEXT"}'),
    ],
    ["2026-03-04 10:05:00", "192.0.2.14", "ines@example.org", "R_1aB", "4", "Inès Marchetti"],
    ["2026-03-04 11:00:30", "192.0.2.15", "tom@example.org", "R_2cD", "5", "Tom Okafor"],
]
SURVEYMONKEY = [
    ["Respondent ID", "Collector ID", "IP Address", "How was it?", "Which do you use?", "", "", "Any comment?"],
    ["", "", "", "Response", "App", "Web", "Other (please specify)", "Open-Ended Response"],
    ["114", "22", "192.0.2.14", "Good", "App", "", "", "Fine, thanks"],
    ["115", "22", "192.0.2.15", "Bad", "", "Web", "By post", ""],
]


def csv_bytes(rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    packed = io.StringIO(newline="")
    csv.writer(packed, delimiter=delimiter).writerows(rows)
    return packed.getvalue().encode(encoding)


def xlsx(
    rows: Sequence[Sequence[Any]], change: Callable[[openpyxl.Workbook, Worksheet], object] | None = None
) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = None
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(book, sheet)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes], more: Mapping[str, bytes] | None = None) -> bytes:
    """The package with every part changed, and some added."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return packed.getvalue()


def sav(columns: Mapping[str, Sequence[Any]], *, zsav: bool = False, **options: Any) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.sav"
        pyreadstat.write_sav(pd.DataFrame(dict(columns)), path, compress=zsav, **options)
        return path.read_bytes()


def parquet(table: pa.Table | pd.DataFrame) -> bytes:
    packed = io.BytesIO()
    pq.write_table(pa.Table.from_pandas(table) if isinstance(table, pd.DataFrame) else table, packed)
    return packed.getvalue()


def cells(table: Table) -> list[list[str]]:
    return [list(row) for row in table.frame.itertuples(index=False, name=None)]


def names(table: Table) -> list[str]:
    return [column.name for column in table.columns]
