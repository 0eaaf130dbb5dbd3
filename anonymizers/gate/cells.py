"""What one cell of a table shows, and whether the cells beside it could make it show more, or less.

Surveys repeat themselves: most cells are one of few texts. What a cell shows is found once, as long as nothing beside
it matters; where something might, the cells are read together. Every doubt is for reading them together.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from anonymizers.gate.counting import Found, embedded_media, found_in_page
from anonymizers.gate.folding import all_readings
from anonymizers.gate.fragments import PARTED, Style
from anonymizers.gate.identities import Index
from anonymizers.gate.page import Page
from anonymizers.gate.search import PHRASE_GAP, phrases
from anonymizers.gate.spelling import code_pieces, ends_in_letters
from anonymizers.gate.spoken import Number, ends_begun, goes_on, numbers
from anonymizers.gate.usage import asks_before, introduces
from anonymizers.gate.vocabulary import DATE_FILLERS, NUMBER_FILLERS

MOST_CELLS = 50_000
LONGEST_CELL = 400
_NOTHING: Found = Counter()
_FILLERS = DATE_FILLERS | NUMBER_FILLERS


@dataclass(frozen=True, slots=True)
class Alone:
    """A cell read without its neighbours.

    `found` is what it shows, unless `unsure`. `first` and `last` are its outer words, empty where it has none.
    """

    found: Found
    unsure: bool = False
    first: str = ""
    last: str = ""
    asks_before: bool = False
    phrases_begun: tuple[str, ...] = ()
    numbers_begun: tuple[str, ...] = ()
    letters: tuple[bool, bool] = (False, False)
    figures: tuple[bool, bool] = (False, False)
    said: tuple[bool, bool] = (False, False)
    """At its two ends: letters of a word that is spelled; numbers or what may join them; these with a number said in
    words, or a month, among them."""
    digits: str = ""
    codes: str = ""
    open_left: bool = False
    open_right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The readings of a cell, one where all are alike; and what it shows alone, where that can be told.

    `length` counts the characters of its shortest reading, `media` what is written out in it of pictures and the like.
    """

    readings: tuple[str, ...]
    length: int
    alone: Alone | None
    media: int


class Cells:
    """The cells of one style, those met last remembered."""

    def __init__(self, style: Style, index: Index) -> None:
        self._style, self._index = style, index
        self._values = _matcher(index.numbers.in_longer_rows())
        self._codes = _matcher(index.spelled.codes())
        self._of_text = lru_cache(MOST_CELLS)(self._read)
        self._of_reading = lru_cache(MOST_CELLS)(self._alone)

    def of(self, texts: Sequence[str]) -> list[Cell]:
        """The cells of some texts, each of which is read once as long as it is remembered."""
        return [self._of_text(text) if len(text) <= LONGEST_CELL else self._read(text) for text in texts]

    def joined(self, cells: Sequence[Alone]) -> bool:
        """Whether cells side by side might show together what none of them shows alone, or hide what one does."""
        before = Alone(_NOTHING)
        for cell in cells:
            if not cell.first:
                continue
            if cell.unsure or ((before.open_right or cell.open_left) and self._touch(before, cell)):
                return True
            before = cell
        digits, codes = "".join([cell.digits for cell in cells]), "".join([cell.codes for cell in cells])
        return _holds(self._values, digits) or _holds(self._codes, codes)

    def _touch(self, one: Alone, other: Alone) -> bool:
        """Whether two cells in which there are words might show something together."""
        return (
            (other.asks_before and introduces(one.last))
            or any(f"{phrase} {other.first}" in self._index.phrases for phrase in one.phrases_begun)
            or any(goes_on(begun, other.first) for begun in one.numbers_begun)
            or (one.letters[1] and other.letters[0])
            or (one.said[1] and other.figures[0])
            or (one.figures[1] and other.said[0])
        )

    def _read(self, text: str) -> Cell:
        readings = all_readings(text + PARTED)
        plain, media = readings[0], embedded_media(text)
        if any(other != plain for other in readings):
            return Cell(readings, min(map(len, readings)), None, media)
        alone = self._of_reading(plain) if len(plain) <= LONGEST_CELL else None
        return Cell((plain,), len(plain), alone, media)

    def _alone(self, reading: str) -> Alone:
        text = PARTED + reading
        page = Page(text, 0, len(text), self._index.words, every_label=True)
        found = found_in_page(page, "content", self._style, self._index)
        if not len(page):
            return Alone(found)
        said = numbers(page)
        begun = tuple(self._phrases_begun(page))
        spoken = tuple(ends_begun(page.keys))
        asks = [self._asks_before(page, *place) for place in self._everyday(page)]
        letters = ends_in_letters(page)
        left, right = self._edge(page, said, range(len(page))), self._edge(page, said, range(len(page) - 1, -1, -1))
        return Alone(
            found,
            unsure=(
                None in asks
                or "@" in page.text
                or self._index.mail.may_show(page.keys)
                or self._index.numbers.birth_dates.begins_year(page, said)
            ),
            first=page.keys[0],
            last=page.keys[-1],
            asks_before=True in asks,
            phrases_begun=begun,
            numbers_begun=spoken,
            letters=letters,
            figures=(left[0], right[0]),
            said=(left[1], right[1]),
            digits="".join(number.digits for number in said),
            codes=code_pieces(page, said),
            open_left=letters[0] or left[1] or True in asks,
            open_right=bool(begun or spoken) or letters[1] or right[1] or introduces(page.keys[-1]),
        )

    def _phrases_begun(self, page: Page) -> Iterator[str]:
        """The known phrases' beginnings with which the page ends."""
        for first in range(len(page) - 1, -1, -1):
            phrase = " ".join(page.keys[first:])
            if phrase in self._index.beginnings:
                yield phrase
            if not (first and page.near(first - 1, PHRASE_GAP)) or len(page) - first > self._index.longest:
                break

    def _everyday(self, page: Page) -> Iterator[tuple[int, int, str]]:
        """The places of words that are names in some surroundings alone."""
        for first, last, entries in phrases(page, self._index):
            for entry in entries:
                if entry.strength in {"common", "postal"}:
                    yield first, last, entry.strength

    def _asks_before(self, page: Page, first: int, last: int, strength: str) -> bool | None:
        if strength == "postal":
            return None if self._style != "postal" else False
        return False if self._style == "label" else asks_before(page, first, last)

    def _edge(self, page: Page, said: Sequence[Number], tokens: range) -> tuple[bool, bool]:
        """Whether numbers, months or what may stand among them are at this end; and a month or a spoken number is."""
        numbered = {token: number.spoken for number in said for token in range(number.first, number.last + 1)}
        telling = False
        for token in tokens:
            key = page.keys[token]
            month = self._index.numbers.birth_dates.is_month(key)
            if not month and token not in numbered and key not in _FILLERS:
                return token != tokens[0], telling
            telling = telling or month or numbered.get(token, False)
        return True, telling


def _matcher(values: Sequence[str]) -> AhoCorasick | None:
    return AhoCorasick(values) if values else None


def _holds(matcher: AhoCorasick | None, text: str) -> bool:
    return bool(matcher and matcher.find_matches_as_indexes(text))
