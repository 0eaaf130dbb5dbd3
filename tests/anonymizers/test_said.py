"""A finding that knows better than its kind's word what to write in its place."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.engine import Detection
from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.masking import Anonymiser, _span
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.replacements import Replacing, replace_all
from anonymizers.spans import Span, united
from anonymizers.tokens import Tokens

AGE = "[age 50–59]"  # noqa: RUF001 - the dash of a range


class Aged(LayerRecognizer):
    """Finds the age of somebody, which is all of the text."""

    LAYER = "context"
    ENTITIES = ("AGE",)

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        yield Finding(0, len(tokens.text), "AGE", 0.8, said=AGE)


def test_what_is_said_travels_through_presidio() -> None:
    (result,) = Aged("en").analyze("53", [])
    assert _span(result).said == AGE


def test_it_is_written_in_place_of_the_word_of_the_kind() -> None:
    text = "I am 53, she is 54 and they are 9"
    replacing = [Replacing(5, 7, "AGE", said=AGE), Replacing(16, 18, "AGE", said="[age 60+]"), Replacing(32, 33, "AGE")]
    assert replace_all(text, replacing) == f"I am {AGE}, she is [age 60+] and they are [age]"


def test_a_pseudonym_comes_first() -> None:
    assert replace_all("so Ana", [Replacing(3, 6, "PERSON", "P-1", "[somebody]")]) == "so P-1"


@given(st.text(alphabet="[]{}\\$%ab 5–", min_size=1, max_size=12))  # noqa: RUF001 - the dash of a range
def test_any_words_are_written_as_they_are(said: str) -> None:
    assert replace_all("I am 53 now", [Replacing(5, 7, "AGE", said=said)]) == f"I am {said} now"


def test_of_findings_that_overlap_the_one_that_decides_says_it() -> None:
    context = Span(0, 8, "AGE", "context", "AgeRecognizer", 0.8, said=AGE)
    model = Span(0, 8, "AGE", "model", "CrfRecognizer", 1.0)
    pattern = Span(0, 8, "NUMBER", "patterns", "ReferenceRecognizer", 0.9)
    assert united([model, context])[0].said == AGE
    assert united([context, pattern])[0].said == ""


@pytest.fixture(scope="module")
def careful(pseudonyms: Pseudonyms) -> Anonymiser:
    """The default mode."""
    return Anonymiser(Detection(("en",)), (), pseudonyms)


def test_a_masked_span_tells_what_stands_in_the_text(careful: Anonymiser) -> None:
    (one,) = careful.mask(["I'm 53 years old"], language="en", one_session=True)
    (span,) = one.spans
    assert (span.layer, span.replacement) == ("context", AGE)
    assert one.text == f"I'm {AGE} years old"
