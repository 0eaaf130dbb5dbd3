"""SPSS files: answers with their labels, and nothing of what was written about the file."""

import datetime as dt
import math
import struct
import tempfile
from pathlib import Path

import pytest

from anonymizers.tables import Kind, TableError, read_table
from tests.anonymizers.tables.building import cells, names, sav

GOOD = sav({"Q1": [1.0, 2.0, 99.0, math.nan], "Q2": ["Secretname", "", "b", "zz"]})


def test_codes_keep_their_labels_and_columns_their_questions() -> None:
    table = read_table(
        sav(
            {"Q1": [1.0, 2.0, 1.0], "Q2": ["m", "f", ""], "Q3": [1.5, 2.0, math.nan]},
            column_labels={"Q1": "How easy was it?", "Q2": "Gender", "Q3": None},
            variable_value_labels={"Q1": {1: "easy", 2: "hard", -9: "refused"}, "Q2": {"m": "male", "f": "female"}},
        ),
        ".sav",
    )
    assert table.platform == "sav"
    assert cells(table) == [["1", "m", "1.5"], ["2", "f", "2"], ["1", "", ""]]
    assert [column.label for column in table.columns] == ["How easy was it?", "Gender", ""]
    assert [column.kind for column in table.columns] == [Kind.INTEGER, Kind.TEXT, Kind.NUMBER]
    assert dict(table.columns[0].value_labels) == {"-9": "refused", "1": "easy", "2": "hard"}
    assert dict(table.columns[1].value_labels) == {"f": "female", "m": "male"}


def test_user_missing_values_become_empty() -> None:
    data = sav({"Q1": [1.0, 99.0], "Q2": ["a", "zz"]}, missing_ranges={"Q1": [99], "Q2": ["zz"]})
    assert cells(read_table(data, ".sav")) == [["1", "a"], ["", ""]]


def test_dates_become_iso() -> None:
    data = sav(
        {
            "day": [dt.date(1984, 3, 7), None],
            "moment": list(map(dt.datetime.fromisoformat, ["2026-03-04T10:05:00", "1969-01-01T00:00:00"])),
            "time": [dt.time(9, 30), dt.time(17, 0)],
        }
    )
    table = read_table(data, ".sav")
    assert cells(table) == [["1984-03-07", "2026-03-04T10:05:00", "09:30:00"], ["", "1969-01-01T00:00:00", "17:00:00"]]
    assert [column.kind for column in table.columns] == [Kind.DATE, Kind.DATETIME, Kind.TEXT]


def test_impossible_date_is_an_error_that_names_its_place() -> None:
    data = sav({"day": [1.0, 1e18]}, variable_format={"day": "DATE11"})
    with pytest.raises(TableError, match="SAV, row 2, column 1: a date that no calendar has"):
        read_table(data, ".sav")


def test_file_label_and_notes_are_reported_and_not_shown() -> None:
    data = sav({"Q1": [1.0]}, file_label="Secretname", note=["Secretname rang", "twice"])
    assert read_table(data, ".sav").left_out == ("file label", "2 lines of notes")


def test_attributes_are_reported_and_not_shown() -> None:
    end = struct.pack("<ii", 999, 0)
    text = b"Secretname('here'\n)"
    record = struct.pack("<iiii", 7, 17, 1, len(text)) + text
    table = read_table(GOOD.replace(end, record + end, 1), ".sav")
    assert table.left_out == ("1 record of attributes",)
    assert table.rows_read == 4


def test_compressed_file_is_read_alike() -> None:
    columns = {"Q1": [1.0, 2.0], "Q2": ["a", "é" * 300]}
    assert cells(read_table(sav(columns, zsav=True), ".sav")) == cells(read_table(sav(columns), ".sav"))


def test_nothing_stays_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert names(read_table(GOOD, ".sav")) == ["Q1", "Q2"]
    with pytest.raises(TableError):
        read_table(GOOD[:300], ".sav")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", [0, 1, 3, 100, 176, 200, 300, 420, len(GOOD) - 20])
def test_cut_off_file_is_an_error_without_content(at: int) -> None:
    with pytest.raises(TableError, match=r"^not readable as SAV") as caught:
        read_table(GOOD[:at], ".sav")
    assert "Secretname" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_control_character_is_refused_with_its_place() -> None:
    with pytest.raises(TableError, match="row 1, column 1: a control character") as caught:
        read_table(sav({"Q2": ["Secretname\x01"]}), ".sav")
    assert "Secretname" not in str(caught.value)


def test_more_cells_than_can_be_held_are_refused_before_they_are_read() -> None:
    data = bytearray(GOOD)
    data[80:84] = (6_000_000).to_bytes(4, "little")
    with pytest.raises(TableError, match="more than 10,000,000 cells"):
        read_table(bytes(data), ".sav")
