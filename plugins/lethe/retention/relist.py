"""Every place listed anew, once, in batches: how each thing stands by the rules, and whether it had been deleted.

What is held in memory is one batch, the register of the client whose place is listed, and what nothing dates yet.
"""

import os.path
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from lethe.agency import Agency
from lethe.ledger.recipients import all_copies
from lethe.retention.child_rows import left_behind
from lethe.retention.dating import SESSION_KINDS, Dated, DueOf, due_by_key
from lethe.retention.holds import Holds, active_holds
from lethe.retention.inventory import RESEARCH, Held, answers_in, by_register, standing, under
from lethe.retention.listing import Seen, seen_keys
from lethe.retention.references import is_unicode, object_name
from lethe.retention.replicas import effective_places, primary_of
from lethe.retention.tombstones import Tombstone, tombstones_of
from lethe.settings.places import StoreRole
from lethe.settings.retention import ItemKind

T = TypeVar("T")

IN_BATCH = 500

NO_RULE = "no_rule"
"""In a place that rules cover, and itself covered by none."""
UNREGISTERED = "unregistered"
"""In the part of a client's store that is ours, and not in the register of recipients."""
NOT_OURS, WAITING, EVIDENCE = "not_ours", "waiting", "evidence"
BY_ROLE = {StoreRole.INBOUND: WAITING, StoreRole.EVIDENCE: EVIDENCE}
OUTSIDE = frozenset({NO_RULE, UNREGISTERED, NOT_OURS, WAITING, EVIDENCE})
"""How things stand that no rule dates."""
DOUBTFUL = frozenset({"undated", "unknown", NO_RULE, UNREGISTERED})
"""What may only look so because it was written while we listed: it is dated once more at the end."""


@dataclass(frozen=True)
class Thing:
    """One thing that a listing shows. `standing` is one of the inventory's, or one of this module's.

    `hidden_from` is a connection of its store that does not show it, though the other one does.
    """

    held: Held
    rule_id: str
    standing: str
    tombstones: tuple[Tombstone, ...]
    hidden_from: str = ""


Batch = tuple[Thing, ...]
Ruled = Callable[[str], tuple[str, Dated]]
"""What dates a key: the id of the rule that covers it, empty where none does, and its day or why it has none."""


def places_of(agency: Agency) -> list[str]:
    """Every place there is: the research database, the stores, the tables."""
    places = agency.settings.places
    return [RESEARCH, *places.stores, *places.tables]


def relist(agency: Agency, place_id: str) -> Iterator[Batch]:
    """What a place holds now, each thing once, batch by batch.

    Raises:
        LetheError: the place could not be listed to its end; what came before stands.
    """
    holds = active_holds(agency)
    if place_id in agency.settings.places.stores:
        yield from _objects(agency, place_id, holds)
    else:
        yield from _answers(agency, place_id, holds)


def _objects(agency: Agency, store_id: str, holds: Holds) -> Iterator[Batch]:
    ruled, prefix = _ruled(agency, store_id, holds)
    doubtful: list[Seen] = []
    for listed in _batches(seen_keys(agency, store_id, prefix)):
        things = _dated(agency, store_id, holds, ruled, listed)
        doubtful += [(thing.held.key, (), thing.hidden_from) for thing in things if _is_doubtful(thing)]
        yield tuple(thing for thing in things if not _is_doubtful(thing))
    for again in _batches(doubtful):
        # The name of a file on disk need not be valid Unicode: no row of a database is about such a one.
        ruled, _ = _ruled(agency, store_id, holds, [key for key, _, _ in again if is_unicode(key)])
        yield _dated(agency, store_id, holds, ruled, again)


def _is_doubtful(thing: Thing) -> bool:
    return thing.standing in DOUBTFUL and not thing.tombstones


def _dated(agency: Agency, store_id: str, holds: Holds, ruled: Ruled, listed: Iterable[Seen]) -> Batch:
    found = []
    hidden = []
    for key, versions, hidden_from in listed:
        rule_id, (due, why, scopes) = ruled(key)
        name = object_name(store_id, key)
        held = Held("object", store_id, key, due, why, name, versions, scopes)
        found.append((rule_id, next(under(agency, holds, rule_id, [held]))))
        hidden.append(hidden_from)
    things = _things(agency, found)
    return tuple(replace(thing, hidden_from=one) if one else thing for thing, one in zip(things, hidden, strict=True))


