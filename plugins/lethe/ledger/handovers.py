"""The register of handovers: what was given to a client outside any bucket, and when it must go there."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from lethe.ledger.chain import Ledger
from lethe.ledger.schema import handover


@dataclass(frozen=True)
class Handover:
    """One thing handed over. `session_id` is what it is dated by; without one, `due` was given by hand.

    `reference` is the agency's own id of the disk or link, never a file's name.
    """

    handover_id: str
    client_id: str
    study_id: str
    kind: str
    clause: str
    due: date
    session_id: str | None
    reference: str
    registered_at: datetime


def all_handovers(ledger: Ledger) -> list[Handover]:
    """The whole register, in the order of due dates."""
    with ledger.engine.connect() as connection:
        rows = connection.execute(select(handover).order_by(handover.c.due, handover.c.handover_id)).mappings()
        return [Handover(**row) for row in rows]


def find_handover(ledger: Ledger, handover_id: str) -> Handover | None:
    """The handover of that id."""
    with ledger.engine.connect() as connection:
        row = connection.execute(select(handover).where(handover.c.handover_id == handover_id)).mappings().first()
        return Handover(**row) if row else None


def write_handover(connection: Connection, entry: Handover) -> None:
    """Put a handover in the register, in the transaction of its line in the ledger; one that is there stays."""
    held: Collection[str] = (
        connection.execute(select(handover.c.handover_id).where(handover.c.handover_id == entry.handover_id))
        .scalars()
        .all()
    )
    if not held:
        connection.execute(insert(handover), [asdict(entry)])
