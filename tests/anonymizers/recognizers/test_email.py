"""Written addresses, under any domain, with the spaces speech recognition puts in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.recognizers.email import EmailAddressRecognizer

NAME = "EmailAddressRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "to jane.doe@example.com.", ("EMAIL_ADDRESS", "jane.doe@example.com")),
        ("en", "j@harbour.example", ("EMAIL_ADDRESS", "j@harbour.example")),
        ("en", "jane.doe @ example.com", ("EMAIL_ADDRESS", "jane.doe @ example.com")),
        ("en", "jane (at) example (dot) com", ("EMAIL_ADDRESS", "jane (at) example (dot) com")),
        ("de", "j.müller@beispiel.de", ("EMAIL_ADDRESS", "j.müller@beispiel.de")),
        ("en", "jane@example", ("EMAIL_ADDRESS", "jane@example")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "@jane"),
        ("en", "meet @ 5"),
        ("en", "look at it"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


@given(
    st.from_regex(r"[a-z0-9]{1,8}([._+-][a-z0-9]{1,8})?", fullmatch=True),
    st.sampled_from(["com", "co.uk", "example", "de"]),
)
def test_every_plain_address_is_found_whole(local, top):
    address = f"{local}@mail-1.test.{top}"
    text = f"my address, {address}, is new"
    spans = {text[hit.start : hit.end] for hit in EmailAddressRecognizer("en").analyze(text, [], None)}
    assert address in spans
