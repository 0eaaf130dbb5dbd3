"""How often each value of a measure was given, without any small count that could be read or worked out."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from anonymizers.errors import AnonymizerError
from anonymizers.hierarchies.hierarchy import ANY
from anonymizers.risk.classes import check_columns, codes_of, people_of, unit_codes

NOT_SHOWN = "not shown"
"""Stands for a hidden count, be it small itself or hidden to protect a small one: the two must look alike."""

COLUMNS = ("measure", "value", "count")


def aggregates(
    frame: pd.DataFrame, measures: Sequence[str], *, least: int = 3, unit: Sequence[str] | None = None
) -> pd.DataFrame:
    """A row for each value of each measure: `measure`, `value` and `count` (text), by measure and value.

    Counts under `least` are not shown (primary suppression). Whoever knows how many people answered could work a
    single hidden count out, or several of one size; so the next smallest counts are hidden too, until hidden counts of
    two sizes could be exchanged (complementary suppression). Where all counts are of one small size, or everybody gave
    one answer, which would be known of whoever took part, the measure has one row for all its values, without a count.
    A missing answer is the value `""`. With `unit`, people are counted rather than rows.

    Raises:
        AnonymizerError: a measure that the table lacks, or `least` under 2.
    """
    check_columns(frame, measures)
    if least < 2:
        raise AnonymizerError(f"least is {least}: every count of 1 would be shown")
    units = unit_codes(unit, len(frame))
    rows: list[tuple[str, str, str]] = []
    for name in measures:
        codes, values = codes_of(frame[name])
        counts = people_of(codes, len(values), units).tolist()
        given = sorted((value, count) for value, count in zip(values, counts, strict=True) if count)
        hidden = _hidden([count for _, count in given], least)
        everybody = len(frame) if units is None else len(np.unique(units))
        if hidden is None or any(count == everybody for _, count in given):
            rows.append((name, ANY, NOT_SHOWN))
            continue
        rows += [(name, value, NOT_SHOWN if at in hidden else str(count)) for at, (value, count) in enumerate(given)]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=str)


def _hidden(counts: Sequence[int], least: int) -> frozenset[int] | None:
    """Which of the counts are hidden; None if some would have to be and hiding all of them does not help.

    All counts up to some size are hidden, with at least two sizes among them: then any two of them that differ could
    be exchanged and all that is published would be the same, whoever knows this rule or not.
    """
    sizes = sorted(set(counts))
    few = sum(size < least for size in sizes)
    if not few:
        return frozenset()
    if len(sizes) < 2:
        return None
    most = sizes[max(few, 2) - 1]
    return frozenset(at for at, count in enumerate(counts) if count <= most)
