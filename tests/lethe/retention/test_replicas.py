"""A replica is one more place of every rule that covers its primary: what is deleted there alone is not deleted."""

from datetime import timedelta
from typing import Any

import pytest

from lethe.agency import Agency
from lethe.connectors.objects import DeleteOutcome
from lethe.retention import RetentionError, certify_plan, inventory, verify_plan
from lethe.retention.holds import place_hold
from lethe.retention.replicas import effective_places, primary_of, replicas_of
from lethe.settings.places import Store, StoreRole

World = Any


@pytest.fixture
def replicated(world: World) -> World:
    """The agency with a replica of the raw store, of quarantine and of a client's store."""
    settings = world.agency.settings
    replicas = {
        f"{store_id}-copy": Store(
            role=StoreRole.REPLICA, connection="lethe_storage", bucket=f"{store_id}-copy", replica_of=store_id
        )
        for store_id in ("sessions", "brightwell", "quarantine")
    }
    stores = settings.places.stores | replicas
    changed = settings.model_copy(update={"places": settings.places.model_copy(update={"stores": stores})})
    old = world.agency
    world.agency = Agency(changed, old.clock, old.connection, old.home)
    world.agency.create_folders()
    return world


def filled(world: World) -> World:
    world.fill()
    for version in list(world.agency.store("sessions").list_versions()):
        world.put(version.key, "sessions-copy")
    for version in list(world.agency.store("brightwell").list_versions()):
        world.put(version.key, "brightwell-copy")
    return world


def test_rule_reaches_the_replicas_of_its_places(replicated: World) -> None:
    agency = replicated.agency
    rules = agency.settings.retention.rules
    assert effective_places(agency, rules["recordings"]) == ("sessions", "sessions-copy")
    assert effective_places(agency, rules["quarantine"]) == ("quarantine", "quarantine-copy")
    assert effective_places(agency, rules["survey-answers"]) == ("banking-app-platform", "research")
    assert replicas_of(agency, "brightwell") == ("brightwell-copy",)
    assert (primary_of(agency, "brightwell-copy"), primary_of(agency, "research")) == ("brightwell", "research")


@pytest.mark.parametrize("rule_id", ["recordings", "transcripts"])
def test_replicas_keys_fall_due_on_their_primarys_day(replicated: World, rule_id: str) -> None:
    held = list(inventory(filled(replicated).agency, rule_id))
    for primary in ("sessions", "brightwell"):
        there = {one.key: (one.due, one.why) for one in held if one.place_id == primary}
        assert {one.key: (one.due, one.why) for one in held if one.place_id == f"{primary}-copy"} == there
    assert {one.place_id for one in held} >= {"sessions", "sessions-copy"}


def test_mapped_key_is_dated_in_the_replica_by_the_asset_row_of_its_primary(replicated: World) -> None:
    held = list(inventory(filled(replicated).agency, "recordings"))
    mapped = [one for one in held if one.key == "elsewhere/mapped.bin"]
    assert [(one.place_id, one.why) for one in mapped] == [("sessions", "session"), ("sessions-copy", "session")]
    assert len({one.due for one in mapped}) == 1


def test_what_is_due_goes_from_the_replica_too_and_is_certified_with_both(replicated: World) -> None:
    world = filled(replicated)
    document = world.certificate(world.run("transcripts"))
    left = {key for place, key in world.held() if place in {"sessions-copy", "brightwell-copy"}}
    assert "banking-app/s-1/talk.vtt" not in left
    assert "banking-app/e-1/transcript-1.vtt" not in left
    assert "banking-app/s-10/talk.vtt" in left
    listed = {place["place"] for place in document["verification"]["places"]}
    assert {"sessions", "sessions-copy", "brightwell", "brightwell-copy"} <= listed


def test_copy_that_stays_in_the_replica_is_not_certified(replicated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world = filled(replicated)
    plan_id = world.freeze("recordings")
    kind = type(world.agency.store("sessions-copy"))
    real = kind.delete

    def some(store: Any, versions: Any) -> Any:
        if store.store_id == "sessions-copy":
            return [DeleteOutcome(one, "denied", "AccessDenied") for one in versions]
        return real(store, versions)

    monkeypatch.setattr(kind, "delete", some)
    with pytest.raises(RetentionError, match="s3:DeleteObjectVersion"):
        world.delete(plan_id)
    with pytest.raises(RetentionError, match=r"'sessions-copy'.*still there"):
        verify_plan(world.agency, plan_id)
    monkeypatch.undo()
    world.delete(plan_id)
    assert certify_plan(world.agency, plan_id) is not None


def test_hold_on_a_place_keeps_what_its_replica_holds(replicated: World) -> None:
    world = filled(replicated)
    until = world.agency.today() + timedelta(days=30)
    place_hold(world.agency, kind="legal", scope="place:sessions", reason="claim 2026-14", by="dora", until=until)
    due = [one for one in inventory(world.agency, "recordings") if one.due and one.due <= world.agency.today()]
    assert {one.place_id for one in due} >= {"sessions", "sessions-copy"}
    assert not [one for one in due if one.goes(world.agency.today()) and one.place_id.startswith("sessions")]
