"""The agency as the environment describes it: for the `lethe` command, and for the demo."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from lethe.agency import Agency
from lethe.connectors.connection import ConnectionSpec, connection_from_environment
from lethe.errors import LetheError
from lethe.migrate import Which, is_current
from lethe.settings import config_folder, load_settings

DATABASES: tuple[Which, ...] = ("research", "ledger")


def agency_from_environment(environ: Mapping[str, str]) -> Agency:
    """The agency of `LETHE_CONFIG` (else `LETHE_HOME/config`), its connections out of `AIRFLOW_CONN_<ID>`.

    Its local state lies under `LETHE_HOME`, else under the current folder; its clock is the system's. Nothing is
    opened yet.

    Raises:
        SettingsError: the configuration does not hold together.
    """

    def connection(conn_id: str) -> ConnectionSpec:
        return connection_from_environment(conn_id, environ)

    home = Path(environ.get("LETHE_HOME") or ".").resolve()
    return Agency(load_settings(config_folder(environ)), lambda: datetime.now(UTC), connection, home)


def ready_agency(environ: Mapping[str, str]) -> Agency:
    """The same, its databases looked at: both answer and are at the newest revision.

    Raises:
        LetheError: a database that does not answer, or one that `lethe upgrade-db` has yet to set up.
    """
    agency = agency_from_environment(environ)
    for which in DATABASES:
        engine = agency.research if which == "research" else agency.ledger.engine
        try:
            current = is_current(engine, which)
        except SQLAlchemyError as error:
            raise LetheError(out_of_reach(which, error)) from None
        if not current:
            raise LetheError(f"the {which} database is not set up for this version; run `lethe upgrade-db` first")
    return agency


def out_of_reach(which: str, error: Exception) -> str:
    """What to say of a database that does not answer; its driver's own text may hold a password."""
    return f"the {which} database does not answer ({type(error).__name__}); nothing was changed. Check its connection"
