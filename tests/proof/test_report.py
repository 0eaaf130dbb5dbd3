"""The page says what was measured, what was not, and when something does not hold."""

import json
from typing import Any

import pytest

from tests.proof import __main__ as command
from tests.proof.report import NOT_SHOWN, PARTS, holds, report


def taken(found: Any) -> dict[str, Any]:
    return {"on": "2026-11-24", "quick": False, "figures": found}


DATES = {
    "cases": 1_000_000,
    "seed": 1,
    "years": [2021, 2028],
    "zones": ["Europe/London"],
    "early": 0,
    "late": 0,
    "another_day": 0,
    "seen": {"asked before": 600_000},
    "property": "A run deletes if and only if its day has come.",
}
FAULT = {
    "name": "says Deleted and keeps everything",
    "expected": "refused",
    "first": "refused",
    "error": "2 are | still there",
    "struck": 1,
    "false_certificate": False,
    "leaked": False,
    "repeated": True,
    "next_run": False,
    "left": "",
    "as_expected": True,
}
MEMORY = {
    "objects": {
        "10000": {"plan": {"peak_mb": 100.0}, "verify": {"peak_mb": 100.0}, "certify": {"peak_mb": 100.0}},
        "1000000": {"plan": {"peak_mb": 149.0}, "verify": {"peak_mb": 100.0}, "certify": {"peak_mb": 900.0}},
    }
}
SPEED = {
    "objects": 10,
    "versions_each": 2,
    "rounds": 1,
    "contenders": {
        "bare loop": {"ours_over_theirs": 0.81, "versions_left": 0, "markers_left": 0},
        "rclone purge": {"ours_over_theirs": 1.2, "versions_left": 0, "markers_left": 0},
    },
    "floors": {"bare loop": 0.8, "rclone purge": 1.3},
    "reached": {"bare loop": True, "rclone purge": False},
    "shares": {"plan": 0.25, "delete": 0.75},
}
KILLS = {
    "small": {
        "objects": 40,
        "rows": 40,
        "random_kills": 5,
        "step_kills": 10,
        "purges": 4,
        "starts": 20,
        "converged": 4,
        "problems": [],
        "killed_in": {"recordings: verify": 5},
    }
}
TAMPERING = {
    "certificates": 300,
    "ledger": 300,
    "of_certificates": {"one byte of a certificate": {"tried": 300, "found": 300}},
    "of_ledger": {"a row removed": {"tried": 300, "found": 300}},
}


def test_page_says_what_was_measured_and_what_was_not() -> None:
    page = report({"dates": taken(DATES), "faults": taken({"faults": [FAULT]})})
    assert "1,000,000 cases: 0 early, 0 late | yes" in page
    assert "2 are / still there" in page
    assert page.count("Not measured yet.") == len(PARTS) - 2
    assert all(line in page for line in NOT_SHOWN)


@pytest.mark.parametrize(
    ("name", "good", "change"),
    [
        ("dates", DATES, {"late": 1}),
        ("dates", DATES, {"another_day": 1}),
        ("faults", {"faults": [FAULT]}, {"faults": [{**FAULT, "as_expected": False}]}),
        ("faults", {"faults": [FAULT]}, {"faults": [{**FAULT, "false_certificate": True}]}),
        ("kills", KILLS, {"small": {**KILLS["small"], "converged": 3, "problems": ["1 of what is due is left"]}}),
        ("memory", MEMORY, {"objects": {**MEMORY["objects"], "1000000": {"plan": {"failed": "more than 6 GB"}}}}),
        ("speed", {**SPEED, "reached": {"bare loop": True, "rclone purge": True}}, SPEED),
        ("tampering", TAMPERING, {"of_ledger": {"a row removed": {"tried": 300, "found": 299}}}),
    ],
)
def test_measurement_that_falls_short_is_said_not_to_hold(name: str, good: Any, change: Any) -> None:
    bad = {**good, **change}
    assert holds(name, good)
    assert not holds(name, bad)
    assert "| yes |" in report({name: taken(good)})
    assert "**no**" in report({name: taken(bad)})


def test_command_names_what_must_be_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.proof.__main__.missing_packages", lambda **_: ["rclone", "s3cmd"])
    assert command.main(["speed"]) == 2
    assert "apt-get install -y --no-install-recommends rclone s3cmd" in capsys.readouterr().err


def test_short_run_leaves_the_page_of_the_project_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "DOCS", tmp_path / "docs")
    monkeypatch.setattr(command, "LAST", tmp_path / "last")
    monkeypatch.setattr("tests.proof.dates.measure", lambda _quick: DATES)
    assert command.main(["dates", "--quick"]) == 0
    assert not (tmp_path / "docs").exists()
    figures = json.loads((tmp_path / "last" / "figures.json").read_text(encoding="utf-8"))
    assert figures["dates"]["quick"] is True
    monkeypatch.setattr("tests.proof.dates.measure", lambda _quick: {**DATES, "early": 3})
    assert command.main(["dates"]) == 1
    assert "3 early" in (tmp_path / "docs" / "README.md").read_text(encoding="utf-8")
