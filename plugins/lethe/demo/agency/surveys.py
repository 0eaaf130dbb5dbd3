"""Six hundred survey answers: in the platform's table, as files in the drop, and a few in the research database."""

import csv
import io
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from anonymizers.people import Person
from lethe.demo.agency.cast import cast, text_of
from lethe.demo.agency.days import ANSWER_MONTHS, at, due, event_due
from lethe.demo.agency.scripts import Seats, answer_text
from lethe.demo.agency.truth import Planted
from lethe.intake.answers import reference_of, response_id_of

FROM_TABLE = "banking-app-survey"
FROM_FILES = "survey-files"
_BANDS = ((25, "18-24"), (35, "25-34"), (45, "35-44"), (55, "45-54"), (65, "55-64"))
_SLOTS = ("weekday morning", "weekday evening", "Saturday", "Sunday")
_SHORT = 3  # words


@dataclass(frozen=True)
class Answered:
    """One answer as its source holds it. `at` is aware, or None where the source has no time."""

    source_id: str
    ref: str
    study_id: str
    participant_id: str
    at: datetime | None
    answers: dict[str, str | int]
    planted: tuple[Planted, ...]

    @property
    def source_ref(self) -> str:
        """What names it in the research database, within its source."""
        in_file = self.source_id == FROM_FILES
        return reference_of(self.study_id, self.participant_id, self.ref) if in_file else self.ref

    @property
    def response_id(self) -> str:
        """Its id in the research database, once it is there."""
        return response_id_of(self.source_id, self.source_ref)


@dataclass(frozen=True)
class Dropped:
    """One file in the drop; a broken one holds no answers."""

    key: str
    data: bytes
    answers: tuple[Answered, ...] = ()


def platform_answers(today: date, zone: ZoneInfo) -> list[Answered]:
    """The banking app's answers: 6 due, 5 overdue, one without a time, 250 within their year."""
    draw = random.Random("platform")  # noqa: S311 - sample data, no secret
    days = _days(today, draw, due_now=6, overdue=5, later=250)
    made = _Answers("banking-app", zone, draw)
    rows = [
        made.one(FROM_TABLE, f"ba-{10_000 + 7 * n}", _at(draw, day, zone), day) for n, day in enumerate(days, start=1)
    ]
    return [*rows, made.one(FROM_TABLE, "ba-19999", None, today)]


def earlier_answers(today: date, zone: ZoneInfo) -> list[Answered]:
    """Answers of the two other studies that were pulled long ago: 4 due, 4 overdue, 52 within their year."""
    draw = random.Random("earlier")  # noqa: S311 - sample data, no secret
    days = _days(today, draw, due_now=4, overdue=4, later=52)
    makers = [_Answers("grocery-delivery", zone, draw), _Answers("heat-pump-portal", zone, draw)]
    return [
        makers[number % 5 > 2].one(FROM_FILES, f"old-{number:03d}", _at(draw, day, zone), day)
        for number, day in enumerate(days)
    ]


def dropped_files(today: date, zone: ZoneInfo) -> list[Dropped]:
    """The drop: six readable files (278 answers, 3 of them undated) and a workbook that calls itself CSV."""
    draw = random.Random("dropped")  # noqa: S311 - sample data, no secret
    grocery, heat = _Answers("grocery-delivery", zone, draw), _Answers("heat-pump-portal", zone, draw)

    def file(made: _Answers, name: str, prefix: str, number: int, language: str = "", undated: int = 0) -> Dropped:
        answers = []
        for row in range(number):
            day = today - timedelta(days=draw.randrange(3, 50))
            moment = None if row < undated else _at(draw, day, zone)
            answers.append(made.one(FROM_FILES, f"{prefix}-{row:03d}", moment, day, language))
        west = language == "fr"
        data = _csv(answers, ";" if west else ",", "cp1252" if west else "utf-8", aware=prefix == "g2")
        return Dropped(f"{made.study_id}/{name}", data, tuple(answers))

    return [
        file(grocery, "week 1.csv", "g1", 50),
        file(grocery, "week 2.csv", "g2", 50),
        file(grocery, "Réponses Camille.csv", "gf", 38, language="fr"),
        file(grocery, "Rosamund Thistlewood responses.csv", "g3", 40, undated=3),
        file(heat, "portal_export_1.csv", "h1", 60),
        file(heat, "portal_export_2.csv", "h2", 40),
        Dropped("heat-pump-portal/portal_export_3.csv", b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)) * 8),
    ]


