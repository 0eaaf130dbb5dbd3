"""Holds: what they keep, how they end, and that they win."""

from datetime import date, timedelta
from typing import Any

import pytest

from lethe.agency import Agency
from lethe.ledger import schema as ledger_schema
from lethe.research import schema
from lethe.retention import delete_batch, freeze_plan, inventory, load_plan, standing
from lethe.retention.belonging import UNKNOWN
from lethe.retention.holds import Hold, HoldError, Holds, active_holds, all_holds, end_hold, place_hold, renew_hold

World = Any

UNTIL = date(2026, 12, 31)


def place(world: World, scope: str, kind: str = "legal", until: date = UNTIL) -> Hold:
    return place_hold(world.agency, kind=kind, scope=scope, reason="claim 2026-14", by="dora", until=until)


def seat(world: World, session_id: str, participant_id: str) -> None:
    row = {"session_id": session_id, "participant_id": participant_id, "role": "participant", "speaker_label": ""}
    with world.agency.research.begin() as connection:
        connection.execute(schema.session_participant.insert(), [row])


def standings(world: World, rule_id: str) -> dict[tuple[str, str], str]:
    today = world.agency.today()
    return {(held.place_id, held.key): standing(held, today) for held in inventory(world.agency, rule_id)}


@pytest.mark.parametrize(
    "scope", ["study:banking-app", "session:s-2", "participant:p-7", "client:brightwell", "place:sessions"]
)
def test_item_on_hold_is_kept_with_its_reason(each_world: World, scope: str) -> None:
    world = each_world.fill()
    seat(world, "s-2", "p-7")
    seat(world, "s-1", "p-2")
    expected = {"place:sessions": {"sessions"}}.get(scope)
    hold = place(world, scope)
    before = world.held()
    world.run("transcripts")
    gone = before.keys() - world.held().keys()
    kept = {line.reference: line for line in world.agency.ledger.entries(event="held")}
    assert kept
    assert {line.outcome for line in kept.values()} == {hold.hold_id}
    if scope in {"session:s-2", "participant:p-7"}:
        assert ("sessions", "banking-app/s-2/talk.vtt") not in gone
        assert ("sessions", "banking-app/s-1/talk.vtt") in gone
    elif expected is None:
        assert gone == set()
    else:
        assert {place for place, _ in gone if place in {"sessions", "brightwell"}} & expected == set()
        assert gone


def test_session_that_nobody_is_on_record_for_is_kept_by_a_hold_on_somebody_of_its_study(each_world: World) -> None:
    world = each_world.fill()
    seat(world, "s-2", "p-7")
    place(world, "participant:p-7")
    found = standings(world, "recordings")
    assert found["sessions", "banking-app/s-2/talk.wav"] == "held"
    assert found["sessions", "banking-app/s-1/talk.wav"] == "held"
    seat(world, "s-1", "p-2")
    assert standings(world, "recordings")["sessions", "banking-app/s-1/talk.wav"] == "due"


def test_hold_on_a_client_keeps_what_was_collected_for_it(world: World) -> None:
    world.fill()
    place(world, "client:brightwell")
    assert standings(world, "survey-answers")["research", "r-1"] == "held"
    assert standings(world, "survey-answers")["banking-app-platform", "o'neill"] == "held"


def test_answers_of_somebody_on_hold_stay_and_those_of_others_go(world: World) -> None:
    world.fill()
    world.platform_row("w-9", "2025-11-01 10:00:00")
    spec = world.agency.settings.places.tables["banking-app-platform"]
    from lethe.connectors.sql import engine_from

    with engine_from(world.agency.connection(spec.connection)).begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE {spec.table} SET {spec.columns.participant} = 'p-1' WHERE {spec.columns.id} = 'w-9'"  # noqa: S608
        )
        connection.exec_driver_sql(
            f"UPDATE {spec.table} SET {spec.columns.participant} = 'p-2' WHERE {spec.columns.id} = ?",  # noqa: S608
            ("o'neill",),
        )
    place(world, "participant:p-1")
    found = standings(world, "survey-answers")
    assert found["research", "r-1"] == "held"
    assert found["banking-app-platform", "w-9"] == "held"
    assert found["banking-app-platform", "o'neill"] == "due"


