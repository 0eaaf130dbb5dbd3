"""Deleting from S3: every answer counts, whatever becomes of the other requests."""

import threading
import time
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError, EndpointConnectionError, NoCredentialsError

from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import ObjectVersion
from lethe.connectors.s3 import S3Store
from lethe.connectors.s3_deletion import divided


def refusal(code: str) -> ClientError:
    answer: Any = {"Error": {"Code": code, "Message": "Jane Doe.vtt"}}
    return ClientError(answer, "DeleteObjects")


def versions_of(number: int) -> list[ObjectVersion]:
    return [ObjectVersion(f"k{one:05}", "v", 1, True, False) for one in range(number)]


def all_deleted(**request: Any) -> dict[str, Any]:
    return {"Deleted": request["Delete"]["Objects"]}


@pytest.mark.parametrize(
    ("number", "sizes"),
    [
        (0, []),
        (1, [1]),
        (99, [99]),
        (100, [50, 50]),
        (401, [51, 50, 50, 50, 50, 50, 50, 50]),
        (2000, [250] * 8),
        (8000, [1000] * 8),
        (8001, [501] + [500] * 15),
    ],
)
def test_versions_are_divided_evenly_so_that_every_thread_works(number: int, sizes: list[int]) -> None:
    parts = list(divided(versions_of(number), 8))
    assert [len(part) for part in parts] == sizes
    assert [one for part in parts for one in part] == versions_of(number)


def test_no_more_requests_than_threads_are_under_way_and_the_order_is_kept(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, now, most = threading.Lock(), 0, 0

    def slow(**request: Any) -> Any:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.02)
        with lock:
            now -= 1
        return all_deleted(**request)

    monkeypatch.setattr(versioned.client, "delete_objects", slow)
    versioned.threads = 3
    outcomes = versioned.delete(versions_of(9000))
    assert [outcome.version for outcome in outcomes] == versions_of(9000)
    assert {outcome.outcome for outcome in outcomes} == {"deleted"}
    assert most == 3


def test_connections_are_enough_for_the_threads(versioned: S3Store) -> None:
    assert versioned.client.meta.config.max_pool_connections >= versioned.threads == 8


@pytest.mark.parametrize(
    ("error", "outcome", "code"),
    [
        (refusal("SlowDown"), "failed", "SlowDown"),
        (refusal("ExpiredToken"), "credentials", "ExpiredToken"),
        (refusal("InvalidAccessKeyId"), "credentials", "InvalidAccessKeyId"),
        (NoCredentialsError(), "credentials", "NoCredentialsError"),
        (refusal("AccessDenied"), "denied", "AccessDenied"),
        (EndpointConnectionError(endpoint_url="http://Jane"), "failed", "EndpointConnectionError"),
    ],
)
def test_request_that_fails_as_a_whole_loses_no_other_answer(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch, error: Exception, outcome: str, code: str
) -> None:
    def half(**request: Any) -> Any:
        if request["Delete"]["Objects"][0]["Key"] == "raw/k00250":
            raise error
        return all_deleted(**request)

    monkeypatch.setattr(versioned.client, "delete_objects", half)
    outcomes = versioned.delete(versions_of(2000))
    assert Counter((one.outcome, one.code) for one in outcomes) == {("deleted", ""): 1750, (outcome, code): 250}
    assert {one.version.key for one in outcomes if one.code} == {f"k{number:05}" for number in range(250, 500)}


def test_bucket_that_went_half_way_is_an_error_and_no_outcome(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(**request: Any) -> Any:
        if request["Delete"]["Objects"][0]["Key"] == "raw/k00250":
            raise refusal("NoSuchBucket")
        return all_deleted(**request)

    monkeypatch.setattr(versioned.client, "delete_objects", half)
    with pytest.raises(ConnectorError, match="NoSuchBucket"):
        versioned.delete(versions_of(2000))


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ([], ["deleted", "deleted", "deleted"]),
        ([{"Key": "raw/a", "VersionId": "1", "Code": "AccessDenied"}], ["denied", "deleted", "deleted"]),
        ([{"Key": "raw/a", "VersionId": "2", "Code": "InternalError"}], ["deleted", "failed", "deleted"]),
        ([{"Key": "raw/a", "VersionId": "1", "Code": "InvalidObjectState"}], ["archived", "deleted", "deleted"]),
        ([{"Key": "raw/a", "VersionId": "1", "Code": "ExpiredToken"}], ["credentials", "deleted", "deleted"]),
        ([{"Key": "raw/a", "VersionId": "1", "Code": "NoSuchVersion"}], ["deleted", "deleted", "deleted"]),
        ([{"Key": "raw/a", "VersionId": "1"}], ["failed", "deleted", "deleted"]),
        ([{"Key": "raw/a", "Code": "InternalError", "Message": None}], ["failed", "failed", "deleted"]),
        ([{"Code": "SlowDown"}], ["failed", "failed", "failed"]),
    ],
)
def test_each_error_inside_a_200_counts_against_what_it_names(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch, errors: list[dict[str, str]], expected: list[str]
) -> None:
    monkeypatch.setattr(
        versioned.client, "delete_objects", lambda **request: {"Errors": errors} | all_deleted(**request)
    )
    versions = [ObjectVersion(key, version, 1, True, False) for key, version in (("a", "1"), ("a", "2"), ("b", "1"))]
    assert [outcome.outcome for outcome in versioned.delete(versions)] == expected


