"""A table of answers: each column by its role, no name through any of them, no order that tells."""

import json
import random
from collections.abc import Sequence
from dataclasses import asdict

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.cells import is_number
from anonymizers.errors import AnonymizerError
from anonymizers.masking import Anonymiser
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.risk import SmallStudy, Thresholds
from anonymizers.survey import ALIKE, HIDDEN, ColumnRole, SurveyReport, TableRisk, anonymise_survey

ROLES = {
    "participant_id": ColumnRole.PSEUDONYM,
    "ease": ColumnRole.MEASURE,
    "comment": ColumnRole.FREE_TEXT,
    "age": ColumnRole.QUASI,
    "email": ColumnRole.DIRECT,
    "token": ColumnRole.IGNORED,
}


def answers(count: int = 10, **columns: Sequence[str]) -> pd.DataFrame:
    base = {"participant_id": [f"q-{number:03}" for number in range(count)]}
    return pd.DataFrame(base | {name: list(values) for name, values in columns.items()}, dtype=str)


def anonymised(
    anonymiser: Anonymiser, frame: pd.DataFrame, languages: Sequence[str] = ("en",), **roles: ColumnRole
) -> tuple[pd.DataFrame, SurveyReport]:
    asked = {name: role for name, role in ROLES.items() if role is not ColumnRole.QUASI or name in frame} | roles
    return anonymise_survey(frame, asked, anonymiser, languages=languages, participant_column="participant_id")


def column(table: pd.DataFrame, name: str) -> list[str]:
    return sorted(table[name])


def test_direct_and_ignored_columns_are_gone_and_the_id_is_a_pseudonym(
    anonymiser: Anonymiser, pseudonyms: Pseudonyms
) -> None:
    frame = answers(2, email=["a@example.com", "b@example.com"], token=["x", "y"], ease=["1", "2"])
    table, report = anonymised(anonymiser, frame)
    assert list(table.columns) == ["participant_id", "ease"]
    assert column(table, "participant_id") == sorted(pseudonyms.person(f"q-{number:03}") for number in range(2))
    assert report.columns_dropped == ["email", "token"]
    assert report.columns_absent == ["comment"]


def test_a_column_without_a_role_stops_the_export_and_is_named(anonymiser: Anonymiser) -> None:
    with pytest.raises(AnonymizerError) as refused:
        anonymised(anonymiser, answers(1, ease=["1"], favourite=["x"], nickname=["y"]))
    assert "columns without a role: favourite, nickname. Give each one" in refused.value.named
    assert "2 of the table's 4 columns have no role: column 3, column 4. Give each one" in str(refused.value)


def test_a_question_that_names_somebody_is_told_by_its_place_and_the_declared_name_it_is_near(
    anonymiser: Anonymiser,
) -> None:
    asked = "How did Zelda Quorn (07700 900123) treat you?"
    frame = answers(1, ease=["1"], Commment=["x"], **{asked: ["y"]})
    with pytest.raises(AnonymizerError) as refused:
        anonymised(anonymiser, frame, comment=ColumnRole.FREE_TEXT)
    assert "2 of the table's 4 columns have no role: column 3 (is it 'comment'?), column 4." in str(refused.value)
    assert asked in refused.value.named
    assert not [part for part in ("Zelda", "Quorn", "0770", "Commment") if part in repr(refused.value)]


def test_of_many_columns_without_a_role_the_first_are_told(anonymiser: Anonymiser) -> None:
    with pytest.raises(AnonymizerError, match=r"column 22 and 10 more\. Give"):
        anonymised(anonymiser, answers(1, ease=["1"], **{f"{number} apples": ["x"] for number in range(30)}))


