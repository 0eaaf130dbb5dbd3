"""A store as it is listed for proof: under the connection that reads, and under the deleting one where that is another.

One of the two alone may lead to an empty twin of the place, or may not be shown all of it.
"""

import heapq
from collections.abc import Collection, Iterator
from itertools import groupby, islice
from operator import itemgetter

from lethe.agency import Agency
from lethe.connectors.buckets import origin_of_connection
from lethe.connectors.objects import ObjectStore, ObjectVersion
from lethe.retention.inventory import RESEARCH, by_key

IN_BATCH = 500

Seen = tuple[str, tuple[ObjectVersion, ...], str]
"""A key, its versions, and the connection that does not show it though another one does; empty where all show it."""


def same_credentials(agency: Agency, one: str, other: str) -> bool:
    """Whether two connections are one in all but name: the same endpoint or folder, and the same login there."""
    return _identity(agency, one) == _identity(agency, other)


def _identity(agency: Agency, conn_id: str) -> tuple[str, ...]:
    spec = agency.connection(conn_id)
    if spec.conn_type == "fs":  # a folder has no login
        return (origin_of_connection(spec),)
    return (origin_of_connection(spec), spec.host, str(spec.port or ""), spec.schema, spec.login)


def connections_of(agency: Agency, place_id: str) -> tuple[str, ...]:
    """The connections that a place is listed under: for a store the read-only one first, then another that deletes."""
    places = agency.settings.places
    if place_id == RESEARCH:
        return (places.research.connection,)
    if place_id in places.tables:
        return (places.tables[place_id].connection,)
    spec = places.stores[place_id]
    if not spec.verify_connection or spec.verify_connection == spec.connection:
        return (spec.connection,)
    if same_credentials(agency, spec.verify_connection, spec.connection):
        return (spec.verify_connection,)
    return (spec.verify_connection, spec.connection)


def seen_keys(agency: Agency, store_id: str, prefix: str = "") -> Iterator[Seen]:
    """Each key that any of its connections shows, with the versions that any of them shows, in the order of the keys.

    Raises:
        ConnectorError: one of them cannot list the store to its end.
    """
    reading = agency.store(store_id, verifying=True)
    connections = connections_of(agency, store_id)
    if len(connections) == 1:
        for key, versions in by_key(reading, prefix):
            yield key, versions, ""
        return
    stores = (reading, agency.store(store_id))
    merged = heapq.merge(*(_of_side(side, store, prefix) for side, store in enumerate(stores)), key=itemgetter(0))
    grouped = ((key, list(shown)) for key, shown in groupby(merged, key=itemgetter(0)))
    while batch := list(islice(grouped, IN_BATCH)):
        hidden: dict[str, str] = {}
        for side, other in ((0, 1), (1, 0)):
            alone = [key for key, shown in batch if {seen_by for _, seen_by, _ in shown} == {other}]
            hidden |= dict.fromkeys(_still_hidden(alone, stores[side], stores[other]), connections[side])
        for key, shown in batch:
            every = {version.version_id: version for _, _, listed in shown for version in listed}
            yield key, tuple(every.values()), hidden.get(key, "")


def _of_side(side: int, store: ObjectStore, prefix: str) -> Iterator[tuple[str, int, tuple[ObjectVersion, ...]]]:
    return ((key, side, versions) for key, versions in by_key(store, prefix))


def _still_hidden(keys: Collection[str], store: ObjectStore, shown_by: ObjectStore) -> set[str]:
    """Those that one still does not show and the other still does: not what was written or deleted meanwhile."""
    missing = set(keys) - _there(store, keys)
    return missing & _there(shown_by, missing)


def _there(store: ObjectStore, keys: Collection[str]) -> set[str]:
    if not keys:
        return set()
    begun = {upload.key for upload in store.uploads_of(keys)}
    return begun | store.versions_of(keys).keys()
