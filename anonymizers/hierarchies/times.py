"""Moments: to their date, ISO week, month, quarter and year."""

from datetime import timedelta

from anonymizers.hierarchies.dates import read_date
from anonymizers.hierarchies.hierarchy import Hierarchy, Steps

_LEVELS = ("as given", "date", "ISO week", "month", "quarter", "year", "any")


def timestamps() -> Hierarchy:
    """A date with or without a time; the time is never published, since logs have it too.

    A week belongs to the month, quarter and year of its Thursday, as ISO 8601 has it for the year: a week that could
    be of two months would not be nested in either.
    """
    return Steps("timestamp", _LEVELS, _steps, first_level=1)


def _steps(value: str) -> tuple[str, ...] | None:
    day = read_date(value)
    if day is None:
        return None
    year, week, weekday = day.isocalendar()
    try:
        thursday = day + timedelta(days=4 - weekday)
    except OverflowError:
        return None
    month = thursday.month
    return (
        day.isoformat(),
        f"{year:04}-W{week:02}",
        f"{thursday.year:04}-{month:02}",
        f"{thursday.year:04}-Q{(month + 2) // 3}",
        f"{thursday.year:04}",
    )
