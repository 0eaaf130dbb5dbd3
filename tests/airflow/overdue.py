"""Answers long past their day, as many as it takes for a purge to be far above the usual."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import select

from lethe.agency import Agency
from lethe.research import schema


def add_overdue_answers(agency: Agency, names: Collection[str]) -> None:
    """Add answers of these ids, given 400 days ago and otherwise as one that is there."""
    at = agency.now() - timedelta(days=400)
    with agency.research.begin() as connection:
        row = connection.execute(select(schema.survey_response).limit(1)).mappings().one()
        rows = [{**row, "response_id": name, "source_ref": name, "answered_at": at} for name in sorted(names)]
        connection.execute(schema.survey_response.insert(), rows)


def answers(agency: Agency) -> set[str]:
    """The ids of the answers that are there."""
    with agency.research.connect() as connection:
        return set(connection.execute(select(schema.survey_response.c.response_id)).scalars())
