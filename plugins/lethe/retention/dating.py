"""The day on which each thing of a rule falls due, from the session, the answer or the export it belongs to.

Never from a file: a copy resets a modification time, an upload comes days after its session.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select

from lethe.agency import Agency
from lethe.ledger.recipients import RecipientCopy
from lethe.ledger.schema import candidate, export, export_item
from lethe.research import schema
from lethe.research.sessions import SessionFinder
from lethe.retention.belonging import UNKNOWN, People, Scopes, people, scope, scopes_of_exports
from lethe.retention.due import believable_due_date, due_date
from lethe.retention.replicas import primary_of
from lethe.settings.retention import ItemKind, RetentionRule


class Dated(NamedTuple):
    """A due date and what it counts from; without a date, why there is none. And to whom and what the thing belongs."""

    due: date | None
    why: str
    scopes: Scopes = (UNKNOWN,)


DueOf = Callable[[str], Dated | None]
"""The due date of a key; None where the rule does not cover it."""

SESSION_KINDS = {ItemKind.RECORDING, ItemKind.TRANSCRIPT, ItemKind.UPLOAD}
OVER = {"published", "rejected", "blocked"}


def due_by_key(
    agency: Agency,
    rule: RetentionRule,
    store_id: str,
    keys: Collection[str] | None = None,
    *,
    with_people: bool = False,
) -> DueOf:
    """What dates the keys of one store under a rule, or these keys alone; the databases are read once, here.

    A replica's keys are dated as its primary's. The scopes name a study where it is known; sessions' people and
    exports' sources only `with_people`.
    """
    store_id = primary_of(agency, store_id)
    if rule.items in SESSION_KINDS:
        return _by_session(agency, rule, store_id, keys, people(agency) if with_people else People({}))
    if rule.items is ItemKind.STAGED_EXPORT:
        return _by_export(agency, rule, with_people=with_people)
    return _by_quarantine(agency, rule, store_id, with_people=with_people)


def days_by_store(agency: Agency, copies: Iterable[RecipientCopy]) -> dict[str, dict[str, date]]:
    """The due date of each key at each client's store; of several copies at one key, the earliest counts.

    A source dated anew, or a rule made shorter, since the copy was shared brings its day forward with the source's
    own. Nothing puts it off: what was promised with the copy stands (P4.2, P4.3).
    """
    copies = list(copies)
    now = _due_of_sources(agency, {copy.export_id for copy in copies})
    days: dict[str, dict[str, date]] = {}
    for copy in copies:
        held = days.setdefault(copy.store_id, {})
        source_due = now.get((copy.export_id, copy.key.partition(f"{copy.export_id}/")[2]), copy.due)
        held[copy.key] = min(copy.due, source_due, held.get(copy.key, copy.due))
    return days


def _due_of_sources(agency: Agency, export_ids: Collection[str]) -> dict[tuple[str, str], date]:
    """By export and file name, the day on which the earliest of its sources falls due now, where one is still held."""
    if not export_ids:
        return {}
    events: dict[str, datetime] = {}
    with agency.research.connect() as connection:
        sessions = select(schema.asset.c.asset_id, schema.session.c.started_at).join(
            schema.session, schema.session.c.session_id == schema.asset.c.session_id
        )
        answers = select(schema.survey_response.c.response_id, schema.survey_response.c.answered_at)
        for query in (sessions, answers):
            events.update((source, at) for source, at in connection.execute(query) if at is not None)
    rules = {rule.items: rule for rule in agency.settings.retention.rules.values()}
    of_kind = {"transcript": rules.get(ItemKind.TRANSCRIPT), "survey": rules.get(ItemKind.SURVEY_ANSWER)}
    zone = agency.settings.agency.zone
    days: dict[tuple[str, str], date] = {}
    files = select(candidate.c.export_id, candidate.c.name, export_item.c.kind, export_item.c.sources).join(
        export_item,
        (export_item.c.export_id == candidate.c.export_id) & (export_item.c.item_no == candidate.c.item_no),
    )
    with agency.ledger.engine.connect() as connection:
        for export_id, name, kind, sources in connection.execute(files):
            rule = of_kind.get(kind)
            if export_id in export_ids and rule is not None:
                dated = (believable_due_date(events.get(source), rule, zone, agency.now()) for source in sources)
                earliest = min((day for day in dated if day is not None), default=None)
                if earliest is not None:
                    days[export_id, name] = earliest
    return days


def _by_session(agency: Agency, rule: RetentionRule, store_id: str, keys: Collection[str] | None, who: People) -> DueOf:
    template = agency.settings.places.stores[store_id].key_template
    finder = SessionFinder(agency.research, store_id, template, keys=keys)
    separate_uploads = any(other.items is ItemKind.UPLOAD for other in agency.settings.retention.rules.values())

    def due_of(key: str) -> Dated | None:
        kind, session = finder.kind_and_session(key)
        # An upload without a rule of its own goes with the recordings: the stricter reading of P4.2.
        covered = ItemKind.RECORDING if kind is ItemKind.UPLOAD and not separate_uploads else kind
        if covered is not rule.items:
            return None
        if session is None:
            return Dated(None, "unknown")
        scopes = who.of_session(session.study_id, session.session_id)
        due = believable_due_date(session.started_at, rule, agency.settings.agency.zone, agency.now())
        return Dated(due, "undated" if due is None else "session", scopes)

    return due_of


def _by_export(agency: Agency, rule: RetentionRule, *, with_people: bool) -> DueOf:
    """A candidate goes once its export is over, after the window at most, and never past its sources' own due date."""
    days: dict[str, tuple[date, str]] = {}
    with agency.ledger.engine.connect() as connection:
        earliest = _earliest((row.export_id, row.due) for row in connection.execute(select(export_item)))
        query = select(export.c.export_id, export.c.selected_at, export.c.state, export.c.study_id)
        for row in connection.execute(query):
            last = due_date(row.selected_at, rule, agency.settings.agency.zone)
            day = min(last, earliest.get(row.export_id, last))
            if row.state in OVER:
                day = min(day, agency.today())
            days[row.export_id] = (day, row.study_id)
    told = scopes_of_exports(agency, days if with_people else ())

    def due_of(key: str) -> Dated:
        parts = key.split("/")
        if len(parts) < 3 or parts[0] != "exports" or parts[1] not in days:
            return Dated(None, "unknown")
        day, study_id = days[parts[1]]
        return Dated(day, "export", told(parts[1], None) if with_people else (scope("study", study_id),))

    return due_of


