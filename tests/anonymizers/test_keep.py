"""Words to keep and the brands that everybody talks about: who may mask them all the same, and who may not."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.engine import Detection
from anonymizers.keep import KeepWords, without_brands
from anonymizers.layers import AUTHORITY
from anonymizers.masking import Anonymiser
from anonymizers.people import Person
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.recognizers.spans import WEAK
from anonymizers.spans import Span
from anonymizers.tokens import tokenise

TEXT = "so Orchard Lane is good"
WEAKER = [("cues", 0.8), ("context", 0.9), ("model", 1.0), ("deny", 1.0), ("patterns", WEAK)]
STRONGER = [("roster", 0.5), ("patterns", WEAK + 0.01), ("patterns", 1.0)]


def span(text: str, words: str, layer: str = "model", score: float = 0.9) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), "PERSON", layer, "Recogniser", score)


def words_of(text: str, spans: list[Span]) -> list[str]:
    return [text[one.start : one.end] for one in spans]


@pytest.mark.parametrize(("layer", "score"), WEAKER)
def test_a_word_to_keep_outranks_whatever_guesses(layer: str, score: float) -> None:
    kept, clashes = KeepWords(["orchard lane"]).applied([span(TEXT, "Orchard Lane", layer, score)], tokenise(TEXT))
    assert (kept, clashes) == ([], [])


@pytest.mark.parametrize(("layer", "score"), STRONGER)
def test_the_roster_and_sure_patterns_outrank_it_and_the_clash_is_told(layer: str, score: float) -> None:
    found = [span(TEXT, "Lane", layer, score)]
    kept, clashes = KeepWords(["orchard lane"]).applied(found, tokenise(TEXT))
    assert (kept, clashes) == (found, [3])


def test_what_is_around_a_kept_phrase_stays_masked() -> None:
    kept, _ = KeepWords(["Lane"]).applied([span(TEXT, "Orchard Lane is")], tokenise(TEXT))
    assert words_of(TEXT, kept) == ["Orchard ", " is"]


@pytest.mark.parametrize("text", ["ORCHARD LANE", "orchard-lane", "orchard\nlane", "Orchárd Lane", "orchard, lane"])
def test_a_phrase_is_known_in_any_case_and_with_any_mark(text: str) -> None:
    assert KeepWords(["Orchard Lane"]).applied([span(text, text)], tokenise(text))[0] == []


@pytest.mark.parametrize("text", ["orchard", "lane orchard", "orchard the lane", "orchards lane"])
def test_a_part_of_a_phrase_is_not_kept(text: str) -> None:
    found = [span(text, text)]
    assert KeepWords(["Orchard Lane"]).applied(found, tokenise(text)) == (found, [])


def test_without_words_to_keep_everything_is_masked() -> None:
    found = [span(TEXT, "Orchard")]
    assert KeepWords(["", "..."]).applied(found, tokenise(TEXT)) == (found, [])


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["orchard", "lane", "so", "Monzo", "priya"]), min_size=1, max_size=10),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(AUTHORITY)), max_size=6),
)
def test_no_letter_to_keep_is_lost_and_no_other_is_left(words: list[str], places: list[tuple[int, int, str]]) -> None:
    text = " ".join(words)
    found = [
        Span(start, min(start + length, len(text)), "PERSON", layer, "Recogniser", 0.9)
        for start, length, layer in places
        if start < len(text)
    ]
    tokens = tokenise(text)
    whole, _ = KeepWords(["orchard lane", "monzo"]).applied([Span(0, len(text), "X", "model", "", 1.0)], tokens)
    open_to_all = {place for one in whole for place in range(one.start, one.end)}
    kept, _ = KeepWords(["orchard lane", "monzo"]).applied(found, tokens)
    for layer in AUTHORITY:
        before = {place for one in found if one.layer == layer for place in range(one.start, one.end)}
        after = {place for one in kept if one.layer == layer for place in range(one.start, one.end)}
        assert after == (before if layer in {"roster", "patterns"} else before & open_to_all)


SHOP = "so John Lewis is good"


@pytest.mark.parametrize(("layer", "score"), [("model", 1.0), ("deny", 1.0), ("cues", 0.6)])
def test_a_brand_is_spared_by_the_model_by_default_deny_and_by_a_weak_cue(layer: str, score: float) -> None:
    assert without_brands([span(SHOP, "John Lewis", layer, score)], tokenise(SHOP), "en") == []


@pytest.mark.parametrize(
    ("layer", "score"), [("roster", 0.5), ("patterns", 0.5), ("context", 0.5), ("cues", 0.72), ("cues", 0.8)]
)
def test_a_brand_is_no_excuse_for_the_roster_an_employer_or_an_introduction(layer: str, score: float) -> None:
    found = [span(SHOP, "John Lewis", layer, score)]
    assert without_brands(found, tokenise(SHOP), "en") == found


@pytest.mark.parametrize(("text", "left"), [("so Mercedes said", ["Mercedes"]), ("so Tesco said", [])])
def test_a_brand_that_is_a_name_too_proves_nothing_alone(text: str, left: list[str]) -> None:
    found = [span(text, text.split()[1])]
    assert words_of(text, without_brands(found, tokenise(text), "en")) == left


@pytest.mark.parametrize(("language", "brand"), [("en", "Waitrose"), ("fr", "Monoprix"), ("de", "Rossmann")])
def test_the_brands_are_those_of_the_language(language: str, brand: str) -> None:
    text = f"so {brand} is good"
    found = [span(text, brand)]
    assert without_brands(found, tokenise(text), language) == []
    assert without_brands(found, tokenise(text), "es") == found


Mask = Callable[..., str]


@pytest.fixture(scope="module")
def careful(pseudonyms: Pseudonyms) -> Mask:
    """One text of a session, masked in the default mode."""
    people = (Person("p-1", first_name="Ana", last_name="Quillan", employer="Waitrose"),)
    anonymiser = Anonymiser(Detection(("en",)), people, pseudonyms)
    return lambda text: anonymiser.mask([text], language="en", one_session=True)[0].text


@pytest.mark.parametrize(
    "text", ["I usually shop at John Lewis and at Tesco", "i usually shop at john lewis and at tesco"]
)
def test_brands_survive_in_speech(careful: Mask, text: str) -> None:
    assert careful(text) == text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("I work at Tesco as a cashier", "tesco"),
        ("my brother is called John Lewis", "lewis"),
        ("Hi, I am John Lewis, hello", "lewis"),
        ("my name is Ikea", "ikea"),
        ("I shop at Waitrose", "waitrose"),
    ],
)
def test_a_brand_that_is_somebodys_employer_or_name_does_not(careful: Mask, text: str, gone: str) -> None:
    assert gone not in careful(text).casefold()
