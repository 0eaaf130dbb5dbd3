"""CSV and TSV as people export them."""

import pytest

from anonymizers.tables import Kind, TableError, read_table
from tests.anonymizers.tables.building import cells, csv_bytes, names

ROWS = [["id", "ease", "comment"], ["1", "4", "Quick, and clear"], ["2", "5", 'She said "a, b; c"\nand left']]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding_gives_the_same_table(delimiter: str, encoding: str) -> None:
    rows = [*ROWS, ["3", "1", "Café «zéro»"]]
    table = read_table(csv_bytes(rows, delimiter, encoding), ".CSV")
    assert names(table) == rows[0]
    assert cells(table) == rows[1:]
    assert table.platform == "csv"
    assert (table.rows_read, table.rows_refused, table.left_out) == (3, (), ())


def test_excels_delimiter_hint_is_no_row() -> None:
    table = read_table(b"sep=;\r\nid;note\r\n1;a,b,c\r\n", ".csv")
    assert (names(table), cells(table)) == (["id", "note"], [["1", "a,b,c"]])


def test_quotes_inside_quotes_keep_their_delimiters() -> None:
    table = read_table(b'id,said\n1,"He said ""one, """"two"""", three"" to us"\n', ".csv")
    assert cells(table) == [["1", 'He said "one, ""two"", three" to us']]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_decimal_comma_is_a_number_where_commas_delimit_nothing(delimiter: str) -> None:
    table = read_table(csv_bytes([["id", "score"], ["1", "3,5"], ["2", "4"]], delimiter), ".csv")
    assert [column.kind for column in table.columns] == [Kind.INTEGER, Kind.NUMBER]
    assert cells(table)[0] == ["1", "3,5"]


def test_decimal_comma_is_text_where_commas_delimit() -> None:
    assert read_table(b'id,score\n1,"1,200"\n', ".csv").columns[1].kind is Kind.TEXT


def test_ragged_row_is_refused_with_its_line_and_without_its_cells() -> None:
    data = b'id,note\n1,"two\nlines"\n2,Secretname,extra\n3,c\n4\n'
    with pytest.raises(TableError, match=r"CSV, line 4: 3 cells where the header has 2") as caught:
        read_table(data, ".csv")
    assert "Secretname" not in str(caught.value)
    assert caught.value.line == 4


def test_ragged_rows_are_counted_when_not_strict() -> None:
    table = read_table(b'id,note\n1,"two\nlines"\n2,b,extra\n3,c\n4\n', ".csv", strict=False)
    assert cells(table) == [["1", "two\nlines"], ["3", "c"]]
    assert table.rows_refused == (4, 6)
    assert table.rows_read == 4


def test_rows_above_the_header_are_left_out_and_reported() -> None:
    data = b"Brightwell survey,,,\nExported,,,\n,,,\nid,ease,trust,note\n1,4,5,x\n2,3,3,y\n"
    table = read_table(data, ".csv")
    assert names(table) == ["id", "ease", "trust", "note"]
    assert table.left_out == ("3 rows above the header",)
    assert table.is_whole
    assert table.rows_read == 2


def test_no_more_than_twenty_rows_stand_above_the_header() -> None:
    rows = "id,ease,note\n" + "1,2,x\n" * 40
    assert read_table(("Title\n" * 20 + rows).encode(), ".csv").rows_read == 40
    with pytest.raises(TableError, match="no header row among the first 21"):
        read_table(("Title\n" * 21 + rows).encode(), ".csv")


@pytest.mark.parametrize("row", ["Good, nice", "7,Good", "2026-03-04,Good"])
def test_answer_is_never_taken_for_the_header_under_a_narrow_one(row: str) -> None:
    with pytest.raises(TableError, match="line 2: this looks like an answer"):
        read_table(f"comment\n{row}\n{row}\n".encode(), ".csv")


def test_file_without_a_header_row_is_told_by_its_addresses() -> None:
    with pytest.raises(TableError, match="line 1: a header is an e-mail address") as caught:
        read_table(b"1,ana@example.org,x\n2,tom@example.org,y\n", ".csv")
    assert "ana" not in str(caught.value)


def test_table_of_one_column_keeps_its_commas_apart_from_delimiters() -> None:
    table = read_table(b'comment\nFine\n"Well, no"\nSlow\n', ".csv")
    assert (names(table), cells(table)) == (["comment"], [["Fine"], ["Well, no"], ["Slow"]])


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (b"id,name,id", "line 1: columns 1 and 3 have the same header"),
        (b"id, name ,name", "line 1: columns 2 and 3 have the same header"),
        (b"id,,name", "line 1: the header of column 2 is empty"),
        (b"id," + b"x" * 4_001 + b",name", "line 1: the header of column 2 is longer"),
    ],
)
def test_unusable_header_is_refused_by_its_position(header: bytes, message: str) -> None:
    with pytest.raises(TableError, match=message):
        read_table(header + b"\n1,2,3\n4,5,6\n", ".csv")


def test_empty_rows_and_columns_are_reported() -> None:
    table = read_table(b"id,note,\n1,x,\n,,\n2,y,\n", ".csv")
    assert cells(table) == [["1", "x"], ["2", "y"]]
    assert table.left_out == ("1 empty row", "1 empty column without a header")
    assert table.is_whole


def test_header_alone_is_a_table_without_rows() -> None:
    table = read_table(b"id,note\n", ".csv")
    assert (names(table), cells(table), table.rows_read) == (["id", "note"], [], 0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n \n",
        b"id,note\n1,a\x00b\n",
        b"\x00\x01\x02\x03",
        b"PK\x03\x04rest",
        b"<html><body>Secretname</body></html>",
        b'{"id": 1, "name": "Secretname"}',
        b'id,note\n1,"Secretname never closes\n',
        b'id,note\n1,"Secretname" x\n',
        b"\xff\xfeS\x00e",
        "id,note\n1,Secretname\n".encode("utf-16")[:-1],
    ],
)
def test_what_is_no_table_is_an_error_without_content(data: bytes) -> None:
    with pytest.raises(TableError, match=r"^not readable as CSV") as caught:
        read_table(data, ".csv", strict=False)
    assert "Secretname" not in str(caught.value)


def test_ten_thousand_columns_and_a_megabyte_cell_are_read() -> None:
    wide = [[f"q{number}" for number in range(10_000)], ["1"] * 10_000, ["2"] * 10_000]
    assert len(read_table(csv_bytes(wide), ".csv").columns) == 10_000
    long = [["id", "note"], ["1", "wörd, " * 175_000]]
    assert cells(read_table(csv_bytes(long), ".csv")) == long[1:]


def test_html_and_formulas_in_cells_stay_text() -> None:
    table = read_table(b'id,note\n1,"<b onclick=""x()"">hi</b>"\n2,"=HYPERLINK(""http://x"")"\n', ".csv")
    assert [row[1] for row in cells(table)] == ['<b onclick="x()">hi</b>', '=HYPERLINK("http://x")']


def test_unknown_extension_is_refused() -> None:
    with pytest.raises(TableError, match=r"its extension is none of \.csv"):
        read_table(b"id\n1\n", ".xls")
