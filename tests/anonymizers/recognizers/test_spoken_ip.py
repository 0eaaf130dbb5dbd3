"""IP addresses read aloud, in four languages, and dots that are none of one."""

import pytest

from anonymizers.recognizers.spoken_ip import SpokenIpRecognizer
from anonymizers.tokens import HARD, tokenise


def found(text: str, language: str) -> list[str]:
    return [text[one.start : one.end] for one in SpokenIpRecognizer(language).find(tokenise(text))]


@pytest.mark.parametrize(
    ("language", "address"),
    [
        ("en", "two three seven dot thirty-nine dot two oh eight dot one zero two"),
        ("en", "sixty eight dot fifty seven dot double one oh dot 224"),
        ("en", "10 dot 0 dot 0 dot 1"),
        ("fr", "soixante trois point un quatre trois point huit huit point cent treize"),
        ("de", "zwei eins neun punkt siebenundvierzig punkt zwanzig punkt vier eins"),
        ("es", "cincuenta y dos punto nueve cero punto dos cuatro cero punto sesenta"),
    ],
)
def test_four_numbers_with_dots_between_are_an_address(language: str, address: str) -> None:
    assert found(f"it said {address} or so", language) == [address]
    assert found(address, language) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "version two dot three dot one",
        "one dot two dot three dot the end",
        "the dot one dot two dot",
        f"one dot two{HARD}dot three dot four",
        "at this point two of us, at this point three, at that point four",
        "",
    ],
)
def test_fewer_numbers_and_other_dots_are_none(text: str) -> None:
    assert found(text, "en") == []


def test_two_addresses_are_two() -> None:
    text = "one dot two dot three dot four, then five dot six dot seven dot eight"
    assert found(text, "en") == ["one dot two dot three dot four", "five dot six dot seven dot eight"]
