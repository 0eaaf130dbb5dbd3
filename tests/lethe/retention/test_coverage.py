"""What the connections reach and no rule watches is told, by names that cannot be a person's; nothing is changed."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from botocore.exceptions import ClientError

from lethe.agency import Agency
from lethe.connectors.s3 import S3Store
from lethe.connectors.sql import engine_from
from lethe.retention.coverage import coverage_gaps
from lethe.settings.places import Exclusion

World = Any


def told(agency: Agency) -> list[str]:
    return [str(gap) for gap in coverage_gaps(agency)]


def exclude(agency: Agency, **what: str) -> None:
    places = agency.settings.places
    one = Exclusion(connection=what.pop("connection", "lethe_storage"), reason="kept by finance", **what)
    changed = places.model_copy(update={"excluded": (*places.excluded, one)})
    object.__setattr__(agency, "settings", agency.settings.model_copy(update={"places": changed}))


def make_bucket(world: World, name: str) -> None:
    store = world.agency.store("sessions")
    if isinstance(store, S3Store):
        store.client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    else:
        (world.agency.home / "buckets" / name).mkdir()


def put_beside(world: World, key: str) -> None:
    """An object in the inbox's bucket, beside the two stores that are parts of it."""
    store = world.agency.store("session-inbox")
    if isinstance(store, S3Store):
        store.client.put_object(Bucket=store.bucket, Key=key, Body=b"x")
    else:
        path = world.agency.home / "buckets" / "fernhollow-inbox" / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_agency_whose_places_are_all_named_has_no_gap(each_world: World) -> None:
    put_beside(each_world.fill(), "sessions/banking-app/s-1/talk.vtt")
    assert told(each_world.agency) == []


def test_bucket_in_no_store_is_told_until_it_is_excluded(each_world: World) -> None:
    make_bucket(each_world, "fernhollow-scratch")
    assert told(each_world.agency) == [
        "connection `lethe_storage`: bucket 'fernhollow-scratch' is in no store and no exclusion"
    ]
    exclude(each_world.agency, bucket="fernhollow-scratch")
    assert told(each_world.agency) == []


def test_bucket_of_which_a_part_alone_is_excluded_is_still_told(each_world: World) -> None:
    make_bucket(each_world, "fernhollow-scratch")
    exclude(each_world.agency, bucket="fernhollow-scratch", prefix="logs/")
    assert len(told(each_world.agency)) == 1


def test_folder_of_a_bucket_beside_its_stores_is_told_without_its_name(each_world: World) -> None:
    put_beside(each_world, "Siobhan Farrell/talk.vtt")
    put_beside(each_world, "sessions/banking-app/s-1/talk.vtt")
    put_beside(each_world, "loose.vtt")
    assert told(each_world.agency) == [
        "connection `lethe_storage`: folder 1 of 2 at level 1 of bucket 'fernhollow-inbox' is in no store and no "
        "exclusion",
        "connection `lethe_storage`: 1 objects beside the folders at level 1 of bucket 'fernhollow-inbox' are in no "
        "store and no exclusion",
    ]
    exclude(each_world.agency, bucket="fernhollow-inbox", prefix="Siobhan Farrell/")
    assert len(told(each_world.agency)) == 1
    exclude(each_world.agency, bucket="fernhollow-inbox")
    assert told(each_world.agency) == []


def test_prefix_with_more_steps_is_followed_to_where_it_ends(each_world: World) -> None:
    places = each_world.agency.settings.places
    inbox = places.stores["session-inbox"].model_copy(update={"prefix": "drop/sessions/"})
    changed = places.model_copy(update={"stores": {**places.stores, "session-inbox": inbox}})
    object.__setattr__(each_world.agency, "settings", each_world.agency.settings.model_copy(update={"places": changed}))
    put_beside(each_world, "drop/sessions/a.vtt")
    put_beside(each_world, "drop/other/a.vtt")
    put_beside(each_world, "surveys/a.csv")
    assert told(each_world.agency) == [
        "connection `lethe_storage`: folder 1 of 2 at level 2 of bucket 'fernhollow-inbox' is in no store and no "
        "exclusion"
    ]


