"""SQL databases: an engine from a connection, and somebody else's table of answers."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import URL, Engine, create_engine, event

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError

IN_BATCH = 500


def engine_from(connection: ConnectionSpec) -> Engine:
    """An engine that never shows a value in an error.

    SQLite gets WAL, foreign keys, a 30 s busy timeout, and `secure_delete`, which overwrites what it deletes.
    """
    if connection.conn_type == "sqlite":
        path = connection.host or connection.schema
        if connection.host and connection.schema:
            path = f"{connection.host}/{connection.schema}"
        if not path:
            raise ConnectorError(f"connection `{connection.conn_id}` names no SQLite file in its host")
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(URL.create("sqlite", database=path), hide_parameters=True)
        event.listen(engine, "connect", _set_up_sqlite)
        return engine
    if connection.conn_type in {"postgres", "postgresql"}:
        url = URL.create(
            "postgresql+psycopg2",
            username=connection.login or None,
            password=connection.password or None,
            host=connection.host or None,
            port=connection.port,
            database=connection.schema or None,
        )
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    raise ConnectorError(
        f"connection `{connection.conn_id}` is of type '{connection.conn_type}'; a database is sqlite or postgres"
    )


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("busy_timeout=30000", "journal_mode=WAL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@dataclass(frozen=True)
class SourceRow:
    """One answered survey as its platform holds it. `at` is aware, or None where the platform has no time."""

    row_id: str
    participant_id: str = field(repr=False)
    at: datetime | None
    answers: dict[str, Any] = field(repr=False)


class SqlTable:
    """A table of survey answers in another database, mapped by configuration. Ids are text on our side."""

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
        except sa.exc.NoSuchTableError:
            raise ConnectorError(f"table '{table_id}': its database has no table of that name") from None
        except sa.exc.SQLAlchemyError as error:
            raise ConnectorError(f"table '{table_id}' cannot be reached ({error.__class__.__name__})") from None
        missing = self.missing_columns()
        if missing:
            raise ConnectorError(f"table '{table_id}' has no column {', '.join(missing)}")
        self._id = self._table.c[id_column]
        self._time = self._table.c[time_column]
        self._participant = self._table.c[participant_column]

    def missing_columns(self) -> list[str]:
        """The configured columns that the table does not have."""
        return [name for name in self._needed if name not in self._table.c]

    def rows_since(self, at: datetime | None, *, limit: int = 10_000) -> Iterator[SourceRow]:
        """The rows answered at or after a time, oldest first; those without a time come from `rows_without_time`."""
        last: tuple[Any, Any] | None = None
        while True:
            query = sa.select(self._table).where(self._time.is_not(None)).order_by(self._time, self._id).limit(limit)
            if last is not None:
                query = query.where(sa.tuple_(self._time, self._id) > sa.tuple_(*last))
            elif at is not None:
                query = query.where(self._time >= self._bound(at))
            with self._engine.connect() as connection:
                rows = connection.execute(query).all()
            for row in rows:
                yield self._row(row)
            if len(rows) < limit:
                return
            last = (rows[-1]._mapping[self._time], rows[-1]._mapping[self._id])

    def rows_without_time(self) -> list[str]:
        """The ids of rows whose time is unknown."""
        with self._engine.connect() as connection:
            return [
                str(value) for value in connection.execute(sa.select(self._id).where(self._time.is_(None))).scalars()
            ]

    def dates(self) -> Iterator[tuple[str, datetime | None]]:
        """Every row's id and the time of its answer."""
        with self._engine.connect() as connection:
            for row_id, at in connection.execute(sa.select(self._id, self._time)):
                yield str(row_id), self._aware(at)

    def present(self, row_ids: Collection[str]) -> dict[str, datetime | None]:
        """Which of these rows are there now, with their times."""
        found = {}
        with self._engine.connect() as connection:
            for batch in _batches(row_ids):
                query = sa.select(self._id, self._time).where(self._id.in_(self._typed(batch)))
                found.update({str(row_id): self._aware(at) for row_id, at in connection.execute(query)})
        return found

    def delete(self, row_ids: Collection[str]) -> int:
        """Delete exactly these rows; the number that went."""
        gone = 0
        with self._engine.begin() as connection:
            for batch in _batches(row_ids):
                gone += connection.execute(sa.delete(self._table).where(self._id.in_(self._typed(batch)))).rowcount
        return gone

    def _row(self, row: Any) -> SourceRow:
        values = row._mapping
        return SourceRow(
            row_id=str(values[self._id]),
            participant_id=str(values[self._participant]),
            at=self._aware(values[self._time]),
            answers={name: values[self._table.c[name]] for name in self._answers},
        )

    def _typed(self, row_ids: Collection[str]) -> list[Any]:
        if isinstance(self._id.type, sa.Integer):
            return [int(value) for value in row_ids if value.lstrip("-").isdigit()]
        return list(row_ids)

    def _bound(self, at: datetime) -> Any:
        """A bound of the column's own kind: text and naive columns hold local wall-clock times."""
        local = at.astimezone(self._zone)
        if isinstance(self._time.type, sa.DateTime):
            return at if self._time.type.timezone else local.replace(tzinfo=None)
        return local.strftime("%Y-%m-%d")

    def _aware(self, at: Any) -> datetime | None:
        if at in (None, ""):
            return None
        if isinstance(at, str):
            try:
                at = datetime.fromisoformat(at)
            except ValueError:
                return None
        if not isinstance(at, datetime):
            return None
        return (at if at.tzinfo else at.replace(tzinfo=self._zone)).astimezone(UTC)


def _batches(values: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), IN_BATCH):
        yield ordered[start : start + IN_BATCH]