def test_hold_is_listed_at_every_run_and_what_it_kept_goes_once_it_has_run_out(world: World) -> None:
    world.fill()
    seat(world, "s-1", "p-2")
    place(world, "session:s-2", until=date(2026, 11, 25))
    for day in (24, 25):
        assert world.agency.today().day == day
        plan = freeze_plan(world.agency, "recordings", run_id=f"run-{day}")
        assert plan.counts["held"] == 2
        assert len([line for line in world.lines(plan.plan_id) if line[0] == "held"]) == 2
        world.run("recordings", f"run-{day}")
        world.agency.clock.advance(days=1)
    world.run("recordings", "run-26")
    assert ("sessions", "banking-app/s-2/talk.wav") not in world.held()


def test_hold_placed_after_the_plan_still_keeps(each_world: World) -> None:
    world = each_world.fill()
    seat(world, "s-1", "p-2")
    plan_id = world.freeze("recordings")
    place(world, "session:s-2")
    world.delete(plan_id)
    assert ("sessions", "banking-app/s-2/talk.wav") in world.held()
    assert ("sessions", "banking-app/s-1/talk.wav") not in world.held()
    assert sorted(line[2] for line in world.lines(plan_id) if line[0] == "kept") == ["held", "held"]
    document = world.certificate(world.run("recordings"))
    assert (document["result"]["absent"], document["result"]["kept"]) == (1, 2)


def test_renewed_hold_goes_on_and_ended_one_lets_go(world: World) -> None:
    world.fill()
    hold = place(world, "session:s-2", until=date(2026, 11, 24))
    renew_hold(world.agency, hold.hold_id, by="dora", until=UNTIL)
    world.agency.clock.advance(days=3)
    assert standings(world, "recordings")["sessions", "banking-app/s-2/talk.wav"] == "held"
    end_hold(world.agency, hold.hold_id, by="dora")
    assert standings(world, "recordings")["sessions", "banking-app/s-2/talk.wav"] == "overdue"
    with pytest.raises(HoldError, match="was ended before"):
        renew_hold(world.agency, hold.hold_id, by="dora", until=UNTIL)
    events = [line.event for line in world.agency.ledger.entries(scope=hold.hold_id)]
    assert events == ["hold_placed", "hold_renewed", "hold_ended"]


def test_ledger_names_a_participant_by_a_keyed_reference_alone(world: World) -> None:
    world.fill()
    world.answer("r-77", "2026-01-01T10:00+00:00")
    hold = place(world, "participant:p-1")
    line = world.agency.ledger.entries(scope=hold.hold_id)[0]
    assert "p-1" not in str(line.details)
    assert line.details["scope"] == "participant:" + world.agency.ledger.reference("participant", "p-1")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"scope": "study:banking"}, "there is no study 'banking'"),
        ({"scope": "session:s-99"}, "knows no session of that id"),
        ({"scope": "everything"}, "a scope is study:ID"),
        ({"until": date(2026, 11, 23)}, "is past"),
        ({"until": date(2028, 1, 1)}, "more than a year away"),
        ({"kind": "forever"}, "legal or restriction"),
        ({"reason": "asked for by <Siobhan>"}, "as a code or a reference"),
        ({"reason": "claim of Siobhan Farrell"}, "with a number in it"),
        ({"by": "two words"}, "takes a user name"),
    ],
)
def test_hold_that_makes_no_sense_is_refused_and_nothing_placed(world: World, asked: dict[str, Any], said: str) -> None:
    given = {"kind": "legal", "scope": "study:banking-app", "reason": "claim 1", "by": "dora", "until": UNTIL} | asked
    with pytest.raises(HoldError, match=said):
        place_hold(world.agency, **given)
    assert all_holds(world.agency) == []


