"""The sample agency built once a day and test run, on folders and SQLite, to be read and not changed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lethe.agency import Agency
from lethe.connectors.connection import parse_connection
from lethe.demo.agency import SampleAgency, build_sample_agency
from lethe.keystore import KeyStore
from lethe.migrate import upgrade
from lethe.settings.models import Settings


@dataclass(frozen=True)
class Built:
    """An agency at work, and what was planted in it."""

    agency: Agency
    sample: SampleAgency
    home: Path


MakeAgency = Callable[[date], Agency]
BuiltOn = Callable[[date], Built]


@pytest.fixture(scope="session")
def empty_agency(tmp_path_factory: pytest.TempPathFactory, shipped_settings: Settings) -> MakeAgency:
    """Makes an agency in a home of its own, early in the morning of a day, with nothing in it."""

    def make(day: date) -> Agency:
        home = tmp_path_factory.mktemp("home")
        now = datetime(day.year, day.month, day.day, 6, 30, tzinfo=ZoneInfo("Europe/London"))

        def connection(conn_id: str) -> str:
            if conn_id.startswith("lethe_storage"):
                return json.dumps({"conn_type": "fs", "extra": {"path": str(home / "buckets")}})
            return json.dumps({"conn_type": "sqlite", "host": str(home / f"{conn_id}.sqlite")})

        agency = Agency(
            shipped_settings, lambda: now, lambda conn_id: parse_connection(conn_id, connection(conn_id)), home
        )
        KeyStore.create(home / shipped_settings.agency.keys)
        upgrade(agency.research, "research")
        upgrade(agency.ledger.engine, "ledger")
        agency.create_folders()
        return agency

    return make


@pytest.fixture(scope="session")
def built_on(empty_agency: MakeAgency) -> BuiltOn:
    """Builds the sample agency as of a day; the same day gives the same one again."""
    known: dict[date, Built] = {}

    def built(day: date) -> Built:
        if day not in known:
            agency = empty_agency(day)
            known[day] = Built(agency, build_sample_agency(agency), agency.home)
        return known[day]

    return built
