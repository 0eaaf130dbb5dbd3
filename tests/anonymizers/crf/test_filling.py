"""Filling, cropping, renaming and mishearing: whatever becomes of the text, the labels stay on their characters."""

import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.crf.training.examples import LABELS, Example, Slot, utterances
from anonymizers.crf.training.filling import (
    as_heard,
    as_written,
    cropped,
    filled,
    load_lists,
    renamed,
)
from anonymizers.crf.training.names import Names
from anonymizers.crf.training.train import TEXTS

T = TypeVar("T")
NAMES = Names(("Ada", "Bea"), ("Lovage", "Marsh"), ("Ada", "Bea", "Cy"), ("Lovage", "Marsh", "Nettle"))
LISTS = {"title": ["Dr"], "ORG": ["Acme"], "EMP.school": ["Larkrise"], "EMP.surgery": ["Elm Tree"]}


class Always(random.Random):
    """Chance that never changes a name: what is drawn is the first, and every die shows the highest number."""

    def random(self) -> float:
        return 0.99

    def choice(self, seq: Sequence[T]) -> T:  # type: ignore[override]
        return seq[0]


def said(example: Example) -> list[tuple[str, str]]:
    return [(example.text[start:end], label) for start, end, label in example.spans]


def fill(tmp_path: Path, line: str, chance: random.Random | None = None) -> Example:
    path = tmp_path / "one.txt"
    path.write_text(line, encoding="utf-8")
    (utterance,) = utterances(path)
    return filled(utterance, NAMES, LISTS, chance or Always())


@pytest.mark.parametrize(
    ("line", "text", "labelled"),
    [
        ("so {first} said", "so Ada said", [("Ada", "PER")]),
        ("{full}!", "Ada Lovage!", [("Ada Lovage", "PER")]),
        ("{title} {last}", "Dr Lovage", [("Lovage", "PER")]),
        ("{ORG} or {ORG:Wells & Co}", "Acme or Wells & Co", [("Acme", "ORG"), ("Wells & Co", "ORG")]),
        ("at {EMP.surgery}", "at Elm Tree", [("Elm Tree", "EMP")]),
        ("at {EMP}", "at Larkrise", [("Larkrise", "EMP")]),
        ("{PER:Mark} will mark it", "Mark will mark it", [("Mark", "PER")]),
        ("{first:Mark} will mark it", "Mark will mark it", [("Mark", "PER")]),
        ("aged {AGE:fifty one}", "aged fifty one", [("fifty one", "AGE")]),
        ("no slot", "no slot", []),
    ],
)
def test_slots_are_filled_and_labelled(tmp_path: Path, line: str, text: str, labelled: list[tuple[str, str]]) -> None:
    example = fill(tmp_path, line)
    assert (example.text, said(example)) == (text, labelled)


@given(st.integers())
def test_slots_of_one_number_are_one_person(seed: int) -> None:
    one, same, nick = Slot("full", "1", "", None), Slot("last", "1", "", None), Slot("nick", "1", "", None)
    example = filled((one, ", ", same, ", ", nick), NAMES, LISTS, random.Random(seed))
    (full, _), (last, _), (short, _) = said(example)
    assert full.endswith(f" {last}")
    assert full.casefold().startswith(short.casefold())


def test_slots_without_a_number_are_people_of_their_own(tmp_path: Path) -> None:
    drawn = {fill(tmp_path, "{first} and {first}", random.Random(seed)).text for seed in range(40)}
    assert any(text.split(" and ")[0] != text.split(" and ")[1] for text in drawn)


@pytest.mark.parametrize("language", ["en", "fr", "de", "es"])
def test_every_utterance_of_ours_is_filled_without_a_trace_of_its_slots(language: str) -> None:
    lists = load_lists(TEXTS / language / "lists.yaml")
    chance = random.Random(language)
    for path in sorted((TEXTS / language).glob("*.txt")):
        for utterance in utterances(path):
            example = filled(utterance, NAMES, lists, chance)
            assert not set("{}") & set(example.text)
            _in_order(example)


def _in_order(example: Example) -> None:
    reach = 0
    for start, end, label in example.spans:
        assert reach <= start < end <= len(example.text)
        assert label in LABELS
        reach = end


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("so Ada said i know", "So Ada said I know"),
        ("So i said", "So i said"),
        ("is Ada in it", "Is Ada in it"),
    ],
)
def test_a_text_put_down_in_small_letters_gets_the_capitals_of_a_sentence(text: str, written: str) -> None:
    spans = ((3, 6, "PER"),) if text[3:6] == "Ada" else ()
    assert as_written(Example(text, spans)) == Example(written, spans)


def test_a_cropped_text_begins_at_a_name_or_a_word_or_two_before_it() -> None:
    example = Example("and then my sister Ada rang, so I told Bea", ((19, 22, "PER"), (39, 42, "PER")))
    found = {cropped(example, random.Random(seed)) for seed in range(80)}
    assert {one.text for one in found} == {
        "Ada rang, so I told Bea", "Sister Ada rang, so I told Bea", "My sister Ada rang, so I told Bea",
        "Bea", "Told Bea", "I told Bea",
    }  # fmt: skip
    for one in found:
        assert [words for words, _ in said(one)] == [name for name in ("Ada", "Bea") if name in one.text]


