"""SQL databases: an engine from a connection, and what a deletion leaves behind in one."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, inspect
from sqlalchemy.exc import SQLAlchemyError

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError


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
    PostgreSQL has no such call: its log and dead rows go by its own schedule, which a certificate names.
    """
    if engine.dialect.name != "sqlite":
        return True
    try:
        with engine.connect() as connection:
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").first()
    except SQLAlchemyError:
        return False
    return busy is not None and busy[0] == 0
