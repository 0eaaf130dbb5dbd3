"""The ledger: lines that each hold the hash of the one before, written in one transaction with what they tell of.

A line holds no personal data: things are named by opaque ids or by keyed references.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import rfc8785
from sqlalchemy import Connection, Engine, Row, insert, select, update
from sqlalchemy.exc import DBAPIError

from lethe.errors import LetheError
from lethe.keystore import KeyStore
from lethe.ledger.schema import ledger_entry, ledger_head
from lethe.ledger.witness import check_keys, note_keys

GENESIS = "0" * 64
HEAD = 1
IN_BATCH = 500


class LedgerError(LetheError):
    """The ledger cannot be written, or is not what was written."""


@dataclass(frozen=True)
class Entry:
    """One event to write: `reference` names what it happened to, `scope` the plan, export or pull it belongs to."""

    event: str
    scope: str
    reference: str
    outcome: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One line as written."""

    seq: int
    at: str
    event: str
    scope: str
    reference: str
    outcome: str
    details: Mapping[str, Any]
    previous: str
    hash: str


class Ledger:
    """Reads and appends lines of one database; references are keyed with the key store's current key."""

    def __init__(self, engine: Engine, *, keys: KeyStore, clock: Callable[[], datetime]) -> None:
        self.engine = engine
        self._keys = keys
        self._clock = clock
        self._keys_checked = False

    def reference(self, *parts: str) -> str:
        """A keyed name, `key id:HMAC-SHA256`, for something whose own name must not stand here.

        Raises:
            KeyMismatchError: the key store is not the one that belongs to this ledger.
        """
        return self.reference_each([parts])[0]

    def reference_each(self, names: Iterable[Sequence[str]]) -> list[str]:
        """The keyed names of many things; the key is read once."""
        self._check_keys()
        key_id, key = self._keys.reference_key()
        return [_keyed(key_id, key, parts) for parts in names]

    def references(self, *parts: str) -> list[str]:
        """The same under every key there has been: what to look a thing up by."""
        self._check_keys()
        found = (self._keys.reference_key(key_id) for key_id in self._keys.reference_key_ids())
        return [_keyed(key_id, key, parts) for key_id, key in found]

    def references_each(self, names: Iterable[Sequence[str]]) -> list[list[str]]:
        """The keyed names of many things under every key there has been; each key is read once."""
        self._check_keys()
        held = [self._keys.reference_key(key_id) for key_id in self._keys.reference_key_ids()]
        return [[_keyed(key_id, key, parts) for key_id, key in held] for parts in names]

    def _check_keys(self) -> None:
        """Once in the life of this object: keys do not change under a running process."""
        if not self._keys_checked:
            with self.engine.connect() as connection:
                check_keys(connection, self._keys)
            self._keys_checked = True

    def append(self, entries: Sequence[Entry], *, also: Callable[[Connection], object] | None = None) -> int:
        """Write lines in order, and whatever `also` changes beside them, or nothing of both; how many were new.

        A line whose reference, event and scope are there already is not written again: repeating is harmless.
        """
        with self._writing() as connection:
            fresh = _fresh(connection, entries)
            head = connection.execute(select(ledger_head).where(ledger_head.c.head_id == HEAD)).first()
            if head is None:
                raise LedgerError("the ledger has no head: it was never set up (`lethe upgrade-db`) or was damaged")
            seq, previous = head.seq, head.hash
            at = self._clock().astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
            rows = []
            for entry in fresh:
                seq += 1
                row = {
                    "seq": seq,
                    "at": at,
                    "event": entry.event,
                    "scope": entry.scope,
                    "reference": entry.reference,
                    "outcome": entry.outcome,
                    "details": rfc8785.dumps(dict(entry.details)).decode(),
                    "previous": previous,
                }
                row["hash"] = previous = line_hash(row)
                rows.append(row)
            if rows:
                note_keys(connection, self._keys, (entry.reference for entry in fresh))
                connection.execute(insert(ledger_entry), rows)
                connection.execute(
                    update(ledger_head).where(ledger_head.c.head_id == HEAD).values(seq=seq, hash=previous)
                )
            if also is not None:
                also(connection)
            return len(rows)

    def entries(
        self, *, scope: str | None = None, event: str | None = None, reference: str | None = None
    ) -> list[Line]:
        """The lines that fit all that is given, in order."""
        query = select(ledger_entry).order_by(ledger_entry.c.seq)
        for column, value in (("scope", scope), ("event", event), ("reference", reference)):
            if value is not None:
                query = query.where(ledger_entry.c[column] == value)
        with self.engine.connect() as connection:
            return [_line(row) for row in connection.execute(query)]

    def happened_to(self, event: str, scope: str, references: Collection[str]) -> set[str]:
        """Those of these references to which that event happened in that scope."""
        found: set[str] = set()
        ordered = sorted(set(references))
        with self.engine.connect() as connection:
            for start in range(0, len(ordered), IN_BATCH):
                query = select(ledger_entry.c.reference).where(
                    ledger_entry.c.event == event,
                    ledger_entry.c.scope == scope,
                    ledger_entry.c.reference.in_(ordered[start : start + IN_BATCH]),
                )
                found.update(connection.execute(query).scalars())
        return found

    def lines_about(self, event: str, references: Collection[str]) -> list[Line]:
        """The lines of that event about any of these references, in order, whatever their scope."""
        found: list[Line] = []
        ordered = sorted(set(references))
        with self.engine.connect() as connection:
            for start in range(0, len(ordered), IN_BATCH):
                query = select(ledger_entry).where(
                    ledger_entry.c.event == event, ledger_entry.c.reference.in_(ordered[start : start + IN_BATCH])
                )
                found += [_line(row) for row in connection.execute(query)]
        return sorted(found, key=lambda line: line.seq)

    def exists(self, event: str, references: Collection[str]) -> bool:
        """Whether that event happened to one of these references."""
        with self.engine.connect() as connection:
            query = select(ledger_entry.c.seq).where(
                ledger_entry.c.event == event, ledger_entry.c.reference.in_(references)
            )
            return connection.execute(query.limit(1)).first() is not None

    def head(self) -> tuple[int, str]:
        """The number and hash of the last line: what a certificate anchors."""
        with self.engine.connect() as connection:
            row = connection.execute(select(ledger_head).where(ledger_head.c.head_id == HEAD)).first()
        if row is None:
            raise LedgerError("the ledger has no head: it was never set up (`lethe upgrade-db`) or was damaged")
        return row.seq, row.hash

    def verify_chain(self, anchors: Mapping[int, str] | None = None) -> list[str]:
        """What is wrong with the chain, in words; empty when every line is as it was written.

        Finds a changed column, a removed or added line and, against the head and the `anchors` (line number to
        hash, from certificates kept elsewhere), a cut tail.
        """
        problems: list[str] = []
        seen = dict(anchors or {})
        expected, previous = 1, GENESIS
        with self._of_one_moment() as connection:
            for row in _readable(connection, problems):
                if row.seq != expected:
                    problems.append(f"line {expected} is missing")
                    expected = row.seq
                if row.previous != previous:
                    problems.append(f"line {row.seq} does not follow from the line before it")
                if not _is_as_written(row):
                    problems.append(f"line {row.seq} was changed")
                if seen.pop(row.seq, row.hash) != row.hash:
                    problems.append(f"line {row.seq} is not the one a certificate names")
                expected, previous = row.seq + 1, row.hash
            head = connection.execute(select(ledger_head)).all()
        problems += [f"line {seq}, named by a certificate, is gone" for seq in sorted(seen) if seq > 0]
        if [(row.head_id, row.seq, row.hash) for row in head] != [(HEAD, expected - 1, previous)]:
            problems.append("the head names another last line: the tail was cut or a line was added")
        return problems

    @contextmanager
    def _of_one_moment(self) -> Iterator[Connection]:
        """Reads that see one state of the database: lines are written while a long chain is read."""
        connection = self.engine.connect().execution_options(yield_per=IN_BATCH)
        if connection.dialect.name == "sqlite":
            with connection, connection.begin():
                connection.exec_driver_sql("BEGIN")
                yield connection
        else:
            with connection.execution_options(isolation_level="REPEATABLE READ") as repeatable, repeatable.begin():
                yield repeatable

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that is alone in writing from its first moment."""
        with self.engine.connect() as connection, connection.begin():
            if connection.dialect.name == "sqlite":
                # Otherwise two readers of the head could both go on to write.
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(select(ledger_head).where(ledger_head.c.head_id == HEAD).with_for_update())
            yield connection


def line_hash(row: Mapping[str, Any]) -> str:
    """The SHA-256 of a line's RFC 8785 form, the hash of the line before included."""
    names = ("seq", "at", "event", "scope", "reference", "outcome", "details", "previous")
    return hashlib.sha256(rfc8785.dumps({name: row[name] for name in names})).hexdigest()


