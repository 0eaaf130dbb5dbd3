"""A protected table reaches its thresholds, whatever the table, and loses no more than it must."""

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycanon import anonymity

from anonymizers.errors import AnonymizerError
from anonymizers.formats.survey_csv import write_survey
from anonymizers.gate import TableRule
from anonymizers.gate.crowd import crowd
from anonymizers.hierarchies import Hierarchy, hierarchy_of, load_hierarchy
from anonymizers.risk import NOT_SHOWN, Protected, SmallStudy, Thresholds, protect
from anonymizers.risk.classes import unit_codes
from anonymizers.risk.combinations import combinations
from anonymizers.risk.lattice import Search

from .conftest import Survey

LETTERS = load_hierarchy("a;ab;abcd\nb;ab;abcd\nc;cd;abcd\nd;cd;abcd\n", "letters")
PLAIN = hierarchy_of("category")
AGE = hierarchy_of("age")

rows = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c", "d", "e", ""]),
        st.sampled_from(["x", "y", ""]),
        st.sampled_from(["7", "18", "19", "24", "95", "old", ""]),
        st.sampled_from(["yes", "no", "", "maybe"]),
        st.sampled_from(["1", "2", "3"]),
        st.integers(0, 30).map(lambda number: f"p{number}"),
    ),
    max_size=60,
)


def table(drawn: list[tuple[str, ...]]) -> pd.DataFrame:
    return pd.DataFrame(drawn, columns=["letter", "gender", "age", "illness", "score", "id"], dtype=str)


HIERARCHIES = {"letter": LETTERS, "gender": PLAIN, "age": AGE}
SENSITIVE = ["illness", "score"]


def reaches(done: Protected, thresholds: Thresholds, people: list[str]) -> None:
    """Recomputed from the published table alone; the records of one person are linked."""
    shows: dict[str, set[tuple[str, ...]]] = {}
    combinations_shown = list(zip(*(done.frame[name] for name in HIERARCHIES), strict=True))
    for one, combination in zip(people, combinations_shown, strict=True):
        shows.setdefault(one, set()).add(combination)
    keys = [(str(sorted(shows[one])), *key) for one, key in zip(people, combinations_shown, strict=True)]
    of_class: dict[str, set[str]] = {}
    for key, one in zip(keys, people, strict=True):
        of_class.setdefault(key[0], set()).add(one)
    assert min(map(len, of_class.values())) == done.k
    assert done.k >= thresholds.k
    for name in SENSITIVE:
        values: dict[tuple[str, ...], list[str]] = {}
        for key, value in zip(keys, done.frame[name], strict=True):
            values.setdefault(key, []).append(value)
        shown = {key: found for key, found in values.items() if set(found) != {"*"}}
        for found in shown.values():
            assert "*" not in found
            assert len(set(found)) >= thresholds.l
        if thresholds.t is not None and shown:
            linked_frame = done.frame.assign(linked=[key[0] for key in keys])
            part = linked_frame[[key in shown for key in keys]].reset_index(drop=True)
            if name == "score":
                part = part.assign(score=part["score"].astype(int))
            if part[name].nunique() > 1:
                assert anonymity.t_closeness(part, [*HIERARCHIES, "linked"], [name]) <= thresholds.t + 1e-9


@settings(max_examples=100, deadline=None)
@given(rows, st.integers(2, 6), st.integers(1, 3), st.sampled_from([None, 0.1, 0.4]), st.booleans())
def test_whatever_table_reaches_its_thresholds(
    drawn: list[tuple[str, ...]],
    k: int,
    least_l: int,
    t: float | None,
    several: bool,
) -> None:
    frame = table(drawn)
    people = frame["id"].tolist() if several else [str(number) for number in range(len(frame))]
    thresholds = Thresholds(k=k, l=least_l, t=t)
    done = protect(frame, HIERARCHIES, SENSITIVE, thresholds, unit=people)
    assert done.frame.shape == frame.shape
    assert done.frame["id"].tolist() == frame["id"].tolist()
    if not drawn:
        return
    if len(set(people)) < k:
        assert set(done.frame[list(HIERARCHIES)].to_numpy().ravel()) == {"*"}
        assert done.k == len(set(people))
    else:
        reaches(done, thresholds, people)


@settings(max_examples=100, deadline=None)
@given(rows, st.integers(2, 5))
def test_every_published_cell_is_true(drawn: list[tuple[str, ...]], k: int) -> None:
    frame = table(drawn)
    done = protect(frame, HIERARCHIES, SENSITIVE, Thresholds(k=k))
    for name, hierarchy in HIERARCHIES.items():
        level = hierarchy.levels.index(done.levels[name])
        assert level >= hierarchy.first_level
        for was, now in zip(frame[name], done.frame[name], strict=True):
            assert now in {"*", hierarchy.at(was, level)}
    for name in SENSITIVE:
        assert all(now in {"*", was} for was, now in zip(frame[name], done.frame[name], strict=True))


