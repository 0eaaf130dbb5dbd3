"""Everything a rule covers that is there now, each thing with the day on which it falls due.

The truth is what a listing says; the event's time comes from the session or the answer, never from a file.
"""

import heapq
import os.path
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from itertools import groupby, islice
from operator import attrgetter
from typing import Literal

from sqlalchemy import select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore, ObjectVersion
from lethe.ledger.recipients import RecipientCopy, copies_at_clients, copies_of
from lethe.research import schema
from lethe.retention.belonging import NOBODY_TOLD, UNKNOWN, Scopes, scope, scopes_of_exports, study_in
from lethe.retention.dating import Dated, days_by_store, due_by_key
from lethe.retention.due import believable_due_date
from lethe.retention.errors import RetentionError
from lethe.retention.holds import Hold, Holds, active_holds
from lethe.retention.references import answer_name, is_unicode, object_name
from lethe.retention.replicas import effective_places, primary_of, replicas_of
from lethe.settings.retention import ItemKind, RetentionRule

RESEARCH = "research"
"""The place id of the research database."""
STORE_GONE = "store_gone"
"""Why a copy is not deleted whose client's store the configuration does not have any more: nothing can reach it."""

Kind = Literal["object", "row", "client_copy"]
Standing = Literal["due", "overdue", "held", "not_yet", "undated", "unknown"]

IN_BATCH = 500


@dataclass(frozen=True)
class Held:
    """One thing a rule covers: an object with all its versions, or a row.

    `due` is None where the event's time is unknown (`undated`), nothing tells what the thing belongs to (`unknown`),
    an id does not name one row alone (`ambiguous`), or a copy's store is not configured (`store_gone`): none is
    deleted, all are reported. `name` is what its keyed
    reference is made of. `hold` keeps it, whatever its day.
    """

    kind: Kind
    place_id: str
    key: str = field(repr=False)
    due: date | None
    why: str
    name: tuple[str, ...] = field(repr=False)
    versions: tuple[ObjectVersion, ...] = field(default=(), repr=False)
    scopes: Scopes = field(default=(UNKNOWN,), repr=False)
    hold: Hold | None = None

    @property
    def size(self) -> int:
        """Bytes over all versions."""
        return sum(version.size for version in self.versions)

    @property
    def study_id(self) -> str:
        """The study it belongs to; empty where nothing tells."""
        return study_in(self.scopes)

    def goes(self, today: date) -> bool:
        """Whether it is to be deleted on that day."""
        return self.due is not None and self.due <= today and self.hold is None


def standing(held: Held, today: date) -> Standing:
    """Where a thing stands on a day. Due means that its day is today; what is left from before is overdue.

    Held is what would go and is kept by a hold.
    """
    if held.due is None:
        return "undated" if held.why == "undated" else "unknown"
    if held.due > today:
        return "not_yet"
    if held.hold is not None:
        return "held"
    return "due" if held.due == today else "overdue"


def rule_of(agency: Agency, rule_id: str) -> RetentionRule:
    """The rule of that id."""
    rule = agency.settings.retention.rules.get(rule_id)
    if rule is None:
        known = ", ".join(sorted(agency.settings.retention.rules))
        raise RetentionError(f"there is no rule '{rule_id}' in config/retention.yaml; known: {known}")
    return rule


def inventory(agency: Agency, rule_id: str, *, rule: RetentionRule | None = None) -> Iterator[Held]:
    """All that a rule covers, place by place, from listings made now, as they come: a bucket may hold millions.

    Each key or row id comes once for its place. `rule` asks the same of another wording of the rule than the
    configured one.

    Raises:
        RetentionError: there is no such rule.
    """
    return _inventory(agency, rule_id, rule or rule_of(agency, rule_id))


def _inventory(agency: Agency, rule_id: str, rule: RetentionRule) -> Iterator[Held]:
    holds = active_holds(agency)
    for place_id in effective_places(agency, rule):
        if rule.items is ItemKind.SURVEY_ANSWER:
            yield from under(agency, holds, rule_id, answers_in(agency, rule, place_id, holds))
        else:
            yield from under(agency, holds, rule_id, _objects(agency, rule, place_id, holds))
    yield from under(agency, holds, rule_id, _client_copies(agency, rule, holds))


