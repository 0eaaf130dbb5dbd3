"""What each kind of rule covers, and the day it gives: staging, quarantine, uploads, client copies."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from lethe.ledger.schema import candidate, export, export_item
from lethe.research import schema
from lethe.retention import RetentionError, inventory, standing
from lethe.retention.holds import place_hold
from lethe.retention.orphans import destroy_orphaned_keys, studies_with_raw_data
from lethe.settings.models import Settings

World = Any
SELECTED = datetime.fromisoformat("2026-11-10T09:00+00:00")
TODAY = date(2026, 11, 24)


def days(world: World, rule_id: str) -> dict[str, tuple[date | None, str]]:
    return {held.key: (held.due, held.why) for held in inventory(world.agency, rule_id)}


def add_export(world: World, export_id: str, state: str, source_dues: list[str], selected_at: datetime) -> None:
    row = {
        "export_id": export_id,
        "run_id": export_id,
        "study_id": "banking-app",
        "client_id": "brightwell",
        "mode": "strict",
        "formats": [],
        "requested_by": "rita",
        "selected_at": selected_at,
        "roster_digest": "",
        "candidate_digest": None,
        "state": state,
    }
    items = [
        {
            "export_id": export_id,
            "item_no": number,
            "batch": 0,
            "kind": "transcript",
            "sources": [],
            "due": date.fromisoformat(due),
            "clause": "P4.2",
        }
        for number, due in enumerate(source_dues)
    ]
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(sa.insert(export), [row])
        if items:
            connection.execute(sa.insert(export_item), items)
    world.put(f"exports/{export_id}/transcript-1.vtt", "staging")


@pytest.mark.parametrize(
    ("state", "source_dues", "selected_at", "due"),
    [
        # At most fourteen days from the selection.
        ("selected", [], SELECTED, date(2026, 11, 24)),
        ("gated", ["2027-03-01"], SELECTED + timedelta(days=3), date(2026, 11, 27)),
        # Never past the due date of any source.
        ("gated", ["2027-03-01", "2026-11-25"], SELECTED + timedelta(days=3), date(2026, 11, 25)),
        ("selected", ["2026-11-20"], SELECTED + timedelta(days=3), date(2026, 11, 20)),
        # Gone once the export is over.
        ("published", ["2027-03-01"], SELECTED + timedelta(days=13), TODAY),
        ("rejected", ["2027-03-01"], SELECTED + timedelta(days=13), TODAY),
        ("blocked", ["2027-03-01"], SELECTED + timedelta(days=13), TODAY),
        ("published", ["2026-11-20"], SELECTED + timedelta(days=13), date(2026, 11, 20)),
        # Selected at half past eleven on a summer's night in UTC: the next day in London.
        ("selected", [], datetime.fromisoformat("2026-06-30T23:30+00:00"), date(2026, 7, 15)),
    ],
)
def test_staged_export_goes_when_it_is_over_or_its_time_is(
    world: World, state: str, source_dues: list[str], selected_at: datetime, due: date
) -> None:
    add_export(world, "x-1", state, source_dues, selected_at)
    assert days(world, "staged-exports") == {"exports/x-1/transcript-1.vtt": (due, "export")}
    certified = world.run("staged-exports")
    assert (certified is not None) == (due <= TODAY)


def test_staged_file_of_no_export_is_reported(world: World) -> None:
    add_export(world, "x-1", "published", [], SELECTED)
    for key in ("exports/x-10/a.vtt", "exports/notes.txt", "x-1/a.vtt", "other/x-1/a.vtt"):
        world.put(key, "staging")
    held = days(world, "staged-exports")
    assert held.pop("exports/x-1/transcript-1.vtt") == (TODAY, "export")
    assert set(held.values()) == {(None, "unknown")}
    assert len(held) == 4


def add_quarantined(world: World, key: str, at: str, source_id: str = "session-files") -> None:
    world.put(key, "quarantine")
    row = {
        "quarantine_id": key.replace("/", "-"),
        "source_id": source_id,
        "store_id": "quarantine",
        "key": key,
        "original_name": "Siobhan Farrell.vtt",
        "reason": "no known session",
        "quarantined_at": datetime.fromisoformat(at),
    }
    with world.agency.research.begin() as connection:
        connection.execute(schema.quarantined.insert(), [row])


def test_quarantined_file_goes_after_its_window_and_never_past_its_sources(world: World) -> None:
    add_export(world, "x-1", "blocked", ["2026-11-22", "2027-01-01"], SELECTED)
    add_export(world, "x-2", "blocked", [], SELECTED)
    file = {
        "export_id": "x-2", "item_no": 0, "name": "a", "kind": "transcript", "key": "k", "version_id": "v",
        "sha256": "", "size": 1, "due": date(2026, 11, 23), "clause": "P4.2", "counts": {},
    }  # fmt: skip
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(sa.insert(candidate), [file])
    add_quarantined(world, "intake/f-1.vtt", "2026-11-10T09:00+00:00")
    add_quarantined(world, "intake/f-2.vtt", "2026-11-11T09:00+00:00")
    add_quarantined(world, "exports/x-1/t.vtt", "2026-11-12T09:00+00:00", "x-1")
    add_quarantined(world, "exports/x-2/t.vtt", "2026-11-12T09:00+00:00", "x-2")
    world.put("stray.vtt", "quarantine")
    assert days(world, "quarantine") == {
        "intake/f-1.vtt": (date(2026, 11, 24), "quarantine"),
        "intake/f-2.vtt": (date(2026, 11, 25), "quarantine"),
        "exports/x-1/t.vtt": (date(2026, 11, 22), "quarantine"),
        "exports/x-2/t.vtt": (date(2026, 11, 23), "quarantine"),
        "stray.vtt": (None, "unknown"),
    }
    world.run("quarantine")
    assert {name for place, name in world.held() if place == "quarantine"} == {"intake/f-2.vtt", "stray.vtt"}
    with world.agency.research.connect() as connection:
        assert connection.execute(sa.select(schema.quarantined.c.key)).scalars().all() == ["intake/f-2.vtt"]


def test_upload_without_a_rule_of_its_own_goes_with_the_recordings(world: World) -> None:
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/photo.txt")
    world.asset("banking-app/s-1/photo.txt", "s-1", "upload")
    assert list(days(world, "recordings")) == ["banking-app/s-1/photo.txt"]
    assert days(world, "transcripts") == {}


def test_place_of_another_study_dates_nothing(world: World) -> None:
    world.session("s-1", "2026-01-01T10:00+00:00")
    world.put("grocery-delivery/s-1/talk.wav")
    assert days(world, "recordings") == {"grocery-delivery/s-1/talk.wav": (None, "unknown")}


def test_of_two_copies_at_one_key_the_earlier_day_counts(world: World) -> None:
    world.copy("a.vtt", "2026-12-24")
    world.copy("b.vtt", "2026-12-25")
    with world.agency.ledger.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE recipient_copy SET key = 'a.vtt', version_id = 'w' WHERE key = 'b.vtt'")
    assert days(world, "transcripts") == {"a.vtt": (date(2026, 12, 24), "register")}


def test_registered_copy_that_never_arrived_is_shown_absent_and_leaves_the_register(each_world: World) -> None:
    world = each_world
    world.copy("banking-app/e-1/t.vtt", "2026-11-24")
    store = world.agency.store("brightwell")
    store.delete(list(store.list_versions()))
    assert world.certificate(world.run("transcripts"))["result"]["absent"] == 1
    assert days(world, "transcripts") == {}


def test_unknown_rule_is_refused_with_the_known_ones(world: World) -> None:
    with pytest.raises(RetentionError, match="known: quarantine, recordings, staged-exports"):
        inventory(world.agency, "recording")


@pytest.mark.parametrize("what", ["recording", "asset", "answer", "platform row", "file of no session", "nothing"])
def test_pseudonym_key_goes_only_when_no_raw_data_of_its_study_is_left(each_world: World, what: str) -> None:
    world = each_world
    keys = world.agency.keys
    keys.create_pseudonym_key("banking-app", "brightwell")
    world.session("s-1", "2026-10-01T10:00+00:00")
    match what:
        case "recording":
            world.put("banking-app/s-1/talk.wav")
        case "asset":
            world.asset("elsewhere/talk.vtt", "s-1", "transcript")
        case "answer":
            world.answer("r-1", "2026-10-01T10:00+00:00")
        case "platform row":
            world.platform_row("w-1", "2026-10-01 10:00:00")
        case "file of no session":
            world.put("banking-app/s-99/talk.wav")
    assert ("banking-app" in studies_with_raw_data(world.agency)) == (what != "nothing")
    assert destroy_orphaned_keys(world.agency, "d-1") == (1 if what == "nothing" else 0)
    assert keys.has_pseudonym_key("banking-app", "brightwell") == (what != "nothing")
    events = [event for event, _, _ in world.lines("d-1")]
    assert events == (["key_destroyed", "key_orphaned"] if what == "nothing" else [])


def test_key_made_after_an_earlier_try_destroyed_one_is_left_alone(world: World) -> None:
    keys = world.agency.keys
    keys.create_pseudonym_key("banking-app", "brightwell")
    assert destroy_orphaned_keys(world.agency, "d-1") == 1
    world.session("s-1", "2026-10-01T10:00+00:00")
    world.put("banking-app/s-1/talk.wav")
    keys.create_pseudonym_key("banking-app", "brightwell")
    assert destroy_orphaned_keys(world.agency, "d-1") == 1
    assert keys.has_pseudonym_key("banking-app", "brightwell")


def test_key_of_a_study_on_hold_is_kept(world: World) -> None:
    keys = world.agency.keys
    keys.create_pseudonym_key("banking-app", "brightwell")
    until = world.agency.today()
    place_hold(world.agency, kind="legal", scope="study:banking-app", reason="claim 1", by="dora", until=until)
    assert destroy_orphaned_keys(world.agency, "d-1") == 0
    assert keys.has_pseudonym_key("banking-app", "brightwell")


def test_file_whose_name_is_no_unicode_is_reported_and_in_no_plan(world: World) -> None:
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/talk.wav")
    world.put("banking-app/s-1/fa\udce9.wav")
    standings = {held.key: standing(held, world.agency.today()) for held in inventory(world.agency, "recordings")}
    assert standings == {"banking-app/s-1/talk.wav": "due", "banking-app/s-1/fa\udce9.wav": "unknown"}
    assert world.certificate(world.run("recordings"))["result"]["absent"] == 1


@pytest.mark.parametrize("name", ["a\\b.wav", "x" * 250 + ".wav"])
def test_file_with_a_name_that_we_would_not_give_goes_with_the_others(
    world: World, shipped_settings: Settings, tmp_path: Path, name: str
) -> None:
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/talk.wav")
    place = shipped_settings.places.stores["sessions"]
    (tmp_path / "buckets" / place.bucket / place.prefix / "banking-app/s-1" / name).write_bytes(b"sound")
    assert world.certificate(world.run("recordings"))["result"]["absent"] == 2
    assert list(world.agency.store("sessions").list_versions()) == []


def test_last_plan_of_a_study_destroys_its_key_and_says_so_and_other_keys_stay(each_world: World) -> None:
    world = each_world
    keys = world.agency.keys
    for pair in (("banking-app", "brightwell"), ("grocery-delivery", "orchard-lane")):
        keys.create_pseudonym_key(*pair)
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.session("s-5", "2026-10-01T10:00+01:00", "grocery-delivery")
    world.put("banking-app/s-1/talk.wav")
    world.put("banking-app/s-1/talk.vtt")
    world.put("grocery-delivery/s-5/talk.vtt")
    assert world.certificate(world.run("transcripts"))["result"]["pseudonym_keys_destroyed"] == 0
    assert keys.has_pseudonym_key("banking-app", "brightwell")
    assert world.certificate(world.run("recordings"))["result"]["pseudonym_keys_destroyed"] == 1
    assert not keys.has_pseudonym_key("banking-app", "brightwell")
    assert keys.has_pseudonym_key("grocery-delivery", "orchard-lane")
