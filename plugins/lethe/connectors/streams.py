"""Digests of bytes on their way, and the copy that checks what arrived."""

import hashlib
from typing import IO

from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import ObjectStore, StoredObject

CHUNK = 1 << 20


class HashingReader:
    """A stream that knows the digest and length of what was read through it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._digest = hashlib.sha256()
        self.size = 0

    def read(self, size: int = -1) -> bytes:
        """Read on, at most `size` bytes."""
        chunk = self._stream.read(size)
        self._digest.update(chunk)
        self.size += len(chunk)
        return chunk

    @property
    def sha256(self) -> str:
        """The digest of all that was read so far, lower-case hex."""
        return self._digest.hexdigest()


def sha256_of(stream: IO[bytes]) -> str:
    """The digest of the rest of a stream."""
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def copy_by_stream(
    target: ObjectStore, source: ObjectStore, key: str, version_id: str, *, to: str, sha256: str
) -> StoredObject:
    """Stream a copy from one store to another and keep it only when its digest is the one expected."""
    with source.open(key, version_id=version_id) as stream:
        stored = target.put(to, stream)
    return keep_if_exact(target, stored, sha256)


def keep_if_exact(target: ObjectStore, stored: StoredObject, sha256: str) -> StoredObject:
    """The stored object when its digest is right; otherwise it is removed again and refused."""
    if stored.sha256 == sha256:
        return stored
    found = target.versions_of([stored.key]).get(stored.key, [])
    outcomes = target.delete([version for version in found if version.version_id == stored.version_id])
    stayed = next((outcome for outcome in outcomes if outcome.outcome != "deleted"), None)
    then = f"it could not be removed again ({stayed.code})" if stayed else "it was removed again"
    raise ConnectorError(f"store '{target.store_id}': what arrived has another digest than what was sent; {then}")
