"""From raw items to candidate files in the staging store (P4.5). No second raw copy is made on the way."""

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd
from sqlalchemy import select

from anonymizers.dictionary import data_dictionary
from anonymizers.engine import Detection
from anonymizers.errors import AnonymizerError, ColumnsError
from anonymizers.formats import parse_transcript, write_transcript
from anonymizers.formats.survey_csv import write_survey
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.reasons import Reason
from anonymizers.survey import anonymise_survey
from anonymizers.tables import write_table
from anonymizers.transcript import anonymise_transcript
from lethe.agency import Agency
from lethe.research import schema
from lethe.research.people import people_of
from lethe.settings.modes import unkept
from lethe.settings.places import StoreRole
from lethe.sharing.begun import refuse_ended
from lethe.sharing.errors import ExportRefusedError
from lethe.sharing.exports import (
    Candidate,
    Export,
    ExportItem,
    candidates_of,
    items_of,
    load_export,
    record_candidates,
)
from lethe.sharing.reasons import reasons_jsonl, reasons_key
from lethe.sharing.tables import roles_of, table_of, table_risk

PARTICIPANT = "participant_id"
TABLE = "survey.csv"
SUMMARY = "survey-summary.csv"
DICTIONARY = "survey-dictionary.csv"
WRITTEN_AS = {"same": None, "txt": "otter", "docx": "docx"}


@dataclass(frozen=True)
class BatchCounts:
    """What one batch gave: numbers only."""

    files: int
    words: int
    words_masked: int


@dataclass(frozen=True)
class _File:
    name: str
    data: bytes
    counts: dict[str, Any]
    reasons: bytes | None = None


def anonymise_batch(agency: Agency, export_id: str, batch: int) -> BatchCounts:
    """Anonymise one batch of an export into the staging store, the same bytes whenever it is repeated.

    Raises:
        ExportRefusedError: an item that cannot be anonymised, by its id, or a mode whose layers are no longer
            configured; the export stops and nothing was shared.
    """
    export = load_export(agency, export_id)
    if export.state == "published":
        # A run repeated after its end: what was shared stands, and its raw material may be gone by now.
        numbers = {item.item_no for item in items_of(agency, export_id, batch)}
        return _counts([file for file in candidates_of(agency, export_id) if file.item_no in numbers])
    refuse_ended(agency, export)
    less = unkept(export.mode, agency.settings.anonymisation.layers)
    if less is not None:
        # The layers were other ones when it was selected: it would still be published as what it was called then.
        raise ExportRefusedError(f"export '{export_id}': {less}. Nothing was shared")
    with agency.research.connect() as connection:
        people = people_of(connection, export.study_id)
    anonymiser, pseudonyms = _anonymiser(agency, export, people)
    survey = agency.settings.studies[export.study_id].survey
    apart = _anonymiser(agency, export, people, survey_alone=True)[0] if survey and not survey.linked else anonymiser
    staging = agency.store(agency.store_with_role(StoreRole.STAGING))
    done: list[Candidate] = []
    for item in items_of(agency, export_id, batch):
        try:
            chosen = apart if item.kind == "survey" else anonymiser
            files = list(_files(agency, export, item, people, chosen, pseudonyms))
        except AnonymizerError as error:
            subject = item.sources[0] if item.kind == "transcript" else "the survey table"
            # Its headers are not for Airflow's log.
            names = ". `lethe suggest-columns` names the columns of a survey file" * isinstance(error, ColumnsError)
            raise ExportRefusedError(
                f"export '{export_id}': {subject} cannot be anonymised: {error}{names}. Nothing was shared."
            ) from None
        for file in files:
            key = f"exports/{export_id}/{file.name}"
            if file.reasons is not None:
                staging.put(reasons_key(export_id, file.name), file.reasons)
            stored = staging.put(key, file.data)
            done.append(
                Candidate(
                    item.item_no,
                    file.name,
                    item.kind,
                    key,
                    stored.version_id,
                    stored.sha256,
                    stored.size,
                    item.due,
                    item.clause,
                    file.counts,
                )
            )
    record_candidates(agency, export_id, done)
    return _counts(done)


def _counts(files: Sequence[Candidate]) -> BatchCounts:
    return BatchCounts(
        files=len(files),
        words=sum(file.counts["words"] for file in files),
        words_masked=sum(file.counts["words_masked"] for file in files),
    )


def _anonymiser(
    agency: Agency, export: Export, people: Sequence[Person], *, survey_alone: bool = False
) -> tuple[Anonymiser, Pseudonyms]:
    settings = agency.settings
    key = agency.keys.pseudonym_key(export.study_id, export.client_id)
    if survey_alone:
        # Forgotten with the key it is derived from.
        key = hmac.digest(key, b"lethe/survey", "sha256")
    names = {value for person in people for value in (person.first_name, person.last_name, person.preferred_name)}
    pseudonyms = Pseudonyms(key, avoid=names - {""})
    detection = Detection(
        languages=settings.anonymisation.languages,
        layers=settings.anonymisation.layers,
        deny_below_zipf=settings.anonymisation.deny_below_zipf,
        nlp_engines=settings.anonymisation.engines,
    )
    keep = settings.studies[export.study_id].keep
    return Anonymiser(detection, people, pseudonyms, keep=keep, mode=export.mode), pseudonyms