def _by_quarantine(agency: Agency, rule: RetentionRule, store_id: str, *, with_people: bool) -> DueOf:
    """A quarantined file goes after the window, and never past the due date of what it was made from."""
    with agency.ledger.engine.connect() as connection:
        sources = [*connection.execute(select(export_item)), *connection.execute(select(candidate))]
        earliest = _earliest((row.export_id, row.due) for row in sources)
        exports = set(connection.execute(select(export.c.export_id)).scalars())
    told = scopes_of_exports(agency, exports if with_people else ())
    days: dict[str, Dated] = {}
    kept = schema.quarantined.c
    with agency.research.connect() as connection:
        query = select(kept.key, kept.source_id, kept.quarantined_at, kept.due).where(kept.store_id == store_id)
        for row in connection.execute(query):
            last = due_date(row.quarantined_at, rule, agency.settings.agency.zone)
            scopes = told(row.source_id, None) if row.source_id in exports else (UNKNOWN,)
            day = min(last, row.due or last, earliest.get(row.source_id, last))
            days[row.key] = Dated(day, "quarantine", scopes)
    return lambda key: days.get(key, Dated(None, "unknown"))


def _earliest(rows: Iterable[tuple[str, date]]) -> dict[str, date]:
    earliest: dict[str, date] = {}
    for export_id, due in rows:
        earliest[export_id] = min(due, earliest.get(export_id, due))
    return earliest
