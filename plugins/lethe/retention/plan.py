"""What one run deletes, frozen before anything is touched."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import rfc8785
from sqlalchemy import Connection, delete, func, insert, select, update

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger.schema import plan, plan_item
from lethe.retention.errors import RetentionError
from lethe.retention.inventory import Held, Kind, inventory, rule_of, standing
from lethe.settings.retention import RetentionRule

ITEMS_A_BATCH = 1000
TRIES = 3


class _Overtaken(Exception):
    """Another run of the rule froze or closed a plan while this one was being made."""


@dataclass(frozen=True)
class PlanItem:
    """One thing to delete, as planned."""

    item_no: int
    batch: int
    kind: Kind
    place_id: str
    key: str = field(repr=False)
    versions: tuple[tuple[str, int, bool], ...]
    due: date
    reference: str


@dataclass(frozen=True)
class Plan:
    """A frozen plan: its digest covers every item. `counts` says how all that the rule covers stood that day."""

    plan_id: str
    rule_id: str
    rule_digest: str
    clause: str
    today: date
    digest: str
    counts: Mapping[str, int]
    state: str
    frozen_at: datetime
    batches: tuple[int, ...]


def plan_id_of(rule_id: str, run_id: str) -> str:
    """The id of the plan that one run of one rule freezes."""
    return "d-" + hashlib.sha256(f"{rule_id}\n{run_id}".encode()).hexdigest()[:16]


def freeze_plan(agency: Agency, rule_id: str, *, run_id: str) -> Plan:
    """Freeze what is due by the agency's own date today. The same run gets the same plan again.

    What an earlier plan of the rule left unfinished is taken over, so that everything that was deleted is also
    verified and certified, whatever was killed in between.
    """
    plan_id = plan_id_of(rule_id, run_id)
    for _ in range(TRIES):
        if _exists(agency, plan_id):
            return load_plan(agency, plan_id)
        with suppress(_Overtaken):
            _freeze(agency, rule_id, plan_id)
            return load_plan(agency, plan_id)
    raise RetentionError(
        f"other runs of rule '{rule_id}' are under way; nothing was deleted. Clear this task to try again"
    )


def _freeze(agency: Agency, rule_id: str, plan_id: str) -> None:
    rule = rule_of(agency, rule_id)
    today = agency.today()
    unfinished, made = _plans_so_far(agency, rule_id)
    held = inventory(agency, rule_id)
    counts: Counter[str] = Counter(standing(thing, today) for thing in held)
    due = [thing for thing in held if thing.due and thing.due <= today]
    named = zip(due, agency.ledger.reference_each(thing.name for thing in due), strict=True)
    planned = {(thing.place_id, thing.key): _row(thing, reference) for thing, reference in named}
    # What was planned before and is not due after all was never touched: it needs no line of this plan.
    settled = {(thing.place_id, thing.key) for thing in held if thing.due is None or thing.due > today}
    for old in unfinished:
        for item in items_of(agency, old):
            if (item.place_id, item.key) not in settled:
                planned.setdefault((item.place_id, item.key), _carried(item))
    rows = [
        {**row, "plan_id": plan_id, "item_no": number, "batch": number // ITEMS_A_BATCH}
        for number, (_, row) in enumerate(sorted(planned.items()))
    ]
    digest = hashlib.sha256(
        rfc8785.dumps([[row["reference"], row["place_id"], row["due"].isoformat()] for row in rows])
    ).hexdigest()
    header = {
        "plan_id": plan_id,
        "rule_id": rule_id,
        "rule_digest": rule_digest(rule),
        "clause": rule.clause,
        "today": today,
        "digest": digest,
        "counts": dict(counts.items()),
        "state": "frozen" if rows else "nothing_due",
        "frozen_at": agency.now(),
    }

    def freeze(connection: Connection) -> None:
        # Alone in writing from here on: had another run frozen or certified meanwhile, even from beginning to end,
        # the rows would be wrong.
        if _plans_so_far_on(connection, rule_id) != (unfinished, made):
            raise _Overtaken
        connection.execute(insert(plan), [header])
        if rows:
            connection.execute(insert(plan_item), rows)
        for old in unfinished:
            connection.execute(update(plan).where(plan.c.plan_id == old).values(state="superseded"))
            connection.execute(delete(plan_item).where(plan_item.c.plan_id == old))

    agency.ledger.append(_lines(agency, plan_id, rule, held, digest, len(rows), counts, today), also=freeze)


def load_plan(agency: Agency, plan_id: str) -> Plan:
    """The plan of that id."""
    with agency.ledger.engine.connect() as connection:
        row = connection.execute(select(plan).where(plan.c.plan_id == plan_id)).mappings().first()
        batches = connection.execute(
            select(plan_item.c.batch).where(plan_item.c.plan_id == plan_id).distinct().order_by(plan_item.c.batch)
        ).scalars()
        if row is None:
            raise RetentionError(f"there is no plan '{plan_id}'; nothing was deleted")
        return Plan(**row, batches=tuple(batches))


def items_of(agency: Agency, plan_id: str, batch: int | None = None) -> list[PlanItem]:
    """The items of a plan, or of one batch of it, in order."""
    query = select(plan_item).where(plan_item.c.plan_id == plan_id).order_by(plan_item.c.item_no)
    if batch is not None:
        query = query.where(plan_item.c.batch == batch)
    with agency.ledger.engine.connect() as connection:
        rows = connection.execute(query).mappings().all()
    return [
        PlanItem(
            **{name: value for name, value in row.items() if name not in {"plan_id", "versions"}},
            versions=tuple((v[0], v[1], v[2]) for v in row["versions"]),
        )
        for row in rows
    ]


def rule_digest(rule: RetentionRule) -> str:
    """The SHA-256 of a rule as it was when the plan was made."""
    return hashlib.sha256(rfc8785.dumps(rule.model_dump(mode="json"))).hexdigest()


def refuse_unless_frozen(connection: Connection, plan_id: str) -> None:
    """Stop, inside a transaction of the ledger, when another run has closed a plan meanwhile.

    Raises:
        RetentionError: nothing of the transaction is written.
    """
    state = connection.execute(select(plan.c.state).where(plan.c.plan_id == plan_id)).scalar_one()
    if state != "frozen":
        raise RetentionError(f"plan '{plan_id}' became {state} meanwhile: another run took its items over")


def _exists(agency: Agency, plan_id: str) -> bool:
    with agency.ledger.engine.connect() as connection:
        return connection.execute(select(plan.c.plan_id).where(plan.c.plan_id == plan_id)).first() is not None


def _plans_so_far(agency: Agency, rule_id: str) -> tuple[list[str], int]:
    with agency.ledger.engine.connect() as connection:
        return _plans_so_far_on(connection, rule_id)


def _plans_so_far_on(connection: Connection, rule_id: str) -> tuple[list[str], int]:
    """The unfinished plans of a rule, and how many it ever had: whatever another run does changes one of them."""
    of_rule = plan.c.rule_id == rule_id
    unfinished = select(plan.c.plan_id).where(of_rule, plan.c.state == "frozen").order_by(plan.c.plan_id)
    made = select(func.count()).select_from(plan).where(of_rule)
    return list(connection.execute(unfinished).scalars()), connection.execute(made).scalar_one()


def _row(thing: Held, reference: str) -> dict[str, Any]:
    return {
        "kind": thing.kind,
        "place_id": thing.place_id,
        "key": thing.key,
        "versions": [[version.version_id, version.size, version.is_delete_marker] for version in thing.versions],
        "due": thing.due,
        "reference": reference,
    }


def _carried(item: PlanItem) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "place_id": item.place_id,
        "key": item.key,
        "versions": [list(version) for version in item.versions],
        "due": item.due,
        "reference": item.reference,
    }


def _lines(
    agency: Agency,
    plan_id: str,
    rule: RetentionRule,
    held: Sequence[Held],
    digest: str,
    items: int,
    counts: Mapping[str, int],
    today: date,
) -> list[Entry]:
    undated = [thing for thing in held if thing.due is None]
    references = agency.ledger.reference_each(thing.name for thing in undated)
    reported = [
        Entry("not_deletable", plan_id, reference, thing.why, {"place": thing.place_id})
        for thing, reference in zip(undated, references, strict=True)
    ]
    frozen = Entry(
        "plan_frozen",
        plan_id,
        plan_id,
        "frozen" if items else "nothing_due",
        {"digest": digest, "items": items, "counts": dict(counts), "clause": rule.clause, "today": today.isoformat()},
    )
    return [*reported, frozen]
