"""The tools of the benchmark of tables: each looks at a table in a process of its own, made anew each time."""

import json
import math
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.answering import ONE_THREAD
from bench.answers import AnswerError
from bench.running import PEERS, ROOT
from bench.survey_answering import FREE_TEXT, MODEL
from bench.survey_tables import SurveyTable

PATIENCE_S = 1800
"""After which a tool that says nothing is ended."""
_KNOWN = ("participant_id", "first_name", "last_name", "email", "phone", "country", "language")


@dataclass(frozen=True, slots=True)
class Tool:
    """One row of the tables: how it is started, what it does, and whether its first rows stand for all."""

    name: str
    module: str
    given: str
    sampled: bool
    python: Path = Path(sys.executable)
    arguments: tuple[str, ...] = ()


LETHE = Tool(
    "Lethe",
    "bench.tools.survey_lethe",
    "`anonymise_survey` in the mode `careful`, with a register of every second person that is planted; ages and "
    "postcodes made coarser until five share each, the order changed; the building of the register's forms included",
    sampled=False,
)
UNKNOWING = Tool(
    "Lethe, no register",
    "bench.tools.survey_lethe",
    "the same, and it knows nobody",
    sampled=False,
    arguments=("--no-register",),
)
LOOP = Tool(
    "Presidio, cell by cell",
    "bench.tools.survey_presidio",
    "`frame[column].map` with `AnalyzerEngine.analyze` and `AnonymizerEngine.anonymize` on the two columns of free "
    "text, both engines made once; the other columns stay as they are",
    sampled=True,
)
DISTINCT = Tool(
    "Presidio, each text once",
    "bench.tools.survey_presidio",
    "the same loop over the different texts alone, put back with `map`: what an attentive programmer writes",
    sampled=False,
    arguments=("--distinct",),
)
STRUCTURED = Tool(
    "presidio-structured",
    "bench.tools.survey_structured",
    "`PandasAnalysisBuilder.generate_analysis` on all columns and `StructuredEngine.anonymize`, defaults, with the "
    "same analyser; a column in which anything was found is replaced cell by whole cell",
    sampled=True,
    python=PEERS,
)
TOOLS = (LETHE, UNKNOWING, LOOP, DISTINCT, STRUCTURED)


@dataclass(frozen=True, slots=True)
class Run:
    """What a tool made of the first `rows` of a table: CPU seconds, its free text in the table's order, figures."""

    rows: int
    version: str
    cpu_s: float
    free_text: Mapping[str, list[str]]
    figures: Mapping[str, float]


def run(tool: Tool, table: SurveyTable, rows: int, model: str = "") -> Run:
    """One look at the first so many rows; `model` is the folder of Presidio's model.

    Raises:
        AnswerError: a tool that does not start, ends early or answers something else.
    """
    asked = {
        "columns": {str(name): list(values) for name, values in table.frame.iloc[:rows].items()},
        "register": [{key: asdict(one)[key] for key in _KNOWN} for one in table.register],
    }
    command = [str(tool.python), "-W", "ignore", "-m", tool.module, *tool.arguments]
    told = {**os.environ, **ONE_THREAD, MODEL: model}
    try:
        done = subprocess.run(  # noqa: S603 - the interpreters and modules of this file
            command, cwd=ROOT, env=told, input=json.dumps(asked), stdout=subprocess.PIPE, encoding="utf-8",
            timeout=PATIENCE_S, check=True,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise AnswerError(f"{tool.name}: its environment is not there; `make bench` makes it") from error
    except subprocess.SubprocessError as error:
        # An exception from here would show the table, which it was given.
        raise AnswerError(f"{tool.name}: ended without an answer; what it said of it is above") from error
    return read(tool.name, done.stdout, rows)


def read(tool: str, answer: str, rows: int) -> Run:
    """A tool's answer.

    Raises:
        AnswerError: anything but a version, seconds, and the free text of so many rows. Its text quotes nothing.
    """
    try:
        said: Any = json.loads(answer)
    except ValueError as error:
        raise AnswerError(f"{tool}: answered no JSON, but {len(answer)} characters of something else") from error
    match said:
        case {"version": str(version), "cpu_s": float(cpu_s), "columns": dict(columns), "figures": dict(figures)}:
            pass
        case _:
            raise AnswerError(f"{tool}: an answer has a version, seconds, columns and figures")
    if not (math.isfinite(cpu_s) and cpu_s > 0):
        raise AnswerError(f"{tool}: a table took no time")
    if set(columns) != set(FREE_TEXT) or any(
        not isinstance(cells, list) or len(cells) != rows or not all(isinstance(cell, str) for cell in cells)
        for cells in columns.values()
    ):
        raise AnswerError(f"{tool}: {', '.join(FREE_TEXT)} of {rows} rows were asked for, each cell a text")
    return Run(rows, version, cpu_s, columns, figures)
