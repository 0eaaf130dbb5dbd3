"""What a study says of its survey table: its risk, its hierarchies, and the mistakes in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lethe.settings import SettingsError, load_settings

STUDY = "studies/banking-app.yaml"
KINDS = (
    "date_of_birth, age, age_band, postcode, city, country, salary, occupation, employer, timestamp, category, number"
)
MISTAKES = {
    "k of one hides nobody": (
        "  columns:", "  risk: {k: 1}\n  columns:",
        ("k: 1", "config/studies/banking-app.yaml, line {line}: 'k' must be at least 2, not 1"),
    ),
    "a misspelt choice for small studies": (
        "  columns:", "  risk: {small: aggregate}\n  columns:",
        ("small: a", "config/studies/banking-app.yaml, line {line}: 'small' does not know 'aggregate'. Did you mean "
         "'aggregates'?"),
    ),
    "a hierarchy for a column that is no quasi-identifier": (
        "  columns:", "  hierarchies: {ease: number}\n  columns:",
        ("ease: n", "config/studies/banking-app.yaml, line {line}: column 'ease' has the role 'measure'; only a "
         "'quasi' column is made coarser"),
    ),
    "a hierarchy that nobody knows": (
        "  columns:", "  hierarchies: {age_band: ages}\n  columns:",
        ("age_band: ages", "config/studies/banking-app.yaml, line {line}: unknown hierarchy 'ages': neither a kind ("
         f"{KINDS}) nor a file of config/hierarchies. Did you mean 'age'?"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_at_its_line(mistake: tuple[object, ...], refuses: Callable[..., None]) -> None:
    refuses(STUDY, *mistake)


def test_a_study_that_says_nothing_gets_the_defaults(config: Path) -> None:
    survey = load_settings(config).studies["banking-app"].survey
    assert survey is not None
    assert (survey.risk.k, survey.risk.l, survey.risk.t, survey.risk.small.value) == (5, 2, None, "stronger")
    assert survey.undeclared.value == "refuse"


def test_a_hierarchy_in_a_file_of_its_own_is_known_by_its_name(config: Path) -> None:
    folder = config / "hierarchies"
    folder.mkdir()
    (folder / "shifts.csv").write_text("early,day,any\nlate,day,any\nnight,night,any\n")
    text = (config / STUDY).read_text()
    (config / STUDY).write_text(text.replace("  columns:", "  hierarchies: {age_band: shifts}\n  columns:"))
    assert load_settings(config).hierarchies["shifts"].startswith("early,day")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("shifts.csv", "early,day,any\nearly,night,any\n", "config/hierarchies/shifts.csv"),
        ("shifts.csv", "", "config/hierarchies/shifts.csv"),
        ("shifts.txt", "early,day,any\n", "a hierarchy is <name>.csv"),
        ("My Shifts.csv", "early,day,any\n", "a hierarchy is <name>.csv"),
    ],
)
def test_a_file_that_is_no_hierarchy_is_told(config: Path, name: str, text: str, said: str) -> None:
    (config / "hierarchies").mkdir()
    (config / "hierarchies" / name).write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    assert said in str(caught.value)
