"""A drop on a versioned bucket: what was overwritten or withdrawn before the pull is set aside, and nothing is lost."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lethe.connectors.objects import ObjectVersion
from lethe.connectors.s3 import S3Store
from lethe.intake import Pulled, scan_inbox, session_files
from lethe.intake.outcome import IntakeError
from lethe.research import schema
from lethe.retention.inventory import inventory
from lethe.retention.stop import resume_deletions, stop_deletions

World = Any
KEY = "banking-app/s-1/Siobhan Zoom.vtt"
BUCKET = "fernhollow-inbox"
OVERWRITTEN = "overwritten_before_the_pull"
WITHDRAWN = "withdrawn_before_the_pull"


def vtt(words: str) -> bytes:
    return f"WEBVTT\n\n00:00.000 --> 00:01.500\n{words}\n".encode()


FIRST, SECOND, THIRD = vtt("Siobhan here."), vtt("Ngozi here."), vtt("Farrell here.")


def withdraw(client: Any, key: str = KEY, folder: str = "sessions/") -> None:
    client.delete_object(Bucket=BUCKET, Key=folder + key)


def unversioned(client: Any) -> None:
    client.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Suspended"})


def versioned(client: Any) -> None:
    client.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})


def test_files_dropped_under_one_name_are_none_of_them_lost(s3_world: World) -> None:
    world = s3_world
    for data in (FIRST, SECOND, THIRD):
        world.drop(KEY, data)
    world.drop(f"{KEY}.bak", b"beside it")
    assert len(scan_inbox(world.agency, "session-files")) == 2
    pulled = world.pull()
    assert (pulled.taken, pulled.quarantined, pulled.reasons[OVERWRITTEN]) == (1, 3, 2)
    assert world.contents("sessions") == [THIRD]
    assert world.contents("quarantine") == sorted([FIRST, SECOND, b"beside it"])
    assert world.keys("session-inbox") == []
    assert [row["reason"] for row in world.rows(schema.quarantined) if row["original_name"] == KEY] == [OVERWRITTEN] * 2
    assert [line.outcome for line in world.agency.ledger.entries(event="quarantined")].count(OVERWRITTEN) == 2
    assert world.pull() == Pulled()


def test_what_cannot_be_placed_is_quarantined_in_all_its_versions(s3_world: World) -> None:
    world = s3_world
    for data in (FIRST, SECOND):
        world.drop("banking-app/s-9/Siobhan.vtt", data)
    assert world.pull().reasons == {OVERWRITTEN: 1, "no known session in its place nor in index.csv": 1}
    assert world.contents("quarantine") == sorted([FIRST, SECOND])
    assert world.keys("session-inbox") == []


def test_the_same_bytes_dropped_twice_are_one_file(s3_world: World) -> None:
    world = s3_world
    for data in (FIRST, SECOND, SECOND, FIRST, SECOND):
        world.drop(KEY, data)
    assert world.pull() == Pulled(taken=1, quarantined=1, reasons={OVERWRITTEN: 1})
    assert (world.contents("sessions"), world.contents("quarantine")) == ([SECOND], [FIRST])
    assert world.keys("session-inbox") == []


def test_a_withdrawn_file_is_not_taken_and_is_set_aside(s3_world: World, s3_client: Any) -> None:
    world = s3_world
    world.drop(KEY, FIRST)
    world.drop(KEY, SECOND)
    withdraw(s3_client)
    world.drop("banking-app/s-1/Ngozi.vtt", THIRD)
    assert world.pull() == Pulled(taken=1, quarantined=2, reasons={WITHDRAWN: 2})
    assert (world.contents("sessions"), world.contents("quarantine")) == ([THIRD], sorted([FIRST, SECOND]))
    assert world.keys("session-inbox") == []
    assert world.pull() == Pulled()


def test_a_marker_with_nothing_under_it_goes_for_its_key_may_be_a_name(s3_world: World, s3_client: Any) -> None:
    s3_world.drop(KEY, FIRST)
    withdraw(s3_client)
    inbox = s3_world.agency.store("session-inbox")
    inbox.delete([version for version in inbox.list_versions() if not version.is_delete_marker])
    assert s3_world.keys("session-inbox") == [KEY]
    assert s3_world.pull() == Pulled()
    assert s3_world.keys("session-inbox") == []


def test_a_file_dropped_again_after_it_was_withdrawn_is_taken(s3_world: World, s3_client: Any) -> None:
    world = s3_world
    world.drop(KEY, FIRST)
    withdraw(s3_client)
    world.drop(KEY, SECOND)
    assert world.pull() == Pulled(taken=1, quarantined=1, reasons={OVERWRITTEN: 1})
    assert (world.contents("sessions"), world.contents("quarantine")) == ([SECOND], [FIRST])
    assert world.keys("session-inbox") == []


def test_survey_files_and_indexes_lose_no_version_either(s3_world: World, s3_client: Any) -> None:
    world = s3_world
    header = "response_id,participant_id,answered_at\r\n"
    for number in (1, 2):
        world.drop("banking-app/Farrell.csv", f"{header}{number},p-{number},2026-11-05\r\n".encode(), "survey-inbox")
    pulled = world.pull("survey-files")
    assert (pulled.taken, pulled.reasons) == (1, {OVERWRITTEN: 1})
    indexes = [f"file,session_id\n{name}.vtt,s-1\n".encode() for name in ("Siobhan", "Ngozi")]
    for index in indexes:
        world.drop("loose/index.csv", index)
    world.drop("loose/Ngozi.vtt", FIRST)
    world.drop("gone/index.csv", indexes[0])
    withdraw(s3_client, "gone/index.csv")
    assert world.pull().taken == 1
    assert world.pull() == Pulled()
    reasons = {row["original_name"]: row["reason"] for row in world.rows(schema.quarantined)}
    assert reasons == {
        "banking-app/Farrell.csv": OVERWRITTEN,
        "loose/index.csv": OVERWRITTEN,
        "gone/index.csv": WITHDRAWN,
    }
    assert set(indexes) < {*world.contents("quarantine"), indexes[1]}
    assert (world.keys("session-inbox"), world.keys("survey-inbox")) == ([], [])


def test_what_is_set_aside_goes_with_its_session_and_after_the_window_at_most(s3_world: World) -> None:
    world = s3_world
    world.session("s-old", "2026-05-30T10:00+01:00")
    for key in ("banking-app/s-1/a.vtt", "banking-app/s-old/a.mp4", "banking-app/s-undated/a.vtt"):
        world.drop(key, FIRST)
        world.drop(key, SECOND)
    world.pull()
    names = {row["key"]: (row["original_name"], row["reason"]) for row in world.rows(schema.quarantined)}
    due = {names[held.key]: held.due for held in inventory(world.agency, "quarantine")}
    window = date(2026, 12, 8)
    assert due == {
        ("banking-app/s-1/a.vtt", OVERWRITTEN): window,
        ("banking-app/s-old/a.mp4", OVERWRITTEN): date(2026, 11, 30),
        ("banking-app/s-undated/a.vtt", OVERWRITTEN): window,
        ("banking-app/s-undated/a.vtt", "its session has no date"): window,
    }


class TestMeanwhile:
    """Somebody writes while the pull reads: what was not read stays."""

    def test_a_version_dropped_while_the_one_before_is_taken_stays(
        self, s3_world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world = s3_world
        world.drop(KEY, FIRST)
        real = S3Store.copy_from

        def meanwhile(self: S3Store, *args: Any, **kwargs: Any) -> Any:
            stored = real(self, *args, **kwargs)
            world.drop(KEY, SECOND)
            return stored

        with monkeypatch.context() as patch:
            patch.setattr(S3Store, "copy_from", meanwhile)
            assert world.pull().taken == 1
        assert world.contents("session-inbox") == [SECOND]
        assert len(list(world.agency.store("session-inbox").list_versions())) == 1
        assert world.pull() == Pulled(taken=1)
        assert world.contents("sessions") == sorted([FIRST, SECOND])

    def test_what_has_no_version_of_its_own_and_was_overwritten_unread_stays(
        self, s3_world: World, s3_client: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world = s3_world
        unversioned(s3_client)
        world.drop(KEY, FIRST)
        real = session_files._kind

        def meanwhile(*args: Any) -> Any:
            versioned(s3_client)
            world.drop(KEY, SECOND)
            return real(*args)

        with monkeypatch.context() as patch:
            patch.setattr(session_files, "_kind", meanwhile)
            assert world.pull().taken == 1
        pulled = world.pull()
        assert (pulled.known_before, pulled.reasons) == (1, {OVERWRITTEN: 1})
        assert (world.contents("sessions"), world.contents("quarantine")) == ([SECOND], [FIRST])

    def test_a_file_withdrawn_between_scan_and_take_is_not_taken(self, s3_world: World, s3_client: Any) -> None:
        world = s3_world
        world.drop(KEY, FIRST)
        ids = scan_inbox(world.agency, "session-files")
        withdraw(s3_client)
        assert world.pull(ids=ids) == Pulled()
        assert world.pull() == Pulled(quarantined=1, reasons={WITHDRAWN: 1})
        assert (world.contents("sessions"), world.contents("quarantine")) == ([], [FIRST])

    def test_a_file_withdrawn_while_it_is_taken_leaves_no_marker(
        self, s3_world: World, s3_client: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world = s3_world
        world.drop(KEY, FIRST)
        real = S3Store.copy_from

        def meanwhile(self: S3Store, *args: Any, **kwargs: Any) -> Any:
            stored = real(self, *args, **kwargs)
            withdraw(s3_client)
            return stored

        monkeypatch.setattr(S3Store, "copy_from", meanwhile)
        assert world.pull().taken == 1
        assert world.keys("session-inbox") == []

    def test_nothing_is_purged_while_deletions_are_stopped(self, s3_world: World) -> None:
        world = s3_world
        world.drop(KEY, FIRST)
        world.drop(KEY, SECOND)
        stop_deletions(world.agency, by="dora", reason="wrong bucket")
        with pytest.raises(IntakeError, match="1 files could not be moved"):
            world.pull()
        assert len(list(world.agency.store("session-inbox").list_versions())) == 2
        resume_deletions(world.agency, by="dora")
        assert world.pull() == Pulled(taken=1, quarantined=1, reasons={OVERWRITTEN: 1})


def test_what_lay_there_before_versions_were_kept_is_not_lost(s3_world: World, s3_client: Any) -> None:
    world = s3_world
    unversioned(s3_client)
    world.drop(KEY, FIRST)
    ids = scan_inbox(world.agency, "session-files")
    versioned(s3_client)
    world.drop(KEY, SECOND)
    assert world.pull(ids=ids) == Pulled()
    assert world.pull() == Pulled(taken=1, quarantined=1, reasons={OVERWRITTEN: 1})
    assert (world.contents("sessions"), world.contents("quarantine")) == ([SECOND], [FIRST])
    assert world.keys("session-inbox") == []


def test_killed_at_any_write_and_repeated(
    s3_world: World, s3_client: Any, killed_at: Callable[..., Any], killed: type[BaseException]
) -> None:
    world, number, done = s3_world, 0, False
    while not done:
        number += 1
        # Bytes of their own each time: the ledger keeps its lines, the stores begin anew.
        first, second, third = (vtt(f"{number} {name}") for name in ("Siobhan", "Ngozi", "Farrell"))
        world.drop(KEY, first)
        world.drop(KEY, second)
        world.drop("banking-app/s-1/gone.vtt", third)
        withdraw(s3_client, "banking-app/s-1/gone.vtt")
        try:
            with killed_at(number, S3Store):
                world.pull()
            done = True
        except killed:
            assert {first, second, third} == {data for store_id in STORES for data in everything(world, store_id)}
            world.pull()
        assert [set(everything(world, store_id)) for store_id in STORES] == [set(), {second}, {first, third}]
        rows = {row["original_name"]: row["reason"] for row in world.rows(schema.quarantined)}
        assert rows == {KEY: OVERWRITTEN, "banking-app/s-1/gone.vtt": WITHDRAWN}
        assert (len(world.rows(schema.quarantined)), world.rows(schema.inbound_file)) == (2, [])
        with world.agency.research.begin() as connection:
            for table in (schema.quarantined, schema.asset):
                connection.execute(table.delete())
        for store_id in STORES[1:]:
            store = world.agency.store(store_id)
            store.delete(list(store.list_versions()))
    assert number > 15


STORES = ("session-inbox", "sessions", "quarantine")


def everything(world: World, store_id: str) -> list[bytes]:
    store = world.agency.store(store_id)
    versions: list[ObjectVersion] = [one for one in store.list_versions() if not one.is_delete_marker]
    return [store.read(one.key, version_id=one.version_id) for one in versions]
