"""Putting exactly the approved bytes in the client's bucket, the manifest last (P4.5)."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import rfc8785
from sqlalchemy import Connection, select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore
from lethe.connectors.streams import delete_all
from lethe.errors import LetheError
from lethe.ledger import Entry
from lethe.ledger.recipients import RecipientCopy, register_copies
from lethe.ledger.schema import recipient_copy
from lethe.settings.places import StoreRole
from lethe.sharing.approval import require_approval
from lethe.sharing.begun import PENDING, refuse_ended, take_back_begun
from lethe.sharing.errors import ExportRefusedError
from lethe.sharing.examined import candidate_digest, read_candidates
from lethe.sharing.exports import Candidate, Export, candidates_of, load_export, set_state
from lethe.sharing.recheck import require_sharable

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Publication:
    """What was shared: ids, counts and the manifest's digest."""

    export_id: str
    client_id: str
    prefix: str
    files: int
    manifest_sha256: str


def publish_export(agency: Agency, export_id: str, *, triggering_user: str | None) -> Publication:
    """Copy the approved candidates of an export to its client, then the manifest, and register every copy.

    Each copy stands in the recipients register before its bytes are sent, so that none can outlive its due date
    unknown. When a copy fails, what this export had put there is taken back. Repeated, it gives the same bytes.

    Raises:
        ExportRefusedError: see `require_approval`; also when bytes are not the ones examined, or something may no
            longer be shared. What a killed try had sent by then is taken back.
        StillAtClientError: it is refused, and what a killed try had sent could not be taken back yet.
    """
    export = load_export(agency, export_id)
    refuse_ended(agency, export)
    if export.state == "selected":
        raise ExportRefusedError(f"export '{export_id}' is selected, not examined; nothing was shared")
    files = candidates_of(agency, export_id)
    if export.state == "published":
        return _publication(agency, export, files)
    digest = candidate_digest(files)
    client = agency.settings.clients.clients[export.client_id]
    target = agency.store(client.store)
    try:
        decision = require_approval(agency, export, triggering_user=triggering_user, digest=digest)
        require_sharable(agency, export, files)
    except ExportRefusedError:
        take_back_begun(agency, export)
        raise
    read_candidates(agency, files)
    manifest = manifest_bytes(agency, export, files)
    copies = _copies(agency, export, files, manifest)
    # All of it before anything is sent: what stands at our place and is not ours must never be taken back as ours.
    standing = {copy.key for copy in copies if _stands(target, copy.key, copy.sha256)}
    with agency.ledger.engine.begin() as connection:
        register_copies(agency.ledger, copies, connection=connection)
        _expect(connection, copies)
    staging = agency.store(agency.store_with_role(StoreRole.STAGING))
    prefix = prefix_of(agency, export)
    try:
        for file in files:
            if prefix + file.name not in standing:
                target.copy_from(staging, file.key, file.version_id, to=prefix + file.name, sha256=file.sha256)
        # Last: a client never sees a manifest of files that are not there.
        if prefix + MANIFEST not in standing:
            target.put(prefix + MANIFEST, manifest, content_type="application/json")
    except (LetheError, OSError):
        _take_back(target, [copy.key for copy in copies])
        raise

    def settle(connection: Connection) -> None:
        _settle_versions(connection, target, copies)
        set_state(connection, export_id, "published")

    agency.ledger.append(
        [
            Entry(
                "published",
                export_id,
                agency.ledger.reference("object", copy.store_id, copy.key),
                "shared",
                {"sha256": copy.sha256, "kind": copy.kind, "due": copy.due.isoformat(), "clause": copy.clause},
            )
            for copy in copies
        ]
        + [
            Entry(
                "export_published",
                export_id,
                export_id,
                "shared",
                {
                    "client_id": export.client_id,
                    "study_id": export.study_id,
                    "files": len(files),
                    "candidate_digest": digest,
                    "approved_by": decision.responder_name,
                    "requested_by": export.requested_by,
                },
            )
        ],
        also=settle,
    )
    return _publication(agency, export, files)


def prefix_of(agency: Agency, export: Export) -> str:
    """Where an export lies in its client's store; each run is a version of its own."""
    client = agency.settings.clients.clients[export.client_id]
    start = f"{client.prefix.strip('/')}/" if client.prefix.strip("/") else ""
    return f"{start}{export.study_id}/{export.export_id}/"


