"""A folder that behaves as a bucket: the embedded default.

An object is a plain file at its key's path, so a person can open the folder and look; nothing else is kept of it.
Uploads under way lie under `.lethe/uploads`. There are no versions: every object's version id is `null`.
"""

import base64
import binascii
import contextlib
import os
import stat
import tempfile
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import DeleteOutcome, LockMode, ObjectStore, ObjectVersion, StoredObject, UnfinishedUpload
from lethe.connectors.streams import CHUNK, HashingReader, copy_by_stream, sha256_of

NO_VERSION = "null"
OWN = ".lethe"
PIECE = 200
LONGEST, LONGEST_NEW = 255, 240
"""Bytes of one step of a path: what Linux holds, and what we give."""


class FolderStore:
    """An object store in a folder on a local disk.

    Puts are atomic: a file is written beside the objects, flushed to disk, and moved into place.
    """

    def __init__(self, store_id: str, root: Path, *, prefix: str = "") -> None:
        self.store_id = store_id
        self._root = root
        self._prefix = prefix

    def create(self) -> None:
        """Make the folder and mark it as a bucket; harmless when it is one already."""
        try:
            (self._root / OWN / "uploads").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._failure("create", error) from None

    def list_objects(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """The objects, in the order of their keys. Links, and a folder that is not there, count as nothing."""
        yield from self._list(prefix, strict=False)

    def list_versions(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """The same as `list_objects`, for a folder keeps no versions; but what could hide an object is an error.

        Raises:
            ConnectorError: the folder was never made a bucket (a mistyped path, a disk that is not mounted), or
                something in it is neither a file nor a folder: absence could not be shown.
        """
        if not (self._root / OWN).is_dir():
            raise ConnectorError(
                f"store '{self.store_id}': its folder is not there or was never used as a bucket; "
                "is its disk mounted, its path right? `lethe upgrade-db` makes new ones"
            )
        yield from self._list(prefix, strict=True)

    def versions_of(self, keys: Collection[str]) -> dict[str, list[ObjectVersion]]:
        """The object at each of exactly these keys that has one."""
        found = {}
        for key in keys:
            version = self._version(key, self._path(key))
            if version is not None:
                found[key] = [version]
        return found

    def list_uploads(self, prefix: str = "") -> Iterator[UnfinishedUpload]:
        """Files that a killed process left half-written, or that are being written now."""
        uploads = self._root / OWN / "uploads"
        for path in sorted(self._files(uploads, strict=False)):
            upload_id = path.relative_to(uploads).as_posix()
            key = self._key_of_upload(upload_id)
            if key.startswith(self._prefix + prefix):
                draft = self._version(key, path)
                yield UnfinishedUpload(key[len(self._prefix) :], upload_id, draft.modified if draft else None)

    def uploads_of(self, keys: Collection[str]) -> list[UnfinishedUpload]:
        """The half-written files of exactly these keys."""
        wanted = set(keys)
        return [upload for upload in self.list_uploads() if upload.key in wanted]

    def abort_uploads(self, keys: Collection[str]) -> int:
        """Remove the half-written files of exactly these keys."""
        uploads = self.uploads_of(keys)
        for upload in uploads:
            path = self._root / OWN / "uploads" / upload.upload_id
            try:
                path.unlink(missing_ok=True)
                _sync(path.parent)
            except OSError as error:
                raise self._failure("abort an upload", error) from None
            self._remove_empty(path, self._root / OWN / "uploads")
        return len(uploads)

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
        """Put an object, whole or not at all; under a name that every file system can hold."""
        path = self._path(key)
        if "\\" in key or any(len(os.fsencode(part)) > LONGEST_NEW for part in key.split("/")):
            raise self._refusal()
        stream = HashingReader(BytesIO(data) if isinstance(data, bytes) else data)
        uploads = self._root / OWN / "uploads"
        draft = uploads / _encode(self._prefix + key)
        try:
            draft.parent.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=f"{draft.name}.", dir=draft.parent)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    while chunk := stream.read(CHUNK):
                        file.write(chunk)
                    file.flush()
                    os.fsync(file.fileno())
                _move(Path(name), path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            finally:
                self._remove_empty(draft, uploads)
        except OSError as error:
            raise self._failure("put", error) from None
        return StoredObject(key, NO_VERSION, stream.size, stream.sha256)

    def put_locked(self, key: str, data: bytes, *, until: datetime, mode: LockMode) -> tuple[StoredObject, bool]:
        """Put an object; never locked, for a folder cannot."""
        return self.put(key, data, content_type="application/json"), False

    def copy_from(self, source: ObjectStore, key: str, version_id: str, *, to: str, sha256: str) -> StoredObject:
        """Copy exactly those bytes here."""
        return copy_by_stream(self, source, key, version_id, to=to, sha256=sha256)

    def delete(self, versions: Sequence[ObjectVersion]) -> list[DeleteOutcome]:
        """Remove these objects and the folders that are then empty. One written anew since its listing stays."""
        outcomes = [self._delete_one(version) for version in versions]
        paths = [self._path(version.key) for version in versions]
        for path in paths:
            # The folder that the store's own prefix names stays: somebody drops files there.
            self._remove_empty(path, self._root / self._prefix.rpartition("/")[0])
        # Only now: the folder of one may go with the last of another.
        touched = {next(parent for parent in path.parents if parent.is_dir() or parent == self._root) for path in paths}
        try:
            for folder in touched:
                # Another batch beside us may remove it first; it flushes what held it.
                with contextlib.suppress(FileNotFoundError):
                    _sync(folder)
        except OSError as error:
            raise self._failure("delete", error) from None
        return outcomes

    def _delete_one(self, version: ObjectVersion) -> DeleteOutcome:
        path = self._path(version.key)
        try:
            there = self._version(version.key, path)
            if there is not None and version.etag and there.etag != version.etag:
                return DeleteOutcome(version, "failed", "Changed")
            path.unlink(missing_ok=True)
        except PermissionError:
            return DeleteOutcome(version, "denied", "AccessDenied")
        except OSError as error:
            return DeleteOutcome(version, "failed", error.__class__.__name__)
        return DeleteOutcome(version, "deleted")

    def _remove_empty(self, path: Path, up_to: Path) -> None:
        for parent in path.parents:
            if parent in (up_to, self._root):
                return
            with contextlib.suppress(OSError):
                parent.rmdir()

    def _list(self, prefix: str, *, strict: bool) -> Iterator[ObjectVersion]:
        start = self._prefix + prefix
        keys = {path.relative_to(self._root).as_posix(): path for path in self._files(self._root, strict=strict)}
        for key in sorted(keys):
            if key.startswith(start):
                version = self._version(key[len(self._prefix) :], keys[key])
                if version is not None:
                    yield version

    def _files(self, folder: Path, *, strict: bool) -> Iterator[Path]:
        try:
            entries = list(os.scandir(folder))
        except (FileNotFoundError, NotADirectoryError):
            return  # gone since it was listed
        except OSError as error:
            raise self._failure("list", error) from None
        for entry in entries:
            path = Path(entry.path)
            if path == self._root / OWN:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._files(path, strict=strict)
            elif entry.is_file(follow_symlinks=False):
                yield path
            elif strict and path.is_symlink():
                raise ConnectorError(
                    f"store '{self.store_id}': a link lies in its folder; what it leads to cannot be listed. "
                    "Put the files themselves there"
                )

    def _version(self, key: str, path: Path) -> ObjectVersion | None:
        """The object at a path; None when there is none, or something that is not a plain file."""
        try:
            facts = path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise self._failure("look up", error) from None
        if not stat.S_ISREG(facts.st_mode):
            return None
        modified = datetime.fromtimestamp(facts.st_mtime, UTC)
        etag = f"{facts.st_ino:x}-{facts.st_mtime_ns:x}-{facts.st_size:x}"
        return ObjectVersion(key, NO_VERSION, facts.st_size, True, False, modified, etag)

    def _path(self, key: str) -> Path:
        """Where a key is. Whatever name a listing can show has its place: one odd file must not keep the others."""
        full = self._prefix + key
        parts = PurePosixPath(full).parts
        if (
            not key
            or full.startswith("/")
            or full.endswith("/")
            or "\0" in full
            or any(part in {"..", "."} for part in full.split("/"))
            or "" in full.split("/")
            or parts[0] == OWN
            or any(len(os.fsencode(part)) > LONGEST for part in parts)
        ):
            raise self._refusal()
        path = self._root.joinpath(*parts)
        for parent in path.parents:
            if parent == self._root:
                break
            if parent.exists() and stat.S_ISLNK(parent.lstat().st_mode):
                raise ConnectorError(f"store '{self.store_id}': a key that leads through a link was refused")
        return path

    def _refusal(self) -> ConnectorError:
        return ConnectorError(f"store '{self.store_id}': a key that cannot be a path inside the folder was refused")

    def _key_of_upload(self, upload_id: str) -> str:
        try:
            return _decode(upload_id)
        except (binascii.Error, ValueError):
            raise ConnectorError(
                f"store '{self.store_id}': a foreign file lies among its uploads; remove it from {OWN}/uploads"
            ) from None

    def _failure(self, operation: str, error: OSError) -> ConnectorError:
        # The error's own text quotes the path, and an inbound key may hold a name.
        return ConnectorError(f"store '{self.store_id}': {operation} failed ({error.__class__.__name__})")


def _move(draft: Path, path: Path) -> None:
    for last_try in (False, False, True):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.replace(path)
        except FileNotFoundError:
            # A deletion beside us removed the folder while it was empty.
            if last_try:
                raise
        else:
            _sync(path.parent)
            return


def _sync(folder: Path) -> None:
    """Flush a folder to disk: without it a power cut can undo what was moved into it or removed from it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _encode(key: str) -> str:
    """A key as a path that can be read back whole, however long: pieces of base64, each a valid file name."""
    text = base64.urlsafe_b64encode(os.fsencode(key)).decode().rstrip("=")
    return "/".join(text[start : start + PIECE] for start in range(0, len(text), PIECE))


def _decode(upload_id: str) -> str:
    text = upload_id.rpartition(".")[0].replace("/", "")
    if not text:
        raise ValueError("no key in an upload's name")
    return os.fsdecode(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
