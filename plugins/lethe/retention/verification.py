"""What a fresh listing says: the only ground on which something counts as deleted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore
from lethe.connectors.sql import erase_log
from lethe.ledger import Entry
from lethe.ledger.recipients import mark_deleted
from lethe.research import schema
from lethe.retention.errors import RetentionError, StillPresentError
from lethe.retention.inventory import IN_BATCH, RESEARCH
from lethe.retention.plan import PlanItem, items_of, load_plan, refuse_unless_frozen
from lethe.retention.references import DELETED, KEPT


@dataclass(frozen=True)
class PlaceListing:
    """How one place was listed: under which connection, and how many things it held then."""

    place_id: str
    connection: str
    listed: int


@dataclass(frozen=True)
class Verification:
    """A listing that showed none of a plan's items. `absent` are the items, `kept` those that stayed after all."""

    plan_id: str
    listed_at: datetime
    places: tuple[PlaceListing, ...]
    absent: tuple[PlanItem, ...]
    kept: int


def verify_plan(agency: Agency, plan_id: str) -> Verification:
    """List every place of a plan anew, a store under its read-only credentials too, and note what is gone.

    A plan that is over has nothing left to list.

    Raises:
        RetentionError: a later plan took the items over.
        StillPresentError: something of the plan is there, by place and number; nothing is noted as deleted then.
    """
    if load_plan(agency, plan_id).state == "superseded":
        raise RetentionError(f"plan '{plan_id}' is superseded: a later plan took its items over")
    kept = {line.reference for line in agency.ledger.entries(scope=plan_id, event=KEPT)}
    items = [item for item in items_of(agency, plan_id) if item.reference not in kept]
    listed_at = agency.now().astimezone(UTC)
    places = []
    left: Counter[str] = Counter()
    for place_id in sorted({item.place_id for item in items}):
        keys = {item.key for item in items if item.place_id == place_id}
        listing, present = _list(agency, place_id, keys)
        places.append(listing)
        left[place_id] += len(present)
    left = +left
    if left:
        where = ", ".join(f"{number} in '{place_id}'" for place_id, number in sorted(left.items()))
        raise StillPresentError(
            f"plan '{plan_id}': {where} of {len(items)} planned items are still there; no certificate. "
            "Clear 'delete' and what follows to try again."
        )

    def settle(connection: Connection) -> None:
        refuse_unless_frozen(connection, plan_id)
        for item in items:
            if item.kind == "client_copy":
                mark_deleted(connection, item.place_id, [item.key], listed_at)

    agency.ledger.append(
        [
            Entry(
                DELETED,
                plan_id,
                item.reference,
                "absent",
                {"place": item.place_id, "kind": item.kind, "due": item.due.isoformat()},
            )
            for item in items
        ],
        also=settle if items else None,
    )
    _forget_traces(agency, items)
    return Verification(plan_id, listed_at, tuple(places), tuple(items), len(kept))


def _list(agency: Agency, place_id: str, keys: set[str]) -> tuple[PlaceListing, set[str]]:
    """How a place was listed, and which of those keys it still holds."""
    if place_id == RESEARCH:
        with agency.research.connect() as connection:
            ids = set(connection.execute(select(schema.survey_response.c.response_id)).scalars())
        name = agency.settings.places.research.connection
        return PlaceListing(place_id, name, len(ids)), ids & keys
    if place_id in agency.settings.places.tables:
        table = agency.settings.places.tables[place_id]
        ids = {row_id for row_id, _ in agency.table(place_id).dates()}
        return PlaceListing(place_id, table.connection, len(ids)), ids & keys
    spec = agency.settings.places.stores[place_id]
    listed, present = _list_store(agency.store(place_id, verifying=True), keys)
    if spec.verify_connection and spec.verify_connection != spec.connection:
        # The other credentials must not be able to hide anything: what the deleting ones still see is there.
        present |= _list_store(agency.store(place_id), keys)[1]
    return PlaceListing(place_id, spec.verify_connection or spec.connection, listed), present


def _list_store(store: ObjectStore, keys: set[str]) -> tuple[int, set[str]]:
    listed, present = 0, set()
    for version in store.list_versions():
        listed += 1
        if version.key in keys:
            present.add(version.key)
    return listed, present | {upload.key for upload in store.list_uploads() if upload.key in keys}


def _forget_traces(agency: Agency, items: Sequence[PlanItem]) -> None:
    """Remove the rows that only said where the deleted objects lay."""
    objects = [item for item in items if item.kind == "object"]
    if not objects:
        return
    with agency.research.begin() as connection:
        for place_id in sorted({item.place_id for item in objects}):
            keys = [item.key for item in objects if item.place_id == place_id]
            for start in range(0, len(keys), IN_BATCH):
                batch = keys[start : start + IN_BATCH]
                for table in (schema.asset, schema.quarantined):
                    connection.execute(delete(table).where(table.c.store_id == place_id, table.c.key.in_(batch)))
    erase_log(agency.research)
