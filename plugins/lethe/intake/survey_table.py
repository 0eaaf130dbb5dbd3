"""Survey answers from a platform's own SQL table, incremental by the time of the answer."""

from collections import Counter
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
from lethe.settings.models import ItemKind, RetentionRule

OVERLAP = timedelta(days=1)
"""Read again at each pull: platforms commit late, and clocks differ."""


def pull_survey_table(agency: Agency, source_id: str) -> Pulled:
    """Read what was answered since the watermark, with a day's overlap; repeating is harmless.

    Answers already due are not copied: their own place is purged by the retention rule. Rows without a time are
    reported in the ledger and stay where they are until somebody dates them.
    """
    source = source_of(agency, source_id)
    table = agency.table(source.origin)
    study_id = agency.settings.places.tables[source.origin].study
    rule = _answer_rule(agency)
    since = _watermark(agency, source_id)
    counts: Counter[str] = Counter()
    answers: list[Answer] = []
    latest = since
    for row in table.rows_since(since - OVERLAP if since else None):
        if row.at is None:
            continue
        latest = max(latest, row.at) if latest else row.at
        if due_date(row.at, rule, agency.settings.agency.zone) <= agency.today():
            counts["already_due"] += 1
            continue
        answers.append(Answer(row.row_id, study_id, row.participant_id, row.at, row.answers))
    counts += store_answers(agency, source_id, answers)
    undated = table.rows_without_time()
    agency.ledger.append(
        [
            Entry(
                "not_dated", source_id, agency.ledger.reference(*answer_name(source.origin, source.origin, ref)), "kept"
            )
            for ref in undated
        ]
    )
    counts["undated"] = len(undated)
    # Only now: a run that was killed on the way reads the same rows again.
    if latest is not None:
        _set_watermark(agency, source_id, latest)
    return Pulled(**counts)


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
