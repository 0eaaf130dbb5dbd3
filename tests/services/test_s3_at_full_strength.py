"""What only a server that enforces it can show: pages, threads, locks, policies, a second user's rights."""

import itertools
import json
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import ObjectVersion
from lethe.connectors.s3 import S3Store, s3_store

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

AWKWARD = (
    *("a", "a/", "a//b", "a b", "a+b", "a%2Bb", "a\nb", "a\rb", "a\tb", "../a", "a/../b", "é", "e\u0301", "\ue000"),
    *("\U0001f600", "\U0010fffd", "~", "&<>\"'", "a\x7fb", "x" * 1024, "é" * 512, "o'neill; --", "?#[]{}"),
)
NUMBERS = itertools.count()
Open = Callable[..., S3Store]


@pytest.fixture
def open_store(s3: Any) -> Open:
    """A store in a bucket, by the owner or the reader."""

    def store(bucket: str, *, prefix: str = "", who: tuple[str, str] | None = None, **more: Any) -> S3Store:
        key, secret = who or s3.owner
        extra = {"endpoint_url": s3.endpoint, "region_name": "us-east-1", "addressing_style": "path"}
        spec = ConnectionSpec("lethe_storage", "aws", login=key, password=secret, extra=extra)
        return s3_store("sessions", spec, bucket=bucket, prefix=prefix, **more)

    return store


@pytest.fixture
def bucket(owner: "S3Client") -> str:
    """An empty versioned bucket."""
    return make_bucket(owner)


def make_bucket(owner: "S3Client", **more: Any) -> str:
    name = f"strength-{next(NUMBERS)}"
    owner.create_bucket(Bucket=name, **more)
    owner.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    return name


def everything(store: S3Store) -> list[ObjectVersion]:
    return sorted(store.list_versions())


def in_small_pages(monkeypatch: pytest.MonkeyPatch, store: S3Store, most: int) -> list[int]:
    asked: list[int] = []
    real = store.client.list_object_versions

    def capped(**request: Any) -> Any:
        asked.append(min(most, request.get("MaxKeys", 1000)))
        return real(**request | {"MaxKeys": asked[-1]})

    monkeypatch.setattr(store.client, "list_object_versions", capped)
    return asked


@pytest.mark.parametrize("prefix", ["", "raw/"])
def test_awkward_keys_are_found_exactly_whatever_the_pages_and_all_can_be_deleted(
    open_store: Open, bucket: str, monkeypatch: pytest.MonkeyPatch, prefix: str
) -> None:
    store = open_store(bucket, prefix=prefix)
    held = [key for key in AWKWARD if len((prefix + key).encode()) <= 1024]
    for number, key in enumerate(held):
        for _ in range(1 + number % 3):
            store.put(key, b"x")
        if number % 4 == 0:
            store.client.delete_object(Bucket=bucket, Key=prefix + key)
        store.client.put_object(Bucket=bucket, Key=f"beside/{key}"[:200], Body=b"x")
    whole = [one for one in everything(store) if one.key in held]
    assert {one.key for one in whole} == set(held)
    dice = random.Random(3)
    for most in (1, 2, 3, 7, 1000):
        in_small_pages(monkeypatch, store, most)
        for wanted in (held, *(dice.sample(held, number) for number in (1, 2, 5, 9)), ["absent", "\ud800", ""]):
            found = store.versions_of(wanted)
            assert [one for one in everything(store) if one.key in held] == whole
            assert sorted(one for versions in found.values() for one in versions) == [
                one for one in whole if one.key in wanted
            ]
        monkeypatch.undo()
    outcomes = store.delete(whole)
    assert {(one.outcome, one.code) for one in outcomes} == {("deleted", "")}
    assert store.versions_of(held) == {}


def test_key_that_xml_cannot_hold_is_found_and_deleted(open_store: Open, bucket: str) -> None:
    store = open_store(bucket)
    for key in ("a\x01b", "a\x01b", "a"):
        store.put(key, b"x")
    found = store.versions_of(["a\x01b"])["a\x01b"]
    assert [one.outcome for one in store.delete(found)] == ["deleted", "deleted"]
    assert [one.key for one in everything(store)] == ["a"]


