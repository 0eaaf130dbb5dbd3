"""S3 and what speaks its protocol, through boto3.

Keys never appear in errors: an inbound key may hold a name. Deleting names versions, for a delete without one only
adds a marker and erases nothing.
"""

import logging
import re
from base64 import b64encode
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import md5, sha256
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, Literal, TypeVar, cast

from boto3.s3.transfer import TransferConfig

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import (
    DeleteOutcome,
    LockMode,
    ObjectStore,
    ObjectVersion,
    StoredObject,
    UnfinishedUpload,
    shared_prefix,
)
from lethe.connectors.s3_deletion import Deletion
from lethe.connectors.s3_errors import S3_ERRORS, code_of, failure
from lethe.connectors.s3_pages import version_page, version_pages
from lethe.connectors.s3_reading import ObjectReader
from lethe.connectors.s3_seek import Marker, UnorderedError, VersionPage, seek_versions
from lethe.connectors.s3_session import client
from lethe.connectors.s3_uploads import uploads_under
from lethe.connectors.streams import HashingReader, copy_by_stream, keep_if_exact, sha256_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

THREADS = 8  # requests under way at once when deleting
T = TypeVar("T")
SURROGATE = re.compile("[\ud800-\udfff]")
CANNOT_LOCK = {"InvalidRequest", "NotImplemented", "AccessDenied", "ObjectLockConfigurationNotFoundError"}
MULTIPART = TransferConfig(max_concurrency=4)

# botocore writes keys at DEBUG; no level of ours may let them through.
for _name in ("botocore", "boto3", "s3transfer", "urllib3"):
    logging.getLogger(_name).setLevel(logging.INFO)


