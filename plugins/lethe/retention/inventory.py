"""Everything a rule covers that is there now, each thing with the day on which it falls due.

The truth is what a listing says; the event's time comes from the session or the answer, never from a file.
"""

import os.path
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore, ObjectVersion
from lethe.ledger.recipients import all_copies, copies_at_clients
from lethe.research import schema
from lethe.retention.dating import DueOf, days_by_store, due_by_key
from lethe.retention.due import due_date
from lethe.retention.errors import RetentionError
from lethe.retention.references import answer_name, object_name
from lethe.settings.retention import ItemKind, RetentionRule

RESEARCH = "research"
"""The place id of the research database."""

Kind = Literal["object", "row", "client_copy"]
Standing = Literal["due", "overdue", "not_yet", "undated", "unknown"]

IN_BATCH = 500


@dataclass(frozen=True)
class Held:
    """One thing a rule covers: an object with all its versions, or a row.

    `due` is None where the event's time is unknown (`undated`), nothing tells what the thing belongs to (`unknown`),
    or an id does not name one row alone (`ambiguous`): none is deleted, all are reported. `name` is what its keyed
    reference is made of.
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
        if rule.items is ItemKind.SURVEY_ANSWER:
            found += _answers(agency, rule, place_id)
        else:
            found += _objects(agency, rule, place_id)
    found += _client_copies(agency, rule)
    return sorted(found, key=lambda held: (held.place_id, held.key))


def held_among(agency: Agency, rule_id: str, place_id: str, keys: Collection[str]) -> dict[str, Held]:
    """Those of these keys or row ids that a place holds now, each dated anew.

    Asks for these alone, so that a batch costs what the batch holds. A key that is there and that the rule no longer
    covers comes without a due date, as `not_covered`.
    """
    rule = rule_of(agency, rule_id)
    if place_id == RESEARCH or place_id in agency.settings.places.tables:
        return {held.key: held for held in _answers(agency, rule, place_id, keys)}
    store = agency.store(place_id)
    versions = store.versions_of(keys)
    begun = {upload.key for upload in store.list_uploads()} & set(keys)
    if place_id in rule.places:
        kind: Kind = "object"
        due_of = due_by_key(agency, rule, place_id, keys)
    else:
        kind = "client_copy"
        days = days_by_store(agency, all_copies(agency.ledger)).get(place_id, {})
        due_of = _by_register(days)
    found = {}
    for key in sorted(versions.keys() | begun):
        due, why = due_of(key) or (None, "not_covered")
        found[key] = Held(kind, place_id, key, due, why, object_name(place_id, key), tuple(versions.get(key, ())))
    return found


def _objects(agency: Agency, rule: RetentionRule, store_id: str) -> Iterator[Held]:
    due_of = due_by_key(agency, rule, store_id)
    for key, versions in sorted(_versions_by_key(agency.store(store_id)).items()):
        dated = due_of(key)
        if dated is not None:
            yield Held("object", store_id, key, *dated, object_name(store_id, key), tuple(versions))


def _versions_by_key(store: ObjectStore, prefix: str = "") -> dict[str, list[ObjectVersion]]:
    found: dict[str, list[ObjectVersion]] = {}
    for version in store.list_versions(prefix):
        found.setdefault(version.key, []).append(version)
    for upload in store.list_uploads(prefix):
        # Begun and never finished: no listing of objects shows it, and it holds bytes all the same.
        found.setdefault(upload.key, [])
    return found


def _client_copies(agency: Agency, rule: RetentionRule) -> Iterator[Held]:
    copies = copies_at_clients(agency.ledger, [kind.value for kind in rule.client_copies]) if rule.client_copies else []
    for store_id, days in days_by_store(agency, copies).items():
        # One listing of the part of the bucket that is ours, not a question for every copy there ever was.
        prefix = os.path.commonprefix(list(days))  # noqa: RUF071 (a prefix of keys, letter by letter, is what is meant)
        present = _versions_by_key(agency.store(store_id), prefix)
        for key, due in days.items():
            name = object_name(store_id, key)
            yield Held("client_copy", store_id, key, due, "register", name, tuple(present.get(key, ())))


def _by_register(days: dict[str, date]) -> DueOf:
    return lambda key: (days[key], "register") if key in days else None


def _answers(
    agency: Agency, rule: RetentionRule, place_id: str, row_ids: Collection[str] | None = None
) -> Iterator[Held]:
    rows = _research_rows(agency, row_ids) if place_id == RESEARCH else _table_rows(agency, place_id, row_ids)
    times = Counter(row_id for row_id, _, _ in rows)
    for row_id, (at, name) in {row_id: (at, name) for row_id, at, name in rows}.items():
        if times[row_id] > 1 or not row_id:
            # Deleting by this id would take more than the one row that is due.
            yield Held("row", place_id, row_id, None, "ambiguous", name)
        else:
            due = due_date(at, rule, agency.settings.agency.zone) if at else None
            yield Held("row", place_id, row_id, due, "answer" if at else "undated", name)


Rows = list[tuple[str, datetime | None, tuple[str, ...]]]


def _research_rows(agency: Agency, row_ids: Collection[str] | None) -> Rows:
    answers = schema.survey_response.c
    query = select(answers.response_id, answers.answered_at, answers.source_id, answers.source_ref)
    with agency.research.connect() as connection:
        found = [
            row
            for batch in _batches(row_ids)
            for row in connection.execute(query if batch is None else query.where(answers.response_id.in_(batch)))
        ]
    return [(row[0], row[1], answer_name(RESEARCH, row[2], row[3])) for row in found]


def _table_rows(agency: Agency, table_id: str, row_ids: Collection[str] | None) -> Rows:
    return [
        (row_id, at, answer_name(table_id, table_id, row_id)) for row_id, at in agency.table(table_id).dates(row_ids)
    ]


def _batches(values: Collection[str] | None) -> Iterable[list[str] | None]:
    if values is None:
        return [None]
    ordered = sorted(values)
    return [ordered[start : start + IN_BATCH] for start in range(0, len(ordered), IN_BATCH)]
