"""One agency at work: its settings, clock, connections and keys, and what is opened with them.

Built once a process by `lethe.tasks` (connections from Airflow) or by the `lethe` command (from the environment),
then passed to everything that needs it. Nothing else holds a clock or a connection.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.folder import FolderStore
from lethe.connectors.objects import ObjectStore
from lethe.connectors.open import open_store
from lethe.connectors.sql import engine_from
from lethe.connectors.tables import SqlTable
from lethe.errors import LetheError
from lethe.keystore import KeyStore
from lethe.ledger import Ledger
from lethe.settings.models import Settings
from lethe.settings.places import StoreRole


@dataclass(frozen=True)
class Agency:
    """Settings, a clock that gives aware times, a resolver of connections, and the folder of local state."""

    settings: Settings
    clock: Callable[[], datetime]
    connection: Callable[[str], ConnectionSpec]
    home: Path

    def now(self) -> datetime:
        """The clock's time, aware."""
        return self.clock()

    def today(self) -> date:
        """The clock's date in the agency's own zone: the only "today" a deletion knows."""
        return self.clock().astimezone(self.settings.agency.zone).date()

    def store(self, store_id: str, *, verifying: bool = False) -> ObjectStore:
        """The store of that id; for a verification, under its read-only credentials where it has them."""
        spec = self.settings.places.stores.get(store_id)
        if spec is None:
            raise LetheError(f"store '{store_id}' is not in config/stores.yaml; nothing was touched")
        conn_id = spec.verify_connection if verifying and spec.verify_connection else spec.connection
        return open_store(
            store_id, self.connection(conn_id), bucket=spec.bucket, prefix=spec.prefix, checksums=spec.checksums
        )

    def create_folders(self) -> None:
        """Make the folder of every store that is one, as set-up does; buckets of S3 are made by their owner."""
        for store_id in self.settings.places.stores:
            store = self.store(store_id)
            if isinstance(store, FolderStore):
                store.create()

    def store_with_role(self, role: StoreRole) -> str:
        """The id of the one store of a role, such as staging."""
        for store_id, store in self.settings.places.stores.items():
            if store.role is role:
                return store_id
        raise LetheError(f"config/stores.yaml has no store with the role '{role.value}'; nothing was touched")

    def table(self, table_id: str) -> SqlTable:
        """The table of somebody else's database that `stores.yaml` maps under that id."""
        spec = self.settings.places.tables.get(table_id)
        if spec is None:
            raise LetheError(f"table '{table_id}' is not in config/stores.yaml; nothing was touched")
        return SqlTable(
            table_id,
            engine_from(self.connection(spec.connection)),
            table=spec.table,
            id_column=spec.columns.id,
            time_column=spec.columns.answered_at,
            participant_column=spec.columns.participant,
            answer_columns=spec.answers,
            time_zone=ZoneInfo(spec.time_zone),
            calendar=self.settings.agency.zone,
            children=[(child.table, child.column) for child in spec.children],
        )

    @cached_property
    def research(self) -> Engine:
        """The research database."""
        return engine_from(self.connection(self.settings.places.research.connection))

    @cached_property
    def keys(self) -> KeyStore:
        """The agency's keys."""
        return KeyStore(self.home / self.settings.agency.keys)

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger, its references keyed with the agency's current reference key."""
        engine = engine_from(self.connection(self.settings.places.ledger.connection))
        return Ledger(engine, keys=self.keys, clock=self.clock)
