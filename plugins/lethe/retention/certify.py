"""Issuing a plan's certificate, once a fresh listing shows that nothing of it is left."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore, ObjectVersion, StoredObject
from lethe.connectors.sql import erase_log
from lethe.connectors.streams import delete_all
from lethe.ledger import Entry
from lethe.ledger.schema import plan as plan_table
from lethe.ledger.schema import plan_item
from lethe.retention.alone import alone
from lethe.retention.approval import refuse_unless_approved
from lethe.retention.certificate import signed_certificate
from lethe.retention.errors import RetentionError
from lethe.retention.evidence import (
    HTML,
    PDF,
    certificate_ids,
    certificate_key,
    digest_of,
    versions_as_signed,
    versions_of_plan,
    versions_of_plans,
)
from lethe.retention.orphans import destroy_orphaned_keys
from lethe.retention.plan import Plan, load_plan, refuse_changed_items, refuse_unless_frozen
from lethe.retention.statement import Statement, statement_of
from lethe.retention.verification import verify_plan

ITEMS_A_PART = 10_000


@dataclass(frozen=True)
class Certified:
    """Where a certificate lies, and its digest. One in parts: the key of the first, the digest over all."""

    plan_id: str
    store_id: str
    key: str
    sha256: str
    items: int
    parts: int = 1


def certify_plan(agency: Agency, plan_id: str) -> Certified | None:
    """Verify once more, then sign and keep the certificate. A plan certified before gets the same one again.

    A plan of more than `ITEMS_A_PART` items gets a certificate in parts, each signed by itself. Beside each lies the
    page made from it, for people: the signed JSON is the truth.

    None for a plan of a day on which nothing was due: there is nothing to show, and the ledger's `plan_frozen` line
    says so. A plan whose items were all kept gets a certificate that says that.

    Raises:
        StillPresentError: something is there again; there is no certificate.
        NotApprovedError: the plan waits for somebody's approval; nothing of it was deleted.
    """
    with alone(agency, f"certify-{plan_id}"):
        return _certify(agency, plan_id)


def _certify(agency: Agency, plan_id: str) -> Certified | None:
    plan = load_plan(agency, plan_id)
    if plan.state == "certified":
        return _finish(agency, plan)
    if plan.state == "nothing_due":
        return None
    if plan.state == "parked":
        refuse_unless_approved(plan)
    if plan.state != "frozen":
        raise RetentionError(f"plan '{plan_id}' is {plan.state}: a later plan took its items over")
    refuse_changed_items(agency, plan)
    verification = verify_plan(agency, plan_id)
    destroyed = destroy_orphaned_keys(agency, plan_id)
    statement = statement_of(agency, plan, verification, destroyed)
    key_id, _ = agency.keys.signing_key()
    parts = _put_parts(agency, plan, statement)

    def close(connection: Connection) -> None:
        refuse_unless_frozen(connection, plan_id)
        connection.execute(update(plan_table).where(plan_table.c.plan_id == plan_id).values(state="certified"))
        # The working table held keys and row ids: with the certificate they have done their work.
        connection.execute(delete(plan_item).where(plan_item.c.plan_id == plan_id))

    details = {
        "sha256": digest_of(part.sha256 for part in parts),
        "items": statement.totals.items,
        "key_id": key_id,
        "parts": len(parts),
    }
    try:
        agency.ledger.append([Entry("certified", plan_id, plan_id, "signed", details)], also=close)
    except RetentionError:
        ended = load_plan(agency, plan_id)
        if ended.state == "certified":
            return _finish(agency, ended)  # by another machine, whose line is in the ledger: ours is cleared away
        # The later plan certifies these items; two certificates for one deletion would be one too many.
        store = agency.store(agency.settings.agency.evidence)
        ours = {(part.key, part.version_id) for part in parts}
        there = store.versions_of([part.key for part in parts]).values()
        delete_all(store, [v for versions in there for v in versions if (v.key, v.version_id) in ours])
        raise
    erase_log(agency.ledger.engine)
    return _finish(agency, plan)


def _put_parts(agency: Agency, plan: Plan, statement: Statement) -> list[StoredObject]:
    """Sign and put each part in order, with no more than one of them in memory."""
    key_id, private = agency.keys.signing_key()
    store = agency.store(agency.settings.agency.evidence)
    stored: list[StoredObject] = []
    for document in statement.documents(ITEMS_A_PART):
        document["part"]["previous_sha256"] = stored[-1].sha256 if stored else None
        data = signed_certificate(document, key_id, private)
        key = certificate_key(plan.rule_id, document["certificate_id"])
        stored.append(store.put(key, data, content_type="application/json"))
    return stored


def _finish(agency: Agency, plan: Plan) -> Certified:
    """Find what the ledger names in the evidence store, clear away what other tries left there, add the pages.

    All of it can be repeated: after a kill, this is where the next try goes on.
    """
    details = agency.ledger.entries(scope=plan.plan_id, event="certified")[0].details
    signed = versions_as_signed(agency, plan.rule_id, plan.plan_id, details)
    if signed is None:
        raise RetentionError(
            f"the certificate of plan '{plan.plan_id}' is no longer what was signed, in no version that is kept; "
            "restore the evidence store from its backup. Nothing was cleared away"
        )
    store_id = agency.settings.agency.evidence
    store = agency.store(store_id)
    ids = certificate_ids(plan.plan_id, int(details.get("parts", 1)))
    kept = {(version.key, version.version_id) for version in signed}
    pages = {certificate_key(plan.rule_id, each, suffix) for each in ids for suffix in (HTML, PDF)}
    store.delete(
        [
            version
            for version in versions_of_plan(store, plan.rule_id, plan.plan_id)
            if (version.key, version.version_id) not in kept and not (version.key in pages and version.is_latest)
        ]
    )
    _clear_superseded(agency, store, plan.rule_id)
    for each, version in zip(ids, signed, strict=True):
        _put_pages(agency, plan, each, version)
    return Certified(
        plan.plan_id,
        store_id,
        certificate_key(plan.rule_id, ids[0]),
        str(details["sha256"]),
        int(details["items"]),
        len(ids),
    )


def _clear_superseded(agency: Agency, store: ObjectStore, rule_id: str) -> None:
    """Clear away what a run put that was killed before its line: a later plan's certificate tells of the same items."""
    superseded = select(plan_table.c.plan_id).where(plan_table.c.rule_id == rule_id, plan_table.c.state == "superseded")
    with agency.ledger.engine.connect() as connection:
        plan_ids = set(connection.execute(superseded).scalars())
    if plan_ids:
        store.delete(list(versions_of_plans(store, rule_id, plan_ids)))


def _put_pages(agency: Agency, plan: Plan, certificate_id: str, signed: ObjectVersion) -> None:
    # Here alone: whoever only plans, deletes or verifies need not wait for the drawing of pages.
    from lethe.retention.page import html_page, page_of, pdf_page

    store = agency.store(agency.settings.agency.evidence)
    page = page_of(store.read(signed.key, version_id=signed.version_id))
    for suffix, data, content_type in (
        (HTML, html_page(page), "text/html; charset=utf-8"),
        (PDF, pdf_page(page), "application/pdf"),
    ):
        key = certificate_key(plan.rule_id, certificate_id, suffix)
        if not store.versions_of([key]).get(key) or store.sha256(key) != hashlib.sha256(data).hexdigest():
            store.put(key, data, content_type=content_type)