def held_among(agency: Agency, rule_id: str, place_id: str, keys: Collection[str]) -> dict[str, Held]:
    """Those of these keys or row ids that a place holds now, each dated anew.

    Asks for these alone, so that a batch costs what the batch holds. A key that is there and that the rule no longer
    covers comes without a due date, as `not_covered`.
    """
    rule = rule_of(agency, rule_id)
    holds = active_holds(agency)
    if place_id == RESEARCH or place_id in agency.settings.places.tables:
        rows = under(agency, holds, rule_id, answers_in(agency, rule, place_id, holds, keys))
        return {held.key: held for held in rows}
    store = agency.store(place_id)
    versions = store.versions_of(keys)
    begun = {upload.key for upload in store.uploads_of(keys)}
    if place_id in effective_places(agency, rule):
        kind: Kind = "object"
        due_of = due_by_key(agency, rule, place_id, keys, with_people=bool(holds))
    else:
        kind = "client_copy"
        home = primary_of(agency, place_id)
        copies = copies_of(agency.ledger, home, versions.keys() | begun)
        due_at = by_register(agency, copies, with_people=bool(holds))
        due_of = partial(due_at, home)
    found = []
    for key in sorted(versions.keys() | begun):
        due, why, scopes = due_of(key) or Dated(None, "not_covered")
        name = object_name(place_id, key)
        found.append(Held(kind, place_id, key, due, why, name, tuple(versions.get(key, ())), scopes))
    return {held.key: held for held in under(agency, holds, rule_id, found)}


def under(agency: Agency, holds: Holds, rule_id: str, found: Iterable[Held]) -> Iterator[Held]:
    """The same things, each with the hold that keeps it."""
    for held in found:
        # A hold on a place keeps what its replicas hold too.
        places = {scope("place", one) for one in (held.place_id, primary_of(agency, held.place_id))}
        hold = holds.on((*held.scopes, *sorted(places), scope("rule", rule_id))) if holds else None
        yield replace(held, hold=hold) if hold else held


def _objects(agency: Agency, rule: RetentionRule, store_id: str, holds: Holds) -> Iterator[Held]:
    due_of = due_by_key(agency, rule, store_id, with_people=bool(holds))
    for key, versions in by_key(agency.store(store_id)):
        # A name that is no valid Unicode fits no database, so no plan either: somebody must give it another.
        dated = due_of(key) if is_unicode(key) else Dated(None, "unknown")
        if dated is not None:
            due, why, scopes = dated
            yield Held("object", store_id, key, due, why, object_name(store_id, key), versions, scopes)


def by_key(store: ObjectStore, prefix: str = "") -> Iterator[tuple[str, tuple[ObjectVersion, ...]]]:
    """Each key with its versions, in the order of the listing, which is that of the keys."""
    # Begun and never finished: no listing of objects shows it, and it holds bytes all the same.
    uploads = sorted((upload for upload in store.list_uploads(prefix)), key=attrgetter("key"))
    listed = heapq.merge(store.list_versions(prefix), uploads, key=attrgetter("key"))
    for key, found in groupby(listed, key=attrgetter("key")):
        yield key, tuple(one for one in found if isinstance(one, ObjectVersion))


def _client_copies(agency: Agency, rule: RetentionRule, holds: Holds) -> Iterator[Held]:
    copies = copies_at_clients(agency.ledger, [kind.value for kind in rule.client_copies]) if rule.client_copies else []
    due_at = by_register(agency, copies, with_people=bool(holds))
    by_store: dict[str, set[str]] = {}
    for copy in copies:
        by_store.setdefault(copy.store_id, set()).add(copy.key)
    for store_id, keys in sorted(by_store.items()):
        if store_id not in agency.settings.places.stores:
            for key in sorted(keys):
                _, _, scopes = due_at(store_id, key) or Dated(None, "unknown")
                yield Held("client_copy", store_id, key, None, STORE_GONE, object_name(store_id, key), scopes=scopes)
            continue
        # One listing of the part of the bucket that is ours, not a question for every copy there ever was.
        prefix = os.path.commonprefix(list(keys))  # noqa: RUF071 (a prefix of keys, letter by letter, is what is meant)
        present = {key: versions for key, versions in by_key(agency.store(store_id), prefix) if key in keys}
        for key in sorted(keys):
            due, why, scopes = due_at(store_id, key) or Dated(None, "unknown")
            name = object_name(store_id, key)
            yield Held("client_copy", store_id, key, due, why, name, present.get(key, ()), scopes)
        for replica_id in replicas_of(agency, store_id):
            for key, versions in by_key(agency.store(replica_id), prefix):
                if key in keys:
                    due, why, scopes = due_at(store_id, key) or Dated(None, "unknown")
                    yield Held("client_copy", replica_id, key, due, why, object_name(replica_id, key), versions, scopes)


