"""What a site is filled with: much that is due, and of every kind something that is not and looks like it."""

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from lethe.agency import Agency
from lethe.connectors.sql import engine_from
from lethe.ledger.recipients import RecipientCopy, register_copies
from lethe.research import schema
from tests.proof.access import CLIENT, NOW, STUDY, TABLE, THREADS

if TYPE_CHECKING:
    from tests.proof.site import Site

NEIGHBOURS = 8
A = TypeVar("A")
B = TypeVar("B")


def put_due(site: "Site") -> None:
    """Put what is due: two versions of each object, a delete marker on every tenth, an unfinished upload on some."""
    keys = [_recording(number) for number in range(site.objects)]
    bucket, client = site.bucket("sessions"), site.client
    for text in (b"first", b"second"):
        each(lambda key, text=text: client.put_object(Bucket=bucket, Key=key, Body=text + key.encode()), keys)
    each(lambda key: client.delete_object(Bucket=bucket, Key=key), keys[::10])
    each(lambda key: client.create_multipart_upload(Bucket=bucket, Key=key), keys[::50])
    theirs = site.bucket(CLIENT)
    each(lambda key: client.put_object(Bucket=theirs, Key=key, Body=b"shared"), _copies(site))


def _recording(number: int) -> str:
    return f"{STUDY}/s-due-{number % 20}/talk {number:07d} é.wav"


def _neighbour(number: int) -> str:
    return f"{_recording(number)}.bak"


