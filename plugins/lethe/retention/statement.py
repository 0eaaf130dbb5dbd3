"""What a certificate says of a plan, before it is signed: one document, or one a part.

The fields are those of the sample certificate of NIST SP 800-88 (who performed it, what, by which method and tool,
how it was verified, what becomes of the medium), fitted to records: a place stands where a medium would.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from itertools import chain, islice
from typing import Any

from sqlalchemy import func, select

from lethe.agency import Agency
from lethe.ledger.schema import plan as plan_table
from lethe.retention.errors import RetentionError
from lethe.retention.evidence import certificate_ids
from lethe.retention.inventory import rule_of
from lethe.retention.listing import same_credentials
from lethe.retention.origin import last_settled, origin_of
from lethe.retention.plan import Plan, PlanItem, rule_digest
from lethe.retention.residuals import LISTINGS, kind_of, method_of, place_of, residuals_of
from lethe.retention.verification import PlaceListing, Verification, absent_pages
from lethe.settings.policy import window_in_words

CLAIM = (
    "Each item was shown to be absent from the places listed, at the time listed. "
    "This says nothing of copies made elsewhere; the residuals name those that are known."
)
METHOD = "a listing made anew after the deletion, compared with every item of the plan"
EVERY = "every item; of an object every version, delete marker and unfinished upload; of a row its id"
MEDIUM = "the media stay in use where they are; records were deleted through the interface of their place"
GONE_BEFORE = "gone before"
"""The result of a client's copy of which no version was left when it was planned: absent, and not by our hand."""
NO_SANITIZATION = "clearing, purging or destroying the media beneath is not claimed"


@dataclass
class Tally:
    """How many items, versions, delete markers and bytes; and how many of the items were gone before their plan."""

    items: int = 0
    versions: int = 0
    delete_markers: int = 0
    bytes: int = 0
    gone_before: int = 0

    def add(self, item: PlanItem) -> None:
        markers = sum(marker for _, _, marker in item.versions)
        self.items += 1
        self.versions += len(item.versions) - markers
        self.delete_markers += markers
        self.bytes += sum(size for _, size, _ in item.versions)
        self.gone_before += item.gone_before

    def as_json(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in ("items", "versions", "delete_markers", "bytes", "gone_before")}


@dataclass
class Totals(Tally):
    """The same over a plan, by place, study and kind, and how many went later than their day."""

    overdue: int = 0
    groups: dict[tuple[str, str, str], Tally] = field(default_factory=dict)


