"""Equivalence classes: the records that share every quasi-identifier, and how many people stand behind each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from anonymizers.errors import AnonymizerError

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_LARGEST_KEY = 2**62


@dataclass(frozen=True, slots=True)
class Classes:
    """The equivalence classes of a table.

    `of_row` has a class number for each row, `sizes` the people of each class (distinct units, or rows where no units
    were given), `rows` the rows of each class, `values` one row of quasi-identifiers for each class.
    """

    of_row: Ints
    sizes: Ints
    rows: Ints
    values: pd.DataFrame

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def smallest(self) -> int:
        """People of the smallest class; 0 for a table without rows."""
        return int(self.sizes.min()) if len(self.sizes) else 0


def equivalence_classes(frame: pd.DataFrame, quasi: Sequence[str], *, unit: Sequence[str] | None = None) -> Classes:
    """The classes of records with the same values in every column of `quasi`; a missing value is a value of its own.

    With `unit` (one participant's id for each row), a class is as large as it has distinct people: five rows of one
    person hide nobody. Without quasi-identifiers all rows are one class; a table without rows has no class.

    Raises:
        AnonymizerError: a column that the table lacks, or as many units as there are not rows.

    >>> table = pd.DataFrame({"age": ["30-39", "30-39", "40-49"]})
    >>> equivalence_classes(table, ["age"]).sizes.tolist()
    [2, 1]
    """
    check_columns(frame, quasi)
    of_row = joint([codes_of(frame[name])[0] for name in quasi], len(frame))
    count = int(of_row.max()) + 1 if len(of_row) else 0
    first = np.unique(of_row, return_index=True)[1]
    return Classes(
        of_row=of_row,
        sizes=people_of(of_row, count, unit_codes(unit, len(frame))),
        rows=np.bincount(of_row, minlength=count).astype(np.int64),
        values=frame[list(quasi)].iloc[first].reset_index(drop=True),
    )


def check_columns(frame: pd.DataFrame, names: Sequence[str]) -> None:
    """Nothing, if the table has each of these columns once.

    Raises:
        AnonymizerError: otherwise, with the columns' names.
    """
    columns = [str(name) for name in frame.columns]
    absent = [name for name in names if name not in columns]
    if absent:
        raise AnonymizerError(f"the table has no column {', '.join(map(repr, absent))}; no risk was computed")
    twice = sorted({name for name in names if columns.count(name) > 1})
    if twice:
        raise AnonymizerError(f"the table has column {', '.join(map(repr, twice))} twice; no risk was computed")


def codes_of(column: pd.Series) -> tuple[Ints, list[str]]:
    """A number for each cell, and the text that each number stands for; what is missing is `""`."""
    codes, uniques = pd.factorize(column, use_na_sentinel=True)
    texts = [str(value) for value in uniques]
    known = list(dict.fromkeys([*texts, ""] if (codes < 0).any() else texts))
    place = {text: number for number, text in enumerate(known)}
    # The last place is that of -1, the code of a missing cell.
    of_code = np.array([place[text] for text in texts] + [place.get("", 0)], dtype=np.int64)
    return of_code[codes], known


def unit_codes(unit: Sequence[str] | None, rows: int) -> Ints | None:
    """A number for each row's participant.

    Raises:
        AnonymizerError: as many units as there are not rows.
    """
    if unit is None:
        return None
    if len(unit) != rows:
        raise AnonymizerError(f"{len(unit)} participants' ids for {rows} rows; no risk was computed")
    return pd.factorize(np.asarray(unit, dtype=object), use_na_sentinel=False)[0].astype(np.int64)


def joint(columns: Sequence[Ints], rows: int) -> Ints:
    """One number, from 0 without gaps, for each combination of the columns' numbers."""
    keys = np.zeros(rows, dtype=np.int64)
    size = 1
    for column in columns:
        low = int(column.min()) if len(column) else 0
        width = int(column.max()) - low + 1 if len(column) else 1
        if size * width >= _LARGEST_KEY:
            keys = dense(keys)
            size = int(keys.max()) + 1 if rows else 1
        keys = keys * width + (column - low)
        size *= width
    return dense(keys)


def dense(keys: Ints) -> Ints:
    """The same distinctions with the numbers 0, 1, 2 ... in the order they are met."""
    return pd.factorize(keys)[0].astype(np.int64)


def people_of(of_row: Ints, count: int, units: Ints | None) -> Ints:
    """The distinct people of each of `count` classes; each row is somebody else where no units are given."""
    if units is None or not len(units):
        return np.bincount(of_row, minlength=count).astype(np.int64)
    width = int(units.max()) + 1
    pairs = pd.unique(of_row * width + units)
    return np.bincount(pairs // width, minlength=count).astype(np.int64)
