"""Sensitive cells suppressed in classes whose people all gave the same answers, or answers unlike everybody's."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from anonymizers.risk.classes import Ints
from anonymizers.risk.measures import distances, distinct, ordered
from anonymizers.risk.thresholds import Thresholds

Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a sensitive column is still shown (by record), with the l and t reached there; None if nowhere."""

    rows: Mask
    l: int | None  # noqa: E741 - the field's own name
    t: float | None


def shown(column: pd.Series, classes: Ints, thresholds: Thresholds) -> Shown:
    """Hides a sensitive column in classes without diversity.

    A class is compared with what is published, so that hiding one class may make another stand out: it is repeated
    until none does.
    """
    values, numeric = ordered(column)
    rows: Mask = np.ones(len(classes), dtype=np.bool_)
    while rows.any():
        names, owner = np.unique(classes[rows], return_inverse=True)
        of_l = distinct(owner.astype(np.int64), values[rows])
        # A value that is hidden everywhere is no part of the published distribution.
        again = np.unique(values[rows], return_inverse=True)[1].astype(np.int64)
        of_t = distances(owner.astype(np.int64), again, numeric)
        bad = of_l < thresholds.l
        if thresholds.t is not None:
            bad |= of_t > thresholds.t
        if not bad.any():
            return Shown(rows, int(of_l.min()), float(of_t.max()))
        rows &= ~np.isin(classes, names[bad])
    return Shown(rows, None, None)
