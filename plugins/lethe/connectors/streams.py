"""Digests of bytes on their way, and the copy that checks what arrived."""

import hashlib
from collections.abc import Sequence
from typing import IO

from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import ObjectStore, ObjectVersion, StoredObject

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


def read_whole(store: ObjectStore, key: str, version_id: str) -> bytes:
    """The bytes of an object, as many as its store lists.

    Raises:
        ConnectorError: fewer or more came.
    """
    data = store.read(key, version_id=version_id or None)
    _refuse_unless(store, len(data), listed_size(store, key, version_id), "nothing was done with them")
    return data


def digest_whole(store: ObjectStore, key: str, version_id: str) -> str:
    """The digest of an object of which as many bytes came as its store lists.

    Raises:
        ConnectorError: fewer or more came.
    """
    with store.open(key, version_id=version_id or None) as stream:
        reader = HashingReader(stream)
        while reader.read(CHUNK):
            pass
    _refuse_unless(store, reader.size, listed_size(store, key, version_id), "nothing was done with them")
    return reader.sha256


def copy_by_stream(
    target: ObjectStore, source: ObjectStore, key: str, version_id: str, *, to: str, sha256: str
) -> StoredObject:
    """Stream a copy from one store to another and keep it only when its digest is the one expected, its size listed."""
    listed = listed_size(source, key, version_id)
    with source.open(key, version_id=version_id) as stream:
        stored = keep_if_exact(target, target.put(to, stream), sha256)
    if stored.size != listed:
        _remove(target, stored)
    _refuse_unless(source, stored.size, listed, "the copy was removed again")
    return stored


def listed_size(store: ObjectStore, key: str, version_id: str) -> int:
    """The size that a store lists for a version of a key, or for the latest one.

    Raises:
        ConnectorError: it lists no such version.
    """
    for version in store.versions_of([key]).get(key, []):
        if version.version_id == version_id if version_id else version.is_latest:
            return version.size
    raise ConnectorError(
        f"store '{store.store_id}': an object is not listed any more as it was; nothing was done with it; try again"
    )


def keep_if_exact(target: ObjectStore, stored: StoredObject, sha256: str) -> StoredObject:
    """The stored object when its digest is right; otherwise it is removed again and refused."""
    if stored.sha256 == sha256:
        return stored
    _remove(target, stored)
    raise ConnectorError(
        f"store '{target.store_id}': what arrived has another digest than what was sent; it was removed again"
    )


def _remove(target: ObjectStore, stored: StoredObject) -> None:
    found = target.versions_of([stored.key]).get(stored.key, [])
    delete_all(target, [version for version in found if version.version_id == stored.version_id])


def _refuse_unless(store: ObjectStore, size: int, listed: int, so: str) -> None:
    if size != listed:
        raise ConnectorError(
            f"store '{store.store_id}': {size} bytes came of an object that it lists with {listed}; {so}, and the "
            "object itself was left as it is; try again"
        )


def delete_all(store: ObjectStore, versions: Sequence[ObjectVersion]) -> None:
    """Delete exactly these versions, for a caller that cannot go on while one of them stays.

    Raises:
        ConnectorError: some stay: how many, and the store's codes. The others were deleted.
    """
    if stayed := [outcome for outcome in store.delete(versions) if outcome.outcome != "deleted"]:
        codes = ", ".join(sorted({outcome.code for outcome in stayed if outcome.code} or {"no code"}))
        raise ConnectorError(
            f"store '{store.store_id}': {len(stayed)} of {len(versions)} versions could not be deleted ({codes}) "
            "and are still there; nothing was noted as deleted"
        )
