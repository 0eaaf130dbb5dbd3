"""Freeze, delete, verify, certify: exactly what is due goes, everywhere, and nothing else is touched."""

from collections.abc import Callable
from typing import Any

import pytest

from lethe.agency import Agency
from lethe.connectors.folder import FolderStore
from lethe.ledger.recipients import all_copies
from lethe.retention import (
    StillPresentError,
    certify_plan,
    delete_batch,
    freeze_plan,
    inventory,
    load_plan,
    standing,
    verify_plan,
)
from lethe.retention.references import answer_name, object_name, was_deleted

# pytest gives these fixtures by name; their classes live in conftest.py.
World = Any
AddVersions = Callable[[World, str], None]

NOTES = "Siobhan Farrell's notes é 100%.vtt"
GONE = {
    "recordings": {
        ("sessions", "banking-app/s-1/talk.wav"),
        ("sessions", "banking-app/s-2/talk.wav"),
        ("sessions", "elsewhere/mapped.bin"),
    },
    "transcripts": {
        *(("sessions", f"banking-app/{session}/{name}") for session in ("s-1", "s-2") for name in ("talk.vtt", NOTES)),
        ("brightwell", "banking-app/e-1/transcript-1.vtt"),
    },
    "survey-answers": {
        ("survey_response", "r-1"),
        ("platform", "o'neill"),
        ("brightwell", "banking-app/e-1/answers.csv"),
    },
}
OVERDUE = {"recordings": 2, "transcripts": 2, "survey-answers": 1}
MARKED = {
    "recordings": set[str](),
    "transcripts": {"banking-app/e-1/transcript-1.vtt"},
    "survey-answers": {"banking-app/e-1/answers.csv"},
}


@pytest.mark.parametrize("rule_id", list(GONE))
def test_exactly_what_is_due_goes_and_everything_else_keeps_its_digest(
    each_world: World, add_versions: AddVersions, rule_id: str
) -> None:
    world = each_world.fill()
    add_versions(world, "banking-app/s-1/talk.wav")
    before = world.held()
    certified = world.run(rule_id)
    after = world.held()
    gone = {name for name in before if name not in after}
    assert {name for name in gone if name[0] != "asset"} == GONE[rule_id]
    assert len([name for name in gone if name[0] == "asset"]) == (1 if rule_id == "recordings" else 0)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {("register", key) for key in MARKED[rule_id]}
    assert {copy.key for copy in all_copies(world.agency.ledger) if copy.deleted_at} == MARKED[rule_id]
    document = world.certificate(certified)
    assert document["result"]["absent"] == len(GONE[rule_id])
    assert document["result"]["overdue"] == OVERDUE[rule_id]
    assert world.agency.ledger.verify_chain() == []
    assert world.plan_items() == 0


def test_every_rule_in_turn_leaves_what_is_not_due(each_world: World) -> None:
    world = each_world.fill()
    for rule_id in world.agency.settings.retention.rules:
        world.run(rule_id)
    left = {name for place, name in world.held() if place == "sessions"}
    assert left == {
        *(f"banking-app/{session}/{name}" for session in ("s-10", "s-3") for name in ("talk.wav", "talk.vtt", NOTES)),
        "banking-app/s-9/unknown session.wav",
        "loose.vtt",
    }
    # The next day what was a day away goes, too.
    world.agency.clock.advance(days=1)
    world.run("recordings", "run-2")
    assert ("sessions", "banking-app/s-10/talk.wav") not in world.held()


def test_undated_and_unknown_are_reported_and_not_touched(each_world: World) -> None:
    world = each_world.fill()
    today = world.agency.today()
    stands = {(held.place_id, held.key): standing(held, today) for held in inventory(world.agency, "recordings")}
    assert stands == {
        ("sessions", "banking-app/s-1/talk.wav"): "due",
        ("sessions", "banking-app/s-2/talk.wav"): "overdue",
        ("sessions", "elsewhere/mapped.bin"): "overdue",
        ("sessions", "banking-app/s-10/talk.wav"): "not_yet",
        ("sessions", "banking-app/s-3/talk.wav"): "undated",
        ("sessions", "banking-app/s-9/unknown session.wav"): "unknown",
    }
    plan = freeze_plan(world.agency, "recordings", run_id="run-1")
    assert dict(plan.counts) == {"due": 1, "overdue": 2, "not_yet": 1, "undated": 1, "unknown": 1}
    reported = [line for line in world.lines(plan.plan_id) if line[0] == "not_deletable"]
    assert sorted(outcome for _, _, outcome in reported) == ["undated", "unknown"]


