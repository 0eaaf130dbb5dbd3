"""Which of many things the ledger says were deleted: looked up under every key that references were ever made with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lethe.ledger import Ledger, Line
from lethe.retention.references import DELETED


@dataclass(frozen=True)
class Tombstone:
    """One line that says something was shown to be gone: under which plan, from where, and when it had been due."""

    plan_id: str
    reference: str
    due: date


def tombstones_of(ledger: Ledger, names: Sequence[Sequence[str]]) -> list[tuple[Tombstone, ...]]:
    """The tombstones of each of these things, oldest first; in one question for many of them."""
    each = ledger.references_each(names)
    lines: dict[str, list[Line]] = {}
    for line in ledger.lines_about(DELETED, {reference for references in each for reference in references}):
        lines.setdefault(line.reference, []).append(line)
    return [
        tuple(
            Tombstone(line.scope, line.reference, date.fromisoformat(str(line.details["due"])))
            for reference in references
            for line in lines.get(reference, ())
        )
        for references in each
    ]
