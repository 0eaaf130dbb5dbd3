"""SQL databases: an engine from a connection, and what a deletion leaves behind in one."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import URL, Engine, create_engine, event, inspect
from sqlalchemy.exc import SQLAlchemyError

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError

RESIDUALS = {
    "sqlite": (
        "deleted rows are overwritten in the SQLite file, and its write-ahead log is emptied once nobody reads it; "
        "copies of the file made earlier still hold them",
    ),
    "postgresql": (
        "PostgreSQL keeps deleted rows whole until a vacuum of the table has passed, one that is tried after every "
        "deletion or the server's own; their bytes may stay in that space until other rows take it, readable by "
        "whoever can read the server's disk",
        "PostgreSQL's write-ahead log holds what was written to the rows until its segments are recycled",
        "replicas and archived logs of the PostgreSQL server keep the rows until they have followed or expired",
    ),
}

NOT_OURS = (
    "as far as can be told this connection may not vacuum the table: deleted rows stay whole until the server does it "
    "by itself"
)


def engine_from(connection: ConnectionSpec) -> Engine:
    """An engine that never shows a value in an error.

    SQLite gets WAL, foreign keys, a 30 s busy timeout, and `secure_delete`, which overwrites what it deletes.
    """
    if connection.conn_type == "sqlite":
        path = connection.host or connection.schema
        if connection.host and connection.schema:
            path = f"{connection.host}/{connection.schema}"
        if not path:
            raise ConnectorError(f"connection `{connection.conn_id}` names no SQLite file in its host")
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(URL.create("sqlite", database=path), hide_parameters=True)
        event.listen(engine, "connect", _set_up_sqlite)
        return engine
    if connection.conn_type in {"postgres", "postgresql"}:
        url = URL.create(
            "postgresql+psycopg2",
            username=connection.login or None,
            password=connection.password or None,
            host=connection.host or None,
            port=connection.port,
            database=connection.schema or None,
        )
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    raise ConnectorError(
        f"connection `{connection.conn_id}` is of type '{connection.conn_type}'; a database is sqlite or postgres"
    )


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("busy_timeout=30000", "journal_mode=WAL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def tables_of(engine: Engine) -> list[str]:
    """Every table of a database that holds rows, materialised views too; in another schema as `schema.table`.

    Raises:
        ConnectorError: the database does not answer.
    """
    database = engine.url.database or ""
    if engine.dialect.name == "sqlite" and not Path(database).is_file():
        raise ConnectorError("the database's file is not there; nothing was made")
    try:
        inspector = inspect(engine)
        found = []
        for schema in inspector.get_schema_names():
            if schema == "information_schema" or schema.startswith("pg_"):
                continue
            names = inspector.get_table_names(schema=schema)
            if engine.dialect.name == "postgresql":
                names += inspector.get_materialized_view_names(schema=schema)
            found += [name if schema == inspector.default_schema_name else f"{schema}.{name}" for name in names]
        return sorted(found)
    except SQLAlchemyError as error:
        raise ConnectorError(f"a database's tables cannot be listed ({type(error).__name__})") from None


def erase_log(engine: Engine) -> bool:
    """Empty SQLite's write-ahead log, where deleted rows live on; whether nobody held it open.

    `secure_delete` overwrites what it deletes in the database file, but the log beside it keeps older pages.
    PostgreSQL has no such call: see `vacuum` and `engine_residuals`.
    """
    if engine.dialect.name != "sqlite":
        return True
    try:
        with engine.connect() as connection:
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").first()
    except SQLAlchemyError:
        return False
    return busy is not None and busy[0] == 0


def vacuum(engine: Engine, table: sa.Table) -> bool:
    """Have PostgreSQL give up the dead rows of a table; whether it did. SQLite keeps none.

    A connection that does not own the table may not: PostgreSQL would skip it with a warning alone.
    """
    if engine.dialect.name != "postgresql":
        return True
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.detach()  # its settings are not for others
            connection.exec_driver_sql("SET lock_timeout = '30s'")
            if not _may_vacuum(connection, table):
                return False
            connection.exec_driver_sql(f"VACUUM {engine.dialect.identifier_preparer.format_table(table)}")
    except SQLAlchemyError:
        return False
    return True


def may_vacuum(engine: Engine, table: sa.Table) -> bool:
    """Whether a deletion from this table can be followed by a `vacuum` of ours."""
    if engine.dialect.name != "postgresql":
        return True
    try:
        with engine.connect() as connection:
            return _may_vacuum(connection, table)
    except SQLAlchemyError:
        return False


def _may_vacuum(connection: sa.Connection, table: sa.Table) -> bool:
    name = connection.dialect.identifier_preparer.format_table(table)
    owner = (
        "SELECT pg_has_role(c.relowner, 'USAGE') OR pg_has_role(d.datdba, 'USAGE') FROM pg_class c, pg_database d "
        "WHERE c.oid = to_regclass(:name) AND d.datname = current_database()"
    )
    if connection.execute(sa.text(owner), {"name": name}).scalar():
        return True
    if (connection.dialect.server_version_info or ()) < (17,):
        return False
    granted = connection.execute(sa.text("SELECT has_table_privilege(:name, 'MAINTAIN')"), {"name": name})
    return bool(granted.scalar())


def engine_residuals(engine: Engine, tables: Collection[sa.Table]) -> tuple[str, ...]:
    """What may outlive a deletion from these tables, in plain words, for a certificate to name.

    It holds whatever became of the vacuum after the deletion, which another process may have tried.
    """
    kept = RESIDUALS.get(engine.dialect.name, ("what the database's engine keeps of deleted rows is not known",))
    return kept if all(may_vacuum(engine, table) for table in tables) else (*kept, NOT_OURS)
