"""Full dates, and parts of one beside a word for birth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.recognizers.dates import DateRecognizer

NAME = "DateRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on 07/03/2019", ("DATE", "07/03/2019")),
        ("en", "2019-07-07", ("DATE", "2019-07-07")),
        ("en", "March 3rd, 1984", ("DATE", "March 3rd, 1984")),
        ("en", "the twenty first of june two thousand and one", ("DATE", "twenty first of june two thousand and one")),
        ("en", "born in 1984", ("DATE_OF_BIRTH", "1984")),
        ("en", "my birthday is the 3rd of March", ("DATE_OF_BIRTH", "3rd of March")),
        ("en", "born in march 84", ("DATE_OF_BIRTH", "march 84")),
        ("fr", "le 1er janvier 2019", ("DATE", "1er janvier 2019")),
        (
            "fr",
            "née le sept mars mille neuf cent quatre-vingt-quatre",
            ("DATE_OF_BIRTH", "sept mars mille neuf cent quatre-vingt-quatre"),
        ),
        ("de", "am 7. März 1984 geboren", ("DATE_OF_BIRTH", "7. März 1984")),
        ("de", "siebten märz neunzehnhundertvierundachtzig", ("DATE", "siebten märz neunzehnhundertvierundachtzig")),
        ("de", "Jahrgang 84", ("DATE_OF_BIRTH", "84")),
        (
            "es",
            "siete de marzo de mil novecientos ochenta y cuatro",
            ("DATE", "siete de marzo de mil novecientos ochenta y cuatro"),
        ),
        ("es", "nací en 1984", ("DATE_OF_BIRTH", "1984")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in March 2021"),
        ("en", "he was born three weeks early"),
        ("en", "on the third of March three people called"),
        ("en", "on the fifth of May"),
        ("en", "version 3.2.19"),
        ("en", "in 2019"),
        ("en", "45/13/2019"),
        ("en", "24/7"),
        ("fr", "le premier mai"),
        ("de", "im Januar 2019"),
        ("es", "en marzo"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


MONTHS = {
    "en": [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
    ],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "décembre"],
    "de": ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "dezember"],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "diciembre",
    ],
}
BETWEEN = {"en": " ", "fr": " ", "de": ". ", "es": " de "}


@given(st.sampled_from(sorted(MONTHS)), st.integers(0, 10), st.integers(1, 31), st.integers(1900, 2025))
def test_every_written_day_month_and_year_is_one_date(language, month, day, year):
    gap = BETWEEN[language]
    last = " de " if language == "es" else " "
    written = f"{day}{gap}{MONTHS[language][month]}{last}{year}"
    text = f"x {written} x"
    assert written in {text[hit.start : hit.end] for hit in DateRecognizer(language).find(text)}


@pytest.mark.parametrize(
    "text", ["it was two four eighty-three on the meter", "the twelfth of the third sixty of them"]
)
def test_three_bare_numbers_are_no_date_where_nobody_speaks_of_birth(text, found):
    assert found("DateRecognizer", "en", text) == set()


@pytest.mark.parametrize("said", ["forty two eighty-three", "four thirteen eighty-three", "four two"])
def test_bare_numbers_are_a_birth_date_only_as_day_month_and_year(said, found):
    assert found("DateRecognizer", "en", f"Your date of birth? {said}") == set()
