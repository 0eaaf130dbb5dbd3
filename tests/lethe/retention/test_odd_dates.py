"""Times that cannot be right: what carries one is reported as undated, is never deleted, and stops nothing else."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from lethe.connectors.sql import engine_from
from lethe.intake import survey_files, survey_table
from lethe.ledger.schema import candidate, export_item
from lethe.research import schema
from lethe.retention import freeze_plan, inventory, standing
from lethe.retention.audit import audit
from lethe.retention.due import CLOCKS_DIFFER, FIRST_YEAR, believable_due_date
from lethe.retention.handovers import HandoverRefusedError, hand_over
from lethe.retention.replay import replay
from lethe.settings.retention import ItemKind, RetentionRule, StartsAt

World = Any

NEVER = [
    "9999-12-31 00:00:00",  # what software writes for "no end"
    "9999-12-31 23:59:59",
    "2062-01-01 00:00:00",  # a slip of the finger
    "2026-11-25 12:00:01",  # more than a day after the clock of these tests
    "0001-01-01 00:00:00",  # the zeroes of .NET, Windows, spreadsheets, Unix, DOS, devices and Apple
    "1601-01-01 00:00:00",
    "1900-01-01 00:00:00",
    "1904-01-01 00:00:00",
    "1970-01-01 00:00:00",
    "1980-01-01 00:00:00",
    "2000-01-01 00:00:00",
    "2001-01-01 00:00:00",
]
PLATFORM = "banking-app-platform"


def standings(world: World, rule_id: str) -> dict[tuple[str, str], str]:
    today = world.agency.today()
    return {(held.place_id, held.key): standing(held, today) for held in inventory(world.agency, rule_id)}


def redate_answers(world: World, at: str) -> None:
    answers = schema.survey_response
    with world.agency.research.begin() as connection:
        connection.execute(sa.update(answers).values(answered_at=datetime.fromisoformat(f"{at}+00:00")))
    spec = world.agency.settings.places.tables[PLATFORM]
    with engine_from(world.agency.connection(spec.connection)).begin() as connection:
        connection.exec_driver_sql(f"UPDATE {spec.table} SET {spec.columns.answered_at} = ?", (at,))  # noqa: S608


@pytest.mark.parametrize("at", NEVER)
def test_answer_of_a_time_that_cannot_be_right_is_undated_and_stops_no_other(world: World, at: str) -> None:
    world.answer("r-odd", f"{at}+00:00")
    world.platform_row("w-odd", at)
    world.platform_row("w-due", "2025-11-24 10:00:00")
    found = standings(world, "survey-answers")
    assert found == {("research", "r-odd"): "undated", (PLATFORM, "w-odd"): "undated", (PLATFORM, "w-due"): "due"}
    plan = freeze_plan(world.agency, "survey-answers", run_id="run-1")
    assert (plan.counts["due"], plan.counts["undated"]) == (1, 2)
    told = audit(world.agency)
    assert (told.counts["undated"], told.failed) == (2, [])
    assert dict(replay(world.agency, "night-1").failures) == {}


@pytest.mark.parametrize("at", NEVER)
def test_answer_that_gets_such_a_time_after_its_plan_is_kept(world: World, at: str) -> None:
    world.answer("r-1", "2025-11-24T10:00+00:00")
    world.platform_row("w-1", "2025-11-24 10:00:00")
    plan_id = world.freeze("survey-answers")
    redate_answers(world, at)
    world.delete(plan_id)
    assert set(standings(world, "survey-answers").values()) == {"undated"}
    assert {line.outcome for line in world.agency.ledger.entries(scope=plan_id, event="kept")} == {"undated"}


@pytest.mark.parametrize("at", ["0001-01-01T00:00+00:00", "1970-01-01T00:00+00:00", "9999-12-31T23:30+00:00"])
def test_session_of_a_time_that_cannot_be_right_is_undated(world: World, at: str) -> None:
    world.session("s-odd", at)
    world.put("banking-app/s-odd/talk.wav")
    assert standings(world, "recordings") == {("sessions", "banking-app/s-odd/talk.wav"): "undated"}
    assert audit(world.agency).counts == {"undated": 1}


@pytest.mark.parametrize(
    ("at", "stands"),
    [
        ("1970-01-01T00:00+00:00", "not_yet"),
        ("9999-12-31T23:30+00:00", "not_yet"),
        ("2026-05-24T10:00+01:00", "due"),
    ],
)
def test_source_of_a_time_that_cannot_be_right_does_not_move_the_day_of_its_copy(
    world: World, at: str, stands: str
) -> None:
    copied = "banking-app/e-1/transcript-1.vtt"
    world.copy(copied, "2026-12-24")
    world.session("s-odd", at)
    world.asset("banking-app/s-odd/talk.vtt", "s-odd", "transcript")
    with world.agency.research.connect() as connection:
        sources = list(connection.execute(sa.select(schema.asset.c.asset_id)).scalars())
    of_export = {"export_id": "e-1", "item_no": 1, "kind": "transcript", "clause": "P4.2", "due": date(2026, 12, 24)}
    stored = {"name": "transcript-1.vtt", "key": "k", "version_id": "v", "sha256": "0" * 64, "size": 1, "counts": {}}
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(sa.insert(export_item), [{**of_export, "batch": 0, "sources": sources}])
        connection.execute(sa.insert(candidate), [{**of_export, **stored}])
    assert standings(world, "transcripts")["brightwell", copied] == stands


@pytest.mark.parametrize("at", ["1970-01-01T00:00+00:00", "9999-12-31T23:30+00:00"])
def test_handover_is_not_dated_by_a_session_of_a_time_that_cannot_be_right(world: World, at: str) -> None:
    world.session("s-odd", at)
    given = {"study_id": "banking-app", "kind": "recording", "reference": "disk-1", "session_id": "s-odd"}
    with pytest.raises(HandoverRefusedError, match="one that cannot be right"):
        hand_over(world.agency, "brightwell", **given)


def test_time_without_a_place_in_any_calendar_of_utc_is_undated(world: World) -> None:
    spec = world.agency.settings.places.tables[PLATFORM]
    tables = {PLATFORM: spec.model_copy(update={"time_zone": "America/New_York"})}
    places = world.agency.settings.places.model_copy(update={"tables": tables})
    object.__setattr__(world.agency, "settings", world.agency.settings.model_copy(update={"places": places}))
    world.platform_row("w-odd", "9999-12-31 23:30:00")
    assert standings(world, "survey-answers") == {(PLATFORM, "w-odd"): "undated"}


def test_first_believable_moment_and_the_last() -> None:
    zone = ZoneInfo("Europe/London")
    now = datetime.fromisoformat("2026-11-24T12:00+00:00")
    rule = RetentionRule(
        clause="P4.3", items=ItemKind.SURVEY_ANSWER, places=("research",), starts_at=StartsAt.ANSWER, keep_months=12
    )
    first = datetime(FIRST_YEAR, 1, 1, tzinfo=zone)
    assert believable_due_date(first, rule, zone, now) == date(FIRST_YEAR + 1, 1, 1)
    assert believable_due_date(first.replace(year=FIRST_YEAR - 1, month=12, day=31), rule, zone, now) is None
    assert believable_due_date(now + CLOCKS_DIFFER, rule, zone, now) == date(2027, 11, 25)
    assert believable_due_date(None, rule, zone, now) is None


def test_what_lies_ahead_is_judged_as_the_intake_judges_it() -> None:
    assert survey_table.OVERLAP == survey_files.CLOCKS_DIFFER == CLOCKS_DIFFER
