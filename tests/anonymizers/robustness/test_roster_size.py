"""A roster of tens of thousands, and values that are hardly names: bounded time and memory, and nobody is missed."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words
from rapidfuzz.distance import OSA

from anonymizers.engine import Detection
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.roster import RosterRecognizer
from anonymizers.roster.dates import DateIndex
from anonymizers.roster.nearby import NearbyWords
from anonymizers.tokens import tokenise
from tests.anonymizers.robustness.costs import cost

PEOPLE = 50_000
_SYLLABLES = [first + vowel for first in "bdfghklmnprstvz" for vowel in ("a", "e", "i", "o", "u", "ai", "ou")]


def town(count: int) -> list[Person]:
    """So many fictional people; no two share a name, an address, a street or a number, and hardly two a birthday."""
    names = islice(product(_SYLLABLES, _SYLLABLES, _SYLLABLES), count)
    chance = random.Random(7)
    people = []
    for number, (one, two, three) in enumerate(names):
        first, last = f"{three}{one}n".capitalize(), f"{one}{two}{three}x".capitalize()
        people.append(
            Person(
                f"p-{number}",
                first_name=first,
                last_name=last,
                email=f"{first}.{last}@example.com".lower(),
                paypal_email=f"{last}{number}@example.net".lower(),
                phone=f"+44 7700 9{number:05d}",
                date_of_birth=(date(1930, 1, 1) + timedelta(days=chance.randrange(28_000))).isoformat(),
                street=f"{number % 300 + 1} {last} Lodge Road",
                postcode=f"HG{number % 99} {number % 9}AB",
                city=["Harrogate", "Leeds", f"{two}{one}ton"][number % 3],
                employer=f"{three}{two}rel Ltd",
                iban_or_sort_account=f"{number:06d} {number:08d}",
                country="GB",
            )
        )
    return people


def test_fifty_thousand_people_take_less_than_a_minute_and_a_gigabyte_and_a_half() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.anonymizers.robustness.test_roster_size"],
        cwd=Path(__file__).parents[3],
        check=True,
        capture_output=True,
        text=True,
    )
    figures = json.loads(told.stdout)
    assert figures["people"] == PEOPLE
    assert figures["missed"] == 0
    assert figures["cpu_s"] < 60
    assert figures["peak_mb"] < 1_500
    assert figures["speech_s"] < 5


@pytest.mark.parametrize("size", [500, 4_000])
def test_a_look_at_speech_hardly_depends_on_how_many_people_there_are(size: int) -> None:
    few, many = RosterRecognizer(town(50), "en"), RosterRecognizer(town(size), "en")
    speech = tokenise(" ".join(_speech(10_000)))
    least = cost(lambda: list(few.find(speech)), 30)
    assert cost(lambda: list(many.find(speech)), 30) < 0.3 + 5 * least


def _speech(words: int) -> list[str]:
    chance = random.Random(5)
    common = (
        "so",
        "i",
        "went",
        "to",
        "the",
        "page",
        "and",
        "it",
        "said",
        "that",
        "we",
        "could",
        "save",
        "for",
        "later",
    )
    rare = ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(800)]
    return [chance.choice(common if chance.random() < 0.9 else rare) for _ in range(words)]


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _ways(born: date) -> list[str]:
    """Ways to write and say a date, made without the index's own tables."""
    year, day, month = born.year, born.day, MONTHS[born.month - 1]
    said_year = (
        num2words(year // 100) + " " + (num2words(year % 100) if year % 100 > 9 else f"oh {num2words(year % 100)}")
    )
    said_day = num2words(day, to="ordinal")
    return [
        f"{day}/{born.month}/{year}", f"{day:02d}.{born.month:02d}.{year % 100:02d}", f"{born.month}/{day}/{year}",
        born.isoformat(), f"{born:%d%m%Y}", f"{born:%Y%m%d}", f"{day} {month} {year}", f"{day:02d} {month[:3]} {year}",
        f"{num2words(day, to='ordinal_num')} of {month}, {year}", f"{said_day} of {month} {said_year}",
        f"{month} {day}", f"the {said_day} of {month}", f"{month} the {said_day} {said_year}",
        f"{day} de {month} del {year}",
    ]  # fmt: skip


@given(st.dates(date(1910, 1, 1), date(1999, 12, 31)), st.dates(date(1910, 1, 1), date(1999, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_a_date_is_read_in_every_way_of_writing_it_and_no_other_date_is(born: date, other: date) -> None:
    index = DateIndex([born.isoformat()])
    for way in _ways(born):
        tokens = tokenise(way.removeprefix("the "))
        assert index.longest(tokens, 0) == len(tokens.items) - 1, way
    if (other.month, other.day) not in {(born.month, born.day), (born.day, born.month)}:
        assert [way for way in _ways(other) if _any(index, way)] == []


@given(st.dates(date(1910, 1, 1), date(1999, 12, 31)), st.integers(1, 80))
@settings(max_examples=40, deadline=None)
def test_the_same_day_of_another_year_in_figures_is_nobodys(born: date, later: int) -> None:
    index = DateIndex([born.isoformat()])
    other = date(born.year + later, born.month, min(born.day, 28))
    assert [way for way in _ways(other)[:6] if _any(index, way)] == []


def _any(index: DateIndex, way: str) -> bool:
    tokens = tokenise(way)
    return any(index.longest(tokens, place) is not None for place in range(len(tokens.items)))


@st.composite
def _words_and_one_changed(draw: st.DrawFn) -> tuple[set[str], str]:
    words = draw(st.sets(st.text("abcdefg", min_size=4, max_size=12), min_size=1, max_size=20))
    word = draw(st.sampled_from(sorted(words)))
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, len(word) - 2))
        letter = draw(st.sampled_from("abcdefg"))
        word = draw(
            st.sampled_from(
                [
                    word[:place] + word[place + 1 :],
                    word[:place] + letter + word[place:],
                    word[:place] + letter + word[place + 1 :],
                    word[:place] + word[place + 1] + word[place] + word[place + 2 :],
                ]
            )
        )
    return words, word


@given(_words_and_one_changed())
@settings(max_examples=1_000, deadline=None)
def test_words_nearby_are_those_that_comparing_them_all_would_find(drawn: tuple[set[str], str]) -> None:
    words, word = drawn
    expected = {one: OSA.distance(word, one) for one in words}
    assert dict(NearbyWords(words).near(word)) == {
        one: distance for one, distance in expected.items() if distance <= (2 if len(one) >= 8 else 1)
    }


ODD = [
    "will",
    "the",
    "J",
    "7",
    ".",
    "-",
    "'",
    "\u200b",
    "A" * 10_000,
    "Siobhan " * 1_300,
    "-" * 10_000,
    "1" * 10_000,
    "é\u0301" * 5_000,
]


@pytest.mark.parametrize("value", ODD, ids=lambda value: f"{value[:8].strip()!r} of {len(value)}")
@pytest.mark.parametrize(
    "field", ["first_name", "last_name", "preferred_name", "email", "street", "city", "employer", "phone", "occupation"]
)
def test_a_value_that_is_hardly_one_costs_little_and_hides_nobody(field: str, value: str) -> None:
    person = Person("p-1", **{"first_name": "Ottoline", "last_name": "Quenby", field: value})
    other = Person("p-2", first_name="Tamsin", last_name="Ferrow")

    def look() -> None:
        roster = RosterRecognizer([person, other], "en")
        plain = "so tamsin ferrow will click on the j or 7 - it is fine. "
        findings = list(roster.find(tokenise(plain)))
        assert [plain[one.start : one.end] for one in findings if one.owners == {"p-2"}] == ["tamsin ferrow"]
        words = {plain[one.start : one.end] for one in findings} - {"tamsin ferrow"}
        assert words <= {"will", "7", "j"}, "everyday words stay"

    assert cost(look, 5) < 5


def test_two_names_of_hundreds_of_words_are_not_put_together_in_every_way() -> None:
    firsts, lasts = ([f"{one}{two}{end}" for one in _SYLLABLES[:25] for two in _SYLLABLES[:25]] for end in "qx")
    person = Person("p-1", first_name=" ".join(firsts), last_name=" ".join(lasts))

    def look() -> None:
        roster = RosterRecognizer([person], "en")
        assert all(roster.owners_of(name) == {"p-1"} for name in (*firsts, *lasts))

    assert cost(look, 20) < 5


def test_a_name_of_many_words_is_still_found_whole() -> None:
    words = [f"{one}{two}q" for one in _SYLLABLES[:10] for two in _SYLLABLES[:10]]
    text = " ".join(words)
    roster = RosterRecognizer([Person("p-1", street=text)], "en")
    covered: set[int] = set()
    for one in roster.find(tokenise(f"at {text} then")):
        covered.update(range(one.start, one.end))
    assert {place for place, sign in enumerate(f"at {text} then") if sign == "q"} <= covered


def test_two_people_of_one_name_are_masked_without_a_pseudonym(pseudonyms: Pseudonyms) -> None:
    people = [
        Person("p-1", first_name="Ottoline", last_name="Quenby"),
        Person("p-2", first_name="Ottoline", last_name="Quenby"),
    ]
    anonymiser = Anonymiser(Detection(("en",)), people, pseudonyms)
    (masked,) = anonymiser.mask(["so Ottoline Quenby clicked on it"], language="en", one_session=True)
    assert "Quenby" not in masked.text
    assert "Ottoline" not in masked.text
    assert not any(anonymiser.pseudonym(person.participant_id) in masked.text for person in people)


def test_a_thousand_people_of_one_name_are_no_slower_than_their_number(
    masking: Callable[[Anonymiser, str], str],
) -> None:
    people = [Person(f"p-{number}", first_name="Ottoline", last_name="Quenby") for number in range(3_000)]
    anonymiser = Anonymiser(Detection(("en",)), people, Pseudonyms(bytes(32)))
    assert cost(lambda: masking(anonymiser, "so Ottoline Quenby clicked " * 300), 20) < 10
    assert "Quenby" not in masking(anonymiser, "so Ottoline Quenby clicked")


def _measure() -> dict[str, float]:
    """Build the town in this process alone, for its peak of memory is asked."""
    import resource
    import time

    people = town(PEOPLE)
    started = time.process_time()
    roster = RosterRecognizer(people, "en")
    built = time.process_time() - started
    speech = tokenise(" ".join(_speech(10_000)))
    started = time.process_time()
    list(roster.find(speech))
    looked = time.process_time() - started
    missed = 0
    for person in people[:: PEOPLE // 50]:
        text = f"then {person.first_name} {person.last_name} wrote from {person.email} born {person.date_of_birth} ok"
        found = list(roster.find(tokenise(text)))
        missed += not any(person.participant_id in one.owners for one in found)
        missed += {"EMAIL_ADDRESS", "DATE_OF_BIRTH"} - {one.entity for one in found} != set()
    return {
        "people": len(people),
        "cpu_s": built,
        "speech_s": looked,
        "missed": missed,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure()))
