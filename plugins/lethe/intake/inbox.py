"""A file of a drop under its opaque id, and how it leaves: taken, or to quarantine.

A dropped file's key may hold a person's name, so it stays in the research database; Airflow sees the id alone.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from sqlalchemy import delete, insert, select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectVersion
from lethe.connectors.streams import digest_whole
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
        digest = digest_whole(source, file.key, file.version_id)
        store.copy_from(source, file.key, file.version_id, to=key, sha256=digest)
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
    """Purge a file from the drop in all its versions, unless somebody put another in its place meanwhile."""
    store = agency.store(file.store_id)
    versions = store.versions_of([file.key]).get(file.key, [])
    latest = next((version for version in versions if version.is_latest), None)
    if latest is not None and not latest.is_delete_marker and file_id_of(file.store_id, latest) == file.file_id:
        refuse_if_stopped(agency)
        outcomes = store.delete(versions)
        if any(outcome.outcome != "deleted" for outcome in outcomes) or store.versions_of([file.key]):
            raise IntakeError(f"inbound file '{file.file_id}' was copied but is still in the drop")
    with agency.research.begin() as connection:
        connection.execute(delete(schema.inbound_file).where(schema.inbound_file.c.file_id == file.file_id))


def file_id_of(store_id: str, version: ObjectVersion) -> str:
    """The opaque id of one object as it is now: another once its bytes are replaced."""
    text = "\n".join((store_id, version.key, version.etag, str(version.size)))
    return "f-" + hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def key_as_kept(key: str) -> str:
    """A key as a database can hold it: the name of a file on disk need not be valid Unicode."""
    return json.dumps(key)
