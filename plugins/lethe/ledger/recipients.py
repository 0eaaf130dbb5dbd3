"""The register of recipients: every object of the agency's that lies in a client's bucket, and when it must go."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select, update

from lethe.ledger.chain import IN_BATCH, Ledger
from lethe.ledger.schema import recipient_copy


@dataclass(frozen=True)
class RecipientCopy:
    """One object at a client: what it is, under which clause it falls due, and when it was found to be gone.

    `gone_due` is the day it was deleted under: before `due` where its source had been dated anew.
    """

    copy_id: str
    export_id: str
    study_id: str
    client_id: str
    store_id: str
    key: str
    version_id: str
    sha256: str
    size: int
    kind: str
    clause: str
    due: date
    published_at: datetime
    deleted_at: datetime | None = None
    gone_due: date | None = None


def register_copies(ledger: Ledger, copies: Sequence[RecipientCopy], *, connection: Connection | None = None) -> None:
    """Put copies in the register; one that stands there already stays as it is."""
    if connection is None:
        with ledger.engine.begin() as own:
            register_copies(ledger, copies, connection=own)
        return
    ids = [copy.copy_id for copy in copies]
    held: set[str] = set()
    for start in range(0, len(ids), IN_BATCH):
        chosen = recipient_copy.c.copy_id.in_(ids[start : start + IN_BATCH])
        held.update(connection.execute(select(recipient_copy.c.copy_id).where(chosen)).scalars())
    new = [asdict(copy) for copy in copies if copy.copy_id not in held]
    if new:
        connection.execute(insert(recipient_copy), new)


def copies_at_clients(ledger: Ledger, kinds: Collection[str] | None = None) -> list[RecipientCopy]:
    """Every copy not yet found gone, of those kinds or of all, in the order of their due dates."""
    query = select(recipient_copy).where(recipient_copy.c.deleted_at.is_(None))
    if kinds is not None:
        query = query.where(recipient_copy.c.kind.in_(kinds))
    with ledger.engine.connect() as connection:
        rows = connection.execute(query.order_by(recipient_copy.c.due, recipient_copy.c.copy_id)).mappings()
        return [RecipientCopy(**row) for row in rows]


def copies_of(ledger: Ledger, store_id: str, keys: Collection[str]) -> list[RecipientCopy]:
    """What the register says of these keys of one store, what is gone included."""
    found: list[RecipientCopy] = []
    ordered = sorted(set(keys))
    with ledger.engine.connect() as connection:
        for start in range(0, len(ordered), IN_BATCH):
            query = select(recipient_copy).where(
                recipient_copy.c.store_id == store_id, recipient_copy.c.key.in_(ordered[start : start + IN_BATCH])
            )
            found += [RecipientCopy(**row) for row in connection.execute(query).mappings()]
    return found


def all_copies(ledger: Ledger) -> list[RecipientCopy]:
    """The whole register, what is gone included."""
    with ledger.engine.connect() as connection:
        rows = connection.execute(select(recipient_copy).order_by(recipient_copy.c.copy_id)).mappings()
        return [RecipientCopy(**row) for row in rows]


def mark_deleted(connection: Connection, store_id: str, keys: Collection[str], at: datetime, due: date) -> None:
    """Note that a fresh listing of a client's store no longer showed these keys, and under which day they went."""
    for key in keys:
        connection.execute(
            update(recipient_copy)
            .where(
                recipient_copy.c.store_id == store_id,
                recipient_copy.c.key == key,
                recipient_copy.c.deleted_at.is_(None),
            )
            .values(deleted_at=at, gone_due=due)
        )
