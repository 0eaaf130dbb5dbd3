"""The tables of the benchmark of tables, for the terminal and for `docs/benchmark-tables.md`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.page import aligned, machine, percent, times
from bench.survey_running import Tool
from bench.survey_scores import Score
from bench.survey_sentences import OPINIONS, PERSONAL
from bench.survey_tables import SurveyTable

_NOTES = """\
- **Read the ratios.** Rows a CPU second are those of one machine, on a minute like that one: {machine}. Each tool ran
  in a process of its own, pinned to one core, and the tools took turns; passes over everything: {passes}, of which the
  median counts. On a machine that does other work too, a tool's seconds were seen to differ by a third from run to
  run. Loading (imports, models, word lists, a table of one short row) is not in it; all that depends on the study or
  on its table is: the register's forms, the masking, the coarser ages and postcodes, the order of the rows.
- **Tools marked with a smaller number of rows were measured on the first rows alone**, as they look at cell after cell
  and their time for a row does not depend on the number of rows. Lethe's does: each different text is looked at once,
  and the register and the coarsening cost something for each table. Its rows are measured on the whole table.
- **Repetition is most of the first ratio.** A loop that looks at each text once has it too: that is the row *each text
  once*, and the ratio beside it is what is left when a loop is written well; below 1 that loop is the faster. On the
  second table there is nothing to repeat.
- **The tools do different work.** Lethe also replaces ids by pseudonyms, makes ages and postcodes coarser and checks
  the ratings; Presidio in a loop does none of it. presidio-structured decides for each column as a whole what it
  holds: it either leaves every cell of free text or replaces each of them whole. It looks at all six columns, because
  that is what it is for.
- **Left** is a planted value of which a telling part can still be read in its cell: of a name any of its words, of an
  e-mail address what is before the @, of a telephone number the last six digits. **Words masked** are the words of the
  free text that are gone; {planted} of the words (first table, second table) belong to planted values, and what is
  masked beyond that was masked in vain. Both are counted on the first {sample:,} rows for every tool.
- **Known** are values of people of Lethe's register, *not known* those of people none of whose names is in it. The
  other tools know nobody; the row *no register* shows Lethe without it.
- **The texts are made up**: {opinions} sentences of opinion and {personal} with a person in them, written for this
  page, with slots, so they are more alike than what people write. The names are those of the corpora, which neither
  Lethe's model nor Presidio's was taught. E-mail addresses are at `example.com` and the like, telephone numbers from
  ranges kept for fiction, which a tool that asks the numbering plan takes for no numbers. Take your own table before
  you decide.
- **Presidio's model is not the published one**: see [the benchmark of transcripts](benchmark.md). It neither tags nor
  parses, so it is faster than that one, and Lethe's ratio smaller.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One tool on one table: the rows it was measured on, its CPU seconds, and what it left and took."""

    tool: Tool
    version: str
    rows: int
    cpu_s: float
    score: Score
    figures: Mapping[str, float]

    @property
    def rows_s(self) -> float:
        """Rows of the table a CPU second."""
        return self.rows / self.cpu_s


def speed(table: SurveyTable, rows: Sequence[Row]) -> Iterator[str]:
    """How many rows a second; the first tool is the one that others are compared with."""
    first = rows[0]
    yield from aligned(
        [table.name, "rows measured", "rows/CPU s", f"{first.tool.name} is"],
        [[row.tool.name, f"{row.rows:,}", f"{row.rows_s:,.0f}", times(first.rows_s / row.rows_s)] for row in rows],
    )


def quality(table: SurveyTable, rows: Sequence[Row]) -> Iterator[str]:
    """What was left of the planted values, by kind and whether the register knows it, and the words masked."""
    kinds = {"names": "name", "e-mails": "email", "phones": "phone"}
    yield from aligned(
        [f"{table.name}, %", "values left", *(f"{name} left" for name in kinds), "known left", "not known left",
         "words masked"],
        [
            [
                row.tool.name,
                percent(row.score.share_left()),
                *(percent(row.score.share_left(kind=kind)) for kind in kinds.values()),
                percent(row.score.share_left(known=True)),
                percent(row.score.share_left(known=False)),
                percent(row.score.share_masked),
            ]
            for row in rows
        ],
    )  # fmt: skip


def risk(rows: Sequence[Row]) -> str:
    """What the table withstands and what it cost, by the first tool's own report."""
    figures = rows[0].figures
    return (
        f"{rows[0].tool.name}'s table: k = {figures['k']:.0f}; information loss of age and postcode "
        f"{figures['loss']:.2f} (leaving both columns out: 1.00)"
    )


def page(tables: Sequence[SurveyTable], found: Mapping[str, Sequence[Row]], passes: int) -> str:
    """The page in Markdown."""
    lines = [
        "# Survey tables beside other tools",
        "",
        "`make bench-tables`",
        "",
    ]
    for table in tables:
        rows = found[table.name]
        lines += [
            f"## {table.name.capitalize()}: {len(table.frame):,} rows, {table.distinct:,} different texts in 2 columns",
            "",
            *speed(table, rows),
            "",
            *quality(table, rows),
            "",
            f"{risk(rows)}.",
            "",
        ]
    first = [found[table.name][0] for table in tables]
    notes = _NOTES.format(
        machine=machine(),
        passes=passes,
        sample=first[0].score.rows,
        planted=" and ".join(f"{percent(row.score.share_planted)} %" for row in first),
        opinions=len(OPINIONS),
        personal=len(PERSONAL),
    )
    given = [f"- **{row.tool.name}** {row.version}: {row.tool.given}." for row in found[tables[0].name]]
    return "\n".join([*lines, "## How to read it", "", notes, "What each did:", "", *given, ""])
