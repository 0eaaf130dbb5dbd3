"""One store of each kind, and the pair, for the contract that both keep."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.folder import FolderStore
from lethe.connectors.objects import ObjectStore
from lethe.connectors.s3 import S3Store, s3_store

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

BUCKET = "fernhollow-contract"
AWS = ConnectionSpec("lethe_storage", "aws", login="testing", password="testing")


@pytest.fixture
def folder_store(tmp_path: Path) -> FolderStore:
    """A bucket in a folder, with a prefix."""
    store = FolderStore("sessions", tmp_path / "bucket", prefix="raw/")
    store.create()
    return store


@pytest.fixture
def bucket(s3_client: "S3Client") -> str:
    """A versioned bucket."""
    s3_client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    s3_client.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
    return BUCKET


@pytest.fixture
def versioned(bucket: str) -> S3Store:
    """A store in a versioned bucket, with a prefix."""
    return s3_store("sessions", AWS, bucket=bucket, prefix="raw/")


@pytest.fixture(params=["folder", "s3"])
def store(request: pytest.FixtureRequest) -> ObjectStore:
    """Each kind of store in turn."""
    return request.getfixturevalue("folder_store" if request.param == "folder" else "versioned")  # type: ignore[no-any-return]


@pytest.fixture
def begin_upload(request: pytest.FixtureRequest) -> Callable[[ObjectStore, str], None]:
    """What a process leaves that is killed while it puts a large object at a key."""

    def begin(store: ObjectStore, key: str) -> None:
        if isinstance(store, S3Store):
            answer = store.client.create_multipart_upload(Bucket=store.bucket, Key=store.prefix + key)
            store.client.upload_part(
                Bucket=store.bucket, Key=store.prefix + key, UploadId=answer["UploadId"], PartNumber=1, Body=b"half"
            )
        else:
            killed_while_putting(store, key)

    return begin


def killed_while_putting(store: ObjectStore, key: str) -> None:
    """Put in a child process that ends, without any clean-up, after its first bytes."""

    class Killed:
        def read(self, size: int) -> bytes:
            if hasattr(self, "once"):
                os._exit(9)
            self.once = True
            return b"half"

    child = os.fork()
    if child == 0:
        store.put(key, Killed())  # type: ignore[arg-type]
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
