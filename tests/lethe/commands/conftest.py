"""The `lethe` command as a person runs it, and the shipped agency found through the environment.

`lethe`       runs a command line in this process and gives its exit code, stdout and stderr
`environment` LETHE_HOME and connections for folder stores and SQLite under tmp_path; nothing is set up yet
`at_work`     the same with an agency that is set up: something due, something overdue, something undated
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from lethe.agency import Agency
from lethe.cli import main
from lethe.research import schema


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """Both streams."""
        return self.out + self.err


@pytest.fixture
def lethe(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run(*arguments: object) -> Ran:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def environment(tmp_path: Path, config_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of local state."""
    storage = json.dumps({"conn_type": "fs", "extra": {"path": str(tmp_path / "buckets")}})
    monkeypatch.setenv("LETHE_HOME", str(tmp_path))
    monkeypatch.setenv("LETHE_CONFIG", str(config_folder))
    for name in ("RESEARCH", "LEDGER"):
        place = {"conn_type": "sqlite", "host": str(tmp_path / f"{name.lower()}.sqlite")}
        monkeypatch.setenv(f"AIRFLOW_CONN_LETHE_{name}", json.dumps(place))
    platform = {"conn_type": "sqlite", "host": str(tmp_path / "platform.sqlite")}
    monkeypatch.setenv("AIRFLOW_CONN_LETHE_SURVEY_PLATFORM", json.dumps(platform))
    monkeypatch.setenv("AIRFLOW_CONN_LETHE_STORAGE", storage)
    monkeypatch.setenv("AIRFLOW_CONN_LETHE_STORAGE_READER", storage)
    return tmp_path


@pytest.fixture
def at_work(agency: Agency, environment: Path, clock: Callable[[], datetime]):  # type: ignore[no-untyped-def]
    """Recordings of four sessions of one study: due today, overdue, not due yet, undated; one of no session."""
    today = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    sessions = {
        "s-due": datetime(2026, 5, 24, 9, 0, tzinfo=UTC),
        "s-late": datetime(2026, 5, 20, 9, 0, tzinfo=UTC),
        "s-new": today - timedelta(days=30),
        "s-undated": None,
    }
    for store_id in agency.settings.places.stores:
        agency.store(store_id).create()  # type: ignore[attr-defined]  # all of them are folders
    store = agency.store("sessions")
    with agency.research.begin() as connection:
        for session_id, started_at in sessions.items():
            row = {"session_id": session_id, "study_id": "banking-app", "started_at": started_at, "language": "en"}
            connection.execute(schema.session.insert(), [row])
    for session_id in (*sessions, "s-nobody"):
        store.put(f"banking-app/{session_id}/Maeve Okonjo.mp4", session_id.encode())
    with time_machine.travel(clock(), tick=False):
        yield agency
