"""What clients were told and what they attested: the tables that say which notice is still to be sent."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from lethe.ledger.chain import Ledger
from lethe.ledger.schema import attestation, attested_item, notice_item, notice_recipient

IN_BATCH = 500

CLOSING = ("deleted", "none-held")
"""The statements after which nothing more is asked. `partly` is none of them."""


@dataclass(frozen=True)
class Told:
    """That one thing was told of at one stage of one due day (see `retention.notices`)."""

    item_id: str
    due: date
    stage: int
    client_id: str
    notice_id: str
    sent_at: datetime


@dataclass(frozen=True)
class Attestation:
    """What a client stated of the copies due on one day, and who said so."""

    attestation_id: str
    client_id: str
    due: date
    statement: str
    by: str
    note: str
    attested_at: datetime


def all_told(ledger: Ledger) -> list[Told]:
    """Everything that was told, in the order of its sending."""
    with ledger.engine.connect() as connection:
        rows = connection.execute(select(notice_item).order_by(notice_item.c.sent_at, notice_item.c.item_id))
        return [Told(**row) for row in rows.mappings()]


def note_told(connection: Connection, rows: Sequence[Told]) -> None:
    """Note what one notice told of, in the transaction of its line in the ledger."""
    of = notice_item.c
    same_day = (of.client_id == rows[0].client_id) & (of.due == rows[0].due) & (of.stage == rows[0].stage)
    held = set(connection.execute(select(of.item_id).where(same_day)).scalars())
    new = [asdict(row) for row in rows if row.item_id not in held]
    if new:
        connection.execute(insert(notice_item), new)


def notices_taken(ledger: Ledger, notice_ids: Sequence[str], recipients: Collection[str]) -> set[str]:
    """Those of these notices that reached somebody already, named by any of these keyed references."""
    of = notice_recipient.c
    found: set[str] = set()
    with ledger.engine.connect() as connection:
        for start in range(0, len(notice_ids), IN_BATCH):
            chosen = of.notice_id.in_(notice_ids[start : start + IN_BATCH])
            found.update(connection.execute(select(of.notice_id).where(chosen, of.recipient.in_(recipients))).scalars())
    return found


def note_recipient(ledger: Ledger, notice_ids: Sequence[str], recipient: str) -> None:
    """Note that a mail server took these notices for somebody, in one letter."""
    with ledger.engine.begin() as connection:
        connection.execute(
            insert(notice_recipient), [{"notice_id": notice_id, "recipient": recipient} for notice_id in notice_ids]
        )


def closed_items(ledger: Ledger) -> set[str]:
    """The things of which their client attested that it holds them no more."""
    query = select(attested_item.c.item_id).join(
        attestation, attestation.c.attestation_id == attested_item.c.attestation_id
    )
    with ledger.engine.connect() as connection:
        return set(connection.execute(query.where(attestation.c.statement.in_(CLOSING))).scalars())


def attestations_of(ledger: Ledger, client_id: str, due: date) -> list[Attestation]:
    """What a client attested for one due day, in order."""
    chosen = (attestation.c.client_id == client_id) & (attestation.c.due == due)
    with ledger.engine.connect() as connection:
        rows = connection.execute(select(attestation).where(chosen).order_by(attestation.c.attested_at)).mappings()
        return [Attestation(**row) for row in rows]


def write_attestation(connection: Connection, entry: Attestation, item_ids: Collection[str]) -> None:
    """Write an attestation and what it covers, in the transaction of its line in the ledger; repeated, a no-op."""
    known = select(attestation.c.attestation_id).where(attestation.c.attestation_id == entry.attestation_id)
    if connection.execute(known).first() is None:
        connection.execute(insert(attestation), [asdict(entry)])
        rows = [{"attestation_id": entry.attestation_id, "item_id": item_id} for item_id in sorted(item_ids)]
        connection.execute(insert(attested_item), rows)
