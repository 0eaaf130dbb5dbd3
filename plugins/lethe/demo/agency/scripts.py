"""From hand-written blocks to what was said in one session: slots filled, choices drawn, every plant recorded."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from anonymizers.people import Person
from lethe.demo.agency import spoken
from lethe.demo.agency.cast import Others, full_name, others, text_of
from lethe.demo.agency.truth import THIRD_PERSON, Planted

ARC = ("opening", "background", "task", "task", "story", "closing")
"""The blocks of a session in order; the two tasks differ."""

Voice = Literal["M", "P", "O"]
_MARK = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")
_CHOICE = re.compile(r"\(([^()|]+(?:\|[^()|]+)+)\)")
_STOPS = re.compile(r"[.,!?;:…](?=\s|$)|[¿¡]")


@dataclass(frozen=True)
class Piece:
    """A stretch of one turn. `plant` tells what it is when it is personal; `kept` that it must survive."""

    text: str
    plant: Planted | None = None
    kept: bool = False


@dataclass(frozen=True)
class Turn:
    """What one voice says before the next one speaks."""

    voice: Voice
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The turn as one string."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Seats:
    """Who speaks in a session, in which language, and on which day."""

    person: Person
    moderator: Person
    observer: Person | None
    language: str
    day: date


def dialogue(seats: Seats, study_id: str, blocks: tuple[int, ...], draw: random.Random) -> tuple[Turn, ...]:
    """The turns of one session made of these blocks: for each step of `ARC`, the number of its variant."""
    written = blocks_of(study_id, seats.language)
    filler = _Filler(seats, draw, others())
    turns: list[Turn] = []
    for kind, number in zip(ARC, blocks, strict=True):
        for voice, line in written[kind][number]:
            turns.append(Turn(voice, tuple(filler.pieces(line))))
    return tuple(turns)


@cache
def blocks_of(study_id: str, language: str) -> dict[str, list[list[tuple[Voice, str]]]]:
    """The blocks written for a study in a language, by kind."""
    found: dict[str, list[list[tuple[Voice, str]]]] = {}
    block: list[tuple[Voice, str]] = []
    for line in text_of(f"{study_id}.{language}.txt").splitlines():
        if line.startswith("== "):
            block = []
            found.setdefault(line[3:].strip(), []).append(block)
        elif line[:3] == "M: ":
            block.append(("M", line[3:]))
        elif line[:3] == "P: ":
            block.append(("P", line[3:]))
        elif line[:3] == "O: ":
            block.append(("O", line[3:]))
    return found


def answer_text(seats: Seats, line: str, draw: random.Random) -> Turn:
    """A free-text answer of the same making."""
    return Turn("P", tuple(_Filler(seats, draw, others()).pieces(line)))


def needs_observer(study_id: str, language: str, blocks: tuple[int, ...]) -> bool:
    """Whether somebody listens in, according to what is said in these blocks."""
    written = blocks_of(study_id, language)
    lines = (line for kind, number in zip(ARC, blocks, strict=True) for line in written[kind][number])
    return any(voice == "O" or "[obs." in line for voice, line in lines)


def as_heard(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The same as a plain speech recogniser gives it: lower case, no punctuation."""

    def heard(text: str) -> str:
        return _STOPS.sub("", text).lower()

    return tuple(
        Turn(
            turn.voice,
            tuple(
                Piece(heard(p.text), p.plant and p.plant._replace(value=heard(p.plant.value)), p.kept)
                for p in turn.pieces
            ),
        )
        for turn in turns
    )


def planted_in(turns: tuple[Turn, ...]) -> list[Planted]:
    """What was planted in these turns, each value once."""
    return list(dict.fromkeys(piece.plant for turn in turns for piece in turn.pieces if piece.plant))


def kept_in(turns: tuple[Turn, ...]) -> list[str]:
    """What must survive in these turns, each once."""
    return list(dict.fromkeys(piece.text for turn in turns for piece in turn.pieces if piece.kept))


class _Filler:
    """Fills the slots of one session; the same slot gives the same person throughout it."""

    def __init__(self, seats: Seats, draw: random.Random, names: Others) -> None:
        self._seats = seats
        self._draw = draw
        self._names = {
            "f": draw.sample(names.women, len(names.women)),
            "m": draw.sample(names.men, len(names.men)),
            "last": draw.sample(names.surnames, len(names.surnames)),
        }
        self._given: dict[tuple[str, str], str] = {}
        self._spelling = draw.choice(["-", ", ", " "])
        self._zero = draw.choice(["oh", "zero"])
        self._ordinal = draw.random() < 0.5

    def pieces(self, line: str) -> Iterator[Piece]:
        line = _CHOICE.sub(lambda match: self._draw.choice(match[1].split("|")), line)
        position = 0
        for mark in _MARK.finditer(line):
            if mark.start() > position:
                yield Piece(line[position : mark.start()])
            if mark[2]:
                yield Piece(mark[2], kept=True)
            else:
                plant = self._fill(mark[1])
                yield Piece(plant.value, plant)
            position = mark.end()
        if position < len(line):
            yield Piece(line[position:])

    def _fill(self, slot: str) -> Planted:
        scope, _, key = slot.partition(".")
        if scope == "me":
            return Planted(*self._own(key), self._seats.person.participant_id)
        if scope in ("mod", "obs"):
            person = self._seats.moderator if scope == "mod" else self._seats.observer or self._seats.moderator
            return Planted(full_name(person) if key == "full" else person.first_name, "name", person.participant_id)
        if slot.startswith("x:"):
            return Planted(slot[2:], "name", THIRD_PERSON)
        if slot.startswith("xmail:"):
            return Planted(slot[6:], "email", THIRD_PERSON)
        kind, _, key = slot.partition(":")
        if kind.startswith("full."):
            value = f"{self._name(kind[5:], key)} {self._name('last', key)}"
            return Planted(value, "name", THIRD_PERSON)
        if kind.startswith("mail."):
            written = f"{spoken.in_ascii(self._name(kind[5:], key)).lower()}@example.com"
            return Planted(spoken.email(written, self._seats.language), "email", THIRD_PERSON)
        return Planted(self._name(kind, key), "name", THIRD_PERSON)

    def _name(self, kind: str, key: str) -> str:
        if (kind, key) not in self._given:
            self._given[kind, key] = self._names[kind].pop()
        return self._given[kind, key]

    def _own(self, key: str) -> tuple[str, str]:
        person, language = self._seats.person, self._seats.language
        born = date.fromisoformat(person.date_of_birth)
        last = person.last_name or person.first_name
        day = self._seats.day
        age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        return {
            "first": (person.first_name, "name"),
            "last": (last, "name"),
            "full": (full_name(person), "name"),
            "pref": (person.preferred_name or person.first_name, "name"),
            "spell": (spoken.spelled(last, self._spelling), "spelled"),
            "email": (spoken.email(person.email, language), "email"),
            "mail": (person.email, "email"),
            "phone": (spoken.phone(person.phone, language, zero=self._zero), "phone"),
            "phone_written": (person.phone, "phone"),
            "dob": (spoken.birthday(born, language, ordinal=self._ordinal), "date_of_birth"),
            "age": (spoken.number(age, language), "age"),
            "street": (person.street, "street"),
            "city": (person.city, "city"),
            "postcode": (person.postcode, "postcode"),
            "employer": (person.employer, "employer"),
        }[key]
