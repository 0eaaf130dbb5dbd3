"""Two runs of one rule at the same moment: one plan, one certificate."""

import threading
from pathlib import Path
from typing import Any

import pytest

from lethe.agency import Agency
from lethe.connectors.folder import FolderStore, _encode
from lethe.retention import RetentionError, certify, certify_plan, freeze_plan, freezing, load_plan, verify_plan
from lethe.retention.errors import StillPresentError
from lethe.retention.plan import digest_of_items

World = Any


def filled(world: World) -> World:
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/talk.wav")
    return world


def during(monkeypatch: pytest.MonkeyPatch, agency: Agency, act: Any) -> None:
    """Do something once, just before the next line goes into the ledger."""
    ledger = agency.ledger
    real = ledger.append

    def append(*args: Any, **kwargs: Any) -> int:
        monkeypatch.setattr(ledger, "append", real)
        act()
        return real(*args, **kwargs)

    monkeypatch.setattr(ledger, "append", append)


def test_the_same_run_frozen_twice_at_once_is_one_plan(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(world)
    twin = Agency(world.agency.settings, world.agency.clock, world.agency.connection, world.agency.home)
    during(monkeypatch, world.agency, lambda: freeze_plan(twin, "recordings", run_id="run-1"))
    frozen = freeze_plan(world.agency, "recordings", run_id="run-1")
    assert frozen == freeze_plan(twin, "recordings", run_id="run-1")
    assert len(world.agency.ledger.entries(event="plan_frozen")) == 1


def test_plan_frozen_while_another_process_begins_the_same_keeps_its_items(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        world.put(f"banking-app/s-1/talk-{number}.wav")
    world.session("s-1", "2026-05-24T10:00+01:00")
    twin = Agency(world.agency.settings, world.agency.clock, world.agency.connection, world.agency.home)
    # The second has seen no plan, and is about to clear its draft, when the first freezes the whole plan.
    during(monkeypatch, twin, lambda: freeze_plan(world.agency, "recordings", run_id="run-1"))
    plan = freeze_plan(twin, "recordings", run_id="run-1")
    assert world.plan_items() == 3
    assert digest_of_items(world.agency, plan.plan_id) == plan.digest
    assert world.certificate(world.run("recordings", "run-1"))["result"]["absent"] == 3


def test_plan_certified_while_another_is_frozen_is_not_superseded(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(world)
    first = world.freeze("recordings", "run-1")
    twin = type(world)(Agency(world.agency.settings, world.agency.clock, world.agency.connection, world.agency.home))
    during(monkeypatch, world.agency, lambda: twin.run("recordings", "run-1"))
    second = freeze_plan(world.agency, "recordings", run_id="run-2")
    assert load_plan(world.agency, first).state == "certified"
    assert second.state == "nothing_due"


def test_run_that_begins_and_ends_while_another_is_planned_is_certified_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(world)
    twin = type(world)(Agency(world.agency.settings, world.agency.clock, world.agency.connection, world.agency.home))
    # Another run goes from its plan to its certificate while this one has listed what is due and not yet frozen it.
    during(monkeypatch, world.agency, lambda: twin.run("recordings", "run-1"))
    late = freeze_plan(world.agency, "recordings", run_id="run-2")
    assert late.state == "nothing_due"
    assert len(world.agency.ledger.entries(event="certified")) == 1


def test_plan_taken_over_while_it_is_verified_writes_no_line(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(world)
    first = world.freeze("recordings", "run-1")
    world.delete(first)
    twin = Agency(world.agency.settings, world.agency.clock, world.agency.connection, world.agency.home)
    during(monkeypatch, world.agency, lambda: freeze_plan(twin, "recordings", run_id="run-2"))
    with pytest.raises(RetentionError, match="another run took its items over"):
        verify_plan(world.agency, first)
    assert world.agency.ledger.entries(event="deleted") == []


def test_plan_taken_over_while_it_is_certified_keeps_no_certificate(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(world)
    first = world.freeze("recordings", "run-1")
    world.delete(first)
    twin = Agency(world.agency.settings, world.agency.clock, world.agency.connection, world.agency.home)
    monkeypatch.setattr(
        "lethe.retention.certify.signed_certificate",
        lambda *_: (freeze_plan(twin, "recordings", run_id="run-2"), b"{}")[1],
    )
    with pytest.raises(RetentionError, match="another run took its items over"):
        certify_plan(world.agency, first)
    monkeypatch.undo()
    assert list(world.agency.store("evidence").list_versions()) == []
    assert world.certificate(world.run("recordings", "run-2"))["result"]["absent"] == 1


def test_plan_certified_twice_at_once_keeps_one_certificate_as_signed(
    each_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = filled(each_world)
    plan_id = world.freeze("recordings", "run-1")
    world.delete(plan_id)
    verify_plan(world.agency, plan_id)
    twin = Agency(world.agency.settings, world.agency.clock, world.agency.connection, world.agency.home)
    real, second = certify.signed_certificate, []
    thread = threading.Thread(target=lambda: second.append(certify_plan(twin, plan_id)))

    def beside_another(*arguments: Any) -> bytes:
        # A second try of the task begins while the first, thought dead, is about to put what it signed.
        if not thread.is_alive() and not second:
            thread.start()
            thread.join(2)
        return real(*arguments)

    monkeypatch.setattr(certify, "signed_certificate", beside_another)
    first = certify_plan(world.agency, plan_id)
    thread.join(60)
    assert second == [first]
    assert world.certificate(first)["result"]["absent"] == 1
    assert world.agency.store("evidence").sha256(first.key) == first.sha256  # type: ignore[union-attr]


def test_upload_that_is_completed_while_its_place_is_listed_is_there(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_id = _without_readers(filled(world)).freeze("recordings", "run-1")
    world.delete(plan_id)
    bucket = world.agency.home / "buckets" / world.agency.settings.places.stores["sessions"].bucket
    written = bucket / "banking-app" / "s-1" / "talk.wav"
    begun = _draft_of(written, bucket)
    listed = FolderStore.list_versions

    def then_completed(store: FolderStore, prefix: str = "") -> Any:
        yield from listed(store, prefix)
        if store.store_id == "sessions" and begun.exists():
            written.parent.mkdir(parents=True, exist_ok=True)
            begun.rename(written)

    monkeypatch.setattr(FolderStore, "list_versions", then_completed)
    with pytest.raises(StillPresentError, match="1 in 'sessions'"):
        certify_plan(world.agency, plan_id)
    assert list(world.agency.store("evidence").list_versions()) == []


@pytest.mark.parametrize("first", ["signs", "certifies"])
def test_two_machines_that_certify_at_once_keep_the_one_that_the_ledger_names(
    s3_world: World, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    world = filled(s3_world)
    plan_id = world.freeze("recordings", "run-1")
    world.delete(plan_id)
    put, by_the_other = certify._put_parts, []

    def beside_another(agency: Agency, plan: Any, statement: Any) -> Any:
        monkeypatch.setattr(certify, "_put_parts", put)
        ours = put(agency, plan, statement) if first == "signs" else None
        # Another machine, where nobody waits for this one; it signs a second later.
        world.agency.clock.advance(seconds=1)
        by_the_other.append(certify._certify(agency, plan_id))
        return ours or put(agency, plan, statement)

    monkeypatch.setattr(certify, "_put_parts", beside_another)
    certified = certify_plan(world.agency, plan_id)
    assert by_the_other == [certified]
    assert certify_plan(world.agency, plan_id) == certified
    store = world.agency.store("evidence")
    assert store.sha256(certified.key) == certified.sha256  # type: ignore[union-attr]
    assert sorted(version.key.rpartition(".")[2] for version in store.list_versions()) == ["html", "json", "pdf"]
    assert len(world.agency.ledger.entries(event="certified")) == 1


def test_certificate_of_a_killed_run_is_cleared_away_by_the_plan_that_takes_over(
    each_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = filled(each_world)
    first = world.freeze("recordings", "run-1")
    world.delete(first)
    put = certify._put_parts

    def killed(*arguments: Any) -> None:
        put(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(certify, "_put_parts", killed)
    with pytest.raises(KeyboardInterrupt):
        certify_plan(world.agency, first)
    monkeypatch.undo()
    store = world.agency.store("evidence")
    assert [version.key for version in store.list_versions()] == [f"certificates/recordings/{first}.json"]
    other = f"certificates/recordings/{first}0.json"
    store.put(other, b"{}")
    second = world.run("recordings", "run-2").plan_id
    there = {version.key for version in store.list_versions()}
    assert there == {other, *(f"certificates/recordings/{second}.{suffix}" for suffix in ("html", "json", "pdf"))}


def _without_readers(world: World) -> World:
    """Let every place be listed once, under the connection that deletes there."""
    settings = world.agency.settings
    stores = {
        name: store.model_copy(update={"verify_connection": None}) for name, store in settings.places.stores.items()
    }
    places = settings.places.model_copy(update={"stores": stores})
    object.__setattr__(world.agency, "settings", settings.model_copy(update={"places": places}))
    return world


def _draft_of(path: Path, bucket: Path) -> Path:
    """An upload of that object, begun and not finished."""
    draft = bucket / ".lethe" / "uploads" / f"{_encode(path.relative_to(bucket).as_posix())}.abc"
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_bytes(b"said again")
    return draft


def test_runs_that_keep_overtaking_end_in_an_error_that_says_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def overtaken(*_: Any) -> None:
        raise freezing._Overtaken

    monkeypatch.setattr(freezing, "_freeze", overtaken)
    with pytest.raises(RetentionError, match="other runs of rule 'recordings' are under way; nothing was deleted"):
        freeze_plan(world.agency, "recordings", run_id="run-1")


def test_many_runs_at_once_end_with_every_item_certified_once(world: World) -> None:
    filled(world)
    errors: list[BaseException] = []

    def run(number: int) -> None:
        twin = type(world)(
            Agency(world.agency.settings, world.agency.clock, world.agency.connection, world.agency.home)
        )
        try:
            twin.run("recordings", f"run-{number}")
        except RetentionError:
            pass  # another run took the items over
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert errors == []
    world.run("recordings", "run-last")
    assert ("sessions", "banking-app/s-1/talk.wav") not in world.held()
    assert sum(line.details["items"] for line in world.agency.ledger.entries(event="certified")) == 1
    lying_there = [version.key for version in world.agency.store("evidence").list_versions()]
    assert sorted(key.rpartition(".")[2] for key in lying_there) == ["html", "json", "pdf"]
    assert world.agency.ledger.verify_chain() == []
