"""What lies in a drop now, registered under opaque ids."""

from datetime import timedelta

from sqlalchemy import delete, insert, select

from lethe.agency import Agency
from lethe.intake.inbox import file_id_of, key_as_kept, source_of
from lethe.intake.index import clear_indexes, is_index
from lethe.intake.versions import heads
from lethe.research import schema
from lethe.settings.models import SourceKind

SETTLE = timedelta(seconds=5)
"""A file changed less than this ago may still be written to; the next run takes it."""


def scan_inbox(agency: Agency, source_id: str) -> list[str]:
    """Register what lies in a source's drop now and give the ids of all that waits, in a stable order.

    A file is what lies on top at its key; one that was withdrawn waits too, to be set aside.
    """
    source = source_of(agency, source_id)
    indexed = source.kind is SourceKind.SESSION_FILES
    if indexed:
        clear_indexes(agency, source_id)
    store = agency.store(source.origin)
    now = agency.now()
    rows = {}
    for version in heads(store):
        if indexed and is_index(version.key):
            continue
        if version.modified and timedelta(0) <= now - version.modified < SETTLE:
            continue
        file_id = file_id_of(source.origin, version)
        rows[file_id] = {
            "file_id": file_id,
            "source_id": source_id,
            "store_id": source.origin,
            "key": key_as_kept(version.key),
            "version_id": version.version_id,
            "size": version.size,
            "seen_at": now,
        }
    with agency.research.begin() as connection:
        known = set(
            connection.execute(
                select(schema.inbound_file.c.file_id).where(schema.inbound_file.c.source_id == source_id)
            ).scalars()
        )
        # Gone from the drop without us, or replaced: what is there now has a row of its own.
        for stale in known - set(rows):
            connection.execute(delete(schema.inbound_file).where(schema.inbound_file.c.file_id == stale))
        for row in rows.values():
            if row["file_id"] not in known:
                connection.execute(
                    delete(schema.inbound_file).where(
                        schema.inbound_file.c.store_id == row["store_id"],
                        schema.inbound_file.c.key == row["key"],
                        schema.inbound_file.c.version_id == row["version_id"],
                    )
                )
                connection.execute(insert(schema.inbound_file), [row])
    return sorted(rows)
