"""What a drop keeps that no listing of its files shows: a pull may pass it over, and no retention rule covers it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from lethe.agency import Agency
from lethe.retention.audit.findings import Notes
from lethe.retention.references import object_name
from lethe.retention.relist import Thing
from lethe.settings.places import StoreRole

LEFT_AFTER = timedelta(days=3)
"""A pull runs many times a day: what is still there after a weekend nobody takes."""

VERSIONS = "older versions or delete markers"
UPLOADS = "unfinished uploads"


def is_drop(agency: Agency, place_id: str) -> bool:
    """Whether a place is a store that files are pulled from."""
    store = agency.settings.places.stores.get(place_id)
    return store is not None and store.role is StoreRole.INBOUND


def note_left_versions(agency: Agency, place_id: str, things: Iterable[Thing], notes: Notes) -> None:
    """Note the keys with delete markers, or versions behind the current one, that have lain there too long."""
    left = [
        thing.held.name
        for thing in things
        if any(
            (version.is_delete_marker or not version.is_latest) and _is_old(agency, version.modified)
            for version in thing.held.versions
        )
    ]
    notes.note("left_in_drop", place_id, agency.ledger.reference_each(left), VERSIONS)


def note_left_uploads(agency: Agency, place_id: str, notes: Notes) -> None:
    """Note the keys with uploads that were begun too long ago and never finished.

    Raises:
        LetheError: they could not be listed.
    """
    uploads = agency.store(place_id, verifying=True).list_uploads()
    left = [object_name(place_id, upload.key) for upload in uploads if _is_old(agency, upload.at)]
    notes.note("left_in_drop", place_id, agency.ledger.reference_each(left), UPLOADS)


def _is_old(agency: Agency, at: datetime | None) -> bool:
    """What nobody knows the age of counts as old: somebody should look."""
    return at is None or agency.now() - at > LEFT_AFTER
