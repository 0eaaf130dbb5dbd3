"""One study of two sessions and two answers, all of fictional people, and the steps of an export of it."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lethe.agency import Agency
from lethe.connectors.errors import ConnectorError
from lethe.connectors.folder import FolderStore
from lethe.connectors.s3 import S3Store
from lethe.keystore import KeyStore
from lethe.ledger.recipients import RecipientCopy, all_copies
from lethe.ledger.schema import candidate, export
from lethe.migrate import upgrade
from lethe.research import schema
from lethe.sharing import (
    Publication,
    Review,
    Selection,
    ask_approval,
    publish_export,
    record_decision,
    select_export,
)
from lethe.sharing.anonymisation import anonymise_batch
from lethe.sharing.review import review_export
from tests.lethe.killing import moved

STUDY = "banking-app"
DETAILS = ("Siobhan", "Farrell", "Okonkwo", "Ngozi", "Lindqvist", "siobhan.farrell@example.org", "900142", "p-1", "p-2")
"""Canaries: names, details and ids of the study's people."""

PEOPLE = {
    "p-1": {
        **{"first_name": "Siobhan", "last_name": "Farrell", "email": "siobhan.farrell@example.org"},
        **{"phone": "07700 900142", "street": "14 Larkspur Rise", "postcode": "BS6 5QT", "date_of_birth": "1984-03-07"},
    },
    "p-2": {"first_name": "Ngozi", "last_name": "Okonkwo", "email": "n.okonkwo@example.com", "phone": "07700 900187"},
    "m-1": {"first_name": "Maya", "last_name": "Lindqvist"},
}
VTT = b"""WEBVTT

00:00.000 --> 00:02.000
<v Maya Lindqvist>Good morning, Siobhan. How do you like the app?

00:02.000 --> 00:05.000
<v Siobhan Farrell>I am Siobhan Farrell, my number is 07700 900142. I use it every day.
"""
TEXT = b"Maya Lindqvist  0:03\nHello Ngozi.\n\nNgozi Okonkwo  0:09\nThe app is slow, write to n.okonkwo@example.com.\n"


