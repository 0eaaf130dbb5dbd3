"""The rows of a CSV file, chunk by chunk, as `read_table` reads them all at once."""

import csv
import io
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from anonymizers.formats.decoding import MAX_BYTES
from anonymizers.streamed.encoding import encoding_of
from anonymizers.tables.assembling import HEADER_ROWS, Record, Source, header_of
from anonymizers.tables.delimited import EXCEL_HINT, NAME, SAMPLE, delimiter_of, width_of
from anonymizers.tables.layouts import recognise
from anonymizers.tables.model import TableError, check_headers

Rows = list[Sequence[str]]

_HEAD = 2**20
_CHARACTERS_A_CHUNK = 16 * 2**20


class CsvRows:
    """An open CSV file that is read more than once; `names` are its columns, `size` its bytes.

    Delimiter and layout are told by the first 1 Mi characters. Used as a context, which closes the file unless it was
    given open.

    Raises:
        TableError: not a table; see `read_table`. A row wider or narrower than the header is named by its line.
    """

    def __init__(self, source: Path | io.BufferedReader, read: Callable[[int], None]) -> None:
        self._ours = isinstance(source, Path)
        self._file = source.open("rb") if isinstance(source, Path) else source
        try:
            self.size = size_of(source)
            self._encoding = encoding_of(self._file, read)
            self._understand()
        except BaseException:
            self._close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _close(self) -> None:
        if self._ours:
            self._file.close()

    def read(self) -> int:
        """The bytes that the present pass has read."""
        return self._file.tell()

    def chunks(self, rows_a_chunk: int) -> Iterator[Rows]:
        """All answers in order, at most so many at once, and about 16 Mi characters; a cell for each of `names`.

        Raises:
            TableError: a ragged row; a column without a header that is not empty; a file that changed meanwhile.
        """
        chunk: Rows = []
        characters = 0
        answered: set[int] = set()
        whole = len(self._positions) == self._columns
        for line, row in self._answers():
            if len(row) != self._columns:
                raise TableError(NAME, f"{len(row)} cells where the header has {self._columns}", line=line)
            if whole:
                chunk.append(row)
            else:
                answered.update(at for at in self._nameless if row[at])
                chunk.append([row[at] for at in self._positions])
            characters += sum(map(len, row))
            if len(chunk) >= rows_a_chunk or characters >= _CHARACTERS_A_CHUNK:
                yield chunk
                chunk, characters = [], 0
        if answered:
            check_headers([""], NAME, positions=[min(answered) + 1], line=self._header_line)
        if chunk:
            yield chunk

    def _understand(self) -> None:
        self._file.seek(0)
        stream = _text(self._file, self._encoding)
        head = stream.read(_HEAD)
        stream.detach()
        if len(head) == _HEAD:
            head = head[: head.rfind("\n") + 1] or head
        hint = EXCEL_HINT.match(head)
        self._hinted = hint is not None
        self._delimiter, width = delimiter_of(head[hint.end() :] if hint else head)
        if hint:
            self._delimiter = hint[1]
            width = width_of([row for _, row in islice(self._records(), SAMPLE)])
        source = Source(NAME, "csv", width, by_line=True)
        rows = self._records()
        above, self._header_line, header = header_of(rows, source)
        layout = recognise([header, *(row for _, row in islice(rows, HEADER_ROWS - 1))])
        self._skipped = above + layout.header_rows
        self._columns = len(header)
        self._positions = [at for at, name in enumerate(layout.names) if name]
        self._nameless = [at for at, name in enumerate(layout.names) if not name]
        self.names = [layout.names[at] for at in self._positions]
        check_headers(self.names, NAME, positions=[at + 1 for at in self._positions], line=self._header_line)

    def _answers(self) -> Iterator[Record]:
        return ((line, row) for line, row in islice(self._records(), self._skipped, None) if any(row))

    def _records(self) -> Iterator[Record]:
        """Rows with the line each begins on, from the start of the file; blank lines and a hint are no rows."""
        # For the whole process, so it is only ever raised.
        csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
        self._file.seek(0)
        stream = _text(self._file, self._encoding)
        reader = csv.reader(stream, delimiter=self._delimiter, strict=True)
        begins, hinted = 1, self._hinted
        try:
            for row in reader:
                if row and not hinted:
                    yield begins, row
                hinted = hinted and not row
                begins = reader.line_num + 1
        except csv.Error:
            raise TableError(NAME, "quotes that do not close, or text behind a closing quote", line=begins) from None
        except UnicodeDecodeError:
            raise TableError(NAME, "the file changed while it was read", line=begins) from None
        finally:
            # Else the file would be closed with it.
            if not self._file.closed:
                stream.detach()


def size_of(source: Path | io.BufferedReader) -> int:
    """The bytes of a file."""
    return source.stat().st_size if isinstance(source, Path) else os.fstat(source.fileno()).st_size


def _text(file: io.BufferedReader, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(file, encoding=encoding, newline="")
