"""A pattern looked for only at the words it may begin with is found wherever it stands."""

import re

import pytest

from anonymizers.quasi.lexicons.ages import AGE_WORDS
from anonymizers.quasi.lexicons.organisations import ORGANISATION_WORDS
from anonymizers.quasi.lexicons.places import LIVING
from anonymizers.quasi.scanner import Scanner
from anonymizers.quasi.view import view
from anonymizers.tokens import tokenise

LANGUAGES = ("en", "fr", "de", "es")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost_by_asking_the_words_first(language, must_find, must_survive):
    words = ORGANISATION_WORDS[language]
    patterns = [*words.sure.values(), *words.loose.values(), LIVING[language], AGE_WORDS[language].asked]
    texts = [one.text for one in must_find(language)] + must_survive(language)
    seen = view(tokenise("\n".join(texts)), language)
    matches = 0
    for pattern in patterns:
        everywhere = re.compile(pattern)
        expected = [found.span() for place in seen.at if (found := everywhere.match(seen.text, place))]
        assert [found.span() for found in Scanner(pattern).all(seen)] == expected
        matches += len(expected)
    assert matches > len(patterns)
