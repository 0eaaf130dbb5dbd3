"""A small agency with something due, overdue, not yet due, undated and unknown under every rule."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from lethe.agency import Agency
from lethe.connectors.s3 import S3Store
from lethe.connectors.sql import engine_from
from lethe.ledger import schema as ledger_schema
from lethe.ledger.recipients import RecipientCopy, all_copies, register_copies
from lethe.research import schema
from lethe.retention import Certified, certify_plan, delete_batch, freeze_plan, verify_plan

PEOPLE = ("Siobhan Farrell", "siobhan.farrell@example.org")
"""Canaries: in keys, bytes and answers, and never in a certificate, a ledger line or an error."""


@dataclass
class World:
    """What is held, and the steps of a run. `agency` is on noon of 24 November 2026."""

    agency: Agency

    def session(self, session_id: str, started_at: str | None, study_id: str = "banking-app") -> None:
        row = {
            "session_id": session_id,
            "study_id": study_id,
            "started_at": datetime.fromisoformat(started_at) if started_at else None,
            "language": "en",
        }
        with self.agency.research.begin() as connection:
            connection.execute(schema.session.insert(), [row])

    def redate(self, session_id: str, started_at: str | None) -> None:
        at = datetime.fromisoformat(started_at) if started_at else None
        with self.agency.research.begin() as connection:
            connection.execute(
                schema.session.update().where(schema.session.c.session_id == session_id).values(started_at=at)
            )

    def put(self, key: str, store_id: str = "sessions", times: int = 1) -> None:
        for number in range(times):
            self.agency.store(store_id).put(key, f"{PEOPLE[0]} said {number}".encode())

    def asset(self, key: str, session_id: str, kind: str) -> None:
        row = {
            "asset_id": "a-" + hashlib.sha256(key.encode()).hexdigest()[:8],
            "session_id": session_id,
            "kind": kind,
            "store_id": "sessions",
            "key": key,
            "sha256": "0" * 64,
            "pulled_at": self.agency.now(),
        }
        with self.agency.research.begin() as connection:
            connection.execute(schema.asset.insert(), [row])

    def answer(self, response_id: str, answered_at: str | None, study_id: str = "banking-app") -> None:
        row = {
            "response_id": response_id,
            "study_id": study_id,
            "participant_id": "p-1",
            "answered_at": datetime.fromisoformat(answered_at) if answered_at else None,
            "answers": {"comment": f"I am {PEOPLE[0]}"},
            "source_id": "banking-app-survey",
            "source_ref": f"{response_id}/{PEOPLE[1]}",
        }
        with self.agency.research.begin() as connection:
            connection.execute(schema.survey_response.insert(), [row])

    def platform_row(self, row_id: str, at: str | None) -> None:
        spec = self.agency.settings.places.tables["banking-app-platform"]
        with engine_from(self.agency.connection(spec.connection)).begin() as connection:
            names = f"{spec.columns.id}, {spec.columns.answered_at}, comment"
            connection.exec_driver_sql(
                f"INSERT INTO {spec.table} ({names}) VALUES (?, ?, ?)",  # noqa: S608 (names from our own config)
                (row_id, at, PEOPLE[1]),
            )

    def copy(self, key: str, due: str, kind: str = "transcript", *, store_id: str = "brightwell") -> None:
        self.put(key, store_id)
        copy = RecipientCopy(
            copy_id=hashlib.sha256(f"{store_id}/{key}".encode()).hexdigest()[:20],
            export_id="e-1",
            study_id="banking-app",
            client_id=store_id,
            store_id=store_id,
            key=key,
            version_id="v",
            sha256="0" * 64,
            size=1,
            kind=kind,
            clause="P4.2",
            due=date.fromisoformat(due),
            published_at=self.agency.now(),
        )
        register_copies(self.agency.ledger, [copy])

    def fill(self) -> "World":
        """Something of every standing, under every rule of sessions and answers."""
        self.session("s-1", "2026-05-24T10:00+01:00")
        self.session("s-10", "2026-05-25T10:00+01:00")
        self.session("s-2", "2026-03-01T10:00+00:00")
        self.session("s-3", None)
        for session_id in ("s-1", "s-10", "s-2", "s-3"):
            for name in ("talk.wav", "talk.vtt", "Siobhan Farrell's notes é 100%.vtt"):
                self.put(f"banking-app/{session_id}/{name}", times=2)
        self.put("banking-app/s-9/unknown session.wav")
        self.put("loose.vtt")
        self.put("elsewhere/mapped.bin")
        self.asset("elsewhere/mapped.bin", "s-2", "recording")
        for response_id, at in (("r-1", "2025-11-24T10:00+00:00"), ("r-10", "2025-11-25T10:00+00:00"), ("r-3", None)):
            self.answer(response_id, at)
        for row_id, at in (("o'neill", "2025-11-24 10:00:00"), ("w-2", "2025-11-25 00:30:00"), ("w-3", None)):
            self.platform_row(row_id, at)
        self.copy("banking-app/e-1/transcript-1.vtt", "2026-11-24")
        self.copy("banking-app/e-1/transcript-1.vtt.bak", "2026-11-25")
        self.copy("banking-app/e-1/answers.csv", "2026-11-20", "survey")
        self.copy("banking-app/e-1/manifest.json", "2026-12-24", "manifest")
        self.put("theirs/report.pdf", "brightwell")
        return self

    def with_rules(self, rules: dict[str, Any]) -> None:
        """The same agency, its rules changed."""
        retention = self.agency.settings.retention.model_copy(update={"rules": rules})
        object.__setattr__(self.agency, "settings", self.agency.settings.model_copy(update={"retention": retention}))

    def take_guards_away(self) -> None:
        """What somebody does first who owns the ledger's database and wants to change it."""
        with self.agency.ledger.engine.begin() as connection:
            named = sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for guard in connection.execute(named).scalars().all():
                connection.execute(sa.text(f"DROP TRIGGER {guard}"))

    def freeze(self, rule_id: str, run_id: str = "run-1") -> str:
        return freeze_plan(self.agency, rule_id, run_id=run_id).plan_id

    def delete(self, plan_id: str) -> None:
        from lethe.retention import load_plan

        for batch in load_plan(self.agency, plan_id).batches:
            delete_batch(self.agency, plan_id, batch)

    def run(self, rule_id: str, run_id: str = "run-1") -> Certified | None:
        """All the steps of one run, as the DAG's tasks take them."""
        plan_id = self.freeze(rule_id, run_id)
        self.delete(plan_id)
        verify_plan(self.agency, plan_id)
        return certify_plan(self.agency, plan_id)

    def certificate(self, certified: Certified | None) -> dict[str, Any]:
        assert certified is not None
        return json.loads(self.agency.store(certified.store_id).read(certified.key))  # type: ignore[no-any-return]

    def lines(self, scope: str) -> list[tuple[str, str, str]]:
        return sorted((line.event, line.reference, line.outcome) for line in self.agency.ledger.entries(scope=scope))

    def held(self) -> dict[tuple[str, str], str]:
        """A digest of every object version, upload, row and register line that there is, by place and name."""
        found: dict[tuple[str, str], str] = {}

        def add(place: str, name: str, value: object) -> None:
            digest = hashlib.sha256(repr(value).encode()).hexdigest()
            found[place, name] = hashlib.sha256((found.get((place, name), "") + digest).encode()).hexdigest()

        for store_id in self.agency.settings.places.stores:
            if store_id == "evidence":
                continue
            store = self.agency.store(store_id)
            for version in store.list_versions():
                content = b"" if version.is_delete_marker else store.read(version.key, version_id=version.version_id)
                add(store_id, version.key, (version.version_id, version.is_delete_marker, content))
            for upload in store.list_uploads():
                add(store_id, upload.key, upload.upload_id)
        with self.agency.research.connect() as connection:
            for name, table in schema.metadata.tables.items():
                for row in connection.execute(sa.select(table)):
                    add(name, str(row[0]), tuple(row))
        spec = self.agency.settings.places.tables["banking-app-platform"]
        with engine_from(self.agency.connection(spec.connection)).connect() as connection:
            for row in connection.exec_driver_sql(f"SELECT * FROM {spec.table}"):  # noqa: S608 (a name of our own config)
                add("platform", str(row[0]), tuple(row))
        for copy in all_copies(self.agency.ledger):
            add("register", copy.key, copy)
        return found

    def plan_items(self) -> int:
        with self.agency.ledger.engine.connect() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(ledger_schema.plan_item)).scalar_one()


@pytest.fixture
def world(agency: Agency) -> World:
    """The agency on folders and SQLite, with nothing in it yet."""
    return World(agency)


@pytest.fixture
def s3_world(s3_agency: Agency) -> World:
    """The agency on S3, with nothing in it yet."""
    return World(s3_agency)


@pytest.fixture(params=["folder", "s3"])
def each_world(request: pytest.FixtureRequest) -> World:
    """The agency on folders and on S3 in turn, with nothing in it yet."""
    return World(request.getfixturevalue("agency" if request.param == "folder" else "s3_agency"))


@pytest.fixture
def add_versions() -> Callable[[World, str], None]:
    """Where the store keeps versions: a delete marker on top, as a plain delete leaves it."""

    def add(world: World, key: str) -> None:
        store = world.agency.store("sessions")
        if isinstance(store, S3Store):
            store.client.delete_object(Bucket=store.bucket, Key=store.prefix + key)

    return add
