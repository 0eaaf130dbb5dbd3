"""Which notices are due: what a client holds out of our reach, told 30 and 7 days before its day, on the day, and then
every week until the client attests (P4.2: recordings are deleted by the agency *and by its clients*).

Pure: dates and what was told go in, notices come out.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import rfc8785

BEFORE = (30, 7, 0)
"""The stages of a notice: so many days before the due day."""

ESCALATED_EVERY = 7
"""Days between two escalations. The first is on the day after the due day."""

ToldOf = tuple[str, date, int]
"""That a thing was told of: its item id, the due day it then had, the stage."""


@dataclass(frozen=True)
class Holding:
    """One thing that a client holds where nobody but the client can delete it, and has not attested yet.

    `due` is its day as dated now. `source` is our own opaque name for where it came from: an export's id, or a
    handover's reference. What a hold keeps is nobody asked to delete.
    """

    item_id: str
    client_id: str
    study_id: str
    kind: str
    clause: str
    due: date
    source: str
    on_hold: bool = False


@dataclass(frozen=True)
class Notice:
    """One message to one client about one due day. `stage` is in days before it; below zero it is an escalation.

    `moved_from` are the days under which something of it was told before it was dated anew.
    """

    client_id: str
    due: date
    stage: int
    holdings: tuple[Holding, ...]
    moved_from: tuple[date, ...] = ()

    @property
    def is_escalation(self) -> bool:
        return self.stage < 0

    @property
    def notice_id(self) -> str:
        """The same for the same things at the same stage of the same day: a repeated try is a repeat."""
        group = (self.client_id, self.due.isoformat(), str(self.stage))
        content = rfc8785.dumps([*group, *(held.item_id for held in self.holdings)])
        return f"n-{hashlib.sha256(content).hexdigest()[:24]}"

    @property
    def ids_by_item(self) -> dict[str, str]:
        """By item id, what a notice of that thing alone would be called: what an address has is noted so."""
        return {held.item_id: replace(self, holdings=(held,)).notice_id for held in self.holdings}

    @property
    def code(self) -> str:
        """What the client answers with."""
        return reference_code(self.client_id, self.due)

    @property
    def kinds(self) -> dict[str, int]:
        return dict(sorted(Counter(held.kind for held in self.holdings).items()))

    @property
    def studies(self) -> tuple[str, ...]:
        return tuple(sorted({held.study_id for held in self.holdings}))

    @property
    def clauses(self) -> tuple[str, ...]:
        return tuple(sorted({held.clause for held in self.holdings}))

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(sorted({held.source for held in self.holdings}))


def reference_code(client_id: str, due: date) -> str:
    """The code that names what a client holds until one day, such as `brightwell-20270115`."""
    return f"{client_id}-{due:%Y%m%d}"


def stage_of(due: date, today: date) -> int | None:
    """The latest stage that a due day has reached; None while there are more than 30 days left.

    >>> from datetime import date
    >>> [stage_of(date(2027, 1, 31), date(2027, 1, day)) for day in (1, 2, 24, 31)]
    [30, 30, 7, 0]
    >>> [stage_of(date(2027, 1, 31), date(2027, 2, day)) for day in (1, 7, 8)]
    [-1, -1, -8]
    """
    left = (due - today).days
    if left < 0:
        return -1 - (-left - 1) // ESCALATED_EVERY * ESCALATED_EVERY
    return min((stage for stage in BEFORE if stage >= left), default=None)


def notices_due(holdings: Iterable[Holding], told: Collection[ToldOf], today: date) -> list[Notice]:
    """What is to be sent today, one notice a client, due day and stage, in the order of client and day.

    A missed day is caught up: of the stages that have passed, the latest is sent once, the earlier ones never late.
    A thing that was dated anew is told of under its new day; one that came later to a day already told of gets a
    notice of its own. What was told of at this stage of this day, or a later one, is left out.
    """
    reached: dict[tuple[str, date], int] = {}
    days_told: dict[str, set[date]] = {}
    for item_id, due, stage in told:
        reached[item_id, due] = min(stage, reached.get((item_id, due), stage))
        days_told.setdefault(item_id, set()).add(due)
    groups: dict[tuple[str, date, int], list[Holding]] = {}
    for held in holdings:
        stage_now = None if held.on_hold else stage_of(held.due, today)
        if stage_now is not None and reached.get((held.item_id, held.due), stage_now + 1) > stage_now:
            groups.setdefault((held.client_id, held.due, stage_now), []).append(held)
    return [_notice(*group, holdings=groups[group], days_told=days_told) for group in sorted(groups)]


def _notice(
    client_id: str, due: date, stage: int, *, holdings: Sequence[Holding], days_told: dict[str, set[date]]
) -> Notice:
    ordered = tuple(sorted(holdings, key=lambda held: held.item_id))
    before = {day for held in ordered for day in days_told.get(held.item_id, set())}
    return Notice(client_id, due, stage, ordered, tuple(sorted(before - {due})))
