"""Two releases are compared as somebody who holds both would."""

import pandas as pd
import pytest

from anonymizers.errors import AnonymizerError
from anonymizers.risk import Difference, differencing

BASE = pd.DataFrame({"age": ["30-39"] * 6 + ["40-49"] * 6, "score": list("123456123456")})
PEOPLE = [f"p{number}" for number in range(12)]


def compared(now: pd.DataFrame, units: list[str], k: int = 5) -> list[tuple[Difference, int]]:
    found = differencing(now, [BASE], ["age"], unit_now=units, units_before=[PEOPLE], k=k)
    return [(one.difference, one.people) for one in found]


def test_the_same_release_tells_nothing() -> None:
    assert compared(BASE, PEOPLE) == []


def test_few_newcomers_are_found() -> None:
    now = pd.concat([BASE, pd.DataFrame({"age": ["30-39"] * 2 + ["40-49"] * 5, "score": list("1234567")})])
    new = [f"n{number}" for number in range(7)]
    found = differencing(now, [BASE], ["age"], unit_now=PEOPLE + new, units_before=[PEOPLE], k=5)
    assert [(one.difference, one.people, one.records, one.release) for one in found] == [(Difference.ADDED, 2, 2, 0)]
    assert found[0].units == {"n0", "n1"}
    assert "2 people are in this release and not in release 1" in found[0].words
    assert "30-39" not in found[0].words
    assert "n0" not in found[0].words


def test_somebody_who_left_is_found() -> None:
    assert compared(BASE.iloc[1:], PEOPLE[1:]) == [(Difference.REMOVED, 1)]


def test_as_many_as_k_hide_each_other() -> None:
    assert compared(BASE.iloc[5:], PEOPLE[5:]) == []
    assert compared(BASE.iloc[5:], PEOPLE[5:], k=6) == [(Difference.REMOVED, 5)]


def test_other_bands_that_together_set_few_apart_are_found() -> None:
    now = BASE.assign(age=["30-44"] * 6 + ["30-44"] * 2 + ["45-59"] * 4)
    assert compared(now, PEOPLE) == [(Difference.CHANGED, 2), (Difference.CHANGED, 4)]


def test_each_earlier_release_is_compared() -> None:
    found = differencing(
        BASE, [BASE, BASE.iloc[:11]], ["age"], unit_now=PEOPLE, units_before=[PEOPLE, PEOPLE[:11]], k=5
    )
    assert [(one.release, one.people) for one in found] == [(1, 1)]


def test_a_column_that_an_earlier_release_had_not_is_left_out() -> None:
    now = BASE.assign(gender=list("xyxyxyxyxyxy"))
    assert differencing(now, [BASE], ["age", "gender"], unit_now=PEOPLE, units_before=[PEOPLE], k=5) == []


def test_participants_must_fit_the_releases() -> None:
    with pytest.raises(AnonymizerError, match="1 earlier releases with 0"):
        differencing(BASE, [BASE], ["age"], unit_now=PEOPLE, units_before=[], k=5)
    with pytest.raises(AnonymizerError, match="11 participants' ids for 12 rows"):
        differencing(BASE, [BASE], ["age"], unit_now=PEOPLE[1:], units_before=[PEOPLE], k=5)