def test_current_objects_are_listed_whatever_the_pages(
    open_store: Open, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(bucket)
    for key in AWKWARD:
        store.put(key, b"x")
    real = store.client.list_objects_v2
    monkeypatch.setattr(store.client, "list_objects_v2", lambda **asked: real(**asked | {"MaxKeys": 1}))
    assert [one.key for one in store.list_objects()] == sorted(AWKWARD)


def test_listing_of_many_keys_is_a_few_pages_and_of_far_keys_a_small_one_each(
    open_store: Open, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(bucket)
    keys = [f"study/s-{number:04}/talk.wav" for number in range(3000)]
    with_threads(store, keys)
    asked = in_small_pages(monkeypatch, store, 1000)
    assert sorted(store.versions_of(keys[1000:2000])) == keys[1000:2000]
    assert len(asked) <= 8
    asked.clear()
    far = keys[::100]
    assert sorted(store.versions_of(far)) == far
    assert len(asked) < 2 * len(far) + 1


@pytest.mark.parametrize("spread", ["one key", "many keys"])
def test_two_thousand_versions_go_over_all_threads_and_nothing_stays(
    open_store: Open, bucket: str, spread: str
) -> None:
    store = open_store(bucket)
    with_threads(store, ["k"] * 600 if spread == "one key" else [f"k{number % 1000}" for number in range(2000)])
    found = everything(store)
    outcomes = store.delete(found)
    assert {(one.outcome, one.code) for one in outcomes} == {("deleted", "")}
    assert everything(store) == []


def with_threads(store: S3Store, keys: list[str]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda key: store.client.put_object(Bucket=store.bucket, Key=key, Body=b"x"), keys))


@pytest.fixture
def locked(owner: "S3Client") -> str:
    """A bucket that can lock objects."""
    return make_bucket(owner, ObjectLockEnabledForBucket=True)


@pytest.mark.parametrize("mode", ["GOVERNANCE", "COMPLIANCE"])
def test_object_lock_keeps_a_version_until_its_day_and_says_which_lock_it_is(
    open_store: Open, owner: "S3Client", locked: str, mode: Any
) -> None:
    store = open_store(locked)
    kept, free = store.put("kept", b"x"), store.put("free", b"x")
    until = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=4)
    where: Any = {"Bucket": locked, "Key": "kept", "VersionId": kept.version_id}
    owner.put_object_retention(**where, Retention={"Mode": mode, "RetainUntilDate": until})
    said = {one.version.key: (one.outcome, one.until) for one in store.delete(everything(store))}
    assert said == {"kept": (mode.lower(), until), "free": ("deleted", None)}
    assert [one.version_id for one in everything(store)] == [kept.version_id]
    assert free.version_id != kept.version_id
    while datetime.now(UTC) <= until + timedelta(seconds=1):
        pass
    assert [one.outcome for one in store.delete(everything(store))] == ["deleted"]
    assert everything(store) == []


def test_legal_hold_keeps_a_version_until_it_is_lifted(open_store: Open, owner: "S3Client", locked: str) -> None:
    store = open_store(locked)
    where: Any = {"Bucket": locked, "Key": "kept", "VersionId": store.put("kept", b"x").version_id}
    owner.put_object_legal_hold(**where, LegalHold={"Status": "ON"})
    assert [(one.outcome, one.until) for one in store.delete(everything(store))] == [("legal_hold", None)]
    owner.put_object_legal_hold(**where, LegalHold={"Status": "OFF"})
    assert [one.outcome for one in store.delete(everything(store))] == ["deleted"]


def test_marker_over_a_locked_version_goes_and_the_version_stays(
    open_store: Open, owner: "S3Client", locked: str
) -> None:
    store = open_store(locked)
    where: Any = {"Bucket": locked, "Key": "kept", "VersionId": store.put("kept", b"x").version_id}
    owner.put_object_legal_hold(**where, LegalHold={"Status": "ON"})
    owner.delete_object(Bucket=locked, Key="kept")
    said = {one.version.is_delete_marker: one.outcome for one in store.delete(everything(store))}
    assert said == {True: "deleted", False: "legal_hold"}
    owner.put_object_legal_hold(**where, LegalHold={"Status": "OFF"})


def test_policy_that_denies_one_key_is_a_denial_of_that_key_alone(
    open_store: Open, owner: "S3Client", bucket: str
) -> None:
    store = open_store(bucket)
    for key in ("kept", "free"):
        store.put(key, b"x")
    deny(owner, bucket, "kept")
    said = {one.version.key: one.outcome for one in store.delete(everything(store))}
    owner.delete_bucket_policy(Bucket=bucket)
    assert said == {"kept": "denied", "free": "deleted"}


def deny(owner: "S3Client", bucket: str, key: str) -> None:
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:AbortMultipartUpload"],
        "Resource": [f"arn:aws:s3:::{bucket}/{key}"],
    }
    owner.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))


def test_user_without_the_right_is_denied_every_version_and_nothing_goes(
    open_store: Open, s3: Any, bucket: str
) -> None:
    store = open_store(bucket)
    with_threads(store, [f"k{number}" for number in range(120)])
    found = everything(store)
    outcomes = open_store(bucket, who=s3.reader).delete(found)
    assert {one.outcome for one in outcomes} == {"denied"}
    assert everything(store) == found


