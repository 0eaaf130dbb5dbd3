"""Long and odd texts: nothing raises, and no grammar takes time that grows out of hand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.characters import fold
from anonymizers.layers import LayerRecognizer
from anonymizers.quasi import context_recognizers
from anonymizers.tokens import tokenise

LANGUAGES = ("en", "fr", "de", "es")
REPEATED = {
    "en": (
        "i work as a ",
        "my mum is in ",
        "i've got a bit of a ",
        "i live in the village of the ",
        "st ",
        "asthma and ",
        "the only ",
        "i'm nearly ",
        "one two ",
    ),
    "fr": (
        "je travaille comme ",
        "ma mère est à l'",
        "j'ai un peu de ",
        "j'habite un petit village de ",
        "de la ",
        "école de la ",
        "vingt et ",
    ),
    "de": (
        "ich arbeite als ",
        "meine mutter ist in der ",
        "ich habe ein bisschen ",
        "ich wohne in einem ",
        "die schule am ",
        "ich bin fast ",
    ),
    "es": (
        "trabajo de ",
        "mi madre está en la ",
        "tengo un poco de ",
        "vivo en un pueblo de ",
        "colegio de la ",
        "tengo casi ",
    ),
}
SECONDS = 5
"""Far above what any takes (well under one), far below what a pattern that runs away takes."""


@pytest.mark.parametrize(
    ("language", "part"), [(language, part) for language in LANGUAGES for part in REPEATED[language]]
)
def test_a_long_text_is_read_in_time(language, part):
    tokens = tokenise((part * 3000)[:12000])
    started = time.process_time()
    for recognizer in context_recognizers(language):
        assert isinstance(recognizer, LayerRecognizer)
        list(recognizer.find(tokens))
    assert time.process_time() - started < SECONDS


PIECES = (
    "I'm ",
    "43",
    " years old",
    "my mum",
    "'s",
    " got ",
    "asthma",
    " at ",
    "St ",
    "Hill School",
    ", ",
    ". ",
    "\n",
    "\ue000",
    "work for ",
    "the ",
    "in ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_every_finding_lies_in_the_text_and_on_whole_words(text):
    plain = fold(text).text
    tokens = tokenise(plain)
    starts, ends = {one.start for one in tokens.items}, {one.end for one in tokens.items}
    for recognizer in context_recognizers("en"):
        assert isinstance(recognizer, LayerRecognizer)
        for finding in recognizer.find(tokens):
            assert finding.start in starts
            assert finding.end in ends
            assert "\ue000" not in plain[finding.start : finding.end]
            assert finding.said.startswith("[")
