"""A candidate that lies in a file, read from its beginning as often as needed and never held."""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anonymizers.gate.fragments import CONTROLS, DELIMITERS, Unreadable, encoding_of
from anonymizers.gate.report import GateError

LONGEST_LINE = 64 * 2**20
_BLOCK = 2**20

_CHANGED = "a candidate changed while it was examined, so nothing has passed"


class StoredText:
    """The text of a file, and its digest; `told` is called with the bytes that a reading has read so far.

    Every reading is of the very bytes of the digest.

    Raises:
        GateError: the file cannot be read, or changed.
    """

    def __init__(self, path: Path, told: Callable[[int], None]) -> None:
        self._path, self._told = path, told
        self._first_line: Counter[str] | None = None
        self._refused = ""
        try:
            with path.open("rb") as file:
                self.begin = file.read(8)
                file.seek(0)
                self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
                self.size = file.tell()
        except OSError as error:
            raise GateError(f"a candidate cannot be read ({type(error).__name__}), so nothing has passed") from None

    def whole(self) -> bytes:
        """The bytes.

        Raises:
            GateError: the file changed.
        """
        data = self._path.read_bytes()
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise GateError(_CHANGED)
        return data

    def first_line(self) -> Counter[str]:
        """How often each delimiter stands in the first line, once the whole file was found to be text.

        Raises:
            Unreadable: it is no text, or has a line of more than 64 Mi characters.
        """
        if self._first_line is None:
            try:
                self._first_line = self._read_through()
            except Unreadable as refused:
                self._refused = refused.kind
                raise
        return self._first_line

    def _read_through(self) -> Counter[str]:
        if self._refused:
            raise Unreadable(self._refused)
        found: Counter[str] = Counter()
        first, length = True, 0
        with self.reading() as stream:
            while text := stream.read(_BLOCK):
                if CONTROLS.search(text):
                    raise Unreadable("unreadable")
                line = text.partition("\n")[0] if first else ""
                found.update({one: line.count(one) for one in DELIMITERS})
                first = first and "\n" not in text
                end = text.rfind("\n")
                length = len(text) - end - 1 if end >= 0 else length + len(text)
                if length > LONGEST_LINE:
                    raise Unreadable("too_large")
        return found

    @contextmanager
    def reading(self) -> Iterator[io.TextIOWrapper]:
        """The text from its beginning; at the end what was read is compared with the digest.

        Raises:
            Unreadable: bytes that the encoding has not.
            GateError: the file changed.
        """
        # For the whole process, so it is only ever raised.
        csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
        self._told(0)
        try:
            with self._path.open("rb", buffering=0) as file:
                hashed = _Hashed(file, self._told)
                text = io.TextIOWrapper(io.BufferedReader(hashed, _BLOCK), encoding_of(self.begin), newline="")
                yield text
                while hashed.readinto(bytearray(_BLOCK)):
                    pass
        except UnicodeDecodeError:
            raise Unreadable("unreadable") from None
        except OSError as error:
            raise GateError(f"a candidate cannot be read ({type(error).__name__}), so nothing has passed") from None
        if hashed.hexdigest() != self.sha256:
            raise GateError(_CHANGED)


class _Hashed(io.RawIOBase):
    def __init__(self, file: io.FileIO, told: Callable[[int], None]) -> None:
        self._file, self._told = file, told
        self._hash = hashlib.sha256()
        self._bytes = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        read = self._file.readinto(buffer) or 0
        self._hash.update(memoryview(buffer)[:read])
        self._bytes += read
        self._told(self._bytes)
        return read

    def hexdigest(self) -> str:
        return self._hash.hexdigest()
