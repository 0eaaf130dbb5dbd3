"""The benchmark of tables: the table is made alike each time, what is planted in it is counted right."""

import re
from collections.abc import Mapping

import pytest

from bench import surveys
from bench.answers import AnswerError
from bench.survey_answering import FREE_TEXT
from bench.survey_page import Row, quality, risk, speed
from bench.survey_running import LETHE, LOOP, TOOLS, Run, Tool, read, run
from bench.survey_scores import Score, readable, score, words_masked
from bench.survey_sentences import OPINIONS, PERSONAL, WORDS
from bench.survey_tables import Planted, SurveyTable, survey_table

TINY = 60


@pytest.fixture(scope="module")
def table() -> SurveyTable:
    return survey_table("unique", TINY)


def columns(table: SurveyTable) -> dict[str, list[str]]:
    return {column: list(table.frame[column]) for column in FREE_TEXT}


def planted(kind: str, value: str) -> Planted:
    return Planted(0, "comment", kind, value, known=True)


def test_the_same_seed_makes_the_same_table_and_another_one_another(table: SurveyTable) -> None:
    again = survey_table("unique", TINY)
    assert again.frame.equals(table.frame)
    assert again.planted == table.planted
    assert not survey_table("unique", TINY, seed=8).frame.equals(table.frame)


def test_every_planted_value_stands_in_its_cell(table: SurveyTable) -> None:
    assert {one.kind for one in table.planted} == {"name", "email", "phone"}
    assert {one.known for one in table.planted} == {True, False}
    for one in table.planted:
        assert one.value in table.frame[one.column][one.row]


def test_every_address_and_number_of_the_table_is_planted(table: SurveyTable) -> None:
    for kind, looks_like in (("email", r"[^\s(]+@\S+\w"), ("phone", r"\+?\d[\d ]{8,}\d")):
        said = sorted(
            one for cells in columns(table).values() for cell in cells for one in re.findall(looks_like, cell)
        )
        assert said == sorted(one.value for one in table.planted if one.kind == kind)


def test_unique_texts_are_unique_and_others_repeat() -> None:
    assert survey_table("unique", 200).distinct == 400
    assert survey_table("repetition", 2000, distinct=40).distinct == 40


def test_no_name_of_the_register_is_anybody_elses() -> None:
    table = survey_table("unique", 400)
    known = {name.casefold() for one in table.register for name in (one.first_name, one.last_name)}
    others = [one for one in table.planted if one.kind == "name" and not one.known]
    assert others
    assert not {word for one in others for word in one.value.casefold().split()} & known


def test_no_name_is_a_word_of_the_sentences() -> None:
    said = " ".join([*OPINIONS, *PERSONAL, *(word for words in WORDS.values() for word in words)])
    words = set(re.findall(r"\w+", re.sub(r"\{\w+\}", " ", said).casefold()))
    names = {one.value.casefold() for one in survey_table("unique", 2000).planted if one.kind == "name"}
    assert len(names) > 100
    assert not [name for name in names if set(re.findall(r"\w+", name)) & words - {"de", "st"}]


@pytest.mark.parametrize(
    ("kind", "value", "cell", "left"),
    [
        ("name", "Siobhan Okonkwo", "ask Siobhan Okonkwo", True),
        ("name", "Siobhan Okonkwo", "ask [name] OKONKWO", True),
        ("name", "Siobhan Okonkwo", "that is Okonkwo's", True),
        ("name", "Siobhan Okonkwo", "ask [name]", False),
        ("name", "Siobhan Okonkwo", "the okonkwos", False),
        ("name", "Siobhan Okonkwo", "ask [siobhan]", False),
        ("name", "Jens van der Quist", "ask [name], he came in a van", False),
        ("email", "ann.lee@example.com", "write to Ann.Lee@[address]", True),
        ("email", "ann.lee@example.com", "write to [email]@example.com", False),
        ("phone", "07700 900123", "ring 07700-900123", True),
        ("phone", "07700 900123", "ring [phone]900 123", True),
        ("phone", "07700 900123", "ring 07700 [phone]", False),
    ],
)
def test_a_value_is_left_when_a_telling_part_of_it_can_be_read(kind: str, value: str, cell: str, left: bool) -> None:
    assert readable(planted(kind, value), cell) is left


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("ask Ann Lee", "ask Ann Lee", 0),
        ("ask Ann Lee", "ask [name]", 2),
        ("ask Ann Lee", "ask <PERSON>", 2),
        ("the name is Ann", "the [name] [name]", 3),
        ("very very slow", "very [word] slow", 1),
        ("it was slow", "[replaced]", 3),
    ],
)
def test_words_masked_are_those_that_are_gone(before: str, after: str, count: int) -> None:
    assert words_masked(before, after) == count


