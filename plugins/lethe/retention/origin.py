"""Where a plan comes from: its rule, and whether it deletes what had been deleted before and came back."""

from sqlalchemy import select

from lethe.agency import Agency
from lethe.ledger.schema import plan as plan_table
from lethe.retention.plan import Plan

DUE = "due"
RESTORED = "restored"
"""Among a plan's counts, and its origin in certificate and ledger, where its things were gone and came back."""


def is_restored(plan: Plan) -> bool:
    """Whether a plan deletes again what was there again, out of a backup say."""
    return RESTORED in plan.counts


def origin_of(plan: Plan) -> str:
    """Why a plan's things go: `due`, their day had come; `restored`, they were gone before and were there again."""
    return RESTORED if is_restored(plan) else DUE


def rule_of_plan(agency: Agency, plan_id: str) -> str:
    """The id of the rule that a plan was made for, whether it is configured or not; empty for no known plan."""
    query = select(plan_table.c.rule_id).where(plan_table.c.plan_id == plan_id)
    with agency.ledger.engine.connect() as connection:
        return connection.execute(query).scalar_one_or_none() or ""
