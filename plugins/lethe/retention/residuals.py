"""What a place is, how things are deleted there, and what of them its engine or its backups may still hold."""

from datetime import timedelta
from enum import StrEnum

from lethe.agency import Agency
from lethe.connectors.sql import engine_residuals
from lethe.research import schema
from lethe.retention.inventory import RESEARCH
from lethe.settings.places import Database, Store, StoreRole, Table


class PlaceKind(StrEnum):
    """What a place is, by how it forgets."""

    OBJECT_STORE = "object store"
    FOLDER = "folder"
    SQLITE = "SQLite database"
    POSTGRESQL = "PostgreSQL database"


KIND_OF_CONNECTION = {
    "aws": PlaceKind.OBJECT_STORE,
    "fs": PlaceKind.FOLDER,
    "sqlite": PlaceKind.SQLITE,
    "postgres": PlaceKind.POSTGRESQL,
    "postgresql": PlaceKind.POSTGRESQL,
}

METHODS = {
    PlaceKind.OBJECT_STORE: "exactly these keys: every version and every delete marker by its version id, every "
    "unfinished upload by its upload id",
    PlaceKind.FOLDER: "exactly these files, and what was left half-written of them; a folder keeps no versions",
    PlaceKind.SQLITE: "exactly these rows by primary key; the engine overwrites them (secure_delete)",
    PlaceKind.POSTGRESQL: "exactly these rows by primary key, in one transaction a batch",
}

LOG_EMPTIED = ", and its write-ahead log was emptied after it"
LOG_HELD = (
    "the write-ahead log beside the SQLite file may still hold the rows: another process was reading the database, so "
    "it could not be emptied; it is with the next deletion there, or once nobody has the database open"
)

LISTINGS = {
    PlaceKind.OBJECT_STORE: "a fresh listing of every version, delete marker and unfinished upload",
    PlaceKind.FOLDER: "a fresh listing of every file and of every unfinished one",
    PlaceKind.SQLITE: "a fresh query of every row's id",
    PlaceKind.POSTGRESQL: "a fresh query of every row's id",
}

STORES: dict[PlaceKind, tuple[str, ...]] = {
    PlaceKind.OBJECT_STORE: (
        "replicas of the bucket, if it has any: a deletion by version id does not reach them",
        "disk blocks of the storage service beneath a deleted object, by its operator's own schedule",
    ),
    PlaceKind.FOLDER: ("disk blocks and file system snapshots beneath a deleted file, until they are used again",),
}
"""What stores keep; of databases their connectors say it."""

AT_THE_CLIENT = "copies that the client has made of what was delivered: out of reach from here"


def place_of(agency: Agency, place_id: str) -> Store | Table | Database:
    """The settings of a place of the plan: a store, a table, or the research database."""
    places = agency.settings.places
    if place_id == RESEARCH:
        return places.research
    return places.tables.get(place_id) or places.stores[place_id]


def kind_of(agency: Agency, place_id: str) -> PlaceKind:
    """What a place is, by the type of the connection that deletes there."""
    return KIND_OF_CONNECTION[agency.connection(place_of(agency, place_id).connection).conn_type]


def method_of(agency: Agency, place_id: str, *, log_emptied: bool) -> str:
    """How things were deleted from a place, in words. Of a log that could not be emptied it claims nothing."""
    kind = kind_of(agency, place_id)
    return METHODS[kind] + (LOG_EMPTIED if kind is PlaceKind.SQLITE and log_emptied else "")


def residuals_of(agency: Agency, place_id: str, *, log_emptied: bool = True) -> list[str]:
    """What may still hold something that is gone from a place, in words; never empty.

    Backups come first, to the day on which the last that can hold it expires, counted from today: what was deleted
    under a certificate went on its day or before.
    """
    place = place_of(agency, place_id)
    if place.backups_kept_days:
        last = agency.today() + timedelta(days=place.backups_kept_days)
        backups = f"backups may hold it until {last.isoformat()} (kept for {place.backups_kept_days} days)"
    else:
        backups = "backups, until they expire by their own schedule"
    at_client = isinstance(place, Store) and place.role is StoreRole.CLIENT
    log = [] if log_emptied else [LOG_HELD]
    return [backups, *log, *_kept_beneath(agency, place_id, place), *([AT_THE_CLIENT] if at_client else [])]


def _kept_beneath(agency: Agency, place_id: str, place: Store | Table | Database) -> tuple[str, ...]:
    if isinstance(place, Table):
        return agency.table(place_id).residuals
    if isinstance(place, Database):
        return engine_residuals(agency.research, [schema.survey_response])
    return STORES[kind_of(agency, place_id)]