def _files(
    agency: Agency,
    export: Export,
    item: ExportItem,
    people: Sequence[Person],
    anonymiser: Anonymiser,
    pseudonyms: Pseudonyms,
) -> Iterator[_File]:
    if item.kind == "survey":
        yield from _survey_files(agency, export, item, anonymiser)
        return
    asset_id = item.sources[0]
    data, extension, session_id, language, speakers = _raw_transcript(agency, asset_id, people)
    reasons: list[Reason] = []
    transcript, report = anonymise_transcript(
        parse_transcript(data, extension), anonymiser, language=language, speakers=speakers, reasons=reasons
    )
    given: set[str] = set()
    for choice in export.formats:
        written, suffix = write_transcript(transcript, WRITTEN_AS[choice])
        if suffix in given:  # it came in a format that was also asked for by name
            continue
        given.add(suffix)
        # Two transcripts of one session differ in their asset: its pseudonym, not its id, is the file's name.
        name = f"transcripts/{pseudonyms.session(session_id)}-{pseudonyms.session(asset_id)[2:]}{suffix}"
        yield _File(name, written, asdict(report), reasons_jsonl(reasons))


def _raw_transcript(
    agency: Agency, asset_id: str, people: Sequence[Person]
) -> tuple[bytes, str, str, str, dict[str, Person]]:
    with agency.research.connect() as connection:
        row = (
            connection.execute(
                select(schema.asset, schema.session.c.language)
                .join(schema.session, schema.session.c.session_id == schema.asset.c.session_id)
                .where(schema.asset.c.asset_id == asset_id)
            )
            .mappings()
            .first()
        )
        seats = connection.execute(
            select(schema.session_participant.c.speaker_label, schema.session_participant.c.participant_id)
            .join(schema.asset, schema.asset.c.session_id == schema.session_participant.c.session_id)
            .where(schema.asset.c.asset_id == asset_id)
        ).all()
    if row is None:
        raise ExportRefusedError(f"transcript '{asset_id}' is gone since it was selected; start a new export")
    by_id = {person.participant_id: person for person in people}
    speakers = {label: by_id[person_id] for label, person_id in seats if label and person_id in by_id}
    extension = "." + row["key"].rpartition(".")[2]
    data = agency.store(row["store_id"]).read(row["key"])
    return data, extension, row["session_id"], row["language"], speakers


def _survey_files(agency: Agency, export: Export, item: ExportItem, anonymiser: Anonymiser) -> Iterator[_File]:
    """The table and its data dictionary; counts alone for a small study that says so."""
    survey = agency.settings.studies[export.study_id].survey
    if survey is None:
        raise ExportRefusedError(f"study '{export.study_id}' declares no survey columns; nothing was shared")
    frame = _answers(agency, item.sources)
    roles = roles_of(survey, [str(name) for name in frame.columns])
    # The day of the selection, so that a repeated run gives the same bytes.
    today = export.selected_at.astimezone(agency.settings.agency.zone).date()
    reasons: list[Reason] = []
    table, report = anonymise_survey(
        frame,
        roles,
        anonymiser,
        languages=agency.settings.studies[export.study_id].languages,
        participant_column=PARTICIPANT,
        risk=table_risk(survey, agency.settings.hierarchies, today),
        reasons=reasons,
    )
    counts = asdict(report)
    # A header that the study did not declare may be a question that names somebody.
    counts |= {name: len(counts[name]) for name in ("columns", "columns_dropped", "columns_absent")}
    yield _File(SUMMARY if report.aggregated else TABLE, write_survey(table), counts, reasons_jsonl(reasons))
    nothing = {"words": 0, "words_masked": 0}
    for choice in [] if report.aggregated else sorted(set(survey.files) - {"csv"}):
        yield _File(f"survey.{choice}", write_table(table_of(table), f".{choice}"), nothing)
    yield _File(DICTIONARY, write_survey(data_dictionary(roles, report)), nothing)


def _answers(agency: Agency, response_ids: Sequence[str]) -> pd.DataFrame:
    """The answers of those ids as text, one row each, the participant's id first and the columns in order met."""
    wanted = set(response_ids)
    rows: list[dict[str, str]] = []
    with agency.research.connect() as connection:
        query = select(schema.survey_response).order_by(schema.survey_response.c.response_id)
        for row in connection.execute(query).mappings():
            if row["response_id"] in wanted:
                answers = {name: "" if value is None else str(value) for name, value in row["answers"].items()}
                rows.append({PARTICIPANT: row["participant_id"], **answers})
    if len(rows) != len(wanted):
        raise ExportRefusedError(
            f"{len(wanted) - len(rows)} answers are gone since they were selected; start a new export"
        )
    return pd.DataFrame(rows, dtype=str).fillna("")
