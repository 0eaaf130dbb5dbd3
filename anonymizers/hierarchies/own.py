"""Hierarchies that a user brings: the file of ARX and sdcMicro, one line for each value."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from anonymizers.hierarchies.hierarchy import ANY, Hierarchy, HierarchyError

_DELIMITERS = (";", ",", "\t")


@dataclass(frozen=True)
class Listed:
    """A hierarchy that lists each value's coarser forms."""

    name: str
    levels: tuple[str, ...]
    coarser: Mapping[str, tuple[str, ...]]
    first_level: int = 0

    def at(self, value: str, level: int) -> str:
        """The value at a level; see `Hierarchy.at`. A value that the file has not is `*` from level 1 on.

        Raises:
            HierarchyError: a level that the hierarchy has not.
        """
        last = len(self.levels) - 1
        if not 0 <= level <= last:
            raise HierarchyError(f"the hierarchy '{self.name}' has levels 0 to {last}, not {level}")
        plain = value.strip()
        if level == last:
            return ANY
        if not plain:
            return ""
        if level == 0:
            return value
        return self.coarser[plain][level - 1] if plain in self.coarser else ANY


def load_hierarchy(text: str, name: str) -> Hierarchy:
    """The hierarchy of a CSV text without a header: each line a value, then its ever coarser forms.

    Commas, semicolons or tabs; `*` for all values is added as the last level if the file does not have it.

    Raises:
        HierarchyError: no line; lines of different width; an empty cell; a value that comes twice; values that are
            the same at one level and differ at the next. With the line, never the content.
    """
    rows = _rows(text, name)
    if not rows:
        raise _refused(name, None, "it has no line")
    width = len(rows[0][1])
    if width < 2:
        raise _refused(name, rows[0][0], "it has one column; a value needs at least one coarser form")
    coarser: dict[str, tuple[str, ...]] = {}
    parents: list[dict[str, tuple[str, int]]] = [{} for _ in range(width)]
    for line, cells in rows:
        if len(cells) != width:
            raise _refused(name, line, f"{len(cells)} columns where the first line has {width}")
        if "" in cells:
            raise _refused(name, line, f"column {cells.index('') + 1} is empty")
        value, *forms = cells
        if value in coarser:
            raise _refused(name, line, "the value of this line is already defined by an earlier one")
        for column in range(1, width - 1):
            parent, before = parents[column].setdefault(cells[column], (cells[column + 1], line))
            if parent != cells[column + 1] or (cells[column] == ANY and cells[column + 1] != ANY):
                raise _refused(
                    name,
                    line,
                    f"not nested: what column {column + 1} says has another coarser form in line {before}"
                    if before != line
                    else f"not nested: column {column + 1} is '*', and column {column + 2} says more",
                )
        coarser[value] = tuple(forms)
    whole = all(forms[-1] == ANY for forms in coarser.values())
    steps = width - 1 if whole else width
    levels = ("as given", *(f"level {level}" for level in range(1, steps)), "any")
    return Listed(name, levels, coarser)


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """Each line that is not blank, with its number from 1."""
    plain = text.removeprefix("\ufeff")
    head = plain.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(plain, newline=""), delimiter=delimiter, strict=True)
    rows, begins = [], 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((begins, [cell.strip() for cell in row]))
            begins = reader.line_num + 1
    except csv.Error:
        raise _refused(name, begins, "quotes that do not close, or text behind a closing quote") from None
    return rows


def _refused(name: str, line: int | None, reason: str) -> HierarchyError:
    where = f", line {line}" if line is not None else ""
    return HierarchyError(f"hierarchy '{name}'{where}: {reason}; nothing is generalised by it")
