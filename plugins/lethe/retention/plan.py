"""What one run deletes, as it was frozen before anything was touched."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain
from typing import Any

import rfc8785
from sqlalchemy import Connection, Row, Select, select

from lethe.agency import Agency
from lethe.ledger.schema import plan, plan_item
from lethe.retention.errors import RetentionError
from lethe.retention.inventory import Kind
from lethe.retention.references import is_unicode
from lethe.settings.retention import RetentionRule

ITEMS_A_PAGE = 1000
APPROVED = "plan_approved"
"""The ledger's event for a plan that somebody let go on: the line holds who, and the plan's digest."""


@dataclass(frozen=True)
class PlanItem:
    """One thing to delete, as planned. `versions` are (version id, bytes, whether it is a delete marker).

    `carried` is what an earlier plan of the rule may have deleted and did not certify.
    """

    item_no: int
    batch: int
    kind: Kind
    place_id: str
    key: str = field(repr=False)
    versions: tuple[tuple[str, int, bool], ...]
    due: date
    reference: str
    study_id: str = ""
    carried: bool = False

    @property
    def gone_before(self) -> bool:
        """Whether a client's copy had no version left when it was planned, and no earlier plan can have deleted it."""
        return self.kind == "client_copy" and not self.versions and not self.carried


@dataclass(frozen=True)
class Plan:
    """A frozen plan: its digest covers every item. `counts` says how all that the rule covers stood that day.

    `rule` is the rule as it was. `questions` say in words why somebody has to approve it before anything is deleted;
    `approved_by` is the user name of who did.
    """

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
    rule: Mapping[str, Any] | None = None
    questions: tuple[str, ...] = ()
    approved_by: str | None = None


def plan_id_of(rule_id: str, run_id: str) -> str:
    """The id of the plan that one run of one rule freezes."""
    return "d-" + hashlib.sha256(f"{rule_id}\n{run_id}".encode()).hexdigest()[:16]


def load_plan(agency: Agency, plan_id: str) -> Plan:
    """The plan of that id."""
    with agency.ledger.engine.connect() as connection:
        row = connection.execute(select(plan).where(plan.c.plan_id == plan_id)).mappings().first()
        batches = connection.execute(
            select(plan_item.c.batch).where(plan_item.c.plan_id == plan_id).distinct().order_by(plan_item.c.batch)
        ).scalars()
        if row is None:
            raise RetentionError(f"there is no plan '{plan_id}'; nothing was deleted")
        found = Plan(**{**row, "questions": tuple(row["questions"] or ())}, batches=tuple(batches))
    if not found.questions:
        return found
    approvals = agency.ledger.entries(scope=plan_id, event=APPROVED)
    # An approval is of what was shown: of this digest and of no other.
    by = next((str(line.details["by"]) for line in approvals if line.details["digest"] == found.digest), None)
    return replace(found, approved_by=by)


def items_of(agency: Agency, plan_id: str, batch: int | None = None) -> list[PlanItem]:
    """The items of a plan, or of one batch of it, in order."""
    return list(chain.from_iterable(item_pages(agency, plan_id, batch)))


def item_pages(
    agency: Agency, plan_id: str, batch: int | None = None, *, of: int = ITEMS_A_PAGE
) -> Iterator[list[PlanItem]]:
    """The same in pages: a plan may hold a million."""
    chosen = select(plan_item).where(plan_item.c.plan_id == plan_id)
    if batch is not None:
        chosen = chosen.where(plan_item.c.batch == batch)
    for rows in _row_pages(agency, chosen, of):
        yield [_item(row) for row in rows]


def _row_pages(agency: Agency, chosen: Select[Any], of: int) -> Iterator[Sequence[Row[Any]]]:
    last = -1
    while True:
        query = chosen.where(plan_item.c.item_no > last).order_by(plan_item.c.item_no).limit(of)
        with agency.ledger.engine.connect() as connection:
            rows = connection.execute(query).all()
        if rows:
            yield rows
        if len(rows) < of:
            return
        last = rows[-1].item_no


def digest_of_items(agency: Agency, plan_id: str) -> str:
    """The SHA-256 of the RFC 8785 form of every item as it stands in the database: [[reference, place, due], ...]."""
    digest = hashlib.sha256(b"[")
    comma = b""
    # Without the versions of each item, which cost more to read than the rest.
    columns = select(plan_item.c.item_no, plan_item.c.reference, plan_item.c.place_id, plan_item.c.due)
    for rows in _row_pages(agency, columns.where(plan_item.c.plan_id == plan_id), ITEMS_A_PAGE):
        for row in rows:
            digest.update(comma + rfc8785.dumps([row.reference, row.place_id, row.due.isoformat()]))
            comma = b","
    digest.update(b"]")
    return digest.hexdigest()


def items_among(agency: Agency, plan_id: str, place_id: str, keys: Sequence[str]) -> list[PlanItem]:
    """The items of a plan with one of these keys or row ids (at most 1,000) in one place."""
    query = select(plan_item).where(
        plan_item.c.plan_id == plan_id,
        plan_item.c.place_id == place_id,
        plan_item.c.key.in_([key for key in keys if is_unicode(key)]),
    )
    with agency.ledger.engine.connect() as connection:
        return [_item(row) for row in connection.execute(query)]


def frozen_plans(agency: Agency) -> list[str]:
    """The plans whose things are being deleted and are not yet shown to be gone."""
    query = select(plan.c.plan_id).where(plan.c.state == "frozen").order_by(plan.c.plan_id)
    with agency.ledger.engine.connect() as connection:
        return list(connection.execute(query).scalars())


def places_of(agency: Agency, plan_id: str) -> list[str]:
    """The places that a plan names, in order."""
    query = select(plan_item.c.place_id).where(plan_item.c.plan_id == plan_id).distinct()
    with agency.ledger.engine.connect() as connection:
        return sorted(connection.execute(query).scalars())


def rule_digest(rule: RetentionRule) -> str:
    """The SHA-256 of a rule as it was when the plan was made."""
    return hashlib.sha256(rfc8785.dumps(rule.model_dump(mode="json"))).hexdigest()


def refuse_changed_items(agency: Agency, found: Plan) -> None:
    """Stop where the items of a plan are not those whose digest was frozen, and approved.

    Raises:
        RetentionError: the working table was changed.
    """
    if digest_of_items(agency, found.plan_id) != found.digest:
        raise RetentionError(
            f"plan '{found.plan_id}' does not hold the items that were frozen; nothing more was done with it. "
            "`lethe ledger verify` tells whether the ledger holds; the next run makes a new plan"
        )


def refuse_unless_frozen(connection: Connection, plan_id: str) -> None:
    """Stop, inside a transaction of the ledger, when another run has closed a plan meanwhile.

    Raises:
        RetentionError: nothing of the transaction is written.
    """
    state = connection.execute(select(plan.c.state).where(plan.c.plan_id == plan_id)).scalar_one()
    if state != "frozen":
        raise RetentionError(f"plan '{plan_id}' became {state} meanwhile: another run took its items over")


def _item(row: Row[Any]) -> PlanItem:
    return PlanItem(
        item_no=row.item_no,
        batch=row.batch,
        kind=row.kind,
        place_id=row.place_id,
        key=row.key,
        versions=tuple((v[0], v[1], v[2]) for v in row.versions),
        due=row.due,
        reference=row.reference,
        study_id=row.study_id,
        carried=row.carried,
    )
