"""The task that waits for a person where a deletion is far above the usual, and writes their answer to the ledger."""

from datetime import timedelta
from typing import Any

from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.sdk import Context

from lethe.tasks.agency import current_agency
from lethe.tasks.guard import guarded

ANSWER_WITHIN = timedelta(hours=23)
"""After this the answer is Reject, and the next run asks anew with what is due then."""


class PlanApproval(ApprovalOperator):
    """Asks whether a parked plan may delete; passes at once where nobody has to be asked.

    The answer stands in the ledger, bound to the plan's digest, and `delete` reads it there. Marking this task as
    success decides nothing.
    """

    def __init__(self, *, rule_id: str, **kwargs: Any) -> None:
        # Red when refused or not answered: what is due stays, and somebody must know.
        super().__init__(
            subject="May this run delete so much?",
            defaults="Reject",
            response_timeout=ANSWER_WITHIN,
            fail_on_reject=True,
            **kwargs,
        )
        self.rule_id = rule_id

    @guarded
    def execute(self, context: Context) -> Any:
        """Put the question, with the plan's digest and counts and why it is asked."""
        from lethe.retention import plan_id_of
        from lethe.retention.approval import ask_to_go_on

        agency = current_agency()
        plan_id = plan_id_of(self.rule_id, str(context["run_id"]))
        plan = ask_to_go_on(agency, plan_id, request_id=str(context["ti"].id))
        if plan is None:
            return None
        why = "".join(f"- {question}\n" for question in plan.questions)
        counts = ", ".join(f"{number} {name}" for name, number in sorted(plan.counts.items()))
        self.body = (
            f"**Rule** {plan.rule_id} ({plan.clause}), plan {plan.plan_id}, as of {plan.today.isoformat()}.\n\n"
            f"{why}"
            f"- all that the rule covers: {counts}\n"
            f"- plan digest `{plan.digest}`\n\n"
            f"`lethe plan {plan.rule_id}` says what would go from where. Nothing was deleted yet. You must be among "
            "the approvers under `cap` in config/retention.yaml, and somebody else than who started the run. Without "
            f"an answer within {ANSWER_WITHIN.total_seconds() / 3600:.0f} hours the plan is refused and the next run "
            "asks again."
        )
        return super().execute(context)

    @guarded
    def execute_complete(self, context: Context, event: dict[str, Any]) -> Any:
        """Write the answer to the ledger, with who gave it, before anything follows from it."""
        if "error" not in event:
            from lethe.retention import plan_id_of
            from lethe.retention.approval import Answer, record_answer

            by = event.get("responded_by_user") or {}
            answer = Answer(event["chosen_options"] == [self.APPROVE], by.get("name"), event["responded_at"])
            record_answer(
                current_agency(),
                plan_id_of(self.rule_id, str(context["run_id"])),
                answer,
                request_id=str(context["ti"].id),
                triggered_by=context["dag_run"].triggering_user_name,
            )
        return super().execute_complete(context, event)
