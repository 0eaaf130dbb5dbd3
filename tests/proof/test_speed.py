"""Ratios are of medians, and what was left behind is the most that any round left."""

from tests.proof.speed import Race, ratios


def test_ratios_are_ours_over_theirs() -> None:
    races = [
        Race("from plan to certificate", 1000, 4.0, 0, 0, {"plan": 1.0, "delete": 3.0}),
        Race("from plan to certificate", 1000, 5.0, 0, 0, {"plan": 1.0, "delete": 4.0}),
        Race("from plan to certificate", 1000, 50.0, 0, 0, {"plan": 10.0, "delete": 40.0}),
        Race("bare loop", 1000, 4.0, 0, 0),
        Race("rclone purge", 1000, 6.0, 0, 0),
        Race("rclone delete", 1000, 1.0, 1000, 500),
    ]
    found = ratios(races)
    assert found["contenders"]["bare loop"]["ours_over_theirs"] == 0.8
    assert found["contenders"]["rclone purge"]["ours_over_theirs"] == 1.2
    assert found["contenders"]["rclone delete"]["versions_left"] == 1000
    assert found["shares"] == {"plan": 0.2, "delete": 0.8}
    assert found["reached"] == {"bare loop": True, "rclone purge": False}
