"""The details of invented people have the shapes, check digits and reserved ranges of their country."""

import random
import re

import pytest
from stdnum import iban, luhn
from stdnum.de import idnr
from stdnum.es import ccc, dni, nie
from stdnum.fr import nir
from stdnum.gb import nhs

from tests.corpora.cast import Name
from tests.corpora.details import Details, details_of, spoken, written
from tests.corpora.marks import LANGUAGES

_NAME = Name("Zoë", "O'Hara-Lund", "", "f", "Irish", ("zoe",), ("o hara",))


def _many(language: str) -> list[Details]:
    return [details_of(_NAME, language, 0, random.Random(f"{language}{seed}")) for seed in range(60)]


def _digits(details: Details, what: str) -> str:
    return "".join(details.numbers[what].groups)


@pytest.mark.parametrize("language", LANGUAGES)
def test_accounts_and_cards_have_valid_check_digits(language: str) -> None:
    for details in _many(language):
        assert iban.is_valid(_digits(details, "iban"))
        assert luhn.is_valid(_digits(details, "card"))


def test_national_numbers_have_valid_check_digits() -> None:
    assert all(nhs.is_valid(_digits(one, "health_id")) for one in _many("en"))
    assert all(nir.is_valid(_digits(one, "nationalid")) for one in _many("fr"))
    assert all(idnr.is_valid(_digits(one, "nationalid")) for one in _many("de"))
    spanish = [_digits(one, "nationalid") for one in _many("es")]
    assert all(dni.is_valid(number) or nie.is_valid(number) for number in spanish)
    assert any(nie.is_valid(number) for number in spanish)
    assert all(ccc.is_valid(_digits(one, "iban")[4:]) for one in _many("es"))


def test_french_accounts_have_the_key_of_their_bank() -> None:
    for details in _many("fr"):
        number = _digits(details, "iban")[4:]
        bank, branch, account, key = int(number[:5]), int(number[5:10]), int(number[10:21]), int(number[21:])
        assert (89 * bank + 15 * branch + 3 * account + key) % 97 == 0


@pytest.mark.parametrize(
    ("language", "reserved"),
    [
        ("en", r"07700900\d{3}|02079460\d{3}"),
        ("fr", r"063998\d{4}|019900\d{4}"),
        ("de", r"017139200\d{2}|03023125\d{3}"),
    ],
)
def test_telephone_numbers_are_of_ranges_kept_for_fiction(language: str, reserved: str) -> None:
    for details in _many(language):
        assert re.fullmatch(reserved, _digits(details, "phone"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_spoken_numbers_are_words_and_written_ones_hold_all_their_signs(language: str) -> None:
    for seed, details in enumerate(_many(language)):
        for what, number in details.numbers.items():
            said = "".join(text for group in spoken(what, details, language, random.Random(seed)) for text, _ in group)
            assert not re.search(r"\d", said)
            seen = "".join(text for text, _ in written(what, details, language, random.Random(seed)))
            assert set(re.findall(r"\d", seen)) <= set("".join(number.groups)) | set("0349")  # +33, +34, +44 and +49


def test_the_two_corpora_draw_from_different_streets_and_firms() -> None:
    test, develop = (
        {(one.street, one.employer) for one in (details_of(_NAME, "en", half, random.Random(n)) for n in range(200))}
        for half in (0, 1)
    )
    assert not {street for street, _ in test} & {street for street, _ in develop}
    assert not {firm for _, firm in test} & {firm for _, firm in develop}
