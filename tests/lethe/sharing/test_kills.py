"""An export killed at any write of any task and run again ends where one that was not killed ends."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select

from lethe.research import schema
from lethe.sharing import ExportRefusedError, anonymisation
from lethe.sharing.anonymisation import anonymise_batch
from tests.lethe.killing import Killed, closed, copies_of, killed_at

World = Any
Step = Callable[[World], Any]
MODERATOR = ("m-1", "moderator", "Maya Lindqvist")
VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\n<v Siobhan Farrell>Call me on 07700 900142.\n"


def run_select(world: World) -> Any:
    return world.select()


def run_anonymise(world: World) -> None:
    # As each mapped task: by its batch, whatever another has done.
    selection = world.select()
    for batch in selection.batches:
        anonymise_batch(world.agency, selection.export_id, batch)


def run_gate(world: World) -> None:
    world.gate(world.select())


def run_ask(world: World) -> None:
    world.ask(world.select())


def run_approve(world: World) -> None:
    world.decide(world.select())


def run_reject(world: World) -> None:
    world.decide(world.select(), "Reject")


def run_publish(world: World) -> None:
    world.publish(world.select())


def publish_half(world: World) -> None:
    """A publication that is killed, and the question put once more."""
    with killed_at(12), pytest.raises(Killed):
        run_publish(world)
    assert world.at("brightwell") != {}
    world.ask(world.select(), "ask-2")


def reject_half(world: World) -> None:
    world.decide(world.select(), "Reject", request_id="ask-2")


EXAMINED: tuple[Step, ...] = (run_select, run_anonymise, run_gate)
APPROVED: tuple[Step, ...] = (*EXAMINED, run_ask, run_approve)

TASKS: dict[str, tuple[tuple[Step, ...], Step]] = {
    "select": ((), run_select),
    "anonymise": ((run_select,), run_anonymise),
    "gate": ((run_select, run_anonymise), run_gate),
    "ask": (EXAMINED, run_ask),
    "approve": ((*EXAMINED, run_ask), run_approve),
    "reject": ((*EXAMINED, run_ask), run_reject),
    "publish": (APPROVED, run_publish),
    "reject what was sent in part": ((*APPROVED, publish_half), reject_half),
}


@pytest.fixture
def smallest(empty: World) -> World:
    """A study of one person, one short transcript and one answer."""
    empty.person("p-1", first_name="Siobhan", last_name="Farrell", phone="07700 900142")
    empty.person("m-1", first_name="Maya", last_name="Lindqvist")
    seats = [("p-1", "participant", "Siobhan Farrell"), MODERATOR]
    empty.session("s-1", "2026-09-01T10:00+01:00", seats, {"a-1.vtt": VTT})
    empty.answer("r-1", "p-1", "2026-09-02T10:00+01:00", "I am Siobhan and it works.")
    return empty


@pytest.mark.parametrize("task", TASKS)
def test_killed_at_any_write_and_repeated(smallest: World, task: str) -> None:
    before, step = TASKS[task]
    for earlier in before:
        earlier(smallest)
    expected, counted = drilled(smallest, step)
    assert counted > 2
    assert expected["client"] if task == "publish" else not expected["client"]


def test_a_block_killed_at_any_write_and_repeated(smallest: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real = anonymisation.write_transcript
    monkeypatch.setattr(
        anonymisation, "write_transcript", lambda *asked: (real(*asked)[0] + b"\nNOTE Farrell\n", real(*asked)[1])
    )
    run_select(smallest)
    run_anonymise(smallest)
    expected, counted = drilled(smallest, run_gate)
    assert counted > 10
    assert expected["state"] == "blocked"
    assert expected["staging"] == {}
    assert expected["client"] == {}


def drilled(world: World, step: Step) -> tuple[dict[str, Any], int]:
    """What a task leaves behind, after it was found to leave the same wherever it is killed and repeated; and at how
    many writes that was."""
    copy = copies_of(world.agency)
    whole = type(world)(copy())
    with killed_at(None) as calls, suppress(ExportRefusedError):
        step(whole)
    expected = outcome(whole)
    for number in range(1, calls["all"] + 1):
        again = type(world)(copy())
        with killed_at(number), pytest.raises(Killed):
            step(again)
        with suppress(ExportRefusedError):
            step(again)
        assert outcome(again) == expected, number
        closed(again.agency)
    return expected, calls["all"]


def outcome(world: World) -> dict[str, Any]:
    """All that must be the same in the end."""
    assert world.agency.ledger.verify_chain() == []
    selection = world.select()
    with world.agency.research.connect() as connection:
        quarantined = sorted(map(repr, connection.execute(select(schema.quarantined))))
    return {
        "lines": sorted(world.lines()),
        "state": world.state(selection),
        "client": world.at("brightwell"),
        "staging": world.at("staging"),
        "quarantine": world.at("quarantine"),
        "quarantined": quarantined,
        "candidates": [(row["name"], row["sha256"]) for row in world.candidates(selection)],
        "register": sorted((copy.key, copy.sha256, copy.kind, copy.due) for copy in world.register()),
    }
