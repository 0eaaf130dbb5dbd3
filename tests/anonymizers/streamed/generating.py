"""A survey of any size, with the repetition that real ones have: the same seed gives the same bytes. Nobody is real."""

import csv
import random
from pathlib import Path

from anonymizers.survey import ColumnRole

FREE_TEXT = [f"comment_{number}" for number in range(5)]
MEASURES = [f"rating_{number:02}" for number in range(38)]
LABELLED = [f"choice_{number}" for number in range(6)]
QUASI = ["age", "city", "occupation", "postcode"]
SENSITIVE = ["diet", "income_band"]
COLUMNS = [
    "participant_id",
    "email",
    "token",
    *QUASI,
    *SENSITIVE,
    *MEASURES,
    *LABELLED,
    *FREE_TEXT,
    "submitted",
    "device",
]

ROLES = {
    "participant_id": ColumnRole.PSEUDONYM,
    "email": ColumnRole.DIRECT,
    "token": ColumnRole.IGNORED,
    "submitted": ColumnRole.IGNORED,
    "device": ColumnRole.MEASURE,
    **dict.fromkeys(QUASI, ColumnRole.QUASI),
    **dict.fromkeys(SENSITIVE, ColumnRole.SENSITIVE),
    **dict.fromkeys(MEASURES + LABELLED, ColumnRole.MEASURE),
    **dict.fromkeys(FREE_TEXT, ColumnRole.FREE_TEXT),
}

_OPENINGS = ["", "Honestly, ", "For me ", "I think ", "As I said, ", "On my phone "]
_SUBJECTS = ["the basket", "the delivery slot", "the search", "signing in", "the menu", "paying", "the help page"]
_VERBS = ["was slow", "was easy to find", "did not load", "worked well", "kept asking me to start again", "was fine"]
_ENDINGS = [
    "",
    " until I rang Niamh on 07700 900456",
    ", thanks",
    " twice",
    " and Tobias Quist helped me",
    " on the train",
]
_CHOICES = ["Very easy", "Easy", "Neither", "Hard", "Very hard", ""]
_CITIES = ["Leeds", "Harrogate", "Bristol", "Cardiff", "Glasgow", "York", "Norwich", "Exeter"]
_OCCUPATIONS = ["Nurse", "Teacher", "Software engineer", "Chef", "Accountant", "Electrician", "Student", "Retired"]
_POSTCODES = ["LS1 4AP", "HG1 2QF", "BS1 5TR", "CF10 1EP", "G1 1XQ", "YO1 7HH", "NR2 1TF", "EX1 1HS"]
_DIETS = ["none", "vegan", "vegetarian", "kosher", "halal"]
_BANDS = ["under 20k", "20k to 40k", "40k to 60k", "over 60k"]


def write_generated(path: Path, rows: int, *, seed: int = 7, distinct_texts: int = 3_000) -> None:
    """A CSV of 60 columns: a participant for each row but one in 20, half of the free text empty.

    The rest of the free text is one of `distinct_texts` sentences, the shorter ones more often, as people answer
    "no" and "nothing" again and again.
    """
    chance = random.Random(seed)
    texts = _texts(chance, distinct_texts)
    ratings = [str(number) for number in range(1, 11)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(rows):
            person = f"q-{number - number % 20 // 19:08}"
            writer.writerow(
                [
                    person,
                    f"{person}@example.com",
                    f"{chance.getrandbits(64):016x}",
                    str(chance.randint(18, 79)),
                    chance.choice(_CITIES),
                    chance.choice(_OCCUPATIONS),
                    chance.choice(_POSTCODES),
                    chance.choice(_DIETS),
                    chance.choice(_BANDS),
                    *chance.choices(ratings, k=len(MEASURES)),
                    *chance.choices(_CHOICES, k=len(LABELLED)),
                    *(
                        "" if chance.random() < 0.5 else texts[int(len(texts) * chance.random() ** 3)]
                        for _ in FREE_TEXT
                    ),
                    f"2026-03-{1 + number % 28:02}T10:00:00Z",
                    "phone",
                ]
            )


def _texts(chance: random.Random, distinct: int) -> list[str]:
    found = dict.fromkeys(["no", "none", "n/a", "nothing", "it was fine", "Siobhan was kind"])
    while len(found) < distinct:
        parts = (_OPENINGS, _SUBJECTS, _VERBS, _ENDINGS)
        sentence = "".join(f"{chance.choice(some)} " for some in parts).strip()
        found[" ".join(f"{sentence} {chance.randint(1, 999) if chance.random() < 0.7 else ''}".split())] = None
    return sorted(found, key=len)
