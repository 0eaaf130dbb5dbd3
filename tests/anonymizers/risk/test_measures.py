"""k, l and t are those of pycanon, and well-defined where a table has nothing to measure."""

import math

import numpy as np
import pandas as pd
import pytest
from pycanon import anonymity

from anonymizers.errors import AnonymizerError
from anonymizers.risk import entropy_l, equivalence_classes, k_anonymity, l_diversity, t_closeness

pytestmark = pytest.mark.filterwarnings("ignore:In a future version, the keys:Warning")  # of pycanon


def made(seed: int) -> pd.DataFrame:
    draw = np.random.default_rng(seed)
    rows = int(draw.integers(2, 60))
    return pd.DataFrame(
        {
            "age": draw.integers(0, int(draw.integers(2, 7)), rows),
            "town": draw.choice(["Elbury", "Fenwick", "Harrowby"], rows),
            "gender": draw.choice(["f", "m", ""], rows),
            "illness": draw.choice(["none", "asthma", "gout", "flu"][: int(draw.integers(2, 5))], rows),
            "score": draw.integers(1, int(draw.integers(3, 9)), rows),
        }
    )


SENSITIVE = (["illness"], ["score"], ["illness", "score"])


def agree(frame: pd.DataFrame, quasi: list[str], *sensitives: list[str]) -> None:
    assert k_anonymity(frame, quasi) == anonymity.k_anonymity(frame, quasi)
    for sensitive in sensitives:
        assert l_diversity(frame, quasi, sensitive) == anonymity.l_diversity(frame, quasi, sensitive)
        # pycanon cuts the decimals off, and has cut 2 to 1 where the entropy came out a little too small.
        theirs = anonymity.entropy_l_diversity(frame, quasi, sensitive)
        assert math.floor(entropy_l(frame, quasi, sensitive) - 1e-9) <= theirs
        assert theirs <= math.floor(entropy_l(frame, quasi, sensitive) + 1e-9)
        if frame["score"].nunique() > 1:
            ours = t_closeness(frame, quasi, sensitive)
            assert ours == pytest.approx(anonymity.t_closeness(frame, quasi, sensitive), abs=1e-12)


@pytest.mark.parametrize("seed", range(200))
def test_measures_equal_pycanon(seed: int) -> None:
    agree(made(seed), ["age", "town", "gender"][: 1 + seed % 3], SENSITIVE[seed // 3 % 3])


def test_measures_equal_pycanon_on_a_census_like_table() -> None:
    draw = np.random.default_rng(7)
    rows = 3_000
    frame = pd.DataFrame(
        {
            "age": (draw.normal(38, 13, rows).clip(17, 90) // 10).astype(int),
            "workclass": draw.choice(["private", "self-employed", "state"], rows, p=[0.75, 0.2, 0.05]),
            "education": draw.choice(["school", "college", "university"], rows),
            "sex": draw.choice(["f", "m"], rows),
            "illness": draw.choice(["none", "asthma", "gout"], rows, p=[0.8, 0.15, 0.05]),
            "score": draw.integers(1, 11, rows),
        }
    )
    agree(frame, ["age", "workclass", "education", "sex"], *SENSITIVE)


def test_numbers_written_as_text_are_ordered() -> None:
    numbers = pd.DataFrame({"q": list("aabb"), "score": [1, 2, 9, 10]})
    text = numbers.assign(score=["1", "2", "9", "10"])
    assert t_closeness(text, ["q"], ["score"]) == t_closeness(numbers, ["q"], ["score"])
    assert t_closeness(text, ["q"], ["score"]) != t_closeness(text.assign(score=list("wxyz")), ["q"], ["score"])


def test_a_table_without_rows_has_no_class() -> None:
    empty = pd.DataFrame({"age": [], "illness": []}, dtype=str)
    assert len(equivalence_classes(empty, ["age"])) == 0
    assert k_anonymity(empty, ["age"]) == 0
    assert l_diversity(empty, ["age"], ["illness"]) == 0
    assert entropy_l(empty, ["age"], ["illness"]) == 0.0
    assert t_closeness(empty, ["age"], ["illness"]) == 0.0


def test_without_quasi_identifiers_all_rows_are_one_class() -> None:
    frame = made(3)
    assert k_anonymity(frame, []) == len(frame)
    assert l_diversity(frame, [], ["illness"]) == frame["illness"].nunique()
    assert t_closeness(frame, [], ["illness", "score"]) == pytest.approx(0.0)


def test_several_rows_of_one_person_hide_nobody() -> None:
    frame = pd.DataFrame({"age": ["30", "30", "30", "40", "40"]})
    people = ["ada", "ada", "ada", "bo", "cy"]
    assert k_anonymity(frame, ["age"]) == 2
    assert k_anonymity(frame, ["age"], unit=people) == 1
    assert equivalence_classes(frame, ["age"], unit=people).sizes.tolist() == [1, 2]


def test_missing_cells_are_one_value_however_they_are_missing() -> None:
    frame = pd.DataFrame({"age": ["30", None, "", float("nan")]}, dtype=object)
    assert equivalence_classes(frame, ["age"]).sizes.tolist() == [1, 3]


def test_classes_name_their_values() -> None:
    found = equivalence_classes(pd.DataFrame({"a": ["x", "y", "x"], "b": ["1", "2", "1"]}), ["a", "b"])
    assert found.values.to_dict("list") == {"a": ["x", "y"], "b": ["1", "2"]}
    assert found.of_row.tolist() == [0, 1, 0]


def test_many_columns_do_not_overflow() -> None:
    draw = np.random.default_rng(1)
    frame = pd.DataFrame({f"c{at}": draw.integers(0, 500, 400).astype(str) for at in range(12)})
    frame = pd.concat([frame, frame], ignore_index=True)
    assert equivalence_classes(frame, list(frame.columns)).sizes.tolist() == [2] * 400


def test_an_unknown_column_is_named() -> None:
    with pytest.raises(AnonymizerError, match="no column 'height'"):
        k_anonymity(made(1), ["age", "height"])


def test_units_must_be_as_many_as_rows() -> None:
    with pytest.raises(AnonymizerError, match="1 participants' ids for 2 rows"):
        k_anonymity(pd.DataFrame({"a": ["x", "y"]}), ["a"], unit=["ada"])