@pytest.mark.parametrize("role", [ColumnRole.QUASI, ColumnRole.SENSITIVE])
@pytest.mark.parametrize(
    ("declared", "told", "named"),
    [("Ease", "'Ease' (is it column 2?).", "'Ease' (is it 'ease'?)."), ("income", "'income'.", "'income'.")],
)
def test_a_column_that_tells_people_apart_and_is_absent_stops_the_export(
    anonymiser: Anonymiser, declared: str, told: str, named: str, role: ColumnRole
) -> None:
    with pytest.raises(AnonymizerError) as refused:
        anonymised(anonymiser, answers(1, ease=["1"]), **{declared: role})
    assert told in str(refused.value)
    assert named in refused.value.named


def test_a_table_without_its_header_row_shows_nobody_in_the_error(anonymiser: Anonymiser) -> None:
    with pytest.raises(AnonymizerError, match=r"the table's 3: its header row") as refused:
        anonymised(anonymiser, pd.DataFrame([["q-2", "Bo", "2"]], columns=["q-1", "Zelda Quorn", "07700 900123"]))
    assert "Zelda" not in str(refused.value)
    assert "0770" not in str(refused.value)


@pytest.mark.parametrize(
    "frame",
    [
        answers(1),
        pd.DataFrame({"ease": ["1"]}),
        pd.DataFrame({"participant_id": [""], "ease": ["1"]}),
        pd.DataFrame([["q-1", "1", "2"]], columns=["participant_id", "ease", "ease"]),
    ],
    ids=["no declared column", "no participant column", "an answer of nobody", "a column twice"],
)
def test_a_table_that_cannot_be_understood_is_refused(anonymiser: Anonymiser, frame: pd.DataFrame) -> None:
    with pytest.raises(AnonymizerError):
        anonymised(anonymiser, frame)


@pytest.mark.parametrize("role", [ColumnRole.MEASURE, ColumnRole.FREE_TEXT, ColumnRole.QUASI])
def test_the_participants_ids_can_have_no_role_that_shows_them(anonymiser: Anonymiser, role: ColumnRole) -> None:
    with pytest.raises(AnonymizerError, match="participant_id"):
        anonymised(anonymiser, answers(1, ease=["1"]), participant_id=role)


def test_free_text_is_masked_and_the_same_text_is_masked_alike(anonymiser: Anonymiser, pseudonyms: Pseudonyms) -> None:
    texts = ["Siobhan here, ask Niamh", "it was fine", "ring 07700 900456", "", "it was fine"]
    table, report = anonymised(anonymiser, answers(5, comment=texts))
    code = pseudonyms.person("p-001")
    assert column(table, "comment") == sorted(
        [f"{code} here, ask [name]", "it was fine", "ring [phone]", "", "it was fine"]
    )
    assert (report.words, report.words_masked) == (13, 4)
    assert report.cells_analysed == 4


def test_an_answer_in_any_language_of_the_study_is_judged_by_its_own(anonymiser: Anonymiser) -> None:
    texts = [
        "J'ai bien aimé le panier mais le créneau de livraison était complet, merci Clothilde",
        "I liked the basket but the delivery slot was full, thanks Niamh",
    ]
    table, _ = anonymised(anonymiser, answers(2, comment=texts), languages=("en", "fr"))
    assert column(table, "comment") == sorted(
        [texts[0].replace("Clothilde", "[name]"), texts[1].replace("Niamh", "[name]")]
    )


def test_a_name_typed_where_a_rating_was_asked_for_does_not_pass(anonymiser: Anonymiser) -> None:
    ease = ["1", "5", "4.5", "-2", "80 %", "1,200", "Siobhan", "Brimblecombe", "niamh said 4", "07700900123"]
    table, report = anonymised(anonymiser, answers(10, ease=ease))
    shown = column(table, "ease")
    assert set(ease[:6]) < set(shown)
    assert not {"Siobhan", "Brimblecombe", "07700900123"} & set(shown)
    assert "niamh" not in str(shown)
    assert report.measures_read_as_text == 4


