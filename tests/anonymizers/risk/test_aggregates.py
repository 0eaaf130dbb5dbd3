"""No hidden count can be worked out, not even by somebody who knows how counts are hidden."""

from itertools import product

import pandas as pd
import pytest

from anonymizers.errors import AnonymizerError
from anonymizers.risk import NOT_SHOWN, aggregates

VALUES = "abcd"


def published(counts: tuple[int, ...], least: int = 3) -> tuple[tuple[str, str], ...]:
    cells = [value for value, count in zip(VALUES, counts, strict=False) for _ in range(count)]
    found = aggregates(pd.DataFrame({"score": cells}, dtype=str), ["score"], least=least)
    return tuple(zip(found["value"], found["count"], strict=True))


@pytest.mark.parametrize("least", [2, 3, 5])
@pytest.mark.parametrize("values", [1, 2, 3, 4])
def test_no_hidden_count_can_be_solved_from_what_is_published(values: int, least: int) -> None:
    # Whoever attacks knows the number of answers and the way that counts are hidden: all tables that look the same.
    alike: dict[tuple[int, tuple[tuple[str, str], ...]], list[tuple[int, ...]]] = {}
    most = 9 if values < 4 else 6
    for counts in product(range(1, most), repeat=values):
        alike.setdefault((sum(counts), published(counts, least)), []).append(counts)
    hidden = 0
    for (_, shown), tables in alike.items():
        if shown[0][0] == "*":
            assert shown == (("*", NOT_SHOWN),)
            continue
        for at, (_, count) in enumerate(shown):
            if count == NOT_SHOWN:
                hidden += 1
                assert len({table[at] for table in tables}) > 1
            else:
                assert int(count) >= least
    assert hidden or values == 1


def test_large_counts_are_shown() -> None:
    assert published((5, 9, 3)) == (("a", "5"), ("b", "9"), ("c", "3"))


def test_one_small_count_takes_the_next_smallest_with_it() -> None:
    assert published((1, 9, 4)) == (("a", NOT_SHOWN), ("b", "9"), ("c", NOT_SHOWN))


def test_small_counts_of_one_size_take_another_with_them() -> None:
    assert published((2, 2, 3)) == (("a", NOT_SHOWN), ("b", NOT_SHOWN), ("c", NOT_SHOWN))
    assert published((1, 1, 9)) == (("a", NOT_SHOWN), ("b", NOT_SHOWN), ("c", NOT_SHOWN))


def test_a_measure_that_cannot_be_hidden_shows_no_value() -> None:
    assert published((1, 1)) == (("*", NOT_SHOWN),)
    assert published((2,)) == (("*", NOT_SHOWN),)


def test_an_answer_that_everybody_gave_is_not_shown() -> None:
    assert published((4,)) == (("*", NOT_SHOWN),)
    frame = pd.DataFrame({"score": ["1"] * 4 + ["2"] * 4})
    found = aggregates(frame, ["score"], unit=list("abcd") + list("aabb"))
    assert list(found.itertuples(index=False, name=None)) == [("score", "*", NOT_SHOWN)]


def test_people_are_counted_rather_than_their_rows() -> None:
    frame = pd.DataFrame({"score": ["1"] * 9 + ["2"] * 4 + ["3"] * 5})
    unit = ["ada"] * 9 + list("bcde") + list("bcdef")
    found = aggregates(frame, ["score"], unit=unit)
    assert dict(zip(found["value"], found["count"], strict=True)) == {"1": NOT_SHOWN, "2": NOT_SHOWN, "3": "5"}


def test_missing_answers_are_a_value_and_measures_stand_in_order() -> None:
    frame = pd.DataFrame({"b": ["x", "x", "x", "", "", ""], "a": ["y"] * 6}, dtype=str)
    found = aggregates(frame, ["b", "a"])
    assert list(found.itertuples(index=False, name=None)) == [("b", "", "3"), ("b", "x", "3"), ("a", "*", NOT_SHOWN)]


def test_no_measure_gives_no_row() -> None:
    assert list(aggregates(pd.DataFrame({"a": ["x"]}), []).columns) == ["measure", "value", "count"]


def test_a_least_of_one_would_hide_nothing() -> None:
    with pytest.raises(AnonymizerError, match="every count of 1"):
        aggregates(pd.DataFrame({"a": ["x"]}), ["a"], least=1)
