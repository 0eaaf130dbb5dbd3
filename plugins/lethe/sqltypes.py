"""Column types that both databases share."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer
from sqlalchemy.types import TypeDecorator

Bytes = BigInteger().with_variant(Integer(), "sqlite")
"""A size in bytes: a recording may have more than four bytes can count. SQLite's integers have eight anyway."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC. A naive one is refused: without a zone it is not known when it was."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        at: datetime = value
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
