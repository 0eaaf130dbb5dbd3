"""The whole folder: what is shipped loads, and everything wrong is told at once, in order."""

import shutil
from pathlib import Path

import pytest

from lethe.errors import LetheError
from lethe.settings import SettingsError, config_folder, load_settings
from lethe.settings.places import StoreRole
from lethe.settings.retention import ItemKind


def test_the_shipped_configuration_has_no_problems(config: Path) -> None:
    settings = load_settings(config)
    assert set(settings.studies) == {"banking-app", "grocery-delivery", "heat-pump-portal"}
    assert settings.client_of("banking-app").store == "brightwell"
    assert settings.retention.rules["recordings"].items is ItemKind.RECORDING
    assert settings.places.stores["sessions"].role is StoreRole.RAW
    assert settings.sources.sources["session-files"].destination == "sessions"


def test_everything_wrong_is_told_at_once_in_the_order_of_file_and_line(config: Path) -> None:
    for file, old, new in (
        ("retention.yaml", "keep_days: 14\n    note: A", "keep_day: 14\n    note: A"),
        ("retention.yaml", "starts_at: answer", "starts_at: reply"),
        ("agency.yaml", "Europe/London", "Atlantis"),
        ("clients.yaml", "store: brightwell", "store: bright"),
        ("studies/heat-pump-portal.yaml", "client: brightwell", "client: brightwel"),
        ("studies/banking-app.yaml", "ease: measure", "ease: mesure"),
    ):
        path = config / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    problems = caught.value.problems
    assert [problem.file.removeprefix("config/") for problem in problems] == [
        "agency.yaml",
        "stores.yaml",
        "clients.yaml",
        "retention.yaml",
        "retention.yaml",
        "studies/banking-app.yaml",
        "studies/heat-pump-portal.yaml",
    ]
    lines = [problem.line or 0 for problem in problems if problem.file == "config/retention.yaml"]
    assert lines == sorted(lines)
    assert str(caught.value) == "\n".join(str(problem) for problem in problems)
    assert isinstance(caught.value, LetheError)


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path / "nowhere")
    assert str(caught.value) == "nowhere: there is no such folder; LETHE_CONFIG or --config names another"


@pytest.mark.parametrize("file", ["sources.yaml", "anonymisation.yaml"])
def test_a_missing_file_is_one_problem(config: Path, file: str) -> None:
    (config / file).unlink()
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    assert str(caught.value) == f"config/{file}: this file is missing"


def test_a_file_by_nearly_the_right_name_is_told_with_the_one_it_was_meant_to_be(config: Path) -> None:
    (config / "agency.yaml").rename(config / "agancy.yml")
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    assert str(caught.value).split("\n") == [
        "config/agancy.yml: this file is not read. Did you mean 'agency.yaml'?",
        "config/agency.yaml: this file is missing",
    ]


def test_a_study_whose_file_would_be_passed_over_is_refused(config: Path) -> None:
    studies = config / "studies"
    shutil.copy(studies / "banking-app.yaml", studies / "second.yml")
    shutil.copy(studies / "banking-app.yaml", studies / "Third One.yaml")
    (studies / "README.md").write_text("Other files may lie here.\n", "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    assert str(caught.value).split("\n") == [
        "config/studies/Third One.yaml: the file's name, the study's id, must be an id of lower-case letters, digits, "
        "'-' and '_', 63 at most",
        "config/studies/second.yml: this file is not read; name it .yaml",
    ]


def test_an_agency_without_studies_loads(config: Path) -> None:
    shutil.rmtree(config / "studies")
    stores, sources = config / "stores.yaml", config / "sources.yaml"
    stores.write_text(stores.read_text("utf-8").split("tables:")[0], "utf-8")
    sources.write_text(sources.read_text("utf-8").split("  banking-app-survey:")[0], "utf-8")
    retention = config / "retention.yaml"
    retention.write_text(retention.read_text("utf-8").replace(", banking-app-platform", ""), "utf-8")
    assert load_settings(config).studies == {}


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"LETHE_CONFIG": "/etc/lethe", "LETHE_HOME": "/srv"}, "/etc/lethe"),
        ({"LETHE_HOME": "/srv"}, "/srv/config"),
        ({"LETHE_CONFIG": "", "LETHE_HOME": ""}, "config"),
        ({}, "config"),
    ],
)
def test_the_folder_comes_from_the_environment(environ: dict[str, str], folder: str) -> None:
    assert config_folder(environ) == Path(folder)
