"""Tables by the extension of their files: reading real ones, writing fresh ones."""

from collections.abc import Callable

from anonymizers.errors import FormatError
from anonymizers.formats.survey_csv import write_survey
from anonymizers.tables.delimited import read_delimited
from anonymizers.tables.model import Table, TableError, check_headers
from anonymizers.tables.parquet import read_parquet, write_parquet
from anonymizers.tables.sav_reading import read_sav
from anonymizers.tables.sav_writing import write_sav
from anonymizers.tables.xlsx_reading import read_xlsx
from anonymizers.tables.xlsx_writing import write_xlsx

_READERS: dict[str, Callable[[bytes, bool], Table]] = {
    **dict.fromkeys((".csv", ".tsv", ".txt"), lambda data, strict: read_delimited(data, strict=strict)),
    ".xlsx": lambda data, strict: read_xlsx(data, strict=strict),
    # Every row of these is as wide as the table.
    ".sav": lambda data, _: read_sav(data),
    ".parquet": lambda data, _: read_parquet(data),
}
_WRITERS: dict[str, Callable[[Table], bytes]] = {
    ".csv": lambda table: write_survey(table.frame),
    ".xlsx": write_xlsx,
    ".parquet": write_parquet,
    ".sav": write_sav,
}


def read_table(data: bytes, extension: str, *, strict: bool = True) -> Table:
    """The answers in a file, by its extension: .csv, .tsv, .txt, .xlsx, .sav or .parquet, in any case.

    With `strict` a row that is wider or narrower than the header is an error; otherwise it is left out, and its line
    is in `rows_refused`. What an error says has places, never a cell or a header.

    Raises:
        TableError: an extension that is none of these; content that is not what it says, or not safe to open.
    """
    reader = _READERS.get(extension.lower())
    if reader is None:
        raise TableError("a table", f"its extension is none of {', '.join(_READERS)}")
    try:
        return reader(data, strict)
    except FormatError as error:
        raise TableError(error.format_name, str(error).partition(": ")[2], line=error.line) from None


def write_table(table: Table, extension: str) -> bytes:
    """A new file of the table (.csv, .xlsx, .parquet or .sav), the same bytes for the same table.

    Whole columns of numbers, dates and truth values are written as such, others as text; the question texts and value
    labels go into SAV only. Nothing else is in it: no author, notes or times.

    Raises:
        TableError: an extension that is none of these; a frame whose headers are not the columns; a table that does
            not fit the format.
    """
    writer = _WRITERS.get(extension.lower())
    if writer is None:
        raise TableError("a table", f"its extension is none of {', '.join(_WRITERS)}", writing=True)
    names = [column.name for column in table.columns]
    if [str(name) for name in table.frame.columns] != names:
        raise TableError("a table", "the headers of its frame are not the names of its columns", writing=True)
    check_headers(names, "a table")
    return writer(table)
