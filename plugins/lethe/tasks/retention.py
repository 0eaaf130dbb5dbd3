"""Tasks that forget: each finds its plan by the rule and the run, never in what another task handed over."""

from dataclasses import asdict
from typing import Any

from airflow.sdk import get_current_context, task

from lethe.tasks.agency import current_agency
from lethe.tasks.guard import guarded


@task
@guarded
def find_due(rule_id: str) -> dict[str, int]:
    """How all that a rule covers stands today: due, overdue, not yet, undated, unknown. Touches nothing."""
    from collections import Counter

    from lethe.retention import inventory, standing

    agency = current_agency()
    today = agency.today()
    return dict(Counter(standing(held, today) for held in inventory(agency, rule_id)))


@task
@guarded
def freeze_plan(rule_id: str) -> list[int]:
    """Freeze what this run deletes; the numbers of its batches. Its id, digest and counts stand beside them."""
    from lethe.retention import freeze_plan

    plan = freeze_plan(current_agency(), rule_id, run_id=_run_id())
    summary = {"plan_id": plan.plan_id, "digest": plan.digest, "counts": dict(plan.counts)}
    get_current_context()["ti"].xcom_push(key="plan", value=summary)
    return list(plan.batches)


@task(map_index_template="{{ label }}")
@guarded
def delete(rule_id: str, batch: int) -> dict[str, int]:
    """Delete one batch of the plan in every place; due dates are looked up again first."""
    from lethe.retention import delete_batch

    get_current_context()["label"] = f"batch {batch}"  # type: ignore[typeddict-unknown-key]
    return asdict(delete_batch(current_agency(), _plan_id(rule_id), batch))


@task
@guarded
def verify(rule_id: str) -> dict[str, Any]:
    """List every place anew and say how much is gone; fails, naming where, while anything is left."""
    from lethe.retention import verify_plan

    found = verify_plan(current_agency(), _plan_id(rule_id))
    return {"absent": found.absent, "kept": found.kept, "places": [asdict(place) for place in found.places]}


@task
@guarded
def certify(rule_id: str) -> dict[str, Any]:
    """Sign the certificate, after one more listing of its own, and say where it lies; none where nothing was due."""
    from lethe.retention import certify_plan

    certified = certify_plan(current_agency(), _plan_id(rule_id))
    return asdict(certified) if certified else {"plan_id": _plan_id(rule_id), "items": 0}


def _plan_id(rule_id: str) -> str:
    from lethe.retention import plan_id_of

    return plan_id_of(rule_id, _run_id())


def _run_id() -> str:
    return str(get_current_context()["run_id"])
