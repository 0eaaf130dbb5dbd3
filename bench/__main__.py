"""`make bench`: Lethe's speed and quality beside Presidio, scrubadub and DataFog, on the same texts in one run."""

import argparse
import sys
import time
from collections.abc import Sequence

from bench.answers import AnswerError
from bench.page import page, quality, speed
from bench.running import ROOT, TOOLS, Measured, measure
from bench.table import rows
from tests.corpora.corpus import load

PAGE = ROOT / "docs" / "benchmark.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 when a tool does not answer as it should, and the page stays as it was."""
    asked = _parser().parse_args(arguments)
    every = [one for one in load() if one.language == "en" and one.kind == "session"]
    sessions = every[: asked.sessions]
    started = time.monotonic()
    measured = []
    try:
        for said in measure(TOOLS, sessions, asked.passes):
            if isinstance(said, Measured):
                measured.append(said)
            else:
                print(f"{time.monotonic() - started:4.0f} s  {said}", flush=True)
    except AnswerError as error:
        print(f"{error}. The benchmark ended, {PAGE.relative_to(ROOT)} is as it was", file=sys.stderr)
        return 1
    found = rows(measured, sessions)
    for line in ("", *speed(found), "", *quality(found)):
        print(line)
    if sessions == every:
        PAGE.write_text(page(found, sessions, asked.passes), encoding="utf-8")
        print(f"\nhow to read it: {PAGE.relative_to(ROOT)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--sessions", type=int, help="only the first so many; the page stays as it is")
    return parser


if __name__ == "__main__":
    sys.exit(main())