def test_a_table_that_nothing_was_done_to_leaves_all_and_an_empty_one_nothing(table: SurveyTable) -> None:
    as_it_was = score(table, columns(table), TINY)
    assert as_it_was.share_left() == 1
    assert as_it_was.share_masked == 0
    emptied = score(table, {column: [""] * TINY for column in FREE_TEXT}, TINY)
    assert emptied.share_left() == 0
    assert emptied.share_masked == 1


def test_one_value_that_is_left_is_counted_under_its_kind_and_its_knowledge(table: SurveyTable) -> None:
    one = next(one for one in table.planted if one.kind == "email")
    given = {column: [""] * TINY for column in FREE_TEXT}
    given[one.column][one.row] = one.value
    left = score(table, given, TINY).left
    assert left["email", one.known] == 1
    assert left["phone", True] == left["phone", False] == left["email", not one.known] == 0


def test_only_the_rows_that_were_looked_at_are_counted(table: SurveyTable) -> None:
    rows = table.planted[0].row + 1
    few = score(table, columns(table), rows)
    assert few.planted.total() == sum(one.row < rows for one in table.planted) < len(table.planted)


def test_lethe_on_a_tiny_table_leaves_no_address_and_nobody_of_its_register(table: SurveyTable) -> None:
    done = run(LETHE, table, TINY)
    found = score(table, done.free_text, TINY)
    assert found.share_left(kind="email") == 0
    assert found.share_left(known=True) == 0
    assert 0 < found.share_masked < 3 * found.share_planted
    assert done.figures["k"] >= 5
    assert 0 < done.figures["loss"] <= 1


ANSWER = '{"version": "1", "cpu_s": 2.5, "columns": {"comment": ["a"], "improve": ["b"]}, "figures": {"k": 5}}'


def test_an_answer_is_read() -> None:
    assert read("Peer", ANSWER, 1) == Run(1, "1", 2.5, {"comment": ["a"], "improve": ["b"]}, {"k": 5})


@pytest.mark.parametrize(
    ("was", "instead"),
    [
        ("2.5", "0.0"),
        ("2.5", "NaN"),
        ('"1"', "1"),
        ('["a"]', '["a", "b"]'),
        ('["a"]', "[1]"),
        ('"improve"', '"other"'),
        ("}", ""),
    ],
)
def test_an_answer_that_is_not_what_was_asked_for_is_refused_and_not_quoted(was: str, instead: str) -> None:
    with pytest.raises(AnswerError, match=r"^Peer: ") as refused:
        read("Peer", ANSWER.replace(was, instead), 1)
    assert "other" not in str(refused.value)


def row(rows: int, cpu_s: float, tool_score: Score, figures: Mapping[str, float]) -> Row:
    return Row(LETHE if figures else LOOP, "1.0", rows, cpu_s, tool_score, figures)


def test_rates_are_compared_row_for_row_whatever_was_sampled(table: SurveyTable) -> None:
    counted = score(table, columns(table), TINY)
    found = [row(1000, 2.0, counted, {"k": 5, "loss": 0.25}), row(50, 2.0, counted, {})]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in speed(table, found)][2:]
    assert cells == [
        ["Lethe", "1,000", "500", "1.0 ×"],  # noqa: RUF001 - the sign of multiplication
        ["Presidio, cell by cell", "50", "25", "20.0 ×"],  # noqa: RUF001
    ]
    assert all(line.count(" 100.0 ") == 6 for line in list(quality(table, found))[2:])
    assert "k = 5; information loss of age and postcode 0.25" in risk(found)


def test_the_page_is_left_alone_when_a_tool_fails_or_anything_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> Run:
        raise AnswerError("Lethe: ended without an answer")

    def as_it_came(_tool: Tool, table: SurveyTable, rows: int, _model: str) -> Run:
        return Run(rows, "1", 1.0, columns(table), {"k": 1, "loss": 0.0})

    before = surveys.PAGE.read_bytes() if surveys.PAGE.exists() else b""
    small = ["--no-peers", "--rows", "50", "--distinct", "20", "--unique-rows", "50"]
    monkeypatch.setattr(surveys, "run", fails)
    assert surveys.main(small) == 1
    assert "is as it was" in capsys.readouterr().err
    monkeypatch.setattr(surveys, "run", as_it_came)
    assert surveys.main(small) == 0
    assert "information loss" in capsys.readouterr().out
    assert (surveys.PAGE.read_bytes() if surveys.PAGE.exists() else b"") == before


def test_the_first_tool_is_the_one_that_others_are_compared_with() -> None:
    assert TOOLS[0] is LETHE
    assert len({one.name for one in TOOLS}) == len(TOOLS)
