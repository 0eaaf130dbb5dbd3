"""Everything a rule covers that is there now, each thing with the day on which it falls due.

The truth is what a listing says; the event's time comes from the session or the answer, never from a file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectVersion
from lethe.ledger.recipients import copies_at_clients
from lethe.ledger.schema import candidate, export, export_item
from lethe.research import schema
from lethe.research.sessions import SessionFinder
from lethe.retention.due import due_date
from lethe.retention.errors import RetentionError
from lethe.retention.references import answer_name, object_name
from lethe.settings.models import ItemKind, RetentionRule

RESEARCH = "research"
"""The place id of the research database."""

Kind = Literal["object", "row", "client_copy"]
Standing = Literal["due", "overdue", "not_yet", "undated", "unknown"]

SESSION_KINDS = {ItemKind.RECORDING, ItemKind.TRANSCRIPT, ItemKind.UPLOAD}
OVER = {"published", "rejected", "blocked"}


@dataclass(frozen=True)
class Held:
    """One thing a rule covers: an object with all its versions, or a row.

    `due` is None where the event's time is unknown (`undated`) or nothing tells what the thing belongs to
    (`unknown`): neither is deleted, both are reported. `name` is what its keyed reference is made of.
    """

    kind: Kind
    place_id: str
    key: str = field(repr=False)
    due: date | None
    why: str
    name: tuple[str, ...] = field(repr=False)
    versions: tuple[ObjectVersion, ...] = field(default=(), repr=False)

    @property
    def size(self) -> int:
        """Bytes over all versions."""
        return sum(version.size for version in self.versions)


def standing(held: Held, today: date) -> Standing:
    """Where a thing stands on a day. Due means that its day is today; what is left from before is overdue."""
    if held.due is None:
        return "undated" if held.why == "undated" else "unknown"
    if held.due > today:
        return "not_yet"
    return "due" if held.due == today else "overdue"


def rule_of(agency: Agency, rule_id: str) -> RetentionRule:
    """The rule of that id."""
    rule = agency.settings.retention.rules.get(rule_id)
    if rule is None:
        known = ", ".join(sorted(agency.settings.retention.rules))
        raise RetentionError(f"there is no rule '{rule_id}' in config/retention.yaml; known: {known}")
    return rule


def inventory(agency: Agency, rule_id: str) -> list[Held]:
    """All that a rule covers, in the order of place and key, from listings made now."""
    rule = rule_of(agency, rule_id)
    found: list[Held] = []
    for place_id in rule.places:
        if rule.items in SESSION_KINDS:
            found += _session_objects(agency, rule, place_id)
        elif rule.items is ItemKind.SURVEY_ANSWER:
            found += _answers(agency, rule, place_id)
        elif rule.items is ItemKind.STAGED_EXPORT:
            found += _objects(agency, place_id, _staged_due(agency, rule))
        else:
            found += _objects(agency, place_id, _quarantine_due(agency, rule, place_id))
    found += _client_copies(agency, rule)
    return sorted(found, key=lambda held: (held.place_id, held.key))


def _versions_by_key(agency: Agency, store_id: str) -> Iterator[tuple[str, tuple[ObjectVersion, ...]]]:
    store = agency.store(store_id)
    found: dict[str, list[ObjectVersion]] = {}
    for version in store.list_versions():
        found.setdefault(version.key, []).append(version)
    for upload in store.list_uploads():
        # Begun and never finished: no listing of objects shows it, and it holds bytes all the same.
        found.setdefault(upload.key, [])
    for key in sorted(found):
        yield key, tuple(found[key])


def _objects(agency: Agency, store_id: str, due_of: Callable[[str], tuple[date | None, str]]) -> Iterator[Held]:
    for key, versions in _versions_by_key(agency, store_id):
        due, why = due_of(key)
        yield Held("object", store_id, key, due, why, object_name(store_id, key), versions)


def _session_objects(agency: Agency, rule: RetentionRule, store_id: str) -> Iterator[Held]:
    finder = SessionFinder(agency.research, store_id, agency.settings.places.stores[store_id].key_template)
    separate_uploads = any(other.items is ItemKind.UPLOAD for other in agency.settings.retention.rules.values())
    for key, versions in _versions_by_key(agency, store_id):
        kind, session = finder.kind_and_session(key)
        # An upload without a rule of its own goes with the recordings: the stricter reading of P4.2.
        covered = ItemKind.RECORDING if kind is ItemKind.UPLOAD and not separate_uploads else kind
        if covered is not rule.items:
            continue
        if session is None:
            due, why = None, "unknown"
        elif session.started_at is None:
            due, why = None, "undated"
        else:
            due, why = due_date(session.started_at, rule, agency.settings.agency.zone), "session"
        yield Held("object", store_id, key, due, why, object_name(store_id, key), versions)


def _answers(agency: Agency, rule: RetentionRule, place_id: str) -> Iterator[Held]:
    def held(row_id: str, at: datetime | None, name: tuple[str, ...]) -> Held:
        due = due_date(at, rule, agency.settings.agency.zone) if at else None
        return Held("row", place_id, row_id, due, "answer" if at else "undated", name)

    if place_id == RESEARCH:
        answers = schema.survey_response.c
        with agency.research.connect() as connection:
            for row in connection.execute(
                select(answers.response_id, answers.answered_at, answers.source_id, answers.source_ref)
            ):
                yield held(row.response_id, row.answered_at, answer_name(place_id, row.source_id, row.source_ref))
        return
    for row_id, at in agency.table(place_id).dates():
        yield held(row_id, at, answer_name(place_id, place_id, row_id))


def _staged_due(agency: Agency, rule: RetentionRule) -> Callable[[str], tuple[date | None, str]]:
    """A candidate goes once its export is over, after the window at most, and never past its sources' own due date."""
    days: dict[str, tuple[date, str]] = {}
    with agency.ledger.engine.connect() as connection:
        earliest = _earliest_sources(connection.execute(select(export_item.c.export_id, export_item.c.due)))
        for row in connection.execute(select(export)).mappings():
            last = due_date(row["selected_at"], rule, agency.settings.agency.zone)
            day = min(last, earliest.get(row["export_id"], last))
            if row["state"] in OVER:
                day = min(day, agency.today())
            days[row["export_id"]] = (day, "export")

    def due_of(key: str) -> tuple[date | None, str]:
        parts = key.split("/")
        return days.get(parts[1], (None, "unknown")) if len(parts) > 2 and parts[0] == "exports" else (None, "unknown")

    return due_of


