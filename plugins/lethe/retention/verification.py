"""What a fresh listing says: the only ground on which something counts as deleted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import Connection, delete, select

from lethe.agency import Agency
from lethe.connectors.objects import ObjectStore
from lethe.connectors.sql import engine_from, erase_log
from lethe.ledger import Entry
from lethe.ledger.recipients import mark_deleted
from lethe.research import schema
from lethe.retention.errors import RetentionError, StillPresentError
from lethe.retention.inventory import IN_BATCH, RESEARCH
from lethe.retention.plan import PlanItem, item_pages, items_among, load_plan, places_of, refuse_unless_frozen
from lethe.retention.references import DELETED, KEPT


@dataclass(frozen=True)
class PlaceListing:
    """How one place was listed: under which connection, and how many things it held then.

    `log_emptied` is whether nothing of what was deleted stays in a SQLite database's write-ahead log.
    """

    place_id: str
    connection: str
    listed: int
    log_emptied: bool = True


@dataclass(frozen=True)
class Verification:
    """A listing that showed none of a plan's items: how many are `absent`, how many were `kept` after all."""

    plan_id: str
    listed_at: datetime
    places: tuple[PlaceListing, ...]
    absent: int
    kept: int


def absent_pages(agency: Agency, plan_id: str) -> Iterator[list[PlanItem]]:
    """The items of a plan that were not kept after all, in order and in pages."""
    for page in item_pages(agency, plan_id):
        kept = agency.ledger.happened_to(KEPT, plan_id, [item.reference for item in page])
        yield [item for item in page if item.reference not in kept]


def verify_plan(agency: Agency, plan_id: str) -> Verification:
    """List every place of a plan anew, a store under its read-only credentials too, and note what is gone.

    A plan that is over has nothing left to list.

    Raises:
        RetentionError: a later plan took the items over.
        StillPresentError: something of the plan is there, by place and number; nothing is noted as deleted then.
    """
    if load_plan(agency, plan_id).state == "superseded":
        raise RetentionError(f"plan '{plan_id}' is superseded: a later plan took its items over")
    listed_at = agency.now().astimezone(UTC)
    places = []
    left: Counter[str] = Counter()
    for place_id in places_of(agency, plan_id):
        listing, left[place_id] = _list(agency, plan_id, place_id)
        places.append(listing)
    left = +left
    if left:
        planned = sum(len(page) for page in absent_pages(agency, plan_id))
        where = ", ".join(f"{number} in '{place_id}'" for place_id, number in sorted(left.items()))
        raise StillPresentError(
            f"plan '{plan_id}': {where} of {planned} planned items are still there; no certificate. "
            "Clear 'delete' and what follows to try again."
        )
    absent = 0
    for page in absent_pages(agency, plan_id):
        _note_absent(agency, plan_id, page, listed_at)
        _forget_traces(agency, page)
        absent += len(page)
    if absent:
        erase_log(agency.research)
    kept = len({line.reference for line in agency.ledger.entries(scope=plan_id, event=KEPT)})
    return Verification(plan_id, listed_at, tuple(places), absent, kept)


def _note_absent(agency: Agency, plan_id: str, items: Sequence[PlanItem], at: datetime) -> None:
    def settle(connection: Connection) -> None:
        refuse_unless_frozen(connection, plan_id)
        for item in items:
            if item.kind == "client_copy":
                mark_deleted(connection, item.place_id, [item.key], at, item.due)

    if items:
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
            also=settle,
        )


def _list(agency: Agency, plan_id: str, place_id: str) -> tuple[PlaceListing, int]:
    """How a place was listed, and how many of the plan's items it still holds."""
    if place_id == RESEARCH:
        query = select(schema.survey_response.c.response_id)
        with agency.research.connect().execution_options(yield_per=IN_BATCH) as connection:
            listed, present = _compare(agency, plan_id, place_id, connection.execute(query).scalars())
        name = agency.settings.places.research.connection
        return PlaceListing(place_id, name, listed, erase_log(agency.research)), len(present)
    if place_id in agency.settings.places.tables:
        table = agency.settings.places.tables[place_id]
        answers = agency.table(place_id)
        listed, present = _compare(agency, plan_id, place_id, (row_id for row_id, _ in answers.dates()))
        for page in absent_pages(agency, plan_id):
            planned = {item.key: item.reference for item in page if item.place_id == place_id}
            present |= {planned.get(row_id, "") for row_id in answers.with_children(planned)}
        emptied = erase_log(engine_from(agency.connection(table.connection)))
        return PlaceListing(place_id, table.connection, listed, emptied), len(present)
    spec = agency.settings.places.stores.get(place_id)
    if spec is None:
        raise RetentionError(
            f"plan '{plan_id}' names the place '{place_id}', which config/stores.yaml does not have any more; put it "
            "back until the plan is certified"
        )
    listed, present = _compare(agency, plan_id, place_id, _keys(agency.store(place_id, verifying=True)))
    if spec.verify_connection and spec.verify_connection != spec.connection:
        # The other credentials must not be able to hide anything: what the deleting ones still see is there.
        present |= _compare(agency, plan_id, place_id, _keys(agency.store(place_id)))[1]
    return PlaceListing(place_id, spec.verify_connection or spec.connection, listed), len(present)


def _keys(store: ObjectStore) -> Iterator[str]:
    """The key of every version, and of every upload that was begun and not finished."""
    # Uploads first: one that is completed between the two listings is then in one of them, never in neither.
    for upload in store.list_uploads():
        yield upload.key
    for version in store.list_versions():
        yield version.key


def _compare(agency: Agency, plan_id: str, place_id: str, listed: Iterable[str]) -> tuple[int, set[str]]:
    """How many there were, and the references of the plan's items among them."""
    number, present = 0, set()
    iterator = iter(listed)
    while batch := list(islice(iterator, IN_BATCH)):
        number += len(batch)
        found = [item.reference for item in items_among(agency, plan_id, place_id, sorted(set(batch)))]
        present |= set(found) - agency.ledger.happened_to(KEPT, plan_id, found)
    return number, present


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
