"""The text of a Word document's body, paragraph by paragraph and table by table, and of nothing else in the file.

Only the main part is ever opened: headers, footers, comments, footnotes, properties, pictures and linked parts cannot
get in. In it, tracked insertions count and deletions do not; hidden runs, field codes and fallbacks are left out.
python-docx would open every part, leave out tracked insertions and content controls, and know no limits.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from anonymizers.errors import FormatError
from anonymizers.formats.decoding import check_size

NAME = "DOCX"
MAX_EXPANDED = 64 * 2**20
MAX_MEMBERS = 5_000
_MAIN_PART = "word/document.xml"
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_GONE = frozenset({"del", "moveFrom"})
_IN_RUN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, KeyError, IndexError, ValueError),
    *(NotImplementedError, RuntimeError, OverflowError, EOFError, OSError),
)

Paragraph = list[str]
"""The lines of a paragraph."""


@dataclass(slots=True, repr=False)
class Table:
    """The text of a table, cell by cell; paragraphs of a cell are lines."""

    rows: list[list[str]] = field(default_factory=list)


def read_body(data: bytes) -> list[Paragraph | Table]:
    """The paragraphs and tables of a document's body in order, empty paragraphs left out.

    Raises:
        FormatError: no Word document; encrypted; more than 64 MiB unpacked; a document type or entity in its XML.
    """
    check_size(data, NAME)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_limits(package)
            reader = _BodyReader()
            _parse(_read(package, _main_part(package)), reader.start, reader.end, reader.text)
    except _DAMAGE:
        raise FormatError(NAME, "not a Word document, or a damaged or encrypted one") from None
    if not reader.has_body:
        raise FormatError(NAME, "the file holds no Word document")
    return reader.blocks


def _check_limits(package: zipfile.ZipFile) -> None:
    members = package.infolist()
    if any(member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for member in members):
        raise FormatError(NAME, "packed in a way that Word does not pack")
    # zipfile gives out no more of a member than its directory declares.
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_EXPANDED:
        raise FormatError(NAME, f"more than {MAX_EXPANDED // 2**20} MiB or {MAX_MEMBERS} parts unpacked")


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(MAX_EXPANDED)


def _main_part(package: zipfile.ZipFile) -> str:
    """The part that the package's relationships call its document."""
    if "_rels/.rels" not in package.namelist():
        return _MAIN_PART
    found: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == _RELATIONSHIP and attributes.get("Type", "").endswith("/officeDocument"):
            found.append(attributes.get("Target", "").lstrip("/"))

    _parse(_read(package, "_rels/.rels"), start, lambda _name: None, lambda _text: None)
    return found[0] if found else _MAIN_PART


def _parse(
    xml: bytes, start: Callable[[str, dict[str, str]], None], end: Callable[[str], None], text: Callable[[str], None]
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise FormatError(NAME, "its XML is damaged", line=error.lineno) from None
    except LookupError:
        raise FormatError(NAME, "its XML is in an unknown encoding") from None


def _refuse_doctype(*_: object) -> None:
    # Entities are declared there, those that unpack to gigabytes among them; Word writes none.
    raise FormatError(NAME, "a document type or entities in its XML")


class _BodyReader:
    """Follows the elements of the main part; `blocks` is what they come to."""

    def __init__(self) -> None:
        self.blocks: list[Paragraph | Table] = []
        self.has_body = False
        self._open: list[str] = []
        self._gone = 0
        self._runs: list[list[str] | None] = []
        self._paragraphs: list[list[str]] = []
        self._tables = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        parent = self._open[-1] if self._open else ""
        self._open.append(local)
        if local in _GONE or name == _FALLBACK:
            self._gone += 1
        elif local == "body":
            self.has_body = True
        elif local == "p":
            self._paragraphs.append([])
        elif local == "r":
            self._runs.append([])
        elif local == "vanish" and self._open[-3:-1] == ["r", "rPr"] and _is_on(attributes):
            self._runs[-1] = None
        elif local in _IN_RUN and parent == "r":
            self.text(_IN_RUN[local], within="r")
        elif local == "tbl":
            self._tables += 1
            if self._tables == 1:
                self.blocks.append(Table())
        elif self._tables == 1 and isinstance(table := self.blocks[-1], Table):
            if local == "tr":
                table.rows.append([])
            elif local == "tc" and table.rows:
                table.rows[-1].append("")

    def text(self, text: str, within: str = "t") -> None:
        run = self._runs[-1] if self._runs else None
        if run is not None and not self._gone and (within == "r" or self._open[-1] == "t"):
            run.append(text)

    def end(self, name: str) -> None:
        local = self._open.pop()
        if local in _GONE or name == _FALLBACK:
            self._gone -= 1
        elif local == "r":
            run = self._runs.pop()
            if run and self._paragraphs:
                self._paragraphs[-1].extend(run)
        elif local == "p":
            self._close_paragraph("".join(self._paragraphs.pop()))
        elif local == "tbl":
            self._tables -= 1

    def _close_paragraph(self, text: str) -> None:
        table = self.blocks[-1] if self._tables else None
        if isinstance(table, Table):
            # A table within a cell is text of that cell.
            if text.strip() and table.rows and table.rows[-1]:
                cell = table.rows[-1][-1]
                table.rows[-1][-1] = f"{cell}\n{text}" if cell else text
        elif text.strip():
            self.blocks.append([line for line in text.splitlines() if line.strip()])


def _local(name: str) -> str:
    """The element's own name if it is Word's; nothing for other vocabularies, whose `t` or `p` mean something else."""
    for namespace in _WORD:
        if name.startswith(namespace):
            return name[len(namespace) :]
    return ""


def _is_on(attributes: dict[str, str]) -> bool:
    value = next((value for key, value in attributes.items() if key.endswith(" val")), "true")
    return value not in {"0", "false", "off"}
