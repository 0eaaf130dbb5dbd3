"""Answers into the research database: each once, and none that was deleted before."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.inventory import RESEARCH
from lethe.retention.references import answer_name, was_deleted

IN_BATCH = 500


@dataclass(frozen=True)
class Answer:
    """One person's answer to one survey, as its source holds it. `answered_at` is aware."""

    source_ref: str = field(repr=False)
    study_id: str
    participant_id: str
    answered_at: datetime
    answers: dict[str, Any] = field(repr=False)


def reference_of(study_id: str, participant_id: str, response: str) -> str:
    """What names an answer of a dropped file, opaque: the `1` of one study or person is not the `1` of another."""
    return hashlib.sha256("\n".join((study_id, participant_id, response)).encode()).hexdigest()[:40]


def response_id_of(source_id: str, source_ref: str) -> str:
    """An answer's id in the research database: the same whenever it is pulled."""
    return "r-" + hashlib.sha256(f"{source_id}\n{source_ref}".encode()).hexdigest()[:16]


def store_answers(agency: Agency, source_id: str, answers: Sequence[Answer]) -> Counter[str]:
    """Write new answers; the counts `taken`, `known_before` and `deleted_before`.

    An answer known before whose content changed at its source is brought up to date.
    """
    counts: Counter[str] = Counter()
    for start in range(0, len(answers), IN_BATCH):
        batch = answers[start : start + IN_BATCH]
        with agency.research.begin() as connection:
            known = _known(connection, source_id, [answer.source_ref for answer in batch])
            rows = {}
            for answer in batch:
                if answer.source_ref in known:
                    counts["known_before"] += 1
                    _bring_up_to_date(connection, source_id, answer)
                elif answer.source_ref in rows:
                    counts["known_before"] += 1
                    rows[answer.source_ref] = _row(source_id, answer)
                elif was_deleted(agency.ledger, answer_name(RESEARCH, source_id, answer.source_ref)):
                    counts["deleted_before"] += 1
                else:
                    rows[answer.source_ref] = _row(source_id, answer)
            if rows:
                connection.execute(insert(schema.survey_response), list(rows.values()))
            counts["taken"] += len(rows)
        # Those known before too: a run killed between the two databases left them without their line.
        held = [*known.values(), *(str(row["response_id"]) for row in rows.values())]
        agency.ledger.append([Entry("pulled", source_id, name, "taken", {"kind": "answer"}) for name in held])
    return counts


def _known(connection: Connection, source_id: str, refs: Sequence[str]) -> dict[str, str]:
    """The response ids of those held already, by reference."""
    columns = schema.survey_response.c
    query = select(columns.source_ref, columns.response_id).where(
        columns.source_id == source_id, columns.source_ref.in_(refs)
    )
    return {row.source_ref: row.response_id for row in connection.execute(query)}


def _bring_up_to_date(connection: Connection, source_id: str, answer: Answer) -> None:
    columns = schema.survey_response.c
    connection.execute(
        update(schema.survey_response)
        .where(columns.source_id == source_id, columns.source_ref == answer.source_ref)
        .values(answers=_plain(answer.answers), answered_at=answer.answered_at, participant_id=answer.participant_id)
    )


def _row(source_id: str, answer: Answer) -> dict[str, Any]:
    return {
        "response_id": response_id_of(source_id, answer.source_ref),
        "study_id": answer.study_id,
        "participant_id": answer.participant_id,
        "answered_at": answer.answered_at,
        "answers": _plain(answer.answers),
        "source_id": source_id,
        "source_ref": answer.source_ref,
    }


def _plain(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers as JSON can hold them: a date or a decimal as its text."""
    plain = (str, int, float, bool, type(None))
    return {name: value if isinstance(value, plain) else str(value) for name, value in answers.items()}
