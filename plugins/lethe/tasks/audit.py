"""Tasks that look once more, and put right what came back. What passes between them is counts alone."""

from typing import Any

from airflow.sdk import get_current_context, task

from lethe.tasks.agency import current_agency, keys_beside_own
from lethe.tasks.guard import guarded


@task
@guarded
def audit() -> dict[str, int]:
    """List every place anew and compare; what was found, by kind. The signed report lies in the evidence store.

    `anchors_locked` is 1 where the store locked tonight's anchor, 0 where it cannot or where none was written.
    """
    from lethe.retention.audit import audit

    report = audit(current_agency(), run_id=_run_id(), trusted=keys_beside_own())
    return {**report.counts, "anchors_locked": int(report.anchor is not None and report.anchor.locked)}


@task(trigger_rule="all_done")
@guarded
def delete_what_came_back() -> dict[str, Any]:
    """Delete again what the ledger says was deleted, where tonight's audit saw any, or where it could not finish."""
    from lethe.retention.audit import last_audit
    from lethe.retention.audit.report import audit_id_of, counts_of
    from lethe.retention.errors import RetentionError
    from lethe.retention.replay import replay

    agency = current_agency()
    line = last_audit(agency, audit_id_of(_run_id()))
    if line is not None and not counts_of(line).get("resurrected"):
        return {"came_back": 0, "deleted": 0, "held": 0, "not_due": 0, "undated": 0}
    done = replay(agency, _run_id(), trusted=keys_beside_own())
    if done.failures:
        reasons = "; ".join(f"{number} times: {reason}" for reason, number in sorted(done.failures.items()))
        raise RetentionError(
            f"{done.deleted} of {done.came_back} things that came back are gone again; {reasons}. Clear this task"
        )
    return {
        "came_back": done.came_back,
        "deleted": done.deleted,
        "held": done.held,
        "not_due": done.not_due,
        "undated": done.undated,
    }


@task(trigger_rule="all_done")
@guarded
def tell_findings() -> dict[str, int]:
    """Red when somebody must look, with what each finding means; green with the counts otherwise."""
    from lethe.errors import LetheError
    from lethe.retention.audit import last_audit
    from lethe.retention.audit.findings import MEANS, NEEDS_SOMEBODY
    from lethe.retention.audit.report import audit_id_of, counts_of

    line = last_audit(current_agency(), audit_id_of(_run_id()))
    if line is None:
        raise LetheError("tonight's audit did not come to its end: clear `audit`, its message says why")
    counts = counts_of(line)
    wrong = [f"{number} {kind}: {MEANS[kind]}" for kind, number in counts.items() if kind in NEEDS_SOMEBODY]
    if wrong:
        raise LetheError("\n".join([f"somebody must look ({line.reference} in the evidence store):", *wrong]))
    return dict(counts)


def _run_id() -> str:
    return str(get_current_context()["run_id"])
