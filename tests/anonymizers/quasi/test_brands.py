"""The vocabulary of brands: known by all of their words, and apart where they are names or words too."""

import pytest

from anonymizers.lexicon.brands import AMBIGUOUS, brands, every_brand, shops
from anonymizers.roster.forms import atoms

LANGUAGES = ("en", "fr", "de", "es")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_market_has_over_a_thousand(language):
    assert len(brands(language)) > 1000
    assert shops(language) < every_brand(language)


@pytest.mark.parametrize(
    ("language", "brand"),
    [
        ("en", "John Lewis"),
        ("en", "Jack Wills"),
        ("en", "Marks & Spencer"),
        ("en", "Sainsbury's"),
        ("en", "Sainsburys"),
        ("en", "Monzo"),
        ("fr", "La Banque Postale"),
        ("fr", "Doctolib"),
        ("de", "Media Markt"),
        ("de", "Rossmann"),
        ("es", "El Corte Inglés"),
        ("es", "Bizum"),
        ("it", "Netflix"),
    ],
)
def test_a_brand_is_known_by_its_words_as_keys(language, brand):
    assert atoms(brand) in brands(language)


@pytest.mark.parametrize(
    "word", ["oscar", "alexa", "siri", "mercedes", "alice", "jack", "wills", "lewis", "baker", "next"]
)
def test_one_word_that_is_a_name_or_a_plain_word_is_no_brand_alone(word):
    assert all((word,) not in brands(language) for language in LANGUAGES)


def test_what_is_set_apart_is_one_word_and_a_brand_of_some_market():
    known = {words for language in LANGUAGES for words in every_brand(language)}
    firsts = {words[0] for words in known}
    assert all(atoms(word) == (word,) for word in AMBIGUOUS)
    assert len([word for word in AMBIGUOUS if word in firsts]) > len(AMBIGUOUS) / 2
