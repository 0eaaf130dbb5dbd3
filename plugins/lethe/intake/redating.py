"""An answer whose source now gives it another date: the earlier of the two counts, and the ledger is told of both.

A deletion must not be put off by dropping an answer again with a later date (P4.3).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.retention.inventory import RESEARCH
from lethe.retention.references import answer_name

REDATED = "redated"
NOT_REDATED = "not_redated"
LONGEST_SOURCE = 52  # with a day behind it, a scope


@dataclass(frozen=True)
class Redating:
    """One answer and its two days where the agency is: the one held (None: it had no date), the one its source gives.

    They differ.
    """

    source_ref: str = field(repr=False)
    held: date | None
    told: date

    @property
    def applied(self) -> bool:
        """Whether the answer takes the day that its source gives: never a later one."""
        return self.held is None or self.told < self.held


def earlier(held: datetime | None, told: datetime) -> datetime:
    """Which of two times an answer has from now on."""
    return told if held is None else min(held, told)


def redating(agency: Agency, source_ref: str, held: datetime | None, told: datetime) -> Redating | None:
    """What changes about an answer's day, if anything does; the time of day moves no due date."""
    zone = agency.settings.agency.zone
    was = held.astimezone(zone).date() if held else None
    day = told.astimezone(zone).date()
    return None if was == day else Redating(source_ref, was, day)


def note(agency: Agency, source_id: str, found: Iterable[Redating]) -> None:
    """Write them down: `redated` where the earlier day was applied, `not_redated` where a later one was not."""
    redatings = list(found)
    names = (answer_name(RESEARCH, source_id, one.source_ref) for one in redatings)
    agency.ledger.append(
        [
            _entry(source_id, reference, one)
            for reference, one in zip(agency.ledger.reference_each(names), redatings, strict=True)
        ]
    )


def _entry(source_id: str, reference: str, one: Redating) -> Entry:
    # An answer may be redated more than once, and a line of the same name is written only once.
    scope = f"{source_id[:LONGEST_SOURCE]}:{one.told.isoformat()}"
    if not one.applied:
        details = {"source": source_id, "is": str(one.held), "told": str(one.told)}
        return Entry(NOT_REDATED, scope, reference, "later_date_not_applied", details)
    if one.held is None:
        return Entry(REDATED, scope, reference, "dated", {"source": source_id, "is": str(one.told)})
    return Entry(REDATED, scope, reference, "earlier", {"source": source_id, "was": str(one.held), "is": str(one.told)})
