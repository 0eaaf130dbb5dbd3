"""A run killed at any step and started again ends in the same place, with one line an item."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from lethe.agency import Agency
from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.folder import FolderStore
from lethe.connectors.s3 import S3Store
from lethe.retention import certify_plan, freeze_plan, load_plan

World = Any
STORE_CALLS = ("list_versions", "versions_of", "list_uploads", "abort_uploads", "put", "delete", "sha256")


class Killed(BaseException):
    """The process is gone: nothing of ours catches it."""


@contextmanager
def killed_at(number: int | None, *, sql: bool) -> Iterator[Counter[str]]:
    """Count the calls into stores and databases, and be killed at one of them."""
    calls: Counter[str] = Counter()

    def step(*_: Any) -> None:
        calls["all"] += 1
        if calls["all"] == number:
            raise Killed

    def statement(_connection: Any, _cursor: Any, text: str, *_: Any) -> None:
        # Killed at a question is the same as killed at what is done next.
        if not text.startswith(("SELECT", "PRAGMA")):
            step()

    patch = pytest.MonkeyPatch()
    for kind in (FolderStore, S3Store):
        for name in STORE_CALLS:
            patch.setattr(kind, name, _counted(getattr(kind, name), step))
    if sql:
        sa.event.listen(sa.Engine, "before_cursor_execute", statement)
        sa.event.listen(sa.Engine, "commit", step)
    try:
        yield calls
    finally:
        patch.undo()
        if sql:
            sa.event.remove(sa.Engine, "before_cursor_execute", statement)
            sa.event.remove(sa.Engine, "commit", step)


def _counted(real: Callable[..., Any], step: Callable[[], None]) -> Callable[..., Any]:
    def method(*args: Any, **kwargs: Any) -> Any:
        step()
        return real(*args, **kwargs)

    return method


def reopened(agency: Agency, home: Path) -> Agency:
    """The same agency in another process, its state copied to another folder."""

    def connection(conn_id: str) -> ConnectionSpec:
        spec = agency.connection(conn_id)
        moved = str(home) + spec.host.removeprefix(str(agency.home)) if spec.host else ""
        extra = {name: str(value).replace(str(agency.home), str(home)) for name, value in spec.extra.items()}
        return ConnectionSpec(conn_id, spec.conn_type, moved, None, spec.login, spec.password, "", extra)

    return Agency(agency.settings, agency.clock, connection, home)


def outcome(world: World, plan_id: str) -> tuple[Any, ...]:
    """All that must be the same in the end, whatever happened on the way."""
    ledger = world.agency.ledger
    certificate = world.certificate(certify_plan(world.agency, plan_id))
    seen = Counter((line.event, line.reference) for line in ledger.entries())
    assert set(seen.values()) == {1}
    assert ledger.verify_chain() == []
    assert world.plan_items() == 0
    return (
        sorted((line.event, line.scope, line.reference, line.outcome) for line in ledger.entries()),
        world.held(),
        certificate["result"],
        certificate["items"],
        load_plan(world.agency, plan_id).state,
        world.agency.keys.has_pseudonym_key("heat-pump-portal", "brightwell"),
    )


def prepared(world: World) -> World:
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.session("s-2", "2026-11-01T10:00+00:00")
    for key in ("banking-app/s-1/talk.vtt", "banking-app/s-1/second.vtt", "banking-app/s-2/talk.vtt", "loose.vtt"):
        world.put(key)
    world.asset("banking-app/s-1/talk.vtt", "s-1", "transcript")
    world.copy("banking-app/e-1/transcript-1.vtt", "2026-11-24")
    world.copy("banking-app/e-1/transcript-2.vtt", "2026-11-25")
    client = world.agency.settings.studies["heat-pump-portal"].client
    world.agency.keys.create_pseudonym_key("heat-pump-portal", client)
    return world


def test_killed_at_any_call_and_repeated_on_folders(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The kills are of the process, not of the machine: flushing to disk would only take time.
    monkeypatch.setattr("os.fsync", lambda _: None)
    prepared(world)
    world.agency.research.dispose()
    world.agency.ledger.engine.dispose()
    kind = type(world)
    start = tmp_path / "start"
    start.mkdir()
    for path in list(tmp_path.iterdir()):
        if path != start:
            path.rename(start / path.name)

    def again(name: str) -> Any:
        shutil.copytree(start, tmp_path / name, symlinks=True)
        return kind(reopened(world.agency, tmp_path / name))

    whole = again("whole")
    with killed_at(None, sql=True) as calls:
        whole.run("transcripts")
    plan_id = freeze_plan(whole.agency, "transcripts", run_id="run-1").plan_id
    expected = outcome(whole, plan_id)
    assert calls["all"] > 50
    for number in range(1, calls["all"] + 1):
        killed = again(f"killed-{number}")
        with pytest.raises(Killed), killed_at(number, sql=True):
            killed.run("transcripts")
        killed.agency.research.dispose()
        killed.agency.ledger.engine.dispose()
        repeated = kind(reopened(world.agency, tmp_path / f"killed-{number}"))
        repeated.run("transcripts")
        assert outcome(repeated, plan_id) == expected, f"killed at call {number} of {calls['all']}"
        for engine in (repeated.agency.research, repeated.agency.ledger.engine):
            engine.dispose()
        shutil.rmtree(tmp_path / f"killed-{number}")


@pytest.mark.parametrize("number", range(1, 26))
def test_killed_at_any_call_to_s3_and_repeated(s3_world: World, number: int) -> None:
    killed = prepared(s3_world)
    with killed_at(number, sql=False) as calls:
        try:
            killed.run("transcripts")
        except Killed:
            pass
        else:
            assert calls["all"] < number
    killed.run("transcripts")
    plan_id = freeze_plan(killed.agency, "transcripts", run_id="run-1").plan_id
    lines, held, result, _, state, key = outcome(killed, plan_id)
    assert Counter(event for event, _, _, _ in lines) == {
        "plan_frozen": 1, "not_deletable": 1, "deleted": 3, "certified": 1, "key_orphaned": 1, "key_destroyed": 1,
    }  # fmt: skip
    assert {name for place, name in held if place == "sessions"} == {"banking-app/s-2/talk.vtt", "loose.vtt"}
    assert {name for place, name in held if place == "brightwell"} == {"banking-app/e-1/transcript-2.vtt"}
    assert (result["absent"], state, key) == (3, "certified", False)


def test_killed_in_the_middle_of_deleting_a_batch(each_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world = prepared(each_world)
    kind = type(world.agency.store("sessions"))
    real = kind.delete

    def half(store: Any, versions: Any) -> Any:
        real(store, versions[: len(versions) // 2])
        raise Killed

    monkeypatch.setattr(kind, "delete", half)
    with pytest.raises(Killed):
        world.run("transcripts")
    monkeypatch.undo()
    assert world.certificate(world.run("transcripts"))["result"]["absent"] == 3


@pytest.mark.parametrize("stage", ["frozen", "deleted", "verified"])
def test_what_a_run_left_is_taken_over_by_the_next(each_world: World, stage: str) -> None:
    from lethe.retention import RetentionError, delete_batch, verify_plan

    world = prepared(each_world)
    first = world.freeze("transcripts", "run-1")
    if stage != "frozen":
        world.delete(first)
    if stage == "verified":
        verify_plan(world.agency, first)
    world.agency.clock.advance(days=1)
    document = world.certificate(world.run("transcripts", "run-2"))
    assert document["result"]["absent"] == 4
    assert load_plan(world.agency, first).state == "superseded"
    assert delete_batch(world.agency, first, 0).deleted == 0
    for step in (verify_plan, certify_plan):
        with pytest.raises(RetentionError, match="a later plan took its items over"):
            step(world.agency, first)
    assert world.plan_items() == 0


def test_taken_over_item_that_was_redated_is_no_item_of_the_next_plan(each_world: World) -> None:
    world = prepared(each_world)
    world.freeze("transcripts", "run-1")
    world.redate("s-1", "2026-11-01T10:00+00:00")
    assert world.certificate(world.run("transcripts", "run-2"))["result"]["absent"] == 1
    assert ("sessions", "banking-app/s-1/talk.vtt") in world.held()