def _readable(connection: Connection, problems: list[str]) -> Iterator[Row[Any]]:
    """Every line in order, up to one that the database cannot give as text: bytes that were never written."""
    last = 0
    try:
        for row in connection.execute(select(ledger_entry).order_by(ledger_entry.c.seq)):
            yield row
            last = row.seq
    except DBAPIError:
        # Its text would quote the cell.
        problems.append(f"line {last + 1}, or one of the {IN_BATCH} after it, was changed: it cannot be read as text")


def _is_as_written(row: Row[Any]) -> bool:
    try:
        return bool(row.hash == line_hash(dict(row._mapping)))
    except (rfc8785.CanonicalizationError, UnicodeError):
        return False  # a value of a kind that was never written


def _fresh(connection: Connection, entries: Sequence[Entry]) -> list[Entry]:
    held: set[tuple[str, str, str]] = set()
    references = sorted({entry.reference for entry in entries})
    columns = (ledger_entry.c.reference, ledger_entry.c.event, ledger_entry.c.scope)
    for start in range(0, len(references), IN_BATCH):
        query = select(*columns).where(ledger_entry.c.reference.in_(references[start : start + IN_BATCH]))
        held.update((row.reference, row.event, row.scope) for row in connection.execute(query))
    fresh = []
    for entry in entries:
        name = (entry.reference, entry.event, entry.scope)
        if name not in held:
            held.add(name)
            fresh.append(entry)
    return fresh


def _keyed(key_id: str, key: bytes, parts: Sequence[str]) -> str:
    # Each part with its length before it: ("ab", "c") and ("a", "bc") are different things.
    # The name of a file on disk need not be valid Unicode.
    coded = [part.encode("utf-8", "surrogateescape") for part in parts]
    message = b"".join(len(part).to_bytes(4, "big") + part for part in coded)
    return f"{key_id}:{hmac.new(key, message, hashlib.sha256).hexdigest()}"


def _line(row: Row[Any]) -> Line:
    return Line(**{**row._mapping, "details": json.loads(row.details)})
