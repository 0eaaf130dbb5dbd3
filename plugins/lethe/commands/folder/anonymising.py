"""From input files to candidate files in memory: nothing is written before the gate has seen every byte."""

import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from anonymizers.engine import Detection
from anonymizers.errors import AnonymizerError
from anonymizers.formats import parse_transcript, write_transcript
from anonymizers.formats.survey_csv import read_survey, write_survey
from anonymizers.masking import Anonymiser
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.reasons import Reason
from anonymizers.survey import ColumnRole, SurveyReport, anonymise_survey
from anonymizers.transcript import TranscriptReport, anonymise_transcript
from lethe.commands.folder.inputs import InputFile, LeftOut, UnreadableFileError, read_input
from lethe.commands.folder.language import likeliest_language
from lethe.commands.folder.roster import Roster, column_name
from lethe.commands.terminal import Progress
from lethe.settings.models import Anonymisation
from lethe.sharing.anonymisation import PARTICIPANT, WRITTEN_AS
from lethe.sharing.reasons import reason_line

NOBODY_KNOWN = "rows_of_nobody_on_the_roster"
"""The count of survey rows whose participant the roster does not know."""


@dataclass(frozen=True)
class Choices:
    """What was asked for. `roles` is None where nobody said what the survey's columns are."""

    languages: tuple[str, ...]
    keep: tuple[str, ...]
    mode: str
    written_as: str
    roles: Mapping[str, str] | None


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
                    done.append(_survey(file, data, code, choices, anonymiser, roster))
                else:
                    done.append(_transcript(file, data, code, choices, anonymiser, roster))
            except (AnonymizerError, UnreadableFileError) as error:
                left_out.append(LeftOut(file.relative, str(error)))
            progress.step()
    finally:
        progress.clear()
    return sorted(done, key=lambda candidate: candidate.name), left_out


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
) -> Candidate:
    frame = read_survey(data)
    columns = [str(name) for name in frame.columns]
    if choices.roles is None:
        # The safe reading of a column that nobody described: somebody wrote it freely.
        participant = next((name for name in columns if column_name(name) == PARTICIPANT), PARTICIPANT)
        roles = dict.fromkeys(columns, ColumnRole.FREE_TEXT) | {participant: ColumnRole.PSEUDONYM}
    else:
        roles = {name: ColumnRole(role) for name, role in choices.roles.items()}
        ids = [name for name, role in roles.items() if role is ColumnRole.PSEUDONYM and name in columns]
        participant = ids[0] if len(ids) == 1 else PARTICIPANT
    reasons: list[Reason] = []
    table, report = anonymise_survey(
        frame, roles, anonymiser, languages=choices.languages, participant_column=participant, reasons=reasons
    )
    strangers = sum(str(value) not in roster.lines for value in frame[participant])
    counts = _counts(report) | {NOBODY_KNOWN: strangers}
    return Candidate(f"survey-{code}.csv", "survey", write_survey(table), file, "", counts, reasons)


def _counts(report: TranscriptReport | SurveyReport) -> dict[str, Any]:
    """A report's numbers; of its lists, which hold the words of headers, the lengths."""
    return {name: len(value) if isinstance(value, list) else value for name, value in asdict(report).items()}
