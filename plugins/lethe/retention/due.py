"""When something must be gone: calendar arithmetic in the agency's own time zone."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from lethe.settings.retention import RetentionRule

CLOCKS_DIFFER = timedelta(days=1)
"""What lies further ahead of our clock than this has not happened: its time is a mistake."""

FIRST_YEAR = 2002
"""What lies before this year is no event but a zero that software counts from: the years 1 (.NET), 1601 (Windows), 1900
and 1904 (spreadsheets), 1970 (Unix), 1980 (DOS), 2000 (devices without a clock) and 2001 (Apple).

No setting: an agency that still holds something older dates it by hand or deletes it by hand, and a slip here would
delete unasked what nobody dated.
"""


def due_date(event: datetime, rule: RetentionRule, zone: ZoneInfo) -> date:
    """The day on which something goes: the event's local date plus the rule's window (P4.2, P4.3).

    Months are calendar months; a day that the target month does not have becomes its last one (31 August plus six
    months is 28 or 29 February). Nothing goes before that day begins, all is gone before it ends.

    Raises:
        ValueError: a time without a zone: it is not known on which day it was.
    """
    if event.tzinfo is None:
        raise ValueError("an event without a time zone has no known day")
    local = event.astimezone(zone).date()
    return local + relativedelta(months=rule.keep_months or 0, days=rule.keep_days or 0)


def believable_due_date(event: datetime | None, rule: RetentionRule, zone: ZoneInfo, now: datetime) -> date | None:
    """The same; None where the event has no time, or one that cannot be right: nothing may be deleted by it.

    That is a time before `FIRST_YEAR`, or one more than `CLOCKS_DIFFER` after `now`.
    """
    if event is None or event.year < FIRST_YEAR or event > now + CLOCKS_DIFFER:
        return None
    return due_date(event, rule, zone)
