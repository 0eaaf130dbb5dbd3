"""Survey answers from a platform's own SQL table, incremental by the time of the answer."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from lethe.agency import Agency
from lethe.intake.answers import Answer, store_answers
from lethe.intake.inbox import source_of
from lethe.intake.outcome import IntakeError, Pulled
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.due import due_date
from lethe.retention.references import answer_name
from lethe.settings.retention import ItemKind, RetentionRule

OVERLAP = timedelta(days=1)
"""Read again at each pull: platforms commit late, and clocks differ. No answer is further ahead of our clock."""


def pull_survey_table(agency: Agency, source_id: str) -> Pulled:
    """Read what was answered since the watermark, with a day's overlap; repeating is harmless.

    Answers already due are not copied: their own place is purged by the retention rule. Rows without a time, or with
    one that lies ahead, are reported in the ledger and stay where they are until somebody dates them.
    """
    source = source_of(agency, source_id)
    table = agency.table(source.origin)
    study_id = agency.settings.places.tables[source.origin].study
    rule = _answer_rule(agency)
    dates = dict(table.dates())
    latest = _watermark(agency, source_id)
    since = _read_from(agency, source_id, dates, latest)
    ahead = agency.now() + OVERLAP
    counts: Counter[str] = Counter()
    answers: list[Answer] = []
    for row in table.rows_since(since):
        if row.at is None or row.at > ahead:
            continue
        latest = max(latest, row.at) if latest else row.at
        if due_date(row.at, rule, agency.settings.agency.zone) <= agency.today():
            counts["already_due"] += 1
            continue
        answers.append(Answer(row.row_id, study_id, row.participant_id, row.at, row.answers))
    counts += store_answers(agency, source_id, answers)
    undated = [row_id for row_id, at in dates.items() if at is None or at > ahead]
    names = agency.ledger.reference_each(answer_name(source.origin, source.origin, row_id) for row_id in undated)
    agency.ledger.append([Entry("not_dated", source_id, name, "kept") for name in names])
    counts["undated"] = len(undated)
    # Only now: a run that was killed on the way reads the same rows again.
    if latest is not None:
        _set_watermark(agency, source_id, latest)
    return Pulled(**counts, reasons={}, not_read={})


def _read_from(
    agency: Agency, source_id: str, dates: Mapping[str, datetime | None], watermark: datetime | None
) -> datetime | None:
    """The watermark less the overlap, or the earliest answer dated since it was reported as without a time."""
    if watermark is None:
        return None
    since = watermark - OVERLAP
    reported = {line.reference for line in agency.ledger.entries(scope=source_id, event="not_dated")}
    if not reported:
        return since
    origin = source_of(agency, source_id).origin
    late = [
        at
        for row_id, at in dates.items()
        if at and at < since and reported & set(agency.ledger.references(*answer_name(origin, origin, row_id)))
    ]
    return min([since, *late])


def _answer_rule(agency: Agency) -> RetentionRule:
    for rule in agency.settings.retention.rules.values():
        if rule.items is ItemKind.SURVEY_ANSWER:
            return rule
    raise IntakeError("no rule in config/retention.yaml covers survey answers; nothing was pulled")


def _watermark(agency: Agency, source_id: str) -> datetime | None:
    with agency.research.connect() as connection:
        query = select(schema.watermark.c.at).where(schema.watermark.c.source_id == source_id)
        return connection.execute(query).scalar()


def _set_watermark(agency: Agency, source_id: str, at: datetime) -> None:
    with agency.research.begin() as connection:
        connection.execute(delete(schema.watermark).where(schema.watermark.c.source_id == source_id))
        connection.execute(insert(schema.watermark), [{"source_id": source_id, "at": at, "row_id": ""}])
