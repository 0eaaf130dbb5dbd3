"""Dates and times as tables write them."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_WRITTEN = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T, ].*)?")
_DAY_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -](?:de |of )?([^\W\d_]{3,10})\.?,?[ -](?:de |del )?(\d{4})(?:,? .*)?"
)
_NAMED_DAY = re.compile(r"([^\W\d_]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? .*)?")
_MONTHS = (
    ("jan", "janv", "ene"),
    ("feb", "fév", "fev"),
    ("mar", "mär", "mrz"),
    ("apr", "avr", "abr"),
    ("may", "mai"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "aoû", "aou", "ago"),
    ("sep",),
    ("oct", "okt"),
    ("nov",),
    ("dec", "déc", "dez", "dic"),
)


def read_date(value: str) -> date | None:
    """The day of a written date, ISO or day first (month first only where day first is no date); None if there is none.

    Months may be named in English, French, German or Spanish. A time behind the date is left out.
    """
    plain = value.strip()
    iso = _ISO.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if iso:
        return _day(int(iso.group(1)), int(iso.group(2)), int(iso.group(3)))
    written = _WRITTEN.fullmatch(plain)
    if written:
        first, second, year = (int(part) for part in written.groups())
        return _day(year, second, first) or _day(year, first, second)
    named = _DAY_NAMED.fullmatch(plain)
    if named:
        return _day(int(named.group(3)), _month(named.group(2)), int(named.group(1)))
    american = _NAMED_DAY.fullmatch(plain)
    if american:
        return _day(int(american.group(3)), _month(american.group(1)), int(american.group(2)))
    return None


def _month(name: str) -> int:
    low = name.lower()
    # "juin" and "juil" share what "jun" and "jul" tell apart, so the longest beginning decides.
    fitting = [
        (len(start), number) for number, starts in enumerate(_MONTHS, 1) for start in starts if low.startswith(start)
    ]
    return max(fitting, default=(0, 0))[1]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
