"""Somebody else's table of survey answers, mapped by configuration."""

import re
import uuid
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import NoSuchTableError, SQLAlchemyError

from lethe.connectors.errors import ConnectorError
from lethe.connectors.sql import erase_log

IN_BATCH = 500
INTEGER = re.compile(r"-?[0-9]+")


@dataclass(frozen=True)
class SourceRow:
    """One answered survey as its platform holds it. `at` is aware, or None where the platform has no time."""

    row_id: str
    participant_id: str = field(repr=False)
    at: datetime | None
    answers: dict[str, Any] = field(repr=False)


class SqlTable:
    """A table of survey answers in another database. Ids are text on our side; no error shows a value."""

    def __init__(
        self,
        table_id: str,
        engine: Engine,
        *,
        table: str,
        id_column: str,
        time_column: str,
        participant_column: str,
        answer_columns: Sequence[str],
        time_zone: ZoneInfo,
    ) -> None:
        self.table_id = table_id
        self._engine = engine
        self._zone = time_zone
        self._needed = [id_column, time_column, participant_column, *answer_columns]
        self._answers = tuple(answer_columns)
        try:
            self._table = sa.Table(table, sa.MetaData(), autoload_with=engine)
        except NoSuchTableError:
            raise ConnectorError(f"table '{table_id}': its database has no table of that name") from None
        except SQLAlchemyError as error:
            raise ConnectorError(f"table '{table_id}' cannot be reached ({error.__class__.__name__})") from None
        missing = self.missing_columns()
        if missing:
            raise ConnectorError(f"table '{table_id}' has no column {', '.join(missing)}")
        self._id = self._table.c[id_column]
        self._time = self._as_kept(self._table.c[time_column])
        self._participant = self._table.c[participant_column]

    def missing_columns(self) -> list[str]:
        """The configured columns that the table does not have."""
        return [name for name in self._needed if name not in self._table.c]

    def rows_since(self, at: datetime | None, *, limit: int = 10_000) -> Iterator[SourceRow]:
        """The rows answered at or after a time, oldest first; those without a time come from `rows_without_time`.

        Never misses one; a few from just before may come too, where the table's own times do not tell.
        """
        answers = [self._as_kept(self._table.c[name]) for name in self._answers]
        chosen = sa.select(self._id, self._time, self._participant, *answers).where(self._time.is_not(None))
        last: tuple[Any, Any] | None = None
        while True:
            query = chosen.order_by(self._time, self._id).limit(limit)
            if last is not None:
                query = query.where(sa.tuple_(self._time, self._id) > sa.tuple_(*last))
            elif at is not None:
                query = query.where(self._time >= self._bound(at))
            with self._reading() as connection:
                rows = connection.execute(query).all()
            for row in rows:
                yield SourceRow(
                    row_id=_text(row[0]),
                    participant_id=_text(row[2]),
                    at=self._aware(row[1]),
                    answers=dict(zip(self._answers, row[3:], strict=True)),
                )
            if len(rows) < limit:
                return
            last = (rows[-1][1], rows[-1][0])

    def rows_without_time(self) -> list[str]:
        """The ids of rows whose time is unknown or cannot be read."""
        return [row_id for row_id, at in self.dates() if at is None]

    def dates(self, row_ids: Collection[str] | None = None) -> Iterator[tuple[str, datetime | None]]:
        """The id of every row, or of those named that are there now, and the time of its answer.

        An id comes once for each row that carries it, those of one id together; a row without an id comes as the empty
        one.
        """
        query = sa.select(self._id, self._time).order_by(self._id)
        with self._reading() as connection:
            if row_ids is None:
                for row_id, at in connection.execute(query.execution_options(yield_per=IN_BATCH)):
                    yield _text(row_id), self._aware(at)
                return
            for batch in _batches(row_ids):
                for row_id, at in connection.execute(query.where(self._id.in_(self._typed(batch)))):
                    yield _text(row_id), self._aware(at)

    def people(self, row_ids: Collection[str]) -> dict[str, str]:
        """Who gave each of these answers, as the roster's id; an answer of nobody's is absent from the result."""
        found = {}
        with self._reading() as connection:
            for batch in _batches(row_ids):
                query = sa.select(self._id, self._participant).where(self._id.in_(self._typed(batch)))
                found.update(
                    {_text(row_id): _text(who) for row_id, who in connection.execute(query) if who not in (None, "")}
                )
        return found

    def delete(self, row_ids: Collection[str]) -> int:
        """Delete exactly these rows, all or none; the number that went."""
        gone = 0
        with self._speaking("delete"), self._engine.begin() as connection:
            for batch in _batches(row_ids):
                gone += connection.execute(sa.delete(self._table).where(self._id.in_(self._typed(batch)))).rowcount
        erase_log(self._engine)
        return gone

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._speaking("read"), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _speaking(self, operation: str) -> Iterator[None]:
        """Errors of the database as ours: a driver's own text quotes the row it failed on."""
        try:
            yield
        except (SQLAlchemyError, ValueError, TypeError) as error:
            raise ConnectorError(f"table '{self.table_id}': {operation} failed ({type(error).__name__})") from None

    def _as_kept(self, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        """SQLite has no type for times: what is kept is text in whatever form its writer chose."""
        timed = isinstance(column.type, sa.DateTime | sa.Date | sa.Time)
        if self._engine.dialect.name == "sqlite" and timed:
            return sa.type_coerce(column, sa.String)
        return column

    def _typed(self, row_ids: Collection[str]) -> list[Any]:
        if isinstance(self._id.type, sa.Integer):
            return [int(value) if INTEGER.fullmatch(value) else value for value in row_ids]
        if isinstance(self._id.type, sa.Uuid):
            return [uuid.UUID(value) for value in row_ids]
        return list(row_ids)

    def _bound(self, at: datetime) -> Any:
        """A bound of the column's own kind: text and naive columns hold local wall-clock times."""
        local = at.astimezone(self._zone)
        if isinstance(self._time.type, sa.DateTime):
            # An hour earlier: in October one wall-clock hour comes twice, and the column does not say which it means.
            return at if self._time.type.timezone else local.replace(tzinfo=None) - timedelta(hours=1)
        if isinstance(self._time.type, sa.Date):
            return local.date()
        return (local - timedelta(days=1)).strftime("%Y-%m-%d")

    def _aware(self, at: Any) -> datetime | None:
        if isinstance(at, str):
            try:
                at = datetime.fromisoformat(at.strip())
            except ValueError:
                return None
        elif isinstance(at, date) and not isinstance(at, datetime):
            at = datetime.combine(at, time())
        if not isinstance(at, datetime):
            return None
        return (at if at.tzinfo else at.replace(tzinfo=self._zone)).astimezone(UTC)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _batches(values: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), IN_BATCH):
        yield ordered[start : start + IN_BATCH]
