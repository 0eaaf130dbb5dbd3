"""Quasi-identifiers made coarser: a postcode to its area, a date to its decade, an age to ten years."""

import re
from datetime import date

_UK_POSTCODE = re.compile(r"([A-Z]{1,2})\d[A-Z\d]?(?:\s*\d[A-Z]{2})?", re.IGNORECASE)
_FIVE_DIGITS = re.compile(r"(?:[A-Z]{1,2}[- ])?(\d{2})\d{3}", re.IGNORECASE)
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_AGE = re.compile(r"(\d{1,3})(?: ?(?:years?(?: old)?|yrs?|ans|jahre(?: alt)?|años))?", re.IGNORECASE)
_BAND = 10
_OLDEST = 90


def generalised(value: str, *, age: bool = False) -> str:
    """A coarser form of a value whose kind shows; any other value as it is. Only an `age` column has ages.

    >>> generalised("BA1 2QF"), generalised("75011"), generalised("1984-03-07"), generalised("37", age=True)
    ('BA', '75xxx', '1980-1989', '30-39')
    """
    plain = value.strip()
    british = _UK_POSTCODE.fullmatch(plain)
    if british:
        return british.group(1).upper()
    five = _FIVE_DIGITS.fullmatch(plain)
    if five:
        return f"{five.group(1)}xxx"
    year = _year(plain)
    if year is not None:
        start = year // _BAND * _BAND
        return f"{start}-{start + _BAND - 1}"
    years = _AGE.fullmatch(plain) if age else None
    return age_band(int(years.group(1))) if years else plain


def age_band(age: int) -> str:
    """Ten years of age; all from 90 on are one band, since few people are that old."""
    if age >= _OLDEST:
        return f"{_OLDEST}+"
    start = age // _BAND * _BAND
    return f"{start}-{start + _BAND - 1}"


def _year(value: str) -> int | None:
    iso = _ISO_DATE.fullmatch(value)
    if iso:
        return _valid(int(iso.group(1)), int(iso.group(2)), int(iso.group(3)))
    written = _DAY_FIRST.fullmatch(value)
    if written:
        day, month, year = (int(part) for part in written.groups())
        return _valid(year, month, day) or _valid(year, day, month)
    return int(value) if _YEAR.fullmatch(value) else None


def _valid(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).year
    except ValueError:
        return None
