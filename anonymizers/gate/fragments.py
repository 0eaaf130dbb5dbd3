"""Candidate bytes as the text in them: every place of a file in which a person could still be named."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from anonymizers.gate.folding import words
from anonymizers.gate.report import Where
from anonymizers.gate.vocabulary import LABEL_FIELDS, NAME_FIELDS, NAMED_THINGS, POSTAL_WORDS

# prose: sentences; title: a name of a thing (file, metadata), no sentence starts; label: says who speaks or wrote;
# postal: post codes.
Style = Literal["prose", "title", "label", "postal"]

MAX_CHARACTERS = 256 * 2**20
PARTED = "\n\n"
"""Between texts that do not continue one another: what follows begins a sentence."""

DELIMITERS = ",;\t|"
"""Between the cells of a table; its first line tells which, of equals the first."""

_CUE_TIMES = re.compile(
    r"^(?:\d{1,6}[ \t]*\r?\n)?[ \t]*(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->[ \t]*"
    r"(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}",
    re.MULTILINE,
)
_DECIMAL = re.compile(r"-?\d{0,6}\.\d{1,6}")
_LONG_NUMBER = re.compile(r"\d{7,}(?:\.0{0,4})?|\d\.\d{6,}[eE]\+?\d{1,2}")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Unreadable(Exception):
    """Bytes the gate cannot read; `kind` is the finding it makes. Never leaves the gate."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text to examine. `alternative` is a second reading of the same text, counted where it finds more."""

    where: Where
    text: str = field(repr=False)
    style: Style = "prose"
    alternative: str = field(default="", repr=False)


class _Digits(str):
    """A JSON number, kept as it was written."""

    __slots__ = ()


class _Members(list[tuple[str, Any]]):
    """A JSON object with all its members, repeated keys included."""


def decode(data: bytes) -> str:
    """The bytes as text: UTF-8, or UTF-16/32 with a byte order mark. Anything else is unreadable."""
    if len(data) > MAX_CHARACTERS:
        raise Unreadable("too_large")
    try:
        text = data.decode(encoding_of(data))
    except UnicodeDecodeError:
        raise Unreadable("unreadable") from None
    if CONTROLS.search(text):
        raise Unreadable("unreadable")
    return text


def encoding_of(begin: bytes) -> str:
    """The encoding that the first bytes of a text tell."""
    encodings = {
        b"\xef\xbb\xbf": "utf-8-sig",
        b"\xff\xfe\x00\x00": "utf-32",
        b"\x00\x00\xfe\xff": "utf-32",
        b"\xff\xfe": "utf-16",
        b"\xfe\xff": "utf-16",
    }
    return next((name for mark, name in encodings.items() if begin.startswith(mark)), "utf-8")


def text_fragments(suffix: str, text: str, where: Where = "content") -> Iterator[Fragment]:
    """The fragments of a text file. `suffix` is its extension, lower case, without the dot."""
    if suffix in {"json", "jsonl", "ndjson"}:
        yield from _json(suffix, text, where)
    elif suffix in {"csv", "tsv"}:
        yield from _table("\t" if suffix == "tsv" else "", text, where)
    elif text.lstrip()[:1] in {"{", "["}:
        try:
            yield from list(_json("json", text, where))
        except Unreadable:
            yield Fragment(where, _CUE_TIMES.sub(PARTED, text))
    else:
        yield Fragment(where, _CUE_TIMES.sub(PARTED, text))


def metadata_fragments(metadata: Mapping[str, str]) -> Iterator[Fragment]:
    """What is stored beside the bytes: each key and each value."""
    for name, value in metadata.items():
        yield Fragment("metadata", name, "title")
        yield Fragment("metadata", value, field_style(name, "title"))


def field_style(name: str, otherwise: Style) -> Style:
    """How the values of a field of this name are read: as labels where it says who speaks, wrote or answered."""
    said = set(words(name))
    if said & POSTAL_WORDS or {"post", "code"} <= said or {"codigo", "postal"} <= said or {"code", "postal"} <= said:
        return "postal"
    named = bool(said & NAME_FIELDS) and not said & NAMED_THINGS
    return "label" if named or "".join(words(name)) in LABEL_FIELDS else otherwise


def _json(suffix: str, text: str, where: Where) -> Iterator[Fragment]:
    documents = text.splitlines() if suffix in {"jsonl", "ndjson"} else [text]
    keys: dict[str, None] = {}
    values: dict[str, list[str]] = defaultdict(list)
    numbers: list[str] = []
    for document in filter(str.strip, documents):
        try:
            parsed = json.loads(
                document.removeprefix("\ufeff"), object_pairs_hook=_Members, parse_int=_Digits, parse_float=_Digits
            )
        except (ValueError, RecursionError):
            raise Unreadable("unreadable") from None
        for key, value in _leaves(parsed):
            keys[key] = None
            if isinstance(value, _Digits):
                numbers.append(value)
            elif value and not _DECIMAL.fullmatch(value):
                values[key].append(value)
    yield Fragment(where, PARTED.join(keys))
    # Small numbers are measures and times; a long one can be a telephone, account or card number.
    yield Fragment(where, PARTED.join(number for number in numbers if _LONG_NUMBER.fullmatch(number)))
    for key, strings in values.items():
        # A transcript with one word an item reads as running text once its items are put together again.
        worded = len(strings) >= 2 and sum(string.count(" ") for string in strings) < len(strings) / 2
        yield Fragment(
            where,
            PARTED.join(strings),
            field_style(key, "prose"),
            alternative=" ".join(strings) if worded else "",
        )


def _leaves(parsed: Any) -> Iterator[tuple[str, str]]:
    """(nearest key, string or number) in reading order; keys without a leaf of their own come with ''."""
    pending: list[tuple[str, Any]] = [("", parsed)]
    while pending:
        key, value = pending.pop()
        if isinstance(value, _Members):
            pending.extend(reversed(value))
            if key:
                yield key, ""
        elif isinstance(value, list):
            pending.extend((key, item) for item in reversed(value))
            if key:
                yield key, ""
        else:
            yield key, value if isinstance(value, str) else ""


def _table(delimiter: str, text: str, where: Where) -> Iterator[Fragment]:
    first_line = text.partition("\n")[0]
    delimiter = delimiter or max(DELIMITERS, key=first_line.count)
    columns: dict[Style, io.StringIO] = defaultdict(io.StringIO)
    try:
        for style, cells in styled_rows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            columns[style].writelines(cell + PARTED for cell in cells)
    except csv.Error:
        # Not a table to the reader: then it is examined as plain text.
        yield Fragment(where, text)
        return
    for style, written in columns.items():
        yield Fragment(where, written.getvalue(), style)


def styled_rows(rows: Iterable[Sequence[str]]) -> Iterator[tuple[Style, Sequence[str]]]:
    """The cells of a table, row by row, by how they are read, which the header says; its own cells are prose."""
    styles: list[Style] = []
    places: dict[Style, list[int]] = {}
    for row in rows:
        if not styles:
            yield "prose", row
            styles = [field_style(name, "prose") for name in row]
            places = {style: [at for at, one in enumerate(styles) if one == style] for style in dict.fromkeys(styles)}
        elif len(row) == len(styles):
            for style, columns in places.items():
                yield style, row if len(columns) == len(row) else [row[at] for at in columns]
        else:
            for at, cell in enumerate(row):
                yield styles[at] if at < len(styles) else "prose", [cell]
