"""Where people live: a town that a list knows, after words that say so, in any case."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("en", "yes we are in edinburgh in one of the old terraces", "edinburgh"),
        ("en", "I live in Leeds now", "Leeds"),
        ("en", "we live just outside glasgow", "glasgow"),
        ("en", "i'm originally from brighton", "brighton"),
        ("en", "i live in\nmilton keynes", "milton keynes"),
        ("en", "i live in reading", "reading"),
        ("en", "we moved from Bristol to leeds and york", "york"),
        ("en", "we're based in st albans", "st albans"),
        ("fr", "je vis à nantes depuis longtemps", "nantes"),
        ("fr", "nous habitons près de Saint-Étienne", "Saint-Étienne"),
        ("fr", "on habite au havre", "havre"),
        ("de", "ich wohne seit zehn Jahren in münchen", "münchen"),
        ("de", "ich wohne in essen", "essen"),
        ("de", "wir kommen aus Wuppertal", "Wuppertal"),
        ("es", "vivo en málaga con mi hermana", "málaga"),
        ("es", "somos de san sebastián", "san sebastián"),
    ],
)
def test_finds(language, text, town, found):
    assert ("LOCATION", town) in found(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "we are in a hurry"),
        ("en", "we are in reading mode"),
        ("en", "i live in nice houses only"),
        ("en", "I live in a flat"),
        ("en", "they are in the bath"),
        ("en", "Edinburgh has a festival"),
        ("en", "I come from work"),
        ("fr", "je suis à la page deux"),
        ("fr", "je vis à côté"),
        ("de", "ich bin in der App"),
        ("de", "wir sind in essen und trinken gut"),
        ("es", "estoy en la página"),
        ("es", "soy de letras"),
    ],
)
def test_leaves_alone(language, text, found):
    assert found(language, text, "LOCATION") == set()


def test_a_town_in_another_persons_answer_does_not_belong_to_the_words_before_it(found):
    assert found("en", "I live in\n\ue000\nleeds is nice", "LOCATION") == set()
