"""The drop: what lies in an inbound store, under opaque ids, and how a file leaves it.

A dropped file's key may hold a person's name, so it stays in the research database; Airflow sees the id alone.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import PurePosixPath

from sqlalchemy import delete, insert, select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectVersion
from lethe.intake.outcome import IntakeError
from lethe.ledger import Entry
from lethe.research import schema
from lethe.settings.models import Source, StoreRole

INDEX = "index.csv"
SETTLE = timedelta(seconds=5)
"""A file changed less than this ago may still be written to; the next run takes it."""
MAX_SUFFIX = 8


@dataclass(frozen=True)
class InboundFile:
    """One dropped file: its opaque id, and its key, which goes into no log."""

    file_id: str
    store_id: str
    key: str = field(repr=False)
    version_id: str
    size: int

    @property
    def suffix(self) -> str:
        """The key's extension in lower case, cut short: the only part of its name that is kept."""
        suffix = PurePosixPath(self.key).suffix.lower()
        return suffix if len(suffix) <= MAX_SUFFIX and suffix[1:].isalnum() else ""


def source_of(agency: Agency, source_id: str) -> Source:
    """The source of that id."""
    source = agency.settings.sources.sources.get(source_id)
    if source is None:
        raise IntakeError(f"there is no source '{source_id}' in config/sources.yaml; nothing was pulled")
    return source


def scan_inbox(agency: Agency, source_id: str) -> list[str]:
    """Register what lies in a source's drop now and give the ids of all that waits, in a stable order."""
    source = source_of(agency, source_id)
    store = agency.store(source.origin)
    now = agency.now()
    rows = {}
    for version in store.list_objects():
        if _is_index(version.key) or (version.modified and timedelta(0) <= now - version.modified < SETTLE):
            continue
        file_id = _file_id(source.origin, version)
        rows[file_id] = {
            "file_id": file_id,
            "source_id": source_id,
            "store_id": source.origin,
            "key": version.key,
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


def waiting(agency: Agency, source_id: str, file_ids: Sequence[str]) -> Iterator[InboundFile]:
    """The registered files of those ids; one that was taken meanwhile is no longer among them."""
    columns = schema.inbound_file.c
    with agency.research.connect() as connection:
        rows = connection.execute(
            select(columns.file_id, columns.store_id, columns.key, columns.version_id, columns.size).where(
                columns.source_id == source_id
            )
        ).all()
    found = {row.file_id: InboundFile(*row) for row in rows}
    for file_id in file_ids:
        if file_id in found:
            yield found[file_id]


@contextmanager
def carry_on(failures: list[str], file_id: str) -> Iterator[None]:
    """One file that cannot be moved does not stop the others; the run says at its end how many there were."""
    try:
        yield
    except Exception as error:
        failures.append(f"{file_id} ({type(error).__name__})")


def raise_if_any(failures: Sequence[str]) -> None:
    """End with an error that names the files by id when some could not be moved."""
    if failures:
        raise IntakeError(
            f"{len(failures)} files could not be moved and stay in the drop: {', '.join(failures[:20])}. "
            "The others were taken; clear this task to try again"
        )


def quarantine(agency: Agency, source_id: str, file: InboundFile, reason: str, *, data: bytes | None = None) -> None:
    """Move a file, or the part of it in `data`, to the quarantine store with its reason."""
    store_id = agency.store_with_role(StoreRole.QUARANTINE)
    store = agency.store(store_id)
    part = "" if data is None else "-rows"
    key = f"intake/{file.file_id}{part}{file.suffix}"
    if data is None:
        source = agency.store(file.store_id)
        digest = source.sha256(file.key, version_id=file.version_id or None)
        store.copy_from(source, file.key, file.version_id, to=key, sha256=digest)
    else:
        store.put(key, data)
    row = {
        "quarantine_id": f"q-{file.file_id}{part}",
        "source_id": source_id,
        "store_id": store_id,
        "key": key,
        "original_name": file.key,
        "reason": reason[:255],
        "quarantined_at": agency.now(),
    }
    with agency.research.begin() as connection:
        held = schema.quarantined.c.quarantine_id
        if connection.execute(select(held).where(held == row["quarantine_id"])).first() is None:
            connection.execute(insert(schema.quarantined), [row])
    agency.ledger.append([Entry("quarantined", source_id, f"{file.file_id}{part}", reason[:32])])


def leave(agency: Agency, file: InboundFile) -> None:
    """Purge a file from the drop in all its versions, unless somebody put another in its place meanwhile."""
    store = agency.store(file.store_id)
    versions = store.versions_of([file.key]).get(file.key, [])
    latest = next((version for version in versions if version.is_latest), None)
    if latest is not None and not latest.is_delete_marker and _file_id(file.store_id, latest) == file.file_id:
        outcomes = store.delete(versions)
        if any(outcome.outcome != "deleted" for outcome in outcomes) or store.versions_of([file.key]):
            raise IntakeError(f"inbound file '{file.file_id}' was copied but is still in the drop")
    with agency.research.begin() as connection:
        connection.execute(delete(schema.inbound_file).where(schema.inbound_file.c.file_id == file.file_id))


def _file_id(store_id: str, version: ObjectVersion) -> str:
    text = "\n".join((store_id, version.key, version.etag, str(version.size)))
    return "f-" + hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _is_index(key: str) -> bool:
    return PurePosixPath(key).name.lower() == INDEX