@dataclass
class World:
    """What is held, and the steps of one run as the DAG takes them. `agency` is on noon of 24 November 2026."""

    agency: Agency

    def person(self, person_id: str, **details: str) -> None:
        with self.agency.research.begin() as connection:
            connection.execute(schema.participant.delete().where(schema.participant.c.participant_id == person_id))
            connection.execute(schema.participant.insert(), [{"participant_id": person_id, **details}])

    def forget(self, person_id: str) -> None:
        with self.agency.research.begin() as connection:
            connection.execute(schema.participant.delete().where(schema.participant.c.participant_id == person_id))

    def session(
        self,
        session_id: str,
        started_at: str | None,
        seats: Sequence[tuple[str, str, str]],
        files: dict[str, bytes],
        study_id: str = STUDY,
    ) -> None:
        """A session with its people (id, role, label) and raw files by asset id with suffix."""
        at = datetime.fromisoformat(started_at) if started_at else None
        row = {"session_id": session_id, "study_id": study_id, "started_at": at, "language": "en"}
        names = ("participant_id", "role", "speaker_label")
        with self.agency.research.begin() as connection:
            connection.execute(schema.session.insert(), [row])
            for seat in seats:
                values = {"session_id": session_id, **dict(zip(names, seat, strict=True))}
                connection.execute(schema.session_participant.insert(), [values])
            for name, data in files.items():
                key = f"{study_id}/{session_id}/{name}"
                self.agency.store("sessions").put(key, data)
                asset = {
                    **{"asset_id": name.partition(".")[0], "session_id": session_id, "kind": "transcript"},
                    **{"store_id": "sessions", "key": key, "sha256": hashlib.sha256(data).hexdigest()},
                }
                connection.execute(schema.asset.insert(), [asset])

    def answer(
        self, response_id: str, person_id: str, at: str | None, comment: str, study_id: str = STUDY, **answers: str
    ) -> None:
        row = {
            **{"response_id": response_id, "study_id": study_id, "participant_id": person_id},
            **{"answered_at": datetime.fromisoformat(at) if at else None, "source_id": "x", "source_ref": response_id},
            "answers": {"age_band": "35-44", "device": "phone", "ease": "4", "trust": "5", "nps": "9"}
            | {"comment": comment, "improve": ""}
            | answers,
        }
        with self.agency.research.begin() as connection:
            connection.execute(schema.survey_response.insert(), [row])

    def rewrite(self, response_id: str, **answers: str) -> None:
        """Somebody answers otherwise."""
        row = schema.survey_response.c.response_id == response_id
        with self.agency.research.begin() as connection:
            held = connection.execute(schema.survey_response.select().where(row)).mappings().one()["answers"]
            connection.execute(schema.survey_response.update().where(row).values(answers=held | answers))

    def standing(self, person_id: str, study_id: str = STUDY, **at: datetime) -> None:
        with self.agency.research.begin() as connection:
            row = {"study_id": study_id, "participant_id": person_id, **at}
            connection.execute(schema.participation.insert(), [row])

    def fill(self) -> "World":
        for person_id, details in PEOPLE.items():
            self.person(person_id, **details)
        moderator = ("m-1", "moderator", "Maya Lindqvist")
        self.session(
            "s-1", "2026-09-01T10:00+01:00", [("p-1", "participant", "Siobhan Farrell"), moderator], {"a-1.vtt": VTT}
        )
        self.session(
            "s-2", "2026-10-01T10:00+01:00", [("p-2", "participant", "Ngozi Okonkwo"), moderator], {"a-2.txt": TEXT}
        )
        self.answer("r-1", "p-1", "2026-09-02T10:00+01:00", "I am Siobhan and it works.")
        self.answer("r-2", "p-2", "2026-09-20T10:00+01:00", "Too slow.")
        return self

    def select(self, run_id: str = "run-1", **changed: Any) -> Selection:
        asked = {"study_id": STUDY, "formats": ["same"], "mode": None, "requested_by": "rita", **changed}
        return select_export(self.agency, run_id=run_id, **asked)

    def anonymise(self, selection: Selection) -> list[Any]:
        return [anonymise_batch(self.agency, selection.export_id, batch) for batch in selection.batches]

    def gate(self, selection: Selection) -> Review:
        return review_export(self.agency, selection.export_id)

    def examined(self, run_id: str = "run-1", **changed: Any) -> Selection:
        """Selected, anonymised and passed by the gate."""
        selection = self.select(run_id, **changed)
        self.anonymise(selection)
        self.gate(selection)
        return selection

    def redate(self, session_id: str, started_at: str) -> None:
        """Somebody corrects when a session was."""
        row = schema.session.c.session_id == session_id
        with self.agency.research.begin() as connection:
            connection.execute(schema.session.update().where(row).values(started_at=datetime.fromisoformat(started_at)))

    def ask(self, selection: Selection, request_id: str = "ask-1") -> Review:
        return ask_approval(self.agency, selection.export_id, request_id=request_id)

    def decide(
        self,
        selection: Selection,
        option: str = "Approve",
        name: str | None = "omar",
        *,
        user_id: str | None = "7",
        request_id: str = "ask-1",
    ) -> None:
        record_decision(
            self.agency,
            selection.export_id,
            request_id=request_id,
            option=option,
            responder_id=user_id,
            responder_name=name,
            responded_at=datetime(2026, 11, 24, 12, 30, tzinfo=UTC),
        )

    def approved(self, run_id: str = "run-1", **changed: Any) -> Selection:
        """Examined, asked about, and approved by omar."""
        selection = self.examined(run_id, **changed)
        self.ask(selection)
        self.decide(selection)
        return selection

    def publish(self, selection: Selection, user: str | None = "rita") -> Publication:
        return publish_export(self.agency, selection.export_id, triggering_user=user)

    def at(self, store_id: str) -> dict[str, bytes]:
        """Every current object of a store by key."""
        store = self.agency.store(store_id)
        return {found.key: store.read(found.key) for found in store.list_objects()}

    def staged(self) -> dict[str, bytes]:
        """The candidate files that lie in staging, by key."""
        return {key: data for key, data in self.at("staging").items() if "/reasons/" not in key}

    def reasons(self) -> dict[str, list[dict[str, Any]]]:
        """Why each place was masked, by the name of the candidate file."""
        return {
            key.partition("/reasons/")[2].removesuffix(".jsonl"): [json.loads(line) for line in data.splitlines()]
            for key, data in self.at("staging").items()
            if "/reasons/" in key
        }

    def versions(self, store_id: str) -> list[tuple[str, bool]]:
        """Every version and marker of a store."""
        return sorted((found.key, found.is_delete_marker) for found in self.agency.store(store_id).list_versions())

    def manifest(self, client: str = "brightwell") -> dict[str, Any]:
        (found,) = (data for key, data in self.at(client).items() if key.endswith("manifest.json"))
        return json.loads(found)  # type: ignore[no-any-return]

    def candidates(self, selection: Selection) -> list[dict[str, Any]]:
        with self.agency.ledger.engine.connect() as connection:
            query = candidate.select().where(candidate.c.export_id == selection.export_id).order_by(candidate.c.name)
            return [dict(row) for row in connection.execute(query).mappings()]

    def state(self, selection: Selection) -> str:
        with self.agency.ledger.engine.connect() as connection:
            query = export.select().where(export.c.export_id == selection.export_id)
            return str(connection.execute(query).mappings().one()["state"])

    def register(self) -> list[RecipientCopy]:
        return all_copies(self.agency.ledger)

    def lines(self) -> list[tuple[str, str, str, str]]:
        return [(line.event, line.scope, line.reference, line.outcome) for line in self.agency.ledger.entries()]

    def share_key_with(self, other: "World", study_id: str = STUDY, client_id: str = "brightwell") -> None:
        """Give another agency this one's pseudonym key."""
        for world in (self, other):
            world.agency.keys.create_pseudonym_key(study_id, client_id)
        source, target = (w.agency.keys.folder / "pseudonym" / study_id / f"{client_id}.key" for w in (self, other))
        target.write_bytes(source.read_bytes())


