"""What a certificate says that a place may still hold."""

from typing import Any

import pytest
import sqlalchemy as sa

from lethe.connectors.sql import engine_residuals
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
