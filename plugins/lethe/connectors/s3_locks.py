"""Why a store refuses to delete a version: asked of the store, for the refusal itself does not say."""

from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lethe.connectors.objects import DeleteOutcome, ObjectVersion, Outcome
from lethe.connectors.s3_errors import CREDENTIALS, DENIED, S3_ERRORS, code_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

NO_LOCK = {
    "404",
    "InvalidRequest",  # Amazon's word for a bucket without object lock
    "NoSuchKey",
    "NoSuchObjectLockConfiguration",
    "NoSuchVersion",
    "NotImplemented",
    "ObjectLockConfigurationNotFoundError",
}
"""Answers to a question about a lock that say that there is none; any other error says nothing."""

MODES: dict[str, Outcome] = {"GOVERNANCE": "governance", "COMPLIANCE": "compliance"}


class Refusals:
    """What the refusals of one bucket mean. What holds for the whole bucket is asked once."""

    def __init__(self, client: "S3Client", bucket: str, prefix: str) -> None:
        self._client = client
        self._bucket = bucket
        self._prefix = prefix

    def explain(self, version: ObjectVersion, code: str, *, locks: bool = True) -> DeleteOutcome:
        """The outcome that a code stands for, with the lock behind it where there is one and `locks` asks for it."""
        if code in CREDENTIALS:
            return DeleteOutcome(version, "credentials", code)
        if code == "InvalidObjectState":
            return DeleteOutcome(version, "archived", code)
        if code not in DENIED:
            return DeleteOutcome(version, "failed", code)
        if locks and not version.is_delete_marker and self._may_lock:
            lock = self._lock(version, code)
            if lock is not None:
                return lock
        if code == "ObjectLocked":
            return DeleteOutcome(version, "locked", code)
        return DeleteOutcome(version, "mfa" if self._needs_mfa else "denied", code)

    def _lock(self, version: ObjectVersion, code: str) -> DeleteOutcome | None:
        where: Any = {"Bucket": self._bucket, "Key": self._prefix + version.key, "VersionId": version.version_id}
        retention, hold = (
            self._ask_lock(question, **where)
            for question in (self._client.get_object_retention, self._client.get_object_legal_hold)
        )
        unread = retention is None or hold is None
        retention, hold = retention or {}, hold or {}
        lock = retention.get("Retention") or {}
        until = lock.get("RetainUntilDate")
        standing = bool(lock) and not _is_over(until, retention)
        if (hold.get("LegalHold") or {}).get("Status") == "ON":
            return DeleteOutcome(version, "legal_hold", code, until if standing else None)
        if standing:
            return DeleteOutcome(version, MODES.get(lock.get("Mode", ""), "locked"), code, until)
        if unread and not self._needs_mfa:
            return DeleteOutcome(version, "locked", code)
        return None

    @cached_property
    def _may_lock(self) -> bool:
        """Whether the bucket has object lock; what may not be asked may be."""
        try:
            self._client.get_object_lock_configuration(Bucket=self._bucket)
        except S3_ERRORS as error:
            return code_of(error) != "ObjectLockConfigurationNotFoundError"
        return True

    @cached_property
    def _needs_mfa(self) -> bool:
        answer: Any = self._ask(self._client.get_bucket_versioning, Bucket=self._bucket)
        return bool(answer.get("MFADelete") == "Enabled")

    def _ask_lock(self, question: Any, **where: Any) -> Any:
        """What the store says of a lock; None where it does not say."""
        try:
            return question(**where)
        except S3_ERRORS as error:
            return {} if code_of(error) in NO_LOCK else None

    def _ask(self, question: Any, **where: Any) -> Any:
        try:
            return question(**where)
        except S3_ERRORS:
            return {}


def _is_over(until: datetime | None, answer: Any) -> bool:
    """Whether a lock's day has passed by the store's own clock; where that does not show, it stands."""
    said = answer.get("ResponseMetadata", {}).get("HTTPHeaders", {}).get("date")
    try:
        return until is not None and said is not None and until <= parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return False
