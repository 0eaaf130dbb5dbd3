"""A survey file too large for memory, anonymised as `anonymise_survey` does it (P4.5)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BufferedReader
from pathlib import Path

import pandas as pd

from anonymizers.errors import AnonymizerError
from anonymizers.masking import Anonymiser
from anonymizers.risk import SmallStudy, aggregates
from anonymizers.streamed.reading import Columns, Known, read_through
from anonymizers.streamed.rows import CsvRows, size_of
from anonymizers.streamed.runs import Runs
from anonymizers.streamed.steps import Steps
from anonymizers.streamed.tally import Tally
from anonymizers.streamed.texts import MaskedTexts
from anonymizers.streamed.writing import replacing, write_rows
from anonymizers.survey import ColumnRole, SurveyReport, TableRisk, clean_id, is_text, kept_columns, participant_ids

ROWS_A_CHUNK = 20_000

_CHANGED = "the file changed while it was read; nothing was written"

_COUNTS = ("measure", "value", "count")


def anonymise_survey_file(
    source: Path | BufferedReader,
    target: Path,
    roles: Mapping[str, ColumnRole],
    anonymiser: Anonymiser,
    *,
    languages: Sequence[str],
    participant_column: str,
    risk: TableRisk | None = None,
    rows_a_chunk: int = ROWS_A_CHUNK,
    progress: Callable[[int, int], None] | None = None,
) -> SurveyReport:
    """A CSV file's answers without their people in `target`, and what was done. A file given open stays open.

    The bytes are those of `write_survey(anonymise_survey(table)[0])` with the table as `read_table` gives it, of any
    number of rows, as far as `mask_any` masks a text alike whatever is masked with it. In memory are one chunk of rows
    (`rows_a_chunk`, and about 16 Mi characters at most), up to 200,000 masked texts, each distinct participant and
    value of a quasi-identifier or sensitive column once, and numbers for the cells of those columns; beside that what
    the protection takes. What else grows with the rows is on the disk of the target's folder, in files without a name,
    of which nothing is left when the process is killed.

    The target (readable by its owner alone) is there when the work is done and not before; an older one stays until
    then. `progress` is told how much is done, and of how much: the bytes of the source, once for each of four steps.

    Raises:
        TableError: the source is not a table; a ragged row, with its line. The target is as it was.
        AnonymizerError: what `anonymise_survey` raises. The target is as it was.
    """
    if rows_a_chunk < 1:
        raise AnonymizerError(f"chunks of {rows_a_chunk} rows hold nothing; nothing was anonymised")
    risk = risk or TableRisk()
    steps = Steps(size_of(source), progress)
    tally, masked = Tally(), MaskedTexts(anonymiser, languages)
    masked.of(())
    with CsvRows(source, steps.reading(0)) as rows:
        columns = Columns(rows.names, kept_columns(rows.names, roles, participant_column), roles, participant_column)
        known = read_through(
            rows,
            columns,
            masked,
            tally,
            risk,
            folder=target.parent,
            rows_a_chunk=rows_a_chunk,
            read=steps.reading(1),
        )
        aggregated = known.participants < risk.thresholds.k and risk.small is SmallStudy.AGGREGATES
        chunks = _anonymised(rows, columns, known, masked, tally, rows_a_chunk, steps.reading(2))
        if aggregated:
            counts = _counts(chunks, columns)
            with replacing(target) as file:
                write_rows(file, list(counts.columns), counts.itertuples(index=False, name=None))
        else:
            _sort(chunks, columns, anonymiser, target, known.rows, steps)
    steps.finish()
    return _report(columns, known, tally, aggregated=aggregated)


Chunk = tuple[Sequence[str], dict[str, Sequence[str]]]
"""The participants' ids of some rows, and the columns that are kept, in order."""