@pytest.mark.parametrize(
    ("deleted", "expected"),
    [
        ([], ["NoAnswer", "NoAnswer", "NoAnswer"]),
        ([{"Key": "raw/a", "VersionId": "2"}], ["NoAnswer", "", "NoAnswer"]),
        ([{"Key": "raw/a"}, {"Key": "raw/b"}], ["", "NoAnswer", ""]),
        ([{"Key": "raw/a"}, {"Key": "raw/a"}, {"Key": "raw/c"}], ["", "", "NoAnswer"]),
    ],
)
def test_version_that_the_answer_leaves_out_has_failed(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch, deleted: list[dict[str, str]], expected: list[str]
) -> None:
    monkeypatch.setattr(versioned.client, "delete_objects", lambda **_: {"Deleted": deleted})
    versions = [ObjectVersion(key, version, 1, True, False) for key, version in (("a", "1"), ("a", "2"), ("b", "1"))]
    outcomes = versioned.delete(versions)
    assert [outcome.code for outcome in outcomes] == expected
    assert [outcome.outcome for outcome in outcomes] == ["failed" if code else "deleted" for code in expected]


AGAIN = datetime(2027, 3, 1, tzinfo=UTC)
BEFORE = {"HTTPHeaders": {"date": "Sun, 29 Nov 2026 13:00:00 GMT"}}
AFTER = {"HTTPHeaders": {"date": "Tue, 02 Mar 2027 13:00:00 GMT"}}
NONE = refusal("NoSuchObjectLockConfiguration")


def lock(mode: str, said: Any = BEFORE) -> Any:
    return {"Retention": {"Mode": mode, "RetainUntilDate": AGAIN}, "ResponseMetadata": said}


@pytest.mark.parametrize(
    ("retention", "hold", "expected"),
    [
        (lock("COMPLIANCE"), NONE, ("compliance", AGAIN)),
        (lock("GOVERNANCE"), NONE, ("governance", AGAIN)),
        (lock("GOVERNANCE", {}), NONE, ("governance", AGAIN)),
        (lock("SOMETHING"), NONE, ("locked", AGAIN)),
        (lock("COMPLIANCE", AFTER), NONE, ("denied", None)),
        (NONE, {"LegalHold": {"Status": "ON"}}, ("legal_hold", None)),
        (lock("COMPLIANCE"), {"LegalHold": {"Status": "ON"}}, ("legal_hold", AGAIN)),
        (NONE, {"LegalHold": {"Status": "OFF"}}, ("denied", None)),
        (NONE, NONE, ("denied", None)),
        (refusal("AccessDenied"), {"LegalHold": None}, ("locked", None)),
        (refusal("AccessDenied"), refusal("AccessDenied"), ("locked", None)),
        (refusal("SlowDown"), NONE, ("locked", None)),
        (NONE, refusal("AccessDenied"), ("locked", None)),
        (lock("COMPLIANCE", AFTER), refusal("AccessDenied"), ("locked", None)),
        (refusal("AccessDenied"), {"LegalHold": {"Status": "ON"}}, ("legal_hold", None)),
        (lock("COMPLIANCE"), refusal("AccessDenied"), ("compliance", AGAIN)),
        (refusal("InvalidRequest"), refusal("NotImplemented"), ("denied", None)),
        (refusal("NoSuchKey"), refusal("NoSuchVersion"), ("denied", None)),
    ],
)
def test_lock_is_told_from_a_denial_with_its_kind_and_its_end(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch, retention: Any, hold: Any, expected: tuple[str, Any]
) -> None:
    answering(monkeypatch, versioned, retention=retention, hold=hold)
    (outcome,) = versioned.delete([ObjectVersion("a", "1", 1, True, False)])
    assert (outcome.outcome, outcome.until) == expected


