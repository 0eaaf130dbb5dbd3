"""Guessing a transcript's language by its words."""

import pytest

from anonymizers.errors import AnonymizerError
from lethe.commands.folder.language import likeliest_language

TEXTS = {
    "en": "So what would you say about the page?",
    "fr": "Oui, je suis née en mars, et mon mari travaille près de la gare.",
    "de": "Und dann habe ich den Knopf nicht gefunden.",
    "es": "Pero cuando yo entro en la página, los botones están muy lejos.",
}
ALL = ("en", "fr", "de", "es")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("turn", range(4))
def test_a_sentence_is_enough_in_whatever_order_the_choices_stand(language, turn):
    assert likeliest_language(TEXTS[language], ALL[turn:] + ALL[:turn]) == language


def test_case_and_names_tip_nothing():
    assert likeliest_language("MAEVE OKONJO: WHAT WOULD YOU SAY, AURÉLIEN?", ("fr", "en")) == "en"


@pytest.mark.parametrize("text", ["", "12:30 ...", "zzxqy"])
def test_what_says_nothing_is_taken_for_the_first(text):
    assert likeliest_language(text, ("fr", "en")) == "fr"


def test_a_language_without_a_word_list_is_refused():
    with pytest.raises(AnonymizerError):
        likeliest_language("word", ("en", "xx"))
