"""Packed files opened: every member of a zip, and of Office documents all text, attributes and properties."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from anonymizers.gate.fragments import PARTED, Fragment, Unreadable, decode, field_style, text_fragments
from anonymizers.gate.report import Where

MAX_MEMBERS = 5_000
MAX_EXPANDED = 256 * 2**20
MAX_DEPTH = 2
_BLOCK = 2**20
# Declared inside the file, a second encoding could show a reader other text than the gate has seen.
_ENCODING = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""", re.IGNORECASE)
# The texts of these elements belong together, however many runs they are cut into.
_PARAGRAPHS = frozenset({"p", "si", "is"})
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Typefaces an Office theme lists for the world's scripts; some are people's names as well (Shruti, Latha).
_TYPEFACES = frozenset(
    """
    Angsana New|Arial|Calibri|Calibri Light|Cambria|Cordia New|Courier|Courier New|DaunPenh|DokChampa|Ebrima
    |Estrangelo Edessa|Euphemia|Gautami|Iskoola Pota|Kalinga|Kartika|Khmer UI|Lao UI|Latha|Leelawadee|MV Boli
    |Mangal|Microsoft Himalaya|Microsoft Uighur|Microsoft Yi Baiti|Mongolian Baiti|MoolBoran|Nyala
    |Plantagenet Cherokee|Raavi|Shruti|Sylfaen|Symbol|Times New Roman|Tunga|Vrinda
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_TYPEFACE_ATTRIBUTES = frozenset({"typeface", "ascii", "hAnsi", "cs", "eastAsia", "name"})


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a zip file does."""
    return data[:4] in {b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"}


def archive_fragments(data: bytes) -> tuple[list[Fragment], list[str]]:
    """The fragments of a zip and the kinds of what in it could not be examined."""
    budget = _Budget()
    fragments: list[Fragment] = []
    problems: list[str] = []
    _open(data, 1, budget, fragments, problems)
    return fragments, problems


class _Budget:
    """How much may still be unpacked, all levels together."""

    def __init__(self) -> None:
        self._characters = MAX_EXPANDED
        self._members = MAX_MEMBERS

    def take_member(self) -> None:
        self._members -= 1
        if self._members < 0:
            raise Unreadable("too_large")

    def take(self, size: int) -> None:
        self._characters -= size
        if self._characters < 0:
            raise Unreadable("too_large")


def _open(data: bytes, depth: int, budget: _Budget, fragments: list[Fragment], problems: list[str]) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            fragments.extend(_comments(archive))
            for member in archive.infolist():
                budget.take_member()
                fragments.append(Fragment("file_name", member.filename, "title"))
                if member.is_dir():
                    continue
                try:
                    content = _read(archive, member, budget)
                    _member(member.filename, content, depth, budget, fragments, problems)
                except Unreadable as refused:
                    if refused.kind == "too_large":
                        raise
                    problems.append(refused.kind)
    except Unreadable as refused:
        problems.append(refused.kind)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
        problems.append("unreadable")


def _comments(archive: zipfile.ZipFile) -> Iterator[Fragment]:
    notes = [archive.comment, *(member.comment for member in archive.infolist())]
    notes += [member.extra for member in archive.infolist()]
    yield Fragment("metadata", PARTED.join(note.decode("utf-8", "replace") for note in notes if note), "title")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: _Budget) -> bytes:
    if member.flag_bits & 0x1:
        raise Unreadable("encrypted")
    blocks = []
    with archive.open(member) as stream:
        # Sizes in the directory may lie: what counts is what comes out.
        while block := stream.read(_BLOCK):
            budget.take(len(block))
            blocks.append(block)
    return b"".join(blocks)


def _member(
    name: str, content: bytes, depth: int, budget: _Budget, fragments: list[Fragment], problems: list[str]
) -> None:
    if is_archive(content):
        if depth >= MAX_DEPTH:
            raise Unreadable("nested_archive")
        _open(content, depth + 1, budget, fragments, problems)
        return
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    where: Where = "metadata" if name.startswith("docProps/") else "content"
    try:
        text = decode(content)
    except Unreadable:
        raise Unreadable("embedded_media") from None
    if suffix in {"xml", "rels"} or text.lstrip()[:5] == "<?xml":
        fragments.extend(_xml(text, where))
    else:
        fragments.extend(text_fragments(suffix, text, where))


def _xml(text: str, where: Where) -> Iterator[Fragment]:
    declared = _ENCODING.match(text)
    if declared and declared.group(1).lower() not in {"utf-8", "utf8", "utf-16", "us-ascii", "ascii"}:
        raise Unreadable("unreadable")
    reader = _XmlReader()
    try:
        reader.parser.Parse(text.encode("utf-8"), True)
    except (expat.ExpatError, UnicodeEncodeError):
        raise Unreadable("unreadable") from None
    # Joined, a name cut into runs is whole again; run by run, two runs without a space do not hide one another.
    yield Fragment(where, PARTED.join(reader.joined), "prose", alternative=PARTED.join(reader.pieces))
    yield Fragment(where, PARTED.join(reader.labels), "label")
    yield Fragment(where, PARTED.join(dict.fromkeys(reader.attributes)))
    yield Fragment(where, PARTED.join(reader.remarks))


class _XmlReader:
    """All text of one XML part: paragraphs, single pieces, attributes, comments. Entities are refused."""

    def __init__(self) -> None:
        self.joined: list[str] = []
        self.pieces: list[str] = []
        self.labels: list[str] = []
        self.attributes: list[str] = []
        self.remarks: list[str] = []
        self._elements: list[str] = []
        self._text: list[list[str]] = []
        self._paragraphs: list[dict[str, list[str]]] = []
        self.parser = expat.ParserCreate(encoding="utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.CommentHandler = self.remarks.append
        self.parser.ProcessingInstructionHandler = lambda target, text: self.remarks.append(f"{target} {text}")
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _doctype(self, *_: object) -> None:
        raise Unreadable("xml_doctype")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self._elements.append(local)
        self._text.append([])
        if local in _PARAGRAPHS:
            self._paragraphs.append({})
        elif local in _SPACES and self._paragraphs:
            for run_texts in self._paragraphs[-1].values():
                run_texts.append(_SPACES[local])
        for attribute, value in attributes.items():
            plain = attribute.rpartition(":")[2]
            if plain in _TYPEFACE_ATTRIBUTES and value in _TYPEFACES:
                continue
            labels = plain in {"author", "initials", "userId"}
            (self.labels if labels else self.attributes).append(value)

    def _characters(self, text: str) -> None:
        if self._text:
            self._text[-1].append(text)

    def _end(self, _name: str) -> None:
        local = self._elements.pop()
        text = "".join(self._text.pop())
        if text.strip() and field_style(local, "prose") == "label":
            self.labels.append(text)
            return
        if text.strip():
            self.pieces.append(text)
        if text and local not in _PARAGRAPHS:
            if self._paragraphs:
                # Deleted and inserted text are kept apart, so that neither cuts a name of the other in two.
                self._paragraphs[-1].setdefault(local, []).append(text)
            elif text.strip():
                self.joined.append(text)
        if local in _PARAGRAPHS:
            paragraph = self._paragraphs.pop()
            self.joined.extend("".join(run_texts) for run_texts in paragraph.values())
            if text.strip():
                self.joined.append(text)