def test_a_plan_for_a_run_is_the_same_plan_again(each_world: World) -> None:
    world = each_world.fill()
    first = freeze_plan(world.agency, "recordings", run_id="run-1")
    world.session("s-4", "2026-01-01T10:00+00:00")
    world.put("banking-app/s-4/talk.wav")
    assert freeze_plan(world.agency, "recordings", run_id="run-1") == first
    assert freeze_plan(world.agency, "recordings", run_id="run-2").digest != first.digest


def test_day_with_nothing_due_makes_no_certificate_and_one_line(each_world: World) -> None:
    world = each_world
    assert world.run("recordings") is None
    assert world.run("recordings") is None
    plan = freeze_plan(world.agency, "recordings", run_id="run-1")
    assert (plan.state, plan.batches) == ("nothing_due", ())
    assert [event for event, _, _ in world.lines(plan.plan_id)] == ["plan_frozen"]
    assert list(world.agency.store("evidence").list_versions()) == []


def test_whole_run_repeated_gives_the_same_certificate_and_no_new_line(each_world: World) -> None:
    world = each_world.fill()
    first = world.run("transcripts")
    lines = world.agency.ledger.head()
    assert world.run("transcripts") == first
    assert world.agency.ledger.head() == lines


def test_late_run_takes_all_that_is_due_and_says_what_is_overdue(each_world: World) -> None:
    world = each_world.fill()
    world.agency.clock.advance(days=3)
    plan = freeze_plan(world.agency, "recordings", run_id="run-1")
    assert dict(plan.counts) == {"overdue": 4, "undated": 1, "unknown": 1}
    result = world.certificate(world.run("recordings"))["result"]
    counts = {name: result[name] for name in ("absent", "overdue", "kept", "pseudonym_keys_destroyed")}
    assert counts == {"absent": 4, "overdue": 4, "kept": 0, "pseudonym_keys_destroyed": 0}


def test_what_is_verified_after_its_day_is_overdue_though_planned_on_it(world: World) -> None:
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/talk.wav")
    plan_id = world.freeze("recordings")
    world.agency.clock.at(2026, 11, 24, 23, 59)
    world.delete(plan_id)
    world.agency.clock.at(2026, 11, 25, 0, 1)
    assert world.certificate(certify_plan(world.agency, plan_id))["result"]["overdue"] == 1


def test_the_day_begins_at_midnight_in_london(world: World) -> None:
    world.session("s-1", "2026-01-01T10:00+00:00")
    world.put("banking-app/s-1/talk.wav")
    world.agency.clock.at(2026, 6, 30, 22, 59)
    assert world.run("recordings", "early") is None
    world.agency.clock.at(2026, 6, 30, 23, 0)
    assert world.run("recordings", "on time") is not None


@pytest.mark.parametrize(
    ("redated", "outcome"),
    [("2026-11-01T10:00+00:00", "not_due_any_more"), (None, "undated")],
    ids=["later", "undated"],
)
def test_item_redated_between_plan_and_delete_is_kept(each_world: World, redated: str | None, outcome: str) -> None:
    world = each_world.fill()
    plan_id = world.freeze("recordings")
    world.redate("s-1", redated)
    done = delete_batch(world.agency, plan_id, 0)
    assert (done.deleted, done.kept, done.gone_before) == (2, 1, 0)
    assert ("sessions", "banking-app/s-1/talk.wav") in world.held()
    assert [line[2] for line in world.lines(plan_id) if line[0] == "kept"] == [outcome]
    document = world.certificate(certify_plan(world.agency, plan_id))
    assert (document["result"]["absent"], document["result"]["kept"]) == (2, 1)
    assert not was_deleted(world.agency.ledger, object_name("sessions", "banking-app/s-1/talk.wav"))


def test_item_once_kept_stays_kept_in_that_plan_and_goes_with_the_next(each_world: World) -> None:
    """Deleted in a repeat after it was kept, it would be gone without a line, a tombstone or a certificate."""
    world = each_world.fill()
    plan_id = world.freeze("recordings")
    world.redate("s-1", "2026-11-01T10:00+00:00")
    delete_batch(world.agency, plan_id, 0)
    world.redate("s-1", "2026-05-24T10:00+01:00")
    done = delete_batch(world.agency, plan_id, 0)
    assert (done.deleted, done.kept) == (0, 1)
    assert ("sessions", "banking-app/s-1/talk.wav") in world.held()
    certify_plan(world.agency, plan_id)
    assert world.certificate(world.run("recordings", "run-2"))["result"]["absent"] == 1


