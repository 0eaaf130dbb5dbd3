"""The tables, for the terminal and for `docs/benchmark.md`, and what must be known to read them."""

import os
import platform
from collections.abc import Iterator, Sequence

from bench.table import Row
from tests.corpora.marks import Session
from tests.evaluation.figures import STYLES

_WORDS = {"cased": "cased", "asr": "ASR"}

_NOTES = """\
- **Words a second** are words of the texts by CPU seconds of the process, all its threads counted, pinned to one core:
  the median of {passes} passes over everything, the tools taking turns. Building (imports, models, lists, one short
  text) is not in it and has its own column; the first pass, when nothing but that one text was seen before, too.
- **Left** is an identifier of which the whole or a telling part (a surname, a house number) still stands at any of its
  mentions, as `make evaluate` counts. *Direct* are names, contact details and numbers, of people in the register and
  of third persons; health, jobs, employers, ages and places are not in this table. A tool's span counts as masked
  whatever kind it says it is. *Phrases whole* are those that must survive.
- **The texts were written for this project**, with traps that must survive. Telephone numbers are from ranges kept for
  fiction, which a tool that asks the numbering plan takes for no numbers. Take your own texts before you decide.
- **Presidio's model is not the published one**, which no package index has. The benchmark trains it anew each time
  (spaCy, the embedding, encoder and parser of `en_core_web_sm`: width 96, depth 4) on the utterances that Lethe's own
  model learns from, in {training_s:.0f} CPU seconds, and throws it away. It does not tag, parse or lemmatise, so it is
  faster than the published one; how well it finds names says little of that one.
- **The others know nobody.** In the row *no register* Lethe does not either, but for the speaker labels.
- scrubadub and DataFog look for no names unless a further model is installed, which was not done.
"""


def page(rows: Sequence[Row], sessions: Sequence[Session], passes: int) -> str:
    """The page in Markdown."""
    training_s = max(row.training_s for row in rows)
    return "\n".join(
        [
            "# Speed and quality beside other tools",
            "",
            f"`make bench`, on {_texts(rows, sessions)}; {machine()}.",
            "",
            *speed(rows),
            "",
            *quality(rows),
            "",
            "How to read it:",
            "",
            _NOTES.format(passes=passes, training_s=training_s),
            "What each was given:",
            "",
            *(f"- **{row.name}** {row.version}: {row.given}." for row in rows),
            "",
        ]
    )


def machine() -> str:
    """The machine in general terms."""
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def speed(rows: Sequence[Row]) -> Iterator[str]:
    """The table of speed. The tools are compared with the first row."""
    yield from aligned(
        ["", "words/s", f"{rows[0].name} is", "words/s, first pass", f"{rows[0].name} is", "CPU s to build"],
        [
            [
                row.name,
                f"{row.words_s:,.0f}",
                times(row.ratio),
                f"{row.first_words_s:,.0f}",
                times(row.first_ratio),
                f"{row.building_s:.1f}",
            ]
            for row in rows
        ],
    )


def quality(rows: Sequence[Row]) -> Iterator[str]:
    """The table of what is left and lost, by style."""
    of = ("direct left", "phrases whole", "words masked")
    yield from aligned(
        ["%", *(f"{words}, {_WORDS[style]}" for words in of for style in STYLES)],
        [
            [row.name]
            + [
                percent(getattr(row.quality[style], figure))
                for figure in ("left", "kept", "masked")
                for style in STYLES
            ]
            for row in rows
        ],
    )


def _texts(rows: Sequence[Row], sessions: Sequence[Session]) -> str:
    by_style = ", ".join(f"{sum(one.style == style for one in sessions)} {_WORDS[style]}" for style in STYLES)
    turns = sum(len(one.turns) for one in sessions)
    return f"{len(sessions)} English sessions ({by_style}), {turns:,} turns, {rows[0].words:,} words"


def times(ratio: float) -> str:
    """How many times faster, for a cell."""
    return f"{ratio:.1f} ×"  # noqa: RUF001 - the sign of multiplication


def percent(share: float | None) -> str:
    """A share from 0 to 1 in percent, for a cell."""
    return "-" if share is None else f"{share * 100:.1f}"


def aligned(head: Sequence[str], body: Sequence[Sequence[str]]) -> Iterator[str]:
    """A Markdown table whose columns are aligned, the first to the left."""
    widths = [max(len(row[place]) for row in (head, *body)) for place in range(len(head))]
    yield _line(head, widths)
    yield f"|{'-' * (widths[0] + 2)}|" + "|".join(f"{'-' * (width + 1)}:" for width in widths[1:]) + "|"
    for row in body:
        yield _line(row, widths)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cells[0].ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)),
    ]
    return f"| {' | '.join(padded)} |"
