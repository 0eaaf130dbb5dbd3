"""Who works on the demo's folder, and what one run of it has started: never a shell of the user's."""

import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import psutil

RUN = "LETHE_DEMO_RUN"
"""In the environment of what one run of Airflow's components started, and nowhere else: no file to source has it."""

MODULES = ("airflow", "lethe.demo")


def at_work(home: Path) -> list[psutil.Process]:
    """Airflow's processes and the demo's own that run in the environment of this folder.

    This process and those that started it are left out. A shell that sourced the demo's environment is none of them.
    """
    own = {os.getpid(), *(parent.pid for parent in psutil.Process().parents())}
    return _those(
        lambda process: (
            process.pid not in own
            and process.environ().get("LETHE_HOME") == str(home)
            and is_of_airflow(process.cmdline())
        )
    )


def started_by(run: str, sessions: Collection[int]) -> list[psutil.Process]:
    """Every process that a run of the components started: by its mark, or in one of their sessions.

    A worker may have written its title over its environment; the session that it was started in stays with it.
    """
    return _those(lambda process: os.getsid(process.pid) in sessions or process.environ().get(RUN) == run)


def is_of_airflow(command: Sequence[str]) -> bool:
    """Whether a command line is Airflow's or the demo's: a module run by Python, a script, or a worker's own title."""
    words = " ".join(command).split()
    if not words:
        return False
    if "-m" in words[:-1] and Path(words[0]).name.startswith("python"):
        return words[words.index("-m") + 1] in MODULES
    return "airflow" in (Path(word).name for word in words[:2])


def mark_of(process: psutil.Process) -> str:
    """A process as a text: its number comes again one day, the two together do not."""
    return f"{process.pid} {process.create_time()}"


def is_alive(mark: str) -> bool:
    """Whether another process of that mark is there, one that did not start this one."""
    number = mark.partition(" ")[0]
    try:
        process = psutil.Process(int(number))
        return (
            mark_of(process) == mark
            and process.status() != psutil.STATUS_ZOMBIE
            and process.pid != os.getpid()
            and process not in psutil.Process().parents()
        )
    except (psutil.Error, ValueError):
        return False


def _those(wanted: Callable[[psutil.Process], bool]) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            if wanted(process) and process.pid != os.getpid():
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found
