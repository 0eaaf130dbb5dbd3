"""What a connection reaches: its buckets and the first steps in one, on folders and on S3."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lethe.connectors.buckets import Level, buckets_of, level_of, origin_of_connection
from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.errors import ConnectorError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

AWS = ConnectionSpec("lethe_storage", "aws", login="testing", password="testing")
KEYS = ("loose.vtt", "a/1.vtt", "a/2/3.vtt", "ab/1.vtt")


@pytest.fixture(params=["folder", "s3"])
def reached(request: pytest.FixtureRequest, tmp_path: Path) -> ConnectionSpec:
    """A connection that reaches two buckets; `one` holds objects."""
    if request.param == "s3":
        client: S3Client = request.getfixturevalue("s3_client")
        for bucket in ("one", "two"):
            client.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
        for key in KEYS:
            client.put_object(Bucket="one", Key=key, Body=b"x")
        return AWS
    for bucket in ("one", "two", ".lethe"):
        (tmp_path / bucket).mkdir()
    (tmp_path / "one" / ".lethe").mkdir()
    for key in KEYS:
        path = tmp_path / "one" / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return ConnectionSpec("lethe_storage", "fs", extra={"path": str(tmp_path)})


def test_buckets_are_named_in_order(reached: ConnectionSpec) -> None:
    assert buckets_of(reached) == ["one", "two"]


def test_a_level_is_its_prefixes_and_the_objects_beside_them(reached: ConnectionSpec) -> None:
    assert level_of(reached, "one") == Level(("a/", "ab/"), 1)
    assert level_of(reached, "one", "a/") == Level(("a/2/",), 1)
    assert level_of(reached, "two") == Level((), 0)
    assert "loose" not in repr(level_of(reached, "one"))


def test_folder_that_is_not_there_is_an_error_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(ConnectorError, match="list buckets failed") as caught:
        buckets_of(ConnectionSpec("lethe_storage", "fs", extra={"path": str(tmp_path / "Siobhan")}))
    assert "Siobhan" not in str(caught.value)


def test_connections_to_one_endpoint_reach_the_same_buckets(tmp_path: Path) -> None:
    reader = ConnectionSpec("reader", "aws", login="other")
    assert origin_of_connection(reader) == origin_of_connection(AWS)
    elsewhere = ConnectionSpec("elsewhere", "aws", extra={"endpoint_url": "https://s3.example.org"})
    assert origin_of_connection(elsewhere) != origin_of_connection(AWS)
    folder = ConnectionSpec("folder", "fs", extra={"path": str(tmp_path)})
    same = ConnectionSpec("same", "fs", extra={"path": str(tmp_path / "x" / "..")})
    assert origin_of_connection(folder) == origin_of_connection(same)