def test_credentials_that_are_not_known_are_said_as_such(open_store: Open, bucket: str) -> None:
    store = open_store(bucket)
    store.put("a", b"x")
    found = everything(store)
    for who in (("nobody", "secret"), ("owner", "wrong")):
        other = open_store(bucket, who=who)
        assert [one.outcome for one in other.delete(found)] == ["credentials"]
        with pytest.raises(ConnectorError, match="credentials have expired or are not known"):
            other.versions_of(["a"])
    assert everything(store) == found


def test_bucket_that_is_not_there_is_an_error_that_names_the_store(open_store: Open) -> None:
    store = open_store("mistyped")
    for ask in (
        lambda: list(store.list_versions()),
        lambda: store.versions_of(["a"]),
        lambda: store.uploads_of(["a"]),
        lambda: store.delete([ObjectVersion("a", "1", 1, True, False)]),
    ):
        with pytest.raises(ConnectorError, match=r"'sessions'.*NoSuchBucket.*nothing counts as deleted"):
            ask()


@pytest.mark.parametrize("status", ["Suspended", "never on"])
def test_null_versions_go_where_versioning_is_off(open_store: Open, owner: "S3Client", status: Any) -> None:
    name = f"strength-{next(NUMBERS)}"
    owner.create_bucket(Bucket=name)
    store = open_store(name)
    store.put("a", b"first")
    if status == "Suspended":
        owner.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        store.put("a", b"second")
        owner.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Suspended"})
        store.put("a", b"third")
        owner.delete_object(Bucket=name, Key="a")
    found = store.versions_of(["a"])["a"]
    assert "null" in {one.version_id for one in found}
    assert {one.outcome for one in store.delete(found)} == {"deleted"}
    assert everything(store) == []


def test_unfinished_uploads_of_awkward_keys_are_aborted_by_their_exact_key(
    open_store: Open, owner: "S3Client", bucket: str
) -> None:
    store = open_store(bucket, prefix="raw/")
    keys = [key for key in AWKWARD if len(key.encode()) <= 1000]
    for key in (*keys, "a.bak"):
        owner.create_multipart_upload(Bucket=bucket, Key=f"raw/{key}")
    assert sorted(upload.key for upload in store.uploads_of(keys)) == sorted(keys)
    assert store.abort_uploads(keys) == len(keys)
    assert [upload.key for upload in store.list_uploads()] == ["a.bak"]


@pytest.mark.parametrize("most", [1, 2, 5])
def test_unfinished_uploads_of_awkward_keys_are_found_over_pages_of_any_size(
    open_store: Open, owner: "S3Client", bucket: str, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    store = open_store(bucket, prefix="raw/")
    keys = [key for key in AWKWARD if len(key.encode()) <= 1000]
    for key in (*keys, "a b", "a%2Bb"):
        owner.create_multipart_upload(Bucket=bucket, Key=f"raw/{key}")
    real = store.client.list_multipart_uploads
    monkeypatch.setattr(store.client, "list_multipart_uploads", lambda **asked: real(**{"MaxUploads": most} | asked))
    assert sorted(upload.key for upload in store.list_uploads()) == sorted([*keys, "a b", "a%2Bb"])


@pytest.mark.parametrize("most", [1, 2, 1000])
def test_keys_that_no_xml_can_hold_are_listed_and_deleted_whatever_the_pages(
    open_store: Open, owner: "S3Client", bucket: str, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    store = open_store(bucket, prefix="raw/")
    keys = ["a", "a\x01b", "a\x1fc", "b"]
    for key in keys:
        owner.put_object(Bucket=bucket, Key=f"raw/{key}", Body=b"x")
        with suppress(ClientError):  # begun, though the answer repeats the key and cannot be read
            owner.create_multipart_upload(Bucket=bucket, Key=f"raw/{key}")
    client = store.client
    versions, uploads = client.list_object_versions, client.list_multipart_uploads
    monkeypatch.setattr(client, "list_object_versions", lambda **asked: versions(**asked | {"MaxKeys": most}))
    monkeypatch.setattr(client, "list_multipart_uploads", lambda **asked: uploads(**{"MaxUploads": most} | asked))
    assert [version.key for version in everything(store)] == keys
    assert {upload.key for upload in store.list_uploads()} == set(keys)
    assert list(store.versions_of(keys[1:3])) == keys[1:3]
    assert store.abort_uploads(keys[1:3]) >= 2
    assert {one.outcome for one in store.delete(everything(store))} == {"deleted"}
    assert everything(store) == []
    assert {upload.key for upload in store.list_uploads()} == {"a", "b"}


def test_upload_that_may_not_be_aborted_says_which_right_is_missing(
    open_store: Open, owner: "S3Client", bucket: str
) -> None:
    store = open_store(bucket)
    owner.create_multipart_upload(Bucket=bucket, Key="kept")
    deny(owner, bucket, "kept")
    with pytest.raises(ConnectorError, match="s3:AbortMultipartUpload"):
        store.abort_uploads(["kept"])
    owner.delete_bucket_policy(Bucket=bucket)
    assert store.abort_uploads(["kept"]) == 1