def test_labels_that_several_chose_stay_and_a_name_among_them_does_not(anonymiser: Anonymiser) -> None:
    ease = ["Very easy", "Very easy", "Zeblonk 9", "Zeblonk 9", "Siobhan", "Siobhan", "Niamh", "Niamh", "Zonkle", "1"]
    shown = column(anonymised(anonymiser, answers(10, ease=ease))[0], "ease")
    assert shown.count("Very easy") == 2
    # An unknown word alone may be a name: it fails closed, and a study keeps its products by name.
    assert "Zeblonk 9" not in shown
    assert not {"Siobhan", "Niamh", "Zonkle"} & set(shown)


def test_one_participant_alone_makes_no_label(anonymiser: Anonymiser) -> None:
    frame = answers(2, ease=["Zeblonk", "Zeblonk"]).assign(participant_id="q-001")
    assert "Zeblonk" not in column(anonymised(anonymiser, frame)[0], "ease")


def protected(anonymiser: Anonymiser, frame: pd.DataFrame, **risk: object) -> tuple[pd.DataFrame, SurveyReport]:
    asked = ROLES | {"diet": ColumnRole.SENSITIVE}
    return anonymise_survey(
        frame,
        {name: role for name, role in asked.items() if name in frame or role not in ALIKE},
        anonymiser,
        languages=("en",),
        participant_column="participant_id",
        risk=TableRisk(**risk),  # type: ignore[arg-type]
    )


def test_quasi_identifiers_are_made_coarser_until_five_share_each(anonymiser: Anonymiser) -> None:
    ages = ["31", "32", "33", "34", "39", "41", "42", "43", "44", "47"]
    table, report = anonymised(anonymiser, answers(10, age=ages))
    assert column(table, "age") == ["30-39"] * 5 + ["40-49"] * 5
    assert report.k == 5
    assert "10 years" in report.levels["age"]
    assert 0 < report.loss < 1
    assert any("'age'" in sentence for sentence in report.protection)


def test_somebody_who_stands_out_is_suppressed_and_counted(anonymiser: Anonymiser) -> None:
    ages = [str(age) for age in (*range(30, 40), *range(40, 50)) for _ in range(2)] + ["71"]
    table, report = anonymised(anonymiser, answers(len(ages), age=ages))
    shown = column(table, "age")
    assert not any("7" in age for age in shown)
    # Whoever alone had a `*` would stand out by it: four more of a larger group share it.
    assert shown.count(HIDDEN) == report.cells_suppressed == 5
    assert sum(age != HIDDEN for age in shown) == len(ages) - 5
    assert report.k == 5


def test_five_answers_of_one_participant_are_not_five_participants(anonymiser: Anonymiser) -> None:
    frame = answers(5, age=["31"] * 5).assign(participant_id="q-001")
    table, report = anonymised(anonymiser, frame)
    assert set(table["age"]) == {HIDDEN}
    assert report.k == 1


def test_a_study_of_too_few_people_is_refused_where_it_says_so(anonymiser: Anonymiser) -> None:
    with pytest.raises(AnonymizerError, match="nothing of the survey is anonymised"):
        protected(anonymiser, answers(4, age=["31", "32", "33", "34"]), small=SmallStudy.REFUSE)


def test_a_study_of_too_few_people_gives_counts_alone_where_it_says_so(anonymiser: Anonymiser) -> None:
    frame = answers(4, age=["31", "32", "33", "34"], ease=["1", "1", "1", "5"], comment=["fine"] * 4)
    table, report = protected(anonymiser, frame, small=SmallStudy.AGGREGATES)
    assert report.aggregated
    assert list(table.columns) == ["measure", "value", "count"]
    assert set(table["measure"]) == {"ease"}
    assert "1" not in set(table["count"]), "a single person is never counted"


def test_a_sensitive_value_that_everybody_alike_shares_is_suppressed(anonymiser: Anonymiser) -> None:
    ages = ["31"] * 5 + ["62"] * 5
    diets = ["kosher"] * 5 + ["kosher", "vegan", "vegan", "kosher", "vegan"]
    table, report = protected(anonymiser, answers(10, age=ages, diet=diets), thresholds=Thresholds(most_suppressed=0))
    by_age = table.groupby("age")["diet"].agg(set)
    assert all(len(values - {HIDDEN}) != 1 for values in by_age)
    assert report.l is None or report.l >= 2


