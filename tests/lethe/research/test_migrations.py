"""Both databases by their migrations: the same as the code says, alone or in one file, as often as you like."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.dialects import postgresql

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.sql import engine_from
from lethe.ledger import schema as ledger_schema
from lethe.migrate import Which, is_current, upgrade
from lethe.research import schema as research_schema
from lethe.sqltypes import UtcDateTime

METADATA: dict[Which, sa.MetaData] = {"ledger": ledger_schema.metadata, "research": research_schema.metadata}
BOTH: list[Which] = ["ledger", "research"]
MakeEngine = Callable[[str], sa.Engine]


@pytest.fixture
def make_engine(tmp_path: Path) -> MakeEngine:
    return lambda name: engine_from(ConnectionSpec("c", "sqlite", host=str(tmp_path / f"{name}.sqlite")))


def differences(engine: sa.Engine, which: Which) -> list[Any]:
    metadata = METADATA[which]
    with engine.connect() as connection:
        options = {
            "compare_type": True,
            "version_table": f"lethe_{which}_version",
            "include_name": lambda name, kind, _: kind != "table" or name in metadata.tables,
        }
        return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)  # type: ignore[no-any-return]


@pytest.mark.parametrize("which", BOTH)
def test_fresh_database_is_brought_to_what_the_code_says(make_engine: MakeEngine, which: Which) -> None:
    engine = make_engine(which)
    assert not is_current(engine, which)
    upgrade(engine, which)
    assert is_current(engine, which)
    assert differences(engine, which) == []


@pytest.mark.parametrize("which", BOTH)
def test_difference_would_be_seen(make_engine: MakeEngine, which: Which) -> None:
    engine = make_engine(which)
    upgrade(engine, which)
    table = next(iter(METADATA[which].tables))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN stray TEXT")
    assert len(differences(engine, which)) == 1


def test_both_live_in_one_database_each_at_its_own_revision(make_engine: MakeEngine) -> None:
    engine = make_engine("one")
    upgrade(engine, "research")
    assert is_current(engine, "research")
    assert not is_current(engine, "ledger")
    upgrade(engine, "ledger")
    for which in BOTH:
        assert is_current(engine, which)
        assert differences(engine, which) == []
    names = set(sa.inspect(engine).get_table_names())
    tables = {name for metadata in METADATA.values() for name in metadata.tables}
    assert names == tables | {"lethe_ledger_version", "lethe_research_version"}


@pytest.mark.parametrize("which", BOTH)
def test_upgrading_again_changes_nothing(make_engine: MakeEngine, which: Which) -> None:
    engine = make_engine(which)
    upgrade(engine, which)
    with engine.begin() as connection:
        table = ledger_schema.ledger_head if which == "ledger" else research_schema.client
        row = {"head_id": 2, "seq": 7, "hash": "x"} if which == "ledger" else {"client_id": "c", "name": "n"}
        connection.execute(table.insert(), [row])
        before = connection.execute(sa.select(table)).all()
    upgrade(engine, which)
    with engine.connect() as connection:
        assert connection.execute(sa.select(table)).all() == before
    assert is_current(engine, which)


def test_ledger_of_the_first_revision_is_migrated_with_its_lines(make_engine: MakeEngine) -> None:
    engine = make_engine("ledger")
    upgrade(engine, "ledger", "0001")
    assert "hold" not in sa.inspect(engine).get_table_names()
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE ledger_head SET seq = 5")
        connection.exec_driver_sql(
            "INSERT INTO plan_item (plan_id, item_no, batch, kind, place_id, key, versions, due, reference) "
            "VALUES ('d-1', 0, 0, 'object', 'sessions', 'k', '[]', '2026-01-01', 'r')"
        )
    assert not is_current(engine, "ledger")
    upgrade(engine, "ledger")
    assert is_current(engine, "ledger")
    with engine.connect() as connection:
        assert connection.execute(sa.select(ledger_schema.ledger_head.c.seq)).scalar_one() == 5
        item = connection.execute(sa.select(ledger_schema.plan_item)).one()
        assert (item.key, item.study_id, item.carried) == ("k", "", False)


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 7, 1, 9, 30, tzinfo=ZoneInfo("Europe/London")),
        datetime(2026, 10, 25, 1, 30, fold=1, tzinfo=ZoneInfo("Europe/London")),
        datetime(2026, 7, 1, 9, 30, 0, 123456, tzinfo=timezone(timedelta(hours=-5))),
    ],
)
def test_aware_time_comes_back_as_the_same_moment_in_utc(at: datetime) -> None:
    engine = sa.create_engine("sqlite://")
    table = sa.Table("t", metadata := sa.MetaData(), sa.Column("at", UtcDateTime))
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(table.insert(), [{"at": at}, {"at": None}])
        back, nothing = connection.execute(sa.select(table.c.at)).scalars()
    assert back.astimezone(UTC) == at.astimezone(UTC)
    assert back.utcoffset() == timedelta(0)
    assert nothing is None


def test_naive_time_is_refused() -> None:
    engine = sa.create_engine("sqlite://", hide_parameters=True)
    table = sa.Table("t", metadata := sa.MetaData(), sa.Column("at", UtcDateTime))
    metadata.create_all(engine)
    with pytest.raises(sa.exc.StatementError, match="a time without a zone"), engine.begin() as connection:
        connection.execute(table.insert(), [{"at": datetime(2026, 7, 1)}])  # noqa: DTZ001 (what is refused)


@pytest.mark.parametrize("which", BOTH)
def test_size_of_a_long_recording_fits_on_every_engine(make_engine: MakeEngine, which: Which) -> None:
    columns = [table.c.size for table in METADATA[which].tables.values() if "size" in table.c]
    assert columns
    for column in columns:
        assert str(column.type.compile(dialect=postgresql.dialect())) == "BIGINT"  # type: ignore[no-untyped-call]
    engine = make_engine(which)
    for column in columns:
        alone = sa.Table(f"size_of_{column.table.name}", sa.MetaData(), sa.Column("size", column.type))
        alone.create(engine)
        with engine.begin() as connection:
            connection.execute(alone.insert(), [{"size": 3 * 2**30}])
            assert connection.execute(sa.select(alone)).scalar_one() == 3 * 2**30
