"""Deleting one batch of a frozen plan: exactly its keys, in all their versions, and exactly its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete

from lethe.agency import Agency
from lethe.connectors.errors import ConnectorError
from lethe.connectors.sql import erase_log, vacuum
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.approval import refuse_unless_approved
from lethe.retention.belonging import scope
from lethe.retention.child_rows import scopes_of_orphans
from lethe.retention.errors import RetentionError
from lethe.retention.holds import active_holds
from lethe.retention.inventory import IN_BATCH, RESEARCH, Held, held_among
from lethe.retention.origin import is_restored
from lethe.retention.plan import PlanItem, items_of, load_plan
from lethe.retention.references import DELETED, KEPT
from lethe.retention.refusals import Refusals
from lethe.retention.stop import refuse_if_stopped

VERSIONS_A_STEP = 4000
"""Versions deleted between two looks at the kill switch: seconds of work."""


@dataclass(frozen=True)
class BatchOutcome:
    """What one batch did, in numbers. Only `verify` says what is gone."""

    deleted: int
    kept: int
    gone_before: int


def delete_batch(agency: Agency, plan_id: str, batch: int) -> BatchOutcome:
    """Delete a batch. Repeating it is harmless: what is gone stays gone, what was kept stays kept.

    Every item is looked up and dated again first; one that is no longer due, is under a hold, or is no longer covered
    by the rule, is kept, with a line in the ledger that says why.

    Raises:
        RetentionError: something could not be deleted: how many, why and what to do. The rest was deleted.
        NotApprovedError: the plan waits for somebody's approval.
        DeletionsStoppedError: somebody stopped every deletion.
    """
    plan = load_plan(agency, plan_id)
    if plan.state in {"frozen", "parked"}:
        refuse_unless_approved(plan)
    if plan.state != "frozen":
        return BatchOutcome(0, 0, 0)
    items = items_of(agency, plan_id, batch)
    references = [item.reference for item in items]
    kept_before = agency.ledger.happened_to(KEPT, plan_id, references)
    absent_before = agency.ledger.happened_to(DELETED, plan_id, references)
    restored = is_restored(plan)
    today = agency.today()
    outcome = BatchOutcome(deleted=0, kept=len(kept_before), gone_before=0)
    refusals = Refusals()
    for place_id in sorted({item.place_id for item in items}):
        planned = [item for item in items if item.place_id == place_id and item.reference not in kept_before]
        there = held_among(agency, plan.rule_id, place_id, [item.key for item in planned])
        due, kept = [], []
        for item in planned:
            held = there.get(item.key)
            if held is None:
                continue
            # What a listing showed to be gone has come back, and its traces with its date are erased. Not a row's: it
            # carries its date itself, so one without a date is another of the same id.
            gone_before = restored or item.reference in absent_before
            came_back = held.due is None and held.hold is None and held.kind != "row" and gone_before
            if came_back or held.goes(today):
                due.append(held)
            else:
                kept.append((item, held))
        _note_kept(agency, plan_id, kept)
        refuse_if_stopped(agency)
        _delete_at(agency, place_id, due, refusals)
        if place_id in agency.settings.places.tables:
            gone = [item.key for item in planned if item.key not in there]
            _delete_orphans_at(agency, plan.rule_id, place_id, gone)
        outcome = BatchOutcome(
            deleted=outcome.deleted + len(due),
            kept=outcome.kept + len(kept),
            gone_before=outcome.gone_before + len(planned) - len(due) - len(kept),
        )
    if refusals:
        raise RetentionError(f"plan '{plan_id}', batch {batch}: not everything could be deleted: {refusals.in_words()}")
    return outcome


def _note_kept(agency: Agency, plan_id: str, kept: Sequence[tuple[PlanItem, Held]]) -> None:
    if kept:
        agency.ledger.append([Entry(KEPT, plan_id, item.reference, _why_kept(held)) for item, held in kept])


def _why_kept(held: Held) -> str:
    if held.hold is not None:
        return "held"
    return held.why if held.due is None else "not_due_any_more"


def _delete_orphans_at(agency: Agency, rule_id: str, table_id: str, gone: Sequence[str]) -> None:
    """Delete what rows left behind in other tables when they went by themselves.

    Nothing tells whose they were any more: every hold that could mean them keeps them.
    """
    scopes = (*scopes_of_orphans(agency, table_id), scope("place", table_id), scope("rule", rule_id))
    if active_holds(agency).on(scopes) is None:
        agency.table(table_id).delete_children(gone)


def _delete_at(agency: Agency, place_id: str, due: Sequence[Held], refusals: Refusals) -> None:
    keys = [held.key for held in due]
    if not keys:
        return
    if place_id == RESEARCH:
        with agency.research.begin() as connection:
            for start in range(0, len(keys), IN_BATCH):
                chosen = schema.survey_response.c.response_id.in_(keys[start : start + IN_BATCH])
                connection.execute(delete(schema.survey_response).where(chosen))
        erase_log(agency.research)
        vacuum(agency.research, schema.survey_response)
        return
    if place_id in agency.settings.places.tables:
        agency.table(place_id).delete(keys)
        return
    store = agency.store(place_id)
    # As they are now, not as planned: a version written since belongs to the same session and is due with it.
    versions = [version for held in due for version in held.versions]
    for start in range(0, len(versions), VERSIONS_A_STEP):
        # An object may have thousands of versions: a stop must not wait for all of them.
        refuse_if_stopped(agency)
        refusals.add(store.delete(versions[start : start + VERSIONS_A_STEP]))
    try:
        store.abort_uploads(keys)
    except ConnectorError:
        # Said with the rest: what the store answered for the versions must not be lost.
        refusals.uploads += 1
