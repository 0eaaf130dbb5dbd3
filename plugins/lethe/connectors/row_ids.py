"""Ids of rows, which are text on our side: as their database compares them, and as they are spelled.

A collation may take `aB3x` and `Ab3X` for one id. Whose answer is due is told by the spelling alone.
"""

import re
import uuid
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import CITEXT
from sqlalchemy.types import NullType

IN_BATCH = 500
INTEGER = re.compile(r"-?[0-9]+")
EXACT = {"sqlite": "BINARY", "postgresql": "C"}
"""The collation of each engine that compares texts byte by byte."""


def text_of(value: Any) -> str:
    """An id as text; the empty one where there is none."""
    return "" if value is None else str(value)


def batches(values: Collection[str]) -> Iterator[list[str]]:
    """The ids in their order, as many as one query takes."""
    ordered = sorted(values)
    for start in range(0, len(ordered), IN_BATCH):
        yield ordered[start : start + IN_BATCH]


def spelled(column: sa.Column[Any], dialect: str) -> sa.ColumnElement[Any] | None:
    """A column of ids as bytes of text; None where the kind of the column has one spelling for each of its values."""
    padded = dialect == "postgresql" and isinstance(column.type, sa.CHAR)  # as text it would lose its spaces
    if dialect not in EXACT or padded or not isinstance(column.type, sa.String | CITEXT | NullType):
        return None
    return sa.collate(sa.cast(column, sa.Text), EXACT[dialect])


def alike(column: sa.Column[Any], row_ids: Collection[str]) -> sa.ColumnElement[bool]:
    """Whether a column holds what its database takes for one of these ids."""
    if isinstance(column.type, sa.Integer):
        return column.in_([int(value) if INTEGER.fullmatch(value) else value for value in row_ids])
    if isinstance(column.type, sa.Uuid):
        return column.in_([uuid.UUID(value) for value in row_ids])
    return column.in_(list(row_ids))


def among(column: sa.Column[Any], row_ids: Collection[str], dialect: str) -> sa.ColumnElement[bool]:
    """Whether a column holds one of these ids in this spelling."""
    exactly = spelled(column, dialect)
    if exactly is None:
        return alike(column, row_ids)
    if isinstance(column.type, NullType):
        # SQLite compares what has no type by its kind, and would not find the number 1 by its text.
        return exactly.in_(list(row_ids))
    # The first is there for the column's index.
    return sa.and_(alike(column, row_ids), exactly.in_(list(row_ids)))


def could_hold(column: sa.Column[Any], row_id: str) -> bool:
    """Whether a column can hold an id: a server refuses to compare it with a value that it cannot."""
    if isinstance(column.type, sa.Integer):
        return INTEGER.fullmatch(row_id) is not None
    if isinstance(column.type, sa.Uuid):
        with suppress(ValueError):
            return str(uuid.UUID(row_id)) == row_id
        return False
    return True