def _copies(site: "Site") -> list[str]:
    return [f"{STUDY}/e-1/recording-{number}.wav" for number in range(max(2, site.objects // 20))]


def put_kept(site: "Site") -> None:
    """Put what must stay, in every store."""
    bucket, put = site.bucket("sessions"), site.client.put_object
    for number in range(NEIGHBOURS):
        for key in (_neighbour(number), f"{STUDY}/s-due-{number + 20}0/talk.wav", f"{STUDY}/s-new/{number}.wav"):
            for text in (b"kept", b"kept too"):
                put(Bucket=bucket, Key=key, Body=text)
    for key in (f"{STUDY}/s-due-1/talk.vtt", f"{STUDY}/s-undated/talk.wav", f"{STUDY}/s-9/nobody's.wav", "loose.wav"):
        put(Bucket=bucket, Key=key, Body=b"kept")
    site.client.create_multipart_upload(Bucket=bucket, Key=f"{STUDY}/s-new/unfinished.wav")
    for key in (f"{STUDY}/e-1/recording-0.wav.bak", f"{STUDY}/e-2/recording-0.wav", "theirs/report.pdf"):
        put(Bucket=site.bucket(CLIENT), Key=key, Body=b"theirs")
    for store_id in ("staging", "quarantine", "orchard-lane"):
        put(Bucket=site.bucket(store_id), Key=_recording(0), Body=b"elsewhere")


def fill_databases(agency: Agency, site: "Site") -> None:
    """Write sessions, answers, files and copies, and name in the site what of all is due."""
    due, new = datetime(2026, 5, 20, 9, tzinfo=UTC), datetime(2026, 5, 25, 9, tzinfo=UTC)
    answered, lately = datetime(2025, 11, 1, 9, tzinfo=UTC), datetime(2025, 11, 25, 9, tzinfo=UTC)
    sessions = [(f"s-due-{number}", due) for number in range(20)]
    sessions += [(f"s-due-{number + 20}0", new) for number in range(20)]
    sessions += [("s-new", new), ("s-undated", None)]
    rows = [(f"r-{number}", answered) for number in range(site.rows)]
    rows += [(f"r-new-{number}", lately) for number in range(50)] + [("r-undated", None)]
    with agency.research.begin() as connection:
        for client_id, client in agency.settings.clients.clients.items():
            connection.execute(schema.client.insert(), [{"client_id": client_id, "name": client.name}])
        for study_id, study in agency.settings.studies.items():
            row = {"study_id": study_id, "client_id": study.client, "title": study.title}
            connection.execute(schema.study.insert(), [row])
        connection.execute(
            schema.session.insert(),
            [{"session_id": name, "study_id": STUDY, "started_at": at, "language": "en"} for name, at in sessions],
        )
        # Keys that begin as those of what is due do, and belong to a session that is not.
        assets = [_asset(key) for key in _assets(site)]
        assets += [{**_asset(_neighbour(number)), "session_id": "s-new"} for number in range(NEIGHBOURS)]
        connection.execute(schema.asset.insert(), assets)
        connection.execute(schema.survey_response.insert(), [_response(name, at) for name, at in rows])
        platform = platform_table(agency, create=True)
        platform.create(connection)
        columns = agency.settings.places.tables[TABLE].columns
        connection.execute(
            platform.insert(),
            [
                {columns.id: name, columns.participant: "p-1", columns.answered_at: at.replace(tzinfo=None)}
                for name, at in [(f"w-{number}", answered if number < 50 else lately) for number in range(100)]
            ],
        )
    copies = [_copy(key, date(2026, 11, 20)) for key in _copies(site)]
    copies += [_copy(f"{STUDY}/e-1/recording-0.wav.bak", date(2026, 11, 25))]
    register_copies(agency.ledger, copies)
    site.due |= {("sessions", _recording(number)) for number in range(site.objects)}
    site.due |= {("asset", _asset(key)["asset_id"]) for key in _assets(site)[:-1]}
    site.due |= {("research", f"r-{number}") for number in range(site.rows)}
    site.due |= {(TABLE, f"w-{number}") for number in range(50)}
    site.due |= {(CLIENT, key) for key in _copies(site)}


def _assets(site: "Site") -> list[str]:
    return [*(_recording(number) for number in range(0, site.objects, 25)), f"{STUDY}/s-new/0.wav"]


def _asset(key: str) -> dict[str, Any]:
    return {
        "asset_id": "a-" + hashlib.sha256(key.encode()).hexdigest()[:12],
        "session_id": key.split("/")[1],
        "kind": "recording",
        "store_id": "sessions",
        "key": key,
        "sha256": "0" * 64,
        "pulled_at": NOW - timedelta(days=100),
    }


def _response(name: str, at: datetime | None) -> dict[str, Any]:
    return {
        "response_id": name,
        "study_id": STUDY,
        "participant_id": "p-1",
        "answered_at": at,
        "answers": {"ease": 4},
        "source_id": "survey-files",
        "source_ref": f"answers.csv/{name}",
    }


def _copy(key: str, due: date) -> RecipientCopy:
    return RecipientCopy(
        copy_id="c-" + hashlib.sha256(key.encode()).hexdigest()[:12],
        export_id="e-1",
        study_id=STUDY,
        client_id=CLIENT,
        store_id=CLIENT,
        key=key,
        version_id="v",
        sha256="0" * 64,
        size=1,
        kind="recording",
        clause="P4.2",
        due=due,
        published_at=NOW - timedelta(days=100),
    )


def platform_table(agency: Agency, *, create: bool = False) -> sa.Table:
    """The survey platform's table, as it is there or as it is to be created."""
    spec = agency.settings.places.tables[TABLE]
    if not create:
        return sa.Table(spec.table, sa.MetaData(), autoload_with=engine_from(agency.connection(spec.connection)))
    return sa.Table(
        spec.table,
        sa.MetaData(),
        sa.Column(spec.columns.id, sa.String(64), primary_key=True),
        sa.Column(spec.columns.participant, sa.String(64)),
        sa.Column(spec.columns.answered_at, sa.DateTime),
        *(sa.Column(answer, sa.Text) for answer in spec.answers),
    )


def each(call: Callable[[A], B], values: Iterable[A]) -> list[B]:
    """Call it for every value, some at once; the answers in order."""
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(call, values))
