"""What a tool answered, read strictly: an answer that is not exactly what was asked for ends the benchmark."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.corpora.marks import Session
from tests.evaluation.scoring import Mask


class AnswerError(Exception):
    """A tool answered something else than what it was asked. The text names the tool and never quotes a text."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A tool that is built: its version, and CPU seconds of building it and of training its model."""

    version: str
    building_s: float
    training_s: float


@dataclass(frozen=True, slots=True)
class Pass:
    """One look at every session: CPU seconds, and for each session what would be masked."""

    cpu_s: float
    masks: tuple[tuple[Mask, ...], ...]


def read_ready(tool: str, line: str) -> Ready:
    """The line by which a tool says that it is built.

    Raises:
        AnswerError: anything but an object with these three values.
    """
    said = _object(tool, line, {"version", "building_s", "training_s"})
    version = said["version"]
    if not isinstance(version, str) or not version:
        raise AnswerError(f"{tool}: its version is no text")
    return Ready(version, _seconds(tool, said, "building_s"), _seconds(tool, said, "training_s"))


def read_pass(tool: str, line: str, sessions: Sequence[Session]) -> Pass:
    """The line by which a tool answers a pass over the sessions.

    Raises:
        AnswerError: a wrong number of sessions, a span that is not `[turn, start, end, kind]` or lies outside of its
            turn, seconds that are none, something more.
    """
    said = _object(tool, line, {"cpu_s", "spans"})
    spans = said["spans"]
    if not isinstance(spans, list) or len(spans) != len(sessions):
        raise AnswerError(f"{tool}: spans for {len(sessions)} sessions were asked for")
    cpu_s = _seconds(tool, said, "cpu_s")
    if cpu_s <= 0:
        raise AnswerError(f"{tool}: a pass took no time")
    return Pass(cpu_s, tuple(_masks(tool, found, session) for found, session in zip(spans, sessions, strict=True)))


def _masks(tool: str, found: object, session: Session) -> tuple[Mask, ...]:
    if not isinstance(found, list):
        raise AnswerError(f"{tool}: the spans of a session are no list")
    masks = []
    for span in found:
        match span:
            case [int(turn), int(start), int(end), str(kind)] if not any(isinstance(one, bool) for one in span):
                pass
            case _:
                raise AnswerError(f"{tool}: a span of {session.id} is not [turn, start, end, kind]")
        if not (0 <= turn < len(session.turns) and 0 <= start < end <= len(session.turns[turn].text)):
            raise AnswerError(f"{tool}: a span of {session.id} lies outside of its text")
        masks.append(Mask(turn, start, end, kind, tool, tool, 1.0))
    return tuple(masks)


def _object(tool: str, line: str, keys: set[str]) -> dict[str, Any]:
    try:
        said = json.loads(line, object_pairs_hook=_once)
    except ValueError as error:
        # What it was is not shown: a tool that prints into its answer may print a text.
        raise AnswerError(f"{tool}: answered no JSON, but {len(line)} characters of something else") from error
    if not isinstance(said, dict) or set(said) != keys:
        raise AnswerError(f"{tool}: an answer has exactly {', '.join(sorted(keys))}")
    return said


def _seconds(tool: str, said: dict[str, Any], key: str) -> float:
    value = said[key]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value) or value < 0:
        raise AnswerError(f"{tool}: {key} is no number of seconds")
    return float(value)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key is there twice")
    return dict(pairs)
