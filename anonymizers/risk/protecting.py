"""A survey table made so coarse that nobody stands out, and no coarser."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from anonymizers.errors import AnonymizerError
from anonymizers.hierarchies.hierarchy import ANY, Hierarchy
from anonymizers.risk.aggregating import aggregates
from anonymizers.risk.borrowing import HIDDEN
from anonymizers.risk.classes import Floats, Ints, check_columns, joint, people_of, unit_codes
from anonymizers.risk.combinations import Combinations, Node, combinations
from anonymizers.risk.diversity import shown
from anonymizers.risk.lattice import Search
from anonymizers.risk.linked import alike, suppressed_together
from anonymizers.risk.loss import BASELINE, Loss, loss_of
from anonymizers.risk.suppression import suppressed
from anonymizers.risk.thresholds import SmallStudy, Thresholds
from anonymizers.risk.words import level_words, reached_words, refusal_words, small_words, suppression_words

_MOST_WEIGHED, _ROWS_WEIGHED = 20, 300_000


@dataclass(frozen=True)
class Protected:
    """A protected table and what was done to it.

    `frame` has the rows and columns of the original in their order, with `*` for suppressed cells; for a small study
    it is a table of counts (`aggregates`) or has no rows (`refused` then says why). `levels` names each
    quasi-identifier's level. `cells_suppressed` counts cells that are not missing and were suppressed one by one, of
    quasi-identifiers and of sensitive columns. `loss` is compared with `baseline_loss`, that of leaving out every
    quasi-identifier. `k` is the smallest class's people, `l` and `t` the worst class's of the sensitive cells still
    shown; None where none is.
    """

    frame: pd.DataFrame
    levels: Mapping[str, str] = field(default_factory=dict)
    cells_suppressed: int = 0
    sensitive_suppressed: int = 0
    loss: Loss = BASELINE
    baseline_loss: Loss = BASELINE
    k: int = 0
    l: int | None = None  # noqa: E741 - the field's own name
    t: float | None = None
    words: tuple[str, ...] = ()
    refused: str = ""


def protect(
    frame: pd.DataFrame,
    hierarchies: Mapping[str, Hierarchy],
    sensitive: Sequence[str],
    thresholds: Thresholds,
    *,
    unit: Sequence[str] | None = None,
    small: SmallStudy = SmallStudy.STRONGER,
) -> Protected:
    """The table with its quasi-identifiers (the keys of `hierarchies`) coarsened until it reaches the thresholds.

    One level is chosen for each column; then cells of records that still fall short of k are suppressed until every
    class of the published table, with `*` as a value like any other, has k distinct people. The records of one unit are
    linked: people with several are in one class if they show the same set of combinations. The levels are those by
    which least is lost in all and no more than `thresholds.most_suppressed` of the cells are suppressed. Sensitive
    cells are suppressed in classes that fall short of l or t. A missing cell is a value of its own. With fewer than k
    people, `small` decides. The same table always gives the same result.

    Raises:
        AnonymizerError: a column that the table lacks, one that is a quasi-identifier and sensitive, or units that do
            not fit the rows.
    """
    check_columns(frame, [*hierarchies, *sensitive])
    both = sorted(set(hierarchies) & set(sensitive))
    if both:
        raise AnonymizerError(f"{', '.join(map(repr, both))}: a column is a quasi-identifier or sensitive, not both")
    units = unit_codes(unit, len(frame))
    people = len(frame) if units is None else len(np.unique(units))
    if not len(frame):
        words = ("The table has no records, so there is nobody to protect.",)
        levels = {name: hierarchy.levels[hierarchy.first_level] for name, hierarchy in hierarchies.items()}
        return Protected(frame.copy(), levels, loss=Loss(0.0, 0.0), words=words)
    if people < thresholds.k:
        return _small(frame, hierarchies, sensitive, thresholds, units, people, small)
    if not hierarchies:
        return _published(frame, None, (), sensitive, thresholds, units, ())
    table = combinations(frame, hierarchies, sensitive, units, thresholds)
    return _weighed(frame, table, sensitive, thresholds, units)


def _weighed(
    frame: pd.DataFrame, table: Combinations, sensitive: Sequence[str], thresholds: Thresholds, units: Ints | None
) -> Protected:
    """The best of the nodes that seem best: what is lost is only known once cells are suppressed."""
    # Weighing takes time by the row.
    most = max(1, min(_MOST_WEIGHED, _ROWS_WEIGHED // len(frame)))
    search = Search(table, 1.0)
    found = (search, search.coarsest, _published(frame, table, search.coarsest, sensitive, thresholds, units, ()))
    least = _lost(found[2], len(table.columns), len(sensitive), thresholds)
    # A record that falls short seldom loses more than two fifths of its cells.
    for allowed in (min(1.0, 2.5 * thresholds.most_suppressed), thresholds.most_suppressed):
        search = Search(table, allowed)
        search.best()
        for node in search.likely(most):
            done = _published(frame, table, node, sensitive, thresholds, units, ())
            lost = _lost(done, len(table.columns), len(sensitive), thresholds)
            if lost < least:
                least, found = lost, (search, node, done)
        if most < _MOST_WEIGHED and found[1] != search.coarsest:
            break
    chosen, node, done = found
    return replace(done, words=level_words(table, chosen, node) + done.words)


def _lost(found: Protected, quasi: int, sensitive: int, thresholds: Thresholds) -> float:
    """The loss of quasi-identifiers and sensitive cells; infinite where more cells are suppressed than may be."""
    if found.cells_suppressed > thresholds.most_suppressed * quasi * len(found.frame):
        return np.inf
    return found.loss.certainty + found.sensitive_suppressed / max(sensitive * len(found.frame), 1)


def _published(
    frame: pd.DataFrame,
    table: Combinations | None,
    node: Node,
    sensitive: Sequence[str],
    thresholds: Thresholds,
    units: Ints | None,
    words: tuple[str, ...],
) -> Protected:
    result = frame.copy()
    levels: dict[str, str] = {}
    loss, hidden_cells = Loss(0.0, 0.0), 0
    classes: Ints = np.zeros(len(frame), dtype=np.int64)
    if table is not None:
        texts, cells, penalties = _generalised(table, node)
        kept = suppressed(cells, units, thresholds.k, 1 - penalties.mean(axis=0))
        kept = suppressed_together(kept, units, thresholds.k)
        hidden = kept == HIDDEN
        newly = hidden & (cells != HIDDEN)
        penalties[hidden] = 1.0
        classes = joint([kept[:, at] for at in range(kept.shape[1])], len(frame))
        loss = loss_of(penalties, hidden, classes)
        for at, column in enumerate(table.columns):
            # HIDDEN is -1, the last place.
            result[column.name] = np.array([*texts[at], ANY], dtype=object)[kept[:, at]]
            levels[column.name] = column.hierarchy.levels[node[at]]
            hidden_cells += int(newly[:, at].sum())
        words += suppression_words(newly, [column.name for column in table.columns], thresholds.k)
    reached_l: list[int] = []
    reached_t: list[float] = []
    lost: dict[str, int] = {}
    for name in sensitive:
        one = shown(frame[name], classes, thresholds, units)
        reached_l += [] if one.l is None else [one.l]
        reached_t += [] if one.t is None else [one.t]
        lost[name] = int((~one.rows).sum())
        if lost[name]:
            result[name] = np.where(one.rows, result[name].astype(object), ANY)
    of_row = alike(classes, units)
    k = int(people_of(of_row, int(of_row.max()) + 1, units).min())
    least_l, most_t = min(reached_l, default=None), max(reached_t, default=None)
    return Protected(
        frame=result,
        levels=levels,
        cells_suppressed=hidden_cells,
        sensitive_suppressed=sum(lost.values()),
        loss=loss,
        k=k,
        l=least_l,
        t=most_t,
        words=(*words, *reached_words(k, least_l, most_t, lost, len(frame), thresholds)),
    )


def _generalised(table: Combinations, node: Node) -> tuple[list[list[str]], Ints, Floats]:
    """Each column's texts, and for each record and column the number of its text and its certainty penalty."""
    texts, cells, penalties = [], [], []
    for at, (column, level) in enumerate(zip(table.columns, node, strict=True)):
        base = table.base[:, at]
        codes = column.codes[level][base]
        known = column.texts[level]
        if ANY in known:
            codes = np.where(codes == known.index(ANY), HIDDEN, codes)
        texts.append(known)
        cells.append(codes)
        penalties.append(column.loss[level][base])
    rows = table.of_row
    return texts, np.stack(cells, axis=1)[rows], np.stack(penalties, axis=1)[rows]


def _small(
    frame: pd.DataFrame,
    hierarchies: Mapping[str, Hierarchy],
    sensitive: Sequence[str],
    thresholds: Thresholds,
    units: Ints | None,
    people: int,
    small: SmallStudy,
) -> Protected:
    words = small_words(people, thresholds.k, small)
    unit = None if units is None else [str(one) for one in units]
    if small is SmallStudy.REFUSE:
        return Protected(frame.iloc[:0].copy(), words=words, refused=refusal_words(people, thresholds.k))
    if small is SmallStudy.AGGREGATES:
        return Protected(aggregates(frame, sensitive, unit=unit), words=words)
    bare = frame.copy()
    for name in hierarchies:
        bare[name] = ANY
    found = _published(bare, None, (), sensitive, thresholds, units, words)
    levels = {name: hierarchy.levels[-1] for name, hierarchy in hierarchies.items()}
    return Protected(
        frame=found.frame,
        levels=levels,
        sensitive_suppressed=found.sensitive_suppressed,
        loss=BASELINE if hierarchies else found.loss,
        k=people,
        l=found.l,
        t=found.t,
        words=found.words,
    )
