"""What two releases of one study tell together that neither tells alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from anonymizers.errors import AnonymizerError
from anonymizers.risk.classes import check_columns


class Difference(StrEnum):
    """How people differ between two releases."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Finding:
    """Fewer than k people whom a subtraction of two releases sets apart.

    `release` numbers the earlier release, 0 first; `units` are the people's pseudonyms and never part of `words`.
    """

    release: int
    difference: Difference
    people: int
    records: int
    units: frozenset[str]
    words: str


def differencing(
    now: pd.DataFrame,
    before: Sequence[pd.DataFrame],
    quasi: Sequence[str],
    *,
    unit_now: Sequence[str],
    units_before: Sequence[Sequence[str]],
    k: int,
) -> list[Finding]:
    """The groups of fewer than k people that a client who holds an earlier release too can tell from the others.

    People of one release that the other lacks are compared by their combination in it (newcomers, people who
    withdrew); people of both, if their combinations differ, by the two combinations together. Quasi-identifiers that
    an earlier release had not are left out of the comparison with it.

    Raises:
        AnonymizerError: a column that the new table lacks, or units that do not fit the tables.
    """
    check_columns(now, quasi)
    if len(before) != len(units_before):
        raise AnonymizerError(f"{len(before)} earlier releases with {len(units_before)} lists of participants")
    found: list[Finding] = []
    for number, (earlier, units) in enumerate(zip(before, units_before, strict=True)):
        shared = [name for name in quasi if name in earlier.columns]
        new, old = _people(now, shared, unit_now), _people(earlier, shared, units)
        added = {one: cells for one, cells in new.items() if one not in old}
        removed = {one: cells for one, cells in old.items() if one not in new}
        changed = {one: old[one] + ((),) + cells for one, cells in new.items() if old.get(one, cells) != cells}
        records = (_records(unit_now), _records(units), _records(unit_now))
        kinds = ((Difference.ADDED, added), (Difference.REMOVED, removed), (Difference.CHANGED, changed))
        for (difference, people), count in zip(kinds, records, strict=True):
            found += _few(number, difference, people, count, len(shared), k)
    return found


Cells = tuple[tuple[str, ...], ...]
"""The combinations of somebody's records, each once."""

_WORDS = {
    Difference.ADDED: "{people} people are in this release and not in release {release}, and share a combination of "
    "{columns} quasi-identifiers: to subtract the earlier release shows their {records} records by themselves.",
    Difference.REMOVED: "{people} people were in release {release} and are not in this one, and shared a combination "
    "of {columns} quasi-identifiers: to subtract this release shows which {records} records are theirs, and that they "
    "left.",
    Difference.CHANGED: "{people} people have other values in this release than in release {release}: what the two "
    "say of {columns} quasi-identifiers together sets their {records} records apart.",
}


def _people(frame: pd.DataFrame, quasi: Sequence[str], units: Sequence[str]) -> dict[str, Cells]:
    if len(units) != len(frame):
        raise AnonymizerError(f"{len(units)} participants' ids for {len(frame)} rows; releases were not compared")
    columns = [frame[name].fillna("").astype(str).tolist() for name in quasi]
    rows = zip(*columns, strict=True) if columns else iter([()] * len(frame))
    found: dict[str, set[tuple[str, ...]]] = {}
    for one, cells in zip(units, rows, strict=True):
        found.setdefault(one, set()).add(tuple(cells))
    return {one: tuple(sorted(cells)) for one, cells in found.items()}


def _records(units: Sequence[str]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for one in units:
        counts[one] = counts.get(one, 0) + 1
    return counts


def _few(
    release: int, difference: Difference, people: Mapping[str, Cells], count: Mapping[str, int], columns: int, k: int
) -> list[Finding]:
    groups: dict[Cells, list[str]] = {}
    for one, cells in people.items():
        groups.setdefault(cells, []).append(one)
    found = []
    for units in groups.values():
        if len(units) < k:
            records = sum(count[one] for one in units)
            words = _WORDS[difference].format(people=len(units), release=release + 1, columns=columns, records=records)
            found.append(Finding(release, difference, len(units), records, frozenset(units), words))
    return found
