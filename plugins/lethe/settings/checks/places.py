"""Places: each id once, each role where it belongs, and no two places that hold the same objects."""

from collections.abc import Iterator
from itertools import combinations

from lethe.settings.draft import Draft
from lethe.settings.errors import Problem
from lethe.settings.places import Places, Store, StoreRole
from lethe.settings.words import nearest

DATABASES = ("research", "ledger")
SINGLE = (StoreRole.STAGING, StoreRole.QUARANTINE)
REPLICATED = (StoreRole.RAW, StoreRole.STAGING, StoreRole.QUARANTINE, StoreRole.CLIENT)
"""What may have a replica: the rules that cover it cover the replica too."""


def check_places(draft: Draft) -> Iterator[Problem]:
    """What `stores.yaml` says against itself."""
    yield from _ids(draft)
    if draft.places.value is not None:
        yield from _single_roles(draft, draft.places.value)
        yield from _overlaps(draft, draft.places.value)
        yield from _replicas(draft, draft.places.value)
        yield from _tables(draft, draft.places.value)
        yield from _excluded(draft, draft.places.value)


def reach(places: Places, store: Store, prefix: str = "") -> tuple[str, str, tuple[str, ...]]:
    """Where a store's objects really lie: a name for what its connections reach, the bucket, the steps of the prefix.

    A connection and the one that verifies it reach the same place, so they share a name.
    """
    path = "/".join(part.strip("/") for part in (store.prefix, prefix) if part.strip("/"))
    return (
        _same_reach(places).get(store.connection, store.connection),
        store.bucket,
        tuple(path.split("/") if path else ()),
    )


def nested(one: tuple[str, str, tuple[str, ...]], other: tuple[str, str, tuple[str, ...]]) -> bool:
    """Whether two places are equal or one lies in the other: `a/` and `ab/` do not meet."""
    length = min(len(one[2]), len(other[2]))
    return one[:2] == other[:2] and one[2][:length] == other[2][:length]


def _same_reach(places: Places) -> dict[str, str]:
    name: dict[str, str] = {}
    for store in places.stores.values():
        pair = {store.connection, store.verify_connection or store.connection}
        groups = {name.get(connection, connection) for connection in pair}
        for connection in {known for known, group in name.items() if group in groups} | pair:
            name[connection] = min(groups)
    return name


def _ids(draft: Draft) -> Iterator[Problem]:
    read = draft.places
    stores, tables = read.ids("stores"), read.ids("tables")
    for section, ids in (("stores", stores), ("tables", tables)):
        for taken in sorted(ids & set(DATABASES)):
            yield read.problem((section, taken), "this id is taken: it names the product's own database")
    for both in sorted(stores & tables):
        yield read.problem(("tables", both), "a store has this id already; places need ids of their own")


def _single_roles(draft: Draft, places: Places) -> Iterator[Problem]:
    read = draft.places
    for role in SINGLE:
        ids = [store_id for store_id, store in places.stores.items() if store.role is role]
        for surplus in ids[1:]:
            message = f"there is one {role} store already, '{ids[0]}'; exactly one is possible"
            yield read.problem(("stores", surplus, "role"), message)
        if not ids and read.whole:
            yield read.problem(("stores",), f"no store has the role '{role}'; exactly one is needed")


def _overlaps(draft: Draft, places: Places) -> Iterator[Problem]:
    for (one_id, one), (other_id, other) in combinations(places.stores.items(), 2):
        if one.role is StoreRole.CLIENT and other.role is StoreRole.CLIENT:
            continue  # what counts there is each client's own part: see check_clients
        if nested(reach(places, one), reach(places, other)):
            yield draft.places.problem(
                ("stores", other_id, "bucket"),
                f"this place is, holds or lies in that of {one.role} store '{one_id}'; "
                f"a place has one store, and this one is {_article(other.role)}",
            )


def _replicas(draft: Draft, places: Places) -> Iterator[Problem]:
    read = draft.places
    for store_id, store in places.stores.items():
        steps = ("stores", store_id, "replica_of" if store.replica_of else "role")
        if (store.role is StoreRole.REPLICA) != (store.replica_of is not None):
            yield read.problem(steps, "a replica has both: `role: replica`, and in `replica_of` the store it copies")
        elif store.replica_of is not None:
            fit = [one for one, other in places.stores.items() if other.role in REPLICATED]
            if store.replica_of not in read.ids("stores"):
                yield read.problem(steps, f"unknown store '{store.replica_of}'.{nearest(store.replica_of, fit)}")
            elif store.replica_of in places.stores and store.replica_of not in fit:
                role = places.stores[store.replica_of].role
                yield read.problem(
                    steps,
                    f"no rule would ever empty a replica of {_article(role)}: "
                    f"only {', '.join(REPLICATED)} stores may have one; turn the replication off there",
                )
            if store.key_template is not None:
                yield read.problem(
                    ("stores", store_id, "key_template"), "a replica's keys are its primary's; leave it out"
                )


def _article(role: StoreRole) -> str:
    return f"{'an' if role.value[0] in 'aeiou' else 'a'} {role} store"


def _tables(draft: Draft, places: Places) -> Iterator[Problem]:
    for table_id, table in places.tables.items():
        own = (table.columns.id, table.columns.participant, table.columns.answered_at)
        if len(set(own)) < len(own):
            yield draft.places.problem(("tables", table_id, "columns"), "id, participant and answered_at must differ")
        for number, child in enumerate(table.children):
            if child.table == table.table or child in table.children[:number]:
                message = f"'{child.table}' is the table itself, or is named twice"
                yield draft.places.problem(("tables", table_id, "children", number), message)
        for number, column in enumerate(table.answers):
            if column in own or column == "participant_id":
                yield draft.places.problem(
                    ("tables", table_id, "answers", number),
                    f"'{column}' is no answer: it tells who answered, or when, and is read by itself",
                )


def _excluded(draft: Draft, places: Places) -> Iterator[Problem]:
    databases = {places.research.connection, places.ledger.connection}
    databases |= {table.connection for table in places.tables.values()}
    stores = {store.connection for store in places.stores.values()}
    for number, one in enumerate(places.excluded):
        known = databases if one.table is not None else stores
        if one.connection not in known:
            what = "table" if one.table is not None else "store"
            message = f"no {what} is reached by '{one.connection}'.{nearest(one.connection, known)}"
            yield draft.places.problem(("excluded", number, "connection"), message)
