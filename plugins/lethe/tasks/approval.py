"""The task that waits for a second person, and writes what they decide to the ledger."""

from datetime import timedelta
from typing import Any

from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.sdk import Context

from lethe.tasks.agency import current_agency
from lethe.tasks.guard import guarded

ANSWER_WITHIN = timedelta(days=7)
"""After this the answer is Reject: staged candidates live 14 days at most."""


class ExportApproval(ApprovalOperator):
    """Asks whether a run's examined candidate may go to its client.

    The decision is bound to the bytes that were examined when the question was put, and stands in the ledger:
    `publish` reads it there. Marking this task as success decides nothing.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            subject="May this export go to its client?", defaults="Reject", response_timeout=ANSWER_WITHIN, **kwargs
        )

    @guarded
    def execute(self, context: Context) -> Any:
        """Put the question, with what the gate said of the bytes it is about."""
        from lethe.sharing import ask_approval, export_of_run, is_published

        agency = current_agency()
        export_id = export_of_run(agency, str(context["run_id"]))
        if is_published(agency, export_id):
            # The run was cleared after its end: nothing is left to decide.
            return None
        review = ask_approval(agency, export_id, request_id=str(context["ti"].id))
        share = review.words_masked / review.words if review.words else 0.0
        usual = agency.settings.mode_of(review.study_id)
        than_usual = "" if review.mode == usual else f" (the study itself says {usual})"
        layers = ", ".join(f"{layer} {places}" for layer, places in review.by_layer.items()) or "none"
        survey = "".join(f"- {sentence}\n" for sentence in review.survey)
        clashes = f"; {review.keep_clashes} words to keep were masked all the same" if review.keep_clashes else ""
        self.body = (
            f"**Study** {review.study_id} **for client** {review.client_id}, asked for by "
            f"{context['dag_run'].triggering_user_name}.\n\n"
            f"- mode **{review.mode}**{than_usual}\n"
            f"- {review.files} files, {review.words} words, {share:.1%} of them masked{clashes}\n"
            f"- masked places by layer: {layers}\n"
            f"- the gate found nothing that blocks; to look at: {review.to_review} places, "
            f"{review.quasi_identifiers} quasi-identifiers\n"
            f"{survey}"
            f"- the candidate lies in the staging store under `exports/{export_id}/`; read it before you answer. Why "
            "each place was masked stands there under `reasons/`, a line a place; that is never sent\n"
            f"- candidate digest `{review.candidate_digest}`\n\n"
            "You must be somebody else than the one who asked, and among the client's approvers. "
            f"Without an answer within {ANSWER_WITHIN.days} days the export is rejected."
        )
        return super().execute(context)

    @guarded
    def execute_complete(self, context: Context, event: dict[str, Any]) -> Any:
        """Write the answer to the ledger, with who gave it, before anything follows from it."""
        if "error" not in event:
            from lethe.sharing import export_of_run, record_decision

            agency = current_agency()
            by = event.get("responded_by_user") or {}
            chosen = event["chosen_options"]
            record_decision(
                agency,
                export_of_run(agency, str(context["run_id"])),
                request_id=str(context["ti"].id),
                option=self.APPROVE if chosen == [self.APPROVE] else self.REJECT,
                responder_id=by.get("id"),
                responder_name=by.get("name"),
                responded_at=event["responded_at"],
            )
        return super().execute_complete(context, event)
