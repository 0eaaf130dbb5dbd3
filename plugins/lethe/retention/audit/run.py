"""One audit from beginning to end."""

import secrets

from lethe.agency import Agency
from lethe.retention.anchor import Anchor, Keys, verify_ledger, witnesses_at_hand, write_anchor
from lethe.retention.audit.findings import Notes
from lethe.retention.audit.listings import look_at
from lethe.retention.audit.plans import (
    note_certificates,
    note_copies_out_of_reach,
    note_open_plans,
    note_unnamed,
    verify_again,
)
from lethe.retention.audit.report import AuditReport, audit_id_of, keep_report
from lethe.retention.coverage import coverage_gaps
from lethe.retention.relist import places_of

CONNECTIONS = "connections"
"""Where a finding is about what the connections reach beside the places, as a whole."""


def audit(agency: Agency, *, run_id: str | None = None, trusted: Keys | None = None) -> AuditReport:
    """List every place once, compare with rules, ledger and register, and keep what was found as signed evidence.

    Deletes nothing. A place that cannot be listed is a finding of its own and stops no other. The ledger's head is
    anchored at the end, unless the ledger is not as it was written. `trusted` are public keys beside the agency's own.

    Raises:
        LetheError: the ledger or the evidence store cannot be used: there is no audit then.
    """
    started_at = agency.now()
    notes = Notes()
    listed, came_back = [], set[str]()
    for place_id in places_of(agency):
        try:
            listed.append(look_at(agency, place_id, notes, came_back))
        except Exception as error:
            # Whatever it is: one odd row must not hide what is wrong elsewhere. Not its text: a driver's may quote a
            # row, and ours stands in the log of whoever asks the place again.
            notes.note("lookup_failed", place_id, [place_id], type(error).__name__)
    note_open_plans(agency, notes)
    note_copies_out_of_reach(agency, notes)
    note_certificates(agency, notes)
    _note_gaps(agency, notes)
    evidence = witnesses_at_hand(agency, trusted)
    notes.note("evidence", agency.settings.agency.evidence, evidence.unreadable)
    note_unnamed(agency, notes, evidence.certificates)
    problems = verify_ledger(agency, evidence)
    notes.note("ledger", "ledger", problems)
    # Where the connections of a store do not agree, the absence that one of them shows may be that of another place.
    shown = {place.place_id for place in listed} - notes.places("hidden")
    again = verify_again(agency, notes, shown, came_back)
    audit_id = audit_id_of(run_id or secrets.token_hex(16))
    findings = notes.findings()
    key, sha256 = keep_report(
        agency,
        audit_id,
        started_at,
        listed=listed,
        findings=findings,
        verified_again=again,
        ledger_problems=problems,
    )
    # An anchor of a ledger that was changed would bear witness to the change.
    anchor: Anchor | None = None if problems else write_anchor(agency)
    return AuditReport(
        audit_id, key, sha256, started_at, tuple(listed), findings, tuple(again), tuple(problems), anchor
    )


def _note_gaps(agency: Agency, notes: Notes) -> None:
    try:
        for gap in coverage_gaps(agency):
            notes.note("not_listed" if gap.kind == "not_listed" else "uncovered", gap.connection, [str(gap)], gap.kind)
    except Exception as error:
        notes.note("lookup_failed", CONNECTIONS, [CONNECTIONS], type(error).__name__)
