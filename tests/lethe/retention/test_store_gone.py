"""A client's store that somebody took out of the settings: it is told each time and stops nothing else."""

from typing import Any

import pytest

from lethe.retention import freeze_plan, inventory, standing
from lethe.retention.audit import audit
from lethe.retention.inventory import STORE_GONE

World = Any
COPY = "banking-app/e-1/transcript-1.vtt"


def without_store(world: World, store_id: str = "brightwell") -> None:
    settings = world.agency.settings
    stores = {one: store for one, store in settings.places.stores.items() if one != store_id}
    places = settings.places.model_copy(update={"stores": stores})
    object.__setattr__(world.agency, "settings", settings.model_copy(update={"places": places}))


@pytest.fixture
def with_copy(world: World) -> World:
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/talk.vtt")
    world.copy(COPY, "2026-11-24")
    return world


def test_run_tells_of_copies_whose_store_is_gone_and_goes_on_with_the_rest(with_copy: World) -> None:
    world = with_copy
    without_store(world)
    plan = freeze_plan(world.agency, "transcripts", run_id="run-1")
    assert plan.counts == {"due": 1, "unknown": 1}
    world.delete(plan.plan_id)
    certificate = world.certificate(world.run("transcripts"))
    assert (certificate["result"]["absent"], [one["place"] for one in certificate["verification"]["places"]]) == (
        1,
        ["sessions"],
    )
    (line,) = world.agency.ledger.entries(scope=plan.plan_id, event="not_deletable")
    assert (line.outcome, line.details["place"]) == (STORE_GONE, "brightwell")
    assert (line.reference in {one.reference for one in world.agency.ledger.entries(event="deleted")}) is False


def test_audit_tells_of_copies_whose_store_is_gone_until_it_is_back(with_copy: World) -> None:
    world = with_copy
    without_store(world)
    report = audit(world.agency)
    # That the bucket is watched by nobody is told too.
    told = [(one.kind, one.place, one.number) for one in report.findings if one.kind != "uncovered"]
    assert told == [("store_gone", "brightwell", 1)]
    assert report.needs_somebody
    assert COPY not in repr(report)


def test_copies_of_a_plan_that_was_frozen_before_are_in_no_later_one(with_copy: World) -> None:
    world = with_copy
    world.freeze("transcripts", "run-0")
    settings = world.agency.settings
    without_store(world)
    certified = world.run("transcripts", "run-1")
    assert (certified.items, len(list(world.agency.store("sessions").list_versions()))) == (1, 0)
    # Back again, they go as ever.
    object.__setattr__(world.agency, "settings", settings)
    certified = world.run("transcripts", "run-2")
    assert (certified.items, len(list(world.agency.store("brightwell").list_versions()))) == (1, 0)


def test_copy_that_is_gone_already_is_not_told(with_copy: World) -> None:
    world = with_copy
    world.run("transcripts")
    without_store(world)
    assert "store_gone" not in audit(world.agency).counts
    found = [standing(held, world.agency.today()) for held in inventory(world.agency, "transcripts")]
    assert found == []
