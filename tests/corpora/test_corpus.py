"""The test corpus is as large and as varied as it must be, always the same, and shares nothing with the other one."""

import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.corpora.cast import plain_letters
from tests.corpora.corpus import CORPORA, DIGEST, digest, load, people_of, scripts_of
from tests.corpora.marks import LANGUAGES, Keep, Session, Span

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def sessions() -> tuple[Session, ...]:
    """The test corpus."""
    return load("test")


def test_corpus_is_the_one_that_was_frozen() -> None:
    frozen = dict(line.split(" ", 1) for line in DIGEST.read_text(encoding="utf-8").splitlines())
    assert digest() == frozen, (
        "the scripts or what is rendered of them changed: show the old and the new figures of `make evaluate`, "
        "then run `python -m tests.corpora --freeze`"
    )


def test_corpus_is_large_and_varied_enough(sessions: tuple[Session, ...]) -> None:
    transcripts = [one for one in sessions if one.kind == "session"]
    assert len(transcripts) >= 200
    assert sum(len(one.spans) for one in sessions) >= 5000
    assert 0.3 <= sum(one.style == "asr" for one in transcripts) / len(transcripts) <= 0.4
    assert {one.language for one in sessions} == set(LANGUAGES)
    assert len({span.origin for one in sessions for span in one.spans}) >= 40
    standings = Counter(span.standing for one in sessions for span in one.spans)
    assert min(standings.values()) >= 1000
    answers = [turn for one in sessions if one.kind == "answer" for turn in one.turns]
    assert len(answers) >= 400


def test_marks_stand_in_their_turns_and_do_not_overlap(sessions: tuple[Session, ...]) -> None:
    for session in sessions:
        by_turn: dict[int, list[Span | Keep]] = {}
        every: list[Span | Keep] = [*session.spans, *session.keeps]
        for mark in every:
            by_turn.setdefault(mark.turn, []).append(mark)
            text = session.turns[mark.turn].text
            assert 0 <= mark.start < mark.end <= len(text), session.id
            assert text[mark.start : mark.end].strip() == text[mark.start : mark.end], session.id
        for span in session.spans:
            assert span.parts, session.id
            assert all(span.start <= start < end <= span.end for start, end in span.parts), session.id
        for marks in by_turn.values():
            marks.sort(key=lambda mark: mark.start)
            assert all(one.end <= other.start for one, other in pairwise(marks)), session.id


def test_recogniser_style_has_neither_capitals_nor_digits_nor_punctuation(sessions: tuple[Session, ...]) -> None:
    for session in sessions:
        if session.style == "asr":
            for turn in session.turns:
                assert turn.text == turn.text.lower(), session.id
                assert all(sign.isalpha() or sign in " '" for sign in turn.text), (session.id, turn.text)
                assert "  " not in turn.text


def test_two_renderings_of_a_script_have_other_people(sessions: tuple[Session, ...]) -> None:
    speakers: dict[str, list[set[str]]] = {}
    for session in sessions:
        if session.kind == "session":
            known = {f"{p.first_name} {p.last_name}" for p in session.roster if not p.participant_id.startswith("r")}
            speakers.setdefault(session.id[:-2], []).append(known)
    assert all(len(pair) == 2 and not pair[0] & pair[1] for pair in speakers.values())


def test_register_holds_who_speaks_and_others_and_nobody_it_does_not_know(sessions: tuple[Session, ...]) -> None:
    for session in sessions:
        ids = [person.participant_id for person in session.roster]
        assert len(set(ids)) == len(ids) >= 10, session.id
        held = {plain_letters(person.first_name).casefold() for person in session.roster}
        for span in session.spans:
            if span.type == "name" and span.standing == "unknown" and span.form == "written":
                said = session.turns[span.turn].text[slice(*span.parts[0])]
                assert plain_letters(said).casefold() not in held or " " in said, (session.id, said)


def test_names_of_known_people_are_heard_wrong_in_a_quarter_of_their_mentions(sessions: tuple[Session, ...]) -> None:
    forms = Counter(
        span.form
        for one in sessions
        if one.style == "asr"
        for span in one.spans
        if span.type == "name" and span.standing == "known"
    )
    assert 0.15 < forms["heard wrong"] / (forms["heard wrong"] + forms["written"]) < 0.35


def test_the_same_bytes_come_out_whatever_the_hash_seed() -> None:
    code = "from tests.corpora.corpus import digest; print(digest()['sessions'])"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True
    ).stdout.strip()
    assert said == digest()["sessions"]


def test_develop_and_test_share_no_person_and_no_line() -> None:
    names: list[set[str]] = []
    lines: list[set[str]] = []
    for corpus in CORPORA:
        names.append({plain_letters(name.full).casefold() for one in LANGUAGES for name in people_of(one, corpus)})
        lines.append(
            {
                "".join(piece.text or f"{piece.of}.{piece.what}" for piece in line.pieces).casefold()
                for language in LANGUAGES
                for scripts in scripts_of(language, corpus)
                for script in scripts
                for line in script.lines
                if len(line.pieces) > 1
            }
        )
    assert names[0]
    assert names[1]
    assert not names[0] & names[1]
    assert not lines[0] & lines[1]
