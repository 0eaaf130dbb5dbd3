"""The tool's end of the benchmark: texts in, spans and CPU seconds out, one JSON object a line.

Nothing but the standard library: it runs in the environments of the peers too. First comes a line with the sessions,
which is answered when the tool is ready; then, for each line `pass`, all of them are looked at once. Seconds are those
of the process on all of its threads (`time.process_time`), so that other work on the machine does not count.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

ONE_THREAD = {
    f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "VECLIB_MAXIMUM", "RAYON")
}
"""What a tool's environment says, so that its libraries of linear algebra start no threads."""

Found = Iterable[tuple[int, int, int, str]]
"""Turn, start, end (exclusive) in characters, and what it is."""

WARMING = "Hello, this is Ann Example of 1 Example Street, I was born on 1 May 1980, so call 020 7946 0123."
"""The text that every tool looks at once before it is ready: what is only loaded at the first use is loaded then."""


@dataclass(frozen=True)
class Session:
    """Texts that belong together, in order."""

    id: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Built:
    """A tool that is ready: what it is called with, and the CPU seconds that another process trained its model for."""

    find: Callable[[Session], Found]
    version: str
    training_s: float = 0.0


def answer(build: Callable[[], Built]) -> None:
    """Serve stdin until it ends. What the libraries of a tool print goes to stderr."""
    out, sys.stdout = sys.stdout, sys.stderr
    sessions = [Session(one["id"], tuple(one["texts"])) for one in json.loads(sys.stdin.readline())["sessions"]]
    built = build()
    list(built.find(Session("", (WARMING,))))
    building_s = time.process_time()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    _write(out, {"version": built.version, "building_s": building_s, "training_s": built.training_s})
    for line in sys.stdin:
        if line.strip() != "pass":
            raise SystemExit("a line that is neither the sessions nor a pass")
        started = time.process_time()
        found = [list(built.find(session)) for session in sessions]
        _write(out, {"cpu_s": time.process_time() - started, "spans": found})


def _write(out: TextIO, said: dict[str, object]) -> None:
    out.write(json.dumps(said) + "\n")
    out.flush()
