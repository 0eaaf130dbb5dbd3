"""A place is as promised only when the connection that reads and the one that deletes both say so."""

from pathlib import Path
from typing import Any

import pytest

from lethe.agency import Agency
from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.folder import FolderStore
from lethe.retention.audit import audit
from lethe.retention.replay import replay

World = Any
READER = "lethe_storage_reader"


def led_elsewhere(world: World, conn_id: str) -> Path:
    """Let one connection reach other folders of the same names, as one with a mistyped path does."""
    elsewhere = world.agency.home / "elsewhere"
    for store in world.agency.settings.places.stores.values():
        FolderStore("twin", elsewhere / store.bucket).create()
    real = world.agency.connection

    def connection(asked: str) -> ConnectionSpec:
        if asked == conn_id:
            return ConnectionSpec(asked, "fs", extra={"path": str(elsewhere)})
        return real(asked)  # type: ignore[no-any-return]

    object.__setattr__(world.agency, "connection", connection)
    return elsewhere


@pytest.fixture
def certified(world: World) -> str:
    """A world with a plan certified two days ago; its id."""
    plan_id: str = world.fill().run("recordings").plan_id
    world.agency.clock.advance(days=2)
    return plan_id


def test_reader_that_is_led_to_an_empty_twin_hides_nothing(world: World, certified: str) -> None:
    world.put("banking-app/s-1/talk.wav")
    led_elsewhere(world, READER)
    report = audit(world.agency)
    told = {(finding.kind, finding.place): finding for finding in report.findings}
    assert told["resurrected", "sessions"].number == 1
    assert told["overdue", "sessions"].number == 6
    assert told["hidden", "sessions"].why == f"connection {READER}"
    assert report.needs_somebody
    assert report.verified_again == ()


def test_what_only_the_reader_sees_is_there_too(world: World, certified: str) -> None:
    twin = led_elsewhere(world, READER)
    # The reader sees all that there is, and one object more.
    for store in ("sessions", "brightwell"):
        spec = world.agency.settings.places.stores[store]
        mirrored(Path(world.agency.connection("lethe_storage").extra["path"]) / spec.bucket, twin / spec.bucket)
    (twin / "fernhollow-sessions/banking-app/s-1/talk.wav").write_bytes(b"again")
    report = audit(world.agency)
    told = {(finding.kind, finding.place, finding.why): finding.number for finding in report.findings}
    assert told["resurrected", "sessions", ""] == 1
    assert told["hidden", "sessions", "connection lethe_storage"] == 1
    assert report.verified_again == ()


def test_plan_is_not_verified_again_where_the_connections_do_not_agree(world: World, certified: str) -> None:
    led_elsewhere(world, READER)
    report = audit(world.agency)
    assert report.verified_again == ()
    assert report.counts["not_verified_again"] == 1
    assert world.agency.ledger.entries(event="verified_again") == []


def test_connections_that_agree_verify_a_plan_again(world: World, certified: str) -> None:
    twin = led_elsewhere(world, READER)
    path = Path(world.agency.connection("lethe_storage").extra["path"])
    for spec in world.agency.settings.places.stores.values():
        mirrored(path / spec.bucket, twin / spec.bucket)
    report = audit(world.agency)
    assert "hidden" not in report.counts
    assert report.verified_again == (certified,)
    listed = {place.place_id: place for place in report.listed}
    assert listed["sessions"].connection == f"{READER} and lethe_storage"
    assert listed["sessions"].things == len({key for place, key in world.held() if place == "sessions"})


def test_object_written_between_the_two_listings_is_not_hidden(
    world: World, certified: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = led_elsewhere(world, READER)
    path = Path(world.agency.connection("lethe_storage").extra["path"])
    for spec in world.agency.settings.places.stores.values():
        mirrored(path / spec.bucket, twin / spec.bucket)
    late = "fernhollow-sessions/banking-app/s-10/late.wav"
    as_it_is = FolderStore.list_versions

    def list_versions(self: FolderStore, prefix: str = "") -> Any:
        reading = str(self._root).startswith(str(twin))
        found = list(as_it_is(self, prefix))
        if reading and self.store_id == "sessions":
            for place in (path, twin):
                (place / late).write_bytes(b"written just now")
        yield from found

    monkeypatch.setattr(FolderStore, "list_versions", list_versions)
    report = audit(world.agency)
    assert "hidden" not in report.counts
    assert report.verified_again == (certified,)


def test_replay_deletes_what_the_reader_does_not_see(world: World, certified: str) -> None:
    world.put("banking-app/s-1/talk.wav")
    led_elsewhere(world, READER)
    assert replay(world.agency, "night-1").came_back == 1
    assert ("sessions", "banking-app/s-1/talk.wav") not in world.held()


def test_two_names_of_one_login_are_listed_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bool] = []
    as_it_is = Agency.store

    def store(self: Agency, store_id: str, *, verifying: bool = False) -> Any:
        if store_id == "sessions":
            opened.append(verifying)
        return as_it_is(self, store_id, verifying=verifying)

    monkeypatch.setattr(Agency, "store", store)
    audit(world.agency)
    assert opened == [True]


def mirrored(source: Path, target: Path) -> None:
    """The same objects in another folder."""
    for path in source.rglob("*"):
        if path.is_file() and ".lethe" not in path.parts:
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