@dataclass(frozen=True)
class Statement:
    """What will be signed of a plan. The items are read from the plan in pages, never held all at once."""

    agency: Agency
    plan: Plan
    verification: Verification
    destroyed: int
    issued_at: datetime

    @cached_property
    def totals(self) -> Totals:
        """Counts over all items that were shown to be absent."""
        totals = Totals()
        listed_on = self.verification.listed_at.astimezone(self.agency.settings.agency.zone).date()
        for item in self._absent():
            totals.add(item)
            # Late is what was not shown to be gone before its day had ended, whenever it was planned.
            totals.overdue += item.due < listed_on
            totals.groups.setdefault((item.place_id, item.study_id, item.kind), Tally()).add(item)
        return totals

    def documents(self, items_a_part: int) -> Iterator[dict[str, Any]]:
        """One document a part, in the order of the items; a plan without items has one document too."""
        total = self.totals.items
        parts = max(1, -(-total // items_a_part))
        head = self._head()
        items = self._absent()
        for number, certificate_id in enumerate(certificate_ids(self.plan.plan_id, parts), 1):
            rows = [_item(item, head["rule"]["starts_at"]) for item in islice(items, items_a_part)]
            part = {"number": number, "of": parts, "items": len(rows), "previous_sha256": None}
            yield {**head, "certificate_id": certificate_id, "part": part, "items": rows}

    def _absent(self) -> Iterator[PlanItem]:
        return chain.from_iterable(absent_pages(self.agency, self.plan.plan_id))

    def _head(self) -> dict[str, Any]:
        """Everything but the items."""
        agency, plan, totals = self.agency, self.plan, self.totals
        seq, head = agency.ledger.head()
        listed_at = utc(self.verification.listed_at)
        tool = {"name": "lethe", "version": version("lethe")}
        return {
            "issued_at": utc(self.issued_at),
            "claim": CLAIM,
            "controller": {"name": agency.settings.agency.name},
            "performed_by": {
                "tool": tool,
                "plan": plan.plan_id,
                "approval": {
                    "needed": bool(plan.questions),
                    "by": plan.approved_by,
                    "questions": list(plan.questions),
                },
            },
            "rule": self._rule(),
            "plan": {
                "id": plan.plan_id,
                "digest": plan.digest,
                "frozen_at": utc(plan.frozen_at),
                "today": plan.today.isoformat(),
                "origin": origin_of(plan),
            },
            "times": {
                "planned_at": utc(plan.frozen_at),
                "deleted_not_before": utc(_first_frozen(agency, plan)),
                "deleted_not_after": listed_at,
                "listed_at": listed_at,
            },
            "verification": {
                "listed_at": listed_at,
                "by": tool,
                "method": METHOD,
                "coverage": "all",
                "of_each": EVERY,
                "places": [self._place(place) for place in self.verification.places],
            },
            "result": {
                "absent": totals.items,
                "overdue": totals.overdue,
                "kept": self.verification.kept,
                "versions": totals.versions,
                "delete_markers": totals.delete_markers,
                "bytes": totals.bytes,
                "gone_before": totals.gone_before,
                "pseudonym_keys_destroyed": self.destroyed,
            },
            "deleted": [
                {"place": place, "study": study or None, "kind": kind, **tally.as_json()}
                for (place, study, kind), tally in sorted(totals.groups.items())
            ],
            "medium": {"destination": MEDIUM, "sanitization": NO_SANITIZATION},
            "tool": tool,
            "previous_certificate": _previous(agency, plan),
            "ledger": {"line": seq, "hash": head},
        }

    def _rule(self) -> dict[str, Any]:
        """The rule as it was when the plan was frozen; of a plan that did not keep it, as it is now, and so marked."""
        now = rule_of(self.agency, self.plan.rule_id)
        frozen = self.plan.rule
        rule = frozen or now.model_dump(mode="json")
        changed = rule_digest(now) != self.plan.rule_digest
        return {
            "id": self.plan.rule_id,
            "clause": self.plan.clause,
            "digest": self.plan.rule_digest,
            "changed_since_plan": changed,
            "as_planned": frozen is not None or not changed,
            "items": rule["items"],
            "places": list(rule["places"]),
            "client_copies": list(rule["client_copies"]),
            "starts_at": rule["starts_at"],
            "window": window_in_words(rule["keep_months"], rule["keep_days"]),
            "time_zone": self.agency.settings.agency.time_zone,
        }

    def _place(self, listing: PlaceListing) -> dict[str, Any]:
        kind = kind_of(self.agency, listing.place_id)
        deleting = place_of(self.agency, listing.place_id).connection
        return {
            "place": listing.place_id,
            "kind": kind.value,
            "method": method_of(self.agency, listing.place_id, log_emptied=listing.log_emptied),
            "listing": LISTINGS[kind],
            "connection": listing.connection,
            "deleting_connection": deleting,
            "other_than_deleting": not same_credentials(self.agency, listing.connection, deleting),
            "held_then": listing.listed,
            "residuals": residuals_of(self.agency, listing.place_id, log_emptied=listing.log_emptied),
        }


def statement_of(agency: Agency, plan: Plan, verification: Verification, destroyed: int) -> Statement:
    """What can be said of a plan after its last listing.

    Raises:
        RetentionError: the plan's items are not those that were listed; nothing is certified.
    """
    statement = Statement(agency, plan, verification, destroyed, agency.now())
    if statement.totals.items != verification.absent:
        raise RetentionError(
            f"plan '{plan.plan_id}': another run changed what is kept of it while it was listed; "
            "nothing was certified. Clear this task to try again"
        )
    return statement


def utc(at: datetime) -> str:
    """A time as certificates give it: UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _item(item: PlanItem, starts_at: str) -> dict[str, Any]:
    tally = Tally()
    tally.add(item)
    counts = tally.as_json()
    del counts["items"], counts["gone_before"]
    return {
        "reference": item.reference,
        "place": item.place_id,
        "study": item.study_id or None,
        "kind": item.kind,
        "start_event": starts_at,
        "due": item.due.isoformat(),
        **counts,
        "result": GONE_BEFORE if item.gone_before else "absent",
    }


def _first_frozen(agency: Agency, plan: Plan) -> datetime:
    """The earliest at which one of its items can have been deleted: a plan may take over what older ones left."""
    of_rule, frozen_at = plan_table.c.rule_id == plan.rule_id, plan_table.c.frozen_at
    with agency.ledger.engine.connect() as connection:
        settled = last_settled(connection, plan.rule_id, ("certified",))
        taken_over = select(func.min(frozen_at)).where(of_rule, plan_table.c.state == "superseded")
        if settled is not None:
            taken_over = taken_over.where(frozen_at > settled)
        first = connection.execute(taken_over).scalar_one()
    return min(first or plan.frozen_at, plan.frozen_at)


def _previous(agency: Agency, plan: Plan) -> dict[str, Any] | None:
    """The rule's certificate before this one, as the ledger knows it."""
    with agency.ledger.engine.connect() as connection:
        query = select(plan_table.c.plan_id).where(plan_table.c.rule_id == plan.rule_id)
        plans = set(connection.execute(query).scalars())
    lines = [line for line in agency.ledger.entries(event="certified") if line.scope in plans]
    if not lines:
        return None
    details = lines[-1].details
    return {"plan": lines[-1].scope, "sha256": details["sha256"], "parts": details.get("parts", 1)}
