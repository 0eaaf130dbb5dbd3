"""S3 and what speaks its protocol, through boto3.

Keys never appear in errors: an inbound key may hold a name. Deleting names versions, for a delete without one only
adds a marker and erases nothing.
"""

import logging
from base64 import b64encode
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from functools import partial
from hashlib import md5, sha256
from io import BytesIO
from operator import attrgetter
from typing import IO, TYPE_CHECKING, Any, Literal, cast

import boto3
from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import (
    DeleteOutcome,
    LockMode,
    ObjectStore,
    ObjectVersion,
    Outcome,
    StoredObject,
    UnfinishedUpload,
)
from lethe.connectors.streams import HashingReader, copy_by_stream, keep_if_exact, sha256_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

CANNOT_LOCK = {"InvalidRequest", "NotImplemented", "AccessDenied", "ObjectLockConfigurationNotFoundError"}
BATCH = 1000  # the most that one DeleteObjects request takes
MULTIPART = TransferConfig(max_concurrency=4)

# botocore writes keys at DEBUG; no level of ours may let them through.
for _name in ("botocore", "boto3", "s3transfer", "urllib3"):
    logging.getLogger(_name).setLevel(logging.INFO)


class S3Store:
    """A bucket, or a prefix of one, on S3 or a server that speaks its protocol."""

    def __init__(self, store_id: str, client: "S3Client", *, bucket: str, prefix: str = "", origin: str = "") -> None:
        self.store_id = store_id
        self.bucket = bucket
        self.prefix = prefix
        self.origin = origin
        self.client = client

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
        for page in self._version_pages(prefix):
            # A page has its versions first and its markers after them; pages follow each other by key.
            yield from sorted(page, key=attrgetter("key"))

    def _version_pages(self, prefix: str) -> Iterator[list[ObjectVersion]]:
        pages = self.client.get_paginator("list_object_versions").paginate(
            Bucket=self.bucket, Prefix=self.prefix + prefix
        )
        for page in self._pages("list versions", pages):
            yield [
                ObjectVersion(
                    self._relative(item["Key"]),
                    item["VersionId"],
                    item.get("Size", 0),
                    item["IsLatest"],
                    marker,
                    item.get("LastModified"),
                    item.get("ETag", ""),
                )
                for marker, items in ((False, page.get("Versions", [])), (True, page.get("DeleteMarkers", [])))
                for item in items
            ]

    def versions_of(self, keys: Collection[str]) -> dict[str, list[ObjectVersion]]:
        """Every version and marker of exactly these keys: a listing by prefix also gives `a.json.bak` for `a.json`."""
        found: dict[str, list[ObjectVersion]] = {}
        for key in dict.fromkeys(keys):
            exact: list[ObjectVersion] = []
            for page in self._version_pages(key):
                exact += [version for version in page if version.key == key]
                # A page has its versions first and its markers after them: only a whole page tells that we are past.
                if any(version.key > key for version in page):
                    break
            if exact:
                found[key] = exact
        return found

    def level(self, prefix: str = "") -> tuple[tuple[str, ...], int]:
        """The prefixes directly under one, and the number of objects beside them, in all versions."""
        pages = self.client.get_paginator("list_object_versions").paginate(
            Bucket=self.bucket, Prefix=self.prefix + prefix, Delimiter="/"
        )
        prefixes: list[str] = []
        keys: set[str] = set()
        for page in self._pages("list", pages):
            prefixes += [self._relative(item["Prefix"]) for item in page.get("CommonPrefixes", [])]
            keys.update(item["Key"] for item in [*page.get("Versions", []), *page.get("DeleteMarkers", [])])
        return tuple(prefixes), len(keys)

    def list_uploads(self, prefix: str = "") -> Iterator[UnfinishedUpload]:
        """Multipart uploads begun and not finished."""
        pages = self.client.get_paginator("list_multipart_uploads").paginate(
            Bucket=self.bucket, Prefix=self.prefix + prefix
        )
        for page in self._pages("list uploads", pages):
            for item in page.get("Uploads", []):
                yield UnfinishedUpload(self._relative(item["Key"]), item["UploadId"])

    def abort_uploads(self, keys: Collection[str]) -> int:
        """Abort the unfinished uploads of exactly these keys."""
        wanted = set(keys)
        aborted = 0
        for upload in list(self.list_uploads()):
            if upload.key in wanted:
                try:
                    self.client.abort_multipart_upload(
                        Bucket=self.bucket, Key=self.prefix + upload.key, UploadId=upload.upload_id
                    )
                except ClientError as error:
                    if _code(error) != "NoSuchUpload":  # finished or aborted since it was listed
                        raise self._failure("abort an upload", error) from None
                except BotoCoreError as error:
                    raise self._failure("abort an upload", error) from None
                aborted += 1
        return aborted

    def read(self, key: str, *, version_id: str | None = None) -> bytes:
        """The bytes of an object."""
        with self.open(key, version_id=version_id) as stream:
            return stream.read()

    def open(self, key: str, *, version_id: str | None = None) -> IO[bytes]:
        """A stream of an object's bytes."""
        extra: dict[str, Any] = {"VersionId": version_id} if version_id else {}
        answer = self._call("read", lambda: self.client.get_object(Bucket=self.bucket, Key=self.prefix + key, **extra))
        return answer["Body"]  # type: ignore[no-any-return]

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
        except ClientError as error:
            if _code(error) not in CANNOT_LOCK:
                raise self._failure("put", error) from None
            answer = self._call("put", lambda: self.client.put_object(**where))
        except BotoCoreError as error:
            raise self._failure("put", error) from None
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
        except ClientError as error:
            if _code(error) not in {"AccessDenied", "403"}:
                raise self._failure("copy", error) from None
            return copy_by_stream(self, source, key, version_id, to=to, sha256=sha256)
        except (BotoCoreError, Boto3Error) as error:
            raise self._failure("copy", error) from None
        current = self._current_version(to)
        arrived = self.sha256(to, version_id=current if current != "null" else None)
        return keep_if_exact(self, StoredObject(to, current, 0, arrived), sha256)

    def delete(self, versions: Sequence[ObjectVersion]) -> list[DeleteOutcome]:
        """Delete exactly these versions and markers; errors inside a 200 are read, one by one."""
        outcomes = []
        for start in range(0, len(versions), BATCH):
            batch = versions[start : start + BATCH]
            request: Any = {
                "Objects": [{"Key": self.prefix + v.key, "VersionId": v.version_id or "null"} for v in batch],
                "Quiet": False,
            }
            answer = self._call("delete", partial(self.client.delete_objects, Bucket=self.bucket, Delete=request))
            errors = _errors(answer.get("Errors", []))
            for version in batch:
                key = self.prefix + version.key
                # Some servers name no version, or not even the key: then the error is everybody's it may concern.
                code = errors.get((key, version.version_id or "null")) or errors.get((key, "")) or errors.get(("", ""))
                outcomes.append(DeleteOutcome(version, self._outcome(version, code or ""), code or ""))
        return outcomes

    def _outcome(self, version: ObjectVersion, code: str) -> Outcome:
        if not code:
            return "deleted"
        if code in {"InvalidObjectState"}:
            return "archived"
        if code in {"AccessDenied", "MethodNotAllowed", "ObjectLocked"}:
            return "locked" if self._is_locked(version) else "denied"
        return "failed"

    def _is_locked(self, version: ObjectVersion) -> bool:
        where: Any = {"Bucket": self.bucket, "Key": self.prefix + version.key, "VersionId": version.version_id}
        for ask, field in (
            (self.client.get_object_retention, "Retention"),
            (self.client.get_object_legal_hold, "LegalHold"),
        ):
            try:
                answer: Any = ask(**where)
            except (ClientError, BotoCoreError):
                continue
            found = answer.get(field) or {}
            if (field == "Retention" and found) or found.get("Status") == "ON":
                return True
        return False

    def _current_version(self, key: str) -> str:
        answer = self._call("look up", lambda: self.client.head_object(Bucket=self.bucket, Key=self.prefix + key))
        return answer.get("VersionId") or "null"

    def _relative(self, key: str) -> str:
        return key[len(self.prefix) :]

    def _pages(self, operation: str, pages: Any) -> Iterator[Any]:
        try:
            yield from pages
        except (ClientError, BotoCoreError) as error:
            raise self._failure(operation, error) from None

    def _call(self, operation: str, call: Callable[[], Any]) -> Any:
        try:
            return call()
        # Boto3Error: what the transfer raises names the key in its text.
        except (ClientError, BotoCoreError, Boto3Error) as error:
            raise self._failure(operation, error) from None

    def _failure(self, operation: str, error: Exception) -> ConnectorError:
        code = _code(error) if isinstance(error, ClientError) else error.__class__.__name__
        return ConnectorError(f"store '{self.store_id}': {operation} failed ({code})")


