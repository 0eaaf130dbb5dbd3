"""What a certificate says that a place may still hold."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest
import sqlalchemy as sa

from lethe.connectors.sql import engine_residuals
from lethe.retention import certify_plan
from lethe.retention.residuals import PlaceKind, kind_of, residuals_of

World = Any


def with_backups(world: World, days: int) -> None:
    """Say of every place for how long its backups are kept."""
    agency = world.agency
    places = agency.settings.places
    kept = {"backups_kept_days": days}
    changed = places.model_copy(
        update={
            "research": places.research.model_copy(update=kept),
            "stores": {name: store.model_copy(update=kept) for name, store in places.stores.items()},
            "tables": {name: table.model_copy(update=kept) for name, table in places.tables.items()},
        }
    )
    object.__setattr__(agency, "settings", agency.settings.model_copy(update={"places": changed}))


def with_connection_type(world: World, conn_type: str) -> None:
    """Let every connection be of a type; nothing is opened by it."""
    real = world.agency.connection

    def connection(conn_id: str) -> Any:
        return type(real(conn_id))(conn_id, conn_type)

    object.__setattr__(world.agency, "connection", connection)


@pytest.mark.parametrize("place_id", ["sessions", "brightwell", "research", "banking-app-platform"])
def test_backups_are_named_to_their_last_day_or_by_their_own_schedule(world: World, place_id: str) -> None:
    assert residuals_of(world.agency, place_id)[0] == "backups, until they expire by their own schedule"
    with_backups(world, 35)
    assert residuals_of(world.agency, place_id)[0] == "backups may hold it until 2026-12-29 (kept for 35 days)"


@pytest.mark.parametrize(
    ("place_id", "conn_type", "kind"),
    [
        ("sessions", "aws", PlaceKind.OBJECT_STORE),
        ("sessions", "fs", PlaceKind.FOLDER),
        ("research", "sqlite", PlaceKind.SQLITE),
        ("research", "postgres", PlaceKind.POSTGRESQL),
        ("banking-app-platform", "postgresql", PlaceKind.POSTGRESQL),
    ],
)
def test_kind_of_a_place_is_that_of_its_connection(
    world: World, place_id: str, conn_type: str, kind: PlaceKind
) -> None:
    with_connection_type(world, conn_type)
    assert kind_of(world.agency, place_id) is kind


@pytest.mark.parametrize(
    ("place_id", "words"),
    [
        ("sessions", "beneath a deleted file"),
        ("research", "overwritten in the SQLite file"),
        ("banking-app-platform", "overwritten in the SQLite file"),
    ],
)
def test_each_place_says_what_its_engine_keeps(world: World, place_id: str, words: str) -> None:
    assert any(words in line for line in residuals_of(world.agency, place_id))


@pytest.mark.parametrize("place_id", ["research", "banking-app-platform"])
def test_database_says_where_its_connection_may_not_vacuum(
    world: World, place_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not any("vacuum" in line for line in residuals_of(world.agency, place_id))
    monkeypatch.setattr("lethe.connectors.sql.may_vacuum", lambda _engine, _table: False)
    assert any("this connection may not vacuum the table" in line for line in residuals_of(world.agency, place_id))


def test_postgresql_says_that_rows_stay_whole_until_a_vacuum_whatever_came_of_ours() -> None:
    engine = sa.create_mock_engine("postgresql+psycopg2://", executor=None)
    first, *_ = engine_residuals(engine, [])
    assert "keeps deleted rows whole until a vacuum of the table has passed" in first


def test_bucket_says_that_its_replicas_are_not_reached(s3_world: World) -> None:
    assert any("replicas of the bucket" in line for line in residuals_of(s3_world.agency, "sessions"))


def test_only_a_clients_store_speaks_of_the_clients_own_copies(world: World) -> None:
    assert any("the client has made" in line for line in residuals_of(world.agency, "brightwell"))
    assert not any("client" in line for line in residuals_of(world.agency, "sessions"))


def test_certificate_carries_the_residuals_of_every_place_it_speaks_of(world: World) -> None:
    world.fill()
    with_backups(world, 7)
    places = world.certificate(world.run("survey-answers"))["verification"]["places"]
    assert [place["place"] for place in places] == ["banking-app-platform", "brightwell", "research"]
    for place in places:
        assert place["residuals"] == residuals_of(world.agency, place["place"])
    assert {place["residuals"][0] for place in places} == {"backups may hold it until 2026-12-01 (kept for 7 days)"}


def test_certificate_says_that_the_log_of_a_database_was_emptied_only_when_it_was(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lethe.connectors.sql._set_up_sqlite", without_patience)
    world.platform_row("w-1", "2025-11-24 10:00:00")
    database = world.agency.home / "platform.sqlite"
    log = database.with_name("platform.sqlite-wal")
    with closing(sqlite3.connect(database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchall()
        (place,) = world.certificate(world.run("survey-answers"))["verification"]["places"]
        assert b"siobhan.farrell@example.org" in log.read_bytes()
        assert place["method"].endswith("the engine overwrites them (secure_delete)")
        assert place["residuals"][1].startswith("the write-ahead log beside the SQLite file may still hold the rows")
    world.platform_row("w-2", "2025-11-24 11:00:00")
    (place,) = world.certificate(world.run("survey-answers", "run-2"))["verification"]["places"]
    assert b"siobhan.farrell@example.org" not in log.read_bytes()
    assert place["method"].endswith("(secure_delete), and its write-ahead log was emptied after it")
    assert not any("may still hold the rows" in residual for residual in place["residuals"])


def test_log_that_was_held_during_the_deletion_is_emptied_by_the_time_of_the_certificate(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lethe.connectors.sql._set_up_sqlite", without_patience)
    world.answer("r-1", "2025-01-01T10:00+00:00")
    plan_id = world.freeze("survey-answers")
    database = world.agency.home / "research.sqlite"
    log = database.with_name("research.sqlite-wal")
    with closing(sqlite3.connect(database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchall()
        world.delete(plan_id)
        assert b"Siobhan Farrell" in log.read_bytes()
    (place,) = world.certificate(certify_plan(world.agency, plan_id))["verification"]["places"]
    assert place["method"].endswith("its write-ahead log was emptied after it")
    assert b"Siobhan Farrell" not in log.read_bytes()


def without_patience(connection: Any, _record: Any) -> None:
    """The set-up of a connection to SQLite that waits for nobody."""
    for pragma in ("busy_timeout=0", "journal_mode=WAL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}").close()
