"""That the keys at hand are the ones which the ledger's references were made with.

A key store that was lost and made anew looks whole, but no line written before could be found with it: what was
deleted would be taken in again. So the ledger keeps, for each key it ever used, what only that key can compute.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from lethe.errors import LetheError
from lethe.keystore import KeyStore
from lethe.ledger.schema import reference_key

KEYED = re.compile(r"(k[0-9]{4,}):[0-9a-f]{64}")
PURPOSE = b"witness of a reference key"


class KeyMismatchError(LetheError):
    """The key store is not the one that belongs to this ledger."""


def check_keys(connection: Connection, keys: KeyStore) -> None:
    """Refuse a key store that lacks a key which the ledger used, or holds another under its id.

    Raises:
        KeyMismatchError: restore the key store; a new one would make every earlier line unfindable.
    """
    used = {row.key_id: row.witness for row in connection.execute(select(reference_key))}
    if not used:
        return
    held = set(keys.reference_key_ids())
    for key_id, witness in sorted(used.items()):
        if key_id not in held or _witness(keys.reference_key(key_id)[1]) != witness:
            raise KeyMismatchError(
                f"the key store does not hold the reference key '{key_id}' that the ledger's lines were written "
                "with; nothing was touched. Restore the key store from its backup"
            )


def note_keys(connection: Connection, keys: KeyStore, references: Iterable[str]) -> None:
    """Keep the witness of every key that these references were made with, in the transaction that writes them."""
    matches = (KEYED.fullmatch(reference) for reference in references)
    used = {match[1] for match in matches if match}
    if not used:
        return
    known = set(connection.execute(select(reference_key.c.key_id)).scalars())
    new = sorted(used - known)
    if new:
        rows = [{"key_id": key_id, "witness": _witness(keys.reference_key(key_id)[1])} for key_id in new]
        connection.execute(insert(reference_key), rows)


def _witness(key: bytes) -> str:
    return hmac.new(key, PURPOSE, hashlib.sha256).hexdigest()
