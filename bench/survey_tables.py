"""A made-up table of survey answers, the same from the same seed, of which it is known who is named in which cell."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple
from zlib import crc32

import pandas as pd

from anonymizers.people import Person
from bench.survey_answering import FREE_TEXT, PARTICIPANT
from bench.survey_sentences import OPINIONS, PERSONAL, WORDS
from tests.corpora.cast import plain_letters
from tests.corpora.corpus import CORPORA, people_of

_HALF = 200
_WITH_PERSON = 0.15
_IN_LOWER_CASE = 0.1
_TOWNS = ("LS", "HG", "BD", "YO", "HX", "WF")
_PHONES = ("07700 900{:03}", "020 7946 0{:03}", "0113 496 0{:03}", "+44 7700 900{:03}")
"""Ranges that Ofcom keeps for fiction."""
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Planted:
    """A personal value in a cell of free text: a `name`, `email` or `phone`, and whether the register knows it."""

    row: int
    column: str
    kind: str
    value: str
    known: bool


@dataclass(frozen=True)
class SurveyTable:
    """The table, one row a participant; what is planted in it; the register, which knows every second person."""

    name: str
    frame: pd.DataFrame
    planted: tuple[Planted, ...]
    register: tuple[Person, ...]

    @property
    def distinct(self) -> int:
        """How many different texts the free text has, both columns together."""
        return len({text for column in FREE_TEXT for text in self.frame[column]})

    @property
    def repeats(self) -> bool:
        """Whether a text stands in more than one cell."""
        return self.distinct < len(self.frame) * len(FREE_TEXT)


class _Text(NamedTuple):
    text: str
    personal: tuple[tuple[str, str, bool], ...]


def survey_table(name: str, rows: int, distinct: int | None = None, seed: int = 7) -> SurveyTable:
    """A table of so many rows whose free text has `distinct` different texts; without that number, each is unique.

    Half of the texts that are repeated make up seven tenths of the cells: some answers are commoner than others.
    """
    chance = random.Random(seed)  # noqa: S311 - the same table from the same seed
    people = _people(chance)
    ages = [str(min(90, max(18, round(chance.gauss(44, 15))))) for _ in range(rows)]
    columns: dict[str, list[str]] = {
        PARTICIPANT: [f"r-{number:06}" for number in range(1, rows + 1)],
        "age": ages,
        "postcode": [_postcode(chance) for _ in range(rows)],
        "ease": [str(chance.randint(1, 5)) for _ in range(rows)],
    }
    planted: list[Planted] = []
    texts = _texts(people, chance)
    for column in FREE_TEXT:
        pool = list(islice(texts, rows if distinct is None else distinct // len(FREE_TEXT)))
        drawn = pool if distinct is None else [pool[int(len(pool) * chance.random() ** 2)] for _ in range(rows)]
        columns[column] = [one.text for one in drawn]
        planted += (Planted(row, column, *its) for row, one in enumerate(drawn) for its in one.personal)
    return SurveyTable(name, pd.DataFrame(columns, dtype=str), tuple(planted), tuple(people[::2]))


def _people(chance: random.Random) -> list[Person]:
    """First and last names of the corpora, which no model was taught, put together anew.

    Every second person is of the register, and no name of those is a name of the others.
    """
    cast = [name for corpus in CORPORA for name in people_of("en", corpus)]
    firsts, lasts = (sorted({getattr(one, part) for one in cast}) for part in ("first", "last"))
    halves = [
        chance.sample([(one, other) for one in firsts for other in lasts if _half(one) == _half(other) == half], _HALF)
        for half in (0, 1)
    ]
    pairs = [pair for both in zip(*halves, strict=True) for pair in both]
    return [
        Person(
            f"p-{number:03}",
            first_name=first,
            last_name=last,
            email=f"{_letters(first)}.{_letters(last)}{number}@example.{chance.choice(('com', 'org', 'net'))}",
            phone=chance.choice(_PHONES).format(number),
            country="GB",
            language="en",
        )
        for number, (first, last) in enumerate(pairs)
    ]


def _half(name: str) -> int:
    return crc32(name.encode()) % 2


def _texts(people: Sequence[Person], chance: random.Random) -> Iterator[_Text]:
    """Texts without end, none twice."""
    seen: set[str] = set()
    while True:
        sentences = [_filled(one, {}, chance) for one in chance.sample(OPINIONS, chance.randint(1, 3))]
        personal: list[tuple[str, str, bool]] = []
        if chance.random() < _WITH_PERSON:
            place = chance.randrange(len(people))
            template = chance.choice(PERSONAL)
            values = _values(people[place])
            sentences.insert(chance.randint(0, len(sentences)), _filled(template, values, chance))
            personal = [
                (_KINDS[slot], values[slot], not place % 2) for slot in _SLOT.findall(template) if slot in _KINDS
            ]
        text = " ".join(sentences)
        if chance.random() < _IN_LOWER_CASE:
            text = text.lower()
            personal = [(kind, value.lower(), known) for kind, value, known in personal]
        if text not in seen:
            seen.add(text)
            yield _Text(text, tuple(personal))


_KINDS = {"name": "name", "first": "name", "last": "name", "email": "email", "phone": "phone"}


def _values(person: Person) -> dict[str, str]:
    return {
        "name": f"{person.first_name} {person.last_name}",
        "first": person.first_name,
        "last": person.last_name,
        "email": person.email,
        "phone": person.phone,
    }


def _filled(template: str, values: dict[str, str], chance: random.Random) -> str:
    return _SLOT.sub(lambda slot: values.get(slot[1]) or chance.choice(WORDS[slot[1]]), template)


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", plain_letters(name).lower())


def _postcode(chance: random.Random) -> str:
    letters = "".join(chance.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
    return f"{chance.choice(_TOWNS)}{chance.randint(1, 9)} {chance.randint(1, 9)}{letters}"
