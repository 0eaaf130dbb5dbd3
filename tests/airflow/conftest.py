"""One run of the whole demo, through real Airflow, for all tests of this folder."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.airflow.watching import watched_environment

PROJECT = Path(__file__).resolve().parents[2]
WITHIN = 600.0


@dataclass(frozen=True)
class FullRun:
    """What `make demo` left: its folder, output, exit code, and the folder in which its processes were watched."""

    home: Path
    exit_code: int
    output: str
    seconds: float
    watched: Path


@pytest.fixture(scope="session")
def full_run(tmp_path_factory: pytest.TempPathFactory) -> FullRun:
    """The demo, run once, with every Python process of it noting what it would connect to."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AIRFLOW")}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "lethe.demo", "--home", str(folder / "home")],
        cwd=PROJECT,
        env=watched_environment(environment, folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=WITHIN,
        check=False,
    )
    return FullRun(folder / "home", done.returncode, done.stdout, time.monotonic() - began, folder)
