"""Dates of birth, ages and bands of age: to bands of 5, 10 and 20 years, with one band for all from 90 on."""

import re
from collections.abc import Sequence
from datetime import date

from anonymizers.hierarchies.dates import read_date
from anonymizers.hierarchies.hierarchy import ANY, Hierarchy, HierarchyError, Steps

_LEVELS = ("as given", "age in years", "5 years", "10 years", "20 years", "any")
_OLDEST, _OLDEST_PAIR = 90, 80
_MOST = 125
_AGE = re.compile(
    r"(?:aged? )?(\d{1,3})(?:[.,]0)?(?: ?(?:years?(?: old)?|yrs?(?: old)?|y/?o|ans?|jahre?(?: alt)?|años?))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_DASH = r"\s*(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|to|bis|à|a|until)\s*"
_YEARS = r"(?:\s*(?:years?(?: old)?|yrs?|ans?|jahren?|años?))?"
_BAND = re.compile(rf"(?:from |von |de |entre )?(\d{{1,3}}){_DASH}(\d{{1,3}}){_YEARS}", re.IGNORECASE)
_UNDER = re.compile(
    rf"(?:<|under|below|less than|younger than|moins de|unter|menos de|menor(?:es)? de)\s*(\d{{1,3}}){_YEARS}",
    re.IGNORECASE,
)
_OVER = re.compile(
    rf"(?:(?:>=?|over|older than|more than|plus de|über|mehr als|más de|mayor(?:es)? de)\s*(\d{{1,3}}){_YEARS}"
    rf"|(\d{{1,3}}){_YEARS}\s*(?:\+|and (?:over|older|above|more)|or (?:over|older|above|more)|et plus|ou plus"
    r"|und (?:älter|mehr)|oder (?:älter|mehr)|y más|o más|and up))",
    re.IGNORECASE,
)
# Life stages of the bands that survey software offers.
_STANDARD = ((0, 17), (18, 34), (35, 54), (55, _MOST))


def dates_of_birth(today: date | None) -> Hierarchy:
    """A date (or year) of birth to the age on `today`; neither is ever published as given.

    A date that could be day or month first is taken day first.

    Raises:
        HierarchyError: no `today`.
    """
    if today is None:
        raise HierarchyError("the hierarchy 'date_of_birth' needs `today`, the day on which the ages are told")

    def steps(value: str) -> tuple[str, ...] | None:
        if _YEAR.fullmatch(value):
            return _bands(today.year - int(value))
        born = read_date(value)
        if born is None:
            return None
        return _bands(today.year - born.year - ((today.month, today.day) < (born.month, born.day)))

    return Steps("date_of_birth", _LEVELS, steps, first_level=1)


def ages() -> Hierarchy:
    """An age in years; published with one band for all from 90 on, who are few."""
    return Steps("age", _LEVELS, _age, first_level=1)


def age_bands(values: Sequence[str]) -> Hierarchy:
    """Bands of age that a survey already has: merged in pairs, and those in pairs again.

    The bands are those of `values`, overlapping ones put together; without values, they are merged to under 18,
    18-34, 35-54, 55+, and those to under 35, 35+.
    """
    found = sorted({band for value in values if (band := read_band(value)) is not None})
    base = _disjoint(found) if found else list(_STANDARD)
    once = _pairs(base) if found else base
    twice = _pairs(once)

    def steps(value: str) -> tuple[str, ...] | None:
        band = read_band(value)
        return None if band is None else (_within(band, once), _within(band, twice))

    return Steps("age_band", ("as given", "two bands together", "four bands together", "any"), steps)


def read_band(value: str) -> tuple[int, int] | None:
    """The youngest and the oldest age of a band, both inclusive; an age alone is a band of one year.

    >>> read_band("25-34"), read_band("under 18"), read_band("65 and over"), read_band("18 à 24 ans")
    ((25, 34), (0, 17), (65, 125), (18, 24))
    """
    plain = value.strip()
    band = _BAND.fullmatch(plain)
    under, over, alone = _UNDER.fullmatch(plain), _OVER.fullmatch(plain), _AGE.fullmatch(plain)
    if band:
        first, last = int(band.group(1)), int(band.group(2))
    elif under:
        first, last = 0, int(under.group(1)) - 1
    elif over:
        first, last = int(over.group(1) or over.group(2)), _MOST
    elif alone:
        first = last = int(alone.group(1))
    else:
        return None
    return (first, last) if 0 <= first <= last <= _MOST else None


def _age(value: str) -> tuple[str, ...] | None:
    found = _AGE.fullmatch(value)
    return _bands(int(found.group(1))) if found else None


def _bands(age: int) -> tuple[str, ...] | None:
    if not 0 <= age <= _MOST:
        return None
    if age >= _OLDEST:
        oldest = f"{_OLDEST}+"
        return oldest, oldest, oldest, f"{_OLDEST_PAIR}+"
    return str(age), _of(age, 5), _of(age, 10), f"{_OLDEST_PAIR}+" if age >= _OLDEST_PAIR else _of(age, 20)


def _of(age: int, width: int) -> str:
    start = age // width * width
    return f"{start}-{start + width - 1}"


def _disjoint(bands: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged = [bands[0]]
    for first, last in bands[1:]:
        if first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _pairs(bands: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbours put together from the youngest on; the last of an odd number stays alone."""
    return [(bands[at][0], bands[min(at + 1, len(bands) - 1)][1]) for at in range(0, len(bands), 2)]


def _within(band: tuple[int, int], bands: Sequence[tuple[int, int]]) -> str:
    for first, last in bands:
        if first <= band[0] and band[1] <= last:
            if last >= _MOST:
                return f"{first}+"
            return f"under {last + 1}" if first == 0 else f"{first}-{last}"
    return ANY
