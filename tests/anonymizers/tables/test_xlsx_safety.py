"""Workbooks that are damaged, or made to harm who opens them."""

import io
import time
import zipfile
from collections.abc import Mapping

import pytest

from anonymizers.tables import TableError, read_table
from tests.anonymizers.tables.building import repacked, xlsx

GOOD = xlsx([["id", "note"], [1, "Secretname"]])
with zipfile.ZipFile(io.BytesIO(GOOD)) as _package:
    NAMES = _package.namelist()
    CONTENT_TYPES = _package.read("[Content_Types].xml")


def _with(name: str, part: bytes) -> bytes:
    return _with_parts({name: part})


def _with_parts(parts: Mapping[str, bytes]) -> bytes:
    """The good workbook with these parts; its table of shared texts, which it lacks, is made known."""
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    known = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    if "xl/sharedStrings.xml" in parts:
        parts = {"[Content_Types].xml": CONTENT_TYPES.replace(b"</Types>", known), **parts}
    more = {name: part for name, part in parts.items() if name not in NAMES}
    return repacked(GOOD, parts.get, more)


def _sheet(cells: bytes) -> bytes:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="' + main + b'"><sheetData>' + cells + b"</sheetData></worksheet>"


ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "Secretname"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    "part",
    ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "docProps/core.xml", "xl/styles.xml"],
)
def test_document_type_in_any_part_is_refused(part: str) -> None:
    with pytest.raises(TableError, match="a document type or an entity in its XML"):
        read_table(_with(part, ENTITIES), ".xlsx")


def test_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(5):
            with package.open(f"xl/worksheets/sheet{number}.xml", "w") as part:
                for _ in range(60):
                    part.write(b" " * 2**20)
    started = time.monotonic()
    with pytest.raises(TableError, match="more than 256 MiB or 5,000 parts unpacked"):
        read_table(packed.getvalue(), ".xlsx")
    assert time.monotonic() - started < 1


def test_part_that_unpacks_out_of_all_proportion_is_refused() -> None:
    with pytest.raises(TableError, match="unpacks to more than 300 times its size"):
        read_table(_with("xl/sharedStrings.xml", b" " * 30 * 2**20), ".xlsx")


def test_part_larger_than_declared_is_refused() -> None:
    plain = GOOD.index(b"xl/worksheets/sheet1.xml")
    central = GOOD.index(b"xl/worksheets/sheet1.xml", plain + 1)
    # Where the central directory declares the size of what a part unpacks to.
    declared = central - 46 + 24
    with pytest.raises(TableError, match="XLSX"):
        read_table(GOOD[:declared] + (9).to_bytes(4, "little") + GOOD[declared + 4 :], ".xlsx")


def test_more_parts_than_any_workbook_has_are_refused() -> None:
    more = {f"xl/media/{number}.png": b"" for number in range(5_001)}
    with pytest.raises(TableError, match="5,000 parts"):
        read_table(repacked(GOOD, lambda _, old: old, more), ".xlsx")


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(TableError, match="two parts of the same name"):
        read_table(repacked(GOOD, lambda _, old: old, {"XL/workbook.xml": b"<x/>"}), ".xlsx")


def test_one_long_text_used_ten_thousand_times_is_refused() -> None:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    words = "".join(chr(0x4E00 + number % 20_000) for number in range(32_000)).encode()
    strings = b'<sst xmlns="' + main + b'"><si><t>' + words + b"</t></si></sst>"
    rows = b"".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c><c r="B{row}"><v>{row}</v></c></row>'.encode()
        for row in range(1, 10_001)
    )
    data = _with_parts({"xl/worksheets/sheet1.xml": _sheet(rows), "xl/sharedStrings.xml": strings})
    with pytest.raises(TableError, match="characters in its cells"):
        read_table(data, ".xlsx")


def test_stray_cell_at_the_far_corner_ends_in_an_error_soon() -> None:
    rows = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    started = time.monotonic()
    with pytest.raises(TableError):
        read_table(_with("xl/worksheets/sheet1.xml", _sheet(rows)), ".xlsx")
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "data",
    [
        GOOD[: len(GOOD) // 2],
        GOOD[:100] + b"\0" * 400 + GOOD[500:],
        b"PK\x03\x04 nothing",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"id,note\n1,Secretname\n",
        b"",
        _with("xl/workbook.xml", b"<workbook/>"),
        _with("xl/worksheets/sheet1.xml", _sheet(b'<row r="1"><c r="A1" t="s"><v>99</v></c></row>')),
        _with("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>Secretname"),
        _with("xl/worksheets/sheet1.xml", _sheet(b'<row r="x"><c r="??"><v>Secretname</v></c></row>')),
    ],
    ids=range(10),
)
def test_damaged_workbook_is_an_error_without_content(data: bytes) -> None:
    with pytest.raises(TableError, match=r"^not readable as XLSX") as caught:
        read_table(data, ".xlsx")
    assert "Secretname" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_control_character_is_refused_with_its_place() -> None:
    bad = _sheet(
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>Secretname&#127;</t></is></c></row>'
    )
    with pytest.raises(TableError, match="row 2, column A: a control character") as caught:
        read_table(_with("xl/worksheets/sheet1.xml", bad), ".xlsx")
    assert "Secretname" not in str(caught.value)


@pytest.mark.parametrize("number", [b"0", b"-5", b"1048577", b"5000000000"])
def test_a_row_that_no_sheet_has_is_refused(number: bytes) -> None:
    rows = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="' + number + b'"><c r="A9"><v>1</v></c></row>'
    with pytest.raises(TableError, match="not one of 1 to 1,048,576"):
        read_table(_with("xl/worksheets/sheet1.xml", _sheet(rows)), ".xlsx")


def test_hidden_columns_that_no_sheet_has_are_not_counted_up() -> None:
    rows = b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>%s</t></is></c></row>' % (row, row, text)
        for row, text in ((1, b"id"), (2, b"P1"))
    )
    columns = b'<cols><col min="-3000000" max="-1" hidden="1"/></cols><sheetData>'
    sheet = _sheet(rows).replace(b"<sheetData>", columns)
    assert read_table(_with("xl/worksheets/sheet1.xml", sheet), ".xlsx").left_out == ()


def test_more_shared_texts_than_a_table_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anonymizers.tables.xlsx_package.MAX_SHARED", 3)
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    texts = b'<x:sst xmlns:x="' + main + b'">' + b"<x:si/>" * 4 + b"</x:sst>"
    with pytest.raises(TableError, match="more than 3 shared texts"):
        read_table(_with("xl/sharedStrings.xml", texts), ".xlsx")
