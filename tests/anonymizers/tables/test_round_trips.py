"""What is written and read again is the same table, and the same table gives the same bytes."""

import time

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anonymizers.tables import Column, Kind, Table, read_table, write_table
from anonymizers.tables.kinds import kind_of
from tests.anonymizers.tables.building import QUALTRICS, SURVEYMONKEY, cells, csv_bytes, names, sav, xlsx

EXTENSIONS = [".csv", ".xlsx", ".parquet", ".sav"]
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="\u2028\u2029\ufeff"),
    max_size=40,
).map(str.strip)
DAYS = st.dates(min_value=pd.Timestamp("1900-03-01").date()).map(str)
MOMENTS = st.datetimes(min_value=pd.Timestamp("1900-03-01").to_pydatetime()).map(
    lambda one: one.replace(microsecond=0).isoformat()
)
CELLS = {
    Kind.TEXT: TEXTS.filter(
        lambda text: text[:1] not in "'=+-@\uff1d\uff0b\uff0d\uff20" and kind_of([text]) is Kind.TEXT
    ),
    Kind.INTEGER: st.integers(-(10**14), 10**14).map(str),
    Kind.NUMBER: st.decimals(-(10**6), 10**6, places=3).map(lambda one: str(float(one)).removesuffix(".0")),
    Kind.DATE: DAYS,
    Kind.DATETIME: MOMENTS,
    Kind.BOOLEAN: st.sampled_from(["true", "false"]),
}


@st.composite
def tables(draw: st.DrawFn) -> Table:
    kinds = draw(st.lists(st.sampled_from(list(Kind)), min_size=1, max_size=6))
    rows = draw(st.integers(1, 6))
    columns = [Column("id", "Who?", Kind.INTEGER)]
    frame = {"id": [str(number) for number in range(rows)]}
    for number, kind in enumerate(kinds):
        column = [draw(st.one_of(st.just(""), CELLS[kind])) for _ in range(rows)]
        labels = {"1": "low", "2": "high"} if kind is Kind.INTEGER and draw(st.booleans()) else {}
        column_kind = kind if any(column) else Kind.TEXT
        columns.append(Column(f"Q{number}", draw(TEXTS), column_kind, labels if column_kind is kind else {}))
        frame[f"Q{number}"] = column
    return Table(tuple(columns), pd.DataFrame(frame, dtype=str), "csv", (), rows)


@pytest.mark.parametrize("extension", EXTENSIONS)
@given(table=tables())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_names_order_and_values_survive(extension: str, table: Table) -> None:
    again = read_table(write_table(table, extension), extension)
    assert names(again) == names(table)
    for column in table.columns:
        before, after = list(table.frame[column.name]), list(again.frame[column.name])
        if column.kind is Kind.NUMBER:
            assert [cell and float(cell) for cell in after] == [cell and float(cell) for cell in before]
        else:
            assert after == before
    assert again.rows_read == table.rows_read
    assert again.left_out == ()


@given(table=tables())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_question_texts_and_value_labels_survive_in_sav(table: Table) -> None:
    again = read_table(write_table(table, ".sav"), ".sav")
    assert [column.label for column in again.columns] == [column.label for column in table.columns]
    assert [dict(column.value_labels) for column in again.columns] == [
        dict(column.value_labels) for column in table.columns
    ]


@given(table=tables())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_kinds_survive_in_workbooks_and_parquet(table: Table) -> None:
    for extension in (".xlsx", ".parquet"):
        again = read_table(write_table(table, extension), extension)
        for before, after in zip(table.columns, again.columns, strict=True):
            whole = {Kind.INTEGER, Kind.NUMBER}
            assert before.kind is after.kind or {before.kind, after.kind} <= whole


@pytest.mark.parametrize("extension", EXTENSIONS)
@pytest.mark.parametrize("rows", [QUALTRICS, SURVEYMONKEY], ids=["qualtrics", "surveymonkey"])
def test_platforms_tables_can_be_written_in_every_format(extension: str, rows: list[list[str]]) -> None:
    table = read_table(csv_bytes(rows), ".csv")
    again = read_table(write_table(table, extension), extension)
    assert cells(again) == [
        [cell.replace(" ", "T") if "2026-" in cell and extension != ".csv" else cell for cell in row]
        for row in cells(table)
    ]
    assert len(again.columns) == len(table.columns)


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_same_table_gives_the_same_bytes_at_another_time(extension: str) -> None:
    table = read_table(xlsx([["id", "n", "note"], [1, 2.5, "x"], [2, 3, "y"]]), ".xlsx")
    first = write_table(table, extension)
    time.sleep(1.1)
    assert write_table(table, extension) == first


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_table_without_rows_keeps_its_columns(extension: str) -> None:
    table = read_table(b"id,note\n", ".csv")
    again = read_table(write_table(table, extension), extension)
    assert (names(again), cells(again)) == (["id", "note"], [])


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_generalised_column_falls_back_to_text(extension: str) -> None:
    table = Table(
        (Column("age", "How old?", Kind.INTEGER, {"1": "under 20"}), Column("born", kind=Kind.DATE)),
        pd.DataFrame({"age": ["20-29", "[other]", "7"], "born": ["1980-1989", "", "[other]"]}, dtype=str),
        "sav",
        (),
        3,
    )
    again = read_table(write_table(table, extension), extension)
    assert cells(again) == cells(table)
    assert [column.kind for column in again.columns] == [Kind.TEXT, Kind.TEXT]


def test_sav_in_and_out_is_the_same_table() -> None:
    data = sav(
        {"Q1": [1.0, 2.0], "Q2": ["m", "f"], "Q3": ["a long answer" * 40, ""]},
        column_labels={"Q1": "How easy?", "Q2": "Gender", "Q3": "Why?"},
        variable_value_labels={"Q1": {1: "easy", 2: "hard"}, "Q2": {"m": "male", "f": "female"}},
    )
    table = read_table(data, ".sav")
    again = read_table(write_table(table, ".sav"), ".sav")
    assert again.columns == table.columns
    assert cells(again) == cells(table)