def test_quarantined_file_of_nobody_knows_whom_is_kept_by_any_hold_on_people(world: World) -> None:
    world.fill()
    row = {
        "quarantine_id": "q-1",
        "source_id": "session-files",
        "store_id": "quarantine",
        "key": "q-1",
        "original_name": "x",
        "reason": "unknown",
        "quarantined_at": world.agency.now() - timedelta(days=20),
    }
    with world.agency.research.begin() as connection:
        connection.execute(schema.quarantined.insert(), [row])
    world.put("q-1", "quarantine")
    assert standings(world, "quarantine") == {("quarantine", "q-1"): "overdue"}
    place(world, "place:sessions")
    assert standings(world, "quarantine") == {("quarantine", "q-1"): "overdue"}
    place(world, "session:s-2")
    assert standings(world, "quarantine") == {("quarantine", "q-1"): "held"}


def test_hold_on_a_person_keeps_an_export_whose_source_is_gone_only_in_studies_they_are_in() -> None:
    def hold(*studies: str) -> Holds:
        one = Hold("h-1", "legal", "participant:p-1", studies, "r", "dora", None, UNTIL)  # type: ignore[arg-type]
        return Holds([one])

    assert hold("a").on(("study:a", UNKNOWN)) is not None
    assert hold("b").on(("study:a", UNKNOWN)) is None
    assert hold("a").on(("study:a", "participant:p-2")) is None
    assert hold("b").on((UNKNOWN,)) is not None


def test_restriction_of_a_session_or_person_keeps_it_out_of_exports(agency: Agency) -> None:
    assert not active_holds(agency, "restriction")
    place_hold(agency, kind="legal", scope="study:banking-app", reason="claim 1", by="dora", until=UNTIL)
    assert not active_holds(agency, "restriction")
    place_hold(agency, kind="restriction", scope="study:banking-app", reason="art 18", by="dora", until=UNTIL)
    assert active_holds(agency, "restriction").on(("study:banking-app",)) is not None


def test_item_that_came_back_under_a_hold_stays(each_world: World) -> None:
    world = each_world.fill()
    plan_id = world.freeze("recordings")
    world.delete(plan_id)
    from lethe.retention import verify_plan

    verify_plan(world.agency, plan_id)
    world.put("elsewhere/mapped.bin")
    place(world, "place:sessions")
    delete_batch(world.agency, plan_id, 0)
    assert ("sessions", "elsewhere/mapped.bin") in world.held()
    assert load_plan(world.agency, plan_id).state == "frozen"
    with world.agency.ledger.engine.connect() as connection:
        assert connection.execute(ledger_schema.hold.select()).all()


def test_hold_on_a_client_keeps_a_study_that_was_added_since(world: World) -> None:
    place(world, "client:brightwell")
    settings = world.agency.settings
    study = next(one for one in settings.studies.values() if one.client == "brightwell")
    studies = {**settings.studies, "added-later": study}
    object.__setattr__(world.agency, "settings", settings.model_copy(update={"studies": studies}))
    with world.agency.research.begin() as connection:
        row = {"study_id": "added-later", "client_id": "brightwell", "title": "Added later"}
        connection.execute(schema.study.insert(), [row])
    world.session("s-7", "2026-05-24T10:00+01:00", "added-later")
    world.put("added-later/s-7/talk.wav")
    assert standings(world, "recordings") == {("sessions", "added-later/s-7/talk.wav"): "held"}


def test_hold_on_a_client_keeps_a_study_that_was_taken_from_it_since(world: World) -> None:
    world.fill()
    place(world, "client:brightwell")
    settings = world.agency.settings
    studies = {one: study for one, study in settings.studies.items() if study.client != "brightwell"}
    object.__setattr__(world.agency, "settings", settings.model_copy(update={"studies": studies}))
    assert standings(world, "recordings")["sessions", "banking-app/s-1/talk.wav"] == "held"


def test_hold_on_a_client_reaches_no_study_of_another(world: World) -> None:
    place(world, "client:orchard-lane")
    world.session("s-7", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-7/talk.wav")
    assert standings(world, "recordings") == {("sessions", "banking-app/s-7/talk.wav"): "due"}