@settings(max_examples=60, deadline=None)
@given(rows.filter(lambda drawn: len(drawn) >= 5), st.integers(2, 5))
def test_somebody_who_knows_every_participant_finds_k_people_for_each_record(
    drawn: list[tuple[str, ...]], k: int
) -> None:
    frame = table(drawn)
    done = protect(frame, HIERARCHIES, [], Thresholds(k=k))
    known = [
        [hierarchy.at(value, hierarchy.levels.index(done.levels[name])) for value in frame[name]]
        for name, hierarchy in HIERARCHIES.items()
    ]
    for record in done.frame[list(HIERARCHIES)].itertuples(index=False, name=None):
        fits = [
            all(cell in {"*", values[at]} for cell, values in zip(record, known, strict=True))
            for at in range(len(frame))
        ]
        assert sum(fits) >= k


@pytest.mark.parametrize("rows", [60, 300, 3_000])
@pytest.mark.parametrize("k", [3, 5, 10])
def test_surveys_reach_k_by_pycanon(survey: Survey, hierarchies: Mapping[str, Hierarchy], rows: int, k: int) -> None:
    frame = survey(rows)
    done = protect(frame, hierarchies, ["illness"], Thresholds(k=k), unit=frame["id"].tolist())
    assert anonymity.k_anonymity(done.frame, list(hierarchies)) == done.k >= k
    assert done.loss.certainty < done.baseline_loss.certainty
    assert len(done.frame) == rows


@pytest.mark.parametrize("most", [0.0, 0.05, 0.2, 0.5])
def test_no_more_cells_are_suppressed_than_may_be(
    survey: Survey, hierarchies: Mapping[str, Hierarchy], most: float
) -> None:
    done = protect(survey(500), hierarchies, [], Thresholds(most_suppressed=most))
    assert done.cells_suppressed <= most * 500 * len(hierarchies)
    assert done.loss.certainty < 1


def test_larger_tables_lose_less(survey: Survey, hierarchies: Mapping[str, Hierarchy]) -> None:
    losses = [protect(survey(rows), hierarchies, [], Thresholds()).loss.certainty for rows in (100, 1_000, 20_000)]
    assert losses[0] > losses[1] > losses[2]


@pytest.mark.parametrize("seed", range(8))
def test_the_search_finds_the_least_loss_of_the_whole_lattice(
    survey: Survey, hierarchies: Mapping[str, Hierarchy], seed: int
) -> None:
    frame = survey(150 + 40 * seed, seed)
    some = {name: hierarchies[name] for name in ("age", "town", "gender", "country")}
    table = combinations(frame, some, ["illness"], None, Thresholds(k=3 + seed % 4))
    allowed = 0.1 + 0.05 * seed
    ranges = [range(column.first, column.last + 1) for column in table.columns]
    brute = Search(table, allowed)
    found = Search(table, allowed)
    assert found.cost(found.best()) == pytest.approx(min(map(brute.cost, product(*ranges))))


def test_more_than_six_columns_are_protected_greedily(survey: Survey, hierarchies: Mapping[str, Hierarchy]) -> None:
    frame = survey(2_000)
    draw = np.random.default_rng(5)
    more = {f"device{at}": PLAIN for at in range(4)}
    for name in more:
        frame[name] = draw.choice(["phone", "tablet", "laptop"], len(frame), p=[0.7, 0.05, 0.25])
    done = protect(frame, {**hierarchies, **more}, ["illness"], Thresholds())
    assert anonymity.k_anonymity(done.frame, [*hierarchies, *more]) >= 5
    assert done.loss.certainty < 0.9


def test_few_odd_records_cost_cells_rather_than_a_level() -> None:
    frame = pd.DataFrame({"age": ["31"] * 50 + ["45"] * 50 + ["96"], "score": ["1", "2"] * 50 + ["3"]})
    done = protect(frame, {"age": AGE}, [], Thresholds())
    assert done.levels == {"age": "age in years"}
    assert done.frame["age"].tolist()[-1] == "*"
    assert done.frame["age"].tolist().count("*") == 5
    assert done.cells_suppressed == 5


def test_only_the_cell_that_sticks_out_is_suppressed() -> None:
    frame = pd.DataFrame({"letter": ["a"] * 10 + ["c"] * 10, "gender": ["x"] * 7 + ["y"] * 3 + ["y"] * 10})
    done = protect(frame, {"letter": PLAIN, "gender": PLAIN}, [], Thresholds(k=5))
    assert set(done.frame["gender"]) == {"x", "y"}
    assert done.frame["letter"].tolist().count("*") == done.cells_suppressed == 5
    assert anonymity.k_anonymity(done.frame, ["letter", "gender"]) >= 5


