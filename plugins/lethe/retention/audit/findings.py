"""What an audit finds, gathered by kind, place and reason. Names nothing: a thing is told by its keyed reference."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

FindingKind = Literal[
    "overdue",
    "undated",
    "unknown",
    "resurrected",
    "resurrected_not_due",
    "hidden",
    "held",
    "missing_at_client",
    "unregistered_at_client",
    "parked",
    "left_in_drop",
    "unfinished",
    "rule_gone",
    "store_gone",
    "not_verified_again",
    "certificate",
    "certificate_unnamed",
    "evidence",
    "ledger",
    "uncovered",
    "not_listed",
    "lookup_failed",
]

INFORMATION: frozenset[FindingKind] = frozenset({"held", "missing_at_client", "not_listed"})
"""What is told and asks for nothing: a hold is somebody's decision, and a client may delete early."""

MEANS: dict[FindingKind, str] = {
    "overdue": "should have been gone before today; look at the retention DAG of its rule, of a drop at its pull DAG",
    "undated": "nobody knows from when its window counts; date the session or the answer",
    "unknown": "belongs to no session, export or rule; place it, or delete it by hand",
    "resurrected": "was deleted and is there again; `delete_what_came_back` or `lethe replay` deletes it again",
    "resurrected_not_due": "was deleted, is there again and is now dated as not due: was an id used again?",
    "hidden": "is shown by one of a store's two connections and not by the other; see that both lead to the same place "
    "and may list all of it",
    "held": "is kept by a legal hold",
    "missing_at_client": "is in the register, not due yet, and no longer at the client",
    "unregistered_at_client": "lies in our part of a client's store and in no register: nothing would ever delete it",
    "parked": "what a rule has to delete is open for more than a day, and its plan waits for an approval",
    "left_in_drop": "has lain in a drop for more than three days where no listing of its files shows it: older "
    "versions, delete markers or unfinished uploads, whose bytes and names may be a person's. Run the pull DAG of the "
    "drop; what is left after it, delete there by hand in every version, and abort the uploads",
    "unfinished": "what a rule has to delete was frozen more than a day ago, in this plan or one before it, and is not "
    "certified; look at the DAG of its rule",
    "rule_gone": "a plan's rule is no longer configured, so no run finishes it; put the rule back until it is done",
    "store_gone": "copies lie in a client's store that config/stores.yaml does not have any more: nothing deletes them "
    "and no certificate is about them; put the store back until they are gone",
    "not_verified_again": "a certified plan's places could not be listed a day later, or one of their connections "
    "does not show all that the other one does",
    "certificate": "is not in the evidence store as it was signed; restore the store from its backup",
    "certificate_unnamed": "is a certificate that a trusted key signed, and the ledger names none such; the next "
    "certificate of its rule clears away what a killed run left. If it stays, find out who signed it",
    "evidence": "lies among the anchors, certificates and audit reports, and no trusted key signed it: it says nothing "
    "of the ledger. Put an older signing key into config/public_keys; find out who wrote anything else",
    "ledger": "the ledger is not as it was written, or not the newest there was; `lethe ledger verify` lists why",
    "uncovered": "is reached by a connection and named by no store, table or exclusion of stores.yaml",
    "not_listed": "a connection may not list what it reaches, so what else is there is not known",
    "lookup_failed": "could not be listed: what it holds is not part of this audit",
}
"""What each kind means, for a person."""

NEEDS_SOMEBODY: frozenset[FindingKind] = frozenset(MEANS) - INFORMATION

SHOWN = 100
"""References given with a finding at most; the number counts all."""


@dataclass(frozen=True)
class Finding:
    """Something that is not as promised: how many of a kind, where, and why. `place` is a place's or a rule's id."""

    kind: FindingKind
    place: str
    number: int
    why: str = ""
    references: tuple[str, ...] = ()


class Notes:
    """Gathers findings; its memory is what is wrong, not what is there."""

    def __init__(self) -> None:
        self._found: dict[tuple[FindingKind, str, str], dict[str, None]] = {}

    def note(self, kind: FindingKind, place: str, references: Iterable[str], why: str = "") -> None:
        """Add things by their references; one noted before is not counted again."""
        noted = self._found.setdefault((kind, place, why), {})
        noted.update(dict.fromkeys(references))

    def places(self, kind: FindingKind) -> set[str]:
        """The places of which something of a kind was noted."""
        return {place for (noted, place, _), found in self._found.items() if noted == kind and found}

    def findings(self) -> tuple[Finding, ...]:
        """What was gathered, by kind in the order of their declaration, then by place and reason."""
        order = list(MEANS)
        found = sorted(self._found.items(), key=lambda item: (order.index(item[0][0]), *item[0][1:]))
        return tuple(
            Finding(kind, place, len(noted), why, tuple(sorted(noted)[:SHOWN]))
            for (kind, place, why), noted in found
            if noted
        )
