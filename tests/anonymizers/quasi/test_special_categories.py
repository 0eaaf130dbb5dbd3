"""Health, belief and origin count where they are somebody's, and carry on through a list."""

import pytest


def test_one_tie_opens_a_list(found):
    assert found("en", "I've got asthma, eczema and a nut allergy") == {
        ("HEALTH", "asthma"),
        ("HEALTH", "eczema"),
        ("HEALTH", "nut allergy"),
    }


@pytest.mark.parametrize(
    ("tied", "spoken_of"),
    [
        ("I have epilepsy", "people who have epilepsy"),
        ("my diabetes", "the diabetes app"),
        ("I've got my diabetes app", "a diabetes app"),
        ("she's deaf", "I'm deaf to adverts"),
        ("I was depressed", "a depressing page"),
        ("since the stroke", "the stroke of the pen"),
        ("I'm a Catholic", "the Catholic school page"),
        ("I voted green", "the green button"),
        ("my wife is Polish", "the Polish version"),
        ("I'm black", "the black button"),
        ("I have asthma", "do you have asthma, it asks"),
        ("I have asthma", "I don't have asthma"),
        ("after my operation", "the operation failed"),
    ],
)
def test_the_tie_to_a_person_decides(tied, spoken_of, found):
    assert found("en", tied)
    assert found("en", spoken_of) == set()


def test_what_belongs_to_a_condition_is_masked_with_it(found):
    assert found("en", "I've got severe type two diabetes") == {("HEALTH", "severe type two diabetes")}
    assert found("de", "ich habe Diabetes Typ zwei") == {("HEALTH", "Diabetes Typ zwei")}
    assert found("en", "I had a stroke two years ago") == {("HEALTH", "stroke")}
