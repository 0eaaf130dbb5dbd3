"""A survey too large for memory: anonymised in parts, into a file that nobody else can read."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from anonymizers.masking import Anonymiser
from anonymizers.streamed import anonymise_survey_file
from anonymizers.streamed.rows import CsvRows
from anonymizers.streamed.steps import STEPS
from anonymizers.survey import SurveyReport, clean_id
from anonymizers.tables.model import MAX_CELLS
from lethe.commands.folder.choices import AskedOfTable, Choices, asked_of
from lethe.commands.folder.inputs import MAX_BYTES, InputFile, open_input, said, size_of
from lethe.commands.folder.roster import Roster
from lethe.commands.terminal import ProgressInBytes
from lethe.errors import LetheError

_DELIMITED = {".csv", ".tsv"}
_ROWS_A_CHUNK = 20_000


def is_large_table(file: InputFile) -> bool:
    """Whether it is a delimited table that is too large to be held: by its bytes, or by what may be its cells.

    Raises:
        UnreadableFileError: why it was left out.
    """
    if file.kind != "survey" or file.suffix not in _DELIMITED:
        return False
    with open_input(file) as stream:
        if not MAX_CELLS < size_of(stream) <= MAX_BYTES:
            return size_of(stream) > MAX_BYTES
        data = stream.read()
    ends = data.count(b"\n") + data.count(b"\r")
    return ends + max(map(data.count, (b",", b";", b"\t", b"|"))) > MAX_CELLS


@dataclass(frozen=True)
class Large:
    """What was done with a large table: what was asked of it, how many rows are of people the roster does not know."""

    asked: AskedOfTable
    report: SurveyReport
    strangers: int


def anonymise_large(file: InputFile, target: Path, choices: Choices, anonymiser: Anonymiser, roster: Roster) -> Large:
    """The table of a file without its people in `target`, with the bytes that a smaller one would have.

    Raises:
        AnonymizerError: it cannot be anonymised; nothing is at `target`.
        UnreadableFileError: it cannot be opened.
        LetheError: there is no room for the work, or no right to it.
    """
    progress = ProgressInBytes("anonymising a large survey")
    try:
        with open_input(file) as stream:
            asked, strangers = _understood(stream, choices, roster)
            report = anonymise_survey_file(
                stream,
                target,
                asked.roles,
                anonymiser,
                languages=choices.languages,
                participant_column=asked.participant,
                risk=asked.risk,
                progress=lambda done, total: progress.told(done // STEPS, total // STEPS),
            )
    except OSError as error:
        raise LetheError(
            f"a large survey is anonymised on the disk of OUT, and that failed ({said(error)}); nothing was written"
        ) from None
    finally:
        progress.clear()
    return Large(asked, report, strangers)


def _understood(stream: BufferedReader, choices: Choices, roster: Roster) -> tuple[AskedOfTable, int]:
    known: Mapping[str, int] = roster.lines
    with CsvRows(stream, lambda _: None) as rows:
        asked = asked_of(rows.names, choices)
        if asked.participant not in rows.names:
            return asked, 0
        at = rows.names.index(asked.participant)
        return asked, sum(clean_id(row[at]) not in known for chunk in rows.chunks(_ROWS_A_CHUNK) for row in chunk)
