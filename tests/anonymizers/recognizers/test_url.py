"""Web addresses to the end of their path."""

import pytest

NAME = "UrlRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "see https://app.example.com/users/48213?ref=mail.",
            ("URL", "https://app.example.com/users/48213?ref=mail"),
        ),
        ("en", "portal.example/u/jane-doe, yes", ("URL", "portal.example/u/jane-doe")),
        ("en", "www.janedoe.example", ("URL", "www.janedoe.example")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "and/or"),
        ("en", "24/7"),
        ("en", "1.5/2"),
        ("en", "e.g. this"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


def test_a_bare_host_is_found_and_a_missing_space_is_not(found):
    assert ("URL", "janedoe.co.uk") in found("UrlRecognizer", "en", "my site is janedoe.co.uk now")
    assert found("UrlRecognizer", "en", "we used Google.So yeah") == set()
    assert found("UrlRecognizer", "en", "when it was done.first I left") == set()
    assert found("UrlRecognizer", "en", "version 3.2.1 of it") == set()
