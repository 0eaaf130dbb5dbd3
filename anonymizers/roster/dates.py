"""Birth dates in a text: the written forms of four languages, and the spoken ones of English.

A date has some 1,400 forms, so none is written out: what stands in the text is read as a date, and looked up.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from anonymizers.characters import key
from anonymizers.roster.forms import runs_on
from anonymizers.tokens import Tokens
from anonymizers.wordlists import word_list

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"
_ORDINALS = word_list(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
    """
)
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
_ONES = word_list(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """
)
_LITTLE_WORDS = frozenset({"of", "de", "the", "del"})
_BEFORE_A_YEAR = frozenset({"de", "del"})
_WORDS_OF_A_DAY = 2


class DateIndex:
    """The birth dates of a study's people, by their days, however many people share one.

    `values` are ISO 8601; what is no date is left out.
    """

    ENTITY = "DATE_OF_BIRTH"

    def __init__(self, values: Iterable[str]) -> None:
        self._days: set[tuple[int, int]] = set()
        self._dates: set[tuple[int, int, int]] = set()
        self._spoken: dict[tuple[str, ...], int] = {}
        for value in set(values):
            try:
                born = date.fromisoformat(value)
            except ValueError:
                continue
            self._days.add((born.month, born.day))
            # People leave the century out: 84 is kept beside 1984.
            self._dates |= {(born.year, born.month, born.day), (born.year % 100, born.month, born.day)}
            self._spoken[_spoken_year(born.year)] = born.year
        self._said_years = sorted({len(words) for words in self._spoken}, reverse=True)

    def longest(self, tokens: Tokens, first: int) -> int | None:
        """The last token of the longest date that begins at a token; None when none does."""
        word = tokens.items[first].key
        if not self._days or not (word.isdecimal() or word in _openings()):
            return None
        return max((*self._in_figures(tokens, first), *self._in_words(tokens, first)), default=None)

    def _in_figures(self, tokens: Tokens, first: int) -> Iterator[int]:
        """`7/3/1984` and `3/7/84` in figures alone, the year at either end, and eight figures in one."""
        word = tokens.items[first].key
        if not word.isdecimal():
            return
        if len(word) == 8:
            day_first = (int(word[4:]), int(word[2:4]), int(word[:2]))
            year_first = (int(word[:4]), int(word[4:6]), int(word[6:]))
            if any(found[0] > 99 and found in self._dates for found in (day_first, year_first)):
                yield first
        one, two, three = (
            _figures(tokens, first + more) if more == 0 or runs_on(tokens, first + more) else "" for more in range(3)
        )
        if not (one and two and three and runs_on(tokens, first + 2)):
            return
        orders = ((three, two, one), (three, one, two), (one, two, three))
        if any(self._is_date(year, month, day) for year, month, day in orders):
            yield first + 2

    def _is_date(self, year: str, month: str, day: str) -> bool:
        if len(year) not in {2, 4} or len(month) > 2 or len(day) > 2:
            return False
        return (int(year), int(month), int(day)) in self._dates

    def _in_words(self, tokens: Tokens, first: int) -> Iterator[int]:
        """A day and a month by its name in either order, alone or with a year."""
        for day, last in _days_at(tokens, first):
            for place in _past(tokens, last, _LITTLE_WORDS):
                month = _month_names().get(tokens.items[place].key)
                if (month, day) in self._days:
                    yield place
                    for year in _past(tokens, place, _BEFORE_A_YEAR):
                        yield from self._years_at(tokens, year, month, day)
        month = _month_names().get(tokens.items[first].key)
        if month is None:
            return
        for place in _past(tokens, first, _LITTLE_WORDS):
            for day, last in _days_at(tokens, place):
                if (month, day) in self._days:
                    yield last
                    if runs_on(tokens, last + 1):
                        yield from self._years_at(tokens, last + 1, month, day)

    def _years_at(self, tokens: Tokens, first: int, month: int | None, day: int) -> Iterator[int]:
        written = _figures(tokens, first)
        if len(written) in {2, 4} and (int(written), month, day) in self._dates:
            yield first
        for length in self._said_years:
            year = self._spoken.get(_words_at(tokens, first, length))
            if (year, month, day) in self._dates:
                yield first + length - 1


def _figures(tokens: Tokens, index: int) -> str:
    word = tokens.items[index].key
    return word if word.isdecimal() and len(word) <= 4 else ""


def _past(tokens: Tokens, last: int, little: frozenset[str]) -> Iterator[int]:
    """The token after one, and the one after that where a little word lies between."""
    if runs_on(tokens, last + 1):
        yield last + 1
        if tokens.items[last + 1].key in little and runs_on(tokens, last + 2):
            yield last + 2


def _words_at(tokens: Tokens, first: int, length: int) -> tuple[str, ...]:
    """So many words that run on from a token; nothing when there are fewer."""
    if not all(runs_on(tokens, index) for index in range(first + 1, first + length)):
        return ()
    return tuple(token.key for token in tokens.items[first : first + length])


def _days_at(tokens: Tokens, first: int) -> Iterator[tuple[int, int]]:
    """The days of a month that begin at a token, and the last token of each."""
    for length in range(1, _WORDS_OF_A_DAY + 1):
        day = _day_names().get(_words_at(tokens, first, length))
        if day is not None:
            yield day, first + length - 1


@cache
def _openings() -> frozenset[str]:
    return frozenset({words[0] for words in _day_names()} | _month_names().keys())


@cache
def _day_names() -> dict[tuple[str, ...], int]:
    names: dict[tuple[str, ...], int] = {("1", "er"): 1, ("premier",): 1, ("primero",): 1}
    for day in range(1, 32):
        for words in ((str(day),), (f"{day:02d}",), (str(day), _suffix(day)), _spoken_day(day)):
            names[words] = day
    return names


@cache
def _month_names() -> dict[str, int]:
    names = {"sept": 9}
    for months in (*_MONTHS.values(), _SHORT):
        names |= {key(month): number for number, month in enumerate(months.split(), 1)}
    return names


def _suffix(day: int) -> str:
    return "th" if day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _spoken_day(day: int) -> tuple[str, ...]:
    if day <= 20:
        return (_ORDINALS[day - 1],)
    if day == 30:
        return ("thirtieth",)
    return (_TENS[day // 10 * 10], _ORDINALS[day % 10 - 1])


def _spoken_year(year: int) -> tuple[str, ...]:
    if 2000 <= year < 2010:
        return ("two", "thousand") if year == 2000 else ("two", "thousand", "and", _ONES[year % 100])
    return _spoken_number(year // 100) + (_spoken_number(year % 100) if year % 100 >= 10 else ("oh", _ONES[year % 10]))


def _spoken_number(number: int) -> tuple[str, ...]:
    if number < 20:
        return (_ONES[number],)
    tens = (_TENS[number // 10 * 10],)
    return tens + ((_ONES[number % 10],) if number % 10 else ())
