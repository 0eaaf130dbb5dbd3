"""The tools, each a process of its own on one core, asked in turn: a slow minute of the machine is everybody's loss."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bench.answering import ONE_THREAD
from bench.answers import AnswerError, Pass, Ready, read_pass, read_ready
from tests.corpora.marks import Session

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / ".venv-bench" / "bin" / "python"
PATIENCE_S = 600
"""After which a tool that says nothing is ended."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One row of the benchmark: its name, how it is started, and what it is given beside the texts."""

    name: str
    module: str
    given: str
    python: Path = Path(sys.executable)
    arguments: tuple[str, ...] = ()


LETHE = Tool(
    "Lethe",
    "bench.tools.lethe",
    "whole sessions, the register of each, the names in its speaker labels; mode `careful`, no words to keep; "
    "`Anonymiser.mask`, the building of the register's forms and the written text included",
)
TOOLS = (
    LETHE,
    Tool(
        "Lethe, no register",
        "bench.tools.lethe",
        "the same without the register: the speaker labels are all it knows",
        arguments=("--no-roster",),
    ),
    Tool(
        "Presidio",
        "bench.tools.presidio",
        "turn by turn, `AnalyzerEngine.analyze` with its default recognisers and a small spaCy model of names that the "
        "benchmark trained itself; finds spans, writes no text",
    ),
    Tool(
        "scrubadub",
        "bench.tools.scrubadub",
        "turn by turn, `Scrubber.iter_filth` with its default detectors for `en_GB`; finds spans, writes no text",
        python=PEERS,
    ),
    Tool(
        "DataFog",
        "bench.tools.datafog",
        "turn by turn, `datafog.scan` with its default engine (regular expressions); finds spans, writes no text",
        python=PEERS,
    ),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a tool did: how it was built, and each of its passes."""

    tool: Tool
    ready: Ready
    passes: tuple[Pass, ...]


def measure(tools: Sequence[Tool], sessions: Sequence[Session], passes: int) -> Iterator[str | Measured]:
    """Builds every tool, has each look at the sessions so many times, and gives what came of it; a line on the way.

    Raises:
        AnswerError: a tool that does not start, ends early or answers something else.
    """
    with ExitStack() as stack:
        processes = [stack.enter_context(_started(tool)) for tool in tools]
        for process in processes:
            process.give(sessions)
        started: list[tuple[_Process, Ready]] = []
        for process in processes:
            ready = process.ready()
            started.append((process, ready))
            yield f"{process.tool.name} {ready.version} is ready"
        done: list[list[Pass]] = [[] for _ in tools]
        for number in range(passes):
            for place, (process, _) in enumerate(started):
                done[place].append(process.look(sessions))
            yield f"pass {number + 1} of {passes} is done"
        for (process, ready), its in zip(started, done, strict=True):
            yield Measured(process.tool, ready, tuple(its))


class _Process:
    """A tool's process, asked a line and answering one."""

    def __init__(self, tool: Tool, process: "subprocess.Popen[str]") -> None:
        self.tool = tool
        self._process = process
        self._writing, self._reading = _there(process.stdin), _there(process.stdout)

    def give(self, sessions: Sequence[Session]) -> None:
        asked = [{"id": one.id, "texts": [turn.text for turn in one.turns]} for one in sessions]
        self._say(json.dumps({"sessions": asked}))

    def ready(self) -> Ready:
        return read_ready(self.tool.name, self._hear())

    def look(self, sessions: Sequence[Session]) -> Pass:
        self._say("pass")
        return read_pass(self.tool.name, self._hear(), sessions)

    def _say(self, line: str) -> None:
        # A tool that has ended is noticed when it is listened to.
        with suppress(BrokenPipeError):
            self._writing.write(line + "\n")
            self._writing.flush()

    def _hear(self) -> str:
        watch = threading.Timer(PATIENCE_S, self._process.kill)
        watch.start()
        try:
            said = self._reading.readline()
        finally:
            watch.cancel()
        if not said.endswith("\n"):
            raise AnswerError(f"{self.tool.name}: ended without an answer; what it said of it is above")
        return said


def _there(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise AnswerError("a tool was started without pipes")
    return pipe


@contextmanager
def _started(tool: Tool) -> Iterator[_Process]:
    command = [str(tool.python), "-W", "ignore", "-m", tool.module, *tool.arguments]
    told = {**os.environ, **ONE_THREAD, "DATAFOG_NO_TELEMETRY": "1"}
    try:
        process = subprocess.Popen(  # noqa: S603 - the interpreters and modules of this file
            command, cwd=ROOT, env=told, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
    except FileNotFoundError as error:
        raise AnswerError(f"{tool.name}: its environment is not there; `make bench` makes it") from error
    try:
        yield _Process(tool, process)
    finally:
        # It ends by itself when its input does; only one that is busy must be ended.
        for pipe in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):
                _there(pipe).close()
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
