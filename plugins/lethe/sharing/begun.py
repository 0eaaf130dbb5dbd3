"""What a publication has begun and not finished: registered, perhaps sent, never announced by a manifest."""

from sqlalchemy import select

from lethe.agency import Agency
from lethe.connectors.streams import delete_all
from lethe.ledger.schema import recipient_copy
from lethe.sharing.exports import Export

PENDING = "pending"
"""The version id of a copy that is registered and may not have arrived yet."""


def take_back_begun(agency: Agency, export: Export) -> None:
    """Take back what a try that was killed had sent already; what is not ours at such a place stays."""
    target = agency.store(agency.settings.clients.clients[export.client_id].store)
    with agency.ledger.engine.connect() as connection:
        begun = connection.execute(
            select(recipient_copy.c.key, recipient_copy.c.sha256).where(
                recipient_copy.c.export_id == export.export_id, recipient_copy.c.version_id == PENDING
            )
        ).all()
    there = target.versions_of([row.key for row in begun])
    ours = [
        version
        for row in begun
        for version in there.get(row.key, [])
        if not version.is_delete_marker and target.sha256(row.key, version_id=version.version_id or None) == row.sha256
    ]
    if ours:
        delete_all(target, ours)
    target.abort_uploads([row.key for row in begun])
