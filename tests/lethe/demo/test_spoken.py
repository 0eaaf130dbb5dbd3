"""How details sound in the four languages of the sample."""

from datetime import date

import pytest

from lethe.demo.agency import spoken


@pytest.mark.parametrize(
    ("value", "en", "fr", "de", "es"),
    [
        (0, "zero", "zéro", "null", "cero"),
        (16, "sixteen", "seize", "sechzehn", "dieciséis"),
        (21, "twenty-one", "vingt et un", "einundzwanzig", "veintiuno"),
        (30, "thirty", "trente", "dreißig", "treinta"),
        (41, "forty-one", "quarante et un", "einundvierzig", "cuarenta y uno"),
        (71, "seventy-one", "soixante et onze", "einundsiebzig", "setenta y uno"),
        (80, "eighty", "quatre-vingts", "achtzig", "ochenta"),
        (81, "eighty-one", "quatre-vingt-un", "einundachtzig", "ochenta y uno"),
        (99, "ninety-nine", "quatre-vingt-dix-neuf", "neunundneunzig", "noventa y nueve"),
    ],
)
def test_numbers_are_said_as_people_say_them(value: int, en: str, fr: str, de: str, es: str) -> None:
    assert [spoken.number(value, language) for language in ("en", "fr", "de", "es")] == [en, fr, de, es]


@pytest.mark.parametrize(
    ("address", "language", "said"),
    [
        ("siobhan.obrien@example.org", "en", "siobhan dot obrien at example dot org"),
        ("emeka.eze88@example.org", "en", "emeka dot eze eight eight at example dot org"),
        ("grace_okafor@example.org", "en", "grace underscore okafor at example dot org"),
        ("jb.moreau@example.net", "fr", "jb point moreau arobase example point net"),
        ("kp.vogelsang@example.com", "de", "kp Punkt vogelsang ät example Punkt com"),
        ("lucia.nunez@example.net", "es", "lucia punto nunez arroba example punto net"),
    ],
)
def test_an_email_is_said_aloud(address: str, language: str, said: str) -> None:
    assert spoken.email(address, language) == said


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("07700 900142", "en", "oh double seven double oh nine double oh one four two"),
        ("06 39 98 31 05", "fr", "zéro six trente-neuf quatre-vingt-dix-huit trente et un zéro cinq"),
        ("0171 392", "de", "null eins sieben eins drei neun zwei"),
        ("600 000 114", "es", "seis cero cero cero cero cero uno uno cuatro"),
    ],
)
def test_a_phone_number_is_said_aloud(written: str, language: str, said: str) -> None:
    assert spoken.phone(written, language) == said


@pytest.mark.parametrize(
    ("day", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (22, "22nd")]
)
def test_a_birthday_has_its_ending(day: int, said: str) -> None:
    assert spoken.birthday(date(1984, 3, day), "en", ordinal=True) == f"{said} of March 1984"


def test_a_name_is_spelled_without_its_signs_and_filed_without_its_accents() -> None:
    assert spoken.spelled("O'Brien", "-") == "O-B-R-I-E-N"
    assert spoken.spelled("García Fernández", ", ").startswith("G, A, R, C, Í, A, F")
    assert spoken.in_ascii("Łukasz Dąbrowski") == "Lukasz Dabrowski"
    assert spoken.in_ascii("Siobhán O'Brien") == "Siobhan OBrien"
