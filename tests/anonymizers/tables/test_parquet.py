"""Parquet: flat columns in, metadata left out."""

import datetime as dt
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

from anonymizers.tables import TableError, read_table
from tests.anonymizers.tables.building import cells, names, parquet

MOMENT = dt.datetime.fromisoformat("2026-03-04T10:05:00")
GOOD = parquet(pa.table({"id": ["1", "2"], "note": ["Secretname", None]}))


def test_kinds_are_the_types_of_the_columns() -> None:
    table = read_table(
        parquet(
            pa.table(
                {
                    "code": ["007", "12"],
                    "whole": pa.array([1, None], pa.int32()),
                    "part": [1.5, float("nan")],
                    "day": [dt.date(2026, 3, 4), None],
                    "moment": pa.array([MOMENT, None], pa.timestamp("ms")),
                    "yes": [True, None],
                    "label": pa.array(["a", "b"]).dictionary_encode(),
                    "exact": pa.array([Decimal("1.50"), None], pa.decimal128(5, 2)),
                }
            )
        ),
        ".parquet",
    )
    assert [column.kind.value for column in table.columns] == [
        *("text", "integer", "number", "date", "datetime", "boolean", "text", "number"),
    ]
    assert cells(table) == [
        ["007", "1", "1.5", "2026-03-04", "2026-03-04T10:05:00", "true", "a", "1.50"],
        ["12", "", "", "", "", "", "b", ""],
    ]


@pytest.mark.parametrize(
    ("column", "what"),
    [
        (pa.array([["Secretname"]]), "nested"),
        (pa.array([{"Secretname": "Secretname"}]), "nested"),
        (pa.array([b"Secretname"]), "binary"),
    ],
    ids=["list", "struct", "binary"],
)
def test_nested_and_binary_columns_are_refused_by_position_whatever_they_are_called(
    column: pa.Array, what: str
) -> None:
    with pytest.raises(TableError, match=f"Parquet, column 2: its cells are {what}, not single values") as caught:
        read_table(parquet(pa.table({"id": [1], "Secretname": column})), ".parquet")
    assert "Secretname" not in str(caught.value)


def test_metadata_is_reported_and_not_shown() -> None:
    frame = pd.DataFrame({"id": [1, 2]})
    assert read_table(parquet(frame), ".parquet").left_out == ("pandas metadata",)
    noted = pa.table({"id": [1]}).replace_schema_metadata({"author": "Secretname", "study": "x"})
    assert read_table(parquet(noted), ".parquet").left_out == ("2 metadata entries",)


def test_index_that_pandas_keeps_is_a_column() -> None:
    frame = pd.DataFrame({"ease": [4]}, index=pd.Index(["p-1"], name="participant_id"))
    assert names(read_table(parquet(frame), ".parquet")) == ["ease", "participant_id"]


def test_duplicate_header_is_refused_by_position() -> None:
    doubled = pa.Table.from_arrays([pa.array([1]), pa.array([2]), pa.array([3])], names=["id", "a", "id"])
    with pytest.raises(TableError, match="columns 1 and 3 have the same header"):
        read_table(parquet(doubled), ".parquet")


def test_one_long_text_used_many_times_is_refused_before_it_is_copied() -> None:
    long = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), pa.array(["x" * 1_000_000]))
    with pytest.raises(TableError, match="characters in its cells"):
        read_table(parquet(pa.table({"note": long})), ".parquet")


def test_more_cells_than_can_be_held_are_refused() -> None:
    with pytest.raises(TableError, match="more than 10,000,000 cells"):
        read_table(parquet(pa.table({"n": pa.nulls(10_000_001, pa.int8())})), ".parquet")


@pytest.mark.parametrize(
    "data",
    [b"", b"PAR1", GOOD[:-40], GOOD[: len(GOOD) // 2], b"PAR1" + b"\0" * 200 + b"PAR1", b"id,note\n1,Secretname\n"],
)
def test_damaged_file_is_an_error_without_content(data: bytes) -> None:
    with pytest.raises(TableError, match=r"^not readable as Parquet") as caught:
        read_table(data, ".parquet")
    assert "Secretname" not in str(caught.value)


def test_control_character_is_refused_with_its_place() -> None:
    with pytest.raises(TableError, match="row 2, column 1: a control character"):
        read_table(parquet(pa.table({"note": ["a", "b\0"]})), ".parquet")
