"""How likely a table is to give somebody away, in the figures of the field and in the law's three criteria.

K. El Emam: Guide to the De-Identification of Personal Health Information (2013), chapters 15 to 17; K. El Emam,
F. Dankar: Protecting privacy using k-anonymity (JAMIA, 2008). Article 29 Working Party: Opinion 05/2014 on
anonymisation techniques (WP216), sections 2.2 and 3.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from anonymizers.errors import AnonymizerError
from anonymizers.hierarchies.hierarchy import ANY
from anonymizers.risk.classes import check_columns, codes_of, equivalence_classes
from anonymizers.risk.measures import distinct


@dataclass(frozen=True, slots=True)
class Risk:
    """Probabilities of re-identification, 0.0 to 1.0; every figure is 0 for a table without rows.

    The prosecutor knows that somebody took part: one in the class's people, at the worst and as a mean over the
    records. The journalist does not, and has the class's people in the population to choose from, which is estimated
    as the class's people divided by the sampling fraction. The marketer wants as many as possible: the expected share
    of records that are matched correctly. `records_at_risk` is the share of records whose prosecutor risk exceeds
    the threshold; `uniques` are records of people alone in their class.
    """

    prosecutor_highest: float
    prosecutor_average: float
    journalist_highest: float
    marketer: float
    records_at_risk: float
    uniques: int
    smallest_class: int


def risk(
    frame: pd.DataFrame,
    quasi: Sequence[str],
    *,
    unit: Sequence[str] | None = None,
    fraction: float = 1.0,
    threshold: float = 0.2,
) -> Risk:
    """The risk of a table; `fraction` is the share of the population that took part.

    Raises:
        AnonymizerError: a fraction that is not above 0 and at most 1, or a column that the table lacks.
    """
    if not 0 < fraction <= 1:
        raise AnonymizerError(f"the sampling fraction is {fraction}: it is a share above 0 and at most 1")
    found = equivalence_classes(frame, quasi, unit=unit)
    if not len(found):
        return Risk(0.0, 0.0, 0.0, 0.0, 0.0, 0, 0)
    one = 1 / found.sizes
    records = int(found.rows.sum())
    average = float((one * found.rows).sum()) / records
    return Risk(
        prosecutor_highest=float(one.max()),
        prosecutor_average=average,
        journalist_highest=float(one.max()) * fraction,
        marketer=average * fraction,
        records_at_risk=float(found.rows[one > threshold].sum()) / records,
        uniques=int(found.rows[found.sizes == 1].sum()),
        smallest_class=found.smallest,
    )


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the Opinion's three questions, answered by a figure from 0.0 (nobody) to 1.0 and a sentence."""

    figure: float
    words: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """The three criteria of Opinion 05/2014."""

    singling_out: Criterion
    linkability: Criterion
    inference: Criterion


def criteria(
    frame: pd.DataFrame, quasi: Sequence[str], sensitive: Sequence[str], *, unit: Sequence[str] | None = None
) -> Criteria:
    """Whether somebody can be singled out, linked or inferred about, by the quasi-identifiers of a table."""
    return Criteria(
        singling_out=singling_out(frame, quasi, unit=unit),
        linkability=linkability(frame, quasi, unit=unit),
        inference=inference(frame, quasi, sensitive),
    )


def singling_out(frame: pd.DataFrame, quasi: Sequence[str], *, unit: Sequence[str] | None = None) -> Criterion:
    """The share of records whose person is alone with a combination of quasi-identifiers."""
    found = risk(frame, quasi, unit=unit)
    share = found.uniques / len(frame) if len(frame) else 0.0
    return Criterion(
        share,
        f"{found.uniques} of {len(frame)} records belong to somebody who is alone with a combination of "
        f"{_named(quasi)}; the smallest group has {found.smallest_class} people.",
    )


def linkability(frame: pd.DataFrame, quasi: Sequence[str], *, unit: Sequence[str] | None = None) -> Criterion:
    """The share of records that a register with the same columns and every participant would be matched to rightly."""
    share = risk(frame, quasi, unit=unit).prosecutor_average
    return Criterion(
        share,
        f"Somebody with a register of all participants and their {_named(quasi)} would match "
        f"{share:.1%} of the records to the right person.",
    )


def inference(frame: pd.DataFrame, quasi: Sequence[str], sensitive: Sequence[str]) -> Criterion:
    """The share of records in groups where a sensitive column says the same of everybody (a suppressed one nothing)."""
    check_columns(frame, sensitive)
    of_row = equivalence_classes(frame, quasi).of_row
    told = np.zeros(len(frame), dtype=np.bool_)
    for name in sensitive if len(frame) else ():
        values, texts = codes_of(frame[name])
        hidden = values == (texts.index(ANY) if ANY in texts else -1)
        told |= (distinct(of_row, values) == 1)[of_row] & ~hidden
    count = int(told.sum())
    return Criterion(
        count / len(frame) if len(frame) else 0.0,
        f"{count} of {len(frame)} records stand in groups where everybody gave the same answer to a sensitive "
        f"question ({_named(sensitive)}), so that knowing the group tells the answer.",
    )


def _named(columns: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in columns) or "no column"
