"""`lethe upgrade-db` and `rotate-key`: first keys once, never a second set."""

import json
import shutil

import pytest

from lethe.commands.local import agency_from_environment, ready_agency
from lethe.errors import LetheError
from lethe.ledger import Entry
from lethe.settings import load_settings


@pytest.fixture
def home_environment(environment, tmp_path):
    import os

    return os.environ


def test_first_upgrade_makes_databases_and_keys_and_a_second_changes_nothing(lethe, environment):
    ran = lethe("upgrade-db")
    assert ran.code == 0
    assert "The key store was made" in ran.out
    keys = {path: path.read_bytes() for path in (environment / ".lethe/keys").rglob("*") if path.is_file()}
    assert len(keys) == 2
    ran = lethe("upgrade-db")
    assert ran.code == 0
    assert "The key store is in place" in ran.out
    assert "The research database was at the newest revision." in ran.out
    assert keys == {path: path.read_bytes() for path in (environment / ".lethe/keys").rglob("*") if path.is_file()}


def test_keys_that_are_gone_while_the_ledger_has_lines_are_an_error_and_never_made_anew(
    lethe, environment, home_environment
):
    lethe("upgrade-db")
    agency_from_environment(home_environment).ledger.append([Entry("pulled", "a", "b", "taken")])
    shutil.rmtree(environment / ".lethe/keys")
    ran = lethe("upgrade-db")
    assert ran.code == 1
    assert "restore the key store" in ran.err
    assert not (environment / ".lethe/keys").exists()


@pytest.mark.parametrize("gone", ["reference", "signing"])
def test_half_a_key_store_is_an_error_even_where_the_ledger_is_empty(lethe, environment, gone):
    lethe("upgrade-db")
    shutil.rmtree(environment / ".lethe/keys" / gone)
    ran = lethe("upgrade-db")
    assert ran.code == 1
    assert f"the {gone} key is missing" in ran.err


def test_first_upgrade_makes_the_folders_that_serve_as_buckets(lethe, environment):
    lethe("upgrade-db")
    assert lethe("plan", "recordings", "staged-exports", "quarantine").code == 0


def test_a_later_upgrade_makes_no_folder_unasked_for_an_unmounted_disk_would_look_deleted(
    lethe, environment, home_environment
):
    lethe("upgrade-db")
    agency_from_environment(home_environment).ledger.append([Entry("pulled", "a", "b", "taken")])
    shutil.rmtree(environment / "buckets")
    assert lethe("upgrade-db").code == 0
    assert not (environment / "buckets").exists()
    assert lethe("plan", "recordings").code == 1
    assert lethe("upgrade-db", "--new-stores").code == 0
    assert lethe("plan", "recordings").code == 0


def test_a_survey_platform_that_is_still_empty_keeps_one_rule_alone_out_of_the_plan(lethe, environment, config_folder):
    lethe("upgrade-db")
    ran = lethe("plan")
    assert ran.code == 1
    rules = {line.split()[0] for line in ran.out.splitlines() if not line.startswith(" ")}
    assert rules == set(load_settings(config_folder).retention.rules) - {"survey-answers"}
    assert ran.err.startswith(
        "lethe: rule 'survey-answers': table 'banking-app-platform': its database has no table of"
    )


@pytest.mark.parametrize("command", ["status", "plan", "rotate-key"])
def test_commands_before_the_first_upgrade_say_what_to_run(lethe, environment, command):
    ran = lethe(command)
    assert ran.code == 1
    assert "run `lethe upgrade-db` first" in ran.err


def test_a_database_that_does_not_answer_is_told_without_its_password(lethe, environment, monkeypatch):
    place = {"conn_type": "postgres", "host": "127.0.0.1", "port": 1, "login": "lethe", "password": "hunter2-example"}
    monkeypatch.setenv("AIRFLOW_CONN_LETHE_LEDGER", json.dumps(place))
    for command in ("upgrade-db", "status"):
        ran = lethe(command)
        assert ran.code == 1
        assert "hunter2" not in ran.text
    assert "the ledger database does not answer (OperationalError)" in lethe("upgrade-db").err


def test_a_connection_that_is_not_in_the_environment_is_named(lethe, environment, monkeypatch):
    monkeypatch.delenv("AIRFLOW_CONN_LETHE_RESEARCH")
    ran = lethe("status")
    assert ran.code == 1
    assert "AIRFLOW_CONN_LETHE_RESEARCH" in ran.err


def test_rotate_key_keeps_the_old_key_and_what_was_written_with_it(lethe, environment, home_environment):
    lethe("upgrade-db")
    before = agency_from_environment(home_environment).ledger.reference("object", "a", "b")
    ran = lethe("rotate-key")
    assert ran.code == 0
    agency = ready_agency(home_environment)
    assert agency.keys.reference_key_ids() == ["k0001", "k0002"]
    assert agency.ledger.reference("object", "a", "b") != before
    assert before in agency.ledger.references("object", "a", "b")
    (line,) = agency.ledger.entries(event="key_rotated")
    assert (line.reference, line.details) == ("k0002", {"before": "k0001"})


def test_rotate_key_makes_no_first_key(lethe, environment):
    lethe("upgrade-db")
    shutil.rmtree(environment / ".lethe/keys/reference")
    ran = lethe("rotate-key")
    assert ran.code == 1
    assert not (environment / ".lethe/keys/reference").exists()


def test_home_and_configuration_default_to_the_current_folder(environment, config_folder, monkeypatch):
    shutil.copytree(config_folder, environment / "config")
    monkeypatch.chdir(environment)
    agency = agency_from_environment({})
    assert agency.home == environment.resolve()
    assert agency.settings.agency.name
    with pytest.raises(LetheError):
        agency.connection("lethe_research")
