"""A platform's table: everything once, whenever it was committed, and nothing that is due, undated or deleted."""

from datetime import UTC, datetime
from typing import Any

import pytest

from lethe.connectors.tables import SqlTable
from lethe.intake import Pulled
from lethe.intake.answers import response_id_of
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


def test_an_answer_committed_late_is_found_however_late(world: World) -> None:
    world.platform(("w-1", "p-1", "2026-10-05 10:00:00", "a"))
    world.pull_table()
    world.platform(("w-0", "p-2", "2026-10-04 10:30:00", "late"), ("w-00", "p-2", "2026-10-01 09:30:00", "days late"))
    assert world.pull_table() == Pulled(taken=2, known_before=1)
    assert sorted(comments(world)) == ["w-0", "w-00", "w-1"]
    assert world.pull_table() == Pulled(known_before=2)


def test_no_more_than_a_batch_is_held_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lethe.intake.survey_table.IN_BATCH", 3)
    world.platform(*((f"w-{number}", "p-1", "2026-10-05 10:00:00", "a") for number in range(8)))
    asked = []
    real = SqlTable.rows

    def rows(self: SqlTable, row_ids: Any) -> Any:
        asked.append(len(row_ids))
        return real(self, row_ids)

    monkeypatch.setattr(SqlTable, "rows", rows)
    assert world.pull_table() == Pulled(taken=8)
    assert asked == [3, 3, 2]
    # Contents are read again for what lies in the overlap alone.
    world.platform(("w-9", "p-1", "2026-10-07 10:00:00", "b"))
    world.pull_table()
    asked.clear()
    assert world.pull_table() == Pulled(known_before=1)
    assert asked == [1]


def test_a_row_dated_ahead_does_not_shorten_the_overlap(world: World, clock: Any) -> None:
    world.platform(("w-1", "p-1", f"{clock.now:%Y-%m-%d} 23:00:00", "tonight"))
    assert world.pull_table() == Pulled(taken=1)
    (mark,) = world.rows(schema.watermark)
    assert mark["at"] == clock.now


def test_a_changed_answer_is_brought_up_to_date(world: World) -> None:
    world.platform(("w-1", "p-1", "2026-10-05 10:00:00", "first"))
    world.pull_table()
    (before,) = world.rows(schema.survey_response)
    world.platform(("w-1", "p-7", "2026-10-05 11:00:00", "second"))
    assert world.pull_table() == Pulled(known_before=1)
    (after,) = world.rows(schema.survey_response)
    assert after["response_id"] == before["response_id"]
    assert (after["participant_id"], after["answers"]["comment"]) == ("p-7", "second")
    assert after["answered_at"] == before["answered_at"] == datetime(2026, 10, 5, 9, tzinfo=UTC)


def test_a_later_date_at_the_platform_does_not_put_the_day_off_and_is_told(world: World) -> None:
    world.platform(("w-1", "p-1", "2025-12-01 10:00:00", "a"), ("w-2", "p-2", "2026-10-05 10:00:00", "b"))
    world.pull_table()
    world.platform(("w-1", "p-1", "2026-11-20 10:00:00", "changed"))
    assert world.pull_table() == Pulled(known_before=2, later_date_not_applied=1)
    (row, _) = sorted(world.rows(schema.survey_response), key=lambda row: row["source_ref"])
    assert row["answered_at"] == datetime(2025, 12, 1, 10, tzinfo=UTC)
    assert row["answers"]["comment"] == "changed"
    (line,) = world.agency.ledger.entries(event="not_redated")
    assert line.reference == world.agency.ledger.reference(*answer_name(RESEARCH, TABLE, "w-1"))
    assert (line.outcome, dict(line.details)) == (
        "later_date_not_applied",
        {"source": TABLE, "is": "2025-12-01", "told": "2026-11-20"},
    )


@pytest.mark.parametrize("day", ["2026-09-01", "2020-01-01"])
def test_an_earlier_date_at_the_platform_is_applied_however_long_ago_it_lies(world: World, day: str) -> None:
    world.platform(("w-1", "p-1", "2026-10-05 10:00:00", "a"))
    world.pull_table()
    world.platform(("w-1", "p-1", f"{day} 12:00:00", "a"))
    assert world.pull_table() == Pulled(known_before=1, redated=1)
    (row,) = world.rows(schema.survey_response)
    assert f"{row['answered_at']:%Y-%m-%d}" == day
    (line,) = world.agency.ledger.entries(event="redated")
    assert (line.outcome, dict(line.details)) == ("earlier", {"source": TABLE, "was": "2026-10-05", "is": day})


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


def test_an_answer_deleted_at_the_platform_does_not_come_from_there_again(world: World) -> None:
    name = world.agency.ledger.reference(*answer_name("banking-app-platform", "banking-app-platform", "w-1"))
    world.agency.ledger.append([Entry("deleted", "plan-1", name, "absent")])
    world.platform(("w-1", "p-1", "2026-10-05 10:00:00", "out of a backup"))
    assert world.pull_table() == Pulled(deleted_before=1)
    assert world.rows(schema.survey_response) == []


def test_an_answer_taken_once_and_gone_without_a_tombstone_is_told_and_not_taken_again(world: World) -> None:
    world.platform(("w-1", "p-1", "2026-09-05 10:00:00", "a"), ("w-2", "p-2", "2026-10-05 10:00:00", "b"))
    world.pull_table()
    with world.agency.research.begin() as connection:
        connection.execute(schema.survey_response.delete().where(schema.survey_response.c.source_ref == "w-1"))
    for _ in range(2):
        assert world.pull_table() == Pulled(known_before=1, gone_before=1)
    assert sorted(comments(world)) == ["w-2"]
    (line,) = world.agency.ledger.entries(event="refused")
    assert (line.scope, line.reference, line.outcome) == (TABLE, response_id_of(TABLE, "w-1"), "gone_before")


def test_a_row_without_an_id_is_told_of_and_left(world: World) -> None:
    world.platform(("", "p-1", "2026-10-05 10:00:00", "whose?"), ("w-2", "p-2", "2026-10-05 10:00:00", "b"))
    assert world.pull_table() == Pulled(taken=1, without_id=1)
    assert sorted(comments(world)) == ["w-2"]
    (line,) = world.agency.ledger.entries(event="not_named")
    assert (line.scope, line.outcome) == (TABLE, "kept")


def test_an_empty_table_is_no_error(world: World) -> None:
    assert world.pull_table() == Pulled()
    assert world.rows(schema.watermark) == []