def test_answer_redated_between_plan_and_delete_is_kept(world: World) -> None:
    world.fill()
    plan_id = world.freeze("survey-answers")
    from lethe.connectors.sql import engine_from

    spec = world.agency.settings.places.tables["banking-app-platform"]
    with engine_from(world.agency.connection(spec.connection)).begin() as connection:
        connection.exec_driver_sql("UPDATE responses_banking_app SET submitted_at = '2026-06-01 10:00:00'")
    done = delete_batch(world.agency, plan_id, 0)
    assert (done.deleted, done.kept) == (2, 1)
    assert ("platform", "o'neill") in world.held()


def test_what_the_rule_covers_no_longer_is_kept(world: World) -> None:
    world.fill()
    plan_id = world.freeze("recordings")
    world.asset("banking-app/s-1/talk.wav", "s-1", "transcript")
    delete_batch(world.agency, plan_id, 0)
    assert [line[2] for line in world.lines(plan_id) if line[0] == "kept"] == ["not_covered"]
    assert world.certificate(certify_plan(world.agency, plan_id))["result"]["absent"] == 2


def test_id_that_names_two_rows_is_reported_and_neither_goes(world: World) -> None:
    from lethe.connectors.sql import engine_from

    spec = world.agency.settings.places.tables["banking-app-platform"]
    engine = engine_from(world.agency.connection(spec.connection))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE responses_banking_app")
        columns = ", ".join(
            f"{name} TEXT" for name in ("response_id", "participant_ref", "submitted_at", *spec.answers)
        )
        connection.exec_driver_sql(f"CREATE TABLE responses_banking_app ({columns})")
        for row in [("w-1", "2025-01-01"), ("w-1", "2026-10-01"), (None, "2025-01-01"), ("w-2", "2025-01-01")]:
            connection.exec_driver_sql(
                "INSERT INTO responses_banking_app (response_id, submitted_at) VALUES (?, ?)", row
            )
    plan_id = world.freeze("survey-answers")
    assert sorted(line[2] for line in world.lines(plan_id) if line[0] == "not_deletable") == ["ambiguous", "ambiguous"]
    assert world.certificate(world.run("survey-answers"))["result"]["absent"] == 1
    with engine.connect() as connection:
        left = connection.exec_driver_sql("SELECT response_id FROM responses_banking_app").scalars().all()
    assert sorted(map(str, left)) == ["None", "w-1", "w-1"]


@pytest.mark.parametrize("moment", ["after delete", "after verify"])
@pytest.mark.parametrize(
    ("rule_id", "place_id", "key"),
    [
        ("recordings", "sessions", "banking-app/s-1/talk.wav"),
        ("recordings", "sessions", "elsewhere/mapped.bin"),
        ("transcripts", "brightwell", "banking-app/e-1/transcript-1.vtt"),
    ],
    ids=["by its place", "by its asset row", "at a client"],
)
def test_key_written_again_during_the_purge_stops_the_certificate_and_goes_with_the_repeat(
    each_world: World, moment: str, rule_id: str, place_id: str, key: str
) -> None:
    world = each_world.fill()
    plan_id = world.freeze(rule_id)
    world.delete(plan_id)
    if moment == "after verify":
        verify_plan(world.agency, plan_id)
    world.put(key, place_id)
    with pytest.raises(StillPresentError, match=f"1 in '{place_id}' of") as left:
        certify_plan(world.agency, plan_id)
    assert key not in str(left.value)
    assert load_plan(world.agency, plan_id).state == "frozen"
    assert list(world.agency.store("evidence").list_versions()) == []
    world.delete(plan_id)
    assert world.certificate(certify_plan(world.agency, plan_id))["result"]["kept"] == 0
    assert (place_id, key) not in world.held()


def test_unfinished_upload_of_a_due_session_goes_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.session("s-1", "2026-05-24T10:00+01:00")
    store = world.agency.store("sessions")
    uploads = begin_folder_upload(world.agency, store, "banking-app/s-1/talk.wav")
    assert uploads() == 1
    document = world.certificate(world.run("recordings"))
    assert document["result"]["absent"] == 1
    assert uploads() == 0


def begin_folder_upload(agency: Agency, store: Any, key: str) -> Callable[[], int]:
    from lethe.connectors import folder

    root = store._root / ".lethe" / "uploads"
    draft = root / folder._encode(key)
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.with_name(draft.name + ".killed").write_bytes(b"half")
    return lambda: len(list(store.list_uploads()))


