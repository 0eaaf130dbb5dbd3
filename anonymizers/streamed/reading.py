"""The first reading: everything about a survey that depends on all of its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from anonymizers.cells import labels
from anonymizers.risk import Protected
from anonymizers.streamed.coded import Coded, CodedTable
from anonymizers.streamed.evidence import Evidence
from anonymizers.streamed.rows import CsvRows
from anonymizers.streamed.runs import Runs
from anonymizers.streamed.tally import Tally
from anonymizers.streamed.texts import MaskedTexts
from anonymizers.survey import ALIKE, ColumnRole, TableRisk, is_text, participant_ids, protect_columns

_BATCH = 20_000

LABELLED = frozenset({ColumnRole.MEASURE, ColumnRole.SENSITIVE})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the whole table: its extent, each column's labels, its protected columns (row by row)."""

    rows: int
    participants: int
    labels: Mapping[str, frozenset[str]]
    alike: Mapping[str, Coded]
    protected: Protected


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a file, of which `kept` are published."""

    names: Sequence[str]
    kept: Sequence[str]
    roles: Mapping[str, ColumnRole]
    participant: str

    def of(self, *roles: ColumnRole) -> list[str]:
        """The kept columns of these roles, in order."""
        return [name for name in self.kept if self.roles[name] in roles]


def read_through(
    source: CsvRows,
    columns: Columns,
    masked: MaskedTexts,
    tally: Tally,
    risk: TableRisk,
    *,
    folder: Path,
    rows_a_chunk: int,
    read: Callable[[int], None],
) -> Known:
    """Reads all rows; what several participants chose is put on disk in `folder` where it is much.

    Raises:
        AnonymizerError: a row that cannot be read or names nobody; a study of too few people.
    """
    people = Coded()
    alike = {name: Coded() for name in columns.of(*ALIKE)}
    places = {name: at for at, name in enumerate(columns.names)}
    with Runs(folder) as runs:
        evidence = Evidence(columns.of(*LABELLED), runs)
        for rows in source.chunks(rows_a_chunk):
            cells = list(zip(*rows, strict=True))
            ids = participant_ids(cells[places[columns.participant]], len(people.codes))
            numbers = people.add(ids)
            for name, column in alike.items():
                column.add(cells[places[name]])
            for name in columns.of(*LABELLED):
                evidence.add(name, cells[places[name]], numbers)
            for name in columns.of(ColumnRole.FREE_TEXT):
                evidence.add_free_text(set(cells[places[name]]))
            read(source.read())
        repeated = evidence.repeated()
    chosen = {name: _labels(repeated.get(name, []), masked) for name in columns.of(*LABELLED)}
    for name, column in alike.items():
        alike[name] = _masked_column(column, columns.roles[name], chosen.get(name, frozenset()), masked, tally)
    table = CodedTable(alike)
    units = people.cells()
    participants = len(people.texts)
    del people
    done = protect_columns(table, dict(columns.roles), units, risk)
    # Its columns are in the table.
    return Known(len(units), participants, chosen, table.columns, replace(done, frame=pd.DataFrame()))


def _labels(repeated: Sequence[str], masked: MaskedTexts) -> frozenset[str]:
    """What `labels` makes of values that two participants chose, whoever they are."""
    twice = [value for value in repeated for _ in range(2)]
    return labels(twice, ["one", "other"] * len(repeated), masked.of(repeated))


def _masked_column(column: Coded, role: ColumnRole, chosen: frozenset[str], masked: MaskedTexts, tally: Tally) -> Coded:
    """The column with its texts masked, if it is one of sensitive answers."""
    times = column.times()
    for cell, often in times.items():
        tally.saw(cell, often)
    texts = [cell for cell in times if is_text(cell, role) and cell not in chosen]
    shown: dict[str, str] = {}
    for start in range(0, len(texts), _BATCH):
        for text, one in masked.of(texts[start : start + _BATCH]).items():
            tally.masked(one, times[text], free_text=False)
            shown[text] = one.text
    return column.renamed(shown) if shown else column