def test_deleted_objects_of_a_versioned_bucket_are_still_there(s3_world: World) -> None:
    put_beside(s3_world, "old/talk.vtt")
    store = s3_world.agency.store("session-inbox")
    store.client.delete_object(Bucket=store.bucket, Key="old/talk.vtt")
    assert len(told(s3_world.agency)) == 1


def test_what_is_the_clients_own_in_its_bucket_is_no_gap(each_world: World) -> None:
    each_world.put("theirs/report.pdf", "brightwell")
    assert told(each_world.agency) == []


def test_credentials_that_may_not_list_buckets_are_said(s3_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from lethe.connectors import s3

    class Denied:
        def list_buckets(self) -> None:
            raise ClientError({"Error": {"Code": "AccessDenied", "Message": "Siobhan"}}, "ListBuckets")

    as_it_is = s3.s3_store

    def store(store_id: str, *more: Any, bucket: str, **named: Any) -> Any:
        opened = as_it_is(store_id, *more, bucket=bucket, **named)
        if not bucket:
            opened.client = Denied()
        return opened

    monkeypatch.setattr(s3, "s3_store", store)
    (gap,) = coverage_gaps(s3_world.agency)
    assert gap.kind == "not_listed"
    assert str(gap).endswith("list buckets failed (AccessDenied)")


@pytest.mark.parametrize("which", ["research", "ledger", "platform"])
def test_table_in_no_rule_is_told_until_it_is_excluded(world: World, which: str) -> None:
    connection_id = "lethe_survey_platform" if which == "platform" else f"lethe_{which}"
    engine = engine_from(world.agency.connection(connection_id))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE interview_notes (id INTEGER)")
        connection.exec_driver_sql('CREATE TABLE "Notes on Siobhan Farrell" (id INTEGER)')
    gaps = told(world.agency)
    assert f"connection `{connection_id}`: table 'interview_notes' is in no store and no exclusion" in gaps
    assert len(gaps) == 2
    assert "Siobhan" not in str(gaps)
    exclude(world.agency, connection=connection_id, table="interview_notes")
    assert len(told(world.agency)) == 1


def test_airflows_own_tables_are_known_where_it_shares_the_database(world: World) -> None:
    with world.agency.ledger.engine.begin() as connection:
        for name in ("dag_run", "xcom", "ab_user", "_airflow_deleted__xcom__20261124"):
            connection.exec_driver_sql(f"CREATE TABLE {name} (id INTEGER)")
    assert len(told(world.agency)) == 4
    with world.agency.ledger.engine.begin() as connection:
        for name in ("task_instance", "alembic_version"):
            connection.exec_driver_sql(f"CREATE TABLE {name} (id INTEGER)")
    (archive,) = told(world.agency)
    assert "_airflow_deleted__xcom__20261124" in archive


def test_missing_sqlite_file_is_said_and_not_made(world: World) -> None:
    file = world.agency.home / "platform.sqlite"
    file.unlink()
    (gap,) = coverage_gaps(world.agency)
    assert gap.kind == "not_listed"
    assert not Path(file).exists()


def test_store_whose_role_needs_a_rule_is_told_without_one(world: World) -> None:
    rules = {name: rule for name, rule in world.agency.settings.retention.rules.items() if name != "quarantine"}
    world.with_rules(rules)
    assert told(world.agency) == [
        "connection `lethe_storage`: store 'quarantine' is quarantine and no retention rule covers it"
    ]


def test_inbound_store_that_nothing_pulls_from_is_told(world: World) -> None:
    sources = world.agency.settings.sources
    left = {name: source for name, source in sources.sources.items() if source.origin != "survey-inbox"}
    changed = sources.model_copy(update={"sources": left})
    object.__setattr__(world.agency, "settings", world.agency.settings.model_copy(update={"sources": changed}))
    assert told(world.agency) == [
        "connection `lethe_storage`: store 'survey-inbox' is inbound and no source pulls from it"
    ]


def test_guard_reads_and_changes_nothing(each_world: World) -> None:
    make_bucket(each_world.fill(), "fernhollow-scratch")
    before = each_world.held()
    lines = each_world.agency.ledger.head()
    coverage_gaps(each_world.agency)
    assert each_world.held() == before
    assert each_world.agency.ledger.head() == lines


def test_every_table_of_the_product_is_known(world: World) -> None:
    tables = set(sa.inspect(world.agency.research).get_table_names())
    assert "participant" in tables
    assert told(world.agency) == []
