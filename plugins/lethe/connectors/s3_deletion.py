"""Deleting versions side by side, without losing what the store answered for any of them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from lethe.connectors.objects import DeleteOutcome, ObjectVersion
from lethe.connectors.s3_errors import NO_BUCKET, S3_ERRORS, code_of, failure, plain_code
from lethe.connectors.s3_locks import Refusals
from lethe.connectors.s3_seek import NOT_IN_XML

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

MOST = 1000  # the most that one DeleteObjects request takes
WORTH_A_THREAD = 50  # below this, one request is as fast as several
GONE = {"NoSuchKey", "NoSuchVersion"}


class Deletion:
    """One deletion at one bucket, in requests of at most 1,000 versions over a few threads."""

    def __init__(self, store_id: str, client: "S3Client", bucket: str, prefix: str) -> None:
        self._store_id = store_id
        self._client = client
        self._bucket = bucket
        self._prefix = prefix
        self._refusals = Refusals(client, bucket, prefix)

    def run(self, versions: Sequence[ObjectVersion], threads: int) -> list[DeleteOutcome]:
        """What the store said of each version, in their order. A request that fails as a whole loses no other's answer.

        Raises:
            ConnectorError: the bucket is not there.
        """
        parts = list(divided(versions, threads))
        if len(parts) < 2:
            return [outcome for part in parts for outcome in self._delete(part)]
        pool = ThreadPoolExecutor(min(threads, len(parts)), thread_name_prefix="lethe-delete")
        try:
            return [outcome for outcomes in pool.map(self._delete, parts) for outcome in outcomes]
        finally:
            pool.shutdown(cancel_futures=True)

    def _delete(self, versions: Sequence[ObjectVersion]) -> list[DeleteOutcome]:
        # The request is XML, which cannot hold every key that S3 can.
        alone = [version for version in versions if NOT_IN_XML.search(version.key)]
        said = {id(version): self._outcome_alone(version) for version in alone}
        together = [version for version in versions if id(version) not in said]
        if together:
            said.update((id(one.version), one) for one in self._outcomes(together))
        return [said[id(version)] for version in versions]

    def _outcome(self, version: ObjectVersion, code: str) -> DeleteOutcome:
        if not code or code in GONE:
            return DeleteOutcome(version, "deleted", code)
        return self._refusals.explain(version, code)

    def _outcome_alone(self, version: ObjectVersion) -> DeleteOutcome:
        where: Any = {"Bucket": self._bucket, "Key": self._prefix + version.key}
        _, code = self._tried(lambda: self._client.delete_object(**where, VersionId=version.version_id or "null"))
        return self._outcome(version, code)

    def _outcomes(self, versions: Sequence[ObjectVersion]) -> list[DeleteOutcome]:
        objects: Any = [{"Key": self._prefix + one.key, "VersionId": one.version_id or "null"} for one in versions]
        answer, code = self._tried(
            lambda: self._client.delete_objects(Bucket=self._bucket, Delete={"Objects": objects, "Quiet": False})
        )
        if code:
            # Refused as a whole, so no lock of a single version is behind it.
            return [self._refusals.explain(version, code, locks=False) for version in versions]
        errors = _errors(answer.get("Errors", []))
        deleted = Counter((one.get("Key") or "", one.get("VersionId") or "") for one in answer.get("Deleted", []))
        codes = [_code_for(one["Key"], one["VersionId"], errors, deleted) for one in objects]
        return [self._outcome(version, code) for version, code in zip(versions, codes, strict=True)]

    def _tried(self, call: Callable[[], Any]) -> tuple[Any, str]:
        try:
            return call(), ""
        except S3_ERRORS as error:
            if code_of(error) in NO_BUCKET:
                raise failure(self._store_id, "delete", error) from None
            return {}, code_of(error)


def divided(versions: Sequence[ObjectVersion], threads: int) -> Iterator[Sequence[ObjectVersion]]:
    """Even parts of at most 1,000, as many as keep every thread at work; few versions are one part."""
    number = max(-(-len(versions) // MOST), min(threads, len(versions) // WORTH_A_THREAD), 1)
    if number > threads:
        number = -(-number // threads) * threads
    size, longer = divmod(len(versions), number)
    start = 0
    for part in range(number):
        end = start + size + (part < longer)
        if end > start:
            yield versions[start:end]
        start = end


def _code_for(
    key: str, version_id: str, errors: dict[tuple[str, str], str], deleted: "Counter[tuple[str, str]]"
) -> str:
    # Some servers name no version, or not even the key: then the error is everybody's it may concern.
    code = errors.get((key, version_id)) or errors.get((key, "")) or errors.get(("", ""))
    if code:
        return code
    if deleted[key, version_id]:
        return ""
    if deleted[key, ""]:
        # Said without a version: good for one of them.
        deleted[key, ""] -= 1
        return ""
    return "NoAnswer"


def _errors(listed: Sequence[Any]) -> dict[tuple[str, str], str]:
    """The codes inside a 200 by key and version id; what an error does not name is empty."""
    return {
        (error.get("Key") or "", (error.get("VersionId") or "") if error.get("Key") else ""): plain_code(
            error.get("Code")
        )
        for error in listed
    }
