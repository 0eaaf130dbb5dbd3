"""Numbers a state gives, by shape, check digit and context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.es import dni

from anonymizers.recognizers.national_id import NationalIdRecognizer

NAME = "NationalIdRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "QQ 12 34 56 C", ("NATIONAL_ID", "QQ 12 34 56 C")),
        ("en", "qq123456c", ("NATIONAL_ID", "qq123456c")),
        ("en", "943 476 5919", ("NATIONAL_ID", "943 476 5919")),
        ("en", "NHS number 9434765918", ("NATIONAL_ID", "9434765918")),
        ("fr", "2 55 08 14 168 025 38", ("NATIONAL_ID", "2 55 08 14 168 025 38")),
        ("de", "36 574 261 809", ("NATIONAL_ID", "36 574 261 809")),
        ("es", "12.345.678-Z", ("NATIONAL_ID", "12.345.678-Z")),
        ("es", "X-1234567-L", ("NATIONAL_ID", "X-1234567-L")),
        ("en", "078-05-1120", ("NATIONAL_ID", "078-05-1120")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "943 476 5918"),
        ("en", "36574261808"),
        ("en", "my id is broken"),
        ("de", "im Jahr 2019"),
        ("en", "12345678"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


@given(st.from_regex(r"[1-9][0-9]{8}", fullmatch=True))
def test_every_valid_nhs_number_is_found_without_a_word_beside_it(body):
    rest = -sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True)) % 11
    hits = [hit.score for hit in NationalIdRecognizer("en").find(f"{body[:3]} {body[3:6]} {body[6:]}{rest % 10}")]
    assert hits == ([] if rest == 10 else [1.0])


@given(st.integers(0, 99_999_999), st.sampled_from(["", "-", " "]))
def test_every_dni_is_found_and_its_letter_raises_the_score(number, gap):
    digits = f"{number:08d}"
    right = dni.calc_check_digit(digits)
    wrong = "ABCDEFGHJKLMNPQRSTVWXYZ"["ABCDEFGHJKLMNPQRSTVWXYZ".index(right) - 1]
    for letter, score in ((right, 1.0), (wrong, 0.8)):
        text = f"{digits}{gap}{letter}"
        hits = [hit.score for hit in NationalIdRecognizer("es").find(text) if (hit.start, hit.end) == (0, len(text))]
        assert max(hits) == score
