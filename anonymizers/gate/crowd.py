"""Whether the people of a published table hide among each other, read from its very bytes (P4.5).

k-anonymity after Sweeney (2002), distinct l-diversity after Machanavajjhala et al. (2007); both count people, not rows.
"""

import csv
import io
from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from anonymizers.gate.fragments import Unreadable, decode
from anonymizers.gate.report import Crowd, TableRule

HIDDEN = "*"


def crowd(data: bytes, rule: TableRule) -> Crowd:
    """The measures of a CSV table; `*` is a value like any other, for whoever alone has it stands out by it.

    Fewer people than `k` are with too few unless nothing at all is shown of any of them.

    Raises:
        Unreadable: a table that cannot be read, or that lacks the participant's column.
    """
    text = decode(data)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    return crowd_of(io.StringIO(text, newline=""), rule)


def crowd_of(lines: Iterable[str], rule: TableRule) -> Crowd:
    """The same of the lines of a CSV file. In memory are each person and each combination once, and 8 bytes a row.

    Raises:
        Unreadable: as for `crowd`.
    """
    rows = (row for row in csv.reader(lines, strict=True) if row)
    try:
        header = next(rows, None)
        if header is None:
            raise Unreadable("unreadable")
        if rule.participant not in header:
            if any(len(row) != len(header) for row in rows):
                raise Unreadable("unreadable")
            raise Unreadable("no_participant_column")
        counted = _Classes(header, rule)
        for row in rows:
            if len(row) != len(header):
                raise Unreadable("unreadable")
            counted.add(row)
    except csv.Error:
        raise Unreadable("unreadable") from None
    return counted.crowd()


class _Classes:
    """The rows so far by their combination of quasi-identifiers."""

    def __init__(self, header: Sequence[str], rule: TableRule) -> None:
        self._rule = rule
        self._person = header.index(rule.participant)
        self._quasi = [header.index(name) for name in rule.quasi if name in header]
        self._people: dict[str, int] = {}
        self._combinations: dict[tuple[str, ...], int] = {}
        self._person_of_row, self._class_of_row = array("i"), array("i")
        self._sensitive = [_Shown(header.index(name), rule.least_diverse) for name in rule.sensitive if name in header]

    def add(self, row: Sequence[str]) -> None:
        """A row more."""
        combination = tuple([row[index] for index in self._quasi])
        number = self._combinations.setdefault(combination, len(self._combinations))
        self._person_of_row.append(self._people.setdefault(row[self._person], len(self._people)))
        self._class_of_row.append(number)
        for column in self._sensitive:
            column.add(number, row)

    def crowd(self) -> Crowd:
        """What the rows amount to."""
        pairs = np.array(self._class_of_row, dtype=np.int64) << 32
        pairs |= np.array(self._person_of_row, dtype=np.int64)
        pairs = np.unique(pairs)
        classes, people = pairs >> 32, pairs & 0xFFFFFFFF
        sizes = np.bincount(classes, minlength=len(self._combinations))
        bare = len(self._combinations) <= 1 and all(value == HIDDEN for one in self._combinations for value in one)
        alone = np.unique(people[sizes[classes] < self._rule.k]) if not bare else people[:0]
        return Crowd(
            people=len(self._people),
            fewest_alike=int(sizes.min()) if len(sizes) else len(self._people),
            with_too_few=len(alone),
            undiverse=sum(column.undiverse() for column in self._sensitive),
        )


class _Shown:
    """For each combination how many cells a sensitive column shows, and its different values as far as they matter."""

    def __init__(self, column: int, least: int) -> None:
        self._column = column
        self._least = least
        self._shown: dict[int, int] = {}
        self._values: dict[int, set[str]] = {}

    def add(self, combination: int, row: Sequence[str]) -> None:
        value = row[self._column]
        if value == HIDDEN:
            return
        if value:
            self._shown[combination] = self._shown.get(combination, 0) + 1
        values = self._values.setdefault(combination, set())
        if len(values) < self._least:
            values.add(value)

    def undiverse(self) -> int:
        return sum(shown for one, shown in self._shown.items() if len(self._values[one]) < self._least)
