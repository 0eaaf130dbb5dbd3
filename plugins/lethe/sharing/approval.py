"""Who let an export go: written to the ledger by the approval task, looked up there by the publishing task.

Never read from XCom or from a task's state: the first can be written through the API, the second by "mark success".
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.sharing.begun import refuse_ended, take_back_begun
from lethe.sharing.errors import ExportRefusedError
from lethe.sharing.examined import Review, examined
from lethe.sharing.exports import Export, load_export, set_state

APPROVE = "Approve"


@dataclass(frozen=True)
class Decision:
    """One answer to the question whether an export may go: user names and ids are Airflow's."""

    option: str
    responder_id: str
    responder_name: str
    responded_at: str
    candidate_digest: str


def ask_approval(agency: Agency, export_id: str, *, request_id: str) -> Review:
    """Note in the ledger which bytes a person is about to be asked about, and give what they are shown.

    `request_id` names one asking (a task instance's own id): an answer to it counts for these bytes alone, whatever
    the candidate has become by then.

    Raises:
        ExportRefusedError: there are no examined bytes to ask about, or the export was rejected or blocked.
        StillAtClientError: it was, and a publication's files may still be at the client.
    """
    refuse_ended(agency, load_export(agency, export_id))
    review = examined(agency, export_id)
    digest = {"candidate_digest": review.candidate_digest}
    agency.ledger.append([Entry("approval_asked", request_id, export_id, "asked", digest)])
    return review


def record_decision(
    agency: Agency,
    export_id: str,
    *,
    request_id: str,
    option: str,
    responder_id: str | None,
    responder_name: str | None,
    responded_at: datetime,
) -> None:
    """Write the answer to one asking, over the bytes it was about; a rejection takes back what was sent already.

    Raises:
        ExportRefusedError: nothing was asked under that id.
        StillAtClientError: the rejection is written, and what was sent already could not be taken back yet.
    """
    export = load_export(agency, export_id)
    asked = agency.ledger.entries(scope=request_id, event="approval_asked", reference=export_id)
    if not asked:
        raise ExportRefusedError(f"export '{export_id}': an answer to a question that was never asked; nothing changed")
    at = responded_at.isoformat()
    agency.ledger.append(
        [
            Entry(
                "decision",
                export_id,
                f"{export_id}:{request_id}",
                option,
                {
                    "run_id": export.run_id,
                    "responder_id": responder_id or "",
                    "responder_name": responder_name or "",
                    "responded_at": at,
                    "candidate_digest": asked[-1].details["candidate_digest"],
                },
            )
        ],
        also=None if option == APPROVE else lambda connection: _reject(connection, export_id),
    )
    if option != APPROVE:
        # A publication that was killed may have sent files already; no later try of it will come.
        take_back_begun(agency, export)


def _reject(connection: Connection, export_id: str) -> None:
    # A rejection answers for what is not yet shared: it cannot undo a publication.
    set_state(connection, export_id, "rejected", only_from=("selected", "gated"))


def last_decision(agency: Agency, export_id: str) -> Decision | None:
    """The latest decision in the ledger, or none."""
    lines = agency.ledger.entries(scope=export_id, event="decision")
    if not lines:
        return None
    line = max(lines, key=lambda line: line.seq)
    details = line.details
    return Decision(
        option=line.outcome,
        responder_id=str(details["responder_id"]),
        responder_name=str(details["responder_name"]),
        responded_at=str(details["responded_at"]),
        candidate_digest=str(details["candidate_digest"]),
    )


def require_approval(agency: Agency, export: Export, *, triggering_user: str | None, digest: str) -> Decision:
    """The decision that lets exactly these bytes go, or a refusal that says what is missing.

    Raises:
        ExportRefusedError: no decision, another one than Approve, nobody named on either side, the same person on both,
            somebody whom `config/clients.yaml` does not list, or bytes other than those approved.
    """
    decision = last_decision(agency, export.export_id)
    client = agency.settings.clients.clients[export.client_id]
    asked_by = triggering_user or ""

    def refuse(reason: str) -> ExportRefusedError:
        return ExportRefusedError(
            f"export '{export.export_id}' is not published: {reason}. The client's bucket is as it was."
        )

    if decision is None:
        raise refuse("the ledger holds no decision; a task marked as success, or an XCom, is not one")
    if decision.option != APPROVE:
        raise refuse(f"the last decision is '{decision.option}'")
    if not asked_by:
        raise refuse("the run names nobody who asked for it; start it from the Airflow UI or API")
    if asked_by != export.requested_by:
        raise refuse("the run was asked for by somebody else than its selection")
    if not decision.responder_name:
        raise refuse("nobody answered in person; a timeout is not an approval")
    if decision.responder_name.casefold() == asked_by.casefold():
        raise refuse(f"'{asked_by}' asked for it and approved it; a second person must decide")
    if asked_by not in client.requesters:
        raise refuse(f"'{asked_by}' is not among the requesters of client '{export.client_id}'")
    if decision.responder_name not in client.approvers:
        raise refuse(f"'{decision.responder_name}' is not among the approvers of client '{export.client_id}'")
    if decision.candidate_digest != digest:
        raise refuse("the candidate changed after the approval; it must be examined and approved anew")
    return decision
