"""The places that a rule reaches: those it names, and the replicas of each.

A version-id delete is not replicated, so a replica keeps what its primary lost: it is one more place of the rule.
"""

from lethe.agency import Agency
from lethe.settings.retention import RetentionRule


def effective_places(agency: Agency, rule: RetentionRule) -> tuple[str, ...]:
    """The ids of the places that a rule covers, in order, replicas included."""
    return tuple(sorted({*rule.places, *(one for place in rule.places for one in replicas_of(agency, place))}))


def replicas_of(agency: Agency, store_id: str) -> tuple[str, ...]:
    """The ids of the stores that say they are replicas of this one, in order."""
    stores = agency.settings.places.stores
    return tuple(sorted(one for one, store in stores.items() if store.replica_of == store_id))


def primary_of(agency: Agency, store_id: str) -> str:
    """The store that a store's keys are dated by: for a replica its primary, for any other itself."""
    store = agency.settings.places.stores.get(store_id)
    return store_id if store is None or store.replica_of is None else store.replica_of
