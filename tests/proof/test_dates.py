"""The second calendar is right where that can be looked up, and the product agrees with it, case by case."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.proof.dates import Decisions, compare
from tests.proof.oracle import ZONES, Zone, clock_changes, date_of, day_number, day_of_deletion, offset

LONDON = ZONES[0]


def test_ten_thousand_decisions_are_neither_early_nor_late() -> None:
    wrong, seen = compare(10_000, seed=1)
    assert wrong == []
    assert min(seen.values()) > 200, seen


class OneDayOut(Decisions):
    """A product that keeps what happened on the 31st a day too long."""

    def deletes(self, case: object) -> tuple[tuple[int, int, int], bool]:
        due, deletes = super().deletes(case)  # type: ignore[arg-type]
        return (due, deletes) if due[2] != 28 else ((due[0], due[1], 29), deletes)


class AnHourEarly(Decisions):
    """A product whose today is a day ahead in the last hour before midnight."""

    def deletes(self, case: object) -> tuple[tuple[int, int, int], bool]:
        from dataclasses import replace

        due, _ = super().deletes(case)  # type: ignore[arg-type]
        return due, super().deletes(replace(case, now=case.now + 3600))[1]  # type: ignore[type-var,attr-defined]


def test_wrong_product_is_found() -> None:
    assert {each.how for each in compare(2000, 1, OneDayOut())[0]} == {"another day"}
    assert {each.how for each in compare(2000, 1, AnHourEarly())[0]} == {"early"}


@pytest.mark.parametrize("zone", ZONES, ids=lambda zone: zone.name)
def test_second_calendar_has_the_offsets_of_the_zone_database(zone: Zone) -> None:
    real = ZoneInfo(zone.name)
    for year in range(2021, 2033):
        changes = clock_changes(zone, year) or ()
        around = [change + step for change in changes for step in (-3600, -1, 0, 1, 3600)]
        for instant in [*around, *range(day_number((year, 1, 1)) * 86400, day_number((year, 12, 31)) * 86400, 999_999)]:
            found = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=instant)).astimezone(real).utcoffset()
            assert found == timedelta(seconds=offset(zone, instant)), (zone, instant)


def test_second_calendar_counts_every_day_once() -> None:
    days = [date_of(number) for number in range(day_number((2020, 1, 1)), day_number((2033, 1, 1)))]
    assert len(set(days)) == len(days) == 4749
    assert [day_number(day) for day in days] == list(range(day_number((2020, 1, 1)), day_number((2033, 1, 1))))
    assert (2024, 2, 29) in days
    assert (2023, 2, 29) not in days


@pytest.mark.parametrize(
    ("event", "months", "days", "expected"),
    [
        ((2026, 8, 31), 6, 0, (2027, 2, 28)),
        ((2027, 8, 31), 6, 0, (2028, 2, 29)),
        ((2028, 2, 29), 12, 0, (2029, 2, 28)),
        ((2028, 2, 20), 0, 14, (2028, 3, 5)),
        ((2027, 12, 31), 6, 0, (2028, 6, 30)),
    ],
)
def test_second_calendar_knows_days_that_were_counted_by_hand(
    event: tuple[int, int, int], months: int, days: int, expected: tuple[int, int, int]
) -> None:
    assert day_of_deletion(LONDON, day_number(event) * 86400 + 12 * 3600, months, days) == expected
