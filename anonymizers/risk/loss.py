"""How much a protected table still tells: the certainty penalty and the discernibility of its records."""

from dataclasses import dataclass

import numpy as np

from anonymizers.risk.classes import Floats, Ints


@dataclass(frozen=True, slots=True)
class Loss:
    """What generalisation and suppression cost, each from 0.0 (nothing) to 1.0 (all quasi-identifiers are lost).

    `certainty` is the global certainty penalty (J. Xu et al.: Utility-based anonymization using local recoding, 2006):
    the mean over all quasi cells of the share of the column's distinct values that a cell could be, 1.0 where it is
    suppressed. `discernibility` is the metric of R. Bayardo and R. Agrawal (Data privacy through optimal
    k-anonymization, 2005), as a share of its greatest value: a record costs the records it cannot be told from, a
    record without any quasi cell all of them.
    """

    certainty: float
    discernibility: float


BASELINE = Loss(certainty=1.0, discernibility=1.0)
"""The loss of leaving out every quasi-identifier."""


def loss_of(penalties: Floats, hidden: np.ndarray, classes: Ints) -> Loss:
    """The loss of a table: `penalties` and `hidden` by record and column, `classes` by record."""
    records = len(classes)
    if not penalties.size:
        return Loss(0.0, 0.0)
    sizes = np.bincount(classes).astype(np.float64)
    nothing = hidden.all(axis=1)
    cost = np.where(nothing, records, sizes[classes])
    return Loss(certainty=float(penalties.mean()), discernibility=float(cost.sum()) / records**2)
