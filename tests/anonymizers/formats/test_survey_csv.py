"""Survey answers in CSV: cells that stay text, tables that are refused, cells that are no formulas."""

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.errors import FormatError
from anonymizers.formats.survey_csv import read_survey, write_survey


def rows(data: bytes | str) -> list[list[str]]:
    frame = read_survey(data.encode() if isinstance(data, str) else data)
    return [list(frame.columns), *frame.to_numpy().tolist()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_delimiters_encodings_and_line_ends(delimiter: str, encoding: str, newline: str) -> None:
    table = [["id", "answer"], ["1", "caf\u00e9 f\u00fcr"], ["2", ""]]
    text = newline.join(delimiter.join(row) for row in table) + newline
    assert rows(text.encode(encoding)) == table


def test_cells_are_text_and_stay_as_they_are() -> None:
    cells = ["007", "NA", "nan", "", " x ", "1e5", "TRUE", "2024-01-02", "None", "-0"]
    header = [f"c{number}" for number in range(len(cells))]
    frame = read_survey(",".join(header).encode() + b"\n" + ",".join(cells).encode())
    assert frame.iloc[0].tolist() == cells
    assert all(isinstance(cell, str) for cell in frame.iloc[0])


def test_quoted_cells_hold_delimiters_quotes_and_lines() -> None:
    assert rows('a;b\r\n"x;y\r\nz";"say ""no"""\r\n') == [["a", "b"], ["x;y\r\nz", 'say "no"']]


def test_a_comma_in_the_headers_of_a_semicolon_table_does_not_mislead() -> None:
    assert rows("q1, liked;q2\nyes;1,5\nno;2,5\n") == [["q1, liked", "q2"], ["yes", "1,5"], ["no", "2,5"]]


def test_a_semicolon_in_the_headers_of_a_comma_table_does_not_mislead() -> None:
    assert rows("q1; liked,q2\nyes,1;5\n") == [["q1; liked", "q2"], ["yes", "1;5"]]


def test_decimal_commas_do_not_make_columns() -> None:
    assert rows("eur,cent;name\n1,5;x\n2,5;y\n") == [["eur,cent", "name"], ["1,5", "x"], ["2,5", "y"]]


def test_a_header_alone_is_an_empty_table() -> None:
    frame = read_survey(b"id,answer\n")
    assert (list(frame.columns), len(frame)) == (["id", "answer"], 0)


def test_one_column_and_blank_lines() -> None:
    assert rows('comment\n\n"yes, I do"\n""\nno\n') == [["comment"], ["yes, I do"], [""], ["no"]]


def test_a_megabyte_in_one_cell() -> None:
    assert len(rows("a,b\n1," + "x" * 2**20)[1][1]) == 2**20


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", None),
        (b"  \n\n", None),
        (b"a,b\n1,2\n1,2,3\n", 3),
        (b"a,b\n1,2\n1\n", 3),
        (b'a,b\n"1\n1",2\n\n1\n', 5),
        (b"a;b\n1;2;3\n", 2),
        (b"a,a\n1,2\n", 1),
        (b"a, a \n1,2\n", 1),
        (b"a,\n1,2\n", 1),
        (b"\n,b\n1,2\n", 2),
        (b"a,b\n1,\x002\n", 2),
        (b'a,b\n1,2\n1,"2\n', 3),
        (b'a;b\n1;"2" x\n', 2),
        (b"a,b\n1,\x81\n", 2),
        (b'[{"a": 1}]', 1),
        (b"<html><table></table></html>", None),
        (b"PK\x03\x04", None),
        (b"x" * 5_000, 1),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(data: bytes, line: int | None) -> None:
    with pytest.raises(FormatError) as refused:
        read_survey(data)
    assert refused.value.line == line


def test_a_refusal_shows_nothing_of_the_content() -> None:
    for data in (b"a,b\nQuillon\n", b"Quillon,Quillon\n1,2\n", b'a,b\n1,"Quillon\n', b"Quillon \xff\x81"):
        with pytest.raises(FormatError) as refused:
            read_survey(data)
        assert "Quillon" not in str(refused.value)


FORMULAS = [
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u3000=1", "-", "- a remark"),
    *("\uff1d1", "\uff0b1", "\uff0d1", "\uff201", " \uff1dcmd", "+44 7700 900123", "-1-2", "-3=", "--3", "-1e5e5"),
]
NUMBERS = ["-3", "+4.5", "-1,200.50", "1e-5", "-1e-5", "-1.200,50", "-5 %", "-.5", "+0", " -3", "-3 "]
WORDS = ["plain", "a=b", "mail@example.com", "3-4", "'=1", "", " "]


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_is_written_as_text(cell: str) -> None:
    written = pd.read_csv(io.BytesIO(write_survey(pd.DataFrame({cell: [cell]}))), dtype=str, keep_default_na=False)
    assert list(written.columns) == [f"'{cell}"]
    assert written.iloc[0, 0] == f"'{cell}"


@pytest.mark.parametrize("cell", [*NUMBERS, *WORDS])
def test_a_number_or_word_is_not_touched(cell: str) -> None:
    assert rows(write_survey(pd.DataFrame({"a": [cell], "b": ["x"]}))) == [["a", "b"], [cell, "x"]]


def test_written_by_the_standard() -> None:
    frame = pd.DataFrame({"id": ["1", "2"], "b": ["x,y\nz", 'say "no"'], "c": [None, float("nan")]})
    assert write_survey(frame) == b'id,b,c\r\n1,"x,y\nz",\r\n2,"say ""no""",\r\n'


def test_what_cannot_be_encoded_does_not_stop_the_writer() -> None:
    assert write_survey(pd.DataFrame({"a": pd.Series(["x\ud800\0y"], dtype=object)})) == b"a\r\nx?y\r\n"


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\r\t,;|\"'"), max_size=12)


@given(st.lists(st.tuples(CELL, CELL), max_size=8))
def test_written_tables_read_back(cells: list[tuple[str, str]]) -> None:
    frame = pd.DataFrame(cells, columns=["left", "right"], dtype=str)
    again = read_survey(write_survey(frame))
    assert list(again.columns) == ["left", "right"]
    for row, read in zip(cells, again.itertuples(index=False, name=None), strict=True):
        assert [cell.removeprefix("'") for cell in read] == [cell.removeprefix("'") for cell in row]
    assert write_survey(frame) == write_survey(frame)
