"""Postcodes of four countries and two more."""

import pytest

NAME = "PostcodeRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "NW1 6XE", ("POSTCODE", "NW1 6XE")),
        ("en", "nw16xe", ("POSTCODE", "nw16xe")),
        ("en", "NW1\n6XE", ("POSTCODE", "NW1\n6XE")),
        ("en", "I live in SE15", ("POSTCODE", "SE15")),
        ("en", "D02 X285", ("POSTCODE", "D02 X285")),
        ("en", "Springfield, IL 62704", ("POSTCODE", "62704")),
        ("fr", "75011 Paris", ("POSTCODE", "75011")),
        ("fr", "code postal 69003", ("POSTCODE", "69003")),
        ("de", "10115 Berlin", ("POSTCODE", "10115")),
        ("de", "postleitzahl eins null eins eins fünf", ("POSTCODE", "eins null eins eins fünf")),
        ("es", "28013 madrid", ("POSTCODE", "28013")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "SE15"),
        ("en", "ZZ1 1ZZ"),
        ("en", "on the M25"),
        ("de", "20000 Kunden"),
        ("de", "12345 Menschen"),
        ("fr", "12345 fois"),
        ("en", "in Q1 2020"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()
