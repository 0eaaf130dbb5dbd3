"""docs/policy.md and the code speak of the same clauses, and name nothing that the configuration does not have."""

import re
from pathlib import Path

import pytest

from lethe.settings import load_settings
from lethe.settings.policy import POLICY


@pytest.fixture(scope="module")
def rows(config_folder: Path) -> dict[str, list[str]]:
    """The page's table rows by the id in their first cell."""
    text = (config_folder.parent / "docs" / "policy.md").read_text("utf-8")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.split("\n") if line.startswith("|")]
    found = [row for row in cells if re.fullmatch(r"[DP]\d+(\.\d+)?", row[0])]
    assert len({row[0] for row in found}) == len(found)
    return {row[0]: row for row in found}


def test_every_clause_stands_on_the_page_and_no_other(rows: dict[str, list[str]]) -> None:
    assert {clause for clause in rows if clause.startswith("P")} == set(POLICY)
    assert {kind for kind in rows if kind.startswith("D")} == {f"D{number}" for number in range(1, 11)}


def test_the_page_gives_the_windows_of_the_code(rows: dict[str, list[str]]) -> None:
    for clause_id, clause in POLICY.items():
        if clause.months is not None:
            assert f"**{clause.months} calendar months**" in rows[clause_id]
        elif clause_id == "P3.1":
            assert f"**{clause.days} days**" in rows[clause_id]


def test_the_page_names_every_rule_with_its_clause_and_claims_no_other(
    rows: dict[str, list[str]], config_folder: Path
) -> None:
    rules = load_settings(config_folder).retention.rules
    told = {
        rule_id: clause_id
        for clause_id, row in rows.items()
        if clause_id.startswith("P")
        for rule_id in re.findall(r"rule `([a-z-]+)`", row[-1])
    }
    assert told == {rule_id: rule.clause for rule_id, rule in rules.items()}
    for clause_id, row in rows.items():
        if clause_id.startswith("P"):
            kept = clause_id in {"P4.2", "P4.3", "P4.5", "P4.7"}
            assert row[-1].startswith("not built yet") is not kept, clause_id
