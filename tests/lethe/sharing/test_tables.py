"""The survey table of an export: nobody stands out in it, the gate says so of its bytes, the approver is told."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest

from anonymizers.tables import read_table
from lethe.settings.models import Study
from lethe.settings.survey import ColumnRole, SmallStudy, Survey, SurveyRisk, Undeclared
from lethe.sharing import ExportRefusedError

World = Any
AGES = (*(str(age) for age in (*range(30, 40), *range(40, 50)) for _ in range(2)), "71")


def with_survey(world: World, **changed: Any) -> None:
    """The study's survey, said otherwise."""
    settings = world.agency.settings
    study: Study = settings.studies["banking-app"]
    survey = study.survey or Survey(columns={})
    studies = settings.studies | {
        "banking-app": study.model_copy(update={"survey": survey.model_copy(update=changed)}),
    }
    world.agency = replace(world.agency, settings=settings.model_copy(update={"studies": studies}))


@pytest.fixture
def crowd(world: World) -> World:
    """Forty-one more people who answered, their ages known to the survey; one is much older than the rest."""
    with_survey(world, hierarchies={"age_band": "age"})
    for number, age in enumerate(AGES):
        person = f"q-{number}"
        world.person(person, first_name=f"Zorbina{number}", last_name="Quuxley")
        world.answer(f"r-{person}", person, "2026-10-02T10:00+01:00", "fine", age_band=age)
    for response in ("r-1", "r-2"):
        world.rewrite(response, age_band="35")
    return world


def table(world: World, name: str = "survey.csv") -> list[dict[str, str]]:
    (data,) = (data for key, data in world.staged().items() if key.endswith(f"/{name}"))
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_ages_are_banded_until_five_people_share_each_and_the_one_who_stands_out_is_hidden(crowd: World) -> None:
    crowd.anonymise(crowd.select())
    shown = [row["age_band"] for row in table(crowd)]
    assert len(shown) == 43
    assert "71" not in "".join(shown)
    assert all(shown.count(value) >= 5 for value in set(shown))
    assert len(set(shown)) > 1


def test_the_approver_is_told_of_singling_out_linkability_and_inference(crowd: World) -> None:
    selection = crowd.examined()
    review = crowd.ask(selection)
    words = " ".join(review.survey)
    assert "singling out: 43 people" in words
    assert "linkability:" in words
    assert "inference: 0 people show by comparison with 0 earlier tables" in words
    assert "'age_band'" in words
    (line,) = crowd.agency.ledger.entries(event="gate")
    assert line.details["tables"][0]["fewest_alike"] >= 5


