"""The roster of a study as a CSV file: who the people are whose details must not be left."""

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from anonymizers.people import ROSTER_COLUMNS, Person, Role
from lethe.commands.terminal import UsageError, counted
from lethe.settings.words import nearest, shown

COLUMNS = (*ROSTER_COLUMNS, "role", "speaker_label")
DELIMITERS = (",", ";", "\t")
ROLES: tuple[Role, ...] = get_args(Role)
LABELS_APART = "|"

_LOCAL_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_AS_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+")


@dataclass(frozen=True)
class Roster:
    """The people, the line of the file each first stands on by id, and who goes by which speaker label.

    A label that two people share tells nobody apart and is left out of `speakers`.
    """

    people: tuple[Person, ...]
    lines: Mapping[str, int]
    speakers: Mapping[str, Person]
    day_first_dates: int = 0


def read_roster(path: Path) -> Roster:
    """Everyone in a roster file: comma, semicolon or tab; UTF-8, UTF-16 with its mark, or Windows-1252.

    Any column may be missing. A row without `participant_id` gets an id by its position; several rows of one id add
    speaker labels and must otherwise agree. Dates are ISO 8601 or day first (07/03/1984).

    Raises:
        UsageError: by line and column, without a word of what stands there.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"the roster cannot be read ({type(error).__name__})") from None
    header, rows = _table(_text(data))
    columns = _columns(header)
    people: dict[str, Person] = {}
    lines: dict[str, int] = {}
    dated = 0
    for number, (line, cells) in enumerate(rows, 1):
        if any(cell.strip() for cell in cells[len(columns) :]):
            raise UsageError(f"the roster, line {line}: more values than columns; is a comma missing its quotes?")
        values = {name: _clean(cell) for name, cell in zip(columns, cells, strict=False)}
        if not any(values.values()):
            continue
        dated += bool(_LOCAL_DATE.fullmatch(values.get("date_of_birth", "")))
        person = _person(values, line, f"roster-row-{number:04d}")
        known = people.get(person.participant_id)
        if known and replace(known, speaker_labels=()) != replace(person, speaker_labels=()):
            raise UsageError(
                f"the roster, line {line}: the participant_id of line {lines[person.participant_id]} again, with other "
                "details; give each person one id"
            )
        labels = (*known.speaker_labels, *person.speaker_labels) if known else person.speaker_labels
        people[person.participant_id] = replace(person, speaker_labels=tuple(dict.fromkeys(labels)))
        lines.setdefault(person.participant_id, line)
    if not people:
        raise UsageError("the roster names nobody; without it names could not be found, so nothing was anonymised")
    return Roster(tuple(people.values()), lines, _speakers(people.values()), dated)


def _text(data: bytes) -> str:
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        # UTF-8 with one broken byte read as Windows-1252 would spoil every accented name, and they would be missed.
        if not utf16 and not re.search(rb"\xc3[\x80-\xbf]", data):
            with suppress(UnicodeDecodeError):
                return data.decode("cp1252")
    raise UsageError("the roster is neither UTF-8 nor Windows-1252 throughout; save it as UTF-8 and try again")


def _table(text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header and the rows, each with its line, by the delimiter that gives the most known columns."""
    if "\0" in text:
        raise UsageError("the roster is not a CSV file; export it as CSV")
    headers = {delimiter: _header(text, delimiter) for delimiter in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda delimiter: _known(headers[delimiter]))
    if not _known(headers[delimiter]):
        raise UsageError(
            "the roster's first line names no known column. It must be a header with at least one of: "
            + ", ".join(COLUMNS)
        )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        raise UsageError(f"the roster, line {line}: a quotation mark stands alone; is one missing?") from None
    return rows[0][1], rows[1:]


def _header(text: str, delimiter: str) -> list[str]:
    return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])


def _known(header: Sequence[str]) -> int:
    return sum(column_name(cell) in COLUMNS for cell in header)


def _columns(header: Sequence[str]) -> list[str]:
    names = [column_name(cell) for cell in header]
    while names and not names[-1]:
        names.pop()
    for number, (name, given) in enumerate(zip(names, header, strict=False), 1):
        if name not in COLUMNS:
            guess = nearest(name, COLUMNS) or f" Known: {', '.join(COLUMNS)}."
            raise UsageError(f"the roster, column {number}: {shown(given.strip())} is not known.{guess}")
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise UsageError(f"the roster has the column '{twice[0]}' more than once")
    return names


def column_name(cell: str) -> str:
    """A header as it is meant: `Participant ID` is `participant_id`."""
    return re.sub(r"[\s_-]+", "_", cell.strip().casefold())


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell).strip()


def _person(values: Mapping[str, str], line: int, otherwise: str) -> Person:
    details: dict[str, Any] = {name: values.get(name, "") for name in ROSTER_COLUMNS}
    details["participant_id"] = details["participant_id"] or otherwise
    details["date_of_birth"] = _iso_date(details["date_of_birth"], line)
    for name in ("phone", "iban_or_sort_account"):
        if _AS_NUMBER.fullmatch(details[name]):
            raise UsageError(
                f"the roster, line {line}: a spreadsheet has turned {name} into a number and lost digits; "
                "format the column as text and fill it in again"
            )
    role = values.get("role", "").casefold() or "participant"
    if role not in ROLES:
        raise UsageError(f"the roster, line {line}: the role must be one of {', '.join(ROLES)}")
    labels = [label.strip() for label in values.get("speaker_label", "").split(LABELS_APART)]
    return Person(**details, role=role, speaker_labels=tuple(label for label in labels if label))


def _iso_date(text: str, line: int) -> str:
    local = _LOCAL_DATE.fullmatch(text)
    try:
        if local:
            day, month, year = (int(part) for part in local.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(text[:10]).isoformat() if text else ""
    except ValueError:
        raise UsageError(
            f"the roster, line {line}: date_of_birth is not a date; write 1984-03-07, or day first, 07/03/1984"
        ) from None


def _speakers(people: Iterable[Person]) -> dict[str, Person]:
    by_label: dict[str, list[Person]] = {}
    for person in people:
        for label in person.speaker_labels:
            by_label.setdefault(label, []).append(person)
    return {label: found[0] for label, found in by_label.items() if len(found) == 1}


def told_of(roster: Roster) -> list[str]:
    """What the person should know of how their roster was read."""
    known = len(roster.people)
    notes = [f"The roster knows {known:,} {'person' if known == 1 else 'people'}."]
    if roster.day_first_dates:
        notes.append(f"{counted(roster.day_first_dates, 'date')} of birth read as day/month/year.")
    return notes
