"""What the writers give holds the table and nothing else, and is safe to open."""

import io
import re
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyreadstat
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from anonymizers.tables import Column, Kind, Table, TableError, read_table, write_table
from tests.anonymizers.tables.building import cells, names, sav, xlsx


def _full_of_secrets(book: openpyxl.Workbook, sheet: Worksheet) -> None:
    sheet["A2"].comment = Comment("Secretname", "Secretname")
    book.properties.creator = book.properties.lastModifiedBy = book.properties.title = "Secretname"
    hidden = book.create_sheet("Secretname")
    hidden.append(["Secretname"])
    hidden.sheet_state = "hidden"


ROWS = [["id", "ease", "note"], [1, 4, "x"], [2, 5, "y"]]
TABLE = read_table(xlsx(ROWS, _full_of_secrets), ".xlsx")


def _one_column(*values: str, name: str = "note", kind: Kind = Kind.TEXT) -> Table:
    return Table((Column(name, kind=kind),), pd.DataFrame({name: list(values)}, dtype=str), "csv", (), len(values))


@pytest.mark.parametrize("extension", [".csv", ".xlsx", ".parquet", ".sav"])
def test_nothing_of_the_source_file_is_carried_on(extension: str) -> None:
    written = write_table(TABLE, extension)
    parts = [written]
    if extension == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(written)) as package:
            parts += [package.read(name) for name in package.namelist()]
    assert not any(b"Secretname" in part or b"ecretnam" in part for part in parts)
    assert read_table(written, extension).left_out == ()


def test_workbook_has_one_visible_sheet_and_no_properties() -> None:
    written = write_table(TABLE, ".xlsx")
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        assert package.namelist() == [
            *("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"),
            *("xl/styles.xml", "xl/worksheets/sheet1.xml"),
        ]
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible"]
    assert not list(book.defined_names)
    assert [cell.value for cell in book.worksheets[0][2]] == [1, 4, "x"]


def test_sav_has_neither_label_nor_notes_nor_a_time() -> None:
    table = read_table(sav({"Q1": [1.0]}, file_label="Secretname", note="Secretname"), ".sav")
    written = write_table(table, ".sav")
    assert b"Secretname" not in written
    assert written[92:109] == b"01 Jan 8000:00:00"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.sav").write_bytes(written)
        _, meta = pyreadstat.read_sav(Path(folder) / "a.sav")
    assert (meta.file_label or "", meta.notes) == ("", [])
    assert meta.creation_time.year == 1980


def test_parquet_has_no_metadata() -> None:
    assert pq.ParquetFile(io.BytesIO(write_table(TABLE, ".parquet"))).metadata.metadata is None


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+HYPERLINK(1)", "-x", " =1", "\uff1d1+1"])
def test_formula_is_text_in_a_workbook_and_marked_as_such(cell: str) -> None:
    written = openpyxl.load_workbook(io.BytesIO(write_table(_one_column(cell, "plain"), ".xlsx"))).worksheets[0]
    assert (written["A2"].value, written["A2"].data_type) in {(cell, "s"), (cell, "inlineStr")}
    assert written["A2"].quotePrefix
    assert not written["A3"].quotePrefix


def test_formula_is_prefixed_in_csv() -> None:
    assert write_table(_one_column("=1+1"), ".csv") == b"note\r\n'=1+1\r\n"


def test_markup_stays_text_in_a_workbook() -> None:
    cell = '</t></is></c><c r="B9"><f>1</f></c> & <b>"x"</b>'
    assert cells(read_table(write_table(_one_column(cell), ".xlsx"), ".xlsx")) == [[cell]]


@pytest.mark.parametrize(("extension", "most"), [(".xlsx", 32_767), (".sav", 32_767)])
def test_longer_text_than_the_format_holds_is_an_error_not_a_cut(extension: str, most: int) -> None:
    assert len(cells(read_table(write_table(_one_column("x" * most), extension), extension))[0][0]) == most
    with pytest.raises(TableError, match=r"not writable as \w+, row [23], column [1A]: a text longer than") as caught:
        write_table(_one_column("a", "Secretname" * 4_000), extension)
    assert "Secretname" not in str(caught.value)


def test_question_that_is_no_variable_name_becomes_one_and_stands_as_the_label() -> None:
    header = ["What is your name?", "What is your name", "2nd", "AND", "q" * 80, "Q1", "q1", "Größe"]
    table = Table(
        tuple(Column(name) for name in header),
        pd.DataFrame([["x"] * len(header)], columns=header, dtype=str),
        "csv",
        (),
        1,
    )
    again = read_table(write_table(table, ".sav"), ".sav")
    found = names(again)
    assert len({name.casefold() for name in found}) == len(header)
    assert all(re.fullmatch(r"[A-Za-z][\w.$#@]{0,63}", name) for name in found)
    assert found[0] == "What_is_your_name"
    assert again.columns[0].label == "What is your name?"
    assert found[-1] == "Größe"


def test_days_before_1900_and_times_with_a_zone_stay_text_in_a_workbook() -> None:
    for cell, kind in (("1899-05-01", Kind.DATE), ("2026-03-04T10:05:00Z", Kind.DATETIME)):
        assert cells(read_table(write_table(_one_column(cell, kind=kind), ".xlsx"), ".xlsx")) == [[cell]]


def test_lone_surrogates_and_controls_do_not_break_a_writer() -> None:
    frame = pd.DataFrame({"note": pd.Series(["x\ud800\x01y"], dtype=object)})
    table = Table((Column("note"),), frame, "csv", (), 1)
    for extension in (".csv", ".xlsx", ".parquet", ".sav"):
        assert write_table(table, extension)


def test_frame_that_does_not_match_its_columns_is_refused() -> None:
    with pytest.raises(TableError, match="the headers of its frame are not the names of its columns"):
        write_table(replace(TABLE, columns=TABLE.columns[:2]), ".csv")


def test_unknown_extension_is_refused() -> None:
    with pytest.raises(TableError, match=r"its extension is none of \.csv"):
        write_table(TABLE, ".tsv")


def test_table_does_not_show_its_answers() -> None:
    assert "Quick" not in repr(read_table(b"id,note\n1,Quick\n", ".csv"))
