"""Bytes to text: the encodings that are accepted, and refusal of what is not text at all."""

import codecs
import re

from anonymizers.errors import FormatError

MAX_BYTES = 64 * 2**20
FOREIGN = (
    (b"PK\x03\x04", "a zip or Office file"),
    (b"PK\x05\x06", "a zip file"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
MARKUP = ("<!doctype", "<html", "<?xml")
BROKEN_UTF8 = re.compile(rb"\xc3[\x80-\xbf]|[\xc4\xc5][\x80-\xbf]|(?:[\xd0\xd1][\x80-\xbf]){2}|\xe2\x80[\x80-\xbf]")
"""Letters with accents and typographic quotes in UTF-8: a file that has them is no Windows-1252. Read as such for one
broken byte, every accented name would be another word, and would be missed."""
BROKEN = "UTF-8 with a broken byte; save it as UTF-8 and try again"
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def check_size(data: bytes, format_name: str) -> None:
    """Refuse an empty file and one larger than 64 MiB.

    Raises:
        FormatError: it is one or the other.
    """
    if not data:
        raise FormatError(format_name, "the file is empty")
    if len(data) > MAX_BYTES:
        raise FormatError(format_name, f"the file is larger than {MAX_BYTES // 2**20} MiB")


def decode_text(data: bytes, format_name: str, *, windows: bool = False) -> str:
    """The text of a file in UTF-8, or in UTF-16 with a byte order mark; the mark itself is dropped.

    Another encoding is refused, not guessed: a name read in the wrong one hides from every detector, and can be
    read again by whoever guesses better. `windows` allows Windows-1252 for formats that often come in it.

    Raises:
        FormatError: not text, or not in one of these encodings; with the line, without the content.
    """
    check_size(data, format_name)
    for magic, what in FOREIGN:
        if data.startswith(magic):
            raise FormatError(format_name, f"this is {what}")
    text = _decode(data, format_name, windows)
    if not text.strip():
        raise FormatError(format_name, "the file is empty")
    if text.lstrip()[:9].lower().startswith(MARKUP):
        raise FormatError(format_name, "this is HTML or XML")
    if control := CONTROLS.search(text):
        raise FormatError(format_name, "a control character; is this text?", line=line_at(text, control.start()))
    return text


def line_at(text: str, position: int) -> int:
    """The number of the line, from 1, that holds this position."""
    return text.count("\n", 0, position) + 1


def _decode(data: bytes, format_name: str, windows: bool) -> str:
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if windows and encoding != "utf-16":
            return _decode_windows(data, format_name, data.count(b"\n", 0, error.start) + 1)
        # Lines of two-byte text cannot be counted in the bytes.
        line = data.count(b"\n", 0, error.start) + 1 if encoding != "utf-16" else None
        raise FormatError(format_name, "neither UTF-8 nor UTF-16; save it as UTF-8", line=line) from None


def _decode_windows(data: bytes, format_name: str, broken_line: int) -> str:
    if BROKEN_UTF8.search(data):
        raise FormatError(format_name, BROKEN, line=broken_line)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(format_name, "neither UTF-8, UTF-16 nor Windows-1252", line=line) from None
