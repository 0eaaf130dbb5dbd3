"""Telephone numbers in any grouping, written and said."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.recognizers.phone import PhoneNumberRecognizer

NAME = "PhoneNumberRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "07700 900123", ("PHONE_NUMBER", "07700 900123")),
        ("en", "+44 (0)20 7946 0123", ("PHONE_NUMBER", "+44 (0)20 7946 0123")),
        ("en", "(020) 7946 0123", ("PHONE_NUMBER", "(020) 7946 0123")),
        ("en", "202.555.0143", ("PHONE_NUMBER", "202.555.0143")),
        ("en", "step 2. 07700 900123", ("PHONE_NUMBER", "07700 900123")),
        (
            "en",
            "oh seven seven double oh nine double oh one two three",
            ("PHONE_NUMBER", "oh seven seven double oh nine double oh one two three"),
        ),
        (
            "en",
            "plus four four seven seven double oh nine hundred one two three",
            ("PHONE_NUMBER", "plus four four seven seven double oh nine hundred one two three"),
        ),
        ("en", "call 946 0123", ("PHONE_NUMBER", "946 0123")),
        ("en", "extension 4521", ("PHONE_NUMBER", "4521")),
        ("fr", "06.39.98.12.34", ("PHONE_NUMBER", "06.39.98.12.34")),
        (
            "fr",
            "zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre",
            ("PHONE_NUMBER", "zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre"),
        ),
        ("de", "030/23125 123", ("PHONE_NUMBER", "030/23125 123")),
        ("es", "612 34 56 78", ("PHONE_NUMBER", "612 34 56 78")),
        (
            "es",
            "seis doce treinta y cuatro cincuenta y seis setenta y ocho",
            ("PHONE_NUMBER", "seis doce treinta y cuatro cincuenta y seis setenta y ocho"),
        ),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "946 0123"),
        ("en", "call me at 10 or 11"),
        ("en", "in 2018, 2019, 2020 by phone"),
        ("en", "my phone cost 1200 pounds"),
        ("fr", "1 250 000 euros"),
        ("en", "one two three four five six seven eight nine"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


@given(
    st.from_regex(r"07700900[0-9]{3}", fullmatch=True),
    st.lists(st.integers(1, 10), max_size=4),
    st.sampled_from([" ", "-", "\n", "."]),
)
def test_a_mobile_number_is_found_in_any_grouping(number, cuts, gap):
    places = sorted({0, *cuts, len(number)})
    written = gap.join(number[start:end] for start, end in pairwise(places))
    assert [(hit.start, hit.end) for hit in PhoneNumberRecognizer("en").find(written)] == [(0, len(written))]


def test_a_number_that_the_plan_knows_scores_higher_than_one_it_does_not():
    scores = [next(PhoneNumberRecognizer("en").find(text)).score for text in ("020 7946 0123", "009 9999 9999")]
    assert scores[0] > scores[1]
