"""Speech made regular: what the grammars see, and the way back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.quasi.view import view
from anonymizers.tokens import HARD, tokenise


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I live in, um, Wexcombe", "i live in wexcombe"),
        ("en", "I I live in in Wex-combe", "i live in wex combe"),
        ("en", "I've got ... asthma", "i've got, asthma"),
        ("en", "No. I'm Dr. Lee - well", "no. i'm dr lee, well"),
        ("en", "one\ntwo", "one two"),
        ("en", f"one\n{HARD}\ntwo", "one. | two"),
        ("fr", "j'ai, euh, été à l'hôpital", "j'ai ete a l'hopital"),
        ("de", "ich bin, äh, müde", "ich bin mude"),
        ("es", "¿tienes? sí", "tienes. si"),
    ],
)
def test_a_text_is_seen_without_its_hesitations(language, text, expected):
    assert view(tokenise(text), language).text == expected


@given(st.text(alphabet="abcI ,.'-\n\ue000é5", max_size=60))
def test_every_word_leads_back_to_its_place(text):
    seen = view(tokenise(text), "en")
    for word, key in enumerate(seen.words):
        start, end = seen.span(word, word)
        assert text[start:end] == seen.written(word)
        assert seen.text[seen.at[word] : seen.at[word] + len(key)] == key
        assert seen.word_at(seen.at[word]) == word


def test_what_stands_left_begins_with_a_whole_word():
    seen = view(tokenise("something " * 20 + "here"), "en")
    assert set(seen.left(20).split()) == {"something"}
