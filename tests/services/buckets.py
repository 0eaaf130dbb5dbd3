"""The buckets of `config/stores.yaml` on an S3 server: versioned, and readable by the one who verifies.

`python3 buckets.py CONFIG_FOLDER ENDPOINT` makes those that are missing, and may be repeated; `S3_OWNER` and
`S3_READER` as for the server.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import yaml
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

READER_MAY = ("s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads", "s3:GetObject")


def s3_client(endpoint: str, credentials: tuple[str, str]) -> "S3Client":
    """A client for a server that is asked by path, with the checksums every server knows."""
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        aws_access_key_id=credentials[0],
        aws_secret_access_key=credentials[1],
        region_name="us-east-1",
        config=Config(
            s3={"addressing_style": "path"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    )


def create_buckets(client: "S3Client", names: Iterable[str], *, reader: str) -> None:
    """Make the buckets that are missing; have each of them versioned, with a policy that lets `reader` list and read.

    A bucket that is there already is told so again: a run that was interrupted may have made it and no more.
    """
    held = {bucket["Name"] for bucket in client.list_buckets()["Buckets"]}
    for name in sorted(set(names)):
        if name not in held:
            client.create_bucket(Bucket=name)
        client.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        statement = {
            "Effect": "Allow",
            "Principal": {"AWS": [f"arn:aws:iam:::user/{reader}"]},
            "Action": list(READER_MAY),
            "Resource": [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"],
        }
        client.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))


def configured_buckets(config: Path) -> list[str]:
    """The buckets that `stores.yaml` names."""
    places: dict[str, Any] = yaml.safe_load((config / "stores.yaml").read_text())
    return sorted({store["bucket"] for store in places["stores"].values()})


def main(config: str, endpoint: str) -> None:
    """Make the configured buckets."""
    key, _, secret = os.environ["S3_OWNER"].partition(":")
    reader = os.environ["S3_READER"].partition(":")[0]
    create_buckets(s3_client(endpoint, (key, secret)), configured_buckets(Path(config)), reader=reader)


if __name__ == "__main__":
    main(*sys.argv[1:3])
