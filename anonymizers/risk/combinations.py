"""A table as its distinct combinations of quasi-identifiers, at every level that may be published.

All that is tried on the way to a protected table is tried on combinations, so that its time depends on how many of
them there are and hardly on how many rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from anonymizers.hierarchies.hierarchy import ANY, Hierarchy
from anonymizers.risk.classes import Floats, Ints, codes_of, dense, joint, people_of
from anonymizers.risk.measures import answers, distances, distinct, ordered
from anonymizers.risk.thresholds import Thresholds

Node = tuple[int, ...]
"""A level for each quasi-identifier."""


@dataclass(frozen=True)
class Column:
    """A quasi-identifier: for each level that may be published, from the least, what each base value becomes.

    A base value is what a raw value is at the least level. `codes[level][base]` numbers the texts of `texts[level]`;
    `loss[level][base]` is the certainty penalty of a cell, 0.0 to 1.0.
    """

    name: str
    hierarchy: Hierarchy
    first: int
    last: int
    base_of_row: Ints
    codes: Mapping[int, Ints]
    texts: Mapping[int, list[str]]
    loss: Mapping[int, Floats]


@dataclass(frozen=True)
class Sensitive:
    """A sensitive column, counted once for each combination and value; `answer` is what a value says, -1 if nothing."""

    name: str
    combination: Ints
    value: Ints
    answer: Ints
    times: Ints
    numeric: bool


@dataclass(frozen=True)
class Shortfall:
    """What of a table would fall short at a node, as shares of its records, and the people of its smallest class."""

    of_k: float
    of_l_or_t: float
    smallest: int


@dataclass(frozen=True)
class Combinations:
    """`base` has a row for each distinct combination, `rows` how many records it has, `of_row` each record's."""

    columns: tuple[Column, ...]
    base: Ints
    rows: Ints
    of_row: Ints
    units: Ints | None
    sensitive: tuple[Sensitive, ...]
    thresholds: Thresholds

    @cached_property
    def _owners(self) -> tuple[Ints, Ints] | None:
        """Distinct (combination, person) pairs where somebody has records in several combinations or many in one."""
        if self.units is None:
            return None
        width = int(self.units.max()) + 1
        pairs = pd.unique(self.of_row * width + self.units)
        return pairs // width, pairs % width

    @cached_property
    def _people(self) -> Ints | None:
        """The people of each combination, if nobody is in two of them: then they may be added up."""
        if self._owners is None:
            return self.rows
        combination, person = self._owners
        alone = len(person) == int(self.units.max()) + 1 if self.units is not None else True
        return np.bincount(combination, minlength=len(self.rows)).astype(np.int64) if alone else None

    def classes(self, node: Node) -> Ints:
        """The class of each combination when the columns are at these levels."""
        return joint(
            [
                column.codes[level][self.base[:, at]]
                for at, (column, level) in enumerate(zip(self.columns, node, strict=True))
            ],
            len(self.base),
        )

    def people(self, classes: Ints) -> Ints:
        """The distinct people of each class of combinations."""
        count = int(classes.max()) + 1
        if self._people is not None:
            return np.bincount(classes, weights=self._people, minlength=count).astype(np.int64)
        combination, person = self._owners or (classes, classes)
        return people_of(classes[combination], count, person)

    def most_people(self) -> Ints:
        """No fewer people than each combination has, in numbers that may be added up."""
        if self._people is not None:
            return self._people
        return np.bincount((self._owners or (self.of_row, self.of_row))[0], minlength=len(self.rows)).astype(np.int64)

    def shortfall(self, node: Node) -> Shortfall:
        """What falls short of the thresholds when the columns are at these levels."""
        classes = self.classes(node)
        people = self.people(classes)
        enough = people >= self.thresholds.k
        records = int(self.rows.sum())
        of_class = np.bincount(classes, weights=self.rows, minlength=len(people))
        of_k = 1 - float(of_class[enough].sum()) / records
        lost = sum(float(of_class[enough & ~self._diverse(one, classes, len(people))].sum()) for one in self.sensitive)
        share = lost / records / len(self.sensitive) if self.sensitive else 0.0
        return Shortfall(of_k=of_k, of_l_or_t=share, smallest=int(people.min()))

    def _diverse(self, one: Sensitive, classes: Ints, count: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        owner = classes[one.combination]
        fine = np.ones(count, dtype=np.bool_)
        if len(np.unique(one.answer[one.answer >= 0])) >= self.thresholds.l:
            # A column with fewer values than l is suppressed at every node, and tells no node from another.
            fine &= distinct(owner, one.answer) >= self.thresholds.l
        if self.thresholds.t is not None:
            fine &= distances(owner, one.value, one.numeric, one.times) <= self.thresholds.t
        return fine

    def mean_loss(self, at: int, level: int) -> float:
        """The certainty penalty of a column at a level, as a mean over the records."""
        weights = np.bincount(self.base[:, at], weights=self.rows)
        return float((self.columns[at].loss[level][: len(weights)] * weights).sum() / weights.sum())


def combinations(
    frame: pd.DataFrame,
    hierarchies: Mapping[str, Hierarchy],
    sensitive: Sequence[str],
    units: Ints | None,
    thresholds: Thresholds,
) -> Combinations:
    """The distinct combinations of a table with at least one record."""
    columns = tuple(_column(name, frame[name], hierarchy) for name, hierarchy in hierarchies.items())
    of_row = joint([column.base_of_row for column in columns], len(frame))
    first = np.unique(of_row, return_index=True)[1]
    base = np.stack([column.base_of_row[first] for column in columns], axis=1)
    return Combinations(
        columns=columns,
        base=base,
        rows=np.bincount(of_row).astype(np.int64),
        of_row=of_row,
        units=None if units is None else dense(units),
        sensitive=tuple(_sensitive(name, frame[name], of_row) for name in sensitive),
        thresholds=thresholds,
    )


def _column(name: str, cells: pd.Series, hierarchy: Hierarchy) -> Column:
    raw_of_row, raw = codes_of(cells)
    first, last = hierarchy.first_level, len(hierarchy.levels) - 1
    base_of_raw, _ = pd.factorize(np.array([hierarchy.at(value, first) for value in raw], dtype=object))
    leaves = np.bincount(base_of_raw)
    # Levels are nested, so one raw value speaks for all that are alike at the first level.
    any_raw = [raw[at] for at in np.unique(base_of_raw, return_index=True)[1]]
    codes: dict[int, Ints] = {}
    texts: dict[int, list[str]] = {}
    loss: dict[int, Floats] = {}
    for level in range(first, last + 1):
        of_base, uniques = pd.factorize(np.array([hierarchy.at(value, level) for value in any_raw], dtype=object))
        penalty = (np.bincount(of_base, weights=leaves) - 1) / max(len(raw) - 1, 1)
        penalty[[text == ANY for text in uniques]] = 1.0
        codes[level] = of_base.astype(np.int64)
        texts[level] = [str(text) for text in uniques]
        loss[level] = penalty[of_base]
    return Column(name, hierarchy, first, last, base_of_raw.astype(np.int64)[raw_of_row], codes, texts, loss)


def _sensitive(name: str, cells: pd.Series, of_row: Ints) -> Sensitive:
    values, numeric = ordered(cells)
    width = int(values.max()) + 1
    pairs, first, times = np.unique(of_row * width + values, return_index=True, return_counts=True)
    said = answers(cells)[first]
    return Sensitive(name, pairs // width, pairs % width, said, times.astype(np.int64), numeric)
