"""Where a plan comes from: its rule, and whether it deletes what had been deleted before and came back."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select

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


def last_settled(connection: Connection, rule_id: str, states: Collection[str]) -> datetime | None:
    """When the newest of a rule's plans in these states was frozen; None where there is none.

    A restored plan settles nothing: it leaves alone what an ordinary plan of its rule may have begun.
    """
    query = (
        select(plan_table.c.frozen_at, plan_table.c.counts)
        .where(plan_table.c.rule_id == rule_id, plan_table.c.state.in_(states))
        .order_by(plan_table.c.frozen_at.desc())
    )
    return next((row.frozen_at for row in connection.execute(query) if RESTORED not in row.counts), None)
