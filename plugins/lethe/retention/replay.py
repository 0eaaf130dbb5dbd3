"""After a restore: what was deleted and is there again is deleted again, with a certificate that says so.

A backup brings back what had gone since it was made, and often without what dated it. What the ledger says was deleted
may go at once: its day had come then. What is dated now as not due is left and told: its id may have been used anew.
So is a row without a date: rows carry their own, and only dated ones were ever deleted.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count

import rfc8785
from sqlalchemy import Connection, insert, select

from lethe.agency import Agency
from lethe.errors import LetheError
from lethe.ledger import Entry
from lethe.ledger.schema import plan, plan_item
from lethe.retention.anchor import Keys, refuse_older_ledger
from lethe.retention.certify import certify_plan
from lethe.retention.child_rows import left_behind
from lethe.retention.freezing import ITEMS_A_BATCH
from lethe.retention.holds import active_holds
from lethe.retention.inventory import Held, held_among, rule_of, standing, under
from lethe.retention.origin import RESTORED, is_restored, rule_of_plan
from lethe.retention.plan import load_plan, plan_id_of, rule_digest
from lethe.retention.purge import delete_batch
from lethe.retention.relist import places_of, relist
from lethe.retention.stop import DeletionsStoppedError
from lethe.retention.tombstones import Tombstone


@dataclass(frozen=True)
class Replayed:
    """What a replay did, in numbers. `failures` are why something that had to go could not, and how often.

    `deleted` counts what a fresh listing showed to be gone; `held` what a legal hold kept; `not_due` what is dated anew
    and left for somebody to look at; `undated` rows without a date under an id that was deleted before: new ones, left.
    """

    came_back: int = 0
    deleted: int = 0
    held: int = 0
    not_due: int = 0
    undated: int = 0
    failures: Mapping[str, int] = field(default_factory=dict)
    plans: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Back:
    """Something that was deleted and is there again, and the newest plan that it went by."""

    place_id: str
    key: str = field(repr=False)
    stone: Tombstone


def replay(agency: Agency, run_id: str, *, trusted: Keys | None = None) -> Replayed:
    """Delete again what the ledger says was deleted and a fresh listing shows: one plan a rule, verified, certified.

    Repeating it is harmless: what is gone is not found again, and a replay that was killed is finished first. A place
    that cannot be listed, or a rule that fails, stops no other.

    Raises:
        OlderLedgerError: the ledger is not the newest there was, so it does not know of all that was deleted. Nothing
            was deleted.
    """
    refuse_older_ledger(agency, trusted)
    failures: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    done: list[str] = []
    for plan_id in _unfinished(agency):
        _finish(agency, plan_id, totals, failures, done)
    by_rule: dict[str, list[_Back]] = {}
    for place_id in places_of(agency):
        try:
            found = _came_back(agency, place_id)
        except Exception as error:
            # Whatever it is: one odd row must not keep what came back elsewhere.
            failures[f"place '{place_id}' could not be listed ({type(error).__name__})"] += 1
            continue
        totals["came_back"] += len(found)
        rules = {plan_id: rule_of_plan(agency, plan_id) for plan_id in {back.stone.plan_id for back in found}}
        for back in found:
            rule_id = rules[back.stone.plan_id]
            if rule_id in agency.settings.retention.rules:
                by_rule.setdefault(rule_id, []).append(back)
            else:
                failures["the rule that it went by is no longer configured"] += 1
    for rule_id, backs in by_rule.items():
        try:
            new = _freeze(agency, rule_id, run_id, backs, totals, failures)
        except Exception as error:
            failures[f"rule '{rule_id}' could not be planned ({type(error).__name__})"] += len(backs)
            continue
        if new:
            _finish(agency, new, totals, failures, done)
    return Replayed(
        came_back=totals["came_back"],
        deleted=totals["deleted"],
        held=totals["held"],
        not_due=totals["not_due"],
        undated=totals["undated"],
        failures=dict(failures),
        plans=tuple(done),
    )


def _came_back(agency: Agency, place_id: str) -> list[_Back]:
    found = {}
    for batch in relist(agency, place_id):
        for thing in batch:
            if thing.tombstones:
                found[thing.held.key] = _Back(place_id, thing.held.key, thing.tombstones[-1])
    return list(found.values())


def _freeze(
    agency: Agency,
    rule_id: str,
    run_id: str,
    backs: Sequence[_Back],
    totals: Counter[str],
    failures: Counter[str],
) -> str | None:
    """Freeze what of it may go, by its due date of then; the plan's id, or None where nothing may."""
    rule = rule_of(agency, rule_id)
    today = agency.today()
    go: list[tuple[Held, date]] = []
    for place_id in sorted({back.place_id for back in backs}):
        stones = {back.key: back.stone for back in backs if back.place_id == place_id}
        stones = {key: stones[key] for key in stones.keys() - _planned(agency, place_id)}
        there = held_among(agency, rule_id, place_id, list(stones))
        orphans = left_behind(agency, place_id, stones.keys() - there.keys())
        there |= {held.key: held for held in under(agency, active_holds(agency), rule_id, orphans)}
        for key, held in sorted(there.items()):
            if standing(held, today) == "not_yet":
                totals["not_due"] += 1
            elif held.hold is not None:
                totals["held"] += 1
            elif held.why == "ambiguous":
                failures["its id names more than one row"] += 1
            elif held.kind == "row" and held.why == "undated":
                # A row carries its own date, and none without one was ever deleted: this is another of the same id.
                totals["undated"] += 1
            else:
                go.append((held, stones[key].due))
    if not go:
        return None
    references = agency.ledger.reference_each(held.name for held, _ in go)
    plan_id = _next_id(agency, rule_id, run_id)
    rows = [
        {
            "plan_id": plan_id,
            "item_no": number,
            "batch": number // ITEMS_A_BATCH,
            "kind": held.kind,
            "place_id": held.place_id,
            "key": held.key,
            "versions": [[version.version_id, version.size, version.is_delete_marker] for version in held.versions],
            "due": due,
            "reference": reference,
            "study_id": held.study_id,
        }
        for number, ((held, due), reference) in enumerate(zip(go, references, strict=True))
    ]
    named = [[reference, held.place_id, due.isoformat()] for (held, due), reference in zip(go, references, strict=True)]
    digest = hashlib.sha256(rfc8785.dumps(named)).hexdigest()
    header = {
        "plan_id": plan_id,
        "rule_id": rule_id,
        "rule_digest": rule_digest(rule),
        "clause": rule.clause,
        "today": today,
        "digest": digest,
        "counts": {RESTORED: len(rows)},
        "state": "frozen",
        "frozen_at": agency.now(),
        "rule": rule.model_dump(mode="json"),
        "questions": [],
    }

    def freeze(connection: Connection) -> None:
        connection.execute(insert(plan), [header])
        connection.execute(insert(plan_item), rows)

    details = {"digest": digest, "items": len(rows), "counts": header["counts"], "clause": rule.clause}
    details |= {"today": today.isoformat(), "origin": RESTORED}
    agency.ledger.append([Entry("plan_frozen", plan_id, plan_id, "frozen", details)], also=freeze)
    return plan_id