def by_register(
    agency: Agency, copies: Collection[RecipientCopy], *, with_people: bool
) -> Callable[[str, str], Dated | None]:
    """What dates the copies of the register, by store and key."""
    days = days_by_store(agency, copies)
    told = scopes_of_exports(agency, {copy.export_id for copy in copies} if with_people else ())
    found: dict[tuple[str, str], Dated] = {}
    for copy in copies:
        name = copy.key.partition(f"{copy.export_id}/")[2]
        people = told(copy.export_id, name) if with_people else ()
        own = (scope("study", copy.study_id), scope("client", copy.client_id))
        scopes = tuple(dict.fromkeys((*own, *people)))
        found[copy.store_id, copy.key] = Dated(days[copy.store_id][copy.key], "register", scopes)
    return lambda store_id, key: found.get((store_id, key))


@dataclass(frozen=True)
class _Row:
    """One answer as it lies in a place."""

    row_id: str
    at: datetime | None
    name: tuple[str, ...]
    scopes: Scopes


def answers_in(
    agency: Agency, rule: RetentionRule, place_id: str, holds: Holds, row_ids: Collection[str] | None = None
) -> Iterator[Held]:
    """The answers that a place holds, or those of these ids, in the order of their ids, dated by a rule."""
    rows = _research_rows(agency, row_ids) if place_id == RESEARCH else _table_rows(agency, place_id, holds, row_ids)
    for row_id, same in groupby(rows, key=attrgetter("row_id")):
        row, *others = same
        if others or not row_id:
            # Deleting by this id would take more than the one row that is due.
            yield Held("row", place_id, row_id, None, "ambiguous", row.name, scopes=row.scopes)
        else:
            due = believable_due_date(row.at, rule, agency.settings.agency.zone, agency.now())
            why = "undated" if due is None else "answer"
            yield Held("row", place_id, row_id, due, why, row.name, scopes=row.scopes)


def _research_rows(agency: Agency, row_ids: Collection[str] | None) -> Iterator[_Row]:
    answers = schema.survey_response.c
    query = select(
        answers.response_id,
        answers.answered_at,
        answers.source_id,
        answers.source_ref,
        answers.study_id,
        answers.participant_id,
    ).order_by(answers.response_id)
    with agency.research.connect().execution_options(yield_per=IN_BATCH) as connection:
        for batch in _batches(row_ids):
            for row in connection.execute(query if batch is None else query.where(answers.response_id.in_(batch))):
                name = answer_name(RESEARCH, row.source_id, row.source_ref)
                scopes = (scope("study", row.study_id), scope("participant", row.participant_id))
                yield _Row(row.response_id, row.answered_at, name, scopes)


def _table_rows(agency: Agency, table_id: str, holds: Holds, row_ids: Collection[str] | None) -> Iterator[_Row]:
    table = agency.table(table_id)
    study = scope("study", agency.settings.places.tables[table_id].study)
    for rows in _in_batches(table.dates(row_ids)):
        who = table.people([row_id for row_id, _ in rows]) if holds else {}
        for row_id, at in rows:
            person = scope("participant", who[row_id]) if row_id in who else NOBODY_TOLD
            yield _Row(row_id, at, answer_name(table_id, table_id, row_id), (study, person))


def _in_batches(rows: Iterable[tuple[str, datetime | None]]) -> Iterator[list[tuple[str, datetime | None]]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, IN_BATCH)):
        yield batch


def _batches(values: Collection[str] | None) -> Iterable[list[str] | None]:
    if values is None:
        return [None]
    ordered = sorted(values)
    return [ordered[start : start + IN_BATCH] for start in range(0, len(ordered), IN_BATCH)]
