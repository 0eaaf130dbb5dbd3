"""From input files to candidate files in memory: nothing is written before the gate has seen every byte."""

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from anonymizers.dictionary import data_dictionary
from anonymizers.engine import Detection
from anonymizers.errors import AnonymizerError
from anonymizers.formats import parse_transcript, write_transcript
from anonymizers.formats.survey_csv import write_survey
from anonymizers.gate import TableRule
from anonymizers.masking import Anonymiser
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.reasons import Reason
from anonymizers.survey import ColumnRole, SurveyReport, TableRisk, anonymise_survey
from anonymizers.tables import read_table
from anonymizers.transcript import TranscriptReport, anonymise_transcript
from lethe.commands.folder.inputs import InputFile, LeftOut, UnreadableFileError, read_input
from lethe.commands.folder.language import likeliest_language
from lethe.commands.folder.roster import Roster, column_name
from lethe.commands.terminal import Progress
from lethe.settings.models import Anonymisation
from lethe.settings.survey import Survey
from lethe.sharing.anonymisation import PARTICIPANT, WRITTEN_AS
from lethe.sharing.reasons import reason_line
from lethe.sharing.tables import roles_of, table_risk, table_rule

NOBODY_KNOWN = "rows_of_nobody_on_the_roster"
"""The count of survey rows whose participant the roster does not know."""


@dataclass(frozen=True)
class Choices:
    """What was asked for. `survey` is None where nobody said what the survey's columns are. `today` is the day that
    ages are counted to, `hierarchies` the user's own ways of making values coarser, by name and as text."""

    languages: tuple[str, ...]
    keep: tuple[str, ...]
    mode: str
    written_as: str
    survey: Survey | None
    today: date
    hierarchies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    """One anonymised file: its new name and bytes, what it was made from, numbers, and why each place was masked."""

    name: str
    kind: str
    data: bytes = field(repr=False)
    source: InputFile = field(repr=False)
    language: str = ""
    counts: Mapping[str, Any] = field(default_factory=dict)
    reasons: Sequence[Reason] = field(default=(), repr=False)
    columns: Sequence[str] = ()
    """Of a table of records; empty for every other file, a small study's counts among them."""


def anonymise_files(
    files: Sequence[InputFile], roster: Roster, choices: Choices, key: bytes
) -> tuple[list[Candidate], list[LeftOut]]:
    """Every file anonymised, by its new name, and those that could not be, with the reason.

    The same files, roster, choices and key give the same bytes.
    """
    people = roster.people
    names = {value for person in people for value in (person.first_name, person.last_name, person.preferred_name)}
    pseudonyms = Pseudonyms(key, avoid=names - {""})
    defaults = Anonymisation()
    detection = Detection(languages=choices.languages, layers=defaults.layers, deny_below_zipf=defaults.deny_below_zipf)
    anonymiser = Anonymiser(detection, people, pseudonyms, keep=choices.keep, mode=choices.mode)
    done: list[Candidate] = []
    left_out: list[LeftOut] = []
    progress = Progress(len(files), "file")
    try:
        for file in files:
            code = pseudonyms.session(session_id_of(file))[2:]
            try:
                data = read_input(file)
                if file.kind == "survey":
                    done.extend(_survey(file, data, code, choices, anonymiser, roster))
                else:
                    done.append(_transcript(file, data, code, choices, anonymiser, roster))
            except (AnonymizerError, UnreadableFileError) as error:
                left_out.append(LeftOut(file.relative, str(error)))
            progress.step()
    finally:
        progress.clear()
    return sorted(done, key=lambda candidate: candidate.name), left_out


def table_rules(candidates: Sequence[Candidate], choices: Choices) -> list[TableRule]:
    """What the gate asks of each survey table; nothing where no study says what its columns are."""
    survey = choices.survey
    if survey is None:
        return []
    return [table_rule(survey, one.name, _participant(survey, list(one.columns))) for one in candidates if one.columns]


def _participant(survey: Survey, columns: Sequence[str]) -> str:
    """The column that says who answered: the one pseudonym among those of a table."""
    ids = [name for name in columns if survey.columns.get(name) == ColumnRole.PSEUDONYM.value]
    return ids[0] if len(ids) == 1 else PARTICIPANT


def explained(candidates: Sequence[Candidate]) -> bytes:
    """Why each place of each file was masked: a line of JSON a place, with the new name of its file."""
    lines = ({"file": one.name, **reason_line(reason)} for one in candidates for reason in one.reasons)
    return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines)


def session_id_of(file: InputFile) -> str:
    """What a file's new name is keyed from: its path inside the folder, however the system spells its accents."""
    path = unicodedata.normalize("NFC", file.relative)
    return "file:" + hashlib.sha256(os.fsencode(path)).hexdigest()


def _transcript(
    file: InputFile, data: bytes, code: str, choices: Choices, anonymiser: Anonymiser, roster: Roster
) -> Candidate:
    transcript = parse_transcript(data, file.suffix)
    language = transcript.language
    if language not in choices.languages:
        text = "\n".join(cue.text for cue in transcript.cues)
        language = likeliest_language(text, choices.languages)
    reasons: list[Reason] = []
    masked, report = anonymise_transcript(
        transcript, anonymiser, language=language, speakers=roster.speakers, reasons=reasons
    )
    written, suffix = write_transcript(masked, WRITTEN_AS[choices.written_as])
    return Candidate(f"transcript-{code}{suffix}", "transcript", written, file, language, _counts(report), reasons)


def _survey(
    file: InputFile, data: bytes, code: str, choices: Choices, anonymiser: Anonymiser, roster: Roster
) -> Iterator[Candidate]:
    """The table, and its data dictionary where a study says what its columns are."""
    table = read_table(data, file.suffix)
    columns = [column.name for column in table.columns]
    if choices.survey is None:
        # The safe reading of a column that nobody described: somebody wrote it freely.
        participant = next((name for name in columns if column_name(name) == PARTICIPANT), PARTICIPANT)
        roles = dict.fromkeys(columns, ColumnRole.FREE_TEXT) | {participant: ColumnRole.PSEUDONYM}
        risk = TableRisk(today=choices.today)
    else:
        roles = roles_of(choices.survey, columns)
        participant = _participant(choices.survey, columns)
        risk = table_risk(choices.survey, choices.hierarchies, choices.today)
    reasons: list[Reason] = []
    shown, report = anonymise_survey(
        table.frame,
        roles,
        anonymiser,
        languages=choices.languages,
        participant_column=participant,
        risk=risk,
        reasons=reasons,
    )
    strangers = sum(str(value) not in roster.lines for value in table.frame[participant])
    counts = _counts(report) | {NOBODY_KNOWN: strangers}
    written = [] if report.aggregated else [str(name) for name in shown.columns]
    yield Candidate(f"survey-{code}.csv", "survey", write_survey(shown), file, "", counts, reasons, written)
    if choices.survey is not None:
        dictionary = write_survey(data_dictionary(roles, report))
        yield Candidate(f"dictionary-{code}.csv", "dictionary", dictionary, file, "", {"words": 0, "words_masked": 0})


def _counts(report: TranscriptReport | SurveyReport) -> dict[str, Any]:
    """A report's numbers; of its lists, which hold the words of headers, the lengths."""
    named = {"by_entity", "by_layer", "by_recogniser"}
    return {
        name: len(value) if isinstance(value, list) or (isinstance(value, dict) and name not in named) else value
        for name, value in asdict(report).items()
    }
