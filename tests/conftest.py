"""Fixtures for every test: an adjustable clock, and the project's own configuration as shipped."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.scheduling"]

ROOT = Path(__file__).resolve().parent.parent

# Two cores and temporary folders: a deadline would measure the machine, not the code.
settings.register_profile("lethe", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("lethe")


@dataclass
class Clock:
    """A clock that stands still until it is moved. Call it for the time, as an `Agency` does."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **parts: float) -> datetime:
        """Move on, by the arguments of `timedelta`; the new time."""
        self.now += timedelta(**parts)
        return self.now

    def at(self, *parts: int) -> datetime:
        """Set the time in UTC, by the arguments of `datetime`; the new time."""
        self.now = datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Noon UTC on 24 November 2026, adjustable."""
    return Clock(datetime(2026, 11, 24, 12, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def config_folder() -> Path:
    """The shipped `config/` folder."""
    return ROOT / "config"


@pytest.fixture(autouse=True)
def _no_credentials_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may reach a real account: AWS settings are replaced and Lethe's connections removed."""
    for name in list(os.environ):
        if name.startswith(("AWS_", "AIRFLOW_CONN_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-2")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
