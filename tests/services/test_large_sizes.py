"""PostgreSQL holds the size of a recording of three gigabytes, in a database made new and in one upgraded."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.sql import engine_from
from lethe.ledger.schema import candidate, recipient_copy
from lethe.migrate import is_current, upgrade
from lethe.research.schema import inbound_file
from lethe.sqltypes import UtcDateTime
from tests.services.postgres import run_sql

LARGE = 3 * 2**30


@pytest.fixture
def engine(postgres: int) -> Iterator[sa.Engine]:
    run_sql(postgres, "CREATE DATABASE sizes")
    spec = ConnectionSpec("c", "postgres", host="127.0.0.1", port=postgres, login="lethe", schema="sizes")
    made = engine_from(spec)
    yield made
    made.dispose()
    run_sql(postgres, "DROP DATABASE sizes WITH (FORCE)")


def row_of(table: sa.Table, size: int) -> dict[str, object]:
    def value(column: sa.Column[object]) -> object:
        if isinstance(column.type, UtcDateTime):
            return datetime(2026, 11, 24, tzinfo=UTC)
        if isinstance(column.type, sa.Date):
            return date(2026, 11, 24)
        return 0 if isinstance(column.type, sa.Integer) else str(size)[:8] if isinstance(column.type, sa.String) else {}

    return {column.name: value(column) for column in table.c} | {"size": size}


def test_size_above_two_gigabytes_is_kept_and_an_upgrade_keeps_what_was_there(engine: sa.Engine) -> None:
    upgrade(engine, "research", "0001")
    upgrade(engine, "ledger", "0004")
    tables = (inbound_file, recipient_copy, candidate)
    for table in tables:
        with engine.begin() as connection:
            connection.execute(table.insert(), [row_of(table, 7)])
        with pytest.raises(sa.exc.DataError, match="out of range"), engine.begin() as connection:
            connection.execute(table.insert(), [row_of(table, LARGE)])
    for which in ("research", "ledger"):
        upgrade(engine, which)
        assert is_current(engine, which)
    for table in tables:
        with engine.begin() as connection:
            connection.execute(table.insert(), [row_of(table, LARGE)])
            assert sorted(connection.execute(sa.select(table.c.size)).scalars()) == [7, LARGE]
