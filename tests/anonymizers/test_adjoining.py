"""The rest of a name of which a part was found, and the words beside a name that are none of it."""

import pytest

from anonymizers.adjoining import adjoining
from anonymizers.lexicon import lexicon
from anonymizers.spans import Span
from anonymizers.tokens import HARD, tokenise


def beside(text: str, part: str, language: str = "en", *, entity: str = "PERSON", score: float = 0.8) -> list[str]:
    start = text.index(part)
    span = Span(start, start + len(part), entity, "model", "told", score)
    return [text[one.start : one.end] for one in adjoining([span], tokenise(text), lexicon(language))]


@pytest.mark.parametrize(
    ("language", "text", "part", "rest"),
    [
        ("en", "so Shoshana Feldman-Katz said", "Shoshana", ["Feldman-Katz"]),
        ("en", "so Delroy O'Hagan said", "Delroy", ["O'Hagan"]),
        ("en", "so ffion llewelyn said", "ffion", ["llewelyn"]),
        ("en", "then Bo Ng takes it", "Ng", ["Bo"]),
        ("en", "then bo ng takes it", "ng", ["bo"]),
        ("en", "so Ximena de la Zubiri said", "Ximena", ["de la Zubiri"]),
        ("de", "mit Abdulrahman Al-Khatib dort", "Abdulrahman", ["Al-Khatib"]),
        ("es", "a Xoán Carballido ayer", "Xoán", ["Carballido"]),
    ],
)
def test_the_rest_of_a_name_is_found(language: str, text: str, part: str, rest: list[str]) -> None:
    assert beside(text, part, language) == rest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "so Delroy said it and Then"),
        ("en", "so Delroy, Zubiri is a shop"),
        ("en", "so Delroy. Zubiri is a shop"),
        ("en", f"so Delroy{HARD}Zubiri is a shop"),
        ("en", "so Delroy Monday is best"),
        ("en", "so delroy clicks there"),
        ("en", "so Delroy de la something"),
        ("de", "hat Delroy Brot gekauft"),
        ("de", "hat Delroy Großdruck gesagt"),
    ],
)
def test_a_word_that_is_none_of_the_name_stays(language: str, text: str) -> None:
    part = "Delroy" if "Delroy" in text else "delroy"
    assert beside(text, part, language) == []


def test_only_beside_what_is_likely_somebody() -> None:
    assert beside("so Shoshana Feldman said", "Shoshana", score=0.2) == []
    assert beside("so Shoshana Feldman said", "Shoshana", entity="ORGANIZATION") == []


def test_two_parts_that_were_found_are_not_found_again() -> None:
    text = "so Shoshana Feldman said"
    spans = [Span(3, 11, "PERSON", "model", "told", 0.8), Span(12, 19, "PERSON", "model", "told", 0.8)]
    assert adjoining(spans, tokenise(text), lexicon("en")) == []
