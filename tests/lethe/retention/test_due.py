"""Due dates by the calendar of the agency's own zone (P4.2, P4.3)."""

import calendar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lethe.retention import due_date
from lethe.settings.retention import ItemKind, RetentionRule, StartsAt

LONDON = ZoneInfo("Europe/London")


def rule(months: int | None = None, days: int | None = None) -> RetentionRule:
    return RetentionRule(
        clause="P4.2",
        items=ItemKind.RECORDING,
        places=("sessions",),
        starts_at=StartsAt.SESSION,
        keep_months=months,
        keep_days=days,
    )


@pytest.mark.parametrize(
    ("event", "months", "due"),
    [
        ("2026-03-15T10:00+00:00", 6, "2026-09-15"),
        ("2026-08-31T10:00+00:00", 6, "2027-02-28"),
        ("2027-08-31T10:00+00:00", 6, "2028-02-29"),
        ("2027-08-29T10:00+00:00", 6, "2028-02-29"),
        ("2026-08-29T10:00+00:00", 6, "2027-02-28"),
        ("2028-02-29T10:00+00:00", 12, "2029-02-28"),
        ("2028-02-29T10:00+00:00", 48, "2032-02-29"),
        ("2027-12-31T10:00+00:00", 6, "2028-06-30"),
        # In summer London is an hour ahead: half past eleven at night in UTC is the next day.
        ("2026-06-30T22:30+00:00", 6, "2026-12-30"),
        ("2026-06-30T23:30+00:00", 6, "2027-01-01"),
        ("2026-07-31T23:30+00:00", 6, "2027-02-01"),
        ("2026-12-31T23:30+00:00", 6, "2027-06-30"),
        # The nights of the clock change, on either side of midnight.
        ("2026-03-28T23:30+00:00", 6, "2026-09-28"),
        ("2026-03-29T00:30+00:00", 6, "2026-09-29"),
        ("2026-03-29T23:30+00:00", 6, "2026-09-30"),
        ("2026-10-24T22:59+00:00", 6, "2027-04-24"),
        ("2026-10-24T23:00+00:00", 6, "2027-04-25"),
        ("2026-10-25T00:30+00:00", 6, "2027-04-25"),
        ("2026-10-25T01:30+00:00", 6, "2027-04-25"),
        ("2026-10-25T23:30+00:00", 6, "2027-04-25"),
        # Whatever zone the event is written in.
        ("2026-06-30T23:30-05:00", 6, "2027-01-01"),
        ("2026-07-01T08:00+09:00", 6, "2027-01-01"),
        ("2026-07-01T07:59+09:00", 6, "2026-12-30"),
    ],
)
def test_due_date_is_the_local_date_plus_calendar_months(event: str, months: int, due: str) -> None:
    assert due_date(datetime.fromisoformat(event), rule(months), LONDON) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("event", "days", "due"),
    [
        ("2026-10-20T12:00+00:00", 14, "2026-11-03"),  # over the clock change: days of the calendar, not of 24 hours
        ("2028-02-20T12:00+00:00", 14, "2028-03-05"),
        ("2026-06-30T23:30+00:00", 1, "2026-07-02"),
    ],
)
def test_due_date_in_days_counts_the_days_of_the_calendar(event: str, days: int, due: str) -> None:
    assert due_date(datetime.fromisoformat(event), rule(days=days), LONDON) == date.fromisoformat(due)


def test_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        due_date(datetime(2026, 3, 1, 10), rule(6), LONDON)  # noqa: DTZ001 (what is refused)


EVENTS = st.datetimes(datetime(2020, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 (bounds)
MONTHS = st.integers(1, 36)


@given(event=EVENTS, months=MONTHS)
def test_never_early_and_never_late(event: datetime, months: int) -> None:
    """An oracle of its own: the same day of the month that many months on, or that month's last day."""
    due = due_date(event, rule(months), LONDON)
    local = event.astimezone(LONDON)
    month = local.month - 1 + months
    year, month = local.year + month // 12, month % 12 + 1
    assert (due.year, due.month) == (year, month)
    assert due.day == min(local.day, calendar.monthrange(year, month)[1])


@given(event=EVENTS, later=st.timedeltas(timedelta(0), timedelta(days=800)), months=MONTHS)
def test_what_happened_later_is_never_due_earlier(event: datetime, later: timedelta, months: int) -> None:
    assert due_date(event, rule(months), LONDON) <= due_date(event + later, rule(months), LONDON)


@given(event=EVENTS, months=MONTHS)
def test_a_longer_window_is_never_due_earlier(event: datetime, months: int) -> None:
    assert due_date(event, rule(months), LONDON) < due_date(event, rule(months + 1), LONDON)


@given(event=EVENTS, zone=st.sampled_from(["Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Europe/London"]))
def test_the_zone_that_an_event_is_written_in_does_not_matter(event: datetime, zone: str) -> None:
    assert due_date(event.astimezone(ZoneInfo(zone)), rule(6), LONDON) == due_date(event, rule(6), LONDON)
