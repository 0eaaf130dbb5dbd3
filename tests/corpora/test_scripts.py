"""Scripts are read strictly: what is not of the form is an error with file, line and what would be right."""

from pathlib import Path

import pytest

from tests.corpora.scripts import Script, ScriptError, read_answers, read_session

_GOOD = """topic: buying a lamp
keep_words: Lumen, Ocado
x1: f
x1.last = p.last

M: Hello {p.first}.
P: It's {p.phone:spoken.1}, {x1.first} says {keep:Add to basket}, and {health:a bad hip}. {order}
"""


def _read(tmp_path: Path, text: str) -> Script:
    path = tmp_path / "01-lamp.txt"
    path.write_text(text, encoding="utf-8")
    return read_session(path, "en")


def test_script_gives_speakers_slots_marks_and_header(tmp_path: Path) -> None:
    script = _read(tmp_path, _GOOD)
    assert script.keep_words == ("Lumen", "Ocado")
    assert (script.genders, script.same_last) == ({"x1": "f"}, {"x1": "p"})
    assert script.roles == ("p", "m", "x1")
    said = [(piece.kind, piece.of, piece.what, piece.spoken, piece.half) for piece in script.lines[1].pieces]
    assert said[1::2] == [
        ("", "p", "phone", True, 1),
        ("", "x1", "first", False, 0),
        ("keep", "", "", False, 0),
        ("health", "", "", False, 0),
        ("", "order", "", False, 0),
    ]


@pytest.mark.parametrize(
    ("wrong", "right", "line"),
    [
        ("{p.first}", "{p.frist}", 6),
        ("{p.first}", "{p.first:spoken}", 6),
        ("{p.first}", "{x9.first}", 6),
        ("{p.first}", "{p}", 6),
        ("{p.first}", "{order.first}", 6),
        ("{order}", "{order:}", 7),
        ("{order}", "{ordr}", 7),
        ("{order}", "{job:}", 7),
        ("{order}", "{order", 7),
        ("{order}", "{keep:a {order}}", 7),
        ("M: Hello", "Moderator: Hello", 6),
        ("M: Hello", "Hello", 6),
        ("x1: f", "x1: female", 3),
        ("x1: f", "x7: f", 3),
        ("x1.last = p.last", "x1.last = z.last", 4),
    ],
)
def test_slip_in_a_script_is_an_error_with_file_and_line(tmp_path: Path, wrong: str, right: str, line: int) -> None:
    with pytest.raises(ScriptError, match=rf"^01-lamp.txt:{line}: "):
        _read(tmp_path, _GOOD.replace(wrong, right))


def test_unknown_slot_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match=r"spelled_last.*health_id.*keep:"):
        _read(tmp_path, _GOOD.replace("{order}", "{p.nickname}"))


def test_script_without_turns_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match="no turns"):
        _read(tmp_path, "topic: a lamp\n")


def test_answers_have_their_question_apart_and_are_scripts_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "answers.txt"
    path.write_text("[Why?] Ask {x1.first}.\n\n[And now?] nothing\n", encoding="utf-8")
    found = read_answers(path, "en")
    assert [(one.lines[0].question, one.roles) for one in found] == [("Why?", ("p", "x1")), ("And now?", ("p",))]
    path.write_text("Ask {x1.first}.\n", encoding="utf-8")
    with pytest.raises(ScriptError, match=r"answers.txt:1: an answer is"):
        read_answers(path, "en")
