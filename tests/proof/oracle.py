"""A second calendar, written without looking at the first: no datetime, no zoneinfo, no dateutil in it.

Instants are whole seconds since 1970-01-01 UTC, days are day numbers since then. The rules of summer time are written
out here from the laws that set them (EU directive 2000/84/EC, US Energy Policy Act of 2005, New South Wales' Standard
Time Act): they hold for every year from 2008.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

DAY = 86_400
HOUR = 3_600
Date = tuple[int, int, int]


@dataclass(frozen=True)
class Zone:
    """A zone's offset from UTC in seconds, and whose law on summer time it follows."""

    name: str
    standard: int
    summer: Literal["none", "EU", "US", "AU"] = "none"


ZONES = (
    Zone("Europe/London", 0, "EU"),
    Zone("Europe/Berlin", HOUR, "EU"),
    Zone("America/New_York", -5 * HOUR, "US"),
    Zone("America/Los_Angeles", -8 * HOUR, "US"),
    Zone("Australia/Sydney", 10 * HOUR, "AU"),
    Zone("Asia/Kolkata", 5 * HOUR + 1800),
    Zone("Asia/Kathmandu", 5 * HOUR + 2700),
    Zone("Asia/Tokyo", 9 * HOUR),
    Zone("Pacific/Kiritimati", 14 * HOUR),
    Zone("Pacific/Pago_Pago", -11 * HOUR),
)


def is_leap(year: int) -> bool:
    """The Gregorian rule."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days of a month."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@cache
def _days_before(year: int) -> int:
    """Days from 1970-01-01 to the first of January of a year."""
    return sum(366 if is_leap(each) else 365 for each in range(1970, year))


def day_number(date: Date) -> int:
    """The number of a day."""
    year, month, day = date
    return _days_before(year) + sum(month_length(year, each) for each in range(1, month)) + day - 1


def date_of(number: int) -> Date:
    """The day of a number."""
    year = 1970 + number // 366
    while _days_before(year + 1) <= number:
        year += 1
    rest = number - _days_before(year)
    month = 1
    while rest >= month_length(year, month):
        rest -= month_length(year, month)
        month += 1
    return year, month, rest + 1


def _sunday(year: int, month: int, which: int) -> int:
    """The day number of the first (1), second (2) or last (-1) Sunday of a month."""
    # 1970-01-01 was a Thursday, so that day 3 was a Sunday.
    first = day_number((year, month, 1))
    sundays = [day for day in range(first, first + month_length(year, month)) if day % 7 == 3]
    return sundays[which - 1 if which > 0 else which]


@cache
def clock_changes(zone: Zone, year: int) -> tuple[int, int] | None:
    """The instants at which summer time begins and ends in a year; in the south it ends first."""
    if zone.summer == "EU":
        return _sunday(year, 3, -1) * DAY + HOUR, _sunday(year, 10, -1) * DAY + HOUR
    if zone.summer == "US":
        begins = _sunday(year, 3, 2) * DAY + 2 * HOUR - zone.standard
        return begins, _sunday(year, 11, 1) * DAY + 2 * HOUR - zone.standard - HOUR
    if zone.summer == "AU":
        begins = _sunday(year, 10, 1) * DAY + 2 * HOUR - zone.standard
        return begins, _sunday(year, 4, 1) * DAY + 2 * HOUR - zone.standard
    return None


def offset(zone: Zone, instant: int) -> int:
    """Seconds by which a zone is ahead of UTC at an instant."""
    year = date_of((instant + zone.standard) // DAY)[0]
    changes = clock_changes(zone, year)
    if changes is None:
        return zone.standard
    begins, ends = changes
    in_summer = begins <= instant < ends if begins < ends else not ends <= instant < begins
    return zone.standard + (HOUR if in_summer else 0)


def local_date(zone: Zone, instant: int) -> Date:
    """The date on the wall of a zone at an instant."""
    return date_of((instant + offset(zone, instant)) // DAY)


def day_of_deletion(zone: Zone, event: int, months: int, days: int) -> Date:
    """The local day of the event, that many calendar months and days on; a day that is not there is the month's last.

    Exactly one of `months` and `days` is not 0.
    """
    year, month, day = local_date(zone, event)
    if days:
        return date_of(day_number((year, month, day)) + days)
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return year, month, min(day, month_length(year, month))


def must_be_gone(zone: Zone, event: int, months: int, days: int, now: int) -> bool:
    """Whether a run at `now` deletes: from the first moment of the day of deletion on, and not a second before."""
    return local_date(zone, now) >= day_of_deletion(zone, event, months, days)
