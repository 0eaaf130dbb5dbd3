"""People of a large class suppressed with records that fall short, so that these keep most of their cells."""

from collections.abc import Sequence

import numpy as np

from anonymizers.risk.classes import Floats, Ints, joint, people_of

HIDDEN = -1
"""The number of a suppressed cell."""


def borrowed(
    cells: Ints, left: Ints, patterns: Sequence[tuple[int, ...]], units: Ints | None, k: int, loss: Floats
) -> Ints:
    """Suppresses (in place) patterns of cells in records of `left` and in people of classes that can spare them.

    A class shares what a record keeps, and has k people without those that it lends. Borrowing costs the cells of k
    people, so it is done only where that loses less than to suppress the record as a whole. Gives the records for
    which it is not.
    """
    classes, people = classes_of(cells, units)
    order = np.argsort(classes, kind="stable")
    starts = np.searchsorted(classes[order], np.arange(len(people) + 1))
    first = order[starts[:-1]]
    spare = people.copy()
    spare[np.unique(classes[left])] = 0
    all_lost = float(loss.sum())
    # As few as that need others with whom to be suppressed in any case.
    few = count_of(left, units) < k
    for pattern in patterns:
        lost = float(loss[list(pattern)].sum())
        donors = np.flatnonzero((spare > k) & (cells[first][:, list(pattern)] != HIDDEN).all(axis=1))
        donors = donors[np.argsort(-spare[donors], kind="stable")]
        if not len(left) or not len(donors):
            continue
        both = cells[np.concatenate([left, first[donors]])]
        both[:, list(pattern)] = HIDDEN
        kept = joint_of(both)
        of_left, of_donor = kept[: len(left)], kept[len(left) :]
        lends, largest = np.unique(of_donor, return_index=True)
        done = np.zeros(len(left), dtype=np.bool_)
        for group in np.intersect1d(of_left, lends):
            mine = left[of_left == group]
            need = k - count_of(mine, units)
            donor = int(donors[largest[np.searchsorted(lends, group)]])
            if spare[donor] < k + need or (not few and k * lost >= (k - need) * all_lost):
                continue
            rows = order[starts[donor] : starts[donor + 1]]
            # Some may have been lent before.
            rows = rows[(cells[rows] == cells[rows[-1]]).all(axis=1)]
            lent = people_from(rows, mine, units, need)
            if len(lent) == len(rows):
                continue
            cells[np.concatenate([mine, lent])[:, None], list(pattern)] = HIDDEN
            spare[donor] -= need
            done |= of_left == group
        left = left[~done]
    return left


def people_from(rows: Ints, others: Ints, units: Ints | None, need: int) -> Ints:
    """The records in `rows` of `need` people who have none in `others`, the first in order; all rows if too few."""
    if units is None:
        return rows[:need]
    new = np.setdiff1d(units[rows], units[others])
    return rows[np.isin(units[rows], new[:need])] if len(new) >= need else rows


def count_of(rows: Ints, units: Ints | None) -> int:
    """The people of some records."""
    return len(rows) if units is None else len(np.unique(units[rows]))


def classes_of(cells: Ints, units: Ints | None) -> tuple[Ints, Ints]:
    """The class of each record, and the people of each class."""
    classes = joint_of(cells)
    return classes, people_of(classes, int(classes.max()) + 1, units)


def joint_of(cells: Ints) -> Ints:
    """One number for each combination of cells, from 0 without gaps."""
    return joint([cells[:, at] for at in range(cells.shape[1])], len(cells))
