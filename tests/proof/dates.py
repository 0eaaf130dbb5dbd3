"""Neither early nor late: generated cases, the product's decision beside that of a second calendar.

A case is an event, a window, a zone and a moment at which a run asks. Half of the events lie on the edges: ends of
months, leap days, midnights, clock changes; most runs ask within seconds or hours of the first moment they may delete.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from lethe.agency import Agency
from lethe.retention import Held, due_date, standing
from lethe.settings import load_settings
from lethe.settings.retention import ItemKind, RetentionRule, StartsAt
from tests.proof.oracle import (
    DAY,
    HOUR,
    ZONES,
    Zone,
    clock_changes,
    date_of,
    day_number,
    day_of_deletion,
    month_length,
    must_be_gone,
)

PROJECT = Path(__file__).parents[2]
YEARS = (2021, 2028)
"""Events: eight years, two leap days among them; what they bring due reaches into 2031."""

PROPERTY = (
    "A run deletes a thing if and only if the local calendar day on which it runs has reached the day of deletion: "
    "the local day of the event plus the rule's window, in calendar months or days; where the target month has no such "
    "day, its last one. A second before the local midnight that begins that day nothing goes (never early); from that "
    "midnight on every run takes it (never late)."
)


@dataclass(frozen=True)
class Case:
    """Instants in seconds since 1970; exactly one of `months` and `days` is not 0; `written` is the event's offset."""

    zone: Zone
    event: int
    months: int
    days: int
    now: int
    written: int


def cases(number: int, seed: int) -> Iterator[Case]:
    """That many cases, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(number):
        zone = chance.choice(ZONES)
        event = _event(chance, zone)
        months, days = _window(chance)
        first = day_number(day_of_deletion(zone, event, months, days)) * DAY - zone.standard
        near = chance.choice((0, 0, 1, 60, HOUR, 2 * HOUR, DAY, 40 * DAY))
        now = first - chance.choice((0, HOUR)) + chance.randint(-near, near) - chance.randint(0, 1)
        yield Case(zone, event, months, days, now, chance.randrange(-14 * 60, 14 * 60 + 1, 15) * 60)


def _event(chance: random.Random, zone: Zone) -> int:
    year = chance.randint(*YEARS)
    kind = chance.randrange(8)
    if kind == 0 and (changes := clock_changes(zone, year)):
        return chance.choice(changes) + chance.randint(-26 * HOUR, 26 * HOUR)
    if kind == 1:
        day = day_number((chance.choice((2024, 2028)), 2, 29)) + chance.randint(-1, 1)
    elif kind in (2, 3):
        month = chance.randint(1, 12)
        day = day_number((year, month, month_length(year, month))) - chance.randint(0, 3)
    else:
        day = chance.randint(day_number((YEARS[0], 1, 1)), day_number((YEARS[1], 12, 31)))
    if kind in (3, 4):  # within a minute of a local midnight
        return day * DAY - zone.standard + chance.choice((0, -HOUR)) + chance.randint(-60, 60)
    return day * DAY - zone.standard + chance.randrange(DAY)


def _window(chance: random.Random) -> tuple[int, int]:
    kind = chance.randrange(4)
    if kind == 0:
        return 0, chance.choice((1, 14, 30, 365, chance.randint(1, 730)))
    return chance.choice((6, 12)) if kind < 3 else chance.randint(1, 36), 0


@dataclass(frozen=True)
class Wrong:
    """A case in which the product decided otherwise than the second calendar."""

    case: Case
    how: str


class Decisions:
    """What the product decides: the agency's own date today, `due_date`, and where the thing stands that day."""

    def __init__(self) -> None:
        settings = load_settings(PROJECT / "config")
        self._agencies = {}
        for zone in ZONES:
            profile = settings.agency.model_copy(update={"time_zone": zone.name})
            local = settings.model_copy(update={"agency": profile})
            self._agencies[zone.name] = Agency(local, self._clock, _no_connection, Path("unused"))
        self._now = datetime(1970, 1, 1, tzinfo=UTC)
        self._rules: dict[tuple[int, int], RetentionRule] = {}

    def _clock(self) -> datetime:
        return self._now

    def deletes(self, case: Case) -> tuple[tuple[int, int, int], bool]:
        """The due date, and whether a run at that moment deletes."""
        agency = self._agencies[case.zone.name]
        event = _aware(case.event).astimezone(timezone(timedelta(seconds=case.written)))
        due = due_date(event, self._rule(case.months, case.days), agency.settings.agency.zone)
        self._now = _aware(case.now)
        held = Held("object", "sessions", "key", due, "session", ("object", "sessions", "key"))
        return (due.year, due.month, due.day), standing(held, agency.today()) in {"due", "overdue"}

    def _rule(self, months: int, days: int) -> RetentionRule:
        rule = self._rules.get((months, days))
        if rule is None:
            rule = self._rules[months, days] = RetentionRule(
                clause="P4.2",
                items=ItemKind.RECORDING,
                places=("sessions",),
                starts_at=StartsAt.SESSION,
                keep_months=months or None,
                keep_days=days or None,
            )
        return rule


def compare(number: int, seed: int, decisions: Decisions | None = None) -> tuple[list[Wrong], Counter[str]]:
    """Every case decided otherwise, and how many there were of what: asked before and after, on the edges."""
    product = decisions or Decisions()
    wrong: list[Wrong] = []
    seen: Counter[str] = Counter()
    for case in cases(number, seed):
        expected = day_of_deletion(case.zone, case.event, case.months, case.days)
        gone = must_be_gone(case.zone, case.event, case.months, case.days, case.now)
        due, deletes = product.deletes(case)
        if deletes and not gone:
            wrong.append(Wrong(case, "early"))
        elif gone and not deletes:
            wrong.append(Wrong(case, "late"))
        elif due != expected:
            wrong.append(Wrong(case, "another day"))
        seen["asked on the day or after" if gone else "asked before"] += 1
        seen["asked within two hours of the first moment"] += _is_close(case, expected)
        seen["the month has no such day"] += bool(case.months) and expected[2] < _event_day(case)
    return wrong, seen


def measure(quick: bool) -> dict[str, Any]:
    """The figures of the report."""
    number, seed = (10_000 if quick else 1_000_000), 20_261_124
    wrong, seen = compare(number, seed)
    how = Counter(each.how for each in wrong)
    return {
        "cases": number,
        "seed": seed,
        "years": list(YEARS),
        "zones": [zone.name for zone in ZONES],
        "early": how["early"],
        "late": how["late"],
        "another_day": how["another day"],
        "seen": dict(sorted(seen.items())),
        "property": PROPERTY,
    }


def _is_close(case: Case, expected: tuple[int, int, int]) -> bool:
    return abs(case.now - (day_number(expected) * DAY - case.zone.standard)) <= 2 * HOUR


def _event_day(case: Case) -> int:
    return date_of((case.event + case.zone.standard) // DAY)[2]


def _aware(instant: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=instant)


def _no_connection(conn_id: str) -> Any:
    raise AssertionError(f"dates alone need no connection, and `{conn_id}` was asked for")