@pytest.fixture
def empty(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> World:
    """The agency on folders with nothing in it."""
    monkeypatch.setattr("os.fsync", lambda _: None)
    return World(agency)


@pytest.fixture
def world(empty: World) -> World:
    """The agency on folders with a study that may be shared whole."""
    return empty.fill()


@pytest.fixture
def s3_world(s3_agency: Agency) -> World:
    """The same on versioned buckets."""
    return World(s3_agency).fill()


@pytest.fixture(params=["folder", "s3"])
def each(request: pytest.FixtureRequest) -> World:
    """The study on folders and on versioned buckets in turn."""
    found: World = request.getfixturevalue("world" if request.param == "folder" else "s3_world")
    return found


@pytest.fixture
def failing_at() -> Callable[..., Any]:
    """Count the writes into some stores, and fail at one of them: before the bytes arrive, or after."""
    return _failing_at


@contextmanager
def _failing_at(
    number: int | None, stores: Collection[str], *, after: bool = False, error: BaseException | None = None
) -> Iterator[Counter[str]]:
    calls: Counter[str] = Counter()
    patch = pytest.MonkeyPatch()

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            outermost = self.store_id in stores and not calls["inside"]
            if outermost:
                calls["all"] += 1
                if calls["all"] == number and not after:
                    raise error or ConnectorError(f"store '{self.store_id}': put failed (SlowDown)")
            calls["inside"] += 1
            try:
                result = real(self, *args, **kwargs)
            finally:
                calls["inside"] -= 1
            if outermost and calls["all"] == number and after:
                raise error or ConnectorError(f"store '{self.store_id}': put failed (SlowDown)")
            return result

        return method

    for kind in (FolderStore, S3Store):
        for name in ("put", "copy_from"):
            patch.setattr(kind, name, failing(getattr(kind, name)))
    try:
        yield calls
    finally:
        patch.undo()


@pytest.fixture
def twin(agency: Agency, tmp_path: Path, world: World) -> World:
    """Another agency with the same study, in another place and with keys of its own."""
    home = tmp_path / "twin"
    (home / "state").mkdir(parents=True)
    other = moved(agency, home)
    KeyStore.create(home / agency.settings.agency.keys)
    upgrade(other.research, "research")
    upgrade(other.ledger.engine, "ledger")
    other.create_folders()
    with agency.research.connect() as source, other.research.begin() as target:
        for table in (schema.client, schema.study):
            target.execute(table.insert(), [dict(row) for row in source.execute(table.select()).mappings()])
    return World(other).fill()
