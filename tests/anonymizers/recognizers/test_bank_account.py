"""Sort codes by shape, accounts beside their word, IBANs in any case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.recognizers.bank_account import BankAccountRecognizer

NAME = "BankAccountRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "12-34-56", ("BANK_ACCOUNT", "12-34-56")),
        ("en", "sort code one two three four five six", ("BANK_ACCOUNT", "one two three four five six")),
        ("en", "account number is 12345678", ("BANK_ACCOUNT", "12345678")),
        ("en", "routing 021000021", ("BANK_ACCOUNT", "021000021")),
        ("en", "20-30-40 12345678", ("BANK_ACCOUNT", "20-30-40 12345678")),
        ("de", "Kontonummer 532013000", ("BANK_ACCOUNT", "532013000")),
        ("en", "gb29nwbk60161331926819", ("IBAN_CODE", "gb29nwbk60161331926819")),
        ("en", "bank: NWBKGB2L", ("BANK_ACCOUNT", "NWBKGB2L")),
        ("es", "ES91 2100 0418 4502 0005 1332", ("IBAN_CODE", "ES91 2100 0418 4502 0005 1332")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "my account costs 12000 pounds"),
        ("en", "between 12-34 and 56"),
        ("en", "NWBKGB2L"),
        ("fr", "le compte a 3 boutons"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


IBANS = ["GB29NWBK60161331926819", "DE89370400440532013000", "FR1420041010050500013M02606", "ES9121000418450200051332"]


@given(st.sampled_from(IBANS), st.lists(st.sampled_from([" ", "\n", "-", ""]), min_size=8, max_size=8), st.booleans())
def test_a_valid_iban_is_found_in_any_grouping_and_case(iban, gaps, lower):
    groups = [iban[place : place + 4] for place in range(0, len(iban), 4)]
    written = "".join(gap + group for gap, group in zip(["", *gaps], groups, strict=False))
    written = written.lower() if lower else written
    text = f"it goes {written}, right"
    hits = [hit for hit in BankAccountRecognizer("en").find(text) if hit.entity == "IBAN_CODE"]
    assert any(text[hit.start : hit.end] == written for hit in hits)