def test_store_that_says_deleted_and_keeps_the_object_gets_no_certificate(
    each_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = each_world.fill()
    plan_id = world.freeze("recordings")
    from lethe.connectors.objects import DeleteOutcome

    kind = type(world.agency.store("sessions"))
    monkeypatch.setattr(kind, "delete", lambda _, versions: [DeleteOutcome(one, "deleted") for one in versions])
    assert delete_batch(world.agency, plan_id, 0).deleted == 3
    for step in (verify_plan, certify_plan):
        with pytest.raises(StillPresentError, match="3 in 'sessions' of 3 planned items"):
            step(world.agency, plan_id)
    assert {event for event, _, _ in world.lines(plan_id)} == {"plan_frozen", "not_deletable"}
    assert list(world.agency.store("evidence").list_versions()) == []
    assert not was_deleted(world.agency.ledger, object_name("sessions", "banking-app/s-1/talk.wav"))


def test_what_only_the_deleting_credentials_still_see_is_there(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """A reader's connection that leads elsewhere shows an empty place: no absence."""
    world.fill()
    plan_id = world.freeze("recordings")
    empty = FolderStore("sessions", tmp_path / "elsewhere")
    empty.create()
    real = Agency.store
    monkeypatch.setattr(
        Agency,
        "store",
        lambda agency, store_id, verifying=False: empty if verifying else real(agency, store_id),
    )
    with pytest.raises(StillPresentError, match="3 in 'sessions'"):
        verify_plan(world.agency, plan_id)


def test_disk_that_went_away_is_no_absence(world: World, tmp_path: Any) -> None:
    from lethe.connectors.errors import ConnectorError

    world.fill()
    plan_id = world.freeze("recordings")
    (tmp_path / "buckets" / "fernhollow-sessions").rename(tmp_path / "unplugged")
    for step in (lambda: verify_plan(world.agency, plan_id), lambda: certify_plan(world.agency, plan_id)):
        with pytest.raises(ConnectorError, match="is its disk mounted"):
            step()


def test_tombstones_are_found_under_every_key_there_has_been(each_world: World) -> None:
    world = each_world.fill()
    world.run("recordings")
    world.agency.keys.rotate_reference_key()
    world.run("survey-answers")
    world.agency.keys.rotate_reference_key()
    ledger = world.agency.ledger
    assert was_deleted(ledger, object_name("sessions", "banking-app/s-1/talk.wav"))
    assert was_deleted(ledger, answer_name("research", "banking-app-survey", "r-1/siobhan.farrell@example.org"))
    assert was_deleted(ledger, answer_name("banking-app-platform", "banking-app-platform", "o'neill"))
    assert not was_deleted(ledger, object_name("sessions", "banking-app/s-10/talk.wav"))
    assert not was_deleted(ledger, object_name("staging", "banking-app/s-1/talk.wav"))


def test_what_could_not_be_deleted_is_said_by_number_and_reason_and_the_rest_goes(
    each_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lethe.connectors.objects import DeleteOutcome
    from lethe.retention import RetentionError

    world = each_world.fill()
    plan_id = world.freeze("transcripts")
    kind = type(world.agency.store("sessions"))
    real = kind.delete

    def some(store: Any, versions: Any) -> Any:
        kept = [one for one in versions if NOTES in one.key]
        return [DeleteOutcome(one, "locked") for one in kept] + real(
            store, [one for one in versions if one not in kept]
        )

    monkeypatch.setattr(kind, "delete", some)
    with pytest.raises(RetentionError, match="an object lock or legal hold keeps them") as failed:
        delete_batch(world.agency, plan_id, 0)
    assert "Siobhan" not in str(failed.value)
    monkeypatch.undo()
    assert ("sessions", "banking-app/s-1/talk.vtt") not in world.held()
    world.delete(plan_id)
    assert world.certificate(certify_plan(world.agency, plan_id))["result"]["absent"] == 5


def test_rows_that_were_deleted_are_in_no_file_of_the_databases(world: World, tmp_path: Any) -> None:
    world.answer("r-1", "2025-01-01T10:00+00:00")
    world.platform_row("w-1", "2025-01-01 10:00:00")
    world.copy("banking-app/e-1/canary-key.csv", "2026-11-20", "survey")

    def holding(*needles: bytes) -> set[str]:
        files = [path for path in tmp_path.iterdir() if ".sqlite" in path.name]
        return {path.name for path in files if any(needle in path.read_bytes() for needle in needles)}

    assert holding(b"Siobhan Farrell", b"siobhan.farrell") != set()
    world.run("survey-answers")
    assert holding(b"Siobhan Farrell", b"siobhan.farrell") == set()
