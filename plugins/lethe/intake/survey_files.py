"""Survey answers dropped as files of a survey platform: one row an answer, dated by its own time (P4.3)."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from anonymizers.formats.survey_csv import write_survey
from anonymizers.tables import TableError, read_table
from lethe.agency import Agency
from lethe.connectors.streams import read_whole
from lethe.intake.answers import Answer, earliest_due, reference_of, store_answers
from lethe.intake.inbox import InboundFile, carry_on, leave, quarantine, raise_if_any, source_of, waiting
from lethe.intake.outcome import Pulled
from lethe.intake.refusal import Reason, Refused
from lethe.intake.versions import current_of
from lethe.ledger import Entry
from lethe.research.sessions import template_pattern
from lethe.settings.models import AnswerColumns

LONGEST_ID = 63
CLOCKS_DIFFER = timedelta(days=1)


def take_survey_files(agency: Agency, source_id: str, file_ids: Sequence[str]) -> Pulled:
    """Read dropped files into the research database, then purge them from the drop.

    A file needs the columns that say who answered and when (ISO 8601; without an offset it is local time), by default
    `participant_id` and `answered_at`; `response_id` names an answer where there is one. Rows without a person or a
    time go to quarantine together. What a file held beside its table (hidden rows, other sheets) is not read: the
    outcome and the ledger say in counts what that was, and where it may hold data the original goes to quarantine.

    Raises:
        IntakeError: files that could not be moved, by id; the others were.
    """
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    not_read: Counter[str] = Counter()
    failures: list[str] = []
    for file in waiting(agency, source_id, file_ids):
        with carry_on(failures, file.file_id):
            current = current_of(agency, source_id, file, reasons)
            if current is None:
                continue
            try:
                counts.update(_take(agency, source_id, current, not_read, reasons))
            except Refused as refused:
                quarantine(agency, source_id, current, refused)
                reasons[refused.code] += 1
            leave(agency, current)
    raise_if_any(failures)
    return Pulled(**counts, quarantined=reasons.total(), reasons=dict(reasons), not_read=dict(not_read))


def _take(
    agency: Agency, source_id: str, file: InboundFile, not_read: Counter[str], reasons: Counter[str]
) -> Counter[str]:
    study_id = _study_of(agency, source_id, file)
    data = read_whole(agency.store(file.store_id), file.key, file.read_as)
    columns = source_of(agency, source_id).columns
    try:
        table = read_table(data, file.suffix)
    except TableError as error:
        raise Refused(Reason.NOT_READABLE, error) from None
    frame = table.frame
    missing = [name for name in (columns.participant, columns.answered_at) if name not in frame.columns]
    if missing:
        one = Reason.NO_PERSON if columns.participant in missing else Reason.NO_TIME
        told = f"the file has no column {' and no column '.join(missing)}"
        raise Refused(Reason.NO_PERSON_NOR_TIME if len(missing) > 1 else one, told=told)
    answers, unplaced = [], []
    seen: Counter[str] = Counter()
    for number, row in enumerate(frame.to_dict("records")):
        answer = _answer(row, columns, study_id, seen, agency.settings.agency.zone, agency.now() + CLOCKS_DIFFER)
        if answer is None:
            unplaced.append(number)
        else:
            answers.append(answer)
    if unplaced:
        rows: pd.DataFrame = frame.iloc[unplaced]
        quarantine(agency, source_id, file, Refused(Reason.NOT_PLACED), rows=write_survey(rows))
    counts = store_answers(agency, source_id, answers)
    counts["undated"] += len(unplaced)
    if table.left_out:
        # The file leaves the drop: that it held more than its answers is known from here on by this line.
        details = {"kind": "survey_file", "not_read": list(table.left_out)}
        agency.ledger.append([Entry("not_read", source_id, file.file_id, "left_out", details)])
        not_read.update(table.left_out)
    if not table.is_whole:
        # A spreadsheet's filter hides rows; a second sheet may hold answers too.
        kept = Refused(Reason.NOT_ALL_READ)
        quarantine(agency, source_id, file, kept, due=earliest_due(agency, source_id, answers))
        reasons[kept.code] += 1
    return counts


def _study_of(agency: Agency, source_id: str, file: InboundFile) -> str:
    template = agency.settings.places.stores[source_of(agency, source_id).origin].key_template
    match = template_pattern(template).fullmatch(file.key) if template else None
    study_id = match.groupdict().get("study_id", "") if match else ""
    if study_id not in agency.settings.studies:
        raise Refused(Reason.NO_STUDY)
    return study_id


def _answer(
    row: dict[Any, Any],
    columns: AnswerColumns,
    study_id: str,
    seen: Counter[str],
    zone: ZoneInfo,
    latest: datetime,
) -> Answer | None:
    at = _time(str(row[columns.answered_at]).strip(), zone)
    participant_id = str(row[columns.participant]).strip()
    # A time ahead of the clock is a mistake: counted from it, the answer would be kept for as long as it says.
    if at is None or at > latest or not 0 < len(participant_id) <= LONGEST_ID:
        return None
    own = {columns.participant, columns.answered_at, columns.response}
    return Answer(
        source_ref=_reference(row, columns.response, study_id, participant_id, seen),
        study_id=study_id,
        participant_id=participant_id,
        answered_at=at,
        answers={str(name): value for name, value in row.items() if name not in own},
    )


def _reference(
    row: dict[Any, Any], response_column: str, study_id: str, participant_id: str, seen: Counter[str]
) -> str:
    """What names an answer of a file. Without an id the row's own content does, with how often it came before: the
    same whichever file it is dropped in.
    """
    response = str(row.get(response_column) or "").strip()
    if response:
        return reference_of(study_id, participant_id, response)
    content = json.dumps(sorted((str(name), str(value)) for name, value in row.items()))
    named = reference_of(study_id, participant_id, content)
    seen[named] += 1
    return f"{named}:{seen[named]}"


def _time(text: str, zone: ZoneInfo) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=zone)
