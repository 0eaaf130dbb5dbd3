"""What every hierarchy promises: nested levels, `*` last, missing stays missing, nothing exact where it must not be."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.hierarchies import KINDS, Hierarchy, HierarchyError, hierarchy_of

TODAY = date(2026, 5, 1)
NUMBERS = [str(number) for number in range(0, 400, 7)]
BANDS = ["under 18", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"]

VALUES = {
    "date_of_birth": st.one_of(st.dates(date(1900, 1, 1), date(2025, 1, 1)).map(str), st.integers(1900, 2026).map(str)),
    "age": st.integers(-5, 140).map(str),
    "age_band": st.one_of(
        st.sampled_from(BANDS),
        st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: f"{ends[0]}-{ends[1]}"),
    ),
    "postcode": st.one_of(
        st.tuples(st.sampled_from(["BA", "E", "SW", "QQ"]), st.integers(1, 99)).map(
            lambda code: f"{code[0]}{code[1]} 1AA"
        ),
        st.tuples(st.sampled_from(["", "F-", "D-", "E-"]), st.integers(1_000, 99_999)).map(
            lambda code: f"{code[0]}{code[1]:05}"
        ),
    ),
    "city": st.sampled_from(["Bath", "Leeds", "Köln", "Paris", "Roma", "Milano", "Madrid", "Elbury", "London, UK"]),
    "country": st.sampled_from(["UK", "Royaume-Uni", "Deutschland", "Peru", "Pérou", "Atlantis"]),
    "salary": st.one_of(
        st.integers(0, 300_000).map(lambda amount: f"£{amount}"),
        st.tuples(st.integers(0, 150), st.integers(0, 150)).map(lambda ends: f"{ends[0]}-{ends[1]}k"),
    ),
    "occupation": st.sampled_from(["nurse", "Lehrerin", "maçon", "camarero", "retired", "wizard", "driver", "dentist"]),
    "employer": st.sampled_from(["Elbury School", "Fenwick Bank", "Harrowby Farm", "Quux"]),
    "timestamp": st.one_of(
        st.datetimes().map(lambda moment: moment.isoformat()),
        st.dates(date(1000, 1, 1)).map(lambda day: f"{day:%d/%m/%Y}"),
    ),
    "category": st.sampled_from(["a", "b"]),
    "number": st.one_of(st.integers(-500, 900).map(str), st.floats(-50, 500).map(lambda number: f"{number:.3f}")),
}


def made(kind: str) -> Hierarchy:
    values = {"number": NUMBERS, "age_band": BANDS}.get(kind, [])
    return hierarchy_of(kind, today=TODAY, values=values)


def test_every_kind_is_tried() -> None:
    assert set(VALUES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_values_alike_at_one_level_are_alike_above(kind: str) -> None:
    hierarchy = made(kind)

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.one_of(VALUES[kind], st.sampled_from(["", "?!", "*"])), min_size=2, max_size=40))
    def nested(values: list[str]) -> None:
        for level in range(hierarchy.first_level, len(hierarchy.levels) - 1):
            parents: dict[str, str] = {}
            for value in values:
                above = hierarchy.at(value, level + 1)
                assert parents.setdefault(hierarchy.at(value, level), above) == above

    nested()


@pytest.mark.parametrize("kind", KINDS)
def test_the_last_level_tells_nothing_and_missing_stays_missing_below(kind: str) -> None:
    hierarchy = made(kind)
    last = len(hierarchy.levels) - 1
    assert hierarchy.name == kind
    assert hierarchy.levels[0] == "as given"
    assert hierarchy.levels[last] == "any"
    assert {hierarchy.at(value, last) for value in ("", "?!", "42", "Bath")} == {"*"}
    assert {hierarchy.at(value, level) for value in ("", "  ") for level in range(last)} == {""}
    for level in (-1, last + 1):
        with pytest.raises(HierarchyError, match=f"levels 0 to {last}"):
            hierarchy.at("x", level)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "category"])
def test_what_does_not_fit_is_suppressed(kind: str) -> None:
    hierarchy = made(kind)
    assert {hierarchy.at("?!", level) for level in range(1, len(hierarchy.levels))} == {"*"}
    assert hierarchy.at("?!", 0) == ("*" if hierarchy.first_level else "?!")


def test_what_is_never_published_as_given() -> None:
    never = {kind for kind in KINDS if made(kind).first_level > 0}
    assert never == {"date_of_birth", "age", "postcode", "salary", "timestamp"}


def test_dates_of_birth_need_the_day() -> None:
    with pytest.raises(HierarchyError, match="needs `today`"):
        hierarchy_of("date_of_birth")


def test_numbers_need_values() -> None:
    with pytest.raises(HierarchyError, match="none of the values is a number"):
        hierarchy_of("number", values=["x", ""])


def test_unknown_kinds_and_countries_are_named_with_what_is_known() -> None:
    with pytest.raises(HierarchyError, match=r"kind 'height'; the kinds are date_of_birth, age"):
        hierarchy_of("height")
    with pytest.raises(HierarchyError, match="not 'IT'"):
        hierarchy_of("postcode", country="IT")
