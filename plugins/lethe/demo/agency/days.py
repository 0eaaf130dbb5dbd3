"""When things happened, seen from a day on which the sample agency is built."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

SESSION_MONTHS = 6
"""P4.2: recordings and what is derived from them."""
ANSWER_MONTHS = 12
"""P4.3."""


def event_due(today: date, months: int) -> date:
    """The latest day whose calendar months are over today.

    It falls due exactly today wherever the calendar lets anything do so. On a day that no month's end maps to, such
    as 31 August after six months or 29 February after twelve, it is what fell due last, a few days ago.
    """
    day = today - relativedelta(months=months)
    while due(day + timedelta(days=1), months) <= today:
        day += timedelta(days=1)
    return day


def due(event: date, months: int) -> date:
    """The day something of that day must be gone."""
    return event + relativedelta(months=months)


def working_day(day: date) -> date:
    """The day itself, or the Friday before its weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def at(day: date, hour: int, minute: int, zone: ZoneInfo) -> datetime:
    """That local time, aware. Hours from 7 to 22 exist on every day of every zone we serve."""
    return datetime.combine(day, time(hour, minute), tzinfo=zone)
