"""Which `Name: text` is a speaker."""

import pytest

from anonymizers.formats import Cue
from anonymizers.formats.labels import (
    UNKNOWN,
    accepted_labels,
    as_label,
    is_label,
    read_labels,
    split_label,
    with_labels,
)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Anna Example: hello", ("Anna Example", "hello")),
        ("Example, Anna (Research): hello", ("Example, Anna (Research)", "hello")),
        ("Anna : bonjour", ("Anna", "bonjour")),
        ("Anna:", ("Anna", "")),
        ("+44 7700 900123: hello", ("+44 7700 900123", "hello")),
        ("anna@example.com: hello: again", ("anna@example.com", "hello: again")),
        ("Dr. A. Example: hello\nmore: lines", ("Dr. A. Example", "hello\nmore: lines")),
        ("https://example.com is it", None),
        ("10:30 is fine", None),
        ("Note: look at that", None),
        ("zum Beispiel: das da", None),
        ("what do you think? well: no", None),
        ("one two three four five six: no", None),
        ("x" * 61 + ": no", None),
        ("...: no", None),
        ("first line\nAnna: second", None),
    ],
)
def test_candidates_are_told_from_speech(text: str, split: tuple[str, str] | None) -> None:
    assert split_label(text) == split


def test_all_candidates_count_where_half_of_the_cues_have_one() -> None:
    assert accepted_labels(["Anna", "Ben", None, None]) == {"Anna", "Ben"}


def test_only_labels_that_come_back_count_where_few_cues_have_one() -> None:
    assert accepted_labels(["Anna", None, None, None, "Anna", "One thing", None]) == {"Anna"}


def test_a_colon_in_mid_speech_stays_in_the_text() -> None:
    texts = ["so I told them", "one thing: it is slow", "and then", "nothing"]
    assert read_labels(texts) == [(None, text) for text in texts]


@pytest.mark.parametrize(
    ("speaker", "label"),
    [
        ("Anna", "Anna"),
        (None, UNKNOWN),
        ("Note", "Speaker Note"),
        ("a: b?", "a b"),
        ("one two three four five six", "one two three four five"),
        ("???", "Speaker"),
        ("\u00fc" * 80, "\u00fc" * 60),
    ],
)
def test_any_speaker_becomes_a_label_that_reads_back(speaker: str | None, label: str) -> None:
    assert as_label(speaker) == label
    assert is_label(label)
    assert split_label(f"{label}: x") == (label, "x")


def test_speech_without_a_speaker_is_marked_only_where_it_would_be_misread() -> None:
    anna = [Cue("hi", "Anna"), Cue("well", "Anna")]
    assert with_labels([*anna, Cue("no colon")]) == ["Anna: hi", "Anna: well", "no colon"]
    assert with_labels([*anna, Cue("one thing: no")])[2] == f"{UNKNOWN}: one thing: no"
    assert with_labels([Cue("hi", "Anna"), Cue("a"), Cue("b")]) == ["Anna: hi", f"{UNKNOWN}: a", f"{UNKNOWN}: b"]
    assert with_labels([Cue("one thing: no"), Cue("a"), Cue("b")]) == ["one thing: no", "a", "b"]
