"""A file of a drop under its opaque id, and how it leaves: taken, or to quarantine.

A dropped file's key may hold a person's name, so it stays in the research database; Airflow sees the id alone.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from sqlalchemy import delete, insert, select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore, ObjectVersion
from lethe.connectors.streams import copy_by_stream, digest_whole
from lethe.intake.outcome import IntakeError
from lethe.intake.refusal import Refused
from lethe.ledger import Entry
from lethe.research import schema
from lethe.research.sessions import TRANSCRIPT_SUFFIXES
from lethe.retention.stop import refuse_if_stopped
from lethe.settings.models import Source
from lethe.settings.places import StoreRole

RECORDING_SUFFIXES = frozenset({".wav", ".mp4", ".m4a", ".mp3", ".mov", ".webm", ".mkv", ".ogg", ".flac", ".aac"})
SURVEY_SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".sav", ".parquet"})
SUFFIXES = TRANSCRIPT_SUFFIXES | RECORDING_SUFFIXES | SURVEY_SUFFIXES

UNVERSIONED = "null"
"""The version id of what was written while a bucket kept no versions."""


@dataclass(frozen=True)
class InboundFile:
    """One dropped file: its opaque id, and its key, which goes into no log."""

    file_id: str
    store_id: str
    key: str = field(repr=False)
    version_id: str
    size: int
    is_current: bool = True

    @property
    def read_as(self) -> str:
        """The version id to read it by; empty where it is what a store without versions holds."""
        return "" if self.is_current and self.version_id == UNVERSIONED else self.version_id

    @property
    def suffix(self) -> str:
        """The key's extension where it is one we know: of `call with dr.smith` nothing is kept."""
        suffix = PurePosixPath(self.key).suffix.lower()
        return suffix if suffix in SUFFIXES else ""


def source_of(agency: Agency, source_id: str) -> Source:
    """The source of that id."""
    source = agency.settings.sources.sources.get(source_id)
    if source is None:
        raise IntakeError(f"there is no source '{source_id}' in config/sources.yaml; nothing was pulled")
    return source


def waiting(agency: Agency, source_id: str, file_ids: Sequence[str]) -> Iterator[InboundFile]:
    """The registered files of those ids; one that was taken meanwhile is no longer among them."""
    columns = schema.inbound_file.c
    with agency.research.connect() as connection:
        rows = connection.execute(
            select(columns.file_id, columns.store_id, columns.key, columns.version_id, columns.size).where(
                columns.source_id == source_id
            )
        ).all()
    found = {row[0]: InboundFile(row[0], row[1], json.loads(row[2]), row[3], row[4]) for row in rows}
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


def quarantine(
    agency: Agency,
    source_id: str,
    file: InboundFile,
    why: Refused,
    *,
    rows: bytes | None = None,
    due: date | None = None,
) -> None:
    """Copy a file, or the `rows` of it (CSV), to the quarantine store with the reason.

    `due` is the day on which what it was made from goes, where that is known: it is kept no longer.
    """
    store_id = agency.store_with_role(StoreRole.QUARANTINE)
    store = agency.store(store_id)
    part, suffix = ("", file.suffix) if rows is None else ("-rows", ".csv")
    key = f"intake/{file.file_id}{part}{suffix}"
    if rows is None:
        source = agency.store(file.store_id)
        digest = digest_whole(source, file.key, file.read_as)
        # From before versions were kept, and no longer the current one: a copy on the server would take that one.
        copy = partial(copy_by_stream, store) if file.read_as == UNVERSIONED else store.copy_from
        copy(source, file.key, file.version_id, to=key, sha256=digest)
    else:
        store.put(key, rows)
    row = {
        "quarantine_id": f"q-{file.file_id}{part}",
        "source_id": source_id,
        "store_id": store_id,
        "key": key,
        "original_name": file.key.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
        "reason": why.told[:255],
        "quarantined_at": agency.now(),
        "due": due,
    }
    with agency.research.begin() as connection:
        held = schema.quarantined.c.quarantine_id
        if connection.execute(select(held).where(held == row["quarantine_id"])).first() is None:
            connection.execute(insert(schema.quarantined), [row])
    agency.ledger.append([Entry("quarantined", source_id, f"{file.file_id}{part}", why.code[:32])])


def leave(agency: Agency, file: InboundFile) -> None:
    """Purge the version of a file that was taken, and others of the same bytes; what else lies at its key stays."""
    store = agency.store(file.store_id)
    versions = store.versions_of([file.key]).get(file.key, [])
    taken = [version for version in versions if _is_version(file, version)]
    others = [version for version in versions if version not in taken and not version.is_delete_marker]
    if taken:
        same = [version for version in others if version.size == taken[0].size]
        digest = digest_of(store, taken[0]) if same else ""
        gone = taken + [version for version in same if digest_of(store, version) == digest]
        # A marker holds the key, which may hold a name. One on top of what is still there says that it was withdrawn.
        markers = [version for version in versions if version.is_delete_marker] if len(gone) > len(others) else []
        purge(agency, file, [*gone, *markers])
    unregister(agency, file)


def purge(agency: Agency, file: InboundFile, versions: Sequence[ObjectVersion]) -> None:
    """Delete exactly these versions of a file from the drop.

    Raises:
        IntakeError: one is still there.
        DeletionsStoppedError: somebody stopped every deletion.
    """
    refuse_if_stopped(agency)
    store = agency.store(file.store_id)
    outcomes = store.delete(versions)
    left = {(version.version_id, version.etag) for version in store.versions_of([file.key]).get(file.key, [])}
    if any(one.outcome != "deleted" or (one.version.version_id, one.version.etag) in left for one in outcomes):
        raise IntakeError(f"inbound file '{file.file_id}' was copied but is still in the drop")


def unregister(agency: Agency, file: InboundFile) -> None:
    """Forget a file that has left the drop, or that is another one now."""
    with agency.research.begin() as connection:
        connection.execute(delete(schema.inbound_file).where(schema.inbound_file.c.file_id == file.file_id))


def inbound_file(store_id: str, version: ObjectVersion) -> InboundFile:
    """One version of a key as a file of its own."""
    file_id = file_id_of(store_id, version)
    return InboundFile(file_id, store_id, version.key, version.version_id, version.size, version.is_latest)


def digest_of(store: ObjectStore, version: ObjectVersion) -> str:
    """The SHA-256 of a version's bytes."""
    return digest_whole(store, version.key, inbound_file(store.store_id, version).read_as)


def _is_version(file: InboundFile, version: ObjectVersion) -> bool:
    if version.version_id != file.version_id or file_id_of(file.store_id, version) != file.file_id:
        return False
    # Read without an id, it was what lay on top then: once overwritten, it may never have been read.
    return bool(file.read_as) or version.is_latest


def file_id_of(store_id: str, version: ObjectVersion) -> str:
    """The opaque id of one object as it is now: another once its bytes are replaced."""
    return _id(store_id, version.key, version.etag, str(version.size))


def id_of_content(file: InboundFile, digest: str) -> str:
    """The opaque id of other bytes that lie at a file's key."""
    return _id(file.store_id, file.key, digest)


def _id(*parts: str) -> str:
    return "f-" + hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:24]


def key_as_kept(key: str) -> str:
    """A key as a database can hold it: the name of a file on disk need not be valid Unicode."""
    return json.dumps(key)
