"""Utterances with open places, and public texts: what is read, what is refused, what is left out."""

import json
from pathlib import Path

import pytest

from anonymizers.crf.training.examples import LABELS, PEOPLE_SLOTS, PUBLIC, Example, Slot, public, utterances
from anonymizers.crf.training.filling import load_lists
from anonymizers.crf.training.train import TEXTS


def read(tmp_path: Path, text: str) -> list[tuple[str | Slot, ...]]:
    path = tmp_path / "utterances.txt"
    path.write_text(text, encoding="utf-8")
    return utterances(path)


@pytest.mark.parametrize(
    ("written", "slot"),
    [
        ("{first}", Slot("first", "", "", None)),
        ("{last2}", Slot("last", "2", "", None)),
        ("{EMP.school}", Slot("EMP", "", "school", None)),
        ("{ORG:Ben & Jerry's}", Slot("ORG", "", "", "Ben & Jerry's")),
        ("{AGE:fifty one}", Slot("AGE", "", "", "fifty one")),
        ("{title}", Slot("title", "", "", None)),
    ],
)
def test_a_slot_says_what_fills_it(tmp_path: Path, written: str, slot: Slot) -> None:
    assert read(tmp_path, f"so {written} said") == [("so ", slot, " said")]


def test_lines_are_utterances_but_for_remarks_and_empty_ones(tmp_path: Path) -> None:
    assert read(tmp_path, "# a remark\n\n  one  \n\t\nNumber #2\n") == [("one",), ("Number #2",)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("so {frist} said", "there is no slot 'frist' (there are first, last, full, nick, title, PER"),
        ("so {First} said", "there is no slot 'First'"),
        ("so {first said", "a brace that opens or closes no slot"),
        ("so first} said", "a brace that opens or closes no slot"),
        ("so {} said", "a brace that opens or closes no slot"),
        ("so {first-1} said", "a brace that opens or closes no slot"),
    ],
)
def test_an_unknown_slot_is_refused_with_its_file_and_line(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"^utterances\.txt:3: ") as refused:
        read(tmp_path, f"# remark\nfine\n{line}\n")
    assert said in str(refused.value)


def write_public(folder: Path, language: str, texts: list[dict[str, object]]) -> None:
    first, *others = PUBLIC[language]
    (folder / f"{first}.jsonl").write_text("".join(json.dumps(one) + "\n" for one in texts), encoding="utf-8")
    for name in others:
        (folder / f"{name}.jsonl").write_text("", encoding="utf-8")


def test_a_public_text_has_our_labels_in_order_and_none_that_overlap(tmp_path: Path) -> None:
    text = "Ada Byron of Acme met Bea in Graz on Monday"
    spans = [[29, 33, "LOCATION"], [13, 17, "ORGANIZATION"], [0, 9, "PERSON"], [4, 9, "PERSON"], [37, 43, "DATE_TIME"]]
    write_public(tmp_path, "de", [{"text": text, "spans": spans}])
    assert list(public(tmp_path, "de")) == [Example(text, ((0, 9, "PER"), (13, 17, "ORG"), (29, 33, "LOC")))]


@pytest.mark.parametrize(
    "text",
    [
        "I love #Brightwell",
        "thanks @somebody for that",
        "see https://example.com now",
        "see www.example.com now",
        "RT so good",
        "soooo good",
        "wait...",
        "my_name",
    ],
)
def test_what_only_short_messages_have_is_left_out(tmp_path: Path, text: str) -> None:
    write_public(tmp_path, "en", [{"text": text, "spans": []}, {"text": "a plain sentence", "spans": []}])
    assert [one.text for one in public(tmp_path, "en")] == ["a plain sentence"]


def test_a_missing_public_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"tabes_train\.jsonl"):
        list(public(tmp_path, "es"))


def test_the_yardstick_is_never_trained_on() -> None:
    assert not [name for names in PUBLIC.values() for name in names if "presidio" in name]


@pytest.mark.parametrize("language", sorted(PUBLIC))
def test_our_own_utterances_have_only_slots_that_something_fills(language: str) -> None:
    files = sorted((TEXTS / language).glob("*.txt"))
    lists = load_lists(TEXTS / language / "lists.yaml")
    found = [utterance for path in files for utterance in utterances(path)]
    assert len(found) >= 2000
    kinds = set()
    for utterance in found:
        for piece in utterance:
            if isinstance(piece, str):
                continue
            kinds.add(piece.kind)
            if piece.literal is not None:
                assert piece.literal.strip() == piece.literal != ""
                assert piece.kind in (*LABELS, "first", "last", "full", "nick")
            elif piece.kind == "title":
                assert lists["title"]
            elif piece.kind not in PEOPLE_SLOTS:
                name = f"{piece.kind}.{piece.sort}" if piece.sort else piece.kind
                assert any(one == name or one.startswith(f"{name}.") for one in lists), name
    assert {"first", "last", "full", "ORG", "LOC", "EMP", "HOME", "HEALTH", "BELIEF", "JOB", "AGE", "CODE"} <= kinds
