"""Unfinished plans, copies out of reach, certificates that are not as signed, certified plans looked at once more."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, exists, func, select

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger.chain import IN_BATCH
from lethe.ledger.recipients import copies_at_clients
from lethe.ledger.schema import ledger_entry, plan
from lethe.retention.anchor import Kept
from lethe.retention.audit.findings import FindingKind, Notes
from lethe.retention.evidence import certificate_ids, is_as_signed
from lethe.retention.origin import last_settled, rule_of_plan
from lethe.retention.references import DELETED

VERIFIED_AGAIN = "verified_again"
A_DAY = timedelta(hours=24)
OPEN: dict[str, FindingKind] = {"frozen": "unfinished", "parked": "parked"}


def note_open_plans(agency: Agency, notes: Notes) -> None:
    """Note the plans whose rule has left something open for more than a day, and those whose rule is gone.

    Each run takes over what the last one left and freezes it anew: what counts is when that first was frozen.
    """
    of_plan = plan.c
    query = select(of_plan.plan_id, of_plan.rule_id, of_plan.state, of_plan.frozen_at).where(of_plan.state.in_(OPEN))
    with agency.ledger.engine.connect() as connection:
        rows = connection.execute(query).all()
        since = {rule_id: _open_since(connection, rule_id) for rule_id in {row.rule_id for row in rows}}
    for row in rows:
        if row.rule_id not in agency.settings.retention.rules:
            notes.note("rule_gone", row.rule_id, [row.plan_id])
        if agency.now() - min(row.frozen_at, since[row.rule_id] or row.frozen_at) > A_DAY:
            notes.note(OPEN[row.state], row.rule_id, [row.plan_id])


def _open_since(connection: Connection, rule_id: str) -> datetime | None:
    """When the oldest plan was frozen that nothing of its rule has settled since."""
    settled = last_settled(connection, rule_id, ("certified", "nothing_due"))
    oldest = select(func.min(plan.c.frozen_at)).where(
        plan.c.rule_id == rule_id, plan.c.state.in_((*OPEN, "superseded"))
    )
    if settled is not None:
        oldest = oldest.where(plan.c.frozen_at > settled)
    since: datetime | None = connection.execute(oldest).scalar_one()
    return since


def note_copies_out_of_reach(agency: Agency, notes: Notes) -> None:
    """Note the copies at clients whose store is not configured: no place's listing shows them, so no rule sees them."""
    for copy in copies_at_clients(agency.ledger):
        if copy.store_id not in agency.settings.places.stores:
            notes.note("store_gone", copy.store_id, [copy.copy_id])


def note_certificates(agency: Agency, notes: Notes) -> None:
    """Note the certificates that the ledger tells of and the evidence store does not hold as they were signed."""
    for line in agency.ledger.entries(event="certified"):
        rule_id = rule_of_plan(agency, line.scope)
        try:
            as_signed = is_as_signed(agency, rule_id, line.scope, line.details)
        except Exception:
            # What cannot be read is not shown to be as signed, whatever keeps it from being read.
            as_signed = False
        if not as_signed:
            notes.note("certificate", rule_id, [line.scope])


def note_unnamed(agency: Agency, notes: Notes, certificates: Collection[Kept]) -> None:
    """Note the signed certificates in the evidence store that no line of the ledger names.

    Of a plan that is not certified yet, a run may be about to write the line, or the next try clears it away.
    """
    of_plan: dict[str, dict[str, set[Kept]]] = {}
    for one in certificates:
        of_plan.setdefault(one.plan_id, {}).setdefault(one.certificate_id, set()).add(one)
    with agency.ledger.engine.connect() as connection:
        under_way = set(connection.execute(select(plan.c.plan_id).where(plan.c.state.in_(OPEN))).scalars())
    for plan_id, by_id in of_plan.items():
        lines = agency.ledger.entries(scope=plan_id, event="certified")
        if lines or plan_id not in under_way:
            for one in _unnamed(plan_id, by_id, lines[0].details if lines else {}):
                notes.note("certificate_unnamed", one.rule_id, [one.sha256])


def _unnamed(plan_id: str, by_id: Mapping[str, set[Kept]], named: Mapping[str, Any]) -> Iterator[Kept]:
    """Those beside the one that the ledger names. Of parts the ledger names all in one: one each is no more."""
    ids = certificate_ids(plan_id, int(named["parts"])) if "parts" in named else [plan_id] if named else []
    for certificate_id, signed in by_id.items():
        if certificate_id not in ids:
            yield from signed
        elif len(ids) == 1:
            yield from (one for one in signed if one.sha256 != named["sha256"])
        else:
            yield from sorted(signed, key=lambda one: one.sha256)[1:]


def verify_again(agency: Agency, notes: Notes, listed: Collection[str], came_back: Collection[str]) -> list[str]:
    """The plans certified a day ago or more of which tonight's listing shows nothing: each gets its line, once.

    `listed` are the places that were listed to their end, `came_back` the plans of which something was there.
    """
    shown = []
    for plan_id in _certified_a_day_ago(agency):
        if plan_id in came_back:
            continue  # noted as resurrected, thing by thing
        if not _places_of(agency, plan_id) <= set(listed):
            notes.note("not_verified_again", rule_of_plan(agency, plan_id), [plan_id])
        else:
            shown.append(plan_id)
    agency.ledger.append([Entry(VERIFIED_AGAIN, plan_id, plan_id, "absent") for plan_id in shown])
    return shown


def _places_of(agency: Agency, plan_id: str) -> set[str]:
    """Where a plan deleted something, read line by line: it may have deleted a million things."""
    query = select(ledger_entry.c.details).where(ledger_entry.c.scope == plan_id, ledger_entry.c.event == DELETED)
    with agency.ledger.engine.connect().execution_options(yield_per=IN_BATCH) as connection:
        return {str(json.loads(details)["place"]) for details in connection.execute(query).scalars()}


def _certified_a_day_ago(agency: Agency) -> list[str]:
    before = (agency.now() - A_DAY).astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    again = ledger_entry.alias("again")
    verified = exists().where(again.c.scope == ledger_entry.c.scope, again.c.event == VERIFIED_AGAIN)
    query = (
        select(ledger_entry.c.scope)
        .where(ledger_entry.c.event == "certified", ledger_entry.c.at <= before, ~verified)
        .order_by(ledger_entry.c.seq)
    )
    with agency.ledger.engine.connect() as connection:
        return list(connection.execute(query).scalars())
