"""Where the sample data lies: the drops, the raw store, the client's bucket, and the survey platform's table."""

import csv
import hashlib
import io
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from lethe.agency import Agency
from lethe.connectors.sql import engine_from
from lethe.demo.agency.cast import cast
from lethe.demo.agency.days import SESSION_MONTHS, due
from lethe.demo.agency.programme import Planned
from lethe.demo.agency.surveys import Answered, Dropped
from lethe.demo.agency.tools import HeldSession, hold
from lethe.ledger.recipients import RecipientCopy, register_copies

PLATFORM = "lethe_survey_platform"
INDEXED_FOLDER = "Tobias laptop"
STRAY_KEY = "from Thistlebrook/kitchen table call.vtt"
"""A file whose session nobody can tell."""
_SHARED_BANDS = ("due", "overdue", "kept")
_SHARED_AT_MOST = 12

_responses = sa.Table(
    "responses_banking_app",
    sa.MetaData(),
    sa.Column("response_id", sa.String(32), primary_key=True),
    sa.Column("participant_ref", sa.String(32), nullable=False),
    sa.Column("submitted_at", sa.DateTime, nullable=True),  # as the platform keeps it: local time, no zone
    sa.Column("age_band", sa.String(8)),
    sa.Column("device", sa.String(16)),
    sa.Column("ease", sa.Integer),
    sa.Column("trust", sa.Integer),
    sa.Column("nps", sa.Integer),
    sa.Column("comment", sa.Text),
    sa.Column("improve", sa.Text),
)


def platform_has_rows(agency: Agency) -> bool:
    """Whether the survey platform's table is there and holds answers."""
    engine = engine_from(agency.connection(PLATFORM))
    if not sa.inspect(engine).has_table(_responses.name):
        return False
    with engine.connect() as connection:
        return connection.execute(sa.select(_responses.c.response_id).limit(1)).first() is not None


def fill_platform(agency: Agency, answers: Sequence[Answered]) -> None:
    """Make the platform's table and put the answers in it."""
    engine = engine_from(agency.connection(PLATFORM))
    rows = [
        {
            "response_id": answer.ref,
            "participant_ref": answer.participant_id,
            "submitted_at": answer.at.replace(tzinfo=None) if answer.at else None,
            **answer.answers,
        }
        for answer in answers
    ]
    with engine.begin() as connection:
        _responses.create(connection, checkfirst=True)
        connection.execute(sa.insert(_responses), rows)
    engine.dispose()


def put_in_raw_store(agency: Agency, held: Sequence[HeldSession]) -> list[dict[str, Any]]:
    """Older sessions' files, under the keys that a pull would have given them; their asset rows."""
    store = agency.store("sessions")
    rows = []
    for session in held:
        planned = session.planned
        for kind, raw in (("transcript", session.transcript), ("recording", session.recording)):
            sha256 = hashlib.sha256(raw.data).hexdigest()
            asset_id = "a-" + hashlib.sha256(f"{planned.session_id}\n{sha256}".encode()).hexdigest()[:16]
            key = f"{planned.study_id}/{planned.session_id}/{asset_id}{raw.suffix}"
            store.put(key, raw.data)
            rows.append(
                {
                    "asset_id": asset_id,
                    "session_id": planned.session_id,
                    "kind": kind,
                    "store_id": "sessions",
                    "key": key,
                    "sha256": sha256,
                    "pulled_at": datetime.combine(planned.day, time(22, 5), tzinfo=UTC),
                }
            )
    return rows


def put_in_session_drop(agency: Agency, held: Sequence[HeldSession]) -> int:
    """Recent sessions' files as people dropped them, one that nobody can place among them; the number of files."""
    inbox = agency.store("session-inbox")
    index = io.StringIO(newline="")
    writer = csv.writer(index)
    writer.writerow(["file", "session_id"])
    for session in held:
        planned = session.planned
        indexed = planned.place == "indexed"
        folder = INDEXED_FOLDER if indexed else f"{planned.study_id}/{planned.session_id}"
        for raw in (session.transcript, session.recording):
            inbox.put(f"{folder}/{session.stem}{raw.suffix}", raw.data)
            if indexed:
                writer.writerow([f"{session.stem}{raw.suffix}", planned.session_id])
    inbox.put(f"{INDEXED_FOLDER}/index.csv", index.getvalue().encode())
    inbox.put(STRAY_KEY, hold(_stray(held[0].planned)).transcript.data)
    return 2 * len(held) + 1


def put_in_survey_drop(agency: Agency, files: Sequence[Dropped]) -> None:
    """The files of answers, as people dropped them."""
    inbox = agency.store("survey-inbox")
    for file in files:
        inbox.put(file.key, file.data)


def share_recordings(agency: Agency, held: Sequence[HeldSession]) -> list[RecipientCopy]:
    """Recordings that the client asked for long ago, in its bucket and in the register, each with its day (P4.2)."""
    store = agency.store("brightwell")
    shared = [
        session
        for band in _SHARED_BANDS
        for session in held
        if session.planned.band == band
        and agency.settings.studies[session.planned.study_id].client == "brightwell"
        and session.planned.listed
    ][:_SHARED_AT_MOST]
    copies = []
    for session in shared:
        planned, raw = session.planned, session.recording
        export_id = "x-" + hashlib.sha256(f"recordings of {planned.study_id}".encode()).hexdigest()[:16]
        name = f"recordings/{planned.session_id}{raw.suffix}"
        stored = store.put(f"{planned.study_id}/{export_id}/{name}", raw.data)
        copies.append(
            RecipientCopy(
                copy_id=f"{export_id}:{hashlib.sha256(name.encode()).hexdigest()[:16]}",
                export_id=export_id,
                study_id=planned.study_id,
                client_id="brightwell",
                store_id="brightwell",
                key=stored.key,
                version_id=stored.version_id,
                sha256=stored.sha256,
                size=stored.size,
                kind="recording",
                clause="P4.2",
                due=due(planned.day, SESSION_MONTHS),
                published_at=datetime.combine(planned.day + timedelta(days=3), time(16), tzinfo=UTC),
            )
        )
    register_copies(agency.ledger, copies)
    return copies


def _stray(like: Planned) -> Planned:
    """A session that was never put in the register: another person's, in the manner of a known one."""
    draw = random.Random("stray")  # noqa: S311 - sample data, no secret
    person = draw.choice(cast().participants[:20])
    seats = replace(like.seats, person=person)
    return replace(like, session_id="s-0000000000", seats=seats, tool="zoom", number=99, broken=False)
