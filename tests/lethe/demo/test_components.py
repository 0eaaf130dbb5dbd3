"""Stopping the demo's processes: whatever they started, and whatever they made of their environment."""

import time
from pathlib import Path

import psutil
import pytest

from lethe.demo import components
from lethe.demo.site import Site

PROJECT = Path(__file__).resolve().parents[3]
# Stands where Airflow would be found: a component whose child knows nothing of the demo and outlives it.
COMPONENT = """
import pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(600)"], env={})
pathlib.Path("child").write_text(str(child.pid))
time.sleep(600)
"""


def test_worker_that_lost_its_environment_is_gone_with_its_component(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "found" / "airflow").mkdir(parents=True)
    (tmp_path / "found" / "airflow" / "__init__.py").touch()
    (tmp_path / "found" / "airflow" / "__main__.py").write_text(COMPONENT)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "found"))
    monkeypatch.setattr(components, "COMPONENTS", {"scheduler": ("scheduler",)})
    site = Site(tmp_path / "home", PROJECT, port=0)
    site.home.mkdir()
    told = site.home / "child"
    with components.running(site) as require_alive:
        until = time.monotonic() + 30
        while not (told.is_file() and told.read_text()) and time.monotonic() < until:
            require_alive()
            time.sleep(0.05)
        child = psutil.Process(int(told.read_text()))
        assert child.environ() == {}
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
