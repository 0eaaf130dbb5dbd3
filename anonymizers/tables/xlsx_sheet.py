"""The cells of a sheet, read in one pass with what is hidden and which formulas have no cached value.

openpyxl's streaming reader tells neither, and takes several times as long.
"""

import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from openpyxl.utils.cell import column_index_from_string

from anonymizers.tables.assembling import UNCACHED
from anonymizers.tables.model import TableError, check_extent
from anonymizers.tables.xlsx_package import NAME, parse

Convert = Callable[[str, int, str], object]
"""The value of a cell by its type (`n`, `s`, `b` ...), its style and its text."""

_MAX_COLUMNS = 16_384
_MAX_ROWS = 1_048_576
_TEXTS = frozenset({"v", "t"})


@dataclass(slots=True, repr=False)
class Sheet:
    """The visible cells by row and column, both from 1; what is hidden; how often other things come."""

    rows: dict[int, dict[int, object]] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)


def read_sheet(package: zipfile.ZipFile, path: str, convert: Convert) -> Sheet:
    """The sheet in that part of the package.

    Raises:
        TableError: a document type or an entity in it, or too many cells.
    """
    found = _Reader(convert)
    parse(package, path, found)
    return found.sheet


class _Reader(ContentHandler):
    def __init__(self, convert: Convert) -> None:
        super().__init__()
        self.sheet = Sheet()
        self._convert = convert
        self._row = self._column = self._style = self._cells = self._characters = 0
        self._type = self._printed = ""
        self._text: list[str] = []
        self._formula = self._inside = self._valued = self._phonetic = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the parser's name
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._start_cell(attrs)
        elif tag in _TEXTS:
            self._inside = not self._phonetic
            self._valued = True
        elif tag == "row":
            self._row = int(attrs.get("r", str(self._row + 1)))
            self._column = 0
            if not 1 <= self._row <= _MAX_ROWS:
                raise TableError(NAME, f"a row that is not one of 1 to {_MAX_ROWS:,}")
            if _on(attrs.get("hidden")) or (_on(attrs.get("customHeight")) and float(attrs.get("ht", "1")) == 0):
                self.sheet.hidden_rows.add(self._row)
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "col":
            if _on(attrs.get("hidden")) or float(attrs.get("width", "1")) == 0:
                last = min(int(attrs["max"]), _MAX_COLUMNS)
                self.sheet.hidden_columns.update(range(max(int(attrs["min"]), 1), last + 1))
        elif tag in {"hyperlink", "dataValidation"}:
            self.sheet.counts[tag] += 1
        elif tag in {"oddHeader", "oddFooter"}:
            self._printed = tag

    def characters(self, content: str) -> None:
        if self._inside:
            self._text.append(content)
        elif self._printed and content.strip():
            self.sheet.counts[self._printed] = 1

    def endElement(self, name: str) -> None:  # noqa: N802 - the parser's name
        tag = name.rpartition(":")[2]
        if tag in _TEXTS:
            self._inside = False
        elif tag == "c":
            self._end_cell()
        elif tag == "rPh":
            self._phonetic = False
        elif tag == self._printed:
            self._printed = ""

    def _start_cell(self, attrs: AttributesImpl) -> None:
        letters = attrs.get("r", "").rstrip("0123456789")
        self._column = column_index_from_string(letters) if letters else self._column + 1
        if self._column > _MAX_COLUMNS:
            raise TableError(NAME, f"more than {_MAX_COLUMNS:,} columns", row=self._row)
        self._type = attrs.get("t", "n")
        self._style = int(attrs.get("s", "0"))
        self._text = []
        self._formula = self._inside = self._valued = False

    def _end_cell(self) -> None:
        text = "".join(self._text)
        if not text and not self._formula:
            return
        sheet = self.sheet
        sheet.last_row = max(sheet.last_row, self._row)
        sheet.last_column = max(sheet.last_column, self._column)
        if self._row in sheet.hidden_rows or self._column in sheet.hidden_columns:
            return
        value: object = self._convert(self._type, self._style, text) if text else ""
        # A text formula may well have come to an empty text.
        if self._formula and not text and not (self._valued and self._type == "str"):
            value = UNCACHED
        self._cells += 1
        self._characters += len(value) if isinstance(value, str) else 0
        check_extent(NAME, self._cells, 1, self._characters)
        sheet.rows.setdefault(self._row, {})[self._column] = value


def _on(value: str | None) -> bool:
    return value in {"1", "true"}
