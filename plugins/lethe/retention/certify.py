"""Issuing a plan's certificate, once a fresh listing shows that nothing of it is left."""

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from sqlalchemy import Connection, delete, update

from lethe.agency import Agency
from lethe.connectors.sql import erase_log
from lethe.connectors.streams import delete_all
from lethe.ledger import Entry
from lethe.ledger.schema import plan as plan_table
from lethe.ledger.schema import plan_item
from lethe.retention.certificate import signed_certificate
from lethe.retention.errors import RetentionError
from lethe.retention.inventory import rule_of
from lethe.retention.orphans import destroy_orphaned_keys
from lethe.retention.plan import Plan, PlanItem, load_plan, refuse_unless_frozen, rule_digest
from lethe.retention.verification import Verification, absent_pages, verify_plan

CLAIM = (
    "Each item was shown to be absent from the places listed, at the time listed. "
    "This says nothing of copies made elsewhere; the residuals name those that are known."
)
RESIDUALS = (
    "backups and disk snapshots of the places listed, until they expire by their own schedule",
    "blocks that a disk or file system keeps beneath a deleted file or row",
)


@dataclass(frozen=True)
class Certified:
    """Where a certificate lies, and its digest."""

    plan_id: str
    store_id: str
    key: str
    sha256: str
    items: int


def certify_plan(agency: Agency, plan_id: str) -> Certified | None:
    """Verify once more, then sign and keep the certificate. A plan certified before gets the same one again.

    None for a plan of a day on which nothing was due: there is nothing to show, and the ledger's `plan_frozen` line
    says so. A plan whose items were all kept gets a certificate that says that.

    Raises:
        StillPresentError: something is there again; there is no certificate.
    """
    plan = load_plan(agency, plan_id)
    store_id = agency.settings.agency.evidence
    key = f"certificates/{plan.rule_id}/{plan_id}.json"
    store = agency.store(store_id)
    if plan.state == "certified":
        line = agency.ledger.entries(scope=plan_id, event="certified")[0]
        sha256 = str(line.details["sha256"])
        if not store.versions_of([key]) or store.sha256(key) != sha256:
            raise RetentionError(f"the certificate of plan '{plan_id}' is no longer what was signed; restore the store")
        return Certified(plan_id, store_id, key, sha256, int(line.details["items"]))
    if plan.state == "nothing_due":
        return None
    if plan.state != "frozen":
        raise RetentionError(f"plan '{plan_id}' is {plan.state}: a later plan took its items over")
    verification = verify_plan(agency, plan_id)
    destroyed = destroy_orphaned_keys(agency, plan_id)
    key_id, private = agency.keys.signing_key()
    data = signed_certificate(_document(agency, plan, verification, destroyed), key_id, private)
    stored = store.put(key, data, content_type="application/json")

    def close(connection: Connection) -> None:
        refuse_unless_frozen(connection, plan_id)
        connection.execute(update(plan_table).where(plan_table.c.plan_id == plan_id).values(state="certified"))
        # The working table held keys and row ids: with the certificate they have done their work.
        connection.execute(delete(plan_item).where(plan_item.c.plan_id == plan_id))

    details = {"sha256": stored.sha256, "items": verification.absent, "key_id": key_id}
    try:
        agency.ledger.append([Entry("certified", plan_id, plan_id, "signed", details)], also=close)
    except RetentionError:
        # The later plan certifies these items; two certificates for one deletion would be one too many.
        delete_all(store, [v for v in store.versions_of([key]).get(key, []) if v.version_id == stored.version_id])
        raise
    erase_log(agency.ledger.engine)
    return Certified(plan_id, store_id, key, stored.sha256, verification.absent)


def _document(agency: Agency, plan: Plan, verification: Verification, destroyed: int) -> dict[str, Any]:
    rule = rule_of(agency, plan.rule_id)
    seq, head = agency.ledger.head()
    months = rule.keep_months
    items = [item for page in absent_pages(agency, plan.plan_id) for item in page]
    listed_on = verification.listed_at.astimezone(agency.settings.agency.zone).date()
    return {
        "certificate_id": plan.plan_id,
        "agency": agency.settings.agency.name,
        "issued_at": _utc(agency.now()),
        "claim": CLAIM,
        "rule": {
            "id": plan.rule_id,
            "clause": plan.clause,
            "digest": plan.rule_digest,
            "changed_since_plan": rule_digest(rule) != plan.rule_digest,
            "items": rule.items.value,
            "starts_at": rule.starts_at.value,
            "window": f"{months} calendar months" if months else f"{rule.keep_days} days",
            "time_zone": agency.settings.agency.time_zone,
        },
        "plan": {"digest": plan.digest, "frozen_at": _utc(plan.frozen_at), "today": plan.today.isoformat()},
        "method": "every version, delete marker and unfinished upload of exactly these keys; exactly these rows",
        "verification": {
            "listed_at": _utc(verification.listed_at),
            "coverage": "all",
            "places": [
                {"place": place.place_id, "connection": place.connection, "held_then": place.listed}
                for place in verification.places
            ],
        },
        "result": {
            "absent": verification.absent,
            # Late is what was not shown to be gone before its day had ended, whenever it was planned.
            "overdue": sum(item.due < listed_on for item in items),
            "kept": verification.kept,
            "pseudonym_keys_destroyed": destroyed,
        },
        "items": [_item(item) for item in items],
        "residuals": list(RESIDUALS),
        "tool": {"name": "lethe", "version": version("lethe")},
        "ledger": {"line": seq, "hash": head},
    }


def _item(item: PlanItem) -> dict[str, Any]:
    return {
        "reference": item.reference,
        "place": item.place_id,
        "kind": item.kind,
        "due": item.due.isoformat(),
        "versions": len(item.versions),
        "bytes": sum(size for _, size, _ in item.versions),
    }


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