def test_a_name_in_a_sensitive_column_does_not_pass(anonymiser: Anonymiser) -> None:
    diets = ["vegan", "kosher"] * 4 + ["vegan", "Siobhan's own"]
    assert not any("Siobhan" in cell for cell in protected(anonymiser, answers(10, diet=diets))[0]["diet"])


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_answering_does_not_show(anonymiser: Anonymiser, shuffling: random.Random) -> None:
    frame = answers(8, ease=list("12345123"), comment=["fine", "good", "", "bad", "fine", "so so", "ok", "slow"])
    order = list(range(8))
    shuffling.shuffle(order)
    expected = anonymised(anonymiser, frame)[0]
    pd.testing.assert_frame_equal(anonymised(anonymiser, frame.iloc[order].reset_index(drop=True))[0], expected)
    assert list(expected["participant_id"]) == sorted(expected["participant_id"])


def test_missing_cells_are_empty_ones(anonymiser: Anonymiser) -> None:
    frame = answers(2, ease=["1", "2"], comment=["fine", "good"])
    frame.loc[0, "comment"] = None
    assert column(anonymised(anonymiser, frame)[0], "comment") == ["", "good"]


def test_a_table_without_rows_keeps_its_columns(anonymiser: Anonymiser) -> None:
    table, report = anonymised(anonymiser, answers(0, ease=[], comment=[]))
    assert (list(table.columns), len(table), report.rows) == (["participant_id", "ease", "comment"], 0, 0)


def test_a_study_in_a_language_nobody_looks_at_goes_to_review(anonymiser: Anonymiser) -> None:
    with pytest.raises(AnonymizerError, match="review"):
        anonymised(anonymiser, answers(1, comment=["shwmae"]), languages=("en", "cy"))


def test_without_a_language_nothing_is_judged(anonymiser: Anonymiser) -> None:
    with pytest.raises(AnonymizerError, match="no language"):
        anonymised(anonymiser, answers(1, comment=["fine"]), languages=())


def test_the_report_holds_plain_values_and_nobody(anonymiser: Anonymiser) -> None:
    _, report = anonymised(anonymiser, answers(2, comment=["Siobhan here", "fine"], ease=["1", "2"]))
    assert json.loads(json.dumps(asdict(report))) == asdict(report)
    assert "iobhan" not in str(report)


@pytest.mark.parametrize(
    "cell",
    ["7", "-3", "+4.5", "1984", "45,000", "45 000", "45.000,50", "1,234.56", "75 %", "3,1416", "1200.50", "0.125"],
)
def test_ratings_and_salaries_are_numbers(cell: str) -> None:
    assert is_number(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "212.555.0187",
        "212 555.0187",
        "03 555.1234",
        "555.0187",
        "555,0187",
        "020 555",
        "12.555.018",
        "1,234,5",
        "07700",
    ],
)
def test_telephone_numbers_are_read_as_text(cell: str) -> None:
    assert not is_number(cell)


def test_an_id_is_the_same_person_however_its_blanks_and_accents_are_written(anonymiser: Anonymiser) -> None:
    frame = answers(4, ease=["1", "2", "3", "4"])
    frame["participant_id"] = ["Zo\u00eb", "Zoe\u0308", " Zo\u00eb ", "q-1"]
    table, report = anonymised(anonymiser, frame)
    assert report.participants == 2
    assert len(set(table["participant_id"])) == 2


def test_an_answer_of_a_blank_id_is_refused_by_its_number(anonymiser: Anonymiser) -> None:
    frame = answers(3, ease=["1", "2", "3"])
    frame.loc[1, "participant_id"] = "  "
    with pytest.raises(AnonymizerError, match="answer 2 names no participant"):
        anonymised(anonymiser, frame)
