"""The risk figures, worked out by hand, and the three criteria in words."""

import pandas as pd
import pytest

from anonymizers.errors import AnonymizerError
from anonymizers.risk import Risk, criteria, risk

FRAME = pd.DataFrame({"age": ["30"] * 4 + ["40"] * 2 + ["50"], "illness": ["a", "b", "a", "a", "gout", "gout", "x"]})


def test_risk_is_that_of_the_definitions() -> None:
    found = risk(FRAME, ["age"], fraction=0.1, threshold=0.4)
    assert found == Risk(
        prosecutor_highest=1.0,
        prosecutor_average=pytest.approx(3 / 7),
        journalist_highest=pytest.approx(0.1),
        marketer=pytest.approx(0.3 / 7),
        records_at_risk=pytest.approx(3 / 7),
        uniques=1,
        smallest_class=1,
    )


def test_people_count_rather_than_rows() -> None:
    found = risk(FRAME, ["age"], unit=["ada"] * 4 + ["bo", "cy", "di"])
    assert (found.uniques, found.smallest_class) == (5, 1)
    assert found.prosecutor_average == pytest.approx((5 + 2 * 0.5) / 7)


def test_an_empty_table_risks_nothing() -> None:
    assert risk(FRAME.iloc[:0], ["age"]) == Risk(0.0, 0.0, 0.0, 0.0, 0.0, 0, 0)
    found = criteria(FRAME.iloc[:0], ["age"], ["illness"])
    assert (found.singling_out.figure, found.linkability.figure, found.inference.figure) == (0.0, 0.0, 0.0)


def test_the_three_criteria_have_figures_and_words() -> None:
    found = criteria(FRAME, ["age"], ["illness"])
    assert found.singling_out.figure == pytest.approx(1 / 7)
    assert found.linkability.figure == pytest.approx(3 / 7)
    assert found.inference.figure == pytest.approx(3 / 7)
    assert "1 of 7 records" in found.singling_out.words
    assert "42.9%" in found.linkability.words
    assert "3 of 7 records" in found.inference.words
    assert "gout" not in found.inference.words


def test_suppressed_answers_tell_nothing() -> None:
    hidden = FRAME.assign(illness=["a", "b", "a", "a", "*", "*", "*"])
    assert criteria(hidden, ["age"], ["illness"]).inference.figure == 0.0


@pytest.mark.parametrize("fraction", [0.0, -1.0, 1.1])
def test_a_sampling_fraction_is_a_share(fraction: float) -> None:
    with pytest.raises(AnonymizerError, match="sampling fraction"):
        risk(FRAME, ["age"], fraction=fraction)
