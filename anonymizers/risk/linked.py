"""People told by all of their records together, since the pseudonym links the records of one person.

Whoever knows two of somebody's records looks for a pseudonym that has both. So where people have several records, a
person's combination is the set of those in all their records.
"""

import numpy as np

from anonymizers.risk.borrowing import HIDDEN, count_of, joint_of, people_from
from anonymizers.risk.classes import Ints, dense, joint, people_of


def several(units: Ints | None) -> bool:
    """Whether anybody has more than one record."""
    return units is not None and len(np.unique(units)) < len(units)


def alike(of_row: Ints, units: Ints | None) -> Ints:
    """For each record a number for the set of classes that its person's records have; `of_row` with one record each."""
    if units is None or not several(units):
        return of_row
    person = dense(units)
    width = int(of_row.max()) + 1
    pairs = np.unique(person * width + of_row)
    owner, held = pairs // width, pairs % width
    times = np.bincount(owner)
    begins = np.concatenate([[0], np.cumsum(times)[:-1]])
    found = np.zeros(len(times), dtype=np.int64)
    # Persons are told apart by their first class, then those with more by the next: nobody is looked at in vain.
    for place in range(int(times.max())):
        more = np.flatnonzero(times > place)
        found[more] = joint([found[more], held[begins[more] + place]], len(more)) + int(found.max()) + 1
    return dense(found)[person]


def suppressed_together(cells: Ints, units: Ints | None, k: int) -> Ints:
    """The cells, with all of a person's suppressed (`HIDDEN`) where fewer than k people show the same set of them.

    People of a large class are suppressed with those whose cells all are, until there are k of these or none. Nothing
    changes where everybody has one record. There must be at least k people.
    """
    if units is None or not several(units):
        return cells
    cells = cells.copy()
    while True:
        of_row = alike(joint_of(cells), units)
        people = people_of(of_row, int(of_row.max()) + 1, units)
        short = (people < k)[of_row]
        if not short.any():
            return cells
        shows = np.isin(units, units[(cells != HIDDEN).any(axis=1)])
        if (short & shows).any():
            cells[short & shows] = HIDDEN
            continue
        bare = np.flatnonzero(~shows)
        need = k - count_of(bare, units)
        others = np.unique(of_row[shows])
        spare = others[people[others] >= k + need]
        if len(spare):
            rows = np.flatnonzero(of_row == spare[people[spare].argmax()])
            cells[people_from(rows, bare, units, need)] = HIDDEN
        else:
            cells[of_row == others[people[others].argmin()]] = HIDDEN
