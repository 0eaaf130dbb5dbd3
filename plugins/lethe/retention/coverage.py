"""What the connections reach that no store, no table and no exclusion of `stores.yaml` names: nobody deletes there.

Reads names alone and changes nothing. A bucket or a table is named in what it says; a folder inside a bucket may carry
a person's name and is told by its place in the listing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import URL, Engine

from lethe.agency import Agency
from lethe.connectors.buckets import buckets_of, level_of, origin_of_connection
from lethe.connectors.sql import engine_from, tables_of
from lethe.errors import LetheError
from lethe.ledger import schema as ledger_schema
from lethe.research import schema as research_schema
from lethe.retention.airflow_tables import AIRFLOW_TABLES, MARKERS
from lethe.retention.replicas import effective_places
from lethe.settings.places import Exclusion, Store, StoreRole

GapKind = Literal["bucket", "prefix", "objects", "table", "store", "not_listed"]

PLAIN_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
PLAIN_TABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.$]{0,127}")
NEEDS_A_RULE = frozenset({StoreRole.RAW, StoreRole.STAGING, StoreRole.QUARANTINE})
VERSION_TABLES = {"research": "lethe_research_version", "ledger": "lethe_ledger_version"}


@dataclass(frozen=True)
class Gap:
    """Something that no rule watches; `not_listed` is what could not be looked at, which is told and is no gap yet."""

    kind: GapKind
    connection: str
    what: str

    def __str__(self) -> str:
        return f"connection `{self.connection}`: {self.what}"


def coverage_gaps(agency: Agency) -> list[Gap]:
    """Every bucket, folder of a bucket and table that the connections reach and that the configuration leaves out."""
    return [*_stores(agency), *_buckets(agency), *_tables(agency)]


def _stores(agency: Agency) -> Iterator[Gap]:
    places = agency.settings.places
    rules = agency.settings.retention.rules.values()
    ruled = {place for rule in rules for place in effective_places(agency, rule)}
    pulled = {source.origin for source in agency.settings.sources.sources.values()}
    for store_id, store in places.stores.items():
        if store.role in NEEDS_A_RULE and store_id not in ruled:
            yield Gap("store", store.connection, f"store '{store_id}' is {store.role} and no retention rule covers it")
        elif store.role is StoreRole.INBOUND and store_id not in pulled:
            yield Gap("store", store.connection, f"store '{store_id}' is inbound and no source pulls from it")
    for table_id, table in places.tables.items():
        if table_id not in ruled:
            yield Gap("store", table.connection, f"no retention rule covers table '{table_id}'")


def _buckets(agency: Agency) -> Iterator[Gap]:
    places = agency.settings.places
    origins: dict[str, list[str]] = {}
    for connection_id in sorted({store.connection for store in places.stores.values()}):
        origin = origin_of_connection(agency.connection(connection_id))
        origins.setdefault(origin, []).append(connection_id)
    for connections in origins.values():
        stores = [store for store in places.stores.values() if store.connection in connections]
        excluded = [one for one in places.excluded if one.connection in connections and one.bucket]
        ours = [store for store in stores if store.role is not StoreRole.CLIENT]
        # A client's own account holds what is the client's: there we answer for our part alone, which the audit lists.
        for connection_id in sorted({store.connection for store in ours}):
            yield from _guarded(connection_id, "its buckets", _unnamed(agency, connection_id, stores, excluded))
        for bucket in sorted({store.bucket for store in ours}):
            in_it = [store for store in ours if store.bucket == bucket]
            covered = [store.prefix for store in in_it]
            covered += [one.prefix for one in excluded if one.bucket == bucket]
            covered += [store.prefix for store in stores if store.bucket == bucket]
            beside = _beside(agency, in_it[0].connection, bucket, tuple(covered))
            yield from _guarded(in_it[0].connection, f"bucket '{bucket}'", beside)


def _guarded(connection_id: str, what: str, gaps: Iterator[Gap]) -> Iterator[Gap]:
    """Those gaps; what cannot be listed is one more, never silence, and stops nothing else."""
    try:
        yield from gaps
    except Exception as error:
        reason = str(error) if isinstance(error, LetheError) else type(error).__name__
        yield Gap("not_listed", connection_id, f"{what} cannot be listed, so nobody knows what else is there: {reason}")


def _unnamed(agency: Agency, connection_id: str, stores: list[Store], excluded: list[Exclusion]) -> Iterator[Gap]:
    known = {store.bucket for store in stores} | {one.bucket for one in excluded if not one.prefix}
    names = buckets_of(agency.connection(connection_id))
    for number, name in enumerate(names, 1):
        if name not in known:
            said = f"bucket '{name}'" if PLAIN_BUCKET.fullmatch(name) else f"bucket {number} of {len(names)} by name"
            yield Gap("bucket", connection_id, f"{said} is in no store and no exclusion")


def _beside(agency: Agency, connection_id: str, bucket: str, covered: tuple[str, ...], at: str = "") -> Iterator[Gap]:
    """What a bucket holds at one level beside the prefixes that somebody answers for."""
    if any(at.startswith(prefix) for prefix in covered):
        return
    level = level_of(agency.connection(connection_id), bucket, at)
    steps = at.count("/") + 1
    for number, prefix in enumerate(level.prefixes, 1):
        if any(prefix.startswith(one) for one in covered):
            continue
        if any(one.startswith(prefix) for one in covered):
            yield from _beside(agency, connection_id, bucket, covered, prefix)
        else:
            where = f"folder {number} of {len(level.prefixes)} at level {steps} of bucket '{bucket}'"
            yield Gap("prefix", connection_id, f"{where} is in no store and no exclusion")
    if level.objects:
        where = f"{level.objects} objects beside the folders at level {steps} of bucket '{bucket}'"
        yield Gap("objects", connection_id, f"{where} are in no store and no exclusion")


def _tables(agency: Agency) -> Iterator[Gap]:
    places = agency.settings.places
    known: dict[URL, set[str]] = {}
    engines: dict[URL, tuple[str, Engine]] = {}

    def know(connection_id: str, engine: Engine, names: set[str]) -> None:
        url = engine.url.set(password=None)
        engines.setdefault(url, (connection_id, engine))
        known.setdefault(url, set()).update(names)

    research = set(research_schema.metadata.tables) | {VERSION_TABLES["research"]}
    know(places.research.connection, agency.research, research)
    ledger = set(ledger_schema.metadata.tables) | {VERSION_TABLES["ledger"]}
    know(places.ledger.connection, agency.ledger.engine, ledger)
    of_others: dict[str, set[str]] = {}
    for table in places.tables.values():
        of_others.setdefault(table.connection, set()).update({table.table, *(child.table for child in table.children)})
    for one in places.excluded:
        if one.table:
            of_others.setdefault(one.connection, set()).add(one.table)
    for connection_id, names in of_others.items():
        know(connection_id, engine_from(agency.connection(connection_id)), names)
    for url, (connection_id, engine) in engines.items():
        yield from _guarded(connection_id, "its tables", _unknown(connection_id, engine, known[url]))


def _unknown(connection_id: str, engine: Engine, known: set[str]) -> Iterator[Gap]:
    names = tables_of(engine)
    if set(names) >= MARKERS:
        known = known | AIRFLOW_TABLES
    for number, name in enumerate(names, 1):
        if name not in known:
            said = f"table '{name}'" if PLAIN_TABLE.fullmatch(name) else f"table {number} of {len(names)} by name"
            yield Gap("table", connection_id, f"{said} is in no store and no exclusion")