def test_bucket_without_object_lock_is_not_asked_for_one_of_every_version(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, versioned, retention=NONE, hold=NONE, bucket=refusal("ObjectLockConfigurationNotFoundError"))
    for name in ("get_object_retention", "get_object_legal_hold"):
        monkeypatch.setattr(versioned.client, name, None)
    assert [one.outcome for one in versioned.delete([ObjectVersion("a", "1", 1, True, False)])] == ["denied"]


def test_lock_that_may_not_be_read_is_still_a_lock(versioned: S3Store, monkeypatch: pytest.MonkeyPatch) -> None:
    unread = refusal("AccessDenied")
    answering(monkeypatch, versioned, code="ObjectLocked", retention=unread, hold=unread, bucket=unread)
    assert [one.outcome for one in versioned.delete([ObjectVersion("a", "1", 1, True, False)])] == ["locked"]


def test_bucket_that_asks_for_a_second_factor_says_so(versioned: S3Store, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, versioned, retention=NONE, hold=NONE)
    monkeypatch.setattr(
        versioned.client, "get_bucket_versioning", lambda **_: {"Status": "Enabled", "MFADelete": "Enabled"}
    )
    assert [one.outcome for one in versioned.delete([ObjectVersion("a", "1", 1, True, False)])] == ["mfa"]
    # Known to be so, whatever lock may be there too.
    answering(monkeypatch, versioned, retention=refusal("AccessDenied"), hold=NONE)
    assert [one.outcome for one in versioned.delete([ObjectVersion("a", "1", 1, True, False)])] == ["mfa"]


def test_key_that_xml_cannot_hold_is_deleted_by_a_request_of_its_own(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(versioned.client, "delete_object", lambda **request: asked.append(request) or {})
    monkeypatch.setattr(versioned.client, "delete_objects", all_deleted)
    versions = [ObjectVersion(key, "1", 1, True, False) for key in ("a", "b\x01", "c\ufffe", "d\n\r\t")]
    assert [one.version.key for one in versioned.delete(versions)] == [one.key for one in versions]
    assert [(one["Key"], one["VersionId"]) for one in asked] == [("raw/b\x01", "1"), ("raw/c\ufffe", "1")]


def answering(
    monkeypatch: pytest.MonkeyPatch,
    store: S3Store,
    *,
    retention: Any,
    hold: Any,
    bucket: Any = None,
    code: str = "AccessDenied",
) -> None:
    """A store that refuses the version 1 of `a`, and tells why."""

    def answer(value: Any) -> Any:
        if isinstance(value, Exception):
            raise value
        return value or {}

    refused = {"Errors": [{"Key": "raw/a", "VersionId": "1", "Code": code}]}
    monkeypatch.setattr(store.client, "delete_objects", lambda **_: refused)
    monkeypatch.setattr(store.client, "get_object_retention", lambda **_: answer(retention))
    monkeypatch.setattr(store.client, "get_object_legal_hold", lambda **_: answer(hold))
    monkeypatch.setattr(store.client, "get_object_lock_configuration", lambda **_: answer(bucket))


def test_store_that_asks_to_slow_down_is_asked_again_by_every_thread(versioned: S3Store) -> None:
    for number in range(200):
        versioned.client.put_object(Bucket=versioned.bucket, Key=f"raw/k{number}", Body=b"x")
    found = list(versioned.list_versions())
    lock, refused = threading.Lock(), 0

    def busy(request: Any, **_: Any) -> Any:
        nonlocal refused
        with lock:
            if refused == 4:
                return None
            refused += 1
        body = b"<Error><Code>SlowDown</Code></Error>"
        answer = AWSResponse(request.url, 503, {}, None)
        answer._content = body
        return answer

    versioned.client.meta.events.register_first("before-send.s3.DeleteObjects", busy)
    assert Counter(one.outcome for one in versioned.delete(found)) == {"deleted": 200}
    assert refused == 4
    assert list(versioned.list_versions()) == []


@pytest.mark.parametrize("archive", ["GLACIER", "DEEP_ARCHIVE"])
def test_archived_object_is_deleted_without_being_restored(versioned: S3Store, archive: Any) -> None:
    versioned.client.put_object(Bucket=versioned.bucket, Key="raw/a", Body=b"x", StorageClass=archive)
    with pytest.raises(ConnectorError, match=r"InvalidObjectState.*restore it to read it"):
        versioned.read("a")
    assert [one.outcome for one in versioned.delete(list(versioned.list_versions()))] == ["deleted"]
    assert list(versioned.list_versions()) == []
