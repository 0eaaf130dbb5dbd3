"""Airflow's own processes: started, waited for, and stopped so that none is left."""

import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from lethe.demo.processes import RUN, started_by
from lethe.demo.site import Site
from lethe.errors import LetheError

COMPONENTS = {
    "api-server": ("api-server", "--host", "127.0.0.1", "--workers", "1"),
    "dag-processor": ("dag-processor",),
    "scheduler": ("scheduler", "--skip-serve-logs"),
    "triggerer": ("triggerer", "--skip-serve-logs"),
}
STOP_WITHIN = 20.0
"""Seconds a process gets to end by itself."""


def run_airflow(site: Site, *arguments: str) -> None:
    """Run one `airflow` command to its end; its output is kept under the demo's folder."""
    with _log(site, arguments[0]).open("ab") as log:
        done = subprocess.run(
            [sys.executable, "-m", "airflow", *arguments],
            env=site.environment,
            cwd=site.home,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        raise LetheError(f"`airflow {' '.join(arguments)}` failed; see {_log(site, arguments[0])}")


@contextmanager
def running(site: Site) -> Iterator[Callable[[], None]]:
    """Airflow's components while the block runs; afterwards all of them, and what they started, are gone.

    Gives a check that raises, naming the log, when one of them has died.
    """
    processes: dict[str, subprocess.Popen[bytes]] = {}
    run = secrets.token_hex(8)

    def require_alive() -> None:
        for name, process in processes.items():
            if process.poll() is not None:
                raise LetheError(f"Airflow's {name} has stopped; see {_log(site, name)}")

    try:
        for name, arguments in COMPONENTS.items():
            port = ("--port", str(site.port)) if name == "api-server" else ()
            with _log(site, name).open("ab") as log:
                processes[name] = subprocess.Popen(
                    [sys.executable, "-m", "airflow", *arguments, *port],
                    env={**site.environment, RUN: run},
                    cwd=site.home,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    # A Ctrl-C is for us: we stop them in order.
                    start_new_session=True,
                )
        yield require_alive
    finally:
        _stop(list(processes.values()), run)


def _stop(processes: list[subprocess.Popen[bytes]], run: str) -> None:
    for process in reversed(processes):
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
    until = time.monotonic() + STOP_WITHIN
    for process in processes:
        try:
            process.wait(timeout=max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    # Workers and task supervisors outlive who started them, and one may start another while it ends.
    sessions = {process.pid for process in processes}
    for number in (signal.SIGTERM, signal.SIGKILL):
        left = started_by(run, sessions)
        for child in left:
            _signal(child, number)
        psutil.wait_procs(left, timeout=5)


def _signal(process: psutil.Process, number: int) -> None:
    try:
        process.send_signal(number)
    except psutil.NoSuchProcess:
        return


def _log(site: Site, name: str) -> Path:
    folder = site.home / "airflow" / "components"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.log"