def test_a_table_in_which_somebody_stands_out_is_held_back_by_the_gate(
    crowd: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lethe.sharing import anonymisation

    real = anonymisation.write_survey

    def leaking(frame: Any) -> bytes:
        if "age_band" in frame.columns:
            frame = frame.assign(age_band=["71", *["30-39"] * (len(frame) - 1)])
        return real(frame)

    monkeypatch.setattr(anonymisation, "write_survey", leaking)
    selection = crowd.select()
    crowd.anonymise(selection)
    with pytest.raises(ExportRefusedError, match="1 too_few_alike"):
        crowd.gate(selection)
    assert crowd.at("brightwell") == {}


def test_somebody_who_withdrew_shows_by_subtraction_and_the_approver_is_told(crowd: World) -> None:
    crowd.publish(crowd.approved())
    crowd.standing("q-1", withdrawn_at=crowd.agency.now())
    second = crowd.examined("run-2")
    (said,) = (sentence for sentence in crowd.ask(second, "ask-2").survey if sentence.startswith("inference"))
    assert "1 people show by comparison with 1 earlier tables" in said


def test_an_earlier_table_that_the_client_changed_is_said_not_to_be_compared(crowd: World) -> None:
    crowd.publish(crowd.approved())
    (key,) = (key for key in crowd.at("brightwell") if key.endswith("/survey.csv"))
    crowd.agency.store("brightwell").put(key, b"the client's own")
    second = crowd.examined("run-2")
    (said,) = (sentence for sentence in crowd.ask(second, "ask-2").survey if sentence.startswith("inference"))
    assert "0 earlier tables" in said
    assert "1 more could not be read there" in said


def test_a_small_study_shows_no_quasi_identifier(world: World) -> None:
    selection = world.examined()
    assert {row["age_band"] for row in table(world)} == {"*"}
    assert any("singling out: 2 people" in sentence for sentence in world.ask(selection).survey)


def test_a_small_study_may_give_counts_alone(world: World) -> None:
    with_survey(world, risk=SurveyRisk(small=SmallStudy.AGGREGATES))
    world.examined()
    assert not any(key.endswith("/survey.csv") for key in world.staged())
    rows = table(world, "survey-summary.csv")
    assert {row["measure"] for row in rows} <= {"device", "ease", "trust", "nps"}
    assert not {"1", "2"} & {row["count"] for row in rows}


def test_a_small_study_may_be_refused(world: World) -> None:
    with_survey(world, risk=SurveyRisk(small=SmallStudy.REFUSE))
    selection = world.select()
    with pytest.raises(ExportRefusedError, match="Nothing was shared"):
        world.anonymise(selection)


def test_a_column_nobody_declared_is_refused_or_read_as_free_text_as_the_study_says(world: World) -> None:
    world.rewrite("r-1", nickname="Ngozi")
    selection = world.select()
    with pytest.raises(ExportRefusedError, match="1 of the table's 9 columns have no role: column 9"):
        world.anonymise(selection)
    with_survey(world, undeclared=Undeclared.FREE_TEXT)
    world.anonymise(selection)
    assert "Ngozi" not in repr(table(world))
    assert "nickname" in table(world)[0]


def test_a_sensitive_column_shows_no_answer_that_all_who_are_alike_gave(crowd: World) -> None:
    survey = crowd.agency.settings.studies["banking-app"].survey
    with_survey(crowd, columns=survey.columns | {"trust": ColumnRole.SENSITIVE})
    crowd.examined()
    assert {row["trust"] for row in table(crowd)} == {"*"}, "everybody answered 5"


def test_the_data_dictionary_says_what_each_column_is_and_what_was_done(crowd: World) -> None:
    crowd.anonymise(crowd.select())
    rows = {row["column"]: row["done"] for row in table(crowd, "survey-dictionary.csv")}
    assert list(rows) == list(table(crowd)[0])
    assert "years" in rows["age_band"]
    assert "replaced" in rows["comment"]


def test_the_agencys_own_hierarchy_is_used(crowd: World) -> None:
    halves = {age: "under 40" if int(age) < 40 else "40 and over" for age in AGES}
    text = "".join(f"{age},{half},any\r\n" for age, half in halves.items())
    settings = crowd.agency.settings.model_copy(update={"hierarchies": {"halves": text}})
    crowd.agency = replace(crowd.agency, settings=settings)
    with_survey(crowd, hierarchies={"age_band": "halves"})
    crowd.anonymise(crowd.select())
    assert {row["age_band"] for row in table(crowd)} == {"under 40", "40 and over"}


def test_the_client_gets_the_formats_that_the_study_names_each_with_the_same_answers(crowd: World) -> None:
    with_survey(crowd, files=("csv", "xlsx", "sav", "parquet"))
    selection = crowd.approved()
    crowd.publish(selection)
    given = {key.rpartition("/")[2]: data for key, data in crowd.at("brightwell").items()}
    expected = read_table(given["survey.csv"], ".csv").frame
    for suffix in (".xlsx", ".sav", ".parquet"):
        found = read_table(given[f"survey{suffix}"], suffix).frame
        assert found.to_numpy().tolist() == expected.to_numpy().tolist(), suffix


def test_survey_and_transcripts_share_codes_only_where_the_study_wants_it(world: World) -> None:
    selection = world.examined()
    spoken = b"".join(data for key, data in world.staged().items() if "/transcripts/" in key).decode()
    assert all(row["participant_id"] in spoken for row in table(world))
    assert any("codes are those of the transcripts" in said for said in world.ask(selection).survey)
    with_survey(world, linked=False)
    apart = world.examined("run-2")
    prefix = f"exports/{apart.export_id}/"
    (data,) = (data for key, data in world.staged().items() if key == f"{prefix}survey.csv")
    codes = [row["participant_id"] for row in csv.DictReader(io.StringIO(data.decode()))]
    assert len(set(codes)) == 2
    assert not any(code in spoken for code in codes)
    assert any("codes are not those of the transcripts" in said for said in world.ask(apart, "ask-2").survey)


ASKED = "How did Siobhan Farrell (07700 900142) treat you?"
SAYS = ("Siobhan", "Farrell", "900142")


def test_a_question_that_names_a_person_is_refused_by_its_place_alone(world: World) -> None:
    world.rewrite("r-1", comment="fine", coment="fine", **{ASKED: "badly"})
    with pytest.raises(ExportRefusedError) as refused:
        world.anonymise(world.select())
    said = str(refused.value)
    assert "2 of the table's 10 columns have no role: column 9, column 10." in said
    assert "`lethe suggest-columns` names the columns of a survey file. Nothing was shared." in said
    assert [part for part in SAYS if part in said] == []


def test_a_column_near_a_declared_one_is_told_by_the_declared_name(world: World) -> None:
    survey = world.agency.settings.studies["banking-app"].survey
    with_survey(world, columns=survey.columns | {"How did we treat you?": ColumnRole.FREE_TEXT})
    world.rewrite("r-1", **{"How did Siobhan treat you?": "badly"})
    with pytest.raises(ExportRefusedError, match=r"column 9 \(is it 'How did we treat you\?'\?\)") as refused:
        world.anonymise(world.select())
    assert [part for part in SAYS if part in str(refused.value)] == []


def test_the_ledger_holds_how_many_columns_a_table_has_and_no_header(world: World) -> None:
    with_survey(world, undeclared=Undeclared.FREE_TEXT)
    world.rewrite("r-1", **{ASKED: "badly"})
    selection = world.select()
    world.anonymise(selection)
    rows = {row["name"]: row["counts"] for row in world.candidates(selection)}
    assert rows["survey.csv"]["columns"] == 9
    assert [part for part in SAYS if part in repr(rows)] == []
    with pytest.raises(ExportRefusedError, match="the gate found") as refused:
        world.gate(selection)
    assert [part for part in SAYS if part in str(refused.value) + repr(world.lines())] == []
    assert [part for part in SAYS if part in repr(list(world.agency.ledger.entries()))] == []


@pytest.mark.parametrize(("language", "told"), [("xx-YY", "xx"), ("Siobhan Farrell", "unknown"), ("", "unknown")])
def test_a_language_is_told_where_it_is_a_code(world: World, language: str, told: str) -> None:
    with world.agency.research.begin() as connection:
        connection.exec_driver_sql("UPDATE session SET language = ? WHERE session_id = 's-1'", (language,))
    with pytest.raises(ExportRefusedError, match=f"the language '{told}'"):
        world.anonymise(world.select())
