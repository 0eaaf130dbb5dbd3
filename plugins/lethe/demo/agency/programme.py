"""The sixty sessions: who took part in what, when seen from today, in which tool, and where the files lie now."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from anonymizers.people import Person
from lethe.demo.agency.cast import Cast, cast
from lethe.demo.agency.days import SESSION_MONTHS, at, event_due, working_day
from lethe.demo.agency.scripts import ARC, Seats, blocks_of, needs_observer

Band = Literal["due", "overdue", "undated", "kept", "recent", "recent-undated"]
"""How long ago: `recent` ones still lie in the drop, the others are in the raw store."""
Place = Literal["raw", "drop", "indexed"]
Tool = Literal["zoom", "teams", "srt", "otter", "docx", "aws", "whisper"]

_TOOLS: tuple[Tool, ...] = ("zoom", "teams", "srt", "otter", "zoom", "docx", "aws", "teams", "whisper", "srt")
_CANDIDATES = 80

# Positions in the panel by study and band; `u` is the person without a roster entry.
_WHO: dict[str, dict[Band, str]] = {
    "banking-app": {
        "due": "19 20",
        "overdue": "21 22",
        "undated": "23",
        "recent": "0 1 2 3 4 5 6 7 8",
        "kept": "9 10 11 12 13 14 15 16 17 18 25 27",
    },
    "grocery-delivery": {
        "due": "24",
        "overdue": "26",
        "recent-undated": "20",
        "recent": "0 4 12 27 28 29 30",
        "kept": "u 2 8 21 25 28 29 31",
    },
    "heat-pump-portal": {
        "due": "32",
        "overdue": "15 39",
        "recent": "10 11 33 34 36 37",
        "kept": "12 13 14 32 35 36 38",
    },
}
BARRED = {
    "banking-app": {18: "withdrawn_at"},
    "grocery-delivery": {25: "withdrawn_at", 31: "objected_at"},
    "heat-pump-portal": {34: "restricted_at"},
}
"""Who asked to be left out, by study and position in the panel."""

_INDEXED = {("grocery-delivery", 30), ("heat-pump-portal", 33), ("heat-pump-portal", 37)}
_BROKEN = ("grocery-delivery", 12)


@dataclass(frozen=True)
class Planned:
    """One session as it was held. `started_at` is aware, or None where nobody noted it; `day` is when it was."""

    number: int
    session_id: str
    study_id: str
    seats: Seats
    blocks: tuple[int, ...]
    tool: Tool
    as_heard: bool
    band: Band
    place: Place
    started_at: datetime | None
    listed: bool
    broken: bool

    @property
    def day(self) -> date:
        """The local day it was held on."""
        return self.seats.day

    @property
    def speaks(self) -> Person:
        """The participant."""
        return self.seats.person


def programme(today: date, zone: ZoneInfo) -> list[Planned]:
    """All sessions, in a fixed order; the same day gives the same."""
    people = cast()
    planned: list[Planned] = []
    for study_id, bands in _WHO.items():
        told: dict[str, list[tuple[int, ...]]] = {}
        for band, who in bands.items():
            for place_in_band, position in enumerate(who.split()):
                person = people.unlisted if position == "u" else people.participants[int(position)]
                told.setdefault(person.language, []).append(_next_blocks(study_id, person.language, told))
                planned.append(
                    _planned(
                        len(planned), study_id, band, place_in_band, position, today, zone, told[person.language][-1]
                    )
                )
    return planned


def _planned(
    number: int,
    study_id: str,
    band: Band,
    place_in_band: int,
    position: str,
    today: date,
    zone: ZoneInfo,
    blocks: tuple[int, ...],
) -> Planned:
    people = cast()
    listed = position != "u"
    person = people.participants[int(position)] if listed else people.unlisted
    where = (study_id, int(position)) if listed else (study_id, -1)
    day = _day(today, band, place_in_band, number)
    dated = band not in ("undated", "recent-undated")
    seats = _seats(people, person, study_id, blocks, day, number)
    tool: Tool = "docx" if where == _BROKEN else _TOOLS[number % len(_TOOLS)]
    place: Place = "indexed" if where in _INDEXED else ("drop" if band.startswith("recent") else "raw")
    return Planned(
        number=number,
        session_id="s-" + hashlib.sha256(f"fernhollow {study_id} {number}".encode()).hexdigest()[:10],
        study_id=study_id,
        seats=seats,
        blocks=blocks,
        tool=tool,
        as_heard=tool == "whisper" and number % 20 == 8,
        band=band,
        place=place,
        started_at=at(day, 9 + number * 5 % 10, number * 15 % 60, zone) if dated else None,
        listed=listed,
        broken=where == _BROKEN,
    )


def _day(today: date, band: Band, place_in_band: int, number: int) -> date:
    if band == "due":
        return event_due(today, SESSION_MONTHS)
    if band == "overdue":
        return today - relativedelta(months=SESSION_MONTHS + 1) - timedelta(days=3 * place_in_band + number % 3)
    if band.startswith("recent"):
        return working_day(today - timedelta(days=2 + (5 * place_in_band + number) % 19))
    span = (today - (today - relativedelta(months=SESSION_MONTHS - 1))).days - 28
    return working_day(today - timedelta(days=26 + (29 * place_in_band + 11 * number) % span))


def _seats(people: Cast, person: Person, study_id: str, blocks: tuple[int, ...], day: date, number: int) -> Seats:
    moderators = {"fr": [2], "es": [2], "de": [1]}.get(person.language, [0, 1, 2])
    observer = people.observer if needs_observer(study_id, person.language, blocks) else None
    moderator = people.moderators[moderators[number % len(moderators)]]
    return Seats(person, moderator, observer, person.language, day)


def _next_blocks(study_id: str, language: str, told: dict[str, list[tuple[int, ...]]]) -> tuple[int, ...]:
    """Of some drawn sequences of blocks, the one that repeats least of what was told in this study before."""
    before: Sequence[tuple[int, ...]] = told.get(language, [])
    written = blocks_of(study_id, language)
    draw = random.Random(f"{study_id} {language} {len(before)}")  # noqa: S311 - sample data, no secret
    used = [[earlier[step] for earlier in before] for step in range(len(ARC))]
    used[2] = used[3] = used[2] + used[3]

    def repeats(blocks: tuple[int, ...]) -> tuple[int, int]:
        shared = [sum(_same(blocks, earlier)) for earlier in before]
        return max(shared, default=0), sum(used[step].count(block) for step, block in enumerate(blocks))

    drawn = []
    for _ in range(_CANDIDATES):
        tasks = draw.sample(range(len(written["task"])), 2)
        own = iter(tasks)
        drawn.append(tuple(next(own) if kind == "task" else draw.randrange(len(written[kind])) for kind in ARC))
    return min(drawn, key=repeats)


def _same(one: tuple[int, ...], other: tuple[int, ...]) -> list[bool]:
    own, others = set(one[2:4]), set(other[2:4])
    return [one[step] == other[step] for step in (0, 1, 4, 5)] + [task in others for task in own]
