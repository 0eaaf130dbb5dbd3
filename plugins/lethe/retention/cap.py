"""When a run deletes so much that a person must look first: a mistyped window empties a table within minutes."""

from collections.abc import Mapping
from statistics import median

from pydantic import ValidationError
from sqlalchemy import select

from lethe.agency import Agency
from lethe.ledger.schema import plan
from lethe.retention.inventory import inventory
from lethe.retention.origin import is_restored
from lethe.retention.plan import Plan, load_plan, rule_digest
from lethe.settings.policy import window_in_words
from lethe.settings.retention import Cap, RetentionRule

HISTORY = 30
"""Of so many earlier runs that deleted something the median is taken; fewer than `ENOUGH` tell nothing."""
ENOUGH = 5


def bound(cap: Cap, covered: int, earlier: list[int]) -> int:
    """How many items a run may delete unasked, of so many that the rule covers.

    Example: max(50 items, 5 %) of 10,000 is 500; earlier runs of 40 each make it three times that, 120.
    """
    most = covered * cap.percent // 100
    if len(earlier) >= ENOUGH:
        most = min(most, int(median(earlier) * cap.times_median))
    return max(cap.items, most)


def questions_of(
    agency: Agency, rule_id: str, rule: RetentionRule, due: int, counts: Mapping[str, int]
) -> tuple[str, ...]:
    """Why somebody must approve a run that deletes so many items, in words; empty where nobody has to."""
    questions = []
    covered = sum(counts.values())
    most = bound(agency.settings.retention.cap, covered, _earlier(agency, rule_id))
    if due > most:
        questions.append(f"{due} of {covered} items would go; up to {most} is usual for this rule")
    changed = effect_of_change(agency, rule_id, rule, due)
    if changed:
        questions.append(changed)
    return tuple(questions)


def effect_of_change(agency: Agency, rule_id: str, rule: RetentionRule, due: int) -> str:
    """What a rule that was changed since its last run would delete beyond the old one, in words; empty if nothing."""
    last = _last_run(agency, rule_id)
    if last is None or last.rule is None or last.rule_digest == rule_digest(rule):
        return ""
    places = agency.settings.places
    there = {"research", *places.stores, *places.tables}
    try:
        old = RetentionRule.model_validate(
            {**last.rule, "places": [one for one in last.rule["places"] if one in there]}
        )
    except ValidationError:
        # None of its places is left, or the rule was written for another version.
        return f"the rule was changed since {last.today.isoformat()}, and what it would have deleted cannot be told"
    today = agency.today()
    would_go = sum(held.goes(today) for held in inventory(agency, rule_id, rule=old))
    if due <= would_go:
        return ""
    window = window_in_words(old.keep_months, old.keep_days)
    return f"the rule was changed since {last.today.isoformat()}: {due} items would go, {would_go} as it was ({window})"


def _last_run(agency: Agency, rule_id: str) -> Plan | None:
    """The rule's last plan that was allowed to delete: one that only asked settles nothing."""
    query = select(plan.c.plan_id).where(plan.c.rule_id == rule_id).order_by(plan.c.frozen_at.desc(), plan.c.plan_id)
    with agency.ledger.engine.connect() as connection:
        ids = connection.execute(query).scalars().all()
    for plan_id in ids:
        found = load_plan(agency, plan_id)
        # Deleting again what had come back says nothing of how the rule was worded when it last ran.
        if not is_restored(found) and (not found.questions or found.approved_by is not None):
            return found
    return None


def _earlier(agency: Agency, rule_id: str) -> list[int]:
    """How many items each of the last runs that deleted something had to delete."""
    query = (
        select(plan.c.counts)
        .where(plan.c.rule_id == rule_id, plan.c.state == "certified")
        .order_by(plan.c.frozen_at.desc())
        .limit(HISTORY)
    )
    with agency.ledger.engine.connect() as connection:
        counts = connection.execute(query).scalars().all()
    return [number for one in counts if (number := one.get("due", 0) + one.get("overdue", 0))]
