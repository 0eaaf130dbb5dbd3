"""What stays in a drop is told: by its session's day, and what no listing of objects shows, after a few days."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lethe.connectors.objects import UnfinishedUpload
from lethe.connectors.s3 import S3Store
from lethe.retention.audit import audit
from lethe.retention.audit.drops import LEFT_AFTER
from lethe.retention.holds import place_hold

World = Any
Found = Callable[[World], dict[tuple[str, str, str], int]]
NAMED = "banking-app/s-1/Siobhan Farrell.mp4"


def real_time(world: World) -> None:
    """The store stamps what is written with its own clock: the tests' goes on from there."""
    world.agency.clock.advance(seconds=(datetime.now(UTC) - world.agency.now()).total_seconds())


def wait(world: World, **more: float) -> None:
    world.agency.clock.advance(**more)


@pytest.mark.parametrize(("started_at", "told"), [("2026-05-24T10:00+01:00", 0), ("2026-05-23T10:00+01:00", 1)])
def test_file_that_waits_in_a_drop_past_its_sessions_day_is_overdue(
    each_world: World, found: Found, started_at: str, told: int
) -> None:
    each_world.session("s-1", started_at)
    for name in (NAMED, "banking-app/s-1/talk.vtt"):
        each_world.put(name, "session-inbox")
    due = {("overdue", "session-inbox", rule_id): 1 for rule_id in ("recordings", "transcripts")}
    assert found(each_world) == (due if told else {})


def test_file_of_a_drop_that_no_session_dates_only_waits(each_world: World, found: Found) -> None:
    each_world.session("s-3", None)
    for name in ("banking-app/s-3/talk.vtt", "banking-app/s-9/talk.vtt", "loose.vtt"):
        each_world.put(name, "session-inbox")
    each_world.put("banking-app/answers.csv", "survey-inbox")
    assert found(each_world) == {}


def test_file_of_a_drop_under_a_hold_is_told_as_held(each_world: World) -> None:
    each_world.session("s-1", "2026-05-23T10:00+01:00")
    each_world.put(NAMED, "session-inbox")
    place_hold(
        each_world.agency, kind="legal", scope="session:s-1", reason="claim 1", by="dpo", until=date(2026, 12, 24)
    )
    assert audit(each_world.agency).counts == {"held": 1}


def withdraw(world: World, key: str) -> None:
    """Deleted as a person does it: a marker, and the bytes behind it."""
    store = world.agency.store("session-inbox")
    store.client.delete_object(Bucket=store.bucket, Key=store.prefix + key)


def test_file_withdrawn_from_a_versioned_drop_is_told_after_a_few_days(s3_world: World, found: Found) -> None:
    real_time(s3_world)
    s3_world.put(NAMED, "session-inbox")
    withdraw(s3_world, NAMED)
    assert found(s3_world) == {}
    wait(s3_world, seconds=(LEFT_AFTER - timedelta(minutes=5)).total_seconds())
    assert found(s3_world) == {}
    wait(s3_world, minutes=10)
    assert found(s3_world) == {("left_in_drop", "session-inbox", "older versions or delete markers"): 1}


def test_marker_alone_is_told_for_it_names_a_person(s3_world: World, found: Found) -> None:
    real_time(s3_world)
    s3_world.put(NAMED, "session-inbox")
    withdraw(s3_world, NAMED)
    store = s3_world.agency.store("session-inbox")
    store.delete([version for version in store.list_versions() if not version.is_delete_marker])
    assert [version.is_delete_marker for version in store.list_versions()] == [True]
    wait(s3_world, days=4)
    assert found(s3_world) == {("left_in_drop", "session-inbox", "older versions or delete markers"): 1}


def test_version_behind_the_one_that_waits_is_told(s3_world: World, found: Found) -> None:
    real_time(s3_world)
    s3_world.put(NAMED, "session-inbox", times=2)
    s3_world.put("loose.vtt", "session-inbox")
    wait(s3_world, days=4)
    assert found(s3_world) == {("left_in_drop", "session-inbox", "older versions or delete markers"): 1}


@pytest.mark.parametrize(("days", "told"), [(2, 0), (4, 1)])
def test_unfinished_upload_to_a_drop_is_told_after_a_few_days(
    s3_world: World, found: Found, monkeypatch: pytest.MonkeyPatch, days: int, told: int
) -> None:
    store = s3_world.agency.store("session-inbox")
    store.client.create_multipart_upload(Bucket=store.bucket, Key=store.prefix + NAMED)
    as_it_is = S3Store.list_uploads
    begun = s3_world.agency.now() - timedelta(days=days)

    def list_uploads(self: S3Store, prefix: str = "") -> Iterator[UnfinishedUpload]:
        for upload in as_it_is(self, prefix):
            assert upload.at is not None  # this server's clock stands still
            yield replace(upload, at=begun)

    monkeypatch.setattr(S3Store, "list_uploads", list_uploads)
    assert found(s3_world) == ({("left_in_drop", "session-inbox", "unfinished uploads"): 1} if told else {})
    report = audit(s3_world.agency)
    assert report.needs_somebody is bool(told)
    assert "Siobhan" not in repr(report)


def test_unfinished_upload_to_a_folder_is_told_by_its_own_age(world: World, found: Found) -> None:
    store = world.agency.store("session-inbox")
    draft = world.agency.home / "buckets" / store_bucket(world) / ".lethe" / "uploads"
    store.put(NAMED, b"x")
    (there,) = store.list_versions()
    store.delete([there])
    path = draft / upload_name(store, NAMED)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"half")
    now = world.agency.now().timestamp()
    os.utime(path, (now, now))
    assert found(world) == {}
    old = now - timedelta(days=4).total_seconds()
    os.utime(path, (old, old))
    assert found(world) == {("left_in_drop", "session-inbox", "unfinished uploads"): 1}


def store_bucket(world: World) -> str:
    return str(world.agency.settings.places.stores["session-inbox"].bucket)


def upload_name(store: Any, key: str) -> str:
    from lethe.connectors.folder import _encode

    return f"{_encode(store._prefix + key)}.0"