class S3Store:
    """A bucket, or a prefix of one, on S3 or a server that speaks its protocol."""

    def __init__(
        self,
        store_id: str,
        client: "S3Client",
        *,
        bucket: str,
        prefix: str = "",
        origin: str = "",
        threads: int = THREADS,
    ) -> None:
        self.store_id = store_id
        self.bucket = bucket
        self.prefix = prefix
        self.origin = origin
        self.client = client
        self.threads = max(1, threads)

    def list_objects(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """The current objects, page by page."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix + prefix)
        for page in self._pages("list", pages):
            for item in page.get("Contents", []):
                yield ObjectVersion(
                    self._relative(item["Key"]),
                    "",
                    item["Size"],
                    True,
                    False,
                    item["LastModified"],
                    item.get("ETag", ""),
                )

    def list_versions(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """Every version and every delete marker in the order of their keys, page by page."""
        with self._in_order():
            for page in self._pages("list versions", version_pages(self.client, self.bucket, self.prefix + prefix)):
                yield from (replace(version, key=self._relative(version.key)) for version in page.versions)

    def versions_of(self, keys: Collection[str]) -> dict[str, list[ObjectVersion]]:
        """Every version and marker of exactly these keys: a listing by prefix also gives `a.json.bak` for `a.json`."""
        # S3 has no empty key, and none that is not valid Unicode.
        wanted = {self.prefix + key for key in keys if self.prefix + key and SURROGATE.search(key) is None}
        with self._in_order():
            found = seek_versions(wanted, self._version_page)
        return {
            self._relative(key): [replace(version, key=self._relative(key)) for version in versions]
            for key, versions in found.items()
        }

    def _version_page(self, prefix: str, marker: Marker | None, limit: int) -> VersionPage:
        return self._call("list versions", lambda: version_page(self.client, self.bucket, prefix, marker, limit))

    def level(self, prefix: str = "") -> tuple[tuple[str, ...], int]:
        """The prefixes directly under one, and the number of objects beside them, in all versions."""
        prefixes: dict[str, None] = {}
        keys: set[str] = set()
        with self._in_order():
            listed = version_pages(self.client, self.bucket, self.prefix + prefix, delimiter="/")
            for page in self._pages("list", listed):
                prefixes |= dict.fromkeys(self._relative(name) for name in page.prefixes)
                keys.update(version.key for version in page.versions)
        return tuple(prefixes), len(keys)

    def list_uploads(self, prefix: str = "") -> Iterator[UnfinishedUpload]:
        """Multipart uploads begun and not finished."""
        with self._in_order("uploads"):
            for upload in self._pages("list uploads", uploads_under(self.client, self.bucket, self.prefix + prefix)):
                yield replace(upload, key=self._relative(upload.key))

    def uploads_of(self, keys: Collection[str]) -> list[UnfinishedUpload]:
        """The unfinished uploads of exactly these keys, from one listing of what their keys share."""
        wanted = set(keys)
        return [upload for upload in self.list_uploads(shared_prefix(wanted)) if upload.key in wanted] if wanted else []

    def abort_uploads(self, keys: Collection[str]) -> int:
        """Abort the unfinished uploads of exactly these keys."""
        uploads = self.uploads_of(keys)
        for upload in uploads:
            where: Any = {"Bucket": self.bucket, "Key": self.prefix + upload.key, "UploadId": upload.upload_id}
            try:
                self.client.abort_multipart_upload(**where)
            except S3_ERRORS as error:
                if code_of(error) != "NoSuchUpload":  # finished or aborted since it was listed
                    raise failure(self.store_id, "abort an upload", error) from None
        return len(uploads)

    def read(self, key: str, *, version_id: str | None = None) -> bytes:
        """The bytes of an object."""
        with self.open(key, version_id=version_id) as stream:
            return stream.read()

    def open(self, key: str, *, version_id: str | None = None) -> IO[bytes]:
        """A stream of an object's bytes; one that breaks off before its end is an error."""
        extra: dict[str, Any] = {"VersionId": version_id} if version_id else {}
        answer = self._call("read", lambda: self.client.get_object(Bucket=self.bucket, Key=self.prefix + key, **extra))
        return cast(IO[bytes], ObjectReader(self.store_id, answer["Body"]))

    def sha256(self, key: str, *, version_id: str | None = None) -> str:
        """The digest of the bytes as the store gives them now: an ETag is not one."""
        with self.open(key, version_id=version_id) as stream:
            return sha256_of(stream)

    def put(self, key: str, data: bytes | IO[bytes], *, content_type: str | None = None) -> StoredObject:
        """Put an object, whole or not at all; a large one in parts."""
        stream = HashingReader(BytesIO(data) if isinstance(data, bytes) else data)
        extra = {"ContentType": content_type or "application/octet-stream"}
        self._call(
            "put",
            lambda: self.client.upload_fileobj(
                cast(IO[bytes], stream), self.bucket, self.prefix + key, ExtraArgs=extra, Config=MULTIPART
            ),
        )
        return StoredObject(key, self._current_version(key), stream.size, stream.sha256)

    def put_locked(self, key: str, data: bytes, *, until: datetime, mode: LockMode) -> tuple[StoredObject, bool]:
        """Put an object that nobody can delete before a time; whether the store says that it is locked.

        A bucket without Object Lock gets the object all the same, unlocked.
        """
        where: Any = {"Bucket": self.bucket, "Key": self.prefix + key, "ContentType": "application/json"}
        # Required beside a lock; the one form that every server of this protocol knows.
        where |= {"Body": data, "ContentMD5": b64encode(md5(data, usedforsecurity=False).digest()).decode()}
        lock: Any = {"ObjectLockMode": mode.upper(), "ObjectLockRetainUntilDate": until}
        try:
            answer: Any = self.client.put_object(**where, **lock)
        except S3_ERRORS as error:
            if code_of(error) not in CANNOT_LOCK:
                raise failure(self.store_id, "put", error) from None
            answer = self._call("put", lambda: self.client.put_object(**where))
        version_id = answer.get("VersionId") or "null"
        stored = StoredObject(key, version_id, len(data), sha256(data).hexdigest())
        # Not every server that takes a lock keeps it.
        where = {"Bucket": self.bucket, "Key": self.prefix + key, "VersionId": version_id}
        kept = self._call("look up", lambda: self.client.head_object(**where))
        return stored, kept.get("ObjectLockMode") == mode.upper()

    def copy_from(self, source: ObjectStore, key: str, version_id: str, *, to: str, sha256: str) -> StoredObject:
        """Copy on the server by version id where both places share one; otherwise stream. The digest decides."""
        if not isinstance(source, S3Store) or source.origin != self.origin:
            return copy_by_stream(self, source, key, version_id, to=to, sha256=sha256)
        origin: Any = {"Bucket": source.bucket, "Key": source.prefix + key}
        if version_id and version_id != "null":
            origin["VersionId"] = version_id
        try:
            self.client.copy(origin, self.bucket, self.prefix + to, Config=MULTIPART)
        except S3_ERRORS as error:
            if code_of(error) not in {"AccessDenied", "403"}:
                raise failure(self.store_id, "copy", error) from None
            return copy_by_stream(self, source, key, version_id, to=to, sha256=sha256)
        current = self._current_version(to)
        arrived = self.sha256(to, version_id=current if current != "null" else None)
        return keep_if_exact(self, StoredObject(to, current, 0, arrived), sha256)

    def delete(self, versions: Sequence[ObjectVersion]) -> list[DeleteOutcome]:
        """Delete exactly these versions and markers, at most 1,000 a request, over the store's threads.

        Errors inside a 200 are read one by one; a request that fails as a whole is an outcome of each of its versions.

        Raises:
            ConnectorError: the bucket is not there.
        """
        return Deletion(self.store_id, self.client, self.bucket, self.prefix).run(versions, self.threads)

    def _current_version(self, key: str) -> str:
        answer = self._call("look up", lambda: self.client.head_object(Bucket=self.bucket, Key=self.prefix + key))
        return answer.get("VersionId") or "null"

    def _relative(self, key: str) -> str:
        return key[len(self.prefix) :]

    @contextmanager
    def _in_order(self, listed: str = "versions") -> Iterator[None]:
        try:
            yield
        except UnorderedError:
            raise ConnectorError(
                f"store '{self.store_id}': its server does not list {listed} page by page in the order of their keys, "
                "as S3 does, so nothing is known of what it holds, and nothing counts as deleted"
            ) from None

    def _pages(self, operation: str, pages: Any) -> Iterator[Any]:
        try:
            yield from pages
        except S3_ERRORS as error:
            raise failure(self.store_id, operation, error) from None

    def _call(self, operation: str, call: Callable[[], T]) -> T:
        try:
            return call()
        except S3_ERRORS as error:
            raise failure(self.store_id, operation, error) from None


def s3_store(
    store_id: str,
    connection: ConnectionSpec,
    *,
    bucket: str,
    prefix: str = "",
    checksums: Literal["when_required", "when_supported"] = "when_required",
    threads: int = THREADS,
) -> S3Store:
    """The store of an `aws` connection: `extra` may carry `endpoint_url`, `region_name` and `verify` (a CA's path).

    `threads` is how many requests a deletion has under way at once.
    """
    extra = connection.extra
    made = client(
        connection.login or None,
        connection.password or None,
        endpoint_url=extra.get("endpoint_url") or None,
        region_name=extra.get("region_name") or "eu-west-2",
        verify=extra.get("verify"),
        addressing_style=extra.get("addressing_style", "auto"),
        checksums=checksums,
        # One for each thread that deletes, and for each part of a large object on its way.
        connections=threads + MULTIPART.max_request_concurrency,
    )
    origin = f"{extra.get('endpoint_url', '')}|{connection.login}"
    return S3Store(store_id, made, bucket=bucket, prefix=prefix, origin=origin, threads=threads)


def list_buckets(connection: ConnectionSpec) -> list[str]:
    """The names of all buckets that an `aws` connection sees."""
    store = s3_store(connection.conn_id, connection, bucket="")
    try:
        return sorted(bucket["Name"] for bucket in store.client.list_buckets().get("Buckets", []))
    except S3_ERRORS as error:
        raise ConnectorError(f"connection `{connection.conn_id}`: list buckets failed ({code_of(error)})") from None
