"""Deleting one batch of a frozen plan: exactly its keys, in all their versions, and exactly its rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.errors import RetentionError
from lethe.retention.inventory import RESEARCH, inventory
from lethe.retention.plan import PlanItem, items_of, load_plan

NEXT_STEP = {
    "locked": "an object lock or legal hold keeps them: ask who set it, or wait until it ends",
    "denied": "the connection may not delete there: give it s3:DeleteObjectVersion",
    "archived": "they are in an archive class: restore them first",
    "failed": "the store answered with an error: clear this task to try again",
}


@dataclass(frozen=True)
class BatchOutcome:
    """What one batch did, in numbers. Only `verify` says what is gone."""

    deleted: int
    kept: int
    gone_before: int


def delete_batch(agency: Agency, plan_id: str, batch: int) -> BatchOutcome:
    """Delete a batch. Repeating it is harmless: what is gone stays gone.

    Every item's due date is looked up again first; one that is no longer due is kept, with a line in the ledger.

    Raises:
        RetentionError: something could not be deleted: how many, why and what to do. The rest was deleted.
    """
    plan = load_plan(agency, plan_id)
    if plan.state != "frozen":
        return BatchOutcome(0, 0, 0)
    items = items_of(agency, plan_id, batch)
    there = {(held.place_id, held.key): held for held in inventory(agency, plan.rule_id)}
    today = agency.today()
    due, kept, gone = [], [], 0
    for item in items:
        held = there.get((item.place_id, item.key))
        if held is None:
            gone += 1
        elif held.due is None or held.due > today:
            kept.append(item)
        else:
            due.append(item)
    if kept:
        agency.ledger.append([Entry("kept", plan_id, item.reference, "not_due_any_more") for item in kept])
    failures: Counter[str] = Counter()
    for place_id in sorted({item.place_id for item in due}):
        failures += _delete_at(agency, place_id, [item for item in due if item.place_id == place_id])
    if failures:
        advice = "; ".join(f"{number} {why} ({NEXT_STEP[why]})" for why, number in sorted(failures.items()))
        raise RetentionError(f"plan '{plan_id}', batch {batch}: not everything could be deleted: {advice}")
    return BatchOutcome(deleted=len(due), kept=len(kept), gone_before=gone)


def _delete_at(agency: Agency, place_id: str, items: Sequence[PlanItem]) -> Counter[str]:
    keys = [item.key for item in items]
    if place_id == RESEARCH:
        with agency.research.begin() as connection:
            for start in range(0, len(keys), 500):
                chosen = schema.survey_response.c.response_id.in_(keys[start : start + 500])
                connection.execute(delete(schema.survey_response).where(chosen))
        return Counter()
    if place_id in agency.settings.places.tables:
        agency.table(place_id).delete(keys)
        return Counter()
    store = agency.store(place_id)
    # Looked up again: a version written since the plan was frozen belongs to the same session and is due with it.
    versions = [version for found in store.versions_of(keys).values() for version in found]
    outcomes = store.delete(versions)
    store.abort_uploads(keys)
    return Counter(outcome.outcome for outcome in outcomes if outcome.outcome != "deleted")
