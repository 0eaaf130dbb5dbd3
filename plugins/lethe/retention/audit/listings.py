"""One place against its rules, the register and the tombstones."""

from dataclasses import dataclass

from lethe.agency import Agency
from lethe.ledger.recipients import RecipientCopy, copies_at_clients
from lethe.retention.audit.drops import is_drop, note_left_uploads, note_left_versions
from lethe.retention.audit.findings import FindingKind, Notes
from lethe.retention.listing import connections_of
from lethe.retention.relist import NO_RULE, UNREGISTERED, Thing, relist
from lethe.settings.places import StoreRole

KIND_OF: dict[str, FindingKind] = {
    "overdue": "overdue",
    "undated": "undated",
    "unknown": "unknown",
    NO_RULE: "unknown",
    "held": "held",
    UNREGISTERED: "unregistered_at_client",
}


@dataclass(frozen=True)
class Listed:
    """A place that was listed to its end: under which connections, and how many things it holds, ours or not."""

    place_id: str
    connection: str
    things: int


def look_at(agency: Agency, place_id: str, notes: Notes, came_back: set[str]) -> Listed:
    """List a place once and note what is wrong with it; the plans whose things are there again go to `came_back`.

    Raises:
        LetheError: it could not be listed to its end.
    """
    things = 0
    missing = _registered(agency, place_id)
    for batch in relist(agency, place_id):
        things += len(batch)
        wrong: list[tuple[FindingKind, Thing]] = []
        for thing in batch:
            missing.pop(thing.held.key, None)
            came_back.update(stone.plan_id for stone in thing.tombstones)
            kind = kind_of(thing)
            if kind is not None:
                wrong.append((kind, thing))
            if thing.hidden_from:
                wrong.append(("hidden", thing))
        references = agency.ledger.reference_each(thing.held.name for _, thing in wrong)
        for (kind, thing), reference in zip(wrong, references, strict=True):
            notes.note(kind, place_id, [reference], _why(kind, thing))
        if is_drop(agency, place_id):
            note_left_versions(agency, place_id, batch, notes)
    if is_drop(agency, place_id):
        note_left_uploads(agency, place_id, notes)
    # What is due was deleted, by us or by the client, and waits for its run to say so.
    early = [copy.copy_id for copy in missing.values() if copy.due > agency.today()]
    notes.note("missing_at_client", place_id, early)
    return Listed(place_id, " and ".join(connections_of(agency, place_id)), things)


def kind_of(thing: Thing) -> FindingKind | None:
    """What is wrong with a thing; None when all is as promised."""
    if thing.tombstones:
        if thing.standing == "not_yet":
            return "resurrected_not_due"
        if _is_another(thing):
            return "undated"
        return "held" if thing.held.hold is not None else "resurrected"
    return KIND_OF.get(thing.standing)


def _is_another(thing: Thing) -> bool:
    """Whether it is a new row under an id that was deleted before: rows carry their date, and only dated ones went."""
    return thing.held.kind == "row" and thing.standing == "undated"


def _why(kind: FindingKind, thing: Thing) -> str:
    if kind == "held" and thing.held.hold is not None:
        return f"{thing.held.hold.hold_id}: {thing.held.hold.reason}"
    if kind == "hidden":
        return f"connection {thing.hidden_from}"
    if kind == "unknown":
        return thing.held.why
    if kind == "undated" and thing.tombstones:
        return "of an id that was deleted before"
    return thing.rule_id if kind == "overdue" else ""


def _registered(agency: Agency, place_id: str) -> dict[str, RecipientCopy]:
    """The copies that the register says are at a client's store, by key."""
    store = agency.settings.places.stores.get(place_id)
    if store is None or store.role is not StoreRole.CLIENT:
        return {}
    return {copy.key: copy for copy in copies_at_clients(agency.ledger) if copy.store_id == place_id}
