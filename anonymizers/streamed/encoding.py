"""Which encoding a large text file is in, and whether it is text at all, told without holding it."""

import codecs
from collections.abc import Callable
from typing import BinaryIO

from anonymizers.formats.decoding import BROKEN, BROKEN_UTF8, CONTROLS, FOREIGN, MARKUP, MAX_BYTES
from anonymizers.tables.delimited import NAME
from anonymizers.tables.model import TableError

_BLOCK = 2**20


def encoding_of(file: BinaryIO, read: Callable[[int], None]) -> str:
    """The encoding of the whole file, as `decode_text` would choose it: UTF-8, UTF-16 or Windows-1252.

    `read` is told how many bytes were read so far.

    Raises:
        TableError: no text, or in another encoding; a line of more than 64 Mi characters. With the line.
    """
    file.seek(0)
    head = file.read(8)
    if not head:
        raise TableError(NAME, "the file is empty")
    for magic, what in FOREIGN:
        if head.startswith(magic):
            raise TableError(NAME, f"this is {what}")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _examined(file, ("utf-16",), "neither UTF-8 nor UTF-16; save it as UTF-8", read)
    return _examined(file, ("utf-8-sig", "cp1252"), "neither UTF-8, UTF-16 nor Windows-1252", read)


class _WrongEncodingError(Exception):
    """Bytes that the encoding has not; the line that they stand in, where it can be told."""


def _examined(file: BinaryIO, encodings: tuple[str, ...], reason: str, read: Callable[[int], None]) -> str:
    line = None
    for encoding in encodings:
        try:
            _examine(file, encoding, read)
        except _WrongEncodingError as error:
            line = error.args[0]
            if encoding == "utf-8-sig" and _has_utf8(file):
                raise TableError(NAME, BROKEN, line=line) from None
        else:
            return encoding
    raise TableError(NAME, reason, line=line)


def _has_utf8(file: BinaryIO) -> bool:
    """Whether some of the file is UTF-8 and not ASCII."""
    file.seek(0)
    before = b""
    while data := file.read(_BLOCK):
        if BROKEN_UTF8.search(before + data):
            return True
        before = data[-2:]
    return False


def _examine(file: BinaryIO, encoding: str, read: Callable[[int], None]) -> None:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    first, last, begun = "", "", ""
    lines = length = 0
    while True:
        data = file.read(_BLOCK)
        try:
            text = decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            # Lines of two-byte text cannot be counted in the bytes.
            line = lines + data.count(b"\n", 0, error.start) + 1 if encoding != "utf-16" else None
            raise _WrongEncodingError(line) from None
        if control := CONTROLS.search(text):
            number = lines + text.count("\n", 0, control.start()) + 1
            raise TableError(NAME, "a control character; is this text?", line=number)
        end = max(text.rfind("\n"), text.rfind("\r"))
        length = len(text) - end - 1 if end >= 0 else length + len(text)
        if length > MAX_BYTES:
            raise TableError(NAME, f"a line of more than {MAX_BYTES:,} characters; is this a table?", line=lines + 1)
        lines += text.count("\n")
        first = first or text[:1]
        last = text.rstrip()[-1:] or last
        if len(begun) < len(max(MARKUP, key=len)):
            begun = (begun + text[:_BLOCK]).lstrip()[:9]
            if begun.lower().startswith(MARKUP):
                raise TableError(NAME, "this is HTML or XML")
        read(file.tell())
        if not data:
            break
    if not last:
        raise TableError(NAME, "the file is empty")
    if first in {"{", "["} and last in {"}", "]"}:
        raise TableError(NAME, "this is JSON", line=1)
