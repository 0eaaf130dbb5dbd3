"""What a tool answers is believed only when it is exactly what was asked for."""

import json
from typing import Any

import pytest

from bench.answers import AnswerError, Pass, Ready, read_pass, read_ready
from tests.corpora.marks import Session

READY = {"version": "1.2", "building_s": 3.5, "training_s": 0}
PASS: dict[str, Any] = {"cpu_s": 1.5, "spans": [[[0, 3, 10, "PERSON"], [1, 5, 13, "PHONE"]], []]}


def test_a_tool_that_is_ready_says_its_version_and_its_seconds() -> None:
    assert read_ready("Peer", json.dumps(READY)) == Ready("1.2", 3.5, 0.0)


@pytest.mark.parametrize(
    "said",
    [
        {**READY, "more": 1},
        {"version": "1.2", "building_s": 3.5},
        {**READY, "version": 2},
        {**READY, "version": ""},
        {**READY, "building_s": "3.5"},
        {**READY, "building_s": True},
        {**READY, "building_s": -0.1},
        [READY],
        None,
    ],
)
def test_a_tool_that_is_ready_in_another_way_is_refused(said: object) -> None:
    with pytest.raises(AnswerError, match=r"^Peer: "):
        read_ready("Peer", json.dumps(said))


def test_spans_of_a_pass_become_masks_of_their_session(sessions: tuple[Session, ...]) -> None:
    found = read_pass("Peer", json.dumps(PASS), sessions)
    assert found.cpu_s == 1.5
    assert [[(mask.turn, mask.start, mask.end, mask.entity) for mask in one] for one in found.masks] == [
        [(0, 3, 10, "PERSON"), (1, 5, 13, "PHONE")],
        [],
    ]


@pytest.mark.parametrize(
    "span",
    [
        [0, 3, 10],
        [0, 3, 10, "PERSON", 0.9],
        [0, 3, 10, 5],
        [0, 3.0, 10, "PERSON"],
        ["0", 3, 10, "PERSON"],
        [False, 3, 10, "PERSON"],
        [0, True, 10, "PERSON"],
        [0, 3, None, "PERSON"],
        {"turn": 0, "start": 3, "end": 10, "kind": "PERSON"},
        [0, -1, 10, "PERSON"],
        [0, 10, 10, "PERSON"],
        [0, 10, 3, "PERSON"],
        [0, 3, 30, "PERSON"],
        [-1, 3, 10, "PERSON"],
        [2, 3, 10, "PERSON"],
    ],
)
def test_a_span_that_is_none_is_refused(span: object, sessions: tuple[Session, ...]) -> None:
    with pytest.raises(AnswerError, match=r"^Peer: a span of en/asr/a"):
        read_pass("Peer", json.dumps({"cpu_s": 1.5, "spans": [[], [span]]}), sessions)


def test_a_span_may_end_where_its_turn_does(sessions: tuple[Session, ...]) -> None:
    end = len(sessions[0].turns[0].text)
    assert read_pass("Peer", json.dumps({"cpu_s": 1, "spans": [[[0, 0, end, "X"]], []]}), sessions).masks[0]


@pytest.mark.parametrize(
    "said",
    [
        {**PASS, "spans": PASS["spans"][:1]},
        {**PASS, "spans": [*PASS["spans"], []]},
        {**PASS, "spans": {}},
        {**PASS, "spans": [[], {}]},
        {**PASS, "cpu_s": 0},
        {**PASS, "cpu_s": "1.5"},
        {**PASS, "version": "1.2"},
        {"spans": PASS["spans"]},
    ],
)
def test_a_pass_that_is_not_what_was_asked_for_is_refused(said: object, sessions: tuple[Session, ...]) -> None:
    with pytest.raises(AnswerError, match=r"^Peer: "):
        read_pass("Peer", json.dumps(said), sessions)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Downloading ...",
        '{"cpu_s": NaN, "spans": [[], []]}',
        '{"cpu_s": Infinity, "spans": [[], []]}',
        '{"cpu_s": 1e999, "spans": [[], []]}',
        '{"cpu_s": 1, "cpu_s": 2, "spans": [[], []]}',
        '{"cpu_s": 1, "spans": [[], []]} {}',
    ],
)
def test_a_line_that_is_not_one_plain_object_is_refused(line: str, sessions: tuple[Session, ...]) -> None:
    with pytest.raises(AnswerError, match=r"^Peer: "):
        read_pass("Peer", line, sessions)


def test_a_refusal_quotes_nothing_that_was_said(sessions: tuple[Session, ...]) -> None:
    with pytest.raises(AnswerError) as refused:
        read_pass("Peer", "found Ann Lee", sessions)
    assert "Ann" not in str(refused.value)


def test_a_pass_is_a_value(sessions: tuple[Session, ...]) -> None:
    assert read_pass("Peer", json.dumps({"cpu_s": 2, "spans": [[], []]}), sessions) == Pass(2.0, ((), ()))
