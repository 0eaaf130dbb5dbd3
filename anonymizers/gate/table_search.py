"""The search of a table row by row: the cells that are read alike as one running text, a window at a time."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence

from anonymizers.gate.counting import Found, embedded_media, found_in_page
from anonymizers.gate.folding import all_readings, windows
from anonymizers.gate.fragments import DELIMITERS, PARTED, Style, Unreadable, styled_cells
from anonymizers.gate.identities import Index
from anonymizers.gate.page import Page
from anonymizers.gate.stored import StoredText

WINDOW = 2**20
MARGIN = 512
"""Characters on both sides of a window that are seen with it, as those of a page."""

_Readings = tuple[str, ...]
"""The readings of a text: one where all are alike, else all four."""


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
            for style, cell in styled_cells(csv.reader(lines, delimiter=delimiter)):
                if style not in searches:
                    searches[style] = Search(style, index, window=window, margin=margin)
                searches[style].add(cell)
        except csv.Error:
            raise Unreadable("unreadable") from None
    found: Found = Counter()
    for search in searches.values():
        found += search.finished()
    return found


class Search:
    """Cells that are read alike, in order, searched as one text with an empty line between them.

    What spans cells is found as it is in the whole: a window is searched with `margin` characters around it.
    """

    def __init__(self, style: Style, index: Index, *, window: int = WINDOW, margin: int = MARGIN) -> None:
        self._style, self._index = style, index
        self._window, self._margin = window, margin
        self._cells: list[_Readings] = []
        self._length = self._ahead = 0
        self._stop = 0
        self._before: _Readings = ("",)
        self._found: tuple[Found, ...] = (Counter(), Counter(), Counter(), Counter())
        self._embedded = 0

    def add(self, cell: str) -> None:
        """A cell more."""
        readings = _readings(cell)
        self._cells.append(readings)
        self._embedded += embedded_media(cell)
        if not self._stop:
            self._length += len(readings[0])
            if self._length >= self._window:
                self._stop = len(self._cells)
        else:
            self._ahead += min(map(len, readings))
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
        texts = _joined([self._before, *cells])
        seen = _joined([texts, *after])
        if len(seen) == 1:
            counts = self._page(seen[0], len(self._before[0]), len(texts[0]))
            for found in self._found:
                found.update(counts)
        else:
            befores, texts = _spread(self._before), _spread(texts)
            known: dict[tuple[str, int, int], Found] = {}
            for found, text, before, whole in zip(self._found, texts, befores, seen, strict=True):
                shown = whole[: len(text) + self._margin]
                place = shown, len(before), len(text)
                if place not in known:
                    known[place] = self._page(*place)
                found.update(known[place])
        self._before = _alike(tuple(text[-self._margin :] for text in texts))
        self._cells = []
        self._length = self._ahead = self._stop = 0
        for readings in after:
            self._cells.append(readings)
            self._length += len(readings[0])
        if self._length >= self._window:
            self._stop = len(self._cells)

    def _page(self, text: str, low: int, high: int) -> Found:
        """What ends in (low, high] of the text, which may be one huge cell."""
        found: Found = Counter()
        at = 0
        for piece, start, stop in windows(text, max(self._window, WINDOW), self._margin):
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


def _readings(cell: str) -> _Readings:
    return _alike(all_readings(cell + PARTED))


def _alike(readings: Sequence[str]) -> _Readings:
    one = readings[0]
    return (one,) if all(other == one for other in readings) else tuple(readings)


def _spread(readings: _Readings) -> _Readings:
    return readings if len(readings) > 1 else readings * 4


def _joined(parts: Sequence[_Readings]) -> _Readings:
    if all(len(part) == 1 for part in parts):
        return ("".join([part[0] for part in parts]),)
    spread: Iterator[_Readings] = map(_spread, parts)
    return tuple(map("".join, zip(*spread, strict=True)))
