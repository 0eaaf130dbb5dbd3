"""A platform's table: everything once, whenever it was committed, and nothing that is due, undated or deleted."""

from datetime import UTC, datetime
from typing import Any

from lethe.intake import Pulled
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.inventory import RESEARCH
from lethe.retention.references import answer_name

World = Any
TABLE = "banking-app-survey"


def comments(world: World) -> dict[str, str]:
    return {row["source_ref"]: row["answers"]["comment"] for row in world.rows(schema.survey_response)}


def test_answers_come_with_their_own_time_in_the_platforms_zone(world: World) -> None:
    world.platform(("w-1", "p-1", "2026-07-01 00:30:00", "hello"))
    assert world.pull_table() == Pulled(taken=1)
    ((study, participant, at, answers),) = world.answers()
    assert (study, participant, at) == ("banking-app", "p-1", "2026-06-30T23:30:00+00:00")
    assert answers == {
        **dict.fromkeys(("age_band", "device", "ease", "trust", "nps", "improve")),
        "comment": "hello",
    }


def test_the_watermark_goes_on_and_nothing_comes_twice(world: World) -> None:
    world.platform(("w-1", "p-1", "2026-10-01 10:00:00", "a"), ("w-2", "p-2", "2026-10-05 10:00:00", "b"))
    assert world.pull_table().taken == 2
    (mark,) = world.rows(schema.watermark)
    assert mark["at"] == datetime(2026, 10, 5, 9, tzinfo=UTC)
    lines = world.lines()
    # Only what lies in the overlap is read again.
    assert world.pull_table() == Pulled(known_before=1)
    assert world.lines() == lines
    world.platform(("w-3", "p-3", "2026-10-06 10:00:00", "c"))
    assert world.pull_table() == Pulled(taken=1, known_before=1)
    assert sorted(comments(world)) == ["w-1", "w-2", "w-3"]


def test_an_answer_committed_late_is_found_within_a_day(world: World) -> None:
    world.platform(("w-1", "p-1", "2026-10-05 10:00:00", "a"))
    world.pull_table()
    world.platform(("w-0", "p-2", "2026-10-04 10:30:00", "late"), ("w-00", "p-2", "2026-10-01 09:30:00", "too late"))
    assert world.pull_table() == Pulled(taken=1, known_before=1)
    assert sorted(comments(world)) == ["w-0", "w-1"]


def test_a_changed_answer_is_brought_up_to_date(world: World) -> None:
    world.platform(("w-1", "p-1", "2026-10-05 10:00:00", "first"))
    world.pull_table()
    (before,) = world.rows(schema.survey_response)
    world.platform(("w-1", "p-7", "2026-10-05 11:00:00", "second"))
    assert world.pull_table() == Pulled(known_before=1)
    (after,) = world.rows(schema.survey_response)
    assert after["response_id"] == before["response_id"]
    assert (after["participant_id"], after["answers"]["comment"]) == ("p-7", "second")
    assert after["answered_at"] == datetime(2026, 10, 5, 10, tzinfo=UTC)


def test_undated_rows_are_told_of_by_keyed_name_and_taken_once_dated(world: World) -> None:
    world.platform(("Siobhan", "p-1", None, "undated"), ("w-2", "p-2", "2026-10-05 10:00:00", "b"))
    assert world.pull_table() == Pulled(taken=1, undated=1)
    name = world.agency.ledger.reference(*answer_name("banking-app-platform", "banking-app-platform", "Siobhan"))
    assert [line.reference for line in world.agency.ledger.entries(event="not_dated")] == [name]
    assert world.pull_table() == Pulled(known_before=1, undated=1)
    # Weeks before the watermark, and under a key made since.
    world.agency.keys.rotate_reference_key()
    world.platform(("Siobhan", "p-1", "2026-09-01 10:00:00", "dated now"))
    assert world.pull_table() == Pulled(taken=1, known_before=1)
    assert comments(world)["Siobhan"] == "dated now"


def test_a_time_that_lies_ahead_neither_counts_nor_moves_the_watermark(world: World) -> None:
    world.platform(
        ("w-1", "p-1", "2026-10-05 10:00:00", "a"),
        ("w-2", "p-2", "2062-10-05 10:00:00", "a slip"),
        ("w-3", "p-3", "9999-12-31 23:00:00", "a platform's never"),
    )
    assert world.pull_table() == Pulled(taken=1, undated=2)
    world.platform(("w-4", "p-4", "2026-10-06 10:00:00", "after it"))
    assert world.pull_table() == Pulled(taken=1, known_before=1, undated=2)
    assert sorted(comments(world)) == ["w-1", "w-4"]


def test_answers_already_due_are_not_copied(world: World) -> None:
    world.platform(
        ("w-1", "p-1", "2025-11-24 00:00:00", "due today"), ("w-2", "p-2", "2025-11-25 00:00:00", "tomorrow")
    )
    assert world.pull_table() == Pulled(taken=1, already_due=1)
    assert comments(world) == {"w-2": "tomorrow"}


def test_an_answer_deleted_on_its_day_does_not_come_back(world: World) -> None:
    world.platform(("w-1", "p-1", "2026-10-05 10:00:00", "a"))
    world.pull_table()
    name = world.agency.ledger.reference(*answer_name(RESEARCH, TABLE, "w-1"))
    world.agency.ledger.append([Entry("deleted", "plan-1", name, "absent")])
    with world.agency.research.begin() as connection:
        connection.execute(schema.survey_response.delete())
    assert world.pull_table() == Pulled(deleted_before=1)
    assert world.rows(schema.survey_response) == []


def test_an_empty_table_is_no_error(world: World) -> None:
    assert world.pull_table() == Pulled()
    assert world.rows(schema.watermark) == []
