"""Random changes to certificates and to the ledger, through whatever an intruder has: the file, and SQL.

Every change is made alone, looked for, and taken back.
"""

import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.sql import engine_from
from lethe.errors import LetheError
from lethe.keystore import KeyStore
from lethe.ledger import Entry, Ledger
from lethe.ledger.schema import ledger_entry, ledger_head
from lethe.migrate import upgrade
from lethe.retention.certificate import signed_certificate, verify_certificate
from tests.proof.access import at_noon

SEED = 20_261_124
LINES = 60
COLUMNS = tuple(column.name for column in ledger_entry.columns)

Found = Counter[tuple[str, bool]]
"""How many changes of each kind were found, and how many were not."""


class Book:
    """A ledger with some hundred lines, its certificate, and the keys that are trusted."""

    def __init__(self, folder: Path) -> None:
        self.keys = KeyStore.create(folder / "keys")
        self.engine = engine_from(ConnectionSpec("ledger", "sqlite", host=str(folder / "ledger.sqlite")))
        upgrade(self.engine, "ledger")
        # Nothing here outlives the process: flushing to disk would only take time.
        sa.event.listen(self.engine, "connect", _without_flushing)
        self.engine.dispose()
        self.ledger = Ledger(self.engine, keys=self.keys, clock=at_noon)
        names = [("object", "sessions", f"banking-app/s-1/{number}.wav") for number in range(LINES - 2)]
        references = self.ledger.reference_each(names)
        details = {"place": "sessions", "kind": "object", "due": "2026-11-24"}
        self.ledger.append([Entry("plan_frozen", "d-1", "d-1", "frozen", {"items": LINES - 2, "digest": "0" * 64})])
        self.ledger.append([Entry("deleted", "d-1", reference, "absent", details) for reference in references])
        seq, head = self.ledger.head()
        key_id, private = self.keys.signing_key()
        items = [{"reference": each, "place": "sessions", "due": "2026-11-24", "bytes": 17} for each in references]
        document = {
            "certificate_id": "d-1",
            "agency": "Fernhollow Research, Zürich",
            "result": {"absent": len(items), "kept": 0},
            "items": items,
            "ledger": {"line": seq, "hash": head},
        }
        self.certificate = signed_certificate(document, key_id, private)
        self.trusted: Mapping[str, Ed25519PublicKey] = {key_id: private.public_key()}
        self.ledger.append([Entry("certified", "d-1", "d-1", "signed", {"items": len(items), "key_id": key_id})])
        # What an auditor holds: the last line as it was at the time of looking, and the one the certificate names.
        self.anchors = {seq: head, self.ledger.head()[0]: self.ledger.head()[1]}
        with self.engine.begin() as connection:
            # The database itself refuses a change; who may change rows may also take away what refuses it.
            named = sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for name in connection.execute(named).scalars().all():
                connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def certificates(book: Book, number: int, chance: random.Random) -> Found:
    """Change one byte at a time: every other value, at any place."""
    found: Found = Counter()
    for _ in range(number):
        place = chance.randrange(len(book.certificate))
        changed = bytearray(book.certificate)
        changed[place] ^= chance.randrange(1, 256)
        try:
            verify_certificate(bytes(changed), book.trusted)
        except LetheError:
            found["one byte of a certificate", True] += 1
        else:
            found["one byte of a certificate", False] += 1
    return found


def ledger_changes(book: Book, number: int, chance: random.Random) -> Found:
    """Change the ledger through SQL: any column of any row, rows taken away or exchanged, the tail cut with its head.

    Nine of ten are one character, bit or number of a column.
    """
    found: Found = Counter()
    assert book.ledger.verify_chain(book.anchors) == []
    with book.engine.connect() as connection:
        rows = [dict(row._mapping) for row in connection.execute(sa.select(ledger_entry).order_by(ledger_entry.c.seq))]
        head = dict(connection.execute(sa.select(ledger_head)).one()._mapping)
    for _ in range(number):
        kind = _change(book, rows, head, chance)
        try:
            found[kind, bool(book.ledger.verify_chain(book.anchors))] += 1
        except sa.exc.SQLAlchemyError:
            # Bytes that are no text stop whoever reads them: noticed, and by no words of ours.
            found[f"{kind}, of which the database makes no text", True] += 1
        _restore(book, rows, head)
    assert book.ledger.verify_chain(book.anchors) == []
    return found


