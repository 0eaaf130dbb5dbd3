"""What is written in the place of a quasi-identifier: as coarse as it must be, as telling as it may be."""

import pytest

from anonymizers.quasi import ENTITIES, SPECIAL, context_recognizers


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I'm 57", ["[age 50\u201359]"]),
        ("en", "I'm forty", ["[age 40\u201349]"]),
        ("en", "she's ninety-three", ["[age 90+]"]),
        ("en", "my son is nine", ["[age under 18]"]),
        ("en", "he's a baby of eighteen months old", ["[age under 18]"]),
        ("en", "I've got asthma", ["[health]"]),
        ("en", "I'm a Methodist", ["[belief]"]),
        ("en", "I voted for the Liberal Democrats", ["[politics]"]),
        ("en", "I'm in Unison", ["[trade union]"]),
        ("en", "I'm gay and my wife is Ghanaian", ["[orientation]", "[origin]"]),
        ("en", "I'm a farrier", ["[a craft job]"]),
        ("en", "I work at Hartley's", ["[an employer]"]),
        ("en", "my kids go to St Cuthbert's", ["[a school]"]),
        ("en", "our surgery, Mill Lane", ["[a surgery]"]),
        ("en", "my mum is in Willow Court care home", ["[a care home]"]),
        ("en", "I live in Leeds", ["[a city]"]),
        ("en", "I live in Harrogate", ["[a town]"]),
        ("en", "I live in Nether Snodbury", ["[a village]"]),
        ("fr", "j'ai 34 ans", ["[age 30\u201339]"]),
        ("fr", "je suis luthier", ["[a craft job]"]),
        ("de", "ich bin Hebamme", ["[a health job]"]),
        ("de", "ich wohne in Hamburg", ["[a city]"]),
        ("es", "soy farero", ["[a public-sector job]"]),
        ("es", "vivo en Sevilla", ["[a city]"]),
    ],
)
def test_the_words_say_the_sort_and_no_more(language, text, expected, said):
    assert said(language, text) == expected


def test_a_mode_gets_the_recognisers_of_its_entities_alone():
    assert {entity for one in context_recognizers("en") for entity in one.supported_entities} == ENTITIES
    special = {entity for one in context_recognizers("en", SPECIAL) for entity in one.supported_entities}
    assert special == SPECIAL
    assert context_recognizers("en", ()) == []


def test_a_language_that_is_not_served_finds_nothing():
    for recognizer in context_recognizers("it"):
        assert recognizer.analyze("ho 43 anni e vivo a Leeds", [], None) == []
