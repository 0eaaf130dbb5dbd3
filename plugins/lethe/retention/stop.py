"""The kill switch: one word in the database that every deletion asks for before each of its steps."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger.schema import deletion_stop
from lethe.retention.errors import RetentionError

STOP = 1


class DeletionsStoppedError(RetentionError):
    """Somebody stopped every deletion; what was not deleted yet is as it was."""


@dataclass(frozen=True)
class Stop:
    """Who stopped the deletions, why and when."""

    by: str
    reason: str
    at: datetime


def current_stop(agency: Agency) -> Stop | None:
    """The stop that is in force; None where deletions may run."""
    with agency.ledger.engine.connect() as connection:
        row = connection.execute(select(deletion_stop).where(deletion_stop.c.stop_id == STOP)).mappings().first()
    return Stop(row["by"], row["reason"], row["at"]) if row else None


def stop_deletions(agency: Agency, *, by: str, reason: str) -> bool:
    """Stop every deletion, those under way at their next step; False where they were stopped already.

    The reason stands in the ledger for good: words without a person's details, 200 letters at most.
    """
    if current_stop(agency) is not None:
        return False
    # Cut rather than refused: in an emergency the stop itself must not fail.
    by, reason = by[:100], reason[:200]
    now = agency.now()
    row = {"stop_id": STOP, "by": by, "reason": reason, "at": now}
    agency.ledger.append(
        [Entry("deletions", "deletions", f"stopped:{now.isoformat()}", "stopped", {"by": by, "reason": reason})],
        also=lambda connection: connection.execute(insert(deletion_stop), [row]),
    )
    return True


def resume_deletions(agency: Agency, *, by: str) -> bool:
    """Let deletions run again; False where they were not stopped."""
    if current_stop(agency) is None:
        return False
    agency.ledger.append(
        [Entry("deletions", "deletions", f"resumed:{agency.now().isoformat()}", "resumed", {"by": by})],
        also=lambda connection: connection.execute(delete(deletion_stop)),
    )
    return True


def refuse_if_stopped(agency: Agency) -> None:
    """Asked before each step of a deletion.

    Raises:
        DeletionsStoppedError: who stopped them and when; nothing more is deleted.
    """
    stop = current_stop(agency)
    if stop is not None:
        raise DeletionsStoppedError(
            f"every deletion was stopped by '{stop.by}' at {stop.at:%Y-%m-%d %H:%M} UTC; nothing more was deleted. "
            "`lethe deletions resume` lets them run again; then clear this task"
        )
