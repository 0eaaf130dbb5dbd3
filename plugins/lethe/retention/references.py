"""How the ledger names what was deleted: keyed, so that a name can be recognised and never read back."""

from collections.abc import Sequence

from lethe.ledger import Ledger

DELETED = "deleted"
"""The ledger's event for something that a fresh listing no longer showed: a tombstone."""

KEPT = "kept"
"""The ledger's event for something planned that was no longer due, or no longer covered, when its turn came."""


def object_name(store_id: str, key: str) -> tuple[str, ...]:
    """The parts that name an object in a store."""
    return ("object", store_id, key)


def answer_name(place_id: str, source_id: str, source_ref: str) -> tuple[str, ...]:
    """The parts that name one answer, by where it came from, in one place that holds it."""
    return ("answer", place_id, source_id, source_ref)


def is_unicode(key: str) -> bool:
    """Whether a database can hold a key: the name of a file on disk need not be valid Unicode."""
    try:
        key.encode()
    except UnicodeEncodeError:
        return False
    return True


def was_deleted(ledger: Ledger, name: tuple[str, ...]) -> bool:
    """Whether the ledger holds a tombstone for it, under any key there has been."""
    return ledger.exists(DELETED, ledger.references(*name))


def were_deleted(ledger: Ledger, names: Sequence[tuple[str, ...]]) -> list[bool]:
    """The same of many things, in their order and in one question."""
    each = ledger.references_each(names)
    lines = ledger.lines_about(DELETED, {reference for references in each for reference in references})
    gone = {line.reference for line in lines}
    return [not gone.isdisjoint(references) for references in each]
