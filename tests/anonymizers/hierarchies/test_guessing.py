"""A column's kind is told by its header where the values agree, and by its values otherwise."""

import pytest

from anonymizers.hierarchies import KINDS, guess_kind


@pytest.mark.parametrize(
    ("header", "values", "kind"),
    [
        ("Age", ["34", "51"], "age"),
        ("How old are you?", ["34", ""], "age"),
        ("Alter", ["25-34", "35-44"], "age_band"),
        ("tranche d'âge", ["18 à 24 ans", "65 ans et plus"], "age_band"),
        ("dateOfBirth", ["1984-03-07"], "date_of_birth"),
        ("Geburtsdatum", ["07.03.1984"], "date_of_birth"),
        ("fecha de nacimiento", ["7/3/1984"], "date_of_birth"),
        ("PLZ", ["10115", "80331"], "postcode"),
        ("code postal", ["75011"], "postcode"),
        ("Salary", ["35k", "£40,000"], "salary"),
        ("Job title", ["nurse", "driver", "wizard"], "occupation"),
        ("Beruf", ["Lehrer"], "occupation"),
        ("Wohnort", ["Köln", "Elbdorf", "Elbhausen"], "city"),
        ("Land", ["Deutschland", "Österreich"], "country"),
        ("Where do you work? (company)", ["Quux", "Fenwick Ltd"], "employer"),
        ("submitted_at", ["2024-01-01 10:00:00"], "timestamp"),
        ("q1", ["BA1 2QF", "SW1A 1AA"], "postcode"),
        ("q2", ["£35,000", "£20,000"], "salary"),
        ("q3", ["Spain", "France", "Peru"], "country"),
        ("q4", ["2024-01-01", "2024-02-01"], "timestamp"),
        ("q5", [str(number) for number in range(40)], "number"),
        ("q6", ["1", "2", "3", "4", "5"], "category"),
        ("gender", ["female", "male"], "category"),
        ("Message", ["hello", "bye"], "category"),
        ("Language", ["English", "German"], "category"),
        ("age", [], "age"),
        ("", [], "category"),
    ],
)
def test_kinds(header: str, values: list[str], kind: str) -> None:
    assert guess_kind(header, values) == kind
    assert kind in KINDS


def test_a_header_that_the_values_belie_is_not_believed() -> None:
    assert guess_kind("Age", ["young", "old"]) == "category"
    assert guess_kind("Country", ["yes", "no"]) == "category"
