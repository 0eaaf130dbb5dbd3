"""A number that runs over turns is found to its end, and a count of something is none."""

import pytest

from anonymizers.continued import continued
from anonymizers.engine import Detection
from anonymizers.masking import Anonymiser
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.spans import Span
from anonymizers.tokens import HARD, tokenise

BEGUN = "oh seven seven double oh"


def rest(text: str, number: str = BEGUN, layer: str = "patterns", language: str = "en") -> list[str]:
    start = text.index(number)
    found = Span(start, start + len(number), "PHONE_NUMBER", layer, "PhoneNumberRecognizer", 0.6)
    more = list(continued([found], tokenise(text), language))
    assert {(one.entity, one.layer, one.recogniser) for one in more} <= {("PHONE_NUMBER", layer, "continued")}
    return [text[one.start : one.end] for one in more]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (f"it is {BEGUN}\nnine oh one two three", ["nine oh one two three"]),
        (f"it is {BEGUN}\nyes?\nnine oh one two three\nokay", ["nine oh one two three"]),
        (f"it is {BEGUN}\nmhm go on\n900123", ["900123"]),
        (f"so it begins oh one two.\nyes?\n{BEGUN}\nokay", ["oh one two"]),
        (f"oh one two\nright\n{BEGUN}\nright\nfour five six", ["four five six", "oh one two"]),
    ],
)
def test_the_rest_of_a_number_is_found_in_the_turns_around_it(text: str, more: list[str]) -> None:
    assert rest(text) == more


@pytest.mark.parametrize(
    "text",
    [
        f"it is {BEGUN}\nyes?\nfive minutes ago",
        f"it is {BEGUN}\n9",
        f"it is {BEGUN}\n12 pounds",
        f"it is {BEGUN} and then nine oh one",
        f"it is {BEGUN}\n" + "word " * 9 + "\nnine oh one",
        f"it is {BEGUN}{HARD}nine oh one two three",
        f"nine oh one two three{HARD}{BEGUN}",
        f"it is {BEGUN}\nyes?\nokay then",
        f"it is {BEGUN}",
    ],
)
def test_a_count_a_single_digit_and_what_is_far_away_are_not_of_it(text: str) -> None:
    assert rest(text) == []


@pytest.mark.parametrize("layer", ["cues", "context", "deny"])
def test_only_what_is_surely_a_number_goes_on(layer: str) -> None:
    assert rest(f"it is {BEGUN}\nnine oh one two three", layer=layer) == []


@pytest.mark.parametrize("number", ["07", "077", "Orchard Lane East"])
def test_what_is_hardly_a_number_does_not_go_on(number: str) -> None:
    assert rest(f"it is {number}\nnine oh one two three", number) == []


@pytest.mark.parametrize(
    ("language", "begun", "more"),
    [
        ("fr", "zéro six douze", "quarante deux onze"),
        ("de", "null eins sieben eins", "dreiundzwanzig vierzig"),
        ("es", "seis cero cero", "doce treinta y".removesuffix(" y")),
    ],
)
def test_numbers_go_on_in_every_language(language: str, begun: str, more: str) -> None:
    assert rest(f"{begun}\noui\n{more}\nok", begun, language=language) == [more]


def test_a_number_over_three_turns_is_masked_in_each_of_them(pseudonyms: Pseudonyms) -> None:
    anonymiser = Anonymiser(Detection(("en",)), (), pseudonyms)
    turns = ["my number is oh seven seven double oh", "mhm", "nine oh one", "yes", "that was five minutes ago"]
    done = [one.text for one in anonymiser.mask(turns, language="en", one_session=True)]
    assert done == ["my number is [phone]", "mhm", "[phone]", "yes", "that was five minutes ago"]


def test_answers_that_have_nothing_to_do_with_each_other_are_not_one_number(pseudonyms: Pseudonyms) -> None:
    anonymiser = Anonymiser(Detection(("en",)), (), pseudonyms)
    done = anonymiser.mask(["my number is oh seven seven double oh", "nine oh one"], language="en")
    assert not [span for one in done for span in one.spans if span.recogniser == "continued"]
