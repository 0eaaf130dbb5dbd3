"""What a publication has begun and not finished: registered, perhaps sent, never announced by a manifest."""

from collections.abc import Mapping

from sqlalchemy import select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore
from lethe.connectors.streams import delete_all
from lethe.errors import LetheError
from lethe.ledger.schema import recipient_copy
from lethe.sharing.errors import ExportRefusedError, StillAtClientError
from lethe.sharing.exports import ENDED, Export

PENDING = "pending"
"""The version id of a copy that is registered and may not have arrived yet."""


def refuse_ended(agency: Agency, export: Export) -> None:
    """Refuse to go on with an export that was rejected or blocked, once nothing of it is at the client any more.

    Raises:
        ExportRefusedError: it ended so.
        StillAtClientError: it ended so, and what a publication had sent could not be taken back; it can be tried again.
    """
    if export.state not in ENDED:
        return
    taken = take_back_begun(agency, export)
    had = f": what a publication had sent before was taken back (files: {taken})" if taken else ""
    raise ExportRefusedError(
        f"export '{export.export_id}' is already {export.state}; start a new one. Nothing of it is in the client's "
        f"bucket{had}"
    )


def take_back_begun(agency: Agency, export: Export) -> int:
    """Take back what a try that was killed had sent already, and say how many; what is not ours at its place stays.

    Raises:
        StillAtClientError: the store was away or refused; the copies stay registered, and a repeat takes them back.
    """
    query = select(recipient_copy.c.key, recipient_copy.c.sha256).where(
        recipient_copy.c.export_id == export.export_id, recipient_copy.c.version_id == PENDING
    )
    with agency.ledger.engine.connect() as connection:
        begun = {row.key: row.sha256 for row in connection.execute(query)}
    if not begun:
        return 0
    try:
        return _take_back(agency.store(agency.settings.clients.clients[export.client_id].store), begun)
    except (LetheError, OSError) as error:
        raise StillAtClientError(export.export_id, len(begun), error) from None


def _take_back(target: ObjectStore, begun: Mapping[str, str]) -> int:
    ours = [
        version
        for key, versions in target.versions_of(begun.keys()).items()
        for version in versions
        if not version.is_delete_marker and target.sha256(key, version_id=version.version_id or None) == begun[key]
    ]
    if ours:
        delete_all(target, ours)
    target.abort_uploads(begun.keys())
    return len(ours)
