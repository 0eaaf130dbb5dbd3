"""How the people of a published table hide among each other, read from its bytes."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.gate import CandidateFile, Crowd, GateReport, TableRule, examine
from anonymizers.gate.crowd import crowd
from anonymizers.people import Person

RULE = TableRule("survey.csv", "participant_id", ("age", "area"), ("diet",), k=3)
NOBODY = (Person("p-1", first_name="Siobhan", last_name="Abernathy"),)


def table(*rows: tuple[str, ...], header: tuple[str, ...] = ("participant_id", "age", "area", "diet")) -> bytes:
    packed = io.StringIO(newline="")
    csv.writer(packed).writerows([header, *rows])
    return packed.getvalue().encode()


def asked(data: bytes, rule: TableRule = RULE) -> GateReport:
    return examine([CandidateFile("survey.csv", data)], NOBODY, tables=[rule])


def people(count: int, *rest: str, first: int = 0) -> list[tuple[str, ...]]:
    return [(f"P-{number:04d}A", *rest) for number in range(first, first + count)]


def kinds(report: GateReport) -> dict[str, tuple[str, int]]:
    told = {"too_few_alike", "too_little_diversity", "fewer_people_than_k", "no_participant_column", "unreadable"}
    told.add("no_declared_column")
    return {one.kind: (one.severity, one.count) for one in report.findings if one.kind in told}


def diverse(count: int, age: str, area: str, first: int = 0) -> list[tuple[str, ...]]:
    return [(*row, ("soup", "salad")[number % 2]) for number, row in enumerate(people(count, age, area, first=first))]


def test_a_table_whose_people_are_alike_passes_with_its_measures() -> None:
    report = asked(table(*diverse(3, "30-39", "LS"), *diverse(4, "40-49", "BA", 10)))
    assert report.crowds == (Crowd(people=7, fewest_alike=3, with_too_few=0, undiverse=0),)
    assert report.passed
    assert kinds(report) == {}
    assert report.to_json()["tables"] == [{"people": 7, "fewest_alike": 3, "with_too_few": 0, "undiverse": 0}]


def test_too_few_alike_block_and_are_counted() -> None:
    report = asked(table(*diverse(3, "30-39", "LS"), *diverse(2, "40-49", "BA", 10)))
    assert not report.passed
    assert kinds(report) == {"too_few_alike": ("block", 2)}


def test_rows_of_one_person_do_not_hide_that_person() -> None:
    rows = diverse(3, "30-39", "LS") + [("P-0009A", "40-49", "BA", diet) for diet in ("soup", "salad", "eggs")]
    assert kinds(asked(table(*rows)))["too_few_alike"] == ("block", 1)


def trajectory(first: int, count: int, *areas: str) -> list[tuple[str, ...]]:
    return [row for area in areas for row in diverse(count, "30-39", area, first)]


def test_somebody_alone_with_the_combinations_of_several_rows_stands_out() -> None:
    rows = [*trajectory(0, 4, "LS"), *trajectory(10, 4, "BA"), *trajectory(20, 1, "LS", "BA")]
    assert kinds(asked(table(*rows)))["too_few_alike"] == ("block", 1)


def test_a_cell_hidden_in_one_row_alone_of_somebody_is_read_off_another() -> None:
    rows = [*trajectory(0, 4, "LS"), *diverse(4, "*", "BA", 10), *diverse(1, "30-39", "LS", 20)]
    assert kinds(asked(table(*rows, *diverse(1, "*", "BA", 20))))["too_few_alike"] == ("block", 1)


def test_people_with_the_same_set_of_rows_hide_among_each_other() -> None:
    rows = [*trajectory(0, 4, "LS", "BA"), *trajectory(10, 3, "LS")]
    assert [row[3] for row in rows[:4]] == ["soup", "salad", "soup", "salad"]
    report = asked(table(*rows))
    assert report.crowds == (Crowd(people=7, fewest_alike=3, with_too_few=0, undiverse=0),)


def test_an_answer_that_all_who_are_alike_gave_in_some_row_blocks() -> None:
    rows = [(*row, diet) for row in people(4, "30-39", "LS") for diet in ("kosher", "soup")]
    assert kinds(asked(table(*rows))) == {"too_little_diversity": ("block", 8)}
    rows = [(*row, diet) for row in people(3, "30-39", "LS") for diet in ("kosher", row[0])]
    assert kinds(asked(table(*rows))) == {"too_little_diversity": ("block", 6)}


def test_the_only_one_of_whom_everything_is_hidden_stands_out_by_that() -> None:
    report = asked(table(*diverse(3, "30-39", "LS"), *diverse(1, "*", "*", 10)))
    assert kinds(report)["too_few_alike"] == ("block", 1)
    assert asked(table(*diverse(3, "30-39", "LS"), *diverse(3, "*", "*", 10))).passed


def test_sensitive_values_that_everybody_alike_shares_block() -> None:
    report = asked(table(*people(3, "30-39", "LS", "kosher")))
    assert kinds(report) == {"too_little_diversity": ("block", 3)}


@pytest.mark.parametrize("other", ["", "*", "Kosher ", "KOSHER"])
def test_an_empty_cell_or_another_spelling_is_no_other_answer(other: str) -> None:
    report = asked(table(*people(3, "30-39", "LS", "kosher"), *people(1, "30-39", "LS", other, first=9)))
    assert kinds(report) == {"too_little_diversity": ("block", 3 + ("k" in other.lower()))}


def test_sensitive_values_that_are_hidden_are_no_matter() -> None:
    assert asked(table(*people(3, "30-39", "LS", "*"))).passed


def test_a_study_of_fewer_people_than_k_passes_only_hidden_and_is_told() -> None:
    assert kinds(asked(table(*diverse(2, "*", "*")))) == {"fewer_people_than_k": ("review", 2)}
    assert not asked(table(*diverse(2, "30-39", "*"))).passed
    assert not asked(table(*diverse(1, "*", "*"), *diverse(1, "", "*", 10))).passed


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (table(("30-39", "LS"), header=("age", "area")), "no_participant_column"),
        (table(("P-0001A", "LS", "x"), header=("participant_id", "area", "diet")), "no_declared_column"),
        (table(("P-0001A", "30", "LS"), header=("participant_id", "age", "area")), "no_declared_column"),
        (b'participant_id,age,area,diet\r\n"P-0001A,3', "unreadable"),
        (b"participant_id,age,area,diet\r\nP-0001A,3,4\r\n", "unreadable"),
        (b"", "unreadable"),
        (b"\xff\x00\x81", "unreadable"),
    ],
)
def test_a_table_that_cannot_be_measured_blocks(data: bytes, kind: str) -> None:
    report = asked(data)
    assert kind in kinds(report)
    assert not report.passed


def test_a_column_whose_header_was_made_safe_for_spreadsheets_is_measured() -> None:
    rule = TableRule("survey.csv", "participant_id", ("-age", "+area"), ("=diet",), k=3)
    header = ("participant_id", "'-age", "'+area", "'=diet")
    report = asked(table(*diverse(3, "30-39", "LS"), *diverse(1, "40-49", "BA", 10), header=header), rule)
    assert kinds(report) == {"too_few_alike": ("block", 1), "too_little_diversity": ("block", 1)}


def test_a_table_of_another_name_has_no_rule() -> None:
    report = examine([CandidateFile("other.csv", table(*diverse(1, "30-39", "LS")))], NOBODY, tables=[RULE])
    assert report.crowds == ()
    assert kinds(report) == {}


def test_a_table_without_quasi_identifiers_is_one_crowd() -> None:
    report = asked(table(*diverse(4, "30-39", "LS")), TableRule("survey.csv", "participant_id", k=3))
    assert report.crowds == (Crowd(people=4, fewest_alike=4, with_too_few=0, undiverse=0),)


_VALUES = st.sampled_from(["", "*", "a", "b", "c"])
_ROWS = st.lists(
    st.tuples(st.sampled_from(["P-1", "P-2", "P-3", "P-4", "P-5"]), _VALUES, _VALUES, _VALUES), max_size=20
)


@given(_ROWS, st.integers(1, 4), st.integers(1, 3))
def test_the_measures_are_those_of_their_definitions(rows: list[tuple[str, ...]], k: int, least: int) -> None:
    everybody = {row[0] for row in rows}
    shows = {one: frozenset((row[1], row[2]) for row in rows if row[0] == one) for one in everybody}
    alike = {one: {other for other in everybody if shows[other] == shows[one]} for one in everybody}
    hidden = {(row[1], row[2]) for row in rows} <= {("*", "*")}
    few = [one for one in everybody if len(alike[one]) < k and not hidden]
    undiverse = 0
    for row in rows:
        told = [other for other in rows if other[0] in alike[row[0]] and other[3] not in {"", "*"}]
        by = {value: {other[0] for other in told if other[3] == value} for *_, value in told}
        all_gave = least > 1 and len(everybody) < len(rows) and {other[0] for other in told} in by.values()
        different = {other[3] for other in told if other[1:3] == row[1:3]}
        undiverse += row[3] not in {"", "*"} and (len(different) < least or all_gave)
    rule = TableRule("survey.csv", "participant_id", ("age", "area"), ("diet",), k=k, least_diverse=least)
    assert crowd(table(*rows), rule) == Crowd(
        people=len(everybody),
        fewest_alike=min(map(len, alike.values()), default=0),
        with_too_few=len(few),
        undiverse=undiverse,
    )
