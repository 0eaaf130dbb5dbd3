"""Filling an empty home with the sample agency."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from lethe.agency import Agency
from lethe.demo.agency import places, surveys
from lethe.demo.agency.cast import cast, roster_row
from lethe.demo.agency.days import ANSWER_MONTHS, SESSION_MONTHS, due
from lethe.demo.agency.programme import BARRED, Planned, programme
from lethe.demo.agency.surveys import Answered
from lethe.demo.agency.tools import HeldSession, hold
from lethe.demo.agency.truth import SampleAgency
from lethe.errors import LetheError
from lethe.research import schema

STUDIES = {"banking-app", "grocery-delivery", "heat-pump-portal"}

CANARIES = (
    "Quennevaire",
    "zinnia.quennevaire@example.net",
    "07700 900731",
    "Wrenfordshaw",
    "Pennyquick Hollow",
    "Umbleforth",
    "Quillfeather",
    "Stottlemyre",
    "Vellacourt",
    "Astorquiza",
    "Vexincourt",
    "Penhallurick-Stroud",
    "Thistlebrook",
    "Thistlewood",
    "Ombersleyworth",
    "tibbs.ockenden@example.org",
    "Ask my neighbour Ermintrude Ombersleyworth, she queued an hour to get her code reset.",
)
"""Strings that stand in personal data alone: in the roster, in speech, in answers, in file names and properties."""


def build_sample_agency(agency: Agency) -> SampleAgency:
    """Fill the research database, the drops, the raw store, a client's bucket and the survey platform.

    Everything is dated from the agency's own today: the same day gives the same bytes. Some recordings, transcripts
    and answers fall due on that very day (P4.2, P4.3) where the calendar lets anything do so, some are overdue.

    Raises:
        LetheError: a home that holds data already, or settings without the sample's studies; nothing was written.
    """
    _refuse_unless_empty(agency)
    today, zone = agency.today(), agency.settings.agency.zone
    held = [hold(planned) for planned in programme(today, zone)]
    in_table = surveys.platform_answers(today, zone)
    earlier = surveys.earlier_answers(today, zone)
    dropped = surveys.dropped_files(today, zone)
    older = [session for session in held if session.planned.place == "raw"]
    recent = [session for session in held if session.planned.place != "raw"]
    places.fill_platform(agency, in_table)
    files_in_drop = places.put_in_session_drop(agency, recent)
    places.put_in_survey_drop(agency, dropped)
    assets = places.put_in_raw_store(agency, older)
    copies = places.share_recordings(agency, older)
    _write_research(agency, held, assets, earlier, today)
    in_files = [answer for file in dropped for answer in file.answers]
    answers = [*in_table, *earlier, *in_files]
    truth = {session.planned.session_id: session.planted for session in held if session.planted}
    truth |= {answer.response_id: answer.planted for answer in answers if answer.planted}
    return SampleAgency(
        truth=truth,
        survive={session.planned.session_id: session.survive for session in held if session.survive},
        canaries=CANARIES,
        counts={
            "participants": len(cast().participants),
            "staff": len(cast().roster) - len(cast().participants),
            "sessions": len(held),
            "sessions_undated": sum(session.planned.started_at is None for session in held),
            "files_in_session_drop": files_in_drop,
            "files_in_raw_store": len(assets),
            "recordings_at_clients": len(copies),
            "answers": len(answers),
            "answers_in_platform": len(in_table),
            "answers_in_research": len(earlier),
            "answers_in_drop": len(in_files),
            "files_in_survey_drop": len(dropped),
            "planted": sum(len(values) for values in truth.values()),
            **_standing("raw_sessions", [_due(session.planned) for session in older], today),
            **_standing("recordings_at_clients", [copy.due for copy in copies], today),
            **_standing("answers_in_platform", [_answer_due(answer) for answer in in_table], today),
            **_standing("answers_in_research", [_answer_due(answer) for answer in earlier], today),
        },
    )


def _refuse_unless_empty(agency: Agency) -> None:
    missing = sorted(STUDIES - set(agency.settings.studies))
    if missing:
        raise LetheError(
            f"the sample agency needs the studies that come with the product; config/studies has no "
            f"{', '.join(missing)}. Nothing was written"
        )
    with agency.research.connect() as connection:
        sessions = connection.execute(select(func.count()).select_from(schema.session)).scalar_one()
        people = connection.execute(select(func.count()).select_from(schema.participant)).scalar_one()
    if sessions or people or places.platform_has_rows(agency):
        raise LetheError(
            f"this home holds data already ({sessions} sessions, {people} people); the sample agency is only put in "
            "an empty one. Nothing was written. Use another LETHE_HOME"
        )


def _write_research(
    agency: Agency, held: Sequence[HeldSession], assets: list[dict[str, Any]], earlier: Sequence[Answered], today: date
) -> None:
    settings = agency.settings
    clients = [{"client_id": key, "name": client.name} for key, client in settings.clients.clients.items()]
    studies = [
        {"study_id": key, "client_id": settings.studies[key].client, "title": settings.studies[key].title}
        for key in sorted(STUDIES)
    ]
    with agency.research.begin() as connection:
        # Setting a home up may have put these on record already.
        _insert_new(connection, schema.client, clients)
        _insert_new(connection, schema.study, studies)
        connection.execute(insert(schema.participant), [roster_row(person) for person in cast().roster])
        connection.execute(insert(schema.session), [_session_row(session.planned) for session in held])
        connection.execute(insert(schema.session_participant), [row for session in held for row in _seat_rows(session)])
        connection.execute(insert(schema.asset), assets)
        connection.execute(insert(schema.survey_response), [_answer_row(answer) for answer in earlier])
        connection.execute(insert(schema.participation), _participation_rows(held, today))


def _insert_new(connection: Connection, table: Table, rows: list[dict[str, str]]) -> None:
    key = next(iter(table.primary_key.columns))
    held = set(connection.execute(select(key)).scalars())
    if new := [row for row in rows if row[key.name] not in held]:
        connection.execute(insert(table), new)


def _session_row(planned: Planned) -> dict[str, Any]:
    return {
        "session_id": planned.session_id,
        "study_id": planned.study_id,
        "started_at": planned.started_at,
        "language": planned.seats.language,
    }


def _seat_rows(session: HeldSession) -> list[dict[str, str]]:
    seats = session.planned.seats
    people = [(seats.person, "participant"), (seats.moderator, "moderator")]
    people += [(seats.observer, "observer")] if seats.observer else []
    return [
        {
            "session_id": session.planned.session_id,
            "participant_id": person.participant_id,
            "role": role,
            "speaker_label": session.labels.get(person.participant_id, ""),
        }
        for person, role in people
    ]


def _answer_row(answer: Answered) -> dict[str, Any]:
    return {
        "response_id": answer.response_id,
        "study_id": answer.study_id,
        "participant_id": answer.participant_id,
        "answered_at": answer.at,
        "answers": answer.answers,
        "source_id": answer.source_id,
        "source_ref": answer.source_ref,
    }


def _participation_rows(held: Sequence[HeldSession], today: date) -> list[dict[str, Any]]:
    """One row a person and study, from the first session on; what some asked for since, yesterday (P5.5, P5.6)."""
    first: dict[tuple[str, str], date] = {}
    for planned in (session.planned for session in held if session.planned.listed):
        where = (planned.study_id, planned.speaks.participant_id)
        first[where] = min(planned.day, first.get(where, planned.day))
    asked = {
        (study_id, cast().participants[position].participant_id): column
        for study_id, people in BARRED.items()
        for position, column in people.items()
    }
    rows = []
    for (study_id, participant_id), day in sorted(first.items()):
        row: dict[str, Any] = dict.fromkeys(("withdrawn_at", "restricted_at", "objected_at"))
        row |= {"study_id": study_id, "participant_id": participant_id, "consented_at": _noon(day - timedelta(days=4))}
        if (study_id, participant_id) in asked:
            row[asked[study_id, participant_id]] = _noon(today - timedelta(days=1))
        rows.append(row)
    return rows


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


def _due(planned: Planned) -> date | None:
    return due(planned.day, SESSION_MONTHS) if planned.started_at else None


def _answer_due(answer: Answered) -> date | None:
    return due(answer.at.date(), ANSWER_MONTHS) if answer.at else None


def _standing(what: str, days: Sequence[date | None], today: date) -> dict[str, int]:
    counts = Counter(
        "undated" if day is None else "due_today" if day == today else "overdue" if day < today else "not_yet"
        for day in days
    )
    return {f"{what}_{name}": number for name, number in sorted(counts.items())}
