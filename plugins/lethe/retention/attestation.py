"""A client's word that it holds a day's copies no more, and who has yet to give it."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import rfc8785

from lethe.agency import Agency
from lethe.ledger import Entry
from lethe.ledger.notices import CLOSING, Attestation, Told, all_told, attestations_of, write_attestation
from lethe.retention.errors import RetentionError
from lethe.retention.holdings import holdings
from lethe.retention.notices import Holding, reference_code, stage_of

ATTESTED = "client_attested"


class Statement(StrEnum):
    """What a client says it did. After `partly` it is asked again."""

    DELETED = "deleted"
    NONE_HELD = "none-held"
    PARTLY = "partly"


class AttestationRefusedError(RetentionError):
    """An attestation that was not written down, and why."""

    may_pass = False


@dataclass(frozen=True)
class Attested:
    """What was written down: how many things it closes, and how many of the same day still wait."""

    code: str
    statement: Statement
    closed: int
    waiting: int


@dataclass(frozen=True)
class Awaited:
    """What a client has yet to attest for one due day. `told_at` is the latest stage it was told at; None: not yet."""

    client_id: str
    due: date
    kinds: dict[str, int]
    told_at: int | None
    partly: bool
    on_hold: bool = False

    @property
    def code(self) -> str:
        return reference_code(self.client_id, self.due)

    @property
    def things(self) -> int:
        return sum(self.kinds.values())


def attest(
    agency: Agency, client_id: str, due: date, *, by: str, statement: Statement = Statement.DELETED, note: str = ""
) -> Attested:
    """Write down what a client attested for one due day.

    It covers what the notices for that day told of, though it was dated anew since; before any notice, what is due
    that day. What came to the day after the last notice, or after such a first answer, is not covered, however often
    the answer is entered: the client cannot have meant it. `by` and `note` stay out of the ledger's
    lines, where nothing can be erased: there stands a keyed reference of `by`.

    Raises:
        AttestationRefusedError: nothing of that client awaits an attestation for that day.
    """
    if not re.fullmatch(r"[\w][\w .,'@+-]{0,62}", by) or len(note) > 500 or not note.isprintable():
        raise AttestationRefusedError(
            "say who attests in 63 characters or fewer, and any note in one line of 500. Nothing was written"
        )
    open_holdings = [held for held in holdings(agency) if held.client_id == client_id]
    told = [row for row in all_told(agency.ledger) if row.client_id == client_id]
    answered = any(said.statement in CLOSING for said in attestations_of(agency.ledger, client_id, due))
    covered = _covered(open_holdings, told, due, answered=answered)
    if not covered:
        raise AttestationRefusedError(_nothing_awaited(agency, client_id, due, open_holdings))
    entry = _entry(agency, client_id, due, by, statement, note, covered)
    details = {
        "client_id": client_id,
        "due": due.isoformat(),
        "things": len(covered),
        "items": _digest([held.item_id for held in covered]),
        "by": agency.ledger.reference("attested by", by),
    }
    line = Entry(ATTESTED, entry.attestation_id, reference_code(client_id, due), statement.value, details)
    item_ids = [held.item_id for held in covered]
    agency.ledger.append([line], also=lambda connection: write_attestation(connection, entry, item_ids))
    closed = 0 if statement is Statement.PARTLY else len(covered)
    left = {held.item_id for held in open_holdings if held.due == due} | {held.item_id for held in covered}
    return Attested(reference_code(client_id, due), statement, closed, len(left) - closed)


def awaited(agency: Agency) -> list[Awaited]:
    """What clients have yet to attest, by client and day, from 30 days before the day on."""
    today = agency.today()
    latest: dict[tuple[str, date], int] = {}
    for row in all_told(agency.ledger):
        latest[row.item_id, row.due] = min(row.stage, latest.get((row.item_id, row.due), row.stage))
    groups: dict[tuple[str, date], list[Holding]] = {}
    for held in holdings(agency):
        if stage_of(held.due, today) is not None:
            groups.setdefault((held.client_id, held.due), []).append(held)
    found = []
    for (client_id, due), held_then in sorted(groups.items()):
        stages = [latest[held.item_id, due] for held in held_then if (held.item_id, due) in latest]
        said = attestations_of(agency.ledger, client_id, due)
        found.append(
            Awaited(
                client_id,
                due,
                dict(sorted(Counter(held.kind for held in held_then).items())),
                min(stages, default=None),
                any(attestation.statement == Statement.PARTLY for attestation in said),
                any(held.on_hold for held in held_then),
            )
        )
    return found


def _covered(open_holdings: list[Holding], told: list[Told], due: date, *, answered: bool) -> list[Holding]:
    told_of = {row.item_id for row in told if row.due == due}
    if told_of or answered:
        return [held for held in open_holdings if held.item_id in told_of]
    return [held for held in open_holdings if held.due == due]


def _nothing_awaited(agency: Agency, client_id: str, due: date, open_holdings: list[Holding]) -> str:
    days = sorted({held.due.isoformat() for held in open_holdings})
    said = attestations_of(agency.ledger, client_id, due)
    before = f"; it was attested on {said[-1].attested_at.date().isoformat()}" if said else ""
    others = f"; days that await: {', '.join(days[:12])}" if days else "; it has nothing to attest"
    if due.isoformat() in days:
        others += "; what came to that day since is attested once a notice has told of it"
    return f"client '{client_id}' has nothing to attest for {due.isoformat()}{before}{others}. Nothing was written"


def _entry(
    agency: Agency, client_id: str, due: date, by: str, statement: Statement, note: str, covered: list[Holding]
) -> Attestation:
    content = [client_id, due.isoformat(), statement.value, by, agency.today().isoformat()]
    digest = _digest([*content, *(held.item_id for held in covered)])
    return Attestation(f"t-{digest[:24]}", client_id, due, statement.value, by, note, agency.now())


def _digest(parts: list[str]) -> str:
    return hashlib.sha256(rfc8785.dumps(parts)).hexdigest()
