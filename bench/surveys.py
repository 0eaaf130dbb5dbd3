"""`python -m bench.surveys`: Lethe on tables of survey answers beside Presidio, in a loop and by column, in one run."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from statistics import median

from bench.answers import AnswerError
from bench.running import ROOT
from bench.survey_page import Row, page, quality, risk, speed
from bench.survey_running import DISTINCT, LETHE, TOOLS, UNKNOWING, Run, Tool, run
from bench.survey_scores import score
from bench.survey_tables import SurveyTable, survey_table
from bench.tools.presidio_engine import train

PAGE = ROOT / "docs" / "benchmark-tables.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 when a tool does not answer as it should, and the page stays as it was."""
    asked = _parser().parse_args(arguments)
    whole = asked == _parser().parse_args(["--passes", str(asked.passes)])
    tables = (
        survey_table("repetition", asked.rows, distinct=asked.distinct),
        survey_table("unique", asked.unique_rows),
    )
    tools = (LETHE, UNKNOWING) if asked.no_peers else TOOLS
    found: dict[str, list[Row]] = {}
    try:
        with tempfile.TemporaryDirectory() as model:
            if not asked.no_peers:
                _say("training the small model of Presidio")
                train(model)
            for table in tables:
                # Where every text is another one, looking at each once is the loop again.
                its = [tool for tool in tools if tool is not DISTINCT or table.repeats]
                found[table.name] = list(_measured(table, its, asked.passes, asked.sample, model))
    except AnswerError as error:
        sys.stderr.write(f"{error}. The benchmark ended, {PAGE.relative_to(ROOT)} is as it was\n")
        return 1
    for table in tables:
        _say("", *speed(table, found[table.name]), "", *quality(table, found[table.name]), risk(found[table.name]))
    if whole:
        PAGE.write_text(page(tables, found, asked.passes), encoding="utf-8")
        _say("", f"how to read it: {PAGE.relative_to(ROOT)}")
    return 0


def _measured(table: SurveyTable, tools: Sequence[Tool], passes: int, sample: int, model: str) -> Iterator[Row]:
    """A row for each tool, by the median of its passes; the tools take turns, and each pass is a new process."""
    every = len(table.frame)
    runs: dict[str, list[Run]] = {tool.name: [] for tool in tools}
    for number in range(passes):
        for tool in tools:
            started = time.monotonic()
            done = run(tool, table, min(sample, every) if tool.sampled else every, model)
            runs[tool.name].append(done)
            took = time.monotonic() - started
            _say(f"{table.name}, pass {number + 1}: {tool.name} {done.cpu_s:.1f} CPU s of {took:.0f} s")
    for tool in tools:
        its = runs[tool.name]
        cpu_s = median(one.cpu_s for one in its)
        # Quality on the rows that every tool looked at.
        yield Row(tool, its[-1].version, its[-1].rows, cpu_s, score(table, its[-1].free_text, min(sample, every)),
                  its[-1].figures)  # fmt: skip


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.surveys", description=__doc__)
    parser.add_argument("--passes", type=int, default=3, help="the page says how many")
    parser.add_argument("--rows", type=int, default=100_000, help="of the table with repetition")
    parser.add_argument("--distinct", type=int, default=2_000, help="different texts in it")
    parser.add_argument("--unique-rows", type=int, default=10_000, help="of the table without")
    parser.add_argument("--sample", type=int, default=2_000, help="rows for slow tools, and to count quality on")
    parser.add_argument(
        "--no-peers", action="store_true", help="Lethe alone; with this or other sizes the page stays as it is"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