def _quarantine_due(agency: Agency, rule: RetentionRule, store_id: str) -> Callable[[str], tuple[date | None, str]]:
    with agency.ledger.engine.connect() as connection:
        earliest = _earliest_sources(connection.execute(select(candidate.c.export_id, candidate.c.due)))
    days: dict[str, date] = {}
    with agency.research.connect() as connection:
        rows = connection.execute(select(schema.quarantined).where(schema.quarantined.c.store_id == store_id))
        for row in rows.mappings():
            last = due_date(row["quarantined_at"], rule, agency.settings.agency.zone)
            days[row["key"]] = min(last, earliest.get(row["source_id"], last))
    return lambda key: (days[key], "quarantine") if key in days else (None, "unknown")


def _earliest_sources(rows: object) -> dict[str, date]:
    earliest: dict[str, date] = {}
    for export_id, due in rows:  # type: ignore[attr-defined]
        earliest[export_id] = min(due, earliest.get(export_id, due))
    return earliest


def _client_copies(agency: Agency, rule: RetentionRule) -> Iterator[Held]:
    copies = copies_at_clients(agency.ledger, [kind.value for kind in rule.client_copies]) if rule.client_copies else []
    by_store: dict[str, dict[str, date]] = {}
    for copy in copies:
        days = by_store.setdefault(copy.store_id, {})
        days[copy.key] = min(copy.due, days.get(copy.key, copy.due))
    for store_id, days in by_store.items():
        present = agency.store(store_id).versions_of(days)
        for key, due in days.items():
            name = object_name(store_id, key)
            yield Held("client_copy", store_id, key, due, "register", name, tuple(present.get(key, ())))