def test_exact_ages_and_post_codes_are_never_published() -> None:
    frame = pd.DataFrame({"age": ["92"] * 40, "postcode": ["BA1 2QF"] * 40})
    done = protect(frame, {"age": AGE, "postcode": hierarchy_of("postcode")}, [], Thresholds())
    assert set(done.frame["age"]) == {"90+"}
    assert set(done.frame["postcode"]) == {"BA1"}
    assert any("'postcode'" in words and "never" in words for words in done.words)


def test_a_group_of_one_mind_keeps_its_answer_to_itself() -> None:
    frame = pd.DataFrame({"gender": ["x"] * 6 + ["y"] * 60, "illness": ["gout"] * 6 + ["none", "asthma"] * 30})
    done = protect(frame, {"gender": PLAIN}, ["illness"], Thresholds(most_suppressed=0.2))
    for _, part in done.frame.groupby("gender"):
        assert set(part["illness"]) == {"*"} or part["illness"].nunique() >= 2
    assert done.l is not None
    assert done.l >= 2


def test_answers_all_alike_are_left_out_and_reported() -> None:
    frame = pd.DataFrame({"gender": ["x", "y"] * 20, "illness": ["gout"] * 40})
    done = protect(frame, {"gender": PLAIN}, ["illness"], Thresholds())
    assert set(done.frame["illness"]) == {"*"}
    assert set(done.frame["gender"]) == {"x", "y"}
    assert (done.l, done.sensitive_suppressed) == (None, 40)
    assert any("'illness' is suppressed in 40 of 40 records" in words for words in done.words)


def test_one_person_with_many_rows_is_no_crowd() -> None:
    frame = pd.DataFrame({"letter": ["a"] * 30 + ["b"] * 10, "gender": ["x"] * 40})
    people = ["ada"] * 30 + [f"p{number}" for number in range(10)]
    done = protect(frame, {"letter": PLAIN, "gender": PLAIN}, [], Thresholds(most_suppressed=0.8), unit=people)
    ada = set(done.frame["letter"][:30])
    assert ada == {"*"}
    assert len({one for one, cell in zip(people, done.frame["letter"], strict=True) if cell == "*"}) >= 5


def test_the_same_table_gives_the_same_result(survey: Survey, hierarchies: Mapping[str, Hierarchy]) -> None:
    first, second = (protect(survey(400), hierarchies, ["illness"], Thresholds()) for _ in range(2))
    pd.testing.assert_frame_equal(first.frame, second.frame)
    assert first.words == second.words


def test_words_say_why_and_show_no_cell(survey: Survey, hierarchies: Mapping[str, Hierarchy]) -> None:
    done = protect(survey(300), hierarchies, ["illness"], Thresholds())
    said = " ".join(done.words)
    assert "since at" in said
    assert all(f"'{name}'" in said for name in hierarchies)
    assert not any(cell in said for cell in ("Elbury", "beekeeper", "diabetes", "another"))


def test_a_study_of_four_gets_stronger_protection() -> None:
    frame = pd.DataFrame({"age": ["31", "32", "33", "34"], "score": ["1", "2", "3", "3"]})
    done = protect(frame, {"age": AGE}, ["score"], Thresholds())
    assert set(done.frame["age"]) == {"*"}
    assert done.frame["score"].tolist() == frame["score"].tolist()
    assert (done.k, done.loss.certainty, done.refused) == (4, 1.0, "")
    assert any("Only 4 people took part" in words for words in done.words)


def test_a_study_of_four_may_give_counts_only() -> None:
    frame = pd.DataFrame({"age": ["31", "32", "33", "34"], "score": ["1", "3", "3", "3"]})
    done = protect(frame, {"age": AGE}, ["score"], Thresholds(), small=SmallStudy.AGGREGATES)
    assert list(done.frame.columns) == ["measure", "value", "count"]
    assert done.frame["count"].tolist() == [NOT_SHOWN, NOT_SHOWN]


def test_a_study_of_four_may_be_refused() -> None:
    frame = pd.DataFrame({"age": ["31", "32", "33", "34"]})
    done = protect(frame, {"age": AGE}, [], Thresholds(), small=SmallStudy.REFUSE)
    assert len(done.frame) == 0
    assert "Only 4 people" in done.refused


def test_a_column_cannot_be_both() -> None:
    with pytest.raises(AnonymizerError, match="'age': a column is a quasi-identifier or sensitive"):
        protect(pd.DataFrame({"age": ["3"]}), {"age": AGE}, ["age"], Thresholds())