def _finish(agency: Agency, plan_id: str, totals: Counter[str], failures: Counter[str], done: list[str]) -> None:
    """Delete, verify and certify one plan; what stops it is counted, and the next replay goes on from there.

    A batch that fails, for an object lock say, keeps no other from being deleted.
    """
    found: Counter[str] = Counter()
    try:
        for batch in load_plan(agency, plan_id).batches:
            try:
                delete_batch(agency, plan_id, batch)
            except DeletionsStoppedError:
                raise
            except Exception as error:
                found[_in_words(error, f"plan '{plan_id}', batch {batch}")] += 1
        certified = None if found else certify_plan(agency, plan_id)
    except Exception as error:
        found[_in_words(error, f"plan '{plan_id}'")] += 1
    failures += found
    if not found:
        totals["deleted"] += certified.items if certified else 0
        done.append(plan_id)


def _in_words(error: Exception, what: str) -> str:
    """Our own error's text; of any other its type alone, for its text may quote a row."""
    return str(error) if isinstance(error, LetheError) else f"{what}: {type(error).__name__}"


def _unfinished(agency: Agency) -> list[str]:
    frozen = select(plan.c.plan_id).where(plan.c.state == "frozen").order_by(plan.c.frozen_at, plan.c.plan_id)
    with agency.ledger.engine.connect() as connection:
        open_plans = connection.execute(frozen).scalars().all()
    return [plan_id for plan_id in open_plans if is_restored(load_plan(agency, plan_id))]


def _planned(agency: Agency, place_id: str) -> set[str]:
    """What an unfinished plan deletes already: its own certificate tells of it."""
    open_items = (
        select(plan_item.c.key)
        .join(plan, plan.c.plan_id == plan_item.c.plan_id)
        .where(plan.c.state == "frozen", plan_item.c.place_id == place_id)
    )
    with agency.ledger.engine.connect() as connection:
        return set(connection.execute(open_items).scalars())


def _next_id(agency: Agency, rule_id: str, run_id: str) -> str:
    """The first id of this run and rule that is free: a run that is repeated may find more."""
    ids = (plan_id_of(rule_id, f"{run_id}\nreplay {number}") for number in count(1))
    with agency.ledger.engine.connect() as connection:
        return next(
            plan_id
            for plan_id in ids
            if connection.execute(select(plan.c.plan_id).where(plan.c.plan_id == plan_id)).first() is None
        )
