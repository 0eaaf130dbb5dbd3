"""Dates of birth in a page: in words or figures, in any usual order, with two or four digits of the year."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from anonymizers.gate.hits import Hit
from anonymizers.gate.page import Page
from anonymizers.gate.spoken import Number
from anonymizers.gate.vocabulary import DATE_FILLERS, MONTHS

_REACH = 4
_GAP = 12
_BETWEEN_FIGURES = re.compile(r"[ \t]*[-./,\u2010-\u2015]?[ \t]*")
_LONGEST_BETWEEN = 4


class BirthDates:
    """Dates of birth and whose they are."""

    def __init__(self) -> None:
        self._people: dict[date, set[str]] = defaultdict(set)
        self._months: dict[int, set[date]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._people)

    def add(self, value: str, ref: str) -> tuple[str, ...]:
        """Take a date; the answer is its rows of six and eight digits. None where the value is no date."""
        try:
            born = date.fromisoformat(value.strip()[:10])
        except ValueError:
            return ()
        self._people[born].add(ref)
        self._months[born.month].add(born)
        return tuple(born.strftime(form) for form in ("%d%m%Y", "%m%d%Y", "%Y%m%d", "%d%m%y", "%m%d%y", "%y%m%d"))

    def is_month(self, key: str) -> bool:
        """Whether the word names a month in which somebody was born."""
        return MONTHS.get(key) in self._months

    def begins_year(self, page: Page, numbers: Sequence[Number]) -> bool:
        """Whether the last figures are a day, a month and the begin of somebody's year of birth."""
        if len(numbers) < 3 or not all(_figures_follow(page, *pair) for pair in pairwise(numbers[-3:])):
            return False
        last = numbers[-1].digits
        return any(len(last) < 4 and f"{born.year}".startswith(last) for born in self._people)

    def hits(self, page: Page, numbers: Sequence[Number]) -> Iterator[Hit]:
        """Where the page shows one of the dates; a month with its year alone is for the reviewer."""
        if not self._people:
            return
        yield from self._in_words(page, numbers)
        yield from self._in_figures(page, numbers)

    def _in_words(self, page: Page, numbers: Sequence[Number]) -> Iterator[Hit]:
        following = 0
        for token, key in enumerate(page.keys):
            month = MONTHS.get(key)
            if month is None or month not in self._months:
                continue
            while following < len(numbers) and numbers[following].first <= token:
                following += 1
            behind = [n for n in numbers[max(0, following - 3) : following] if n.last < token]
            before = _chain(page, behind[::-1], token, backward=True)
            after = _chain(page, numbers[following : following + 3], token, backward=False)
            for born in self._months[month]:
                yield from self._around(born, token, before, after)

    def _around(self, born: date, token: int, before: list[Number], after: list[Number]) -> Iterator[Hit]:
        people = frozenset(self._people[born])
        year_after = next((used for skip in (0, 1) if (used := _year(after[skip:], born))), [])
        day = [n for n in (*before[:1], *after[:1]) if n.digits.lstrip("0") == str(born.day)]
        year_before = _year(before[:1], born)
        used = [*day, *(year_after or year_before)]
        if not used:
            return
        first, last = min(token, *(n.first for n in used)), max(token, *(n.last for n in used))
        if day and (year_after or year_before):
            yield Hit(first, last, "birth_date", "block", people)
        elif day:
            yield Hit(first, last, "birth_day", "count", people)
        else:
            yield Hit(first, last, "birth_month", "review", people)

    def _in_figures(self, page: Page, numbers: Sequence[Number]) -> Iterator[Hit]:
        for at in range(len(numbers) - 2):
            row = numbers[at : at + 3]
            if len(row[0].digits) > 4 or len(row[1].digits) > 2 or len(row[2].digits) > 4:
                continue
            if not all(_figures_follow(page, *pair) for pair in pairwise(row)):
                continue
            one, two, three = (int(n.digits) for n in row)
            for month in {one, two} & self._months.keys():
                for born in self._months[month]:
                    if (one, two) in {(born.day, born.month), (born.month, born.day)}:
                        if used := _year(numbers[at + 2 : at + 4], born):
                            yield self._hit(born, row[0], used[-1])
                    elif two == born.month and three == born.day and _year(row[:1], born):
                        yield self._hit(born, row[0], row[2])

    def _hit(self, born: date, first: Number, last: Number) -> Hit:
        return Hit(first.first, last.last, "birth_date", "block", frozenset(self._people[born]))


def _year(numbers: Sequence[Number], born: date) -> list[Number]:
    """The numbers that say the year: 1984, 84, or "nineteen" and "eighty four"."""
    if numbers and numbers[0].digits in {f"{born.year}", f"{born.year % 100:02d}"}:
        return [numbers[0]]
    # "nineteen oh four" comes as 19, 0, 4.
    for count in (2, 3):
        if len(numbers) >= count and "".join(n.digits for n in numbers[:count]) == f"{born.year}":
            return list(numbers[:count])
    return []


def _chain(page: Page, numbers: Sequence[Number], token: int, *, backward: bool) -> list[Number]:
    """The numbers next to a month, nearest first, while nothing but filler words and marks lies between."""
    chain: list[Number] = []
    edge = token
    for number in numbers:
        low, high = (number.last, edge) if backward else (edge, number.first)
        apart = page.starts[high] - page.ends[low]
        words = page.keys[low + 1 : high]
        if len(words) > _REACH or apart > _GAP + sum(map(len, words)) or not DATE_FILLERS.issuperset(words):
            break
        chain.append(number)
        edge = number.first if backward else number.last
    return chain


def _figures_follow(page: Page, before: Number, after: Number) -> bool:
    if after.first != before.last + 1 or page.starts[after.first] - page.ends[before.last] > _LONGEST_BETWEEN:
        return False
    return _BETWEEN_FIGURES.fullmatch(page.gap(before.last)) is not None
