"""`lethe check`: every problem or a summary, quickly, with nothing touched."""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lethe.commands import check
from lethe.settings import load_settings
from lethe.settings.schemas import SCHEMAS, schema_text


@pytest.fixture
def config(config_folder: Path, tmp_path: Path) -> Path:
    """A copy of the shipped configuration."""
    return Path(shutil.copytree(config_folder, tmp_path / "config"))


def ran(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    check.register(parser.add_subparsers())
    parsed = parser.parse_args(["check", *arguments])
    assert parsed.run is check.run
    return check.run(parsed)


def test_a_sound_configuration_is_summed_up(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("--config", str(config)) == 0
    out = [line.strip() for line in capsys.readouterr().out.split("\n")]
    assert out[:2] == ["Fernhollow Research, Europe/London", "Names are looked for by embedded"]
    assert [line for line in out if line in {"Studies", "Clients", "Stores", "Tables", "Sources", "Rules"}] == [
        "Studies",
        "Clients",
        "Stores",
        "Tables",
        "Sources",
        "Rules",
    ]
    rules = out[out.index("Rules") + 1 :]
    assert rules == [
        "recordings      P4.2  6 calendar months from the session  in sessions, and at clients",
        "transcripts     P4.2  6 calendar months from the session  in sessions, and at clients",
        "survey-answers  P4.3  12 calendar months from the answer  in research, banking-app-platform, and at clients",
        "staged-exports  P4.5  14 days from the export             in staging",
        "quarantine      P4.2  14 days from being set aside        in quarantine",
        "",
    ]
    assert "banking-app       for brightwell    in en          careful  8 survey columns" in out
    orchard = "orchard-lane  in store orchard-lane  asked by rita        approved by omar, never by the one who asked"
    assert any(line.startswith(orchard) and line.endswith("  keeps copies, 1 told") for line in out)


def test_problems_are_printed_and_end_with_1(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file, old, new in (("agency.yaml", "name:", "nmae:"), ("sources.yaml", "to: sessions", "to: staging")):
        path = config / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert ran("--config", str(config)) == 1
    assert capsys.readouterr().out.split("\n") == [
        "config/agency.yaml, line 3: unknown key 'nmae'. Did you mean 'name'?",
        "config/sources.yaml, line 7, source 'session-files': store 'staging' has the role 'staging'; session files "
        "are moved to a 'raw' store",
        "",
        "2 problems. Nothing was started or changed.",
        "",
    ]


ENGINES = """nlp_engines:
  - engine: embedded
  - engine: stanza
    models: {en: en}
  - engine: spacy
    models:
      en: en_no_such_model
      de: FOLDER
"""


def test_engines_and_models_that_are_not_installed_are_told_with_what_installs_them(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = config / "anonymisation.yaml"
    engines = ENGINES.replace("FOLDER", str(tmp_path))
    path.write_text(path.read_text("utf-8").replace("nlp_engines:\n  - engine: embedded\n", engines), "utf-8")
    first = path.read_text("utf-8").split("\n").index("  - engine: stanza") + 1
    # The rest of the product goes on working: what deletes needs no model.
    load_settings(config)
    assert ran("--config", str(config)) == 1
    assert capsys.readouterr().out.split("\n") == [
        f"config/anonymisation.yaml, line {first}: the engine 'stanza' is not installed here: "
        "pip install 'presidio-analyzer[stanza]'",
        f"config/anonymisation.yaml, line {first + 4}: the model 'en_no_such_model' of the engine 'spacy' is not here: "
        "python -m spacy download en_no_such_model",
        "",
        "2 problems. Nothing was started or changed.",
        "",
    ]


def test_engines_are_not_asked_for_where_the_layer_is_left_out(config: Path) -> None:
    path = config / "anonymisation.yaml"
    text = path.read_text("utf-8").replace("nlp_engines:\n  - engine: embedded\n", ENGINES.replace("FOLDER", "x"))
    path.write_text(text.replace(" model,", "").replace("mode: careful", "mode: normal"), "utf-8")
    assert ran("--config", str(config)) == 0


def test_one_problem_is_counted_as_one(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (config / "clients.yaml").unlink()
    monkeypatch.setenv("LETHE_CONFIG", str(config))
    assert ran() == 1
    assert capsys.readouterr().out.startswith(
        "config/clients.yaml: this file is missing\n\n1 problem. Nothing was started or changed.\n"
    )


@pytest.mark.parametrize("how", ["LETHE_CONFIG", "LETHE_HOME", "here"])
def test_the_folder_is_found_by_itself(how: str, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LETHE_CONFIG", "LETHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    if how == "here":
        monkeypatch.chdir(config.parent)
    else:
        monkeypatch.setenv(how, str(config if how == "LETHE_CONFIG" else config.parent))
    assert ran() == 0


def test_schemas_are_written_beside_the_configuration(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(config / "schemas")
    assert ran("--config", str(config), "--write-schemas") == 0
    assert capsys.readouterr().out == "wrote 7 schemas to config/schemas\n"
    assert {path.name: path.read_text("utf-8") for path in (config / "schemas").iterdir()} == {
        f"{name}.json": schema_text(name) for name in SCHEMAS
    }


def test_schemas_are_not_written_where_no_configuration_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("--config", str(tmp_path / "nowhere"), "--write-schemas") == 1
    assert capsys.readouterr().out == "nowhere: there is no such folder; --config names another\n"
    assert not (tmp_path / "nowhere").exists()


def test_it_imports_nothing_heavy_and_is_quick(config: Path) -> None:
    heavy = ["airflow", "presidio_analyzer", "presidio_anonymizer", "spacy", "boto3", "pandas"]
    script = (
        "import sys; from lethe.cli import main; code = main(sys.argv[1:]); "
        f"print('HEAVY', sorted(set(sys.modules) & set({heavy!r}))); sys.exit(code)"
    )
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, "check", "--config", str(config)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ},
    )
    took = time.monotonic() - started
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("HEAVY []\n")
    # 0.5 s on an idle machine; the rest is for a busy one.
    assert took < 6, f"{took:.1f} s"
