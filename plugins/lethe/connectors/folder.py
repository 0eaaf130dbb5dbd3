"""A folder that behaves as a bucket: the embedded default.

An object is a plain file at its key's path, so a person can open the folder and look. What a bucket keeps beside an
object (its digest and content type) lies under `.lethe/meta`, uploads under way under `.lethe/uploads`.
There are no versions: every object's version id is `null`.
"""

import base64
import contextlib
import json
import os
import stat
import tempfile
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import DeleteOutcome, ObjectStore, ObjectVersion, StoredObject, UnfinishedUpload
from lethe.connectors.streams import CHUNK, HashingReader, copy_by_stream, sha256_of

NO_VERSION = "null"
OWN = ".lethe"


class FolderStore:
    """An object store in a folder on a local disk.

    Puts are atomic: a file is written beside the objects, flushed to disk, and moved into place.
    """

    def __init__(self, store_id: str, root: Path, *, prefix: str = "") -> None:
        self.store_id = store_id
        self._root = root
        self._prefix = prefix

    def list_objects(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """The objects, in the order of their keys."""
        start = self._prefix + prefix
        for path in sorted(self._files(self._root)):
            key = path.relative_to(self._root).as_posix()
            if key.startswith(start):
                yield self._version(key[len(self._prefix) :], path)

    def list_versions(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """The same as `list_objects`: a folder keeps no versions."""
        return self.list_objects(prefix)

    def versions_of(self, keys: Collection[str]) -> dict[str, list[ObjectVersion]]:
        """The object at each of exactly these keys that has one."""
        found = {}
        for key in keys:
            path = self._path(key)
            if path.is_file():
                found[key] = [self._version(key, path)]
        return found

    def list_uploads(self, prefix: str = "") -> Iterator[UnfinishedUpload]:
        """Files that a killed process left half-written."""
        uploads = self._root / OWN / "uploads"
        if not uploads.is_dir():
            return
        for path in sorted(uploads.iterdir()):
            key = _decode(path.name.partition(".")[0])
            if key.startswith(self._prefix + prefix):
                yield UnfinishedUpload(key[len(self._prefix) :], path.name)

    def abort_uploads(self, keys: Collection[str]) -> int:
        """Remove the half-written files of exactly these keys."""
        wanted = set(keys)
        aborted = 0
        for upload in list(self.list_uploads()):
            if upload.key in wanted:
                (self._root / OWN / "uploads" / upload.upload_id).unlink(missing_ok=True)
                aborted += 1
        return aborted

    def read(self, key: str, *, version_id: str | None = None) -> bytes:
        """The bytes of an object."""
        with self.open(key, version_id=version_id) as stream:
            return stream.read()

    def open(self, key: str, *, version_id: str | None = None) -> IO[bytes]:
        """A stream of an object's bytes."""
        if version_id not in (None, NO_VERSION):
            raise ConnectorError(f"store '{self.store_id}': no such version; a folder keeps none")
        try:
            # Never through a link: it could lead out of the bucket.
            descriptor = os.open(self._path(key), os.O_RDONLY | os.O_NOFOLLOW)
        except OSError as error:
            raise self._failure("read", error) from None
        return os.fdopen(descriptor, "rb")

    def sha256(self, key: str, *, version_id: str | None = None) -> str:
        """The digest of the bytes as they are on disk now."""
        with self.open(key, version_id=version_id) as stream:
            return sha256_of(stream)

    def put(self, key: str, data: bytes | IO[bytes], *, content_type: str | None = None) -> StoredObject:
        """Put an object, whole or not at all."""
        path = self._path(key)
        stream = HashingReader(BytesIO(data) if isinstance(data, bytes) else data)
        uploads = self._root / OWN / "uploads"
        try:
            uploads.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=_encode(self._prefix + key) + ".", dir=uploads)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    while chunk := stream.read(CHUNK):
                        file.write(chunk)
                    file.flush()
                    os.fsync(file.fileno())
                self._write_meta(key, stream.sha256, content_type)
                path.parent.mkdir(parents=True, exist_ok=True)
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise self._failure("put", error) from None
        return StoredObject(key, NO_VERSION, stream.size, stream.sha256)

    def copy_from(self, source: ObjectStore, key: str, version_id: str, *, to: str, sha256: str) -> StoredObject:
        """Copy exactly those bytes here."""
        return copy_by_stream(self, source, key, version_id, to=to, sha256=sha256)

    def delete(self, versions: Sequence[ObjectVersion]) -> list[DeleteOutcome]:
        """Remove these objects, their metadata, and the folders that are then empty."""
        return [self._delete_one(version) for version in versions]

    def _delete_one(self, version: ObjectVersion) -> DeleteOutcome:
        path = self._path(version.key)
        try:
            path.unlink(missing_ok=True)
            self._meta(version.key).unlink(missing_ok=True)
        except PermissionError:
            return DeleteOutcome(version, "denied", "AccessDenied")
        except OSError as error:
            return DeleteOutcome(version, "failed", error.__class__.__name__)
        for parent in path.parents:
            if parent == self._root:
                break
            with contextlib.suppress(OSError):
                parent.rmdir()
        return DeleteOutcome(version, "deleted")

    def _files(self, folder: Path) -> Iterator[Path]:
        if not folder.is_dir():
            return
        for entry in os.scandir(folder):
            if entry.name == OWN and Path(entry.path).parent == self._root:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._files(Path(entry.path))
            elif entry.is_file(follow_symlinks=False):
                yield Path(entry.path)

    def _version(self, key: str, path: Path) -> ObjectVersion:
        facts = path.stat()
        modified = datetime.fromtimestamp(facts.st_mtime, UTC)
        etag = f"{facts.st_ino:x}-{facts.st_mtime_ns:x}-{facts.st_size:x}"
        return ObjectVersion(key, NO_VERSION, facts.st_size, True, False, modified, etag)

    def _path(self, key: str) -> Path:
        full = self._prefix + key
        parts = PurePosixPath(full).parts
        if (
            not key
            or full.startswith("/")
            or full.endswith("/")
            or "\\" in full
            or "\0" in full
            or any(part in {"..", "."} for part in full.split("/"))
            or "" in full.split("/")
            or parts[0] == OWN
            or any(len(os.fsencode(part)) > 240 for part in parts)
        ):
            raise ConnectorError(f"store '{self.store_id}': a key that cannot be a path inside the folder was refused")
        path = self._root.joinpath(*parts)
        for parent in path.parents:
            if parent == self._root:
                break
            if parent.exists() and stat.S_ISLNK(parent.lstat().st_mode):
                raise ConnectorError(f"store '{self.store_id}': a key that leads through a link was refused")
        return path

    def _meta(self, key: str) -> Path:
        return self._root / OWN / "meta" / (self._prefix + key + ".json")

    def _write_meta(self, key: str, sha256: str, content_type: str | None) -> None:
        path = self._meta(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"content_type": content_type or "application/octet-stream", "sha256": sha256}))

    def _failure(self, operation: str, error: OSError) -> ConnectorError:
        # The error's own text quotes the path, and an inbound key may hold a name.
        return ConnectorError(f"store '{self.store_id}': {operation} failed ({error.__class__.__name__})")


def _encode(key: str) -> str:
    """A key as one file name that can be read back; a long one by its first 150 bytes, which still tell its place."""
    return base64.urlsafe_b64encode(os.fsencode(key)[:150]).decode().rstrip("=")


def _decode(name: str) -> str:
    return os.fsdecode(base64.urlsafe_b64decode(name + "=" * (-len(name) % 4)))
