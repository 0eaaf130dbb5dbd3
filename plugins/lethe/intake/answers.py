"""Answers into the research database: each once, and none that was deleted before."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, case, insert, select, update

from lethe.agency import Agency
from lethe.intake.redating import Redating, earlier, note, redating
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.due import due_date
from lethe.retention.inventory import RESEARCH
from lethe.retention.plan import frozen_plans, items_among
from lethe.retention.references import answer_name, were_deleted
from lethe.settings.retention import ItemKind, RetentionRule

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
    """Write new answers; the counts `taken`, `known_before`, `deleted_before`, `redated`, `later_date_not_applied`.

    An answer known before whose content changed at its source is brought up to date. Its date only ever becomes an
    earlier one: a later one would put off the day on which it goes.
    """
    counts: Counter[str] = Counter()
    for start in range(0, len(answers), IN_BATCH):
        counts += _store(agency, source_id, answers[start : start + IN_BATCH])
    return counts


def _store(agency: Agency, source_id: str, batch: Sequence[Answer]) -> Counter[str]:
    counts: Counter[str] = Counter()
    held = held_dates(agency, source_id, [answer.source_ref for answer in batch])
    unknown = dict.fromkeys(answer.source_ref for answer in batch if answer.source_ref not in held)
    gone = deleted_among(agency, source_id, list(unknown))
    now_dated = dict(held)
    rows: dict[str, dict[str, Any]] = {}
    redatings: list[Redating] = []
    for answer in batch:
        if answer.source_ref in gone:
            counts["deleted_before"] += 1
            continue
        at = answer.answered_at
        if answer.source_ref in now_dated:
            counts["known_before"] += 1
            before = now_dated[answer.source_ref]
            at = earlier(before, at)
            found = redating(agency, answer.source_ref, before, answer.answered_at)
            if found is not None:
                redatings.append(found)
                counts["redated" if found.applied else "later_date_not_applied"] += 1
        now_dated[answer.source_ref] = at
        rows[answer.source_ref] = _row(source_id, replace(answer, answered_at=at))
    # Before the dates change: a run killed in between finds the same difference again, and the line is there once.
    note(agency, source_id, redatings)
    with agency.research.begin() as connection:
        if known := [row for ref, row in rows.items() if ref in held]:
            _bring_up_to_date(connection, known)
        if new := [row for ref, row in rows.items() if ref not in held]:
            connection.execute(insert(schema.survey_response), new)
            counts["taken"] += len(new)
    # Those known before too: a run killed between the two databases left them without their line.
    names = [response_id_of(source_id, ref) for ref in (*held, *(ref for ref in rows if ref not in held))]
    agency.ledger.append([Entry("pulled", source_id, name, "taken", {"kind": "answer"}) for name in names])
    return counts


def held_dates(agency: Agency, source_id: str, refs: Sequence[str]) -> dict[str, datetime | None]:
    """The time of each of these answers (a batch of them) that is held now."""
    columns = schema.survey_response.c
    query = select(columns.source_ref, columns.answered_at).where(
        columns.source_id == source_id, columns.source_ref.in_(refs)
    )
    with agency.research.connect() as connection:
        return {row.source_ref: row.answered_at for row in connection.execute(query)}


def deleted_among(agency: Agency, source_id: str, refs: Sequence[str]) -> set[str]:
    """Those of these answers, none of them held, that were deleted on their day: shown to be gone, or about to be."""
    names = [answer_name(RESEARCH, source_id, ref) for ref in refs]
    gone = {ref for ref, deleted in zip(refs, were_deleted(agency.ledger, names), strict=True) if deleted}
    # Deleted under a plan that is still to be verified: it has no tombstone yet.
    ids = {response_id_of(source_id, ref): ref for ref in refs}
    for plan_id in frozen_plans(agency) if ids else ():
        gone |= {ids[item.key] for item in items_among(agency, plan_id, RESEARCH, list(ids))}
    return gone


def answer_rule(agency: Agency) -> RetentionRule | None:
    """The rule that covers survey answers, where there is one."""
    rules = agency.settings.retention.rules.values()
    return next((rule for rule in rules if rule.items is ItemKind.SURVEY_ANSWER), None)


def earliest_due(agency: Agency, source_id: str, answers: Sequence[Answer]) -> date | None:
    """The day on which the first of these answers goes, by its own date or by an earlier one that is held."""
    rule = answer_rule(agency)
    times = [answer.answered_at for answer in answers]
    for start in range(0, len(answers), IN_BATCH):
        refs = [answer.source_ref for answer in answers[start : start + IN_BATCH]]
        times += [at for at in held_dates(agency, source_id, refs).values() if at]
    return due_date(min(times), rule, agency.settings.agency.zone) if rule and times else None


def _bring_up_to_date(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    columns = schema.survey_response.c
    told = bindparam("told", type_=columns.answered_at.type)
    query = (
        update(schema.survey_response)
        .where(columns.source_id == bindparam("source"), columns.source_ref == bindparam("ref"))
        .values(
            answers=bindparam("contents", type_=columns.answers.type),
            participant_id=bindparam("person"),
            # Compared once more by the database: another task may have dated it earlier since it was read.
            answered_at=case((columns.answered_at < told, columns.answered_at), else_=told),
        )
    )
    names = {
        "source": "source_id",
        "ref": "source_ref",
        "contents": "answers",
        "person": "participant_id",
        "told": "answered_at",
    }
    connection.execute(query, [{name: row[column] for name, column in names.items()} for row in rows])


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
