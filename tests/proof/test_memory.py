"""Planning and verifying take no more memory for more items; `make prove` goes to a million."""

from pathlib import Path

import pytest

from tests.proof.memory import RULES, GeneratedStore, measured, prepare

FEW, MANY = 2_000, 20_000


@pytest.mark.parametrize("kind", RULES)
def test_ten_times_the_items_take_no_more_memory(kind: str, tmp_path: Path) -> None:
    peaks = {}
    for number in (FEW, MANY):
        home = tmp_path / str(number)
        home.mkdir()
        prepare(home, kind)
        for step in ("plan", "verify"):
            found = measured(step, kind, number, home)
            assert "failed" not in found, found
            peaks[step, number] = found["peak_mb"]
    for step in ("plan", "verify"):
        # What was kept of every item would make it grow by a third.
        assert peaks[step, MANY] < 1.15 * peaks[step, FEW], peaks


def test_generated_listing_is_in_the_order_of_keys_and_of_the_size_asked_for() -> None:
    keys = [version.key for version in GeneratedStore("sessions", 30, 3).list_versions()]
    assert keys == sorted(keys)
    assert len(keys) == 2 * 33
    assert len(set(keys)) == 33