def _anonymised(
    source: CsvRows,
    columns: Columns,
    known: Known,
    masked: MaskedTexts,
    tally: Tally,
    rows_a_chunk: int,
    read: Callable[[int], None],
) -> Iterator[Chunk]:
    """The second reading: each chunk as it is published but for the pseudonyms."""
    texts = columns.of(ColumnRole.FREE_TEXT, ColumnRole.MEASURE)
    places = {name: at for at, name in enumerate(columns.names)}
    alike = {name: column.parts() for name, column in known.alike.items()}
    start = 0
    for rows in source.chunks(rows_a_chunk):
        stop = start + len(rows)
        if stop > known.rows:
            raise AnonymizerError(_CHANGED)
        cells = list(zip(*rows, strict=True))
        result: dict[str, Sequence[str]] = {name: cells[places[name]] for name in columns.kept}
        for name, part in alike.items():
            result[name] = part(start, stop)
        found = {name: Counter(result[name]) for name in texts}
        read_as_text = {
            name: [one for one in found[name] if is_text(one, columns.roles[name]) and one not in _chosen(known, name)]
            for name in texts
        }
        by_text = masked.of(text for name in texts for text in read_as_text[name])
        for name in texts:
            for cell, times in found[name].items():
                tally.saw(cell, times)
            for text in read_as_text[name]:
                free_text = columns.roles[name] is ColumnRole.FREE_TEXT
                tally.masked(by_text[text], found[name][text], free_text=free_text)
            if read_as_text[name]:
                shown = {cell: cell for cell in found[name]}
                shown.update((text, by_text[text].text) for text in read_as_text[name])
                result[name] = [shown[cell] for cell in result[name]]
        yield participant_ids(cells[places[columns.participant]], start), result
        start = stop
        read(source.read())
    if start != known.rows:
        raise AnonymizerError(_CHANGED)


def _chosen(known: Known, name: str) -> frozenset[str]:
    return known.labels.get(name, frozenset())


def _sort(
    chunks: Iterable[Chunk], columns: Columns, anonymiser: Anonymiser, target: Path, rows: int, steps: Steps
) -> None:
    """Writes the rows in the order of their pseudonyms, then of their contents."""
    coded = columns.of(ColumnRole.PSEUDONYM)
    with Runs(target.parent) as runs:
        for ids, result in chunks:
            codes = [anonymiser.pseudonym(one) for one in ids]
            for name in coded:
                same = name == columns.participant
                result[name] = codes if same else [_pseudonym(anonymiser, one) for one in result[name]]
            runs.add(sorted(zip(codes, *result.values(), strict=True)))
        with replacing(target) as file:
            write_rows(file, columns.kept, (record[1:] for record in steps.counted(3, runs.merged(), rows)))


def _pseudonym(anonymiser: Anonymiser, cell: str) -> str:
    one = clean_id(cell)
    return anonymiser.pseudonym(one) if one else ""


def _counts(chunks: Iterable[Chunk], columns: Columns) -> pd.DataFrame:
    """How often each value of each measure was given; a participant and value are held once."""
    measures = columns.of(ColumnRole.MEASURE)
    given: dict[str, set[tuple[str, str]]] = {name: set() for name in measures}
    for ids, result in chunks:
        for name in measures:
            given[name].update(zip(result[name], ids, strict=True))
    tables = [
        aggregates(pd.DataFrame({name: [cell for cell, _ in pairs]}, dtype=str), [name], unit=[one for _, one in pairs])
        for name, pairs in given.items()
    ]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=list(_COUNTS), dtype=str)


def _report(columns: Columns, known: Known, tally: Tally, *, aggregated: bool) -> SurveyReport:
    done = known.protected
    return SurveyReport(
        rows=known.rows,
        participants=known.participants,
        columns=list(columns.kept),
        columns_dropped=[name for name in columns.names if name not in columns.kept],
        columns_absent=sorted(set(columns.roles) - set(columns.names)),
        cells_analysed=tally.cells_analysed,
        measures_read_as_text=tally.measures_read_as_text,
        cells_suppressed=done.cells_suppressed + done.sensitive_suppressed,
        aggregated=aggregated,
        k=done.k,
        l=done.l,
        t=None if done.t is None else round(done.t, 4),
        loss=round(done.loss.certainty, 4),
        levels=dict(done.levels),
        protection=list(done.words),
        words=tally.words,
        words_masked=tally.words_masked,
        by_entity=dict(sorted(tally.entities.items())),
        by_layer=dict(sorted(tally.layers.items())),
        by_recogniser=dict(sorted(tally.recognisers.items())),
        keep_clashes=tally.keep_clashes,
    )
