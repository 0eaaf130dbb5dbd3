"""Freezing a plan: what is due is written down, item by item, before anything is touched.

The items go to the database in parts while the listing is read, so that a plan of a million takes no more memory than
one of ten. They are a draft until one last transaction of the ledger makes them a plan.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import islice
from secrets import token_hex
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger.schema import plan, plan_draft, plan_item
from lethe.retention.cap import questions_of
from lethe.retention.errors import RetentionError
from lethe.retention.inventory import Held, inventory, rule_of, standing
from lethe.retention.plan import Plan, PlanItem, digest_of_items, item_pages, load_plan, plan_id_of, rule_digest
from lethe.retention.references import is_unicode
from lethe.settings.retention import RetentionRule

ITEMS_A_BATCH = 1000
BATCHES = 1000
"""The most batches of a plan: Airflow maps no more than 1,024 tasks."""
ITEMS_A_PART = 1000
TRIES = 3
FORGOTTEN = timedelta(days=2)
"""A draft older than this is of a run that was killed and never started again."""


class _Overtaken(Exception):
    """Another run of the rule froze or closed a plan, or drew up the same one, while this one was being made."""


def freeze_plan(agency: Agency, rule_id: str, *, run_id: str) -> Plan:
    """Freeze what is due by the agency's own date today. The same run gets the same plan again.

    What an earlier plan of the rule left unfinished is taken over, so that everything that was deleted is also
    verified and certified, whatever was killed in between. A plan far above the usual, or of a rule that was changed
    to delete more, is parked: its `questions` say why, and nothing is deleted before somebody approves it.
    """
    plan_id = plan_id_of(rule_id, run_id)
    for _ in range(TRIES):
        if _exists(agency, plan_id):
            return load_plan(agency, plan_id)
        # IntegrityError: two processes draw up the same plan at once.
        with suppress(_Overtaken, IntegrityError):
            _freeze(agency, rule_id, plan_id)
            return load_plan(agency, plan_id)
    raise RetentionError(
        f"other runs of rule '{rule_id}' are under way; nothing was deleted. Clear this task to try again"
    )


def _freeze(agency: Agency, rule_id: str, plan_id: str) -> None:
    rule = rule_of(agency, rule_id)
    today = agency.today()
    unfinished, made = _plans_so_far(agency, rule_id)
    token = _begin_draft(agency, plan_id, rule_id)
    counts, settled = _draft_due(agency, rule_id, plan_id, today, unfinished)
    fresh = counts["due"] + counts["overdue"]
    items = fresh + _draft_carried(agency, plan_id, unfinished, settled, first=fresh)
    asked = questions_of(agency, rule_id, rule, fresh, counts) if fresh else ()
    digest = digest_of_items(agency, plan_id)
    header = {
        "plan_id": plan_id,
        "rule_id": rule_id,
        "rule_digest": rule_digest(rule),
        "clause": rule.clause,
        "today": today,
        "digest": digest,
        "counts": dict(counts.items()),
        "state": ("parked" if asked else "frozen") if items else "nothing_due",
        "frozen_at": agency.now(),
        "rule": rule.model_dump(mode="json"),
        "questions": list(asked),
    }
    batch = max(ITEMS_A_BATCH, -(-items // BATCHES))

    def freeze(connection: Connection) -> None:
        # Alone in writing from here on: had another run frozen or certified meanwhile, even from beginning to end,
        # the rows would be wrong.
        if _plans_so_far_on(connection, rule_id) != (unfinished, made):
            raise _Overtaken
        mine = plan_item.c.plan_id == plan_id
        written = connection.execute(select(func.count()).select_from(plan_item).where(mine)).scalar_one()
        drafts = connection.execute(delete(plan_draft).where(plan_draft.c.token == token)).rowcount
        if (written, drafts) != (items, 1):
            raise _Overtaken
        connection.execute(insert(plan), [header])
        connection.execute(update(plan_item).where(mine).values(batch=plan_item.c.item_no // batch))
        for old in unfinished:
            connection.execute(update(plan).where(plan.c.plan_id == old).values(state="superseded"))
            connection.execute(delete(plan_item).where(plan_item.c.plan_id == old))

    agency.ledger.append([_line(header, items, rule)], also=freeze)


def _begin_draft(agency: Agency, plan_id: str, rule_id: str) -> str:
    """Clear what an earlier try, or a run that never came back, had written; what tells this draft from others."""
    token = token_hex(16)

    def begin(connection: Connection) -> None:
        # Alone in writing: another process may have made the very plan meanwhile, and its items are no draft any more.
        if connection.execute(select(plan.c.plan_id).where(plan.c.plan_id == plan_id)).first() is not None:
            raise _Overtaken
        old = select(plan_draft.c.plan_id).where(plan_draft.c.started_at < agency.now() - FORGOTTEN)
        stale = {plan_id, *connection.execute(old).scalars()}
        for one in stale:
            connection.execute(delete(plan_item).where(plan_item.c.plan_id == one))
            connection.execute(delete(plan_draft).where(plan_draft.c.plan_id == one))
        row = {"plan_id": plan_id, "rule_id": rule_id, "started_at": agency.now(), "token": token}
        connection.execute(insert(plan_draft), [row])

    agency.ledger.append([], also=begin)
    return token


Settled = set[tuple[str, str]]
"""Places and keys of unfinished plans that are not due after all: they need no line of this plan."""


def _draft_due(
    agency: Agency, rule_id: str, plan_id: str, today: date, unfinished: Sequence[str]
) -> tuple[Counter[str], Settled]:
    counts: Counter[str] = Counter()
    settled: Settled = set()
    number = 0
    for part in _in_parts(inventory(agency, rule_id)):
        counts.update(standing(held, today) for held in part)
        due = [held for held in part if held.goes(today)]
        references = agency.ledger.reference_each(held.name for held in due)
        rows = [_row(held, reference) for held, reference in zip(due, references, strict=True)]
        with agency.ledger.engine.connect() as connection:
            before = _touched(connection, unfinished, [(held.place_id, held.key) for held in part])
        for row in rows:
            row.update(plan_id=plan_id, item_no=number, batch=0, carried=(row["place_id"], row["key"]) in before)
            number += 1
        if rows:
            with agency.ledger.engine.begin() as connection:
                connection.execute(insert(plan_item), rows)
        settled |= before & {(held.place_id, held.key) for held in part if not held.goes(today)}
        _report(agency, plan_id, part, today)
    return counts, settled


def _draft_carried(agency: Agency, plan_id: str, unfinished: Sequence[str], settled: Settled, *, first: int) -> int:
    """What earlier plans may have deleted and no listing shows any more; how many there were."""
    number = first
    for old in unfinished:
        for page in item_pages(agency, old):
            names = [(item.place_id, item.key) for item in page]
            with agency.ledger.engine.connect() as connection:
                touched = _touched(connection, [old], names)
                mine = _planned_in(connection, [plan_id], names)
            rows = []
            for item in page:
                name = (item.place_id, item.key)
                if name in touched and name not in mine and name not in settled:
                    rows.append({**_carried(item), "plan_id": plan_id, "item_no": number, "batch": 0, "carried": True})
                    number += 1
            if rows:
                with agency.ledger.engine.begin() as connection:
                    connection.execute(insert(plan_item), rows)
    return number - first


def _touched(connection: Connection, plans: Sequence[str], names: Sequence[tuple[str, str]]) -> Settled:
    """Those of these places and keys that unfinished plans may have deleted.

    Of a plan that nobody let go on, only what it took over itself.
    """
    if not plans:
        return set()
    states = select(plan.c.plan_id).where(plan.c.plan_id.in_(plans), plan.c.state == "frozen")
    frozen = connection.execute(states).scalars().all()
    return _planned_in(connection, plans, names, or_(plan_item.c.plan_id.in_(frozen), plan_item.c.carried))


def _planned_in(
    connection: Connection, plans: Sequence[str], names: Sequence[tuple[str, str]], *more: ColumnElement[bool]
) -> Settled:
    query = select(plan_item.c.place_id, plan_item.c.key).where(
        plan_item.c.plan_id.in_(plans), plan_item.c.key.in_([key for _, key in names if is_unicode(key)]), *more
    )
    return {(row.place_id, row.key) for row in connection.execute(query)} & set(names)


def _report(agency: Agency, plan_id: str, part: Sequence[Held], today: date) -> None:
    """A line of the ledger for each thing that somebody must date or place, or that a hold keeps."""
    kept = [held for held in part if held.due is None or standing(held, today) == "held"]
    references = agency.ledger.reference_each(held.name for held in kept)
    lines = [
        Entry("held", plan_id, reference, held.hold.hold_id, {"place": held.place_id})
        if held.due is not None and held.hold is not None
        else Entry("not_deletable", plan_id, reference, held.why, {"place": held.place_id})
        for held, reference in zip(kept, references, strict=True)
    ]
    if lines:
        agency.ledger.append(lines)


def _in_parts(found: Iterator[Held]) -> Iterator[list[Held]]:
    while part := list(islice(found, ITEMS_A_PART)):
        yield part


def _exists(agency: Agency, plan_id: str) -> bool:
    with agency.ledger.engine.connect() as connection:
        return connection.execute(select(plan.c.plan_id).where(plan.c.plan_id == plan_id)).first() is not None


def _plans_so_far(agency: Agency, rule_id: str) -> tuple[list[str], int]:
    with agency.ledger.engine.connect() as connection:
        return _plans_so_far_on(connection, rule_id)


def _plans_so_far_on(connection: Connection, rule_id: str) -> tuple[list[str], int]:
    """The unfinished plans of a rule, and how many it ever had: whatever another run does changes one of them."""
    of_rule = plan.c.rule_id == rule_id
    unfinished = select(plan.c.plan_id).where(of_rule, plan.c.state.in_(("frozen", "parked"))).order_by(plan.c.plan_id)
    made = select(func.count()).select_from(plan).where(of_rule)
    return list(connection.execute(unfinished).scalars()), connection.execute(made).scalar_one()


def _row(held: Held, reference: str) -> dict[str, Any]:
    return {
        "kind": held.kind,
        "place_id": held.place_id,
        "key": held.key,
        "versions": [[version.version_id, version.size, version.is_delete_marker] for version in held.versions],
        "due": held.due,
        "reference": reference,
        "study_id": held.study_id,
    }


def _carried(item: PlanItem) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "place_id": item.place_id,
        "key": item.key,
        "versions": [list(version) for version in item.versions],
        "due": item.due,
        "reference": item.reference,
        "study_id": item.study_id,
    }


def _line(header: Mapping[str, Any], items: int, rule: RetentionRule) -> Entry:
    details = {
        "digest": header["digest"],
        "items": items,
        "counts": header["counts"],
        "clause": rule.clause,
        "today": header["today"].isoformat(),
        "questions": len(header["questions"]),
    }
    return Entry("plan_frozen", header["plan_id"], header["plan_id"], header["state"], details)
