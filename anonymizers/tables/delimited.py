"""Text tables: comma, semicolon, tab or bar between the cells (RFC 4180), in any encoding `decode_text` accepts."""

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice

from anonymizers.errors import FormatError
from anonymizers.formats.decoding import decode_text
from anonymizers.formats.survey_csv import _records as records
from anonymizers.tables.assembling import Record, Source, assemble
from anonymizers.tables.model import Table, TableError

NAME = "CSV"
_DELIMITERS = ("\t", "|", ";", ",")
SAMPLE = 70
# What Excel reads as the delimiter, and no other reader does.
EXCEL_HINT = re.compile(r'"?sep=([,;|\t])"?\r?\n', re.IGNORECASE)


def read_delimited(data: bytes, *, strict: bool) -> Table:
    """The table of a CSV or TSV file.

    The delimiter is the one by which most of the first 70 rows are equally wide, then the one with fewest cells of
    the first wide row that begin with a space, then the one with most columns.

    Raises:
        TableError: no text, no table, or (with `strict`) a ragged row; see `assemble`.
    """
    try:
        return _read(data, strict)
    except FormatError as error:
        # The reason is ours, and none of its words come from the file.
        reason = str(error).partition(": ")[2]
        raise TableError(NAME, reason, line=error.line) from None


def _read(data: bytes, strict: bool) -> Table:
    text = decode_text(data, NAME, windows=True)
    if text[:1] in {"{", "["} and text.rstrip()[-1:] in {"}", "]"}:
        raise TableError(NAME, "this is JSON", line=1)
    hint = EXCEL_HINT.match(text)
    delimiter, width = delimiter_of(text[hint.end() :] if hint else text)
    if hint:
        delimiter = hint[1]
    rows: list[Record] = list(records(text, delimiter))
    if hint:
        rows = rows[1:]
        width = width_of([row for _, row in rows[:SAMPLE]])
    source = Source(NAME, "csv", width, by_line=True, decimal_comma=delimiter != ",")
    return assemble(rows, source, strict=strict)


def delimiter_of(text: str) -> tuple[str, int]:
    best, best_width, best_fit = ",", 1, (0.0, -1, 1)
    for delimiter in _DELIMITERS:
        sample: list[list[str]] = []
        # By the right delimiter the fault is met again, and told.
        with suppress(FormatError):
            sample.extend(row for _, row in islice(records(text, delimiter), SAMPLE))
        width = width_of(sample)
        if width < 2:
            continue
        wide = [row for row in sample if len(row) == width]
        fit = (len(wide) / len(sample), -sum(cell.startswith(" ") for cell in wide[0]), width)
        if fit > best_fit:
            best, best_width, best_fit = delimiter, width, fit
    return best, best_width


def width_of(sample: Sequence[Sequence[str]]) -> int:
    """The commonest width; of two as common, the wider one."""
    widths = Counter(map(len, sample))
    return max(widths, key=lambda width: (widths[width], width)) if widths else 1
