"""Handles and user names."""

import pytest

NAME = "HandleRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "@jane_doe84", ("HANDLE", "@jane_doe84")),
        ("en", "my username is janedoe", ("HANDLE", "janedoe")),
        ("en", "my instagram is jane underscore doe", ("HANDLE", "jane underscore doe")),
        ("fr", "mon pseudo c'est camille_r", ("HANDLE", "camille_r")),
        ("de", "Benutzername: jkeller77", ("HANDLE", "jkeller77")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "my Instagram is private"),
        ("en", "jane@example.com"),
        ("en", "my handle on the door broke"),
        ("en", "I forgot my username"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()
