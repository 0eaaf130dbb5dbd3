"""One odd file name, or one place or rule that breaks in a way nobody foresaw, stops nothing else."""

import os
from typing import Any

import pytest

from lethe.retention import freeze_plan
from lethe.retention.audit import audit, run
from lethe.retention.replay import replay

World = Any
TALK = "banking-app/s-1/talk.wav"


class Unforeseen(RuntimeError):
    """What no code of ours raises."""


def put_surrogate(world: World, folder: str) -> None:
    """A file of the name `café.wav` as an old archive unpacks it: not valid UTF-8."""
    spec = world.agency.settings.places.stores["sessions"]
    path = world.agency.home / "buckets" / spec.bucket / spec.prefix / folder / os.fsdecode(b"caf\xe9.wav")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")


@pytest.mark.parametrize("folder", ["", "banking-app/s-9"])
def test_file_name_that_is_not_unicode_and_of_no_session_is_told_and_stops_nothing(world: World, folder: str) -> None:
    world.fill().run("recordings")
    world.put(TALK)
    put_surrogate(world, folder)
    before = audit(world.agency)
    assert before.failed == []
    # Beside the two of the sample.
    assert [one.number for one in before.findings if (one.kind, one.place) == ("unknown", "sessions")] == [3]
    done = replay(world.agency, "night-1")
    assert (done.deleted, dict(done.failures)) == (1, {})
    assert freeze_plan(world.agency, "recordings", run_id="run-2").counts["unknown"] == 2


def break_place(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, place_id: str) -> None:
    as_it_is = getattr(module, name)

    def broken(agency: Any, asked: str, *more: Any) -> Any:
        if asked == place_id:
            raise Unforeseen("Siobhan Farrell")
        return as_it_is(agency, asked, *more)

    monkeypatch.setattr(module, name, broken)


def test_place_that_breaks_unforeseen_is_noted_by_its_type_and_stops_no_other_listing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.fill()
    world.agency.clock.advance(days=1)
    break_place(monkeypatch, run, "look_at", "sessions")
    report = audit(world.agency)
    (failed,) = [one for one in report.findings if one.kind == "lookup_failed"]
    assert (failed.place, failed.why) == ("sessions", "Unforeseen")
    assert {one.place for one in report.findings if one.kind == "overdue"} == {
        "research",
        "banking-app-platform",
        "brightwell",
    }
    assert "Siobhan" not in repr(report)


def test_look_beside_the_places_that_breaks_unforeseen_is_noted_and_stops_no_audit(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "coverage_gaps", lambda _: (_ for _ in ()).throw(Unforeseen("Siobhan Farrell")))
    report = audit(world.agency)
    assert [(one.kind, one.place, one.why) for one in report.findings] == [
        ("lookup_failed", "connections", "Unforeseen")
    ]


def test_certificate_that_breaks_unforeseen_is_noted_and_stops_no_audit(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lethe.retention.audit import plans

    world.fill().run("recordings")
    monkeypatch.setattr(plans, "is_as_signed", lambda *_: (_ for _ in ()).throw(Unforeseen("Siobhan Farrell")))
    assert audit(world.agency).counts["certificate"] == 1


def test_place_that_breaks_unforeseen_stops_no_other_replay(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from lethe.retention import replay as module

    world.fill()
    world.run("recordings")
    world.run("transcripts")
    world.put(TALK)
    world.put("banking-app/e-1/transcript-1.vtt", "brightwell")
    break_place(monkeypatch, module, "relist", "sessions")
    done = replay(world.agency, "night-1")
    assert done.deleted == 1
    assert dict(done.failures) == {"place 'sessions' could not be listed (Unforeseen)": 1}


def test_rule_that_breaks_unforeseen_stops_no_other_replay(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from lethe.retention import replay as module

    world.fill()
    world.run("recordings")
    world.run("transcripts")
    world.put(TALK)
    world.put("banking-app/e-1/transcript-1.vtt", "brightwell")
    break_place(monkeypatch, module, "held_among", "recordings")
    done = replay(world.agency, "night-1")
    assert done.deleted == 1
    assert dict(done.failures) == {"rule 'recordings' could not be planned (Unforeseen)": 1}


def test_plan_that_breaks_unforeseen_stops_no_other_replay(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from lethe.retention import replay as module

    world.fill()
    world.run("recordings")
    world.run("transcripts")
    world.put(TALK)
    world.put("banking-app/e-1/transcript-1.vtt", "brightwell")
    as_it_is = module.certify_plan
    broken: list[str] = []

    def certify(agency: Any, plan_id: str) -> Any:
        if not broken:
            broken.append(plan_id)
            raise Unforeseen("Siobhan Farrell")
        return as_it_is(agency, plan_id)

    monkeypatch.setattr(module, "certify_plan", certify)
    done = replay(world.agency, "night-1")
    assert done.deleted == 1
    assert dict(done.failures) == {f"plan '{broken[0]}': Unforeseen": 1}
