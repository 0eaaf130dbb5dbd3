"""The search of a table row by row: the cells that are read alike as one running text, a window at a time."""

import csv
from collections import Counter
from collections.abc import Sequence

from anonymizers.gate.cells import Cell, Cells
from anonymizers.gate.counting import Found, found_in_page
from anonymizers.gate.folding import windows
from anonymizers.gate.fragments import DELIMITERS, Style, Unreadable, styled_rows
from anonymizers.gate.identities import Index
from anonymizers.gate.page import Page
from anonymizers.gate.stored import StoredText

WINDOW = 4_000
"""Characters whose cells are searched together, if they must be."""
MARGIN = 512
"""Characters on both sides of a window that are seen with it, as those of a page."""
_PAGE = 2**20


def search_table(
    text: StoredText, delimiter: str, index: Index, *, window: int = WINDOW, margin: int = MARGIN
) -> Found:
    """What the cells show, each occurrence counted in the reading that shows most of it.

    Without a `delimiter` the first line tells it.

    Raises:
        Unreadable: no text, or no table.
    """
    first_line = text.first_line()
    delimiter = delimiter or max(DELIMITERS, key=lambda one: first_line[one])
    searches: dict[Style, Search] = {}
    with text.reading() as lines:
        try:
            for style, cells in styled_rows(csv.reader(lines, delimiter=delimiter)):
                if style not in searches:
                    searches[style] = Search(style, index, window=window, margin=margin)
                searches[style].add(cells)
        except csv.Error:
            raise Unreadable("unreadable") from None
    found: Found = Counter()
    for search in searches.values():
        found += search.finished()
    return found


class Search:
    """Cells that are read alike, in order, searched as one text with an empty line between them.

    What spans cells is found as it is in the whole: a window is searched with `margin` characters around it. A window
    of which no cell could show more or less for its neighbours is not searched again: its cells are added up.
    """

    def __init__(self, style: Style, index: Index, *, window: int = WINDOW, margin: int = MARGIN) -> None:
        self._style, self._index = style, index
        self._window, self._margin = window, margin
        self._known = Cells(style, index)
        self._before: list[Cell] = []
        self._cells: list[Cell] = []
        self._length = self._ahead = 0
        self._stop = 0
        self._found: tuple[Found, ...] = (Counter(), Counter(), Counter(), Counter())
        self._embedded = 0

    def add(self, texts: Sequence[str]) -> None:
        """Cells more, which are not parted: a window ends behind the last of some."""
        cells = self._known.of(texts)
        self._cells += cells
        length = sum([cell.length for cell in cells])
        if not self._stop:
            self._length += length
            if self._length >= self._window:
                self._stop = len(self._cells)
        else:
            self._ahead += length
            if self._ahead >= self._margin:
                self._search()

    def finished(self) -> Found:
        """Everything that was found, once there are no more cells."""
        while self._cells:
            self._stop = self._stop or len(self._cells)
            self._search()
        found: Found = Counter()
        for counts in self._found:
            found |= counts
        if self._embedded:
            found["embedded_media", "block", ""] = self._embedded
        return found

    def _search(self) -> None:
        """Search the cells up to the window's end, and begin a new window behind them."""
        cells, after = self._cells[: self._stop], self._cells[self._stop :]
        alone = [cell.alone for cell in (*self._before, *cells, *after) if cell.alone]
        if len(alone) < len(self._before) + len(self._cells) or self._known.joined(alone):
            self._together(cells, after)
        else:
            for one in alone[len(self._before) : len(self._before) + len(cells)]:
                if one.found:
                    for found in self._found:
                        found.update(one.found)
        self._embedded += sum([cell.media for cell in cells])
        self._before = _last([*self._before, *cells], self._margin)
        self._cells = after
        self._length = sum([cell.length for cell in after])
        self._stop = len(after) if self._length >= self._window else 0
        self._ahead = 0

    def _together(self, cells: Sequence[Cell], after: Sequence[Cell]) -> None:
        befores = _joined(self._before)
        texts = _joined([*self._before, *cells])
        seen = _joined([*self._before, *cells, *after])
        known: dict[tuple[str, int, int], Found] = {}
        for found, text, before, whole in zip(
            self._found, _spread(texts), _spread(befores), _spread(seen), strict=True
        ):
            place = whole[: len(text) + self._margin], len(before), len(text)
            if place not in known:
                known[place] = self._page(*place)
            found.update(known[place])

    def _page(self, text: str, low: int, high: int) -> Found:
        """What ends in (low, high] of the text, which may be one huge cell."""
        found: Found = Counter()
        at = 0
        for piece, start, stop in windows(text, _PAGE, self._margin):
            before = at - start
            page = Page(
                piece,
                max(start, low - before),
                min(stop, high - before),
                self._index.words,
                every_label=True,
            )
            found.update(found_in_page(page, "content", self._style, self._index))
            at += stop - start
        return found


def _last(cells: list[Cell], margin: int) -> list[Cell]:
    """The last of the cells, of so many characters in all."""
    at, length = len(cells), 0
    while at and length < margin:
        at -= 1
        length += cells[at].length
    return cells[at:]


def _joined(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The readings of cells one after the other: one where all are alike, else all four."""
    if all(len(cell.readings) == 1 for cell in cells):
        return ("".join([cell.readings[0] for cell in cells]),)
    return tuple(map("".join, zip(*(_spread(cell.readings) for cell in cells), strict=True)))


def _spread(readings: tuple[str, ...]) -> tuple[str, ...]:
    return readings if len(readings) > 1 else readings * 4
