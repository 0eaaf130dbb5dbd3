"""Which labels of which columns several participants chose, found without holding every value of every column."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from anonymizers.cells import LONGEST_LABEL, MOST_LABELS, is_number
from anonymizers.streamed.runs import Runs

_MOST_HELD = 250_000
_SEVERAL = -1


class Evidence:
    """For each column of measures or sensitive answers, its short values with one participant or the fact of several.

    Beyond 250,000 values they are put on disk. What `labels` would say does not depend on it.
    """

    def __init__(self, columns: Sequence[str], runs: Runs, *, most_held: int = _MOST_HELD) -> None:
        self._held: dict[str, dict[str, int]] = {name: {} for name in sorted(columns)}
        self._most_held = most_held
        self._runs = runs
        self._numbers: set[str] = set()

    def add(self, name: str, values: Sequence[str], people: Sequence[int]) -> None:
        """A column's cells with the participant of each, by number from 0."""
        held = self._held.get(name)
        if held is None:
            return
        short = (value for value in set(values) if value and len(value) <= LONGEST_LABEL)
        new = {value for value in short if held.get(value) != _SEVERAL}
        if not new:
            return
        for value, person in zip(values, people, strict=True):
            if value in new and held.setdefault(value, person) != person:
                held[value] = _SEVERAL
        if sum(by == _SEVERAL and not is_number(value) for value, by in held.items()) > MOST_LABELS:
            del self._held[name]
        elif sum(map(len, self._held.values())) > self._most_held:
            self._runs.add(self._in_order())
            self._held = {one: {} for one in self._held}

    def add_free_text(self, values: Collection[str]) -> None:
        """Cells of free text: where one is a number alone, `labels` counts that number among a measure's labels too."""
        self._numbers.update(value for value in values if is_number(value))

    def repeated(self) -> dict[str, list[str]]:
        """For each column what several participants chose; nothing where it is too much to be labels.

        The values are those that `labels` would count: text, and numbers that are a cell of free text somewhere.
        """
        found: dict[str, list[str]] = {name: [] for name in self._held}
        records = self._runs.merged(self._in_order())
        for (name, value), group in groupby(records, key=lambda record: record[:2]):
            if name not in found or (is_number(value) and value not in self._numbers):
                continue
            by = {record[2] for record in group}
            if _SEVERAL not in by and len(by) < 2:
                continue
            found[name].append(value)
            if len(found[name]) > MOST_LABELS:
                del found[name]
        return found

    def _in_order(self) -> Iterator[tuple[str, str, int]]:
        return ((name, value, held[value]) for name, held in self._held.items() for value in sorted(held))
