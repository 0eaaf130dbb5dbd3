"""Whether the people of a published table hide among each other, read from its very bytes (P4.5).

k-anonymity after Sweeney (2002), distinct l-diversity after Machanavajjhala et al. (2007); both count people, not rows.
The pseudonym links the rows of one person, so that a person's combination is the set of those in all of their rows.
"""

import csv
import io
from array import array
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from anonymizers.gate.fragments import Unreadable, decode
from anonymizers.gate.report import Crowd, TableRule

HIDDEN = "*"

Numbers = npt.NDArray[np.int64]


def crowd(data: bytes, rule: TableRule) -> Crowd:
    """The measures of a CSV table; `*` is a value like any other, for whoever alone has it stands out by it.

    Fewer people than `k` are with too few unless nothing at all is shown of any of them.

    Raises:
        Unreadable: a table that cannot be read, or that lacks the participant's column or one of the rule's.
    """
    text = decode(data)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    return crowd_of(io.StringIO(text, newline=""), rule)


def crowd_of(lines: Iterable[str], rule: TableRule) -> Crowd:
    """The same of the lines of a CSV file. In memory are each person and each combination once, 8 bytes a row
    and 8 more for each sensitive column.

    Raises:
        Unreadable: as for `crowd`.
    """
    rows = (row for row in csv.reader(lines, strict=True) if row)
    try:
        header = next(rows, None)
        if header is None:
            raise Unreadable("unreadable")
        if not _places(header, rule.participant):
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


def _places(header: Sequence[str], name: str) -> list[int]:
    """Where a column stands; a name that a spreadsheet would run as a formula is published behind an apostrophe."""
    return [at for at, shown in enumerate(header) if shown in {name, f"'{name}"}]


def _place(header: Sequence[str], name: str) -> int:
    places = _places(header, name)
    if len(places) != 1:
        raise Unreadable("no_declared_column")
    return places[0]


class _Classes:
    """The rows so far by their combination of quasi-identifiers."""

    def __init__(self, header: Sequence[str], rule: TableRule) -> None:
        self._rule = rule
        self._person = _place(header, rule.participant)
        self._quasi = [_place(header, name) for name in rule.quasi]
        self._people: dict[str, int] = {}
        self._combinations: dict[tuple[str, ...], int] = {}
        self._person_of_row, self._class_of_row = array("i"), array("i")
        self._sensitive = [_Answers(_place(header, name)) for name in rule.sensitive]

    def add(self, row: Sequence[str]) -> None:
        """A row more."""
        combination = tuple([row[index] for index in self._quasi])
        self._class_of_row.append(self._combinations.setdefault(combination, len(self._combinations)))
        self._person_of_row.append(self._people.setdefault(row[self._person], len(self._people)))
        for column in self._sensitive:
            column.add(row)

    def crowd(self) -> Crowd:
        """What the rows amount to; a person with several rows is alike to those who show the same set of them."""
        classes, people = _numbers(self._class_of_row), _numbers(self._person_of_row)
        of_person = _sets(people, classes, len(self._combinations))
        sizes = np.bincount(of_person)
        bare = len(self._combinations) <= 1 and all(value == HIDDEN for one in self._combinations for value in one)
        alone = sizes[of_person] < self._rule.k if not bare else of_person[:0]
        linked = len(people) > len(self._people)
        return Crowd(
            people=len(self._people),
            fewest_alike=int(sizes[sizes > 0].min()) if len(of_person) else 0,
            with_too_few=int(alone.sum()),
            undiverse=sum(
                one.undiverse(of_person[people], classes, people, self._rule.least_diverse, linked)
                for one in self._sensitive
            ),
        )


class _Answers:
    """A sensitive column: a number for what each of its cells says in any spelling, 0 where it is hidden or empty."""

    def __init__(self, column: int) -> None:
        self._column = column
        self._said = array("q")

    def add(self, row: Sequence[str]) -> None:
        value = " ".join(row[self._column].casefold().split())
        self._said.append(0 if value in {"", HIDDEN} else hash(value) or 1)

    def undiverse(self, alike: Numbers, classes: Numbers, people: Numbers, least: int, linked: bool) -> int:
        """The cells shown of people who are alike and gave too few different answers, or all of whom gave one.

        The latter is asked of people with several rows alone: with one each, it is the former.
        """
        said = np.array(self._said, dtype=np.int64)
        shown = said != 0
        alike, classes, people = alike[shown], classes[shown], people[shown]
        said = np.unique(said[shown], return_inverse=True)[1]
        group = _number_of(alike, classes)
        different = np.bincount(_firsts(group, said)[0], minlength=int(group.max(initial=-1)) + 1)
        few = different[group] < least
        if linked and least > 1:
            everybody = np.bincount(_firsts(alike, people)[0], minlength=int(alike.max(initial=-1)) + 1)
            answer = _number_of(alike, said)
            few_of = np.bincount(_firsts(answer, people)[0], minlength=int(answer.max(initial=-1)) + 1)
            few |= np.isin(alike, alike[few_of[answer] == everybody[alike]])
        return int(few.sum())


def _numbers(of_rows: "array[int]") -> Numbers:
    return np.array(of_rows, dtype=np.int64)


def _firsts(left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
    """Each pair of numbers once, in order."""
    pairs = np.unique(left << 32 | right)
    return pairs >> 32, pairs & 0xFFFFFFFF


def _number_of(left: Numbers, right: Numbers) -> Numbers:
    """A number for each pair of numbers, from 0."""
    number: Numbers = np.unique(left << 32 | right, return_inverse=True)[1].astype(np.int64)
    return number


def _sets(people: Numbers, classes: Numbers, combinations: int) -> Numbers:
    """For each person a number for the set of combinations that the person's rows show."""
    person, held = _firsts(people, classes)
    ends = np.append(np.flatnonzero(np.diff(person)) + 1, len(person)) if len(person) else person
    starts = np.concatenate([[0], ends[:-1]]).astype(np.int64) if len(ends) else ends
    found: Numbers = held[starts]
    known: dict[bytes, int] = {}
    for one in np.flatnonzero(ends - starts > 1).tolist():
        several = held[starts[one] : ends[one]].tobytes()
        found[one] = combinations + known.setdefault(several, len(known))
    return found
