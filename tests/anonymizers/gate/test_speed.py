"""Time grows with the text and not faster, whatever the text is made of."""

import random
import time

import pytest

from anonymizers.gate import CandidateFile, examine
from anonymizers.people import Person

# Each once drove a search, or could drive one, into time that grows with the square of the text.
ADVERSARIES = [
    "a", "@", "a@", "a.@", "0 ", "1 ", "0-", "&", "&amp;", "%41", "<", "<a ", "-\n", "a-\n", "one ", "double ", "a b ",
    "at example dot ", " ", "\n", "GB29 ", "((", "+0", "Will ", "will brown ", "Will: ", "Will:\n", "data:image/a;a=a;",
    "P-7K2Q-", "\u200b", "e\u0301", "\u0301", "\u0430", "07700 ", "0", "07700900123 ", "4111 ", "march 7 ", "7/3/",
    "nineteen ", "12 acacia ", "aB", "\\u0041", "\\", "x dot y at ", "a1", "<v Will>", "s i o b h a n ", "S for ",
    "01 23 45 67 89 ", "siobhan.ab42@example.com ", "\u201cMark ", "siobhan ",
]  # fmt: skip
SMALL, FACTOR = 4_000, 8


def _seconds(text: str, people: tuple[Person, ...], name: str) -> float:
    started = time.process_time()
    examine([CandidateFile(name, text.encode())], people)
    return time.process_time() - started


@pytest.mark.parametrize("piece", ADVERSARIES)
def test_time_is_linear_in_adversarial_text(people, piece):
    small, large = (piece * (size // len(piece)) for size in (SMALL, SMALL * FACTOR))
    _seconds(small, people, "a.txt")
    # Three times the proportion leaves room for a busy machine; the square would be eight times it.
    allowed = 3 * FACTOR * min(_seconds(small, people, "a.txt") for _ in range(3)) + 0.2
    assert min(_seconds(large, people, "a.txt") for _ in range(2)) < allowed


@pytest.mark.parametrize("piece", ["[", '{"a":', '"', '",', "a,", "a\n"])
@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.jsonl"])
def test_broken_structures_are_refused_or_read_quickly(people, piece, name):
    assert _seconds(piece * (100_000 // len(piece)), people, name) < 5


def test_sixty_transcripts_of_forty_people_take_seconds():
    draw = random.Random(3)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]

    def word(parts: int) -> str:
        return "".join(draw.choices(syllables, k=parts)).capitalize()

    people = [
        Person(
            f"p-{number}",
            first_name=word(3),
            last_name=word(4),
            email=f"{word(3)}{number}@example.com",
            phone=f"07700 9{number:05d}",
            date_of_birth=f"19{50 + number}-03-07",
            street=f"{number + 1} {word(3)} Road",
            postcode=f"LS{number % 20} 2AB",
            iban_or_sort_account=f"20-00-00 5577{number:04d}",
        )
        for number in range(40)
    ]
    said = "so i went to the screen and pressed one of the blue buttons Then it said May 2024 and [name] left"
    words = said.split()
    files = [CandidateFile(f"{number}.vtt", " ".join(draw.choices(words, k=3_000)).encode()) for number in range(60)]
    started = time.process_time()
    report = examine(files, people)
    assert report.passed
    # About two seconds on one core of 2024; the limit is for a slow and busy one.
    assert time.process_time() - started < 15
