"""Cells suppressed until every class, those of suppressed records too, has k people.

A suppressed cell could be found out if its record stood alone with its pattern of suppression. So what is left of the
records that fall short must itself be shared by k people; where too few of them are left to share even nothing, a few
people of a large class are suppressed with them (secondary suppression).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations as choose

import numpy as np

from anonymizers.risk.borrowing import HIDDEN, borrowed, classes_of, count_of, joint_of, people_from
from anonymizers.risk.classes import Floats, Ints, people_of

_ALL_PATTERNS = 6


@dataclass(frozen=True, slots=True)
class _Items:
    """What is suppressed together: a class with its people, or a record with its person where people have several."""

    cells: Ints
    people: Ints
    units: Ints | None

    def sharing(self, classes: Ints, items: Ints) -> Ints:
        """The people of each class of some items."""
        if self.units is None:
            return np.bincount(classes, weights=self.people[items]).astype(np.int64)
        return people_of(classes, int(classes.max()) + 1, self.units[items])


def suppressed(cells: Ints, units: Ints | None, k: int, loss: Floats) -> Ints:
    """The cells (a row for each record, a column for each quasi-identifier) with `HIDDEN` where one is suppressed.

    `loss` is what a cell of each column still tells: columns that tell least are suppressed first. There must be at
    least k people.
    """
    classes, people = classes_of(cells, units)
    if units is None or int(people.sum()) == len(np.unique(units)):
        first = np.unique(classes, return_index=True)[1]
        items, of_row = _Items(cells[first], people, None), classes
    else:
        items, of_row = _Items(cells.copy(), np.ones(len(cells), dtype=np.int64), units), np.arange(len(cells))
        people = people[classes]
    left = np.flatnonzero(people < k)
    active = [at for at in range(cells.shape[1]) if (cells[:, at] != HIDDEN).any()]
    patterns = _patterns(active, loss)
    for pattern in patterns:
        if not len(left):
            break
        left = _shared(items, left, list(pattern), k)
    found = items.cells[of_row]
    if len(left):
        rows = np.flatnonzero(np.isin(of_row, left))
        rows = borrowed(found, rows, patterns, units, k, loss)
        found[rows] = HIDDEN
    return _enough(found, units, k)


def _shared(items: _Items, left: Ints, pattern: list[int], k: int) -> Ints:
    """Suppresses the pattern's columns in items that then share what remains with k people; gives the others."""
    tried = items.cells[left].copy()
    tried[:, pattern] = HIDDEN
    # Items with the same remains that are already published count too.
    matching = np.flatnonzero((items.cells[:, pattern] == HIDDEN).all(axis=1))
    matching = np.setdiff1d(matching, left, assume_unique=True)
    classes = joint_of(np.concatenate([tried, items.cells[matching]]))
    people = items.sharing(classes, np.concatenate([left, matching]))
    fine = people[classes[: len(left)]] >= k
    items.cells[left[fine]] = tried[fine]
    return left[~fine]


def _enough(cells: Ints, units: Ints | None, k: int) -> Ints:
    """People added to the records that tell nothing, until there are k of them or none."""
    while True:
        classes, people = classes_of(cells, units)
        short = (people < k)[classes]
        nothing = (cells == HIDDEN).all(axis=1)
        if not short.any():
            return cells
        if (short & ~nothing).any():
            cells[short] = HIDDEN
            continue
        need = k - count_of(np.flatnonzero(nothing), units)
        classes[nothing] = -1
        spare = np.flatnonzero(people >= k + need)
        spare = spare[np.isin(spare, classes)]
        if len(spare):
            chosen = int(spare[people[spare].argmax()])
            cells[people_from(np.flatnonzero(classes == chosen), np.flatnonzero(nothing), units, need)] = HIDDEN
        else:
            rest = np.unique(classes[classes >= 0])
            cells[classes == rest[people[rest].argmin()]] = HIDDEN


def _patterns(active: Sequence[int], loss: Floats) -> list[tuple[int, ...]]:
    """Sets of columns to suppress, those that lose least first; not all of them."""
    if len(active) <= _ALL_PATTERNS:
        sets = [pattern for size in range(1, len(active)) for pattern in choose(active, size)]
    else:
        order = sorted(active, key=lambda at: (loss[at], at))
        sets = [pattern for size in (1, 2) for pattern in choose(active, size)]
        sets += [tuple(order[:size]) for size in range(3, len(active))]
    return sorted(sets, key=lambda pattern: (sum(loss[at] for at in pattern), len(pattern)))
