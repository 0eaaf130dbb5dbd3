"""Why a dropped file goes to quarantine: a reason out of a few, and a row. What is said of it is stored by Airflow."""

from enum import StrEnum

from anonymizers.errors import FormatError
from anonymizers.tables import TableError


class Reason(StrEnum):
    """All that Airflow, the ledger and the logs are told."""

    NO_STUDY = "no known study in its place"
    NO_PERSON = "no column for the person"
    NO_TIME = "no column for the time"
    NO_PERSON_NOR_TIME = "no column for the person or the time"
    NOT_PLACED = "rows without a date or a person"
    NO_SESSION = "no known session in its place nor in index.csv"
    UNKNOWN_SESSION = "index.csv names an unknown session"
    UNDATED_SESSION = "its session has no date"
    NO_KIND = "neither a transcript nor a recording by its extension"
    TOO_LARGE = "too large for a transcript"
    DELETED_AND_HELD = "deleted on its day, dropped again, and under a hold now"
    LONELY_INDEX = "an index.csv without files"
    NOT_READABLE = "not readable"
    OVERWRITTEN = "overwritten_before_the_pull"
    WITHDRAWN = "withdrawn_before_the_pull"
    NOT_ALL_READ = "not_all_read"  # what could be read of it was taken


_TABLES = ("CSV", "XLSX", "SAV", "Parquet", "a table")
_TRANSCRIPTS = ("WebVTT", "SubRip", "text", "DOCX", "JSON", "Transcribe JSON", "Whisper JSON", "a transcript")


class Refused(Exception):
    """Why a file goes to quarantine.

    `code` is made of our own words and of numbers, whatever the file holds: the reason, and of a file that cannot be
    read its format and the line or row. `told` says more, to the person who mends the file: it stays in the research
    database, beside the file's own name.
    """

    def __init__(self, reason: Reason, error: FormatError | TableError | None = None, *, told: str = "") -> None:
        self.code = str(reason) if error is None else f"{reason} as {_where(error)}"
        self.told = told or (self.code if error is None else str(error))
        super().__init__(self.code)


def _where(error: FormatError | TableError) -> str:
    name = error.format_name if error.format_name in (*_TABLES, *_TRANSCRIPTS) else "its format"
    places = [("line", error.line), ("row", error.row if isinstance(error, TableError) else None)]
    return name + "".join(f", {place} {number:d}" for place, number in places if number is not None)
