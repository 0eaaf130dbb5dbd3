"""Tools run as processes of their own; one that fails ends the benchmark, whatever it prints is no answer."""

from pathlib import Path

import pytest

from bench.answering import ONE_THREAD
from bench.answers import AnswerError
from bench.running import TOOLS, Measured, Tool, measure
from tests.corpora.marks import Session


def tool(*arguments: str) -> Tool:
    return Tool("Made-up", "tests.bench.made_up_tool", "", arguments=arguments)


def test_every_pass_of_every_tool_is_measured(sessions: tuple[Session, ...]) -> None:
    said = list(measure([tool(), tool()], sessions, 2))
    done = [one for one in said if isinstance(one, Measured)]
    assert [len(one.passes) for one in done] == [2, 2]
    for one in done:
        assert one.ready.version == "0.1"
        assert one.ready.building_s > 0
        for its in one.passes:
            assert its.cpu_s > 0
            assert [[(mask.turn, mask.start, mask.end) for mask in masks] for masks in its.masks] == [[(0, 3, 6)]] * 2


@pytest.mark.parametrize(
    ("how", "why"),
    [("breaks", "ended without an answer"), ("dies", "ended without an answer"), ("lies", "lies outside of its text")],
)
def test_tool_that_fails_ends_the_benchmark(how: str, why: str, sessions: tuple[Session, ...]) -> None:
    with pytest.raises(AnswerError, match=f"Made-up: .*{why}"):
        list(measure([tool(), tool(how)], sessions, 1))


def test_environment_that_is_not_there_is_said(sessions: tuple[Session, ...]) -> None:
    absent = Tool("Made-up", "nowhere", "", python=Path("/nowhere/python"))
    with pytest.raises(AnswerError, match="`make bench` makes it"):
        list(measure([absent], sessions, 1))


def test_tools_are_held_to_one_thread_of_linear_algebra() -> None:
    assert {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"} <= set(ONE_THREAD)
    assert set(ONE_THREAD.values()) == {"1"}


def test_the_first_row_is_the_one_that_others_are_compared_with() -> None:
    assert TOOLS[0].name == "Lethe"
    assert len({one.name for one in TOOLS}) == len(TOOLS)
