"""A drop's `index.csv`: which session each file belongs to, where its place does not tell."""

import csv
import io
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import PurePosixPath

from lethe.agency import Agency
from lethe.connectors.objects import ObjectVersion
from lethe.connectors.streams import read_whole
from lethe.intake.inbox import inbound_file, leave, quarantine, source_of
from lethe.intake.refusal import Reason, Refused
from lethe.intake.versions import current_of, heads

INDEX = "index.csv"
WAIT_FOR_FILES = timedelta(days=1)
"""An index may come well before its files; after this it is no longer waited for."""


@dataclass(frozen=True)
class Index:
    """One index: session ids by key. It names people's files, and no repr shows them."""

    version: ObjectVersion
    sessions: dict[str, str] = field(repr=False)


def is_index(key: str) -> bool:
    """Whether a key is an index and not a file to take."""
    return PurePosixPath(key).name.lower() == INDEX


def read_indexes(agency: Agency, store_id: str) -> list[Index]:
    """Every index of a drop (columns `file`, `session_id`), its paths relative to its own place.

    One that cannot be read tells of no file: what needs it goes to quarantine, and the other files are taken.
    """
    store = agency.store(store_id)
    found = []
    for version in [version for version in heads(store) if is_index(version.key) and not version.is_delete_marker]:
        folder = version.key[: -len(INDEX)]
        rows = _rows(read_whole(store, version.key, inbound_file(store_id, version).read_as))
        found.append(Index(version, {folder + name: named for name, named in rows}))
    return found


def clear_indexes(agency: Agency, source_id: str, *, moved: Collection[str] = ()) -> None:
    """Purge each index whose files have all just been moved; one left without files goes to quarantine after a day.

    What an index said before it was overwritten goes there with it, and one that was withdrawn at once.
    """
    store_id = source_of(agency, source_id).origin
    store = agency.store(store_id)
    tops = list(heads(store))
    for version in tops:
        if is_index(version.key) and version.is_delete_marker:
            current_of(agency, source_id, inbound_file(store_id, version), Counter())
    indexes = read_indexes(agency, store_id)
    present = {version.key for version in tops if not version.is_delete_marker}
    for index in indexes:
        if present & index.sessions.keys():
            continue
        found = index.version
        served = bool(index.sessions) and index.sessions.keys() <= set(moved)
        if not served and not (found.modified and agency.now() - found.modified >= WAIT_FOR_FILES):
            continue
        file = current_of(agency, source_id, inbound_file(store_id, found), Counter())
        if file is None:
            continue
        if not served:
            quarantine(agency, source_id, file, Refused(Reason.LONELY_INDEX))
        leave(agency, file)


def _rows(data: bytes) -> list[tuple[str, str]]:
    text = data.decode("utf-8-sig", "replace")
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error:
        return []
    pairs = [(str(row.get("file") or "").strip(), str(row.get("session_id") or "").strip()) for row in rows]
    return [(name, session_id) for name, session_id in pairs if name and session_id]
