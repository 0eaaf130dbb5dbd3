"""What the model sees of a word, and that nobody's name is among it."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.crf.features import LONGEST, Features, Turn, turns
from anonymizers.lexicon import lexicon
from anonymizers.lexicon.interface import INTERFACE
from anonymizers.tokens import HARD, tokenise

LANGUAGES = ("en", "fr", "de", "es")


def features(text: str, language: str = "en", unlisted: Sequence[int] = (), *, small: bool = False) -> list[set[str]]:
    tokens = tokenise(text)
    whole = Turn(0, len(tokens.items), small)
    return [set(one) for one in Features(language).of(tokens, whole, unlisted)]


def value(one: set[str], name: str) -> str:
    return next(feature.partition("=")[2] for feature in one if feature.startswith(f"{name}="))


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("Then Priya said so", "S C x x"),
        ("Right. Then. A thing", "S S S1 x"),
        ("then J left", "x C1 x"),
        ("NEVER PRESS THAT", "A A A"),
        ("the iPhone and the USB stick", "x m x x A x"),
        ("at 9 or 10", "x d x d"),
    ],
)
def test_case_tells_a_capital_that_means_something_from_one_that_does_not(text: str, cases: str) -> None:
    assert [value(one, "c") for one in features(text)] == cases.split()


def test_text_in_small_letters_has_no_cases_but_digits() -> None:
    found = features("my name is priya and i am 9", small=True)
    assert {value(one, "c") for one in found[:-1]} == {"s"}
    assert value(found[-1], "c") == "d"


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("so Priya", " "),
        ("so, Priya", ","),
        ("so. Priya", "."),
        ("so?! Priya", "."),
        ("so - Priya", "-"),
        ("so\nPriya", "n"),
        (f"so{HARD}Priya", ""),  # as at the beginning of a text
        ("3rd", ""),
    ],
)
def test_the_marks_before_a_word_are_seen(text: str, gap: str) -> None:
    assert value(features(text)[1], "g") == f"{gap}$"


def test_a_word_says_which_lists_have_it() -> None:
    found = features("niamh ashworth okafor brown nevertheless", small=True)
    lists = ["".join(sorted(feature[2:] for feature in one if feature.startswith("l="))) for one in found]
    assert lists == ["f", "c", "cl", "cfly", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_listed_name_that_is_no_everyday_word_is_never_a_word(language: str) -> None:
    words = lexicon(language)
    names = sorted((words.names.first | words.names.last) - words.everyday - INTERFACE)
    letters = [name for name in names if name.isalpha()]
    assert len(letters) > 10_000
    for one in features(" ".join(letters), language, small=True):
        assert not [feature for feature in one if feature.startswith("w=")]
        # Nor do its neighbours see it: they see its kind, behind a star.
        assert all(value(one, near)[0] in "*$" for near in ("-w", "+w", "--w", "++w"))


@pytest.mark.parametrize(
    ("language", "word"), [("en", "basket"), ("fr", "panier"), ("de", "knopf"), ("es", "carrito"), ("en", "grace")]
)
def test_an_ordinary_word_is_seen_as_itself_by_itself_and_by_its_neighbours(language: str, word: str) -> None:
    before, it, after = features(f"42 {word} 42", language)
    assert f"w={word}" in it
    assert f"+w={word}" in before
    assert f"-w={word}" in after


def test_an_unlisted_word_is_described_as_if_no_list_had_it() -> None:
    known = features("then siobhan said", small=True)[1]
    unknown = features("then siobhan said", unlisted={1}, small=True)
    assert "l=f" in known
    assert not any(feature.startswith(("l=", "w=")) for feature in unknown[1])
    assert value(unknown[1], "k") in {"0", "1"}
    assert value(unknown[0], "+k") == f"s{value(unknown[1], 'k')}"
    assert value(unknown[2], "-w") == f"*{value(unknown[1], 'k')}"


def test_what_is_unlisted_in_one_text_is_listed_in_the_next() -> None:
    tokens = tokenise("then siobhan said")
    whole = Turn(0, 3, small=True)
    listed, unlisted = Features("en").of(tokens, whole), Features("en").of(tokens, whole, {1})
    made = Features("en")
    assert [made.of(tokens, whole, some) for some in ((), {1}, (), {1})] == [listed, unlisted, listed, unlisted]


def test_a_long_number_is_seen_by_its_length_alone() -> None:
    short, long = features("42 07700900123")
    assert "w=42" in short
    assert "w=d9" in long
    assert not any("07700" in feature for feature in long)


def test_a_turn_sees_the_words_on_either_side_of_it() -> None:
    tokens = tokenise("my name is\nPriya\nokay")
    (alone,) = Features("en").of(tokens, Turn(3, 4, small=False))
    assert {"-w=is", "--w=name", "+w=okay", "++w=$"} <= set(alone)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("one two three", [(0, 3)]),
        ("one two\nthree", [(0, 2), (2, 3)]),
        (f"one{HARD}two three", [(0, 1), (1, 3)]),
        ("one. Two, three", [(0, 3)]),
        ("one\n\n\ntwo", [(0, 1), (1, 2)]),
        ("word " * (LONGEST + 1), [(0, LONGEST), (LONGEST, LONGEST + 1)]),
    ],
)
def test_turns_end_at_a_new_line_at_a_boundary_and_at_300_tokens(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(turn.first, turn.last) for turn in turns(tokenise(text))] == expected


def test_each_turn_is_judged_by_its_own_text() -> None:
    text = f"we walked along the whole of the river again{HARD}We walked with Priya"
    assert [turn.small for turn in turns(tokenise(text))] == [True, False]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab Z9.\n" + HARD), max_size=400))
def test_turns_cover_every_token_once_and_each_token_has_features(text: str) -> None:
    tokens = tokenise(text)
    found = list(turns(tokens))
    covered = [index for turn in found for index in range(turn.first, turn.last)]
    assert covered == list(range(len(tokens.items)))
    made = Features("en")
    for turn in found:
        assert 0 < turn.last - turn.first <= LONGEST
        assert len(made.of(tokens, turn)) == turn.last - turn.first
