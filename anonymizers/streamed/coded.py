"""Columns of a whole table in little room: each distinct text once, and a number for each cell."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence


class Coded:
    """A column that grows at its end; `texts` are its distinct cells in the order they are met."""

    def __init__(self, cells: Iterable[str] = ()) -> None:
        self._place: dict[str, int] = {}
        self.codes = array("i")
        self.add(cells)

    @property
    def texts(self) -> list[str]:
        """The distinct cells, each at the place of its number."""
        return list(self._place)

    def add(self, cells: Iterable[str]) -> Sequence[int]:
        """Cells more; gives the number of each."""
        place = self._place
        numbers = array("i", [place.setdefault(cell, len(place)) for cell in cells])
        self.codes.extend(numbers)
        return numbers

    def cells(self) -> list[str]:
        """All cells, of which equal ones are one object."""
        texts = self.texts
        return [texts[number] for number in self.codes]

    def parts(self) -> Callable[[int, int], list[str]]:
        """What gives the cells from one row to another (exclusive), once the column grows no more."""
        texts = self.texts
        return lambda start, stop: [texts[number] for number in self.codes[start:stop]]

    def times(self) -> dict[str, int]:
        """How often each distinct cell stands in the column."""
        counted = [0] * len(self._place)
        for number in self.codes:
            counted[number] += 1
        return dict(zip(self._place, counted, strict=True))

    def renamed(self, names: Mapping[str, str]) -> "Coded":
        """The column with some of its texts replaced."""
        texts = [names.get(text, text) for text in self._place]
        result = Coded()
        new = array("i", [result._place.setdefault(text, len(result._place)) for text in texts])
        result.codes = array("i", [new[number] for number in self.codes])
        return result


class CodedTable(dict[str, list[str]]):
    """A table that gives and takes its columns as lists of cells, and holds them coded."""

    def __init__(self, columns: Mapping[str, Coded]) -> None:
        super().__init__({name: [] for name in columns})
        self.columns = dict(columns)

    def __getitem__(self, name: str) -> list[str]:
        return self.columns[name].cells()

    def __setitem__(self, name: str, cells: list[str]) -> None:
        self.columns[name] = Coded(cells)
