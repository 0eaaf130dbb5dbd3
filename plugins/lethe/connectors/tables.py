"""Somebody else's table of survey answers, mapped by configuration."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, NoSuchTableError, SQLAlchemyError
from sqlalchemy.types import NullType

from lethe.connectors.errors import ConnectorError
from lethe.connectors.row_ids import IN_BATCH, alike, among, batches, could_hold, spelled, text_of
from lethe.connectors.sql import engine_residuals, erase_log, vacuum

NOON = time(12)
DAY = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}")


@dataclass(frozen=True)
class SourceRow:
    """One answered survey as its platform holds it. `at` is aware, or None where the platform has no time."""

    row_id: str
    participant_id: str = field(repr=False)
    at: datetime | None
    answers: dict[str, Any] = field(repr=False)


@dataclass(frozen=True)
class RowsDeleted:
    """How many rows went, and how many of the rows that hung on them."""

    rows: int
    children: int


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
        calendar: ZoneInfo | None = None,
        children: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.table_id = table_id
        self._engine = engine
        self._dialect = engine.dialect.name
        self._zone = time_zone
        self._calendar = calendar or time_zone
        self._needed = [id_column, time_column, participant_column, *answer_columns]
        self._answers = tuple(answer_columns)
        self._table = self._reflected(table, "of that name")
        missing = self.missing_columns()
        if missing:
            raise ConnectorError(f"table '{table_id}' has no column {', '.join(missing)}")
        self._id = self._table.c[id_column]
        self._time = self._as_kept(self._table.c[time_column])
        self._participant = self._table.c[participant_column]
        self._children = [self._child(name, column) for name, column in children]

    def missing_columns(self) -> list[str]:
        """The configured columns that the table does not have."""
        return [name for name in self._needed if name not in self._table.c]

    def rows(self, row_ids: Collection[str]) -> Iterator[SourceRow]:
        """The rows of these ids that are there now, with their contents, batch by batch.

        An id comes once for each row that carries it.
        """
        answers = [self._as_kept(self._table.c[name]) for name in self._answers]
        query = sa.select(self._id, self._time, self._participant, *answers).order_by(self._id)
        asked = set(row_ids)
        for batch in batches(asked):
            with self._reading() as connection:
                found = connection.execute(query.where(self._among(self._id, batch))).all()
            for row in found:
                if text_of(row[0]) in asked:
                    yield SourceRow(
                        row_id=text_of(row[0]),
                        participant_id=text_of(row[2]),
                        at=self._aware(row[1]),
                        answers=dict(zip(self._answers, row[3:], strict=True)),
                    )

    def rows_without_time(self) -> list[str]:
        """The ids of rows whose time is unknown or cannot be read."""
        return [row_id for row_id, at in self.dates() if at is None]

    def dates(self, row_ids: Collection[str] | None = None) -> Iterator[tuple[str, datetime | None]]:
        """The id of every row, or of those named that are there now, and the time of its answer.

        An id comes once for each row that carries it, those of one id together; a row without an id comes as the empty
        one.
        """
        order = [self._id, self._spelled(self._id)]
        if isinstance(self._id.type, NullType):
            order.reverse()
        query = sa.select(self._id, self._time).order_by(*order)
        with self._reading() as connection:
            if row_ids is None:
                for row_id, at in connection.execute(query.execution_options(yield_per=IN_BATCH)):
                    yield text_of(row_id), self._aware(at)
                return
            asked = set(row_ids)
            for batch in batches(asked):
                for row_id, at in connection.execute(query.where(self._among(self._id, batch))):
                    if text_of(row_id) in asked:
                        yield text_of(row_id), self._aware(at)

    def people(self, row_ids: Collection[str]) -> dict[str, str]:
        """Who gave each of these answers, as the roster's id; an answer of nobody's is absent from the result."""
        found = {}
        with self._reading() as connection:
            for batch in batches(row_ids):
                query = sa.select(self._id, self._participant).where(self._among(self._id, batch))
                found.update(
                    {
                        text_of(row_id): text_of(who)
                        for row_id, who in connection.execute(query)
                        if who not in (None, "")
                    }
                )
        return found

    def delete(self, row_ids: Collection[str]) -> RowsDeleted:
        """Delete exactly these rows, and before them what hangs on them in other tables: all or none.

        Raises:
            ConnectorError: an id is not that of one row alone, or something hangs on it in another spelling.
        """
        rows = children = 0
        with self._speaking("delete"), self._engine.begin() as connection:
            for batch in batches(row_ids):
                children += self._delete_children(connection, batch)
                rows += self._delete_rows(connection, batch)
        self._erase()
        return RowsDeleted(rows, children)

    def delete_children(self, row_ids: Collection[str]) -> int:
        """Delete what hangs on these ids in other tables, and no row of this one; the number that went."""
        if not self._children or not row_ids:
            return 0
        with self._speaking("delete"), self._engine.begin() as connection:
            gone = sum(self._delete_children(connection, batch) for batch in batches(row_ids))
        self._erase()
        return gone

    def children_left(self, row_ids: Collection[str]) -> int:
        """How many rows in other tables hang on these ids now."""
        left = 0
        with self._reading() as connection:
            for batch in batches(row_ids):
                for column in self._children:
                    query = sa.select(sa.func.count()).select_from(column.table).where(self._among(column, batch))
                    left += connection.execute(query).scalar_one()
        return left

    def with_children(self, row_ids: Collection[str]) -> set[str]:
        """Those of these ids on which rows in other tables hang now."""
        found: set[str] = set()
        with self._reading() as connection:
            for batch in batches(row_ids):
                for column in self._children:
                    query = sa.select(self._spelled(column)).where(self._among(column, batch)).distinct()
                    found |= {text_of(value) for value in connection.execute(query).scalars()}
        return found

    def left_behind(self, row_ids: Collection[str] | None = None) -> set[str]:
        """The ids on which rows in other tables hang and that no row here carries: all there are, or those of these."""
        if row_ids is not None:
            return self._without_row(set(row_ids))
        found: set[str] = set()
        for column in self._children:
            query = sa.select(self._spelled(column)).where(column.is_not(None)).distinct()
            with self._reading() as connection:
                listed = connection.execute(query.execution_options(yield_per=IN_BATCH)).scalars()
                for values in listed.partitions():
                    found |= self._without_row({text_of(value) for value in values})
        return found

    def _without_row(self, row_ids: set[str]) -> set[str]:
        # A server refuses to compare an id with a value that its column cannot hold.
        likely = {row_id for row_id in row_ids if could_hold(self._id, row_id)}
        gone = row_ids - {row_id for row_id, _ in self.dates(likely)}
        if self._has_alike(gone & likely):
            # What the database itself takes for a row's child is no orphan.
            gone = {row_id for row_id in gone if not self._has_alike({row_id} & likely)}
        # Once more: answer and children may have gone together since they were listed.
        return gone & self.with_children(gone)

    @property
    def residuals(self) -> tuple[str, ...]:
        """What may outlive a deletion here, in plain words."""
        return engine_residuals(self._engine, self._tables)

    @property
    def _tables(self) -> list[sa.Table]:
        return [self._table, *(column.table for column in self._children)]

    def _has_alike(self, row_ids: Collection[str]) -> bool:
        with self._reading() as connection:
            queries = (sa.select(self._id).where(alike(self._id, batch)).limit(1) for batch in batches(row_ids))
            return any(connection.execute(query).first() is not None for query in queries)

    def _delete_rows(self, connection: sa.Connection, row_ids: Collection[str]) -> int:
        chosen = self._among(self._id, row_ids)
        matched = Counter(text_of(found) for found in connection.execute(sa.select(self._id).where(chosen)).scalars())
        if others := matched.keys() - set(row_ids):
            raise self._stopped(f"{len(others)} rows carry one of these ids in another spelling alone")
        if twice := [row_id for row_id, rows in matched.items() if rows > 1]:
            raise self._stopped(f"{len(twice)} of these ids are those of more than one row")
        deleted = connection.execute(sa.delete(self._table).where(chosen)).rowcount
        if deleted > matched.total():
            raise self._stopped("rows of these ids were added meanwhile")
        return deleted

    def _delete_children(self, connection: sa.Connection, row_ids: Collection[str]) -> int:
        deleted = 0
        for column in self._children:
            self._refuse_other_spellings(connection, column, row_ids)
            deleted += connection.execute(sa.delete(column.table).where(self._among(column, row_ids))).rowcount
        return deleted

    def _refuse_other_spellings(
        self, connection: sa.Connection, column: sa.Column[Any], row_ids: Collection[str]
    ) -> None:
        """Stop where the database takes a child for one of these rows' that is spelled as no row is."""
        exactly = spelled(column, self._dialect)
        if exactly is None:
            return
        query = sa.select(exactly).where(alike(column, row_ids), exactly.not_in(list(row_ids))).distinct()
        others = {text_of(found) for found in connection.execute(query).scalars()}
        for batch in batches({row_id for row_id in others if could_hold(self._id, row_id)}):
            rows = connection.execute(sa.select(self._id).where(self._among(self._id, batch))).scalars()
            others -= {text_of(found) for found in rows}
        if others:
            raise self._stopped(f"its child {column.table.name} names {len(others)} of these ids in another spelling")

    def _stopped(self, why: str) -> ConnectorError:
        return ConnectorError(
            f"table '{self.table_id}': delete stopped: {why}, and what is not due might go too; nothing was deleted. "
            "Have whoever keeps that database give each row an id of its own, spelled alike wherever it stands, and "
            "clear this task"
        )

    def _among(self, column: sa.Column[Any], row_ids: Collection[str]) -> sa.ColumnElement[bool]:
        return among(column, row_ids, self._dialect)

    def _spelled(self, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        exactly = spelled(column, self._dialect)
        return column if exactly is None else exactly

    def _erase(self) -> None:
        erase_log(self._engine)
        for table in self._tables:
            vacuum(self._engine, table)

    def _reflected(self, name: str, said: str) -> sa.Table:
        try:
            return sa.Table(name, sa.MetaData(), autoload_with=self._engine, resolve_fks=False)
        except NoSuchTableError:
            raise ConnectorError(f"table '{self.table_id}': its database has no table {said}") from None
        except SQLAlchemyError as error:
            raise ConnectorError(f"table '{self.table_id}' cannot be reached ({error.__class__.__name__})") from None

    def _child(self, name: str, column: str) -> sa.Column[Any]:
        table = self._reflected(name, f"{name}, which is named under its children")
        if column not in table.c:
            raise ConnectorError(f"table '{self.table_id}': its child {name} has no column {column}")
        return table.c[column]

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._speaking("read"), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _speaking(self, operation: str) -> Iterator[None]:
        """Errors of the database as ours: a driver's own text quotes the row it failed on."""
        try:
            yield
        except IntegrityError:
            raise ConnectorError(
                f"table '{self.table_id}': {operation} failed (IntegrityError): rows of another table hang on these; "
                "name that table under `children` in config/stores.yaml; nothing was deleted"
            ) from None
        except (SQLAlchemyError, ValueError, TypeError) as error:
            raise ConnectorError(f"table '{self.table_id}': {operation} failed ({type(error).__name__})") from None

    def _as_kept(self, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        """SQLite has no type for times: what is kept is text in whatever form its writer chose."""
        timed = isinstance(column.type, sa.DateTime | sa.Date | sa.Time)
        if self._dialect == "sqlite" and timed:
            return sa.type_coerce(column, sa.String)
        return column

    def _aware(self, at: Any) -> datetime | None:
        if isinstance(at, str):
            text = at.strip()
            try:
                at = date.fromisoformat(text) if DAY.fullmatch(text) else datetime.fromisoformat(text)
            except ValueError:
                return None
        if isinstance(at, date) and not isinstance(at, datetime):
            # A day without a time is that day wherever the agency is, not a midnight of somewhere east of it.
            at = datetime.combine(at, NOON, tzinfo=self._calendar)
        if not isinstance(at, datetime):
            return None
        with suppress(OverflowError):  # the last night of 9999 or the first of 1: in UTC it has no date
            return (at if at.tzinfo else at.replace(tzinfo=self._zone)).astimezone(UTC)
        return None
