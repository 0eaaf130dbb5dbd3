"""Who let a parked plan go on: written to the ledger by the approval task, looked up there by `delete`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, update

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger.schema import plan as plan_table
from lethe.retention.errors import RetentionError
from lethe.retention.plan import APPROVED, Plan, digest_of_items, load_plan

ASKED = "plan_approval_asked"
REFUSED = "plan_refused"


class NotApprovedError(RetentionError):
    """A plan that nobody let go on: nothing of it is deleted."""

    may_pass = False


@dataclass(frozen=True)
class Answer:
    """What somebody answered. `responder_name` is their user name; None where nobody did in time."""

    approve: bool
    responder_name: str | None
    responded_at: datetime


def ask_to_go_on(agency: Agency, plan_id: str, *, request_id: str) -> Plan | None:
    """Note which plan a person is about to be asked about, and give it; None where nobody has to be asked.

    `request_id` names one asking: an answer to it counts for the digest of now alone.
    """
    found = load_plan(agency, plan_id)
    if found.state != "parked":
        return None
    agency.ledger.append([Entry(ASKED, plan_id, f"{plan_id}:{request_id}", "asked", {"digest": found.digest})])
    return found


def record_answer(
    agency: Agency, plan_id: str, answer: Answer, *, request_id: str, triggered_by: str | None = None
) -> None:
    """Write an answer to the ledger; an approval by somebody entitled lets the plan go on.

    Raises:
        NotApprovedError: an answer to no question, or an approval by nobody, by who started the run themselves, or by
            somebody whom config/retention.yaml does not list. The plan stays parked.
    """
    asked = agency.ledger.entries(scope=plan_id, event=ASKED, reference=f"{plan_id}:{request_id}")
    if not asked:
        raise NotApprovedError(f"plan '{plan_id}': an answer to a question that was never asked; nothing changed")
    if agency.ledger.entries(scope=plan_id, event=APPROVED, reference=f"{plan_id}:{request_id}"):
        return  # written before, by a try that was killed after it
    digest = str(asked[-1].details["digest"])
    why_not = _why_not(agency, plan_id, answer, digest, triggered_by)
    details = {
        "digest": digest,
        "by": answer.responder_name or "",
        "at": answer.responded_at.isoformat(),
        "why": why_not,
    }
    approved = answer.approve and not why_not
    agency.ledger.append(
        [
            Entry(
                APPROVED if approved else REFUSED,
                plan_id,
                f"{plan_id}:{request_id}",
                "approved" if approved else "refused",
                details,
            )
        ],
        also=(lambda connection: _go_on(connection, plan_id)) if approved else None,
    )
    if answer.approve and why_not:
        raise NotApprovedError(f"plan '{plan_id}' stays parked: {why_not}. Nothing was deleted")


def refuse_unless_approved(plan: Plan) -> None:
    """Asked before anything of a plan is deleted: the ledger decides, not the state of a task or of a row.

    Raises:
        NotApprovedError: somebody has to approve it, and nobody has.
    """
    if plan.questions and plan.approved_by is None:
        why = "; ".join(plan.questions)
        raise NotApprovedError(
            f"plan '{plan.plan_id}' of rule '{plan.rule_id}' waits for an approval and nothing of it was deleted: {why}"
        )


def _why_not(agency: Agency, plan_id: str, answer: Answer, digest: str, triggered_by: str | None) -> str:
    if not answer.approve:
        return ""
    approvers = agency.settings.retention.cap.approvers
    if not answer.responder_name:
        return "nobody answered in person; a timeout is no approval"
    if triggered_by and answer.responder_name.casefold() == triggered_by.casefold():
        return f"'{triggered_by}' started the run and approved it; a second person must decide"
    if answer.responder_name not in approvers:
        return f"'{answer.responder_name}' is not among the approvers under `cap` in config/retention.yaml"
    now = load_plan(agency, plan_id)
    if now.state != "parked" or now.digest != digest or digest_of_items(agency, plan_id) != digest:
        return "the plan is not the one that was shown any more"
    return ""


def _go_on(connection: Connection, plan_id: str) -> None:
    waiting = (plan_table.c.plan_id == plan_id) & (plan_table.c.state == "parked")
    if connection.execute(update(plan_table).where(waiting).values(state="frozen")).rowcount != 1:
        raise NotApprovedError(f"plan '{plan_id}' was taken over by a later one meanwhile; nothing was deleted")
