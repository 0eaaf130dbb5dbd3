"""What every object store offers, S3 or a folder."""

import os.path
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Literal, Protocol

Outcome = Literal[
    "deleted",
    "governance",  # an object lock that somebody with the right to bypass it can lift
    "compliance",  # an object lock that nobody can lift before its day
    "legal_hold",
    "locked",  # a lock whose kind cannot be read, or that cannot be ruled out
    "mfa",  # the bucket asks for a second factor
    "denied",
    "archived",
    "credentials",  # expired or not known
    "failed",
]
LockMode = Literal["governance", "compliance"]


@dataclass(frozen=True, order=True)
class ObjectVersion:
    """One version of an object, or a delete marker. `modified` is information, never the start of a window."""

    key: str
    version_id: str
    size: int
    is_latest: bool
    is_delete_marker: bool
    modified: datetime | None = None
    etag: str = ""

    def __repr__(self) -> str:
        return f"ObjectVersion({self.version_id!r}, {self.size} bytes)"


@dataclass(frozen=True)
class DeleteOutcome:
    """What the store said of one version. Only a fresh listing shows whether it is gone.

    `until` is the end of the lock that keeps it, where the store tells.
    """

    version: ObjectVersion
    outcome: Outcome
    code: str = ""
    until: datetime | None = None


@dataclass(frozen=True, repr=False)
class UnfinishedUpload:
    """An upload that was begun and not finished: listing objects does not show it.

    `at` is when it was begun or last written, where the store tells.
    """

    key: str
    upload_id: str
    at: datetime | None = None


@dataclass(frozen=True, repr=False)
class StoredObject:
    """What was put, with the digest of the bytes that were sent."""

    key: str
    version_id: str
    size: int
    sha256: str


class ObjectStore(Protocol):
    """A bucket, or a prefix of one. Keys are relative to the prefix."""

    store_id: str

    def list_objects(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """The current objects."""
        ...

    def list_versions(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """Every version and every delete marker, in the order of their keys."""
        ...

    def versions_of(self, keys: Collection[str]) -> dict[str, list[ObjectVersion]]:
        """Every version and marker of exactly these keys; a key with none is absent from the result."""
        ...

    def list_uploads(self, prefix: str = "") -> Iterator[UnfinishedUpload]:
        """Uploads begun and not finished."""
        ...

    def uploads_of(self, keys: Collection[str]) -> list[UnfinishedUpload]:
        """The unfinished uploads of exactly these keys."""
        ...

    def abort_uploads(self, keys: Collection[str]) -> int:
        """Abort the unfinished uploads of exactly these keys; the number aborted."""
        ...

    def read(self, key: str, *, version_id: str | None = None) -> bytes:
        """The bytes of an object."""
        ...

    def open(self, key: str, *, version_id: str | None = None) -> IO[bytes]:
        """A stream of an object's bytes, to be closed by the caller."""
        ...

    def sha256(self, key: str, *, version_id: str | None = None) -> str:
        """The digest of an object's bytes as they are now, streamed."""
        ...

    def put(self, key: str, data: bytes | IO[bytes], *, content_type: str | None = None) -> StoredObject:
        """Put an object, whole or not at all."""
        ...

    def put_locked(self, key: str, data: bytes, *, until: datetime, mode: LockMode) -> tuple[StoredObject, bool]:
        """Put an object that nobody can delete before a time; whether the store could lock it."""
        ...

    def copy_from(self, source: "ObjectStore", key: str, version_id: str, *, to: str, sha256: str) -> StoredObject:
        """Copy exactly those bytes here; what arrives with another digest is removed again and refused."""
        ...

    def delete(self, versions: Sequence[ObjectVersion]) -> list[DeleteOutcome]:
        """Delete exactly these versions and markers, and say what the store answered for each."""
        ...


def shared_prefix(keys: Collection[str]) -> str:
    """What all of these keys begin with, letter by letter."""
    return os.path.commonprefix(list(keys))  # noqa: RUF071 (letter by letter is what is meant)
