"""Workbooks: what of them becomes the table, and what is left out and said."""

import datetime as dt

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from anonymizers.tables import Kind, TableError, read_table
from tests.anonymizers.tables.building import cells, names, repacked, xlsx

ROWS = [["id", "ease", "comment"], [1, 4, "Quick"], [2, 5, "Slow"]]


def test_values_become_the_text_that_people_see() -> None:
    table = read_table(
        xlsx(
            [
                ["whole", "part", "day", "moment", "yes", "text", "time"],
                [
                    3.0,
                    0.1,
                    dt.date(2026, 3, 4),
                    dt.datetime.fromisoformat("2026-03-04T10:05:07"),
                    True,
                    "007",
                    dt.time(9, 30),
                ],
                [
                    -20,
                    2.5,
                    dt.date(1984, 12, 31),
                    dt.datetime.fromisoformat("2026-03-05"),
                    False,
                    " a\nb ",
                    dt.time(17, 0),
                ],
            ]
        ),
        ".xlsx",
    )
    assert cells(table) == [
        ["3", "0.1", "2026-03-04", "2026-03-04T10:05:07", "true", "007", "09:30:00"],
        ["-20", "2.5", "1984-12-31", "2026-03-05T00:00:00", "false", " a\nb ", "17:00:00"],
    ]
    assert [column.kind.value for column in table.columns] == [
        *("integer", "number", "date", "datetime", "boolean", "text", "text"),
    ]


def test_hidden_sheet_is_left_out_and_reported() -> None:
    def change(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        first = book.create_sheet("people", 0)
        first.append(["name"])
        first.append(["Secretname"])
        first.sheet_state = "hidden"
        book.create_sheet("very").sheet_state = "veryHidden"
        book.create_sheet("notes").append(["Secretname"])
        book.active = 1

    table = read_table(xlsx(ROWS, change), ".xlsx")
    assert cells(table) == [["1", "4", "Quick"], ["2", "5", "Slow"]]
    assert table.left_out == ("2 hidden sheets", "1 other sheet")
    assert not table.is_whole


def test_hidden_rows_and_columns_are_left_out_and_reported() -> None:
    def change(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[3].hidden = True

    table = read_table(xlsx([*ROWS, [3, 1, "Fine"]], change), ".xlsx")
    assert names(table) == ["id", "comment"]
    assert cells(table) == [["1", "Quick"], ["3", "Fine"]]
    assert table.left_out == ("1 hidden row", "1 hidden column")
    assert not table.is_whole
    assert table.rows_read == 2


def test_columns_hidden_to_the_right_of_the_table_are_not_counted() -> None:
    def change(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet.column_dimensions.group("D", "XFD", hidden=True)

    assert read_table(xlsx(ROWS, change), ".xlsx").left_out == ()


def test_comments_names_author_and_notes_are_counted_and_never_shown() -> None:
    def change(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["A2"].comment = Comment("Secretname rang", "Secretname")
        sheet["A3"].comment = Comment("Secretname again", "Secretname")
        book.defined_names["secretname"] = DefinedName("secretname", attr_text="Sheet!$A$1")
        book.properties.creator = "Secretname"
        book.properties.description = "Secretname"
        sheet["C2"].hyperlink = "https://example.org/secretname"
        sheet.oddHeader.center.text = "Secretname"

    table = read_table(xlsx(ROWS, change), ".xlsx")
    assert set(table.left_out) == {
        *("1 hyperlink", "1 page header", "2 comments", "1 defined name", "author", "file notes"),
    }


def test_first_visible_sheet_with_data_counts_and_its_table_may_stand_anywhere() -> None:
    def change(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        book.create_sheet("cover", 0)
        sheet.insert_cols(1, 2)
        sheet.insert_rows(1, 3)
        sheet["C1"] = "Brightwell survey"

    table = read_table(xlsx(ROWS, change), ".xlsx")
    assert cells(table) == [["1", "4", "Quick"], ["2", "5", "Slow"]]
    assert table.left_out == (*("1 other sheet", "3 rows above the header", "2 empty columns without a header"),)


def test_phonetic_guides_are_no_part_of_a_text() -> None:
    def guided(name: str, part: bytes) -> bytes:
        guide = b'<t>Quick</t></r><rPh sb="0" eb="1"><t>kuikku</t></rPh></is>'
        return part.replace(b"<t>Quick</t></is>", b"<r>" + guide) if name.endswith("sheet1.xml") else part

    assert cells(read_table(repacked(xlsx(ROWS), guided), ".xlsx"))[0] == ["1", "4", "Quick"]


def test_column_of_moments_has_times_even_at_midnight() -> None:
    midnight = dt.datetime.fromisoformat("2026-03-05T00:00:00")
    table = read_table(xlsx([["id", "when"], [1, midnight]]), ".xlsx")
    assert (cells(table), table.columns[1].kind) == ([["1", "2026-03-05T00:00:00"]], Kind.DATETIME)


def test_formula_without_a_value_is_an_error_that_names_its_place() -> None:
    def change(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["B3"] = "=1+1"

    with pytest.raises(TableError, match=r"XLSX, row 3, column B: a formula without its last value") as caught:
        read_table(xlsx(ROWS, change), ".xlsx")
    assert "1+1" not in str(caught.value)


def test_column_of_a_sheet_is_told_by_its_own_letter_beside_a_hidden_one() -> None:
    def change(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["C3"] = "=1+1"
        sheet.column_dimensions["B"].hidden = True

    with pytest.raises(TableError, match="row 3, column C: a formula without its last value"):
        read_table(xlsx([["Secretname", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]], change), ".xlsx")


def test_hidden_formula_without_a_value_does_no_harm() -> None:
    def change(_: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["B3"] = "=1+1"
        sheet.column_dimensions["B"].hidden = True

    assert read_table(xlsx(ROWS, change), ".xlsx").rows_read == 2


def test_value_of_a_formula_is_read_where_the_file_has_it() -> None:
    def cached(name: str, part: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return part
        return part.replace(b"<v>4</v>", b"<f>2+2</f><v>4</v>").replace(
            b'<c r="B3" t="n"><v>5</v>', b'<c r="B3" t="str"><f>IF(A3=2,"","x")</f><v></v>'
        )

    table = read_table(repacked(xlsx(ROWS), cached), ".xlsx")
    assert [row[1] for row in cells(table)] == ["4", ""]


def test_numbers_stored_as_text_have_their_kind_unless_they_would_lose_zeros() -> None:
    table = read_table(xlsx([["n", "code"], ["12", "007"], ["7", "12"]]), ".xlsx")
    assert [column.kind for column in table.columns] == [Kind.INTEGER, Kind.TEXT]


def test_duplicate_header_is_refused_by_its_letters() -> None:
    with pytest.raises(TableError, match="row 1: columns A and C have the same header"):
        read_table(xlsx([["id", "a", "id"], [1, 2, 3]]), ".xlsx")


def test_answer_beside_the_table_has_no_header() -> None:
    with pytest.raises(TableError, match="row 1: the header of column D is empty"):
        read_table(xlsx([["id", "a", "b"], [1, 2, 3, "aside"]]), ".xlsx")


def test_last_carriage_returns_of_excel_become_line_ends() -> None:
    assert cells(read_table(xlsx([["id", "a"], [1, "x_x000D_\ny"]]), ".xlsx")) == [["1", "x\ny"]]


def test_workbook_without_data_is_refused() -> None:
    with pytest.raises(TableError, match="no visible sheet holds data"):
        read_table(xlsx([]), ".xlsx")
