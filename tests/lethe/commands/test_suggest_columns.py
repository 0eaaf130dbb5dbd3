"""`lethe suggest-columns`: roles to paste into a study, with their reasons, and nothing of a cell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Lethe = Callable[..., Any]
FILE = (
    "Timestamp,What is your name?,Your e-mail address,How old are you?,Post code,How easy was it?,Why?\n"
    "2026-10-02 09:14:00,Siobhan Farrell,siobhan@example.org,41,BS6 5QT,4,It opened the wrong page\n"
    "2026-10-02 09:20:00,Ngozi Okonkwo,ngozi@example.com,35,LS1 4AB,5,I could not find the button at first\n"
)
DETAILS = ("siobhan", "farrell", "okonkwo", "bs6", "wrong page")


def test_every_column_has_a_role_that_a_study_takes_and_no_cell_is_shown(lethe: Lethe, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(FILE)
    ran = lethe("suggest-columns", tmp_path / "answers.csv")
    assert ran.code == 0
    roles = yaml.safe_load(ran.out)["survey"]["columns"]
    assert list(roles) == FILE.partition("\n")[0].split(",")
    assert roles["What is your name?"] == roles["Your e-mail address"] == "direct"
    assert roles["How old are you?"] == roles["Post code"] == "quasi"
    assert roles["How easy was it?"] == "measure"
    assert roles["Why?"] == "free_text"
    assert "2 rows, 7 columns" in ran.err
    assert [detail for detail in DETAILS if detail in ran.text.lower()] == []


def test_a_file_that_is_no_table_is_told_and_not_shown(lethe: Lethe, tmp_path: Path) -> None:
    (tmp_path / "answers.xlsx").write_bytes(b"Siobhan Farrell")
    ran = lethe("suggest-columns", tmp_path / "answers.xlsx")
    assert ran.code == 1
    assert "XLSX" in ran.err
    assert [detail for detail in DETAILS if detail in ran.text.lower()] == []


def test_a_file_that_is_not_there_is_wrong_usage(lethe: Lethe, tmp_path: Path) -> None:
    assert lethe("suggest-columns", tmp_path / "none.csv").code == 2
