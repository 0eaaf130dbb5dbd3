"""Stopping the demo's processes: whatever they started, whatever became of their environment, and nobody else's."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from lethe.demo import components
from lethe.demo.processes import is_of_airflow
from lethe.demo.site import Site
from lethe.errors import LetheError

PROJECT = Path(__file__).resolve().parents[3]
# Stands where Airflow would be found: a component with a child that knows nothing of the demo and one that left its
# session; both outlive it.
COMPONENT = """
import os, pathlib, subprocess, sys, time
sleeping = [sys.executable, "-S", "-c", "import time; time.sleep(600)"]
blank = subprocess.Popen(sleeping, env={})
apart = subprocess.Popen(sleeping, start_new_session=True)
pathlib.Path("children~").write_text(f"{blank.pid} {apart.pid}")
os.rename("children~", "children")
time.sleep(600)
"""
SLEEPING = (sys.executable, "-S", "-c", "import time; time.sleep(600)")
AIRFLOW = (sys.executable, "-m", "airflow", "dags", "list")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A demo whose Airflow is a single made-up component."""
    (tmp_path / "found" / "airflow").mkdir(parents=True)
    (tmp_path / "found" / "airflow" / "__init__.py").touch()
    (tmp_path / "found" / "airflow" / "__main__.py").write_text(COMPONENT)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "found"))
    monkeypatch.setattr(components, "COMPONENTS", {"scheduler": ("scheduler",)})
    site = Site(tmp_path / "home", PROJECT, port=0)
    site.lay_out()
    return site


@contextmanager
def elsewhere(command: tuple[str, ...], environment: Mapping[str, str], folder: Path) -> Iterator[psutil.Process]:
    """A process in a session of its own."""
    process = subprocess.Popen(command, env=environment, cwd=folder, start_new_session=True)
    try:
        yield psutil.Process(process.pid)
    finally:
        os.killpg(process.pid, 9)
        process.wait()


def children_of(folder: Path) -> list[psutil.Process]:
    """Those of the made-up component, once it has them."""
    told = folder / "children"
    until = time.monotonic() + 60
    while not told.is_file() and time.monotonic() < until:
        time.sleep(0.05)
    return [psutil.Process(int(number)) for number in told.read_text().split()]


def is_gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def sourced(site: Site) -> dict[str, str]:
    """The environment of a shell that sourced the demo's file, as far as such a file gives it."""
    written = site.write_environment_file().read_text()
    assert components.RUN not in written
    return {**os.environ, **{name: value for name, value in site.environment.items() if f"export {name}=" in written}}


def test_what_a_component_started_is_gone_with_it(site: Site) -> None:
    with components.running(site):
        blank, apart = children_of(site.home)
        assert blank.environ() == {}
        assert os.getsid(apart.pid) == apart.pid
    assert is_gone(blank)
    assert is_gone(apart)


def test_what_a_user_started_in_the_demos_environment_is_left_alone(site: Site, tmp_path: Path) -> None:
    environment = sourced(site)
    with elsewhere(SLEEPING, environment, tmp_path) as shell, elsewhere(AIRFLOW, environment, tmp_path) as airflow:
        theirs = [shell, airflow, *children_of(tmp_path)]
        with components.running(site):
            children_of(site.home)
        left = [process for process in theirs if not is_gone(process)]
        theirs[-1].kill()
    assert left == theirs


def test_a_folder_that_airflow_works_on_is_not_emptied(site: Site) -> None:
    with components.running(site):
        children_of(site.home)
        with pytest.raises(LetheError) as refused:
            Site(site.home, PROJECT, port=0).lay_out()
    said = str(refused.value)
    assert said.startswith(f"a demo still runs in {site.home}. Stop it first (Ctrl-C where it was started, or `kill ")
    assert said.endswith("`), or name another folder with --home. Nothing was touched")
    assert (site.home / "children").is_file()
    site.lay_out()
    assert not (site.home / "children").exists()


def test_a_folder_that_another_demo_has_just_made_is_not_emptied(site: Site, tmp_path: Path) -> None:
    laying_out = (
        "import pathlib, sys, time; from lethe.demo.site import Site; home = pathlib.Path(sys.argv[1]); "
        "Site(home, home, 0).lay_out(); (home / 'made').touch(); time.sleep(600)"
    )
    home = tmp_path / "other"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with elsewhere((sys.executable, "-c", laying_out, str(home)), environment, tmp_path) as other:
        until = time.monotonic() + 60
        while not (home / "made").is_file() and time.monotonic() < until:
            time.sleep(0.05)
        with pytest.raises(LetheError, match=rf"`kill {other.pid}`"):
            Site(home, PROJECT, port=0).lay_out()
        assert (home / "made").is_file()
    Site(home, PROJECT, port=0).lay_out()
    assert not (home / "made").exists()


def test_a_shell_that_sourced_the_environment_forbids_no_demo(site: Site, tmp_path: Path) -> None:
    with elsewhere(SLEEPING, sourced(site), tmp_path) as theirs:
        site.lay_out()
        assert not is_gone(theirs)


@pytest.mark.parametrize("mark", ["", f"{os.getppid()} 1.5", "1 x", "x"])
def test_a_mark_of_nobody_alive_forbids_no_demo(site: Site, mark: str) -> None:
    (site.home / ".fernhollow").write_text(mark)
    site.lay_out()


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["/opt/bin/python", "-m", "airflow", "scheduler"], True),
        (["python3.12", "-m", "lethe.demo", "--up"], True),
        (["/opt/bin/python", "/opt/bin/airflow", "dags", "list"], True),
        (["airflow worker -- LocalExecutor: <idle>"], True),
        (["airflow api_server -- host:127.0.0.1 port:8080"], True),
        (["/opt/bin/python", "/opt/bin/lethe", "status"], False),
        (["/opt/bin/python", "-m", "pytest", "airflow"], False),
        (["bash"], False),
        (["less", "/home/rita/airflow/notes"], False),
        (["python", "-m"], False),
        ([], False),
    ],
)
def test_which_commands_are_airflows(command: list[str], expected: bool) -> None:
    assert is_of_airflow(command) == expected
