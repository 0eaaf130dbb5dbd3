"""Drops with fictional people's names in their keys, and all that can be seen of a pull from outside."""

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa

from anonymizers.formats import Cue, Transcript, write_transcript
from lethe.agency import Agency
from lethe.connectors.sql import engine_from
from lethe.intake import Pulled, pull_survey_table, scan_inbox, take_session_files, take_survey_files
from lethe.research import schema
from tests.lethe import killing

NAMES = ("Siobhan", "Farrell", "Okonkwo", "Ngozi")
"""Canaries: in keys and contents, and nowhere that Airflow, a log or the ledger could show them."""

FILES = "session-files"
SURVEYS = "survey-files"
TABLE = "banking-app-survey"
SPOKEN = Transcript("vtt", (Cue("It is Siobhan Farrell here.", "Siobhan Farrell", 0, 1_500),))
WHISPER = {"text": " Hello.", "language": "en", "segments": [{"start": 0.0, "end": 1.2, "text": " Hello, Siobhan."}]}
TRANSCRIBE = {
    "jobName": "Siobhan Farrell",
    "results": {
        "items": [
            {"type": "pronunciation", "start_time": "0", "end_time": "1", "alternatives": [{"content": "Siobhan"}]},
        ]
    },
}
TRANSCRIPTS = {
    ".vtt": write_transcript(SPOKEN, "vtt")[0],
    ".srt": write_transcript(SPOKEN, "srt")[0],
    ".txt": write_transcript(SPOKEN, "otter")[0],
    ".docx": write_transcript(SPOKEN, "docx")[0],
    ".transcribe.json": json.dumps(TRANSCRIBE).encode(),
    ".whisper.json": json.dumps(WHISPER).encode(),
}


@dataclass
class World:
    """One agency, its drops, and the steps of a pull as the DAG takes them."""

    agency: Agency

    def session(self, session_id: str, started_at: str | None, study_id: str = "banking-app") -> None:
        at = datetime.fromisoformat(started_at) if started_at else None
        row = {"session_id": session_id, "study_id": study_id, "started_at": at, "language": "en"}
        with self.agency.research.begin() as connection:
            connection.execute(schema.session.insert(), [row])

    def drop(self, key: str, data: bytes, store_id: str = "session-inbox") -> None:
        self.agency.store(store_id).put(key, data)

    def pull(self, source_id: str = FILES, ids: Sequence[str] | None = None) -> Pulled:
        ids = scan_inbox(self.agency, source_id) if ids is None else ids
        take = take_session_files if source_id == FILES else take_survey_files
        return take(self.agency, source_id, ids)

    def pull_table(self) -> Pulled:
        return pull_survey_table(self.agency, TABLE)

    def keys(self, store_id: str) -> list[str]:
        """Every key with any version or marker at all."""
        return sorted({version.key for version in self.agency.store(store_id).list_versions()})

    def contents(self, store_id: str) -> list[bytes]:
        store = self.agency.store(store_id)
        return sorted(store.read(version.key) for version in store.list_objects())

    def rows(self, table: sa.Table) -> list[Any]:
        with self.agency.research.connect() as connection:
            return list(connection.execute(sa.select(table).order_by(table.c[0])).mappings())

    def answers(self) -> list[tuple[str, str, str, Any]]:
        rows = self.rows(schema.survey_response)
        return sorted((r["study_id"], r["participant_id"], r["answered_at"].isoformat(), r["answers"]) for r in rows)

    def reasons(self) -> dict[str, str]:
        """Why each file lies in quarantine, by the name it was dropped under."""
        return {row["original_name"]: row["reason"] for row in self.rows(schema.quarantined)}

    def lines(self) -> list[tuple[str, str, str, str]]:
        return sorted((line.event, line.scope, line.reference, line.outcome) for line in self.agency.ledger.entries())

    def platform(self, *rows: tuple[str, str | None, str | None, str]) -> None:
        """Put rows (id, participant, local time, comment) on the survey platform; one that is there is replaced."""
        spec = self.agency.settings.places.tables["banking-app-platform"]
        names = f"{spec.columns.id}, {spec.columns.participant}, {spec.columns.answered_at}, comment"
        with engine_from(self.agency.connection(spec.connection)).begin() as connection:
            for row in rows:
                connection.exec_driver_sql(
                    f"INSERT OR REPLACE INTO {spec.table} ({names}) VALUES (?, ?, ?, ?)",  # noqa: S608 (our own config's names)
                    row,
                )


@pytest.fixture
def world(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> World:
    """The agency on folders, with two dated sessions and one that nobody has dated."""
    monkeypatch.setattr("os.fsync", lambda _: None)
    return _with_sessions(World(agency))


@pytest.fixture
def s3_world(s3_agency: Agency) -> World:
    """The same on versioned buckets."""
    return _with_sessions(World(s3_agency))


@pytest.fixture(params=["folder", "s3"])
def each_world(request: pytest.FixtureRequest) -> World:
    """The two in turn."""
    found: World = request.getfixturevalue("world" if request.param == "folder" else "s3_world")
    return found


def _with_sessions(world: World) -> World:
    world.session("s-1", "2026-09-01T10:00+01:00")
    world.session("s-2", "2026-10-01T10:00+01:00", "grocery-delivery")
    world.session("s-undated", None)
    return world


@pytest.fixture(autouse=True)
def nothing_said_of_a_person(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever a test does: no name reaches a log, not even at DEBUG."""
    with caplog.at_level(logging.DEBUG):
        yield
    said = " ".join(record.getMessage() for record in caplog.get_records("call")).lower()
    assert [name for name in NAMES if name.lower() in said] == []


@pytest.fixture
def transcripts() -> dict[str, bytes]:
    """One small transcript of each format, by the end of its file's name."""
    return TRANSCRIPTS


@pytest.fixture
def killed() -> type[BaseException]:
    """What `killed_at` raises."""
    return killing.Killed


@pytest.fixture
def killed_at() -> Callable[..., Any]:
    """Count every write to a store (before and after it) and to a database, and be killed at one of them."""
    return killing.killed_at


@pytest.fixture
def copies(world: World) -> Callable[[], World]:
    """The agency as it is at the first call, in a folder of its own each time: another process on the same state."""
    copy = killing.copies_of(world.agency)
    return lambda: World(copy())
