"""YAML as plain values with lines, and what of YAML is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lethe.settings import Problem
from lethe.settings.documents import MAX_BYTES, MAX_DEPTH, Unreadable, parse_document, read_document

REFUSED = {
    "a key twice": ("a: 1\nb: 2\na: 3\n", "x.yaml, line 3: the key 'a' stands here again; it is on line 1 already"),
    "a key twice, deeper": (
        "a:\n  b: 1\n  b: 1\n",
        "x.yaml, line 3: the key 'b' stands here again; it is on line 2 already",
    ),
    "an anchor": ("a: &x [1]\n", "x.yaml, line 1: anchors and aliases (`&`, `*`) are not read; write it out"),
    "an alias": ("a: 1\nb: *x\n", "x.yaml, line 2: anchors and aliases (`&`, `*`) are not read; write it out"),
    "a Python tag": (
        "a: !!python/object:os.system x\n",
        "x.yaml, line 1: tags (`!...`) are not read; write the plain value",
    ),
    "a tag of one's own": ("a: !secret x\n", "x.yaml, line 1: tags (`!...`) are not read; write the plain value"),
    "a second document": (
        "a: 1\n---\nb: 2\n",
        "x.yaml, line 2: a second document begins here; one file is one document",
    ),
    "a directive": ("%YAML 1.1\n---\na: 1\n", "x.yaml, line 1: YAML directives (`%...`) are not read here"),
    "a tab": ("a:\n\tb: 1\n", "x.yaml, line 2: this line holds a tab; YAML is written with spaces"),
    "a list": ("# list\n- a\n", "x.yaml, line 2: the file must be a mapping: `key: value` lines"),
    "a word": ("a\n", "x.yaml, line 1: the file must be a mapping: `key: value` lines"),
    "nothing": ("# only a remark\n", "x.yaml: this file is empty"),
    "a key that is a list": ("[a, b]: 1\n", "x.yaml, line 1: a key must be a word, not a list or a mapping"),
    "a bracket left open": (
        "a: [1, 2\nb: 3\n",
        "x.yaml, line 2: the YAML breaks off here (expected ',' or ']', but got ':'); look at indentation, colons, "
        "quotes",
    ),
    "a colon too many": (
        "a: b: c\n",
        "x.yaml, line 1: the YAML breaks off here (mapping values are not allowed here); look at indentation, colons, "
        "quotes",
    ),
    "a character that steers": ("a: \x07\n", "x.yaml: this file holds a character that YAML does not allow"),
    "deep nesting": (
        "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH,
        f"x.yaml, line 1: nested deeper than {MAX_DEPTH} levels",
    ),
    "nesting without end": ("a: " + "[" * 200_000, f"x.yaml, line 1: nested deeper than {MAX_DEPTH} levels"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_plain_is_refused_at_its_line(text: str, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_document(text, "x.yaml")
    assert [str(problem) for problem in caught.value.problems] == [message]


def test_nesting_up_to_the_limit_is_taken() -> None:
    assert parse_document("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), "x.yaml").value["a"]


def test_every_repeated_key_is_told() -> None:
    with pytest.raises(Unreadable) as caught:
        parse_document("a: 1\na: 2\nb: {c: 1, c: 2}\n", "x.yaml")
    assert [problem.line for problem in caught.value.problems] == [2, 3]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("6", 6),
        ("-2", -2),
        ("3.5", 3.5),
        ("true", True),
        ("null", None),
        ("", None),
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("2026-01-31", "2026-01-31"),
        ("'6'", "6"),
        ('"true"', "true"),
        ("9" * 5000, "9" * 5000),
        ("=", "="),
    ],
)
def test_words_are_read_by_the_core_rules_of_yaml_1_2(written: str, value: object) -> None:
    read = parse_document(f"a: {written}\n", "x.yaml").value["a"]
    assert (type(read), read) == (type(value), value)


def test_every_key_and_item_knows_its_line() -> None:
    document = parse_document("a:\n  b:\n    - x\n    - {c: 1,\n       d: 2}\n", "x.yaml")
    assert document.line(("a", "b", 1, "d")) == 5
    assert document.line(("a", "b", 0)) == 3
    assert document.line(("a", "b", 0, "unknown")) == 3
    assert document.line(()) == 1


def test_a_file_over_one_megabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1 #".ljust(MAX_BYTES, b"."))
    assert read_document(path, "x.yaml").value == {"a": 1}
    path.write_bytes(b"a: 1 #".ljust(MAX_BYTES + 1, b"."))
    with pytest.raises(Unreadable) as caught:
        read_document(path, "x.yaml")
    assert str(caught.value.problems[0]) == "x.yaml: this file is larger than 1 MB; no configuration is"


def test_other_encodings_are_refused_at_their_line_and_a_mark_of_utf8_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("a: 1\nb: Müller\n".encode("latin-1"))
    with pytest.raises(Unreadable) as caught:
        read_document(path, "x.yaml")
    assert str(caught.value.problems[0]) == "x.yaml, line 2: this is not UTF-8 text; save the file as UTF-8"
    path.write_bytes("a: Müller\n".encode("utf-8-sig"))
    assert read_document(path, "x.yaml").value == {"a": "Müller"}


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read_document(tmp_path, "x.yaml")
    assert str(caught.value.problems[0]) == "x.yaml: this file cannot be read (IsADirectoryError)"


@given(st.text(alphabet=st.sampled_from("ab:-[]{}!&*#|>%@`'\",?\n \t\r\x00\u2028é9.~=<"), max_size=80))
def test_no_text_does_more_than_being_refused(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    value: object = None
    try:
        value = parse_document(text, "x.yaml").value
    except Unreadable as unreadable:
        problems = unreadable.problems
    assert isinstance(value, dict) is not bool(problems)
