"""Transcripts and recordings dropped as files: each under its session, dated by it and by nothing else (P4.2)."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sqlalchemy import insert, select

from anonymizers.errors import FormatError
from anonymizers.formats import parse_transcript
from lethe.agency import Agency
from lethe.connectors.streams import digest_whole, read_whole
from lethe.intake.inbox import (
    RECORDING_SUFFIXES,
    InboundFile,
    carry_on,
    leave,
    quarantine,
    raise_if_any,
    source_of,
    waiting,
)
from lethe.intake.index import clear_indexes, read_indexes
from lethe.intake.outcome import IntakeError, Pulled
from lethe.intake.refusal import Reason, Refused
from lethe.intake.versions import current_of
from lethe.ledger import Entry
from lethe.research import schema
from lethe.research.sessions import TRANSCRIPT_SUFFIXES, Session, SessionFinder
from lethe.retention.belonging import people, scope
from lethe.retention.due import due_date
from lethe.retention.holds import active_holds
from lethe.retention.references import object_name, was_deleted
from lethe.settings.retention import ItemKind

MAX_TRANSCRIPT_BYTES = 64 * 2**20

Became = Literal["taken", "known_before", "deleted_before"]


@dataclass(frozen=True)
class _Drop:
    """One inbound store with what tells its files' sessions."""

    finder: SessionFinder
    index: dict[str, str] = field(repr=False)


def take_session_files(agency: Agency, source_id: str, file_ids: Sequence[str]) -> Pulled:
    """Move dropped files into the raw store under opaque ids; a file that cannot be placed goes to quarantine.

    A copy is verified by its digest before the original is purged. What was overwritten or withdrawn before the pull
    goes to quarantine. Repeating is harmless.

    Raises:
        IntakeError: files that could not be moved, by id; the others were.
    """
    source = source_of(agency, source_id)
    if source.destination is None:
        raise IntakeError(f"source '{source_id}' names no store to pull to; nothing was pulled")
    drop = _Drop(
        SessionFinder(agency.research, source.origin, agency.settings.places.stores[source.origin].key_template),
        {key: named for index in read_indexes(agency, source.origin) for key, named in index.sessions.items()},
    )
    became: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    failures: list[str] = []
    moved: set[str] = set()
    for file in waiting(agency, source_id, file_ids):
        with carry_on(failures, file.file_id):
            current = current_of(agency, source_id, file, reasons, due=_due(agency, file, drop))
            if current is None:
                continue
            try:
                became[_take(agency, source_id, source.destination, current, drop)] += 1
            except Refused as refused:
                quarantine(agency, source_id, current, refused)
                reasons[refused.code] += 1
            leave(agency, current)
            moved.add(file.key)
    clear_indexes(agency, source_id, moved=moved)
    raise_if_any(failures)
    return Pulled(**became, quarantined=reasons.total(), reasons=dict(reasons), not_read={})


def _take(agency: Agency, source_id: str, store_id: str, file: InboundFile, drop: _Drop) -> Became:
    session = _session_of(file, drop)
    inbox, raw = agency.store(file.store_id), agency.store(store_id)
    kind = _kind(agency, file)
    sha256 = digest_whole(inbox, file.key, file.read_as)
    asset_id = "a-" + hashlib.sha256(f"{session.session_id}\n{sha256}".encode()).hexdigest()[:16]
    key = f"{session.study_id}/{session.session_id}/{asset_id}{file.suffix}"
    with agency.research.connect() as connection:
        row = connection.execute(select(schema.asset.c.key).where(schema.asset.c.asset_id == asset_id)).first()
    known = row is not None
    if row is not None:
        key = row.key
    if was_deleted(agency.ledger, object_name(store_id, key)):
        holds = active_holds(agency)
        of_session = people(agency).of_session(session.study_id, session.session_id) if holds else ()
        if holds.on((*of_session, scope("place", store_id))):
            # It may be the only copy there is of what must be kept.
            raise Refused(Reason.DELETED_AND_HELD)
        # The very bytes that were deleted on their day: a tombstone keeps them from coming back.
        agency.ledger.append([Entry("refused", source_id, asset_id, "deleted_before")])
        return "deleted_before"
    # A row alone does not show that the bytes are still there, and the drop's own are about to go.
    if not known or key not in raw.versions_of([key]) or raw.sha256(key) != sha256:
        raw.copy_from(inbox, file.key, file.version_id, to=key, sha256=sha256)
    if not known:
        new = {
            "asset_id": asset_id,
            "session_id": session.session_id,
            "kind": kind.value,
            "store_id": store_id,
            "key": key,
            "sha256": sha256,
            "pulled_at": agency.now(),
        }
        with agency.research.begin() as connection:
            connection.execute(insert(schema.asset), [new])
    details = {"kind": kind.value, "session_id": session.session_id}
    agency.ledger.append([Entry("pulled", source_id, asset_id, "taken", details)])
    return "known_before" if known else "taken"


def _session_of(file: InboundFile, drop: _Drop) -> Session:
    """By an asset row of that key, by the key's place, or by the drop's index, in this order."""
    session = drop.finder.kind_and_session(file.key)[1]
    if session is None:
        named = drop.index.get(file.key)
        if named is None:
            raise Refused(Reason.NO_SESSION)
        session = drop.finder.sessions.get(named)
    if session is None:
        raise Refused(Reason.UNKNOWN_SESSION)
    if session.started_at is None:
        raise Refused(Reason.UNDATED_SESSION)
    return session


def _due(agency: Agency, file: InboundFile, drop: _Drop) -> date | None:
    """The day on which a file of its session goes, where the session is known and dated (P4.2)."""
    try:
        session = _session_of(file, drop)
    except Refused:
        return None
    kind = ItemKind.RECORDING if file.suffix in RECORDING_SUFFIXES else ItemKind.TRANSCRIPT
    rule = next((rule for rule in agency.settings.retention.rules.values() if rule.items is kind), None)
    return due_date(session.started_at, rule, agency.settings.agency.zone) if rule and session.started_at else None


def _kind(agency: Agency, file: InboundFile) -> ItemKind:
    if file.suffix in RECORDING_SUFFIXES:
        return ItemKind.RECORDING
    if file.suffix not in TRANSCRIPT_SUFFIXES:
        raise Refused(Reason.NO_KIND)
    if file.size > MAX_TRANSCRIPT_BYTES:
        raise Refused(Reason.TOO_LARGE)
    data = read_whole(agency.store(file.store_id), file.key, file.read_as)
    try:
        parse_transcript(data, file.suffix)
    except FormatError as error:
        raise Refused(Reason.NOT_READABLE, error) from None
    return ItemKind.TRANSCRIPT
