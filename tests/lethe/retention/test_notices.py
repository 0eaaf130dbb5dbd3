"""When a client is told of what it holds: 30 and 7 days before, on the day, then every week until it attests."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lethe.retention.letters import letter
from lethe.retention.notices import Holding, Notice, ToldOf, notices_due, reference_code, stage_of

DUE = date(2027, 1, 31)


def held(item_id: str = "copy:1", due: date = DUE, **changes: str) -> Holding:
    whole = Holding(item_id, "orchard-lane", "grocery-delivery", "recording", "P4.2", due, "e-1")
    return replace(whole, **changes)


def after(notices: list[Notice]) -> set[ToldOf]:
    """What counts as told once these are sent."""
    return {(thing.item_id, notice.due, notice.stage) for notice in notices for thing in notice.holdings}


STAGES = {
    "31 days before": (-31, None),
    "30 days before": (-30, 30),
    "29 days before: a missed day is caught up": (-29, 30),
    "8 days before": (-8, 30),
    "7 days before": (-7, 7),
    "a day before": (-1, 7),
    "on the day": (0, 0),
    "the day after": (1, -1),
    "the week after": (7, -1),
    "8 days after": (8, -8),
    "14 days after": (14, -8),
    "15 days after": (15, -15),
    "a year after": (366, -365),
}


@pytest.mark.parametrize(("days", "stage"), STAGES.values(), ids=STAGES.keys())
def test_the_latest_stage_that_has_passed_is_sent(days: int, stage: int | None) -> None:
    today = DUE + timedelta(days=days)
    assert stage_of(DUE, today) == stage
    assert [notice.stage for notice in notices_due([held()], set(), today)] == ([] if stage is None else [stage])


CATCHING_UP = {
    "told at 30, the day it was": ({30}, -30, []),
    "told at 30, the 7 days missed until the day before": ({30}, -1, [7]),
    "told at 30, all missed until the day": ({30}, 0, [0]),
    "never told, on the day: the earlier ones are not sent late": (set(), 0, [0]),
    "told at 7, not at 30": ({7}, -5, []),
    "told on the day, the same day again": ({30, 7, 0}, 0, []),
    "told on the day, the day after": ({30, 7, 0}, 1, [-1]),
    "never told, long after": (set(), 20, [-15]),
    "escalated, within the week": ({0, -1}, 7, []),
    "escalated, a week later": ({0, -1}, 8, [-8]),
    "escalated, weeks missed": ({0, -1}, 30, [-29]),
    "a clock that went back sends nothing twice": ({0}, -7, []),
}


@pytest.mark.parametrize(("stages", "days", "expected"), CATCHING_UP.values(), ids=CATCHING_UP.keys())
def test_a_stage_is_sent_once_and_never_late(stages: set[int], days: int, expected: list[int]) -> None:
    told = {("copy:1", DUE, stage) for stage in stages}
    assert [notice.stage for notice in notices_due([held()], told, DUE + timedelta(days=days))] == expected


def test_things_of_a_client_and_a_day_go_in_one_notice() -> None:
    things = [
        held("copy:2", kind="transcript"),
        held("copy:1"),
        held("handover:h-1", source="disk-7", study_id="banking-app"),
        held("copy:3", due=DUE + timedelta(days=1)),
        held("copy:4", client_id="brightwell"),
    ]
    notices = notices_due(things, set(), DUE - timedelta(days=7))
    assert [(notice.client_id, notice.due, notice.stage, len(notice.holdings)) for notice in notices] == [
        ("brightwell", DUE, 7, 1),
        ("orchard-lane", DUE, 7, 3),
        ("orchard-lane", DUE + timedelta(days=1), 30, 1),
    ]
    whole = notices[1]
    assert whole.kinds == {"recording": 2, "transcript": 1}
    assert (whole.studies, whole.sources) == (("banking-app", "grocery-delivery"), ("disk-7", "e-1"))
    assert whole.code == "orchard-lane-20270131" == reference_code("orchard-lane", DUE)
    assert notices == notices_due(reversed(things), set(), DUE - timedelta(days=7))
    assert len({notice.notice_id for notice in notices}) == 3


def test_what_came_after_a_notice_gets_one_of_its_own() -> None:
    told = after(notices_due([held("copy:1")], set(), DUE - timedelta(days=7)))
    (late,) = notices_due([held("copy:1"), held("copy:2")], told, DUE - timedelta(days=5))
    assert [thing.item_id for thing in late.holdings] == ["copy:2"]


@pytest.mark.parametrize(("days_moved", "stages"), [(-20, [7]), (-25, [0]), (-26, [-1]), (3, [30]), (60, [])])
def test_a_thing_dated_anew_takes_its_notices_along(days_moved: int, stages: list[int]) -> None:
    today = DUE - timedelta(days=25)
    told = {("copy:1", DUE, 30)}
    moved = held(due=DUE + timedelta(days=days_moved))
    notices = notices_due([moved], told, today)
    assert [notice.stage for notice in notices] == stages
    assert all(notice.moved_from == (DUE,) for notice in notices)


RUNS = st.lists(st.integers(0, 12), min_size=1, max_size=40)
"""Days between one run and the next; 0 is a second run on the same day."""


@given(RUNS, st.lists(st.integers(-10, 80), min_size=1, max_size=5), st.integers(0, 200))
def test_no_notice_twice_and_none_lost_whatever_runs_are_missed(
    gaps: list[int], days: list[int], attested_after: int
) -> None:
    start = date(2027, 1, 1)
    things = [held(f"copy:{number}", start + timedelta(days=left)) for number, left in enumerate(days)]
    told: set[ToldOf] = set()
    today = start
    for gap in gaps:
        today += timedelta(days=gap)
        waiting = [thing for thing in things if (today - start).days <= attested_after]
        sent = notices_due(waiting, told, today)
        new = [(thing.item_id, notice.due, notice.stage) for notice in sent for thing in notice.holdings]
        assert len(new) == len(set(new))
        assert not set(new) & told
        told |= set(new)
        for thing in waiting:
            stage = stage_of(thing.due, today)
            assert stage is None or (thing.item_id, thing.due, stage) in told
        assert notices_due(waiting, told, today) == []
    for item_id, due, stage in told:
        assert stage in {30, 7, 0} or stage % 7 == 6, (item_id, due, stage)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(-20, 20)), min_size=1, max_size=30))
def test_a_thing_dated_anew_again_and_again_is_told_of_once_a_stage_of_each_day(moves: list[tuple[int, int]]) -> None:
    today, due = date(2027, 1, 1), date(2027, 1, 20)
    told: set[ToldOf] = set()
    for gap, moved in moves:
        today, due = today + timedelta(days=gap), due + timedelta(days=moved)
        sent = after(notices_due([held(due=due)], told, today))
        assert not sent & told
        told |= sent
        stage = stage_of(due, today)
        assert stage is None or min(at for _, day, at in told if day == due) <= stage


def test_the_words_say_what_until_when_why_and_what_to_do() -> None:
    (notice,) = notices_due([held(), held("copy:2", kind="survey", clause="P4.3")], set(), DUE - timedelta(days=6))
    words = letter(notice, agency="Fernhollow <Research>", client="Orchard Lane Grocers")
    assert words.subject == "Please delete your copies by 2027-01-31 (orchard-lane-20270131)"
    for said in (
        "within the next 7 days: by the end of 2027-01-31",
        "1 recording, 1 survey table. Studies: grocery-delivery. Our own names for it: e-1.",
        "clause P4.2 of our privacy policy: session recordings go, after 6 calendar months at the latest",
        "clause P4.3 of our privacy policy: survey answers go, after 12 calendar months at the latest",
        "delete every copy that you hold",
        "with the code orchard-lane-20270131 and one of: deleted; none held; partly",
    ):
        assert said in words.text
    assert "data protection officer" not in words.text
    assert "<p>To Orchard Lane Grocers, from Fernhollow &lt;Research&gt;.</p>" in words.html


@pytest.mark.parametrize("days", [*range(-30, 1), 1, 8, 400])
def test_there_are_words_for_every_stage(days: int) -> None:
    (notice,) = notices_due([held()], set(), DUE + timedelta(days=days))
    words = letter(notice, agency="A", client="B")
    assert ("OVERDUE" in words.subject) == (days > 0) == ("has passed" in words.text)


def test_the_words_tell_of_a_day_that_moved() -> None:
    (notice,) = notices_due([held()], {("copy:1", date(2027, 2, 14), 30)}, DUE)
    assert "another day (2027-02-14). The day in this message holds now." in letter(notice, agency="A", client="B").text