def _csv(answers: Sequence[Answered], separator: str, encoding: str, *, aware: bool) -> bytes:
    text = io.StringIO(newline="")
    columns = list(answers[0].answers)
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(["response_id", "participant_id", "answered_at", *columns])
    for answer in answers:
        moment = ""
        if answer.at:
            moment = (answer.at if aware else answer.at.replace(tzinfo=None)).isoformat(sep="T", timespec="seconds")
        writer.writerow([answer.ref, answer.participant_id, moment, *answer.answers.values()])
    return text.getvalue().encode(encoding)


def _days(today: date, draw: random.Random, *, due_now: int, overdue: int, later: int) -> list[date]:
    """The days of answers, oldest first."""
    last = event_due(today, ANSWER_MONTHS)
    days = [last] * due_now + [last - timedelta(days=draw.randrange(4, 40)) for _ in range(overdue)]
    span = (today - last).days - 12
    while len(days) < due_now + overdue + later:
        day = today - timedelta(days=draw.randrange(1, span))
        if due(day, ANSWER_MONTHS) > today:
            days.append(day)
    return sorted(days)


def _at(draw: random.Random, day: date, zone: ZoneInfo) -> datetime:
    return at(day, draw.randrange(7, 23), draw.randrange(60), zone)


class _Answers:
    """Makes the answers of one study: people in turn, measures that hang together, comments of every length."""

    def __init__(self, study_id: str, zone: ZoneInfo, draw: random.Random) -> None:
        self.study_id = study_id
        self._draw = draw
        self._turn: dict[str, int] = {}
        languages = {"banking-app": "en", "grocery-delivery": "en fr", "heat-pump-portal": "en de es"}
        self._people = [p for p in cast().participants if p.language in languages[study_id].split()]

    def one(self, source_id: str, ref: str, moment: datetime | None, day: date, language: str = "") -> Answered:
        """The next person's answer, of that language where one is given."""
        people = [person for person in self._people if language in ("", person.language)]
        person = people[self._next(f"person {language}") % len(people)]
        planted: list[Planted] = []
        answers = self._measures(person, day)
        seats = Seats(person, cast().moderators[0], None, person.language, day)
        for column in ("comment", "improve") if self.study_id == "banking-app" else ("comment",):
            where = f"{self.study_id} {column}"
            if self.study_id != "banking-app":
                where = f"{self.study_id}.{person.language} {column}"
            said = answer_text(seats, self._line(where), self._draw)
            answers[column] = said.text
            planted += [piece.plant for piece in said.pieces if piece.plant]
        if self.study_id == "grocery-delivery":
            answers |= {"email": person.email, "home_postcode": person.postcode}
            planted.append(Planted(person.email, "email", person.participant_id))
            planted.append(Planted(person.postcode, "postcode", person.participant_id))
        return Answered(source_id, ref, self.study_id, person.participant_id, moment, answers, tuple(planted))

    def _measures(self, person: Person, day: date) -> dict[str, str | int]:
        mood = self._draw.gauss(0, 1)
        ease = _within(5.2 + mood, 1, 7)
        born = date.fromisoformat(person.date_of_birth)
        age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        if self.study_id == "banking-app":
            band = next((name for limit, name in _BANDS if age < limit), "65+")
            device = "iPhone" if int(person.participant_id[2:]) % 3 else "Android"
            trust, nps = _within(3.4 + mood, 1, 5), _within(7 + 2 * mood, 0, 10)
            return {"age_band": band, "device": device, "ease": ease, "trust": trust, "nps": nps}
        if self.study_id == "grocery-delivery":
            household = ("1", "2", "3", "4", "5+")[int(person.participant_id[2:]) % 5]
            return {"household": household, "ease": ease, "slot_choice": self._draw.choice(_SLOTS)}
        return {"ease": ease}

    def _line(self, where: str) -> str:
        """Nothing, something short that many say, or the next of the longer comments."""
        short = [line for line in _comments()[where] if len(line.split()) <= _SHORT]
        longer = [line for line in _comments()[where] if len(line.split()) > _SHORT]
        luck = self._draw.random()
        if luck < 0.3:
            return ""
        return self._draw.choice(short) if luck < 0.62 else longer[self._next(where) % len(longer)]

    def _next(self, what: str) -> int:
        self._turn[what] = self._turn.get(what, -1) + 1
        return self._turn[what]


def _within(value: float, low: int, high: int) -> int:
    return max(low, min(high, round(value)))


@cache
def _comments() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    where = ""
    for line in text_of("comments.txt").splitlines():
        if line.startswith("== "):
            where = line[3:]
            found[where] = []
        elif line and where:
            found[where].append(line)
    return found
