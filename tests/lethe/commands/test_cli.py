"""The `lethe` command itself: quick to answer, honest exit codes, nothing of a person in an error."""

import subprocess
import sys

import pytest

from lethe import cli
from lethe.commands import plan

HEAVY = (
    "pydantic",
    "yaml",
    "pandas",
    "sqlalchemy",
    "boto3",
    "botocore",
    "alembic",
    "spacy",
    "presidio_analyzer",
    "airflow",
    "cryptography",
)


def test_help_lists_every_command_and_imports_nothing_heavy():
    script = (
        "import sys; from lethe.cli import main; code = main(['--help']); "
        f"print('HEAVY', [name for name in {HEAVY!r} if name in sys.modules], code)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "HEAVY [] 0" in ran.stdout
    for name in (
        "anonymise",
        "check",
        "plan",
        "status",
        "verify",
        "certificate",
        "ledger",
        "upgrade-db",
        "rotate-key",
        "public-key",
    ):
        assert name in ran.stdout


def test_verify_does_not_import_an_object_stores_client():
    script = "import sys, lethe.commands.trust, lethe.retention.certificate; print('boto3' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["plan", "--nonsense"], ["anonymise", "a"], ["ledger"]])
def test_wrong_usage_ends_with_2(lethe, arguments):
    assert lethe(*arguments).code == 2


def test_every_command_answers_to_help(lethe):
    names = list(cli.parser()._subparsers._group_actions[0].choices)
    assert len(names) == len(cli.COMMANDS)
    for name in names:
        ran = lethe(name, "--help")
        assert ran.code == 0
        assert ran.out.startswith(f"usage: lethe {name}")


def test_an_unexpected_error_is_told_by_its_type_and_never_by_its_text(lethe, monkeypatch):
    def fail(_arguments):
        raise ValueError("Maeve Okonjo <maeve@example.com>")

    monkeypatch.setattr(plan, "run", fail)
    ran = lethe("plan")
    assert ran.code == 1
    assert ran.err.startswith("lethe: unexpected ValueError")
    assert "report it" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert "Okonjo" not in ran.text


@pytest.mark.parametrize("arguments", [["--debug", "plan"], ["plan", "--debug"]])
def test_debug_shows_the_traceback_wherever_it_stands(lethe, monkeypatch, arguments):
    def fail(_arguments):
        raise ValueError("what happened")

    monkeypatch.setattr(plan, "run", fail)
    ran = lethe(*arguments)
    assert ran.code == 1
    assert "Traceback" in ran.err
    assert "ValueError: what happened" in ran.err


def test_the_keyboard_stops_a_command_with_130(lethe, monkeypatch):
    def stop(_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(plan, "run", stop)
    assert lethe("plan").code == 130


def test_a_configuration_with_mistakes_is_told_one_line_a_problem(lethe, environment, monkeypatch, tmp_path):
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("LETHE_CONFIG", str(tmp_path / "empty"))
    ran = lethe("status")
    assert ran.code == 1
    assert len(ran.err.splitlines()) > 1
    assert all(line.startswith("lethe: ") for line in ran.err.splitlines())
