"""What the network watch of a run wrote: the processes it was loaded in, and what they would have reached."""

import os
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "network_watch"
FOR_A_TASK = ("ActivitySubprocess.start", "_child_exec_main")
"""Where Airflow's supervisor makes the process of a task: by a fork, or a fork and an exec."""


@dataclass(frozen=True)
class Watched:
    """A line for each process, and one for each name looked up or address sent to beyond this machine."""

    processes: list[str]
    reached: list[str]

    @classmethod
    def read(cls, folder: Path) -> "Watched":
        """What lies in a folder; FileNotFoundError where the watch was loaded nowhere."""
        reached = folder / "reached.log"
        return cls(
            (folder / "loaded.log").read_text().splitlines(),
            reached.read_text().splitlines() if reached.exists() else [],
        )

    @property
    def tasks(self) -> list[str]:
        """The processes that run a task."""
        return [line for line in self.processes if any(mark in line for mark in FOR_A_TASK)]


def watched_environment(environment: dict[str, str], folder: Path) -> dict[str, str]:
    """An environment in which every Python process is watched, and writes into that folder."""
    path = os.pathsep.join(filter(None, (str(FOLDER), environment.get("PYTHONPATH", ""))))
    return environment | {"PYTHONPATH": path, "NETWORK_WATCH": str(folder)}
