"""The agency as a task or a DAG file sees it: settings from the files, connections from Airflow."""

import os
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from airflow.sdk import Connection
from airflow.sdk.configuration import conf

from lethe.settings import Settings, load_settings

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from lethe.agency import Agency
    from lethe.connectors.connection import ConnectionSpec


@cache
def settings() -> Settings:
    """The configuration, read once a process. A mistake in it is an import error of the DAG, in its own words."""
    return load_settings(_config_folder())


def current_agency() -> "Agency":
    """The agency with Airflow's connections and the real clock.

    Raises:
        LedgerError: the ledger is an SQLite file and the executor runs tasks on more than one machine.
    """
    # Here, not above: DAG files are parsed every few seconds and need none of it.
    from lethe.agency import Agency
    from lethe.ledger import refuse_shared_sqlite

    agency = Agency(settings(), lambda: datetime.now(UTC), _connection, _home())
    refuse_shared_sqlite(agency.ledger.engine, conf.get("core", "executor", fallback="LocalExecutor"))
    return agency


def keys_beside_own() -> "dict[str, Ed25519PublicKey]":
    """The public keys that the agency trusts beside its own: those in `public_keys/` of its configuration."""
    from lethe.retention.certificate import trusted_keys

    folder = _config_folder() / "public_keys"
    return trusted_keys(folder) if folder.is_dir() else {}


def _home() -> Path:
    return Path(os.environ.get("LETHE_HOME") or Path.cwd())


def _config_folder() -> Path:
    named = os.environ.get("LETHE_CONFIG")
    return Path(named) if named else _home() / "config"


def _connection(conn_id: str) -> "ConnectionSpec":
    from lethe.connectors.connection import ConnectionSpec

    found = Connection.get(conn_id)
    return ConnectionSpec(
        conn_id=conn_id,
        conn_type=(found.conn_type or "").replace("-", "_"),
        host=found.host or "",
        port=found.port,
        login=found.login or "",
        password=found.password or "",
        schema=found.schema or "",
        extra=found.extra_dejson,
    )
