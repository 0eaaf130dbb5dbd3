"""Clock times read and written, and times made up where a format demands them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.formats import Cue
from anonymizers.formats.timing import clock_ms, long_clock, short_clock, timed, with_starts


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("0:03", 3_000),
        ("00:01.5", 1_500),
        ("75:10", 4_510_000),
        ("1:02:03", 3_723_000),
        ("00:00:03,500", 3_500),
        ("100:00:00.001", 360_000_001),
        ("0:61", None),
        ("0:75:00", None),
        ("-0:03", None),
        ("0:03.", None),
        ("\u0661:\u0660\u0661", None),
        ("nan", None),
    ],
)
def test_clock_times_are_read(text: str, ms: int | None) -> None:
    assert clock_ms(text) == ms


@given(st.integers(0, 10_000 * 3_600_000 - 1))
def test_written_clock_times_read_back(ms: int) -> None:
    assert clock_ms(long_clock(ms, ".")) == ms
    assert clock_ms(long_clock(ms, ",")) == ms
    assert clock_ms(short_clock(ms)) == ms - ms % 1000


def test_cues_without_times_follow_one_another() -> None:
    cues = [Cue("short"), Cue("x" * 100), Cue("x" * 1000)]
    assert timed(cues) == [(0, 1_000), (1_000, 8_000), (8_000, 18_000)]


def test_known_times_stay_and_an_end_is_the_next_start() -> None:
    cues = [Cue("a", start_ms=500), Cue("b", start_ms=4_000, end_ms=9_000), Cue("c"), Cue("d", start_ms=9_000)]
    assert timed(cues) == [(500, 4_000), (4_000, 9_000), (9_000, 10_000), (9_000, 10_000)]


def test_a_start_missing_before_a_known_end_is_not_after_it() -> None:
    assert timed([Cue("a", start_ms=0, end_ms=9_000), Cue("b", end_ms=5_000)]) == [(0, 9_000), (5_000, 5_000)]


def test_a_missing_start_is_the_last_known_one_unless_none_is() -> None:
    cues = [Cue("a"), Cue("b", start_ms=5_000), Cue("c")]
    assert [cue.start_ms for cue in with_starts(cues)] == [0, 5_000, 5_000]
    assert [cue.start_ms for cue in with_starts([Cue("a"), Cue("b")])] == [None, None]
