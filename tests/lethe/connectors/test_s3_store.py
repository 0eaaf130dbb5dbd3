"""What only S3 can get wrong: versions, markers, answers that are a 200 and an error at once."""

from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import ObjectVersion
from lethe.connectors.s3 import S3Store, s3_store
from lethe.connectors.s3_errors import code_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

AWS = ConnectionSpec("lethe_storage", "aws", login="testing", password="testing")


def refusal(code: str, operation: str = "PutObject") -> ClientError:
    answer: Any = {"Error": {"Code": code, "Message": "Jane Doe.vtt"}}
    return ClientError(answer, operation)


def test_every_version_and_every_marker_of_a_key_goes_and_its_neighbours_stay(versioned: S3Store) -> None:
    for key in ("a.json", "a.json", "a.json.bak", "a.json!"):
        versioned.put(key, b"x")
    versioned.client.delete_object(Bucket=versioned.bucket, Key="raw/a.json")
    versioned.client.delete_object(Bucket=versioned.bucket, Key="raw/a.json")
    found = versioned.versions_of(["a.json"])["a.json"]
    assert sorted(version.is_delete_marker for version in found) == [False, False, True, True]
    assert {outcome.outcome for outcome in versioned.delete(found)} == {"deleted"}
    assert versioned.versions_of(["a.json"]) == {}
    assert sorted(version.key for version in versioned.list_versions()) == ["a.json!", "a.json.bak"]


def test_marker_alone_is_found_beside_a_neighbour_with_versions(versioned: S3Store) -> None:
    versioned.put("a.json.bak", b"x")
    stored = versioned.put("a.json", b"x")
    versioned.client.delete_object(Bucket=versioned.bucket, Key="raw/a.json")
    versioned.client.delete_object(Bucket=versioned.bucket, Key="raw/a.json", VersionId=stored.version_id)
    (marker,) = versioned.versions_of(["a.json"])["a.json"]
    assert marker.is_delete_marker


