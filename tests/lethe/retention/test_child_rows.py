"""What hangs on a due answer in other tables of its database goes with it, and is shown to be absent too."""

from datetime import timedelta
from typing import Any

import pytest

from lethe.agency import Agency
from lethe.connectors.sql import engine_from
from lethe.retention import RetentionError, verify_plan
from lethe.retention.holds import place_hold
from lethe.settings.places import ChildTable

World = Any
TABLE = "banking-app-platform"


@pytest.fixture
def commented(world: World) -> World:
    """Two answers, one of them due, with two comments each."""
    old = world.agency
    places = old.settings.places
    table = places.tables[TABLE].model_copy(update={"children": (ChildTable(table="comments", column="answer"),)})
    changed = places.model_copy(update={"tables": places.tables | {TABLE: table}})
    settings = old.settings.model_copy(update={"places": changed})
    world.agency = Agency(settings, old.clock, old.connection, old.home)
    world.platform_row("w-1", "2025-11-24 10:00:00")
    world.platform_row("w-2", "2026-11-20 10:00:00")
    run(world, "CREATE TABLE comments (answer TEXT, words TEXT)")
    run(world, "INSERT INTO comments VALUES ('w-1', 'a'), ('w-1', 'b'), ('w-2', 'c'), ('w-2', 'd')")
    return world


def run(world: World, statement: str) -> list[Any]:
    engine = engine_from(world.agency.connection("lethe_survey_platform"))
    with engine.begin() as connection:
        result = connection.exec_driver_sql(statement)
        return list(result) if result.returns_rows else []


def comments(world: World) -> list[str]:
    return [row[0] for row in run(world, "SELECT words FROM comments ORDER BY words")]


def test_comments_of_a_due_answer_go_with_it_and_others_stay(commented: World) -> None:
    assert commented.certificate(commented.run("survey-answers"))["result"]["absent"] == 1
    assert comments(commented) == ["c", "d"]


def test_comments_that_are_left_keep_the_certificate_back_until_they_are_gone(commented: World) -> None:
    plan_id = commented.freeze("survey-answers")
    run(commented, "DELETE FROM responses_banking_app WHERE response_id = 'w-1'")
    with pytest.raises(RetentionError, match=rf"1 in '{TABLE}' of 1 planned items are still there"):
        verify_plan(commented.agency, plan_id)
    commented.delete(plan_id)
    assert comments(commented) == ["c", "d"]
    assert verify_plan(commented.agency, plan_id).absent == 1


@pytest.mark.parametrize(
    ("hold", "kept"),
    [
        ("study:banking-app", True),
        ("session:s-1", True),
        (f"place:{TABLE}", True),
        ("rule:survey-answers", True),
        ("study:grocery-delivery", False),
        ("session:s-g", False),
        ("place:sessions", False),
        ("rule:recordings", False),
    ],
)
def test_comments_of_an_answer_that_is_gone_stay_while_a_hold_could_mean_them(
    commented: World, hold: str, kept: bool
) -> None:
    commented.session("s-1", "2026-10-01T10:00+01:00")
    commented.session("s-g", "2026-10-01T10:00+01:00", "grocery-delivery")
    plan_id = commented.freeze("survey-answers")
    run(commented, "DELETE FROM responses_banking_app WHERE response_id = 'w-1'")
    until = commented.agency.today() + timedelta(days=30)
    place_hold(commented.agency, kind="legal", scope=hold, reason="claim 2026-14", by="dora", until=until)
    commented.delete(plan_id)
    assert comments(commented) == (["a", "b", "c", "d"] if kept else ["c", "d"])
    if kept:
        with pytest.raises(RetentionError, match="still there"):
            verify_plan(commented.agency, plan_id)
    else:
        assert verify_plan(commented.agency, plan_id).absent == 1