@pytest.mark.parametrize("spans", [(), ((0, 3, "PER"),), ((4, 8, "ORG"),)])
def test_a_text_without_a_name_after_its_start_is_not_cropped(spans: tuple[tuple[int, int, str], ...]) -> None:
    example = Example("Ada Acme rang", spans)
    assert cropped(example, random.Random(1)) == example


def test_what_is_cut_into_is_kept_whole() -> None:
    example = Example("so the Elm Tree Ada rang", ((3, 15, "EMP"), (16, 19, "PER")))
    texts = {cropped(example, random.Random(seed)).text for seed in range(40)}
    assert texts == {"Ada rang", "The Elm Tree Ada rang"}


def test_other_people_stand_in_a_public_text_and_all_else_stays() -> None:
    spans = ((0, 12, "PER"), (16, 20, "ORG"), (25, 28, "PER"), (32, 36, "LOC"))
    example = Example("Zed Quay Orr of Acme met zed in Graz", spans)
    swapped = renamed(example, NAMES, Always())
    assert swapped.text == "Ada Ada Lovage of Acme met ada in Graz"
    assert said(swapped) == [("Ada Ada Lovage", "PER"), ("Acme", "ORG"), ("ada", "PER"), ("Graz", "LOC")]


def test_no_name_of_a_public_text_is_left() -> None:
    example = Example("Zed Quay met Orr", ((0, 8, "PER"), (13, 16, "PER")))
    for seed in range(100):
        assert not set(renamed(example, NAMES, random.Random(seed)).text.split()) & {"Zed", "Quay", "Orr"}


def test_what_is_heard_has_neither_capitals_nor_marks() -> None:
    example = Example('So, "Ada Lovage-Marsh" (of Acme)… said: no!', ((5, 21, "PER"), (27, 31, "ORG")))
    for seed in range(20):
        heard = as_heard(example, random.Random(seed))
        assert re.sub(r"[-\s]+", " ", heard.text) == "so ada lovage marsh of acme said no"
        assert [re.sub("-", " ", words) for words, _ in said(heard)] == ["ada lovage marsh", "acme"]


MARKS = '.,;:!?…"“”«»()[]¿¡–—*'  # noqa: RUF001 - what people type


def pieces_of(letters: str) -> st.SearchStrategy[list[tuple[str, str]]]:
    words = st.text(alphabet=st.sampled_from(letters + "' -" + MARKS), max_size=8)
    return st.lists(st.tuples(words, st.sampled_from(("", "PER", "ORG", "AGE"))), max_size=8)


PIECES = pieces_of("aÉ1")
GROWING = pieces_of("aßİ1")
"""With letters that are two when they are made small."""


def _joined(pieces: list[tuple[str, str]]) -> Example:
    text, spans = "", []
    for words, label in pieces:
        if label and words:
            spans.append((len(text), len(text) + len(words), label))
        text += words
    return Example(text, tuple(spans))


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign not in MARKS and sign not in " -")


@settings(max_examples=400, deadline=None)
@given(GROWING, st.integers(0, 99))
def test_labels_stay_on_their_characters_when_a_text_is_heard(pieces: list[tuple[str, str]], seed: int) -> None:
    example = _joined(pieces)
    heard = as_heard(example, random.Random(seed))
    _in_order(heard)
    assert _bare(heard.text) == _bare(example.text)
    wanted = [(_bare(words), label) for words, label in said(example) if _bare(words)]
    assert [(_bare(words), label) for words, label in said(heard) if _bare(words)] == wanted
    assert not set(MARKS) & set(heard.text)


@settings(max_examples=200, deadline=None)
@given(PIECES, st.integers(0, 99))
def test_labels_stay_on_their_characters_when_a_text_is_cropped(pieces: list[tuple[str, str]], seed: int) -> None:
    example = _joined(pieces)
    rest = cropped(example, random.Random(seed))
    _in_order(rest)
    assert example.text.casefold().endswith(rest.text[1:].casefold())
    kept = [(words.casefold(), label) for words, label in said(rest)]
    before = [(words.casefold(), label) for words, label in said(example)]
    assert kept == before[len(before) - len(kept) :]


@settings(max_examples=200, deadline=None)
@given(PIECES, st.integers(0, 99))
def test_labels_stay_on_their_characters_when_people_are_renamed(pieces: list[tuple[str, str]], seed: int) -> None:
    example = _joined(pieces)
    swapped = renamed(example, NAMES, random.Random(seed))
    assert [label for _, label in said(swapped)] == [label for _, label in said(example)]
    assert [one for one in said(swapped) if one[1] != "PER"] == [one for one in said(example) if one[1] != "PER"]
