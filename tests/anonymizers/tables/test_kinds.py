"""What a column's cells are taken for, and when a typed format may hold them as that."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.tables import Kind
from anonymizers.tables.kinds import duration_text, kind_of, number_text, typed


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "", "-20"], Kind.INTEGER),
        (["1", "2.5", "1e-5"], Kind.NUMBER),
        (["007", "1"], Kind.TEXT),
        (["+447700900123"], Kind.NUMBER),
        (["1234567890123456"], Kind.TEXT),
        (["1,200"], Kind.TEXT),
        (["true", "FALSE"], Kind.BOOLEAN),
        (["yes", "no"], Kind.TEXT),
        (["2026-03-04", "1984-12-31"], Kind.DATE),
        (["2026-03-04 10:05", "2026-03-05 23:59"], Kind.DATETIME),
        (["2026-03-04T10:05:00+01:00"], Kind.DATETIME),
        (["13/03/2026", "04/03/2026"], Kind.DATE),
        (["3/14/2026 1:05:00 PM"], Kind.DATETIME),
        (["04.03.2026"], Kind.DATE),
        (["04/03/2026", "05/03/2026"], Kind.TEXT),
        (["2026-03-04", "04/03/2026"], Kind.TEXT),
        (["2026-03-04", "2026-03-04 10:05"], Kind.TEXT),
        (["2026-02-30"], Kind.TEXT),
        (["٣"], Kind.TEXT),
        (["", ""], Kind.TEXT),
        ([], Kind.TEXT),
    ],
)
def test_kind_is_that_of_every_cell(cells: list[str], kind: Kind) -> None:
    assert kind_of(cells) is kind


def test_decimal_comma_and_point_do_not_mix_into_a_number_of_thousands() -> None:
    assert kind_of(["3,5", "4"], decimal_comma=True) is Kind.NUMBER
    assert kind_of(["1.200,50"], decimal_comma=True) is Kind.TEXT
    assert typed(["3,5", ""], Kind.NUMBER) == [3.5, None]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "[other]"], Kind.INTEGER),
        (["20-29"], Kind.INTEGER),
        (["1980-1989", "1980-03-04"], Kind.DATE),
        (["2026-03-04 10:05"], Kind.DATE),
        (["2026-03-04"], Kind.DATETIME),
        (["1.5"], Kind.INTEGER),
        (["yes"], Kind.BOOLEAN),
        (["x"], Kind.TEXT),
    ],
)
def test_column_with_another_cell_has_no_typed_values(cells: list[str], kind: Kind) -> None:
    assert typed(cells, kind) is None


@given(st.lists(st.dates(min_value=dt.date(1000, 1, 1)), min_size=1))
def test_iso_dates_are_read_as_those_days(days: list[dt.date]) -> None:
    cells = [day.isoformat() for day in days]
    assert kind_of(cells) is Kind.DATE
    assert typed(cells, Kind.DATE) == days


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_text_of_a_number_is_that_number(value: float) -> None:
    assert float(number_text(value)) == value
    assert not number_text(value).endswith(".0")


def test_durations_may_be_longer_than_a_day() -> None:
    assert (duration_text(95_407), duration_text(-61), duration_text(0.4)) == ("26:30:07", "-00:01:01", "00:00:00")
