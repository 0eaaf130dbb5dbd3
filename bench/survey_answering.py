"""The tool's end of the benchmark of tables: one table in, the same table anonymised and its CPU seconds out.

One JSON object each way. It runs in the environment of the peers too. Seconds are those of the process on all of its
threads and of the processes that it started; building and a first short text are not in them.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from bench.answering import WARMING

PARTICIPANT = "participant_id"
FREE_TEXT = ("comment", "improve")
MODEL = "LETHE_BENCH_MODEL"
"""The environment variable that names the folder of Presidio's small model."""


@dataclass(frozen=True)
class Asked:
    """A table, and the people whom a tool may know."""

    frame: pd.DataFrame
    register: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Anonymised:
    """The free text of a table in the order that was asked for, and figures that the tool has to tell."""

    free_text: Callable[[], Mapping[str, list[str]]]
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Ready:
    """A tool that is built. What `free_text` does after `run` is not measured."""

    run: Callable[[Asked], Anonymised]
    version: str


def warming() -> Asked:
    """A table of one row, with which a tool loads what is loaded at the first use."""
    columns = (PARTICIPANT, "age", "postcode", "ease", *FREE_TEXT)
    return Asked(pd.DataFrame([["w-1", "40", "LS1 1AA", "3", WARMING, WARMING]], columns=columns, dtype=str), ())


def answer(build: Callable[[], Ready]) -> None:
    """Serve the table on stdin. What the libraries of a tool print goes to stderr."""
    out, sys.stdout = sys.stdout, sys.stderr
    said = json.load(sys.stdin)
    asked = Asked(pd.DataFrame(said["columns"], dtype=str), tuple(said["register"]))
    built = build()
    built.run(warming())
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    started = _cpu_s()
    done = built.run(asked)
    cpu_s = _cpu_s() - started
    told = {"version": built.version, "cpu_s": cpu_s, "columns": done.free_text(), "figures": dict(done.figures)}
    json.dump(told, out)
    out.flush()


def _cpu_s() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
