"""When something must be gone: calendar arithmetic in the agency's own time zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from lethe.settings.retention import RetentionRule


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
