"""What a workbook's package holds, looked over before a library opens it: its size, document types, what is no sheet.

Every part of the package goes through an XML parser that refuses document types and entities.
"""

import io
import re
import zipfile
from collections import Counter
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from anonymizers.formats.decoding import check_size
from anonymizers.tables.model import MAX_CELLS, TableError, counted

NAME = "XLSX"
MAX_EXPANDED = 256 * 2**20
MAX_PARTS = 5_000
MAX_RATIO = 300
"""Deflate packs a sheet of equal rows about 100 times smaller, and a bomb 1,000 times."""
MAX_SHARED = MAX_CELLS // 10
"""An empty shared text packs to next to nothing, and is an object each once it is read."""

_SMALL = 2**20
_EMPTY_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
_XML = (".xml", ".rels", ".vml")
_SHEETS = re.compile(r"/?xl/worksheets/[^/]+$", re.IGNORECASE)
_PARTS = (
    ("picture", "", re.compile(r"xl/media/")),
    ("chart", "", re.compile(r"xl/charts/chart[^/]*\.xml$")),
    ("pivot table cache", "", re.compile(r"xl/pivotCache/pivotCacheRecords")),
    ("link to another file", "links to other files", re.compile(r"xl/externalLinks/[^/]*\.xml$")),
    ("macro project", "", re.compile(r"xl/vbaProject")),
    ("embedded file", "", re.compile(r"xl/embeddings/")),
    ("custom XML part", "", re.compile(r"customXml/item\d+\.xml$")),
    ("data connection part", "", re.compile(r"xl/(?:connections|queryTables/)")),
)


def open_package(data: bytes) -> zipfile.ZipFile:
    """The package, once its size is known to be bounded: 256 MiB, 5,000 parts and 300 times its packed size at most.

    Raises:
        TableError: it is larger, or no zip at all.
        FormatError: the file is empty or larger than 64 MiB.
    """
    check_size(data, NAME)
    package = zipfile.ZipFile(io.BytesIO(data))
    parts = package.infolist()
    # zipfile gives out no more of a part than the directory declares, so what is declared bounds what is read.
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_EXPANDED:
        raise TableError(NAME, f"more than {MAX_EXPANDED // 2**20} MiB or {MAX_PARTS:,} parts unpacked")
    if any(part.file_size > _SMALL and part.file_size > MAX_RATIO * part.compress_size for part in parts):
        raise TableError(NAME, f"a part that unpacks to more than {MAX_RATIO} times its size")
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise TableError(NAME, "a package with two parts of the same name")
    if any(part.flag_bits & 1 for part in parts):
        raise TableError(NAME, "encrypted; save it without a password")
    return package


def left_out_of(package: zipfile.ZipFile) -> tuple[str, ...]:
    """In words, what the package holds beside its sheets; every part is checked for a document type on the way.

    Raises:
        TableError: a document type or an entity in one of them, or more than a million shared texts.
    """
    names = package.namelist()
    tags: Counter[str] = Counter()
    author = notes = False
    for name in names:
        if not name.lower().endswith(_XML):
            continue
        found = _Tags(first_only=bool(_SHEETS.match(name)))
        parse(package, name, found)
        if found.counts["si"] > MAX_SHARED:
            raise TableError(NAME, f"more than {MAX_SHARED:,} shared texts; split the file")
        if name.startswith("docProps/"):
            author = author or bool(found.filled & {"creator", "lastModifiedBy", "Manager", "Company"})
            notes = notes or bool(found.filled & {"title", "subject", "description", "keywords", "category", "lpwstr"})
        elif "omments" in name:
            tags.update({tag: found.counts[tag] for tag in ("comment", "threadedComment")})
        else:
            tags["definedName"] += found.counts["definedName"]
    words = [*counted(max(tags["comment"], tags["threadedComment"]), "comment")]
    words += counted(tags["definedName"], "defined name")
    for singular, plural, pattern in _PARTS:
        words += counted(sum(bool(pattern.match(name)) for name in names), singular, plural)
    return (*words, *(["author"] if author else []), *(["file notes"] if notes else []))


def without_cells(package: zipfile.ZipFile) -> io.BytesIO:
    """The package with empty sheets, for a library that would read through all their cells to learn their extent."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as emptied:
        for name in package.namelist():
            if name.lower().endswith(_XML):
                emptied.writestr(name, _EMPTY_SHEET if _SHEETS.match(name) else package.read(name))
    return packed


def parse(package: zipfile.ZipFile, name: str, handler: ContentHandler) -> None:
    """Feed a part's XML to a handler.

    Raises:
        TableError: a document type or an entity in it.
    """
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    try:
        with package.open(name) as part:
            parser.parse(part)
    except _FirstElement:
        return
    except DefusedXmlException:
        raise TableError(NAME, "a document type or an entity in its XML") from None


class _FirstElement(Exception):
    """Behind it, no document type may come."""


class _Tags(ContentHandler):
    def __init__(self, *, first_only: bool) -> None:
        super().__init__()
        self._first_only = first_only
        self.counts: Counter[str] = Counter()
        self.filled: set[str] = set()
        self._open = ""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the parser's name
        if self._first_only:
            raise _FirstElement
        self._open = name.rpartition(":")[2]
        self.counts[self._open] += 1

    def characters(self, content: str) -> None:
        if content.strip():
            self.filled.add(self._open)
