"""The versions of a dropped file: the current one is taken, and what lies under it is set aside before that.

On a versioned bucket two files dropped under one name are two versions of one key. Whoever overwrote the first may have
meant another file or a better one: only a person can tell, so it goes to quarantine. So does what somebody withdrew,
which the bucket shows as a delete marker on top. No version goes that was not copied or taken.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore, ObjectVersion
from lethe.intake.inbox import (
    InboundFile,
    digest_of,
    file_id_of,
    id_of_content,
    inbound_file,
    purge,
    quarantine,
    unregister,
)
from lethe.intake.refusal import Reason, Refused


def heads(store: ObjectStore) -> Iterator[ObjectVersion]:
    """What lies on top at each key: the current version, or the marker of somebody who withdrew the file."""
    return (version for version in store.list_versions() if version.is_latest)


def current_of(
    agency: Agency, source_id: str, file: InboundFile, reasons: Counter[str], *, due: date | None = None
) -> InboundFile | None:
    """The file as it is to be taken, once all other versions of its key are in quarantine and gone from the drop.

    None for a file that was withdrawn, which is then gone too, and for one replaced since it was registered: the next
    run takes what is there now. `reasons` counts what was set aside; `due` is the day on which it goes at the latest.
    Repeating it after a kill goes on where it stopped.

    Raises:
        IntakeError: a version is still there after it was purged.
    """
    store = agency.store(file.store_id)
    versions = store.versions_of([file.key]).get(file.key, [])
    top = next((version for version in versions if version.is_latest), None)
    if top is None:
        return file  # gone: reading it says so
    if file_id_of(file.store_id, top) != file.file_id:
        return None
    current = inbound_file(file.store_id, top)
    why = Refused(Reason.WITHDRAWN if top.is_delete_marker else Reason.OVERWRITTEN)
    older: dict[str, list[ObjectVersion]] = {}
    for version in versions:
        if version is not top and not version.is_delete_marker:
            older.setdefault(digest_of(store, version), []).append(version)
    if older and not top.is_delete_marker:
        # The same bytes once more: they leave with the current version, once that is taken.
        older.pop(digest_of(store, top), None)
    for digest, found in sorted(older.items()):
        aside = replace(inbound_file(file.store_id, found[0]), file_id=id_of_content(file, digest))
        quarantine(agency, source_id, aside, why, due=due)
        purge(agency, aside, found)
        reasons[why.code] += 1
    if not top.is_delete_marker:
        return current
    purge(agency, current, [version for version in versions if version.is_delete_marker])
    unregister(agency, file)
    return None