def test_versions_over_several_pages_are_all_found(versioned: S3Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(7):
        versioned.put("a", b"x")
    for number in range(5):
        versioned.put(f"a{number}", b"x")
    for name in ("list_object_versions", "list_objects_v2"):
        real = getattr(versioned.client, name)
        monkeypatch.setattr(versioned.client, name, lambda real=real, **asked: real(**asked | {"MaxKeys": 2}))
    assert len(versioned.versions_of(["a"])["a"]) == 7


def test_null_version_of_a_bucket_without_versioning_is_deleted(s3_client: "S3Client") -> None:
    s3_client.create_bucket(Bucket="plain", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    store = s3_store("sessions", AWS, bucket="plain")
    stored = store.put("a", b"x")
    assert stored.version_id == "null"
    assert store.read("a", version_id="null") == b"x"
    found = store.versions_of(["a"])["a"]
    assert [version.version_id for version in found] == ["null"]
    assert [outcome.outcome for outcome in store.delete(found)] == ["deleted"]
    assert list(store.list_versions()) == []


def test_null_version_from_before_versioning_goes_too(s3_client: "S3Client") -> None:
    s3_client.create_bucket(Bucket="turned", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    store = s3_store("sessions", AWS, bucket="turned")
    store.put("a", b"before")
    s3_client.put_bucket_versioning(Bucket="turned", VersioningConfiguration={"Status": "Enabled"})
    store.put("a", b"after")
    found = store.versions_of(["a"])["a"]
    assert "null" in {version.version_id for version in found}
    store.delete(found)
    assert list(store.list_versions()) == []


def test_old_version_is_read_by_its_id(versioned: S3Store) -> None:
    first = versioned.put("a", b"first")
    versioned.put("a", b"second")
    assert versioned.read("a", version_id=first.version_id) == b"first"
    copied = versioned.copy_from(versioned, "a", first.version_id, to="b", sha256=first.sha256)
    assert versioned.read("b", version_id=copied.version_id) == b"first"


@pytest.mark.parametrize("error", [refusal("AccessDenied"), EndpointConnectionError(endpoint_url="http://Jane")])
def test_failure_names_the_store_and_the_code_alone(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise error

    for name in ("upload_fileobj", "get_object", "list_object_versions"):
        monkeypatch.setattr(versioned.client, name, fail)
    for attempt in (
        lambda: versioned.put("Jane Doe.vtt", b"x"),
        lambda: versioned.read("Jane Doe.vtt"),
        lambda: versioned.versions_of(["Jane Doe.vtt"]),
    ):
        with pytest.raises(ConnectorError) as failed:
            attempt()
        assert str(failed.value).startswith("store 'sessions': ")
        assert "Jane" not in f"{failed.value}{failed.value!r}"


def test_bucket_that_is_not_there_shows_no_absence(s3_client: "S3Client") -> None:
    store = s3_store("sessions", AWS, bucket="mistyped")
    for ask in (
        lambda: list(store.list_versions()),
        lambda: list(store.list_uploads()),
        lambda: list(store.list_objects()),
        lambda: store.versions_of(["a"]),
        lambda: store.abort_uploads(["a"]),
        lambda: store.delete([ObjectVersion("a", "1", 1, True, False)]),
    ):
        with pytest.raises(ConnectorError, match=r"'sessions'.*NoSuchBucket.*nothing counts as deleted") as failed:
            ask()
        assert "stores.yaml" in str(failed.value)


def test_copy_falls_back_to_streaming_where_the_server_may_not_copy(
    versioned: S3Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = versioned.put("a", b"words")

    def refuse(*_: Any, **__: Any) -> None:
        raise refusal("AccessDenied", "CopyObject")

    monkeypatch.setattr(versioned.client, "copy", refuse)
    versioned.copy_from(versioned, "a", stored.version_id, to="b", sha256=stored.sha256)
    assert versioned.read("b") == b"words"


def test_wrong_copy_on_the_server_is_removed_in_its_own_version_only(versioned: S3Store) -> None:
    versioned.put("b", b"older")
    stored = versioned.put("a", b"words")
    with pytest.raises(ConnectorError, match="another digest"):
        versioned.copy_from(versioned, "a", stored.version_id, to="b", sha256="0" * 64)
    assert versioned.read("b") == b"older"


def test_upload_that_ended_by_itself_is_no_failure(versioned: S3Store, monkeypatch: pytest.MonkeyPatch) -> None:
    versioned.client.create_multipart_upload(Bucket=versioned.bucket, Key="raw/a")

    def gone(**_: Any) -> Any:
        raise refusal("NoSuchUpload", "AbortMultipartUpload")

    monkeypatch.setattr(versioned.client, "abort_multipart_upload", gone)
    assert versioned.abort_uploads(["a"]) == 1


def test_uploads_of_a_batch_are_one_listing(versioned: S3Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("s/a", "s/b", "s/b.bak", "t/a"):
        versioned.client.create_multipart_upload(Bucket=versioned.bucket, Key=f"raw/{key}")
    asked: list[str] = []
    real = versioned.list_uploads
    monkeypatch.setattr(versioned, "list_uploads", lambda prefix: asked.append(prefix) or real(prefix))
    assert sorted(upload.key for upload in versioned.uploads_of(["s/a", "s/b", "s/c"])) == ["s/a", "s/b"]
    assert versioned.uploads_of([]) == []
    assert asked == ["s/"]


@pytest.mark.parametrize("code", ["Jane Doe.vtt", "", None])
def test_code_that_is_none_is_not_shown(code: str) -> None:
    assert code_of(refusal(code)) == "Unknown"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ExpiredToken", "credentials have expired"),
        ("AccessDenied", "needs s3:GetObject and s3:GetObjectVersion"),
        ("InvalidObjectState", "archive class"),
    ],
)
def test_failure_says_what_to_do(versioned: S3Store, monkeypatch: pytest.MonkeyPatch, code: str, words: str) -> None:
    def fail(**_: Any) -> Any:
        raise refusal(code)

    monkeypatch.setattr(versioned.client, "get_object", fail)
    with pytest.raises(ConnectorError, match=f"read failed \\({code}\\).*{words}"):
        versioned.read("a")
