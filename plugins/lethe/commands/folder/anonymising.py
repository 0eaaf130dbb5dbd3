"""From input files to candidate files: nothing is written to OUT before the gate has seen every byte."""

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
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
from anonymizers.survey import SurveyReport, anonymise_survey, clean_id
from anonymizers.tables import read_table
from anonymizers.transcript import TranscriptReport, anonymise_transcript
from lethe.commands.folder.choices import AskedOfTable, Choices, asked_of, participant_of
from lethe.commands.folder.inputs import InputFile, LeftOut, UnreadableFileError, read_input
from lethe.commands.folder.language import likeliest_language
from lethe.commands.folder.large import anonymise_large, is_large_table
from lethe.commands.folder.roster import Roster
from lethe.commands.terminal import Progress
from lethe.settings.models import Anonymisation
from lethe.sharing.anonymisation import WRITTEN_AS
from lethe.sharing.reasons import reason_line
from lethe.sharing.tables import table_rule

NOBODY_KNOWN = "rows_of_nobody_on_the_roster"
"""The count of survey rows whose participant the roster does not know."""


@dataclass(frozen=True)
class Candidate:
    """One anonymised file: its new name, its bytes or where they lie, what it was made from, numbers, and why each
    place was masked (None where that was not kept)."""

    name: str
    kind: str
    data: bytes | Path = field(repr=False)
    source: InputFile = field(repr=False)
    language: str = ""
    counts: Mapping[str, Any] = field(default_factory=dict)
    reasons: Sequence[Reason] | None = field(default=(), repr=False)
    columns: Sequence[str] = ()
    """Of a table of records; empty for every other file, a small study's counts among them."""
    not_read: Sequence[str] = ()
    """What the source of a table held beside it, in words and counts: hidden rows, other sheets."""

    @property
    def size(self) -> int:
        """Its bytes."""
        return len(self.data) if isinstance(self.data, bytes) else self.data.stat().st_size


def anonymise_files(
    files: Sequence[InputFile], roster: Roster, choices: Choices, key: bytes, folder: Path | None
) -> tuple[list[Candidate], list[LeftOut]]:
    """Every file anonymised, by its new name, and those that could not be, with the reason.

    The same files, roster, choices and key give the same bytes. A survey too large for memory lies in `folder`.

    Raises:
        LetheError: there is no room for a large survey.
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
                if is_large_table(file):
                    done.extend(_large_survey(file, code, choices, anonymiser, roster, folder))
                elif file.kind == "survey":
                    done.extend(_survey(file, read_input(file), code, choices, anonymiser, roster))
                else:
                    done.append(_transcript(file, read_input(file), code, choices, anonymiser, roster))
            except AnonymizerError as error:
                left_out.append(LeftOut(file.relative, error.named))
            except UnreadableFileError as error:
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
    return [
        table_rule(survey, one.name, participant_of(survey, list(one.columns))) for one in candidates if one.columns
    ]


def explained(candidates: Sequence[Candidate]) -> bytes:
    """Why each place of each file was masked: a line of JSON a place, with the new name of its file."""
    lines = ({"file": one.name, **reason_line(reason)} for one in candidates for reason in one.reasons or ())
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
    asked = asked_of([column.name for column in table.columns], choices)
    reasons: list[Reason] = []
    shown, report = anonymise_survey(
        table.frame,
        asked.roles,
        anonymiser,
        languages=choices.languages,
        participant_column=asked.participant,
        risk=asked.risk,
        reasons=reasons,
    )
    strangers = sum(clean_id(str(value)) not in roster.lines for value in table.frame[asked.participant])
    counts = _counts(report) | {NOBODY_KNOWN: strangers}
    written = [] if report.aggregated else [str(name) for name in shown.columns]
    yield Candidate(
        _table_name(code), "survey", write_survey(shown), file, "", counts, reasons, written, table.left_out
    )
    yield from _dictionary(file, code, choices, asked, report)


def _large_survey(
    file: InputFile, code: str, choices: Choices, anonymiser: Anonymiser, roster: Roster, folder: Path | None
) -> Iterator[Candidate]:
    """The same of a table too large for memory."""
    if folder is None:
        raise UnreadableFileError("too large for memory, and without OUT there is no disk to anonymise it on; name OUT")
    target = folder / _table_name(code)
    done = anonymise_large(file, target, choices, anonymiser, roster)
    counts = _counts(done.report) | {NOBODY_KNOWN: done.strangers}
    written = [] if done.report.aggregated else done.report.columns
    yield Candidate(target.name, "survey", target, file, "", counts, None, written)
    yield from _dictionary(file, code, choices, done.asked, done.report)


def _table_name(code: str) -> str:
    return f"survey-{code}.csv"


def _dictionary(
    file: InputFile, code: str, choices: Choices, asked: AskedOfTable, report: SurveyReport
) -> Iterator[Candidate]:
    """The data dictionary, where a study says what the columns are."""
    if choices.survey is not None:
        dictionary = write_survey(data_dictionary(asked.roles, report))
        yield Candidate(f"dictionary-{code}.csv", "dictionary", dictionary, file, "", {"words": 0, "words_masked": 0})


def _counts(report: TranscriptReport | SurveyReport) -> dict[str, Any]:
    """A report's numbers; of its lists, which hold the words of headers, the lengths."""
    named = {"by_entity", "by_layer", "by_recogniser"}
    return {
        name: len(value) if isinstance(value, list) or (isinstance(value, dict) and name not in named) else value
        for name, value in asdict(report).items()
    }
