"""Survey answers as CSV (RFC 4180): every cell is text and stays as it is, until it is written for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

import pandas as pd

from anonymizers.errors import FormatError
from anonymizers.formats.decoding import MAX_BYTES, decode_text

NAME = "CSV"
# Rarest in prose first: the one that is met first wins a tie.
_DELIMITERS = ("\t", "|", ";", ",")
_SAMPLE = 50
_LONGEST_HEADER = 4_000
# Spreadsheets skip blanks ahead of a formula, and take full-width signs for plain ones.
_BLANKS = " \u00a0\u3000\u200b\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_PLAIN_NUMBER = re.compile(
    r"[+-]?(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?)"
    r"(?:[eE][+-]?[0-9]{1,3})?\s?%?"
)


def read_survey(data: bytes) -> pd.DataFrame:
    """The table of a CSV file: every cell a `str`, `""` where it is empty; a header alone gives a table without rows.

    The delimiter is comma, semicolon, tab or bar: the one by which most of the first 50 rows are as wide as the
    header, then the one with fewest headers that begin with a space, then with most columns. UTF-8, UTF-16 with a
    byte order mark, or Windows-1252. `007` and `NA` stay as they are.

    Raises:
        FormatError: no table; a row wider or narrower than the header; a header that is empty or comes twice. The
            message has the line, never the content.
    """
    text = decode_text(data, NAME, windows=True)
    delimiter = _delimiter(text)
    records = _records(text, delimiter)
    if text[:1] in {"{", "["} and text.rstrip()[-1:] in {"}", "]"}:
        raise FormatError(NAME, "this is JSON", line=1)
    line, header = next(records, (1, []))
    _check_header(header, line)
    rows: list[list[str]] = []
    for line, row in records:
        if len(row) != len(header):
            raise FormatError(NAME, f"{len(row)} cells where the header has {len(header)}", line=line)
        rows.append(row)
    return pd.DataFrame(rows, columns=header, dtype=str)


def write_survey(frame: pd.DataFrame) -> bytes:
    """CSV in UTF-8 with commas and CRLF (RFC 4180), safe to open in a spreadsheet.

    A cell or header that a spreadsheet would run as a formula is prefixed with `'`; a plain number (`-3`, `+4.5`,
    `-1,200.50`, `1e-5`) is not. What is missing becomes an empty cell.
    """
    packed = io.StringIO(newline="")
    writer = csv.writer(packed, lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in frame.columns])
    writer.writerows([safe_cell(cell) for cell in row] for row in frame.itertuples(index=False, name=None))
    # A lone surrogate cannot be encoded, and an error would show the text around it.
    return packed.getvalue().encode("utf-8", "replace")


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line each begins on; blank lines are no rows."""
    # For the whole process, so it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for row in reader:
            if row:
                yield begins, row
            begins = reader.line_num + 1
    except csv.Error:
        raise FormatError(NAME, "quotes that do not close, or text behind a closing quote", line=begins) from None


def _delimiter(text: str) -> str:
    best, best_fit = ",", (0.0, 0, 1)
    for delimiter in _DELIMITERS:
        sample: list[list[str]] = []
        # By the right delimiter the fault is met again, and told.
        with suppress(FormatError):
            sample.extend(row for _, row in islice(_records(text, delimiter), _SAMPLE + 1))
        if not sample or len(sample[0]) < 2:
            continue
        header = sample[0]
        fitting = sum(len(row) == len(header) for row in sample)
        fit = (fitting / len(sample), -sum(name.startswith(" ") for name in header), len(header))
        if fit > best_fit:
            best, best_fit = delimiter, fit
    return best


def _check_header(header: list[str], line: int) -> None:
    names = [name.strip() for name in header]
    if not all(names):
        raise FormatError(NAME, f"{names.count('')} of {len(names)} headers are empty", line=line)
    if max(map(len, names), default=0) > _LONGEST_HEADER:
        raise FormatError(NAME, f"a header longer than {_LONGEST_HEADER} characters; is this a table?", line=line)
    if len(set(names)) != len(names):
        raise FormatError(NAME, f"{len(names) - len(set(names))} headers come twice", line=line)


def safe_cell(value: object) -> str:
    # NaN alone differs from itself.
    if value is None or value is pd.NA or value != value:
        return ""
    cell = str(value).replace("\0", "")
    begins = cell.lstrip(_BLANKS)
    if begins.startswith(_FORMULA) and not _PLAIN_NUMBER.fullmatch(begins.strip(_BLANKS)):
        return f"'{cell}"
    return cell
