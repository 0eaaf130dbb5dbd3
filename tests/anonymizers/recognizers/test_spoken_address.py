"""E-mail and web addresses as they are said."""

import pytest

NAME = "SpokenAddressRecognizer"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "my email is jane dot doe forty two at gmail dot com ok",
            ("EMAIL_ADDRESS", "jane dot doe forty two at gmail dot com"),
        ),
        (
            "en",
            "jane underscore doe at example dot co dot uk",
            ("EMAIL_ADDRESS", "jane underscore doe at example dot co dot uk"),
        ),
        ("en", "jane dot doe\nat gmail\ndot com", ("EMAIL_ADDRESS", "jane dot doe\nat gmail\ndot com")),
        ("en", "it is jane dot doe at example.com", ("EMAIL_ADDRESS", "jane dot doe at example.com")),
        ("en", "jane doe at gmail", ("EMAIL_ADDRESS", "doe at gmail")),
        ("fr", "c roux arobase orange point fr", ("EMAIL_ADDRESS", "c roux arobase orange point fr")),
        (
            "de",
            "jonas punkt keller klammeraffe gmx punkt de",
            ("EMAIL_ADDRESS", "jonas punkt keller klammeraffe gmx punkt de"),
        ),
        (
            "es",
            "lucía punto pérez arroba gmail punto com",
            ("EMAIL_ADDRESS", "lucía punto pérez arroba gmail punto com"),
        ),
        ("en", "www dot jane doe dot com", ("URL", "www dot jane doe dot com")),
    ],
)
def test_finds(language, text, expected, found):
    assert expected in found(NAME, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "at the top dot menu"),
        ("en", "at this point in time"),
        ("en", "the dot com bubble"),
        ("fr", "un point de vue"),
        ("de", "der Punkt ist"),
        ("es", "ese punto es importante"),
        ("en", "look at this"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(NAME, language, text) == set()


def test_a_sentence_before_a_shop_is_not_taken_for_a_name(found):
    assert {entity for entity, _ in found(NAME, "en", "I looked at amazon dot com")} == {"URL"}