def _ruled(agency: Agency, store_id: str, holds: Holds, keys: Collection[str] | None = None) -> tuple[Ruled, str]:
    """What dates the keys of a store, and the prefix under which what is ours lies."""
    by_rule = [
        (rule_id, due_by_key(agency, rule, store_id, keys, with_people=bool(holds)))
        for rule_id, rule in agency.settings.retention.rules.items()
        if store_id in effective_places(agency, rule) and rule.items is not ItemKind.SURVEY_ANSWER
    ]
    # A replica holds what its primary holds, or held.
    home = primary_of(agency, store_id)
    role = agency.settings.places.stores[home].role
    if role is StoreRole.INBOUND:
        # No rule covers a drop, and what nobody pulls stays there past its session's day all the same.
        by_rule += [
            (rule_id, _where_dated(due_by_key(agency, rule, store_id, keys, with_people=bool(holds))))
            for rule_id, rule in agency.settings.retention.rules.items()
            if rule.items in SESSION_KINDS
        ]
    prefix = ""
    ours: tuple[str, ...] = ()
    if role is StoreRole.CLIENT:
        registered, ours = _registered(agency, home, holds)
        by_rule += [(rule_id, due_of) for rule_id, due_of, _ in registered]
        # What rules cover there themselves may lie anywhere; otherwise ours is what is registered, and our own part.
        if len(by_rule) == len(registered):
            every = [*ours, *(key for _, _, of_rule in registered for key in of_rule)]
            prefix = os.path.commonprefix(every)  # noqa: RUF071 (a prefix of keys, letter by letter, is what is meant)

    def ruled(key: str) -> tuple[str, Dated]:
        for rule_id, due_of in by_rule:
            dated = due_of(key)
            if dated is not None:
                return rule_id, dated
        if role is StoreRole.CLIENT:
            return "", Dated(None, UNREGISTERED if key.startswith(ours) else NOT_OURS)
        return "", Dated(None, BY_ROLE.get(role, NO_RULE))

    return ruled, prefix


def _where_dated(due_of: DueOf) -> DueOf:
    """The same for what has a day; the rest waits for a pull, which places it or puts it in quarantine."""

    def dated(key: str) -> Dated | None:
        found = due_of(key)
        return found if found is not None and found.due is not None else None

    return dated


def _registered(
    agency: Agency, store_id: str, holds: Holds
) -> tuple[list[tuple[str, DueOf, list[str]]], tuple[str, ...]]:
    """The copies at a client's store by the rule that covers them, with their keys; and where only we write."""
    copies = [copy for copy in all_copies(agency.ledger) if copy.store_id == store_id]
    kinds = {
        kind.value: rule_id for rule_id, rule in agency.settings.retention.rules.items() for kind in rule.client_copies
    }
    found: list[tuple[str, DueOf, list[str]]] = []
    for rule_id in dict.fromkeys(kinds.get(copy.kind, "") for copy in copies):
        of_rule = [copy for copy in copies if kinds.get(copy.kind, "") == rule_id]
        due_at = by_register(agency, of_rule, with_people=bool(holds))
        found.append((rule_id, partial(due_at, store_id), [copy.key for copy in of_rule]))
    return found, tuple(sorted(own_prefixes(agency, store_id)))


def own_prefixes(agency: Agency, store_id: str) -> set[str]:
    """Where in a client's store nobody but us writes: its client's own part, else the folders of its studies."""
    found = set()
    for client_id, client in agency.settings.clients.clients.items():
        if client.store == store_id:
            part = client.prefix.strip("/")
            studies = [study_id for study_id, study in agency.settings.studies.items() if study.client == client_id]
            found |= {f"{part}/"} if part else {f"{study_id}/" for study_id in studies}
    return found


def _answers(agency: Agency, place_id: str, holds: Holds) -> Iterator[Batch]:
    surveys = [
        (place_id in rule.places, rule_id, rule)
        for rule_id, rule in agency.settings.retention.rules.items()
        if rule.items is ItemKind.SURVEY_ANSWER
    ]
    for covered, rule_id, rule in sorted(surveys, key=lambda one: not one[0])[:1]:
        # A backup may bring back what hung on an answer, and not the answer.
        rows = chain(answers_in(agency, rule, place_id, holds), left_behind(agency, place_id))
        answers = under(agency, holds, rule_id, rows)
        for listed in _batches(answers):
            yield _things(agency, [(rule_id if covered else "", held) for held in listed])


def _things(agency: Agency, found: list[tuple[str, Held]]) -> Batch:
    stones = tombstones_of(agency.ledger, [held.name for _, held in found])
    today = agency.today()
    return tuple(
        Thing(held, rule_id, held.why if held.why in OUTSIDE else standing(held, today), buried)
        for (rule_id, held), buried in zip(found, stones, strict=True)
    )


def _batches(values: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(values)
    while batch := list(islice(iterator, IN_BATCH)):
        yield batch
