"""Registering what was given to a client outside any bucket, so that its due day is not forgotten (P4.2)."""

import hashlib
import re
from datetime import date
from typing import NoReturn

from sqlalchemy import select

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger.handovers import Handover, find_handover, write_handover
from lethe.research import schema
from lethe.retention.due import believable_due_date, due_date
from lethe.retention.errors import RetentionError
from lethe.retention.holdings import ITEM_KINDS, rule_for

HANDED_OVER = "handed_over"
REFERENCE = r"(?=.*[0-9])[a-z0-9][a-z0-9-]{0,47}"
"""An id of our own for the disk or link. A figure in it tells it from somebody's name."""


class HandoverRefusedError(RetentionError):
    """A handover that was not registered, and why."""

    may_pass = False


def hand_over(
    agency: Agency,
    client_id: str,
    *,
    study_id: str,
    kind: str,
    reference: str,
    due: date | None = None,
    session_id: str | None = None,
) -> Handover:
    """Register one handover, due on a day given, or as the rule of its kind dates the session; repeating is harmless.

    Raises:
        HandoverRefusedError: an unknown client, study or session, one of another study, a day later than the
            promise allows, or a reference that stands for something else already.
    """
    if not re.fullmatch(REFERENCE, reference):
        _refuse("the reference must be an id of your own with a figure in it, such as disk-0042; never a name")
    study = agency.settings.studies.get(study_id)
    if client_id not in agency.settings.clients.clients:
        _refuse(f"there is no such client; known: {', '.join(sorted(agency.settings.clients.clients))}")
    if study is None or study.client != client_id:
        own = sorted(name for name, other in agency.settings.studies.items() if other.client == client_id)
        _refuse(f"client '{client_id}' has no such study; it has: {', '.join(own) or 'none'}")
    if kind not in ITEM_KINDS:
        _refuse(f"the kind must be one of {', '.join(ITEM_KINDS)}")
    if (due is None) == (session_id is None):
        _refuse("give either the due day or the session that it is counted from")
    entry = Handover(
        handover_id=f"h-{hashlib.sha256(f'{client_id}/{reference}'.encode()).hexdigest()[:24]}",
        client_id=client_id,
        study_id=study_id,
        kind=kind,
        clause=rule_for(agency, kind).clause,
        due=_due_of(agency, kind, study_id, due, session_id),
        session_id=session_id,
        reference=reference,
        registered_at=agency.now(),
    )
    held = find_handover(agency.ledger, entry.handover_id)
    if held is not None:
        if _same(held, entry):
            return held
        _refuse(f"reference '{reference}' stands for something else already, due on {held.due.isoformat()}")
    details = {
        "client_id": client_id,
        "study_id": study_id,
        "due": entry.due.isoformat(),
        "clause": entry.clause,
        "reference": reference,
    }
    line = Entry(HANDED_OVER, entry.handover_id, entry.handover_id, kind, details)
    agency.ledger.append([line], also=lambda connection: write_handover(connection, entry))
    return entry


def _due_of(agency: Agency, kind: str, study_id: str, due: date | None, session_id: str | None) -> date:
    rule = rule_for(agency, kind)
    zone = agency.settings.agency.zone
    if due is not None:
        last = due_date(agency.now(), rule, zone)
        if due > last:
            _refuse(
                f"the day is later than {last.isoformat()}: {rule.clause} allows no later one for what exists today"
            )
        return due
    if kind == "survey":
        _refuse("answers are counted from the earliest of them, not from a session: give the due day")
    sessions = schema.session.c
    with agency.research.connect() as connection:
        row = connection.execute(
            select(sessions.study_id, sessions.started_at).where(sessions.session_id == session_id)
        ).first()
    if row is None or row.study_id != study_id:
        _refuse(f"study '{study_id}' has no such session")
    dated = believable_due_date(row.started_at, rule, zone, agency.now())
    if dated is None:
        _refuse("the session has no date yet, or one that cannot be right: date it first, or give the due day")
    return dated


def _same(held: Handover, entry: Handover) -> bool:
    names = ("study_id", "kind", "session_id") if entry.session_id else ("study_id", "kind", "session_id", "due")
    return all(getattr(held, name) == getattr(entry, name) for name in names)


def _refuse(why: str) -> NoReturn:
    raise HandoverRefusedError(f"{why}. Nothing was registered")
