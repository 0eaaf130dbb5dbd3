"""Sensitive cells suppressed in classes whose people all gave the same answers, or answers unlike everybody's."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from anonymizers.risk.classes import Ints, dense, joint, people_of
from anonymizers.risk.linked import alike, several
from anonymizers.risk.measures import answers, distances, distinct, ordered
from anonymizers.risk.thresholds import Thresholds

Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a sensitive column is still shown (by record), with the l and t reached there; None if nowhere."""

    rows: Mask
    l: int | None  # noqa: E741 - the field's own name
    t: float | None


def shown(column: pd.Series, classes: Ints, thresholds: Thresholds, units: Ints | None = None) -> Shown:
    """Hides a sensitive column in classes without diversity.

    A class is compared with what is published, so that hiding one class may make another stand out: it is repeated
    until none does. Where people have several records, they are compared with those whose records show the same set of
    classes, in each of these by itself; an answer that all of them gave in some record is no secret either. What is
    hidden in one record of theirs is hidden in all.
    """
    values, numeric = ordered(column)
    said = answers(column)
    rows: Mask = np.ones(len(classes), dtype=np.bool_)
    linked = several(units)
    people = alike(classes, units)
    groups = joint([people, classes], len(classes)) if linked else classes
    while rows.any():
        names, owner = np.unique(groups[rows], return_inverse=True)
        of_l = distinct(owner.astype(np.int64), said[rows])
        # A value that is hidden everywhere is no part of the published distribution.
        again = np.unique(values[rows], return_inverse=True)[1].astype(np.int64)
        of_t = distances(owner.astype(np.int64), again, numeric)
        bad = of_l < thresholds.l
        if thresholds.t is not None:
            bad |= of_t > thresholds.t
        without = np.isin(groups, names[bad])
        if linked and units is not None:
            given = rows & (said >= 0)
            told = _given_by_all(people[given], said[given], units[given]) if thresholds.l > 1 else people[:0]
            without = np.isin(people, np.concatenate([people[without & rows], told]))
        if not (without & rows).any():
            return Shown(rows, int(of_l.min()), float(of_t.max()))
        rows &= ~without
    return Shown(rows, None, None)


def _given_by_all(people: Ints, values: Ints, units: Ints) -> Ints:
    """The classes of people in which one of the answers is that of everybody who answered."""
    if not len(people):
        return people
    of_row = dense(people)
    classes = np.unique(of_row, return_index=True)[1]
    everybody = people_of(of_row, len(classes), units)
    pairs = joint([of_row, values], len(of_row))
    first = np.unique(pairs, return_index=True)[1]
    by = people_of(pairs, len(first), units)
    owner = of_row[first]
    return np.unique(people[classes][owner[by == everybody[owner]]])