def _change(book: Book, rows: list[dict[str, Any]], head: dict[str, Any], chance: random.Random) -> str:
    kind = chance.randrange(40)
    seq = chance.randint(1, len(rows))
    with book.engine.begin() as connection:
        if kind == 0:
            connection.execute(sa.delete(ledger_entry).where(ledger_entry.c.seq == seq))
            return "a row removed"
        if kind == 1:
            _cut(connection, rows, chance.randrange(len(rows)))
            return "the tail cut, and the head moved to what was left"
        if kind == 2:
            column = chance.choice(("seq", "hash"))
            value = chance.randrange(1000, 9999) if column == "seq" else _other(head["hash"], chance)
            connection.execute(sa.update(ledger_head).values({column: value}))
            return "the head changed"
        if kind == 3:
            other = chance.choice([each for each in range(1, len(rows) + 1) if each != seq])
            for here, there in ((seq, -1), (other, seq), (-1, other)):
                connection.execute(sa.update(ledger_entry).where(ledger_entry.c.seq == here).values(seq=there))
            return "two rows exchanged"
        column = chance.choice(COLUMNS)
        value = rows[seq - 1][column]
        chosen = sa.update(ledger_entry).where(ledger_entry.c.seq == seq)
        if column == "seq":
            connection.execute(chosen.values(seq=chance.choice((-seq, seq + len(rows), 0))))
        elif chance.randrange(8):
            connection.execute(chosen.values({column: _other(value, chance)}))
        else:
            _change_a_bit(connection, column, seq, value, chance)
        return f"one character or bit of '{column}'"


def _cut(connection: sa.Connection, rows: list[dict[str, Any]], left: int) -> None:
    connection.execute(sa.delete(ledger_entry).where(ledger_entry.c.seq > left))
    previous = rows[left - 1]["hash"] if left else "0" * 64
    connection.execute(sa.update(ledger_head).values(seq=left, hash=previous))


def _other(value: str, chance: random.Random) -> str:
    """The text with one character changed, put in or taken out."""
    place, kind = chance.randrange(len(value)), chance.randrange(3)
    if kind == 0:
        return value[:place] + value[place + 1 :]
    letter = chance.choice([each for each in "0123456789abcdefXYZ é,:{}" if each != value[place]])
    return value[:place] + letter + value[place + (kind == 1) :]


def _change_a_bit(connection: sa.Connection, column: str, seq: int, value: str, chance: random.Random) -> None:
    """One bit of the text as it lies in the file: what comes out may be no text at all."""
    changed = bytearray(value.encode())
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    statement = f"UPDATE ledger_entry SET {column} = CAST(? AS TEXT) WHERE seq = ?"  # noqa: S608 (a column of ours)
    connection.exec_driver_sql(statement, (bytes(changed), seq))


def _restore(book: Book, rows: list[dict[str, Any]], head: dict[str, Any]) -> None:
    with book.engine.begin() as connection:
        connection.execute(sa.delete(ledger_entry))
        connection.execute(sa.insert(ledger_entry), rows)
        connection.execute(sa.update(ledger_head).values(head))


def _without_flushing(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF")


def summary(found: Found) -> dict[str, Any]:
    """Tried and found, by kind."""
    kinds = sorted({kind for kind, _ in found})
    return {kind: {"tried": found[kind, True] + found[kind, False], "found": found[kind, True]} for kind in kinds}


def measure(quick: bool) -> dict[str, Any]:
    """The figures of the report."""
    number = 300 if quick else 10_000
    return {"certificates": number, "ledger": number, "seed": SEED, **dict(_measured(number))}


def _measured(number: int) -> Iterator[tuple[str, Any]]:
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="lethe-proof-") as folder:
        book = Book(Path(folder))
        yield "of_certificates", summary(certificates(book, number, chance))
        yield "of_ledger", summary(ledger_changes(book, number, chance))