def manifest_bytes(agency: Agency, export: Export, files: list[Candidate]) -> bytes:
    """What the client is told: every file with its digest, clause and due date, as RFC 8785 JSON.

    Its time is the selection's, so that a repeated run gives the same bytes.
    """
    rules = agency.settings.retention.rules.values()
    windows = sorted({(rule.clause, rule.keep_months) for rule in rules if rule.client_copies and rule.keep_months})
    document: dict[str, Any] = {
        "format": "lethe-export-manifest/1",
        "agency": agency.settings.agency.name,
        "client_id": export.client_id,
        "study_id": export.study_id,
        "export_id": export.export_id,
        "selected_at": _utc(export.selected_at),
        "mode": export.mode,
        "purpose": "For the purposes of this study only (P4.5).",
        "retention": [f"{clause}: {months} calendar months from the event" for clause, months in windows],
        "survey_due_date": "the day the earliest answer in the table falls due",
        "files": [
            {
                "name": file.name,
                "kind": file.kind,
                "sha256": file.sha256,
                "size": file.size,
                "clause": file.clause,
                "delete_on": file.due.isoformat(),
                "words": file.counts.get("words", 0),
                "words_masked": file.counts.get("words_masked", 0),
            }
            for file in files
        ],
    }
    return rfc8785.dumps(document)


def _copies(agency: Agency, export: Export, files: list[Candidate], manifest: bytes) -> list[RecipientCopy]:
    prefix = prefix_of(agency, export)
    store_id = agency.settings.clients.clients[export.client_id].store
    latest = max(files, key=lambda file: file.due)

    def copy(name: str, kind: str, sha256: str, size: int, of: Candidate) -> RecipientCopy:
        return RecipientCopy(
            copy_id=f"{export.export_id}:{hashlib.sha256(name.encode()).hexdigest()[:16]}",
            export_id=export.export_id,
            study_id=export.study_id,
            client_id=export.client_id,
            store_id=store_id,
            key=prefix + name,
            version_id=PENDING,
            sha256=sha256,
            size=size,
            kind=kind,
            clause=of.clause,
            due=of.due,
            published_at=agency.now(),
        )

    return [copy(file.name, file.kind, file.sha256, file.size, file) for file in files] + [
        copy(MANIFEST, "manifest", hashlib.sha256(manifest).hexdigest(), len(manifest), latest)
    ]


def _expect(connection: Connection, copies: list[RecipientCopy]) -> None:
    """Note what is about to be sent: a try that was cut short may have registered other bytes under these names, and
    what is not known as ours would never be taken back."""
    for copy in copies:
        connection.execute(
            recipient_copy.update()
            .where(recipient_copy.c.copy_id == copy.copy_id, recipient_copy.c.version_id == PENDING)
            .values(sha256=copy.sha256, size=copy.size)
        )


def _stands(target: ObjectStore, key: str, sha256: str) -> bool:
    """Whether exactly these bytes are already there; other bytes under our key stop the export."""
    current = [version for version in target.versions_of([key]).get(key, []) if version.is_latest]
    if not current or current[0].is_delete_marker:
        return False
    if target.sha256(key) != sha256:
        raise ExportRefusedError(
            "the client's bucket holds other bytes at this export's place; nothing was overwritten"
        )
    return True


def _take_back(target: ObjectStore, keys: list[str]) -> None:
    versions = [version for found in target.versions_of(keys).values() for version in found]
    if versions:
        delete_all(target, versions)
    target.abort_uploads(keys)


def _settle_versions(connection: Connection, target: ObjectStore, copies: list[RecipientCopy]) -> None:
    found = target.versions_of([copy.key for copy in copies])
    for copy in copies:
        latest = next(version for version in found[copy.key] if version.is_latest)
        connection.execute(
            recipient_copy.update().where(recipient_copy.c.copy_id == copy.copy_id).values(version_id=latest.version_id)
        )


def _publication(agency: Agency, export: Export, files: list[Candidate]) -> Publication:
    with agency.ledger.engine.connect() as connection:
        digest = connection.execute(
            select(recipient_copy.c.sha256).where(
                recipient_copy.c.export_id == export.export_id, recipient_copy.c.kind == "manifest"
            )
        ).scalar_one()
    return Publication(export.export_id, export.client_id, prefix_of(agency, export), len(files), digest)


def _utc(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