def s3_store(
    store_id: str,
    connection: ConnectionSpec,
    *,
    bucket: str,
    prefix: str = "",
    checksums: Literal["when_required", "when_supported"] = "when_required",
) -> S3Store:
    """The store of an `aws` connection: `extra` may carry `endpoint_url`, `region_name` and `verify` (a CA's path)."""
    extra = connection.extra
    client = boto3.client(
        "s3",
        aws_access_key_id=connection.login or None,
        aws_secret_access_key=connection.password or None,
        endpoint_url=extra.get("endpoint_url") or None,
        region_name=extra.get("region_name") or "eu-west-2",
        verify=extra.get("verify"),
        config=Config(
            signature_version="s3v4",
            retries={"mode": "adaptive", "max_attempts": 5},
            connect_timeout=10,
            read_timeout=60,
            # Older servers answer MissingContentLength to the default checksums over TLS.
            request_checksum_calculation=checksums,
            response_checksum_validation=checksums,
            s3={"addressing_style": extra.get("addressing_style", "auto")},
        ),
    )
    origin = f"{extra.get('endpoint_url', '')}|{connection.login}"
    return S3Store(store_id, client, bucket=bucket, prefix=prefix, origin=origin)


def list_buckets(connection: ConnectionSpec) -> list[str]:
    """The names of all buckets that an `aws` connection sees."""
    store = s3_store(connection.conn_id, connection, bucket="")
    try:
        return sorted(bucket["Name"] for bucket in store.client.list_buckets().get("Buckets", []))
    except (ClientError, BotoCoreError) as error:
        code = _code(error) if isinstance(error, ClientError) else error.__class__.__name__
        raise ConnectorError(f"connection `{connection.conn_id}`: list buckets failed ({code})") from None


def _errors(listed: Sequence[Any]) -> dict[tuple[str, str], str]:
    """The codes inside a 200 by key and version id; what an error does not name is empty."""
    return {
        (error.get("Key") or "", (error.get("VersionId") or "") if error.get("Key") else ""): error.get("Code")
        or "Unknown"
        for error in listed
    }


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code") or "Unknown")
