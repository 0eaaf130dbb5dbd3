"""A new workbook of one sheet, made part by part: nothing is in it but the table.

openpyxl writes the time and an application into every workbook. Here nothing depends on the clock, the machine or a
library's version: members have one fixed time, so the same table gives the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from xml.sax.saxutils import escape

from openpyxl.utils.cell import get_column_letter

from anonymizers.formats.survey_csv import safe_cell
from anonymizers.tables.kinds import Value, typed
from anonymizers.tables.model import Kind, Table, TableError

NAME = "XLSX"
_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 16_384
_MEMBER_TIME = (1980, 1, 1, 0, 0, 0)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no time zones
# Before it, Excel counts a 29 February 1900 that never was.
_FIRST_DAY = date(1900, 3, 1)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TEXT, _DATE, _DATETIME, _QUOTED = 0, 1, 2, 3
_FIXED_PARTS = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        '<sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
        '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>'
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}


def write_xlsx(table: Table) -> bytes:
    """The table as a workbook: numbers, dates and truth values where a whole column has them, text elsewhere.

    A text that a spreadsheet would take for a formula, were it typed again, is marked as text.

    Raises:
        TableError: more rows, columns or characters in a cell than Excel holds.
    """
    if len(table.frame) >= _MOST_ROWS or len(table.columns) > _MOST_COLUMNS:
        reason = f"Excel holds {_MOST_ROWS:,} rows and {_MOST_COLUMNS:,} columns; write CSV or Parquet"
        raise TableError(NAME, reason, writing=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, part in _FIXED_PARTS.items():
            package.writestr(_member(name), part)
        with package.open(_member("xl/worksheets/sheet1.xml"), "w") as sheet:
            for piece in _sheet(table):
                sheet.write(piece.encode())
    return packed.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _MEMBER_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 0
    return member


def _sheet(table: Table) -> Iterator[str]:
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'
    letters = [get_column_letter(position) for position in range(1, len(table.columns) + 1)]
    yield _row(1, letters, [column.name for column in table.columns])
    columns: list[Sequence[Value]] = []
    for column in table.columns:
        cells = [str(cell) for cell in table.frame[column.name]]
        values = typed(cells, column.kind)
        if values is None or (column.kind in (Kind.DATE, Kind.DATETIME) and not all(map(_is_datable, values))):
            values = [cell or None for cell in cells]
        columns.append(values)
    for number, row in enumerate(zip(*columns, strict=True), 2):
        yield _row(number, letters, row)
    yield "</sheetData></worksheet>"


def _row(number: int, letters: Sequence[str], cells: Sequence[Value]) -> str:
    written = [
        _cell(f"{letter}{number}", value, number, column)
        for column, (letter, value) in enumerate(zip(letters, cells, strict=True), 1)
        if value is not None
    ]
    return f'<row r="{number}">{"".join(written)}</row>'


def _cell(place: str, value: Value, row: int, column: int) -> str:
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    if isinstance(value, datetime):
        return f'<c r="{place}" s="{_DATETIME}"><v>{(value - _EPOCH) / timedelta(days=1)!r}</v></c>'
    if isinstance(value, date):
        return f'<c r="{place}" s="{_DATE}"><v>{(value - _EPOCH.date()).days}</v></c>'
    text = str(value)
    if len(text) > _LONGEST_CELL:
        reason = f"a text longer than the {_LONGEST_CELL:,} characters that Excel holds; write CSV or Parquet"
        raise TableError(NAME, reason, row=row, column=column, writing=True)
    style = _TEXT if safe_cell(text) == text else _QUOTED
    plain = escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text), {"\r": "&#13;"})
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{plain}</t></is></c>'


def _is_datable(value: Value) -> bool:
    """Whether a spreadsheet can hold it: from March 1900, to the second, in no time zone."""
    if isinstance(value, datetime):
        return value.tzinfo is None and not value.microsecond and value.date() >= _FIRST_DAY
    return value is None or (isinstance(value, date) and value >= _FIRST_DAY)