@pytest.mark.parametrize("wrong", [{"k": 1}, {"l": 0}, {"t": 1.5}, {"most_suppressed": -0.1}])
def test_thresholds_that_protect_nobody_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(AnonymizerError):
        Thresholds(**wrong)  # type: ignore[arg-type]


def test_people_without_overlap_are_added_up() -> None:
    frame = pd.DataFrame({"gender": ["x", "x", "y"]})
    units = unit_codes(["ada", "ada", "bo"], 3)
    found = combinations(frame, {"gender": PLAIN}, [], units, Thresholds())
    assert found.people(found.classes((0,))).tolist() == [1, 1]
    assert found.people(found.classes((1,))).tolist() == [2]


def test_numbers_and_missing_cells_are_read_as_text() -> None:
    frame = pd.DataFrame(
        {"age": [31.0, None, 31.0, None] * 5, "score": [1, 2, None, 2, 3] * 4},
        index=[f"r{number}" for number in range(20)],
    )
    done = protect(frame, {"age": AGE}, ["score"], Thresholds())
    assert set(done.frame["age"]) == {"31", ""}
    assert done.frame.index.tolist() == frame.index.tolist()
    assert done.frame["score"].isna().sum() == 4
    assert (done.k, done.l, done.loss.certainty) == (10, 3, 0.0)


def test_a_table_without_quasi_identifiers_is_one_class() -> None:
    done = protect(pd.DataFrame({"score": ["1", "2", "3", "1", "2"]}), {}, ["score"], Thresholds())
    assert (done.k, done.l, done.loss.certainty, done.levels) == (5, 3, 0.0, {})


def linked(rows: Sequence[tuple[str, ...]], k: int, *sensitive: str) -> tuple[pd.DataFrame, Protected]:
    frame = pd.DataFrame(rows, columns=["id", "letter", "answer"], dtype=str)
    done = protect(frame, {"letter": PLAIN}, sensitive, Thresholds(k=k, most_suppressed=1.0), unit=frame["id"].tolist())
    return done.frame, done


def test_somebody_alone_with_the_letters_of_several_records_is_not_found_by_them() -> None:
    rows = [(f"{one}{n}", one, "") for one in "ab" for n in range(9)] + [("x", "a", ""), ("x", "b", "")]
    frame, done = linked(rows, 3)
    shown = frame.groupby("id")["letter"].agg(lambda letters: tuple(sorted(set(letters))))
    assert shown.value_counts().min() == done.k >= 3
    assert shown["x"] == ("*",)
    assert {("a",), ("b",)} <= set(shown)


def test_people_with_the_same_set_of_records_keep_them() -> None:
    rows = [(f"{number}", letter, "") for number in range(4) for letter in "ab"]
    rows += [(f"c{number}", "c", "") for number in range(3)]
    frame, done = linked(rows, 3)
    assert frame["letter"].tolist() == [row[1] for row in rows]
    assert done.k == 3


def test_a_sensitive_cell_hidden_in_one_record_is_hidden_in_all_of_that_person() -> None:
    rows = [(f"{number}", letter, "yes") for number in range(5) for letter in "ab"]
    rows += [(f"b{number}", "b", "no") for number in range(4)] + [(f"c{n}", "c", "yn"[n % 2]) for n in range(4)]
    frame, _ = linked(rows, 3, "answer")
    hidden = frame.groupby("id")["answer"].agg(lambda answers: tuple(sorted(set(answers))))
    assert all(answers in {("*",), ("y",), ("n",)} or "yes" not in answers for answers in hidden)
    assert set(hidden) > {("*",)}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 7).map(str), st.sampled_from("abc"), st.sampled_from("yn")), max_size=24))
def test_linked_records_pass_the_gate(drawn: list[tuple[str, ...]]) -> None:
    if len({row[0] for row in drawn}) < 2:
        return
    frame, done = linked(drawn, 2, "answer")
    found = crowd(write_survey(frame), TableRule("", "id", ("letter",), ("answer",), k=2))
    assert (found.with_too_few, found.undiverse) == (0, 0)
    assert found.fewest_alike == done.k


@pytest.mark.parametrize("other", ["", "*", "Yes ", "YES"])
def test_an_empty_cell_or_another_spelling_is_no_other_answer(other: str) -> None:
    rows = [(f"{number}", "a", "yes" if number else other) for number in range(5)]
    rows += [(f"b{number}", "b", "yn"[number % 2]) for number in range(5)]
    frame, done = linked(rows, 5, "answer")
    assert "yes" not in {value.strip().lower() for value in frame["answer"]} or done.levels["letter"] == "left out"
    found = crowd(write_survey(frame), TableRule("", "id", ("letter",), ("answer",)))
    assert found.undiverse == 0
