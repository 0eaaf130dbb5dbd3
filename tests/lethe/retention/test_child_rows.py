"""What hangs on a due answer in other tables of its database goes with it, and is shown to be absent too."""

from datetime import timedelta
from typing import Any

import pytest

from lethe.agency import Agency
from lethe.connectors.sql import engine_from
from lethe.research import schema
from lethe.retention import RetentionError, verify_plan
from lethe.retention.audit import audit
from lethe.retention.holds import place_hold
from lethe.retention.replay import replay
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
        ("participant:p-1", True),
        ("client:brightwell", True),
        (f"place:{TABLE}", True),
        ("rule:survey-answers", True),
        ("study:grocery-delivery", False),
        ("session:s-1", False),
        ("participant:p-g", False),
        ("place:sessions", False),
        ("rule:recordings", False),
    ],
)
def test_comments_of_an_answer_that_is_gone_stay_while_a_hold_could_mean_them(
    commented: World, hold: str, kept: bool
) -> None:
    commented.session("s-1", "2026-10-01T10:00+01:00")
    commented.answer("r-1", "2026-10-01T10:00+01:00")
    with commented.agency.research.begin() as connection:
        participation = {"study_id": "grocery-delivery", "participant_id": "p-g"}
        connection.execute(schema.participation.insert(), [participation])
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


def test_comments_that_came_back_without_their_answer_are_found_and_deleted_again(commented: World) -> None:
    certified = commented.run("survey-answers")
    commented.agency.clock.advance(days=2)
    run(commented, "INSERT INTO comments VALUES ('w-1', 'a'), ('w-1', 'b')")
    report = audit(commented.agency)
    assert (report.counts, report.verified_again) == ({"resurrected": 1}, ())
    done = replay(commented.agency, "night-1")
    assert (done.came_back, done.deleted, dict(done.failures)) == (1, 1, {})
    assert comments(commented) == ["c", "d"]
    report = audit(commented.agency)
    assert (report.counts, report.verified_again) == ({}, (certified.plan_id,))


def test_comments_that_came_back_are_kept_by_a_hold_that_could_mean_them(commented: World) -> None:
    commented.run("survey-answers")
    run(commented, "INSERT INTO comments VALUES ('w-1', 'a')")
    until = commented.agency.today() + timedelta(days=30)
    place_hold(
        commented.agency, kind="legal", scope="study:banking-app", reason="claim 2026-14", by="dora", until=until
    )
    assert audit(commented.agency).counts == {"held": 1}
    done = replay(commented.agency, "night-1")
    assert (done.held, done.deleted) == (1, 0)
    assert comments(commented) == ["a", "c", "d"]


def test_comments_whose_answer_was_never_deleted_by_us_are_told_and_left(commented: World) -> None:
    run(commented, "DELETE FROM responses_banking_app WHERE response_id = 'w-2'")
    commented.run("survey-answers")
    report = audit(commented.agency)
    assert {(finding.kind, finding.why, finding.number) for finding in report.findings} == {("unknown", "orphaned", 1)}
    assert replay(commented.agency, "night-1").came_back == 0
    assert comments(commented) == ["c", "d"]
