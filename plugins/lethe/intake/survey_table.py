"""Survey answers from a platform's own SQL table: each that is not held yet, whenever it was committed."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice

from sqlalchemy import delete, insert, select

from lethe.agency import Agency
from lethe.connectors.tables import SqlTable
from lethe.intake.answers import Answer, answer_rule, deleted_among, held_dates, response_id_of, store_answers
from lethe.intake.inbox import source_of
from lethe.intake.outcome import IntakeError, Pulled
from lethe.intake.redating import redating
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.due import due_date
from lethe.retention.references import answer_name, were_deleted
from lethe.settings.retention import RetentionRule

IN_BATCH = 500
OVERLAP = timedelta(days=1)
"""Answers this much older than the newest are read again at each pull: they may have been changed since. No answer is
further ahead of our clock."""


@dataclass(frozen=True)
class _Pull:
    """One pull of one table: whose answers, from when on their contents are read again, which day is too late."""

    agency: Agency
    source_id: str
    table: SqlTable
    study_id: str
    rule: RetentionRule
    since: datetime | None
    days: dict[date, bool] = field(
        default_factory=dict
    )  # whether the answers of a day are due: one sum for all of them

    def is_due(self, at: datetime) -> bool:
        zone = self.agency.settings.agency.zone
        day = at.astimezone(zone).date()
        if day not in self.days:
            self.days[day] = due_date(at, self.rule, zone) <= self.agency.today()
        return self.days[day]

    def is_recent(self, at: datetime) -> bool:
        return self.since is None or at >= self.since

    def is_dated(self, at: datetime | None) -> bool:
        return at is not None and at <= self.agency.now() + OVERLAP


def pull_survey_table(agency: Agency, source_id: str) -> Pulled:
    """Take every answer that is neither held nor known to be deleted; repeating is harmless.

    Every id and date is looked at, in batches, so that an answer committed late is found however late, and a date that
    changed at the platform is noticed. Contents are read again only of what was answered since the watermark, with a
    day's overlap. Answers already due are not copied: their own place is purged by the retention rule. Rows without a
    time or an id, or with a time that lies ahead, are reported in the ledger and stay where they are until somebody
    mends them. So is an answer taken once and gone from the research database without a tombstone.
    """
    table_id = source_of(agency, source_id).origin
    study_id = agency.settings.places.tables[table_id].study
    rule = answer_rule(agency)
    if rule is None:
        raise IntakeError("no rule in config/retention.yaml covers survey answers; nothing was pulled")
    latest = _watermark(agency, source_id)
    since = latest - OVERLAP if latest else None
    pull = _Pull(agency, source_id, agency.table(table_id), study_id, rule, since)
    counts: Counter[str] = Counter()
    for batch in _batches(pull.table.dates()):
        dated = [(row_id, at) for row_id, at in batch if at is not None and pull.is_dated(at)]
        counts["undated"] += _note_undated(pull, [row_id for row_id, at in batch if not pull.is_dated(at)])
        counts["without_id"] += _note_without_id(pull, [row_id for row_id, _ in dated])
        counts += _take(pull, [(row_id, at) for row_id, at in dated if row_id])
        latest = max([at for _, at in dated] + ([latest] if latest else []), default=None)
    # Only now: a run that was killed on the way reads the same rows again. A row dated ahead must not hide others.
    if latest is not None:
        _set_watermark(agency, source_id, min(latest, agency.now()))
    return Pulled(**counts, reasons={}, not_read={})


def _take(pull: _Pull, dated: Sequence[tuple[str, datetime]]) -> Counter[str]:
    """Take what of a batch is new, and bring up to date what is recent or has another date at the platform."""
    held = held_dates(pull.agency, pull.source_id, list({row_id for row_id, _ in dated}))
    new = {row_id: at for row_id, at in dated if row_id not in held}
    fresh = {row_id: at for row_id, at in new.items() if not pull.is_due(at)}
    deleted = _deleted_among(pull, list(fresh))
    gone = _gone_among(pull, {row_id: at for row_id, at in fresh.items() if row_id not in deleted})
    again = {row_id for row_id, at in dated if row_id in held and _is_to_be_read_again(pull, held[row_id], at)}
    counts = Counter(already_due=len(new) - len(fresh), deleted_before=len(deleted), gone_before=len(gone))
    return counts + _read(pull, (fresh.keys() - deleted - gone) | again, held)


def _read(pull: _Pull, row_ids: Collection[str], held: Mapping[str, datetime | None]) -> Counter[str]:
    if not row_ids:
        return Counter()
    answers = [
        Answer(row.row_id, pull.study_id, row.participant_id, row.at, row.answers)
        for row in pull.table.rows(row_ids)
        # They may have been dated anew since the dates were read.
        if row.at is not None and pull.is_dated(row.at) and (row.row_id in held or not pull.is_due(row.at))
    ]
    return store_answers(pull.agency, pull.source_id, answers)


def _is_to_be_read_again(pull: _Pull, held: datetime | None, at: datetime) -> bool:
    if pull.is_recent(at) or held is None or at < held:
        return True
    return at > held and redating(pull.agency, "", held, at) is not None


def _deleted_among(pull: _Pull, row_ids: Sequence[str]) -> set[str]:
    """Those that were deleted on their day, in the research database or at the platform itself."""
    if not row_ids:
        return set()
    names = [answer_name(pull.table.table_id, pull.table.table_id, row_id) for row_id in row_ids]
    at_platform = zip(row_ids, were_deleted(pull.agency.ledger, names), strict=True)
    return deleted_among(pull.agency, pull.source_id, row_ids) | {row_id for row_id, deleted in at_platform if deleted}


def _gone_among(pull: _Pull, fresh: Mapping[str, datetime]) -> set[str]:
    """Those taken once and not held any more, though no rule deleted them: somebody may have erased them by hand.

    Recent ones count as new: a research database out of a backup has its watermark from there, and gets them again.
    """
    ids = {response_id_of(pull.source_id, row_id): row_id for row_id, at in fresh.items() if not pull.is_recent(at)}
    taken = sorted(pull.agency.ledger.happened_to("pulled", pull.source_id, ids)) if ids else []
    _append(pull, [Entry("refused", pull.source_id, name, "gone_before") for name in taken])
    return {ids[name] for name in taken}


def _note_undated(pull: _Pull, row_ids: Sequence[str]) -> int:
    place_id, ledger = pull.table.table_id, pull.agency.ledger
    names = ledger.reference_each(answer_name(place_id, place_id, row_id) for row_id in row_ids) if row_ids else []
    _append(pull, [Entry("not_dated", pull.source_id, name, "kept") for name in names])
    return len(names)


def _note_without_id(pull: _Pull, row_ids: Sequence[str]) -> int:
    number = row_ids.count("")
    if number:
        name = pull.agency.ledger.reference(*answer_name(pull.table.table_id, pull.table.table_id, ""))
        _append(pull, [Entry("not_named", pull.source_id, name, "kept")])
    return number


def _append(pull: _Pull, entries: Sequence[Entry]) -> None:
    if entries:
        pull.agency.ledger.append(entries)


def _batches(rows: Iterable[tuple[str, datetime | None]]) -> Iterator[list[tuple[str, datetime | None]]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, IN_BATCH)):
        yield batch


def _watermark(agency: Agency, source_id: str) -> datetime | None:
    with agency.research.connect() as connection:
        query = select(schema.watermark.c.at).where(schema.watermark.c.source_id == source_id)
        return connection.execute(query).scalar()


def _set_watermark(agency: Agency, source_id: str, at: datetime) -> None:
    with agency.research.begin() as connection:
        connection.execute(delete(schema.watermark).where(schema.watermark.c.source_id == source_id))
        connection.execute(insert(schema.watermark), [{"source_id": source_id, "at": at, "row_id": ""}])
