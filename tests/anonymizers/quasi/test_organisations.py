"""Organisations by cues of speech; brands stay unless somebody works there."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "I work at Tesco", "Tesco"),
        ("en", "i work at boots on saturdays", "boots"),
        ("en", "my daughter works in Greggs", "Greggs"),
        ("en", "I'm a cashier at Asda", "Asda"),
        ("fr", "je travaille chez Carrefour", "Carrefour"),
        ("de", "ich arbeite bei Rewe", "Rewe"),
        ("es", "trabajo en Mercadona", "Mercadona"),
    ],
)
def test_a_brand_that_somebody_works_for_is_an_employer(language, text, name, found):
    assert ("ORGANIZATION", name) in found(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I shop at Tesco"),
        ("en", "I joined Facebook and I left Twitter"),
        ("en", "I went to Boots"),
        ("en", "It works for Netflix"),
        ("en", "my son goes to Asda for me"),
        ("en", "I'm at Checkout now"),
        ("fr", "je vais chez Carrefour"),
        ("de", "ich kaufe bei Rewe"),
        ("de", "ich bin bei der Telekom"),
        ("es", "compro en Mercadona"),
    ],
)
def test_a_brand_that_is_only_spoken_of_stays(language, text, found):
    assert found(language, text, "ORGANIZATION") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("i work at hartleys in the warehouse", "hartleys"),
        ("i work for green lane bakery doing deliveries", "green lane bakery"),
        ("my son goes to fernhill primary school now", "fernhill primary school"),
        ("our surgery is mill lane and they text me", "mill lane"),
        ("i rang mill lane surgery twice", "mill lane surgery"),
        ("my husband works for hollis and sons so he knows", "hollis and sons"),
        ("i've been at jarrolds thirty years", "jarrolds"),
    ],
)
def test_a_name_without_capitals_ends_where_speech_goes_on(text, name, found):
    assert found("en", text, "ORGANIZATION") == {("ORGANIZATION", name)}


@pytest.mark.parametrize(
    "text",
    [
        "i work at night", "i work for a small firm", "i work at the hospital", "i work for myself",
        "i go to the local primary school page", "my kids go to school", "i work for people like you",
        "i rang the surgery", "the nearest dental practice", "we play for fun",
    ],
)  # fmt: skip
def test_a_house_or_a_word_without_a_name_stays(text, found):
    assert found("en", text, "ORGANIZATION") == set()
