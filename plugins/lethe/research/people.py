"""The people of a study, and who among them may not be shared."""

import json
from collections.abc import Collection
from dataclasses import fields

from sqlalchemy import Connection, select, union

from anonymizers.people import ROSTER_COLUMNS, Person
from lethe.research.schema import participant, participation, session, session_participant, survey_response


def people_of(connection: Connection, study_id: str) -> list[Person]:
    """Everyone a study's sessions, answers and participation name and the register knows, by id.

    Somebody with several roles in the study's sessions is a participant first: their pseudonym is what must stand.
    """
    seats = select(session_participant).join(session, session.c.session_id == session_participant.c.session_id)
    roles: dict[str, set[str]] = {}
    labels: dict[str, set[str]] = {}
    for row in connection.execute(seats.where(session.c.study_id == study_id)).mappings():
        roles.setdefault(row["participant_id"], set()).add(row["role"])
        if row["speaker_label"]:
            labels.setdefault(row["participant_id"], set()).add(row["speaker_label"])
    others = union(
        select(survey_response.c.participant_id).where(survey_response.c.study_id == study_id),
        select(participation.c.participant_id).where(participation.c.study_id == study_id),
    )
    wanted = set(roles) | set(connection.execute(others).scalars())
    people = []
    for row in connection.execute(select(participant).order_by(participant.c.participant_id)).mappings():
        person_id = row["participant_id"]
        if person_id not in wanted:
            continue
        held = roles.get(person_id, {"participant"})
        role = next(role for role in ("participant", "moderator", "observer") if role in held)
        people.append(
            Person(
                **{name: row[name] or "" for name in ROSTER_COLUMNS},
                role=role,
                speaker_labels=tuple(sorted(labels.get(person_id, ()))),
            )
        )
    return people


def barred(connection: Connection, study_id: str) -> set[str]:
    """The ids of those who withdrew from a study, objected, or asked for restriction (P5.5, P5.6)."""
    rows = connection.execute(select(participation).where(participation.c.study_id == study_id)).mappings()
    return {row["participant_id"] for row in rows if row["withdrawn_at"] or row["restricted_at"] or row["objected_at"]}


def canonical(people: Collection[Person]) -> str:
    """All that is known of some people as one string, the same for the same knowledge: what a digest is made of."""
    names = [field.name for field in fields(Person)]
    rows = sorted([getattr(person, name) for name in names] for person in people)
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
