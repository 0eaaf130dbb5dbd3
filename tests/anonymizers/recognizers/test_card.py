"""Card numbers by Luhn or beside their word, their last four digits, security codes."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from anonymizers.recognizers.card import CardNumberRecognizer

NAME = "CardNumberRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "4111 1111 1111 1111", ("CREDIT_CARD", "4111 1111 1111 1111")),
        (
            "en",
            "four one one one one one one one one one one one one one one one",
            ("CREDIT_CARD", "four one one one one one one one one one one one one one one one"),
        ),
        ("en", "card ending in 4242", ("CREDIT_CARD", "4242")),
        ("en", "CVV is 123", ("CREDIT_CARD", "123")),
        ("en", "my card is 4111 1111 1111 1112", ("CREDIT_CARD", "4111 1111 1111 1112")),
        ("de", "Kartennummer 5555555555554444", ("CREDIT_CARD", "5555555555554444")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "4111 1111 1111 1112"),
        ("en", "it ended in 2019"),
        ("en", "the card costs 4 pounds"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


SHAPES = st.sampled_from([(4, 4, 4, 4), (16,), (4, 6, 6), (1,) * 16])


@given(st.from_regex(r"[2-6][0-9]{14}", fullmatch=True), SHAPES, st.sampled_from([" ", "-", "\n"]))
def test_every_number_that_passes_luhn_is_found_and_its_neighbours_are_not(body, shape, gap):
    number = body + luhn.calc_check_digit(body)
    other = body + str((int(number[-1]) + 1) % 10)
    assert [hit.score for hit in CardNumberRecognizer("en").find(_grouped(number, shape, gap))] == [1.0]
    assert list(CardNumberRecognizer("en").find(_grouped(other, shape, gap))) == []


def _grouped(number, shape, gap):
    ends = list(accumulate(shape))
    return gap.join(number[end - size : end] for size, end in zip(shape, ends, strict=True))
