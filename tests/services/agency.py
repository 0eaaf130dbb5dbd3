"""The shipped agency on those servers: every store a versioned bucket of Ceph, every database one of PostgreSQL."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from lethe.agency import Agency
from lethe.connectors.connection import ConnectionSpec, parse_connection
from lethe.keystore import KeyStore
from lethe.migrate import upgrade
from lethe.settings.models import Settings
from tests.services.ceph import S3Server

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


def a_little_ahead() -> datetime:
    """Now, and half a minute more: a file dropped a moment ago counts as still being written."""
    return datetime.now(UTC) + timedelta(seconds=30)


def connections(s3: S3Server, port: int, database: str) -> Callable[[str], ConnectionSpec]:
    """What resolves the shipped connections: the owner's and the reader's S3, and one database for everything else."""

    def resolve(conn_id: str) -> ConnectionSpec:
        if conn_id.startswith("lethe_storage"):
            key, secret = s3.reader if conn_id.endswith("reader") else s3.owner
            extra = {"endpoint_url": s3.endpoint, "region_name": "us-east-1"}
            return parse_connection(
                conn_id, json.dumps({"conn_type": "aws", "login": key, "password": secret, "extra": extra})
            )
        return parse_connection(conn_id, f"postgresql://lethe@127.0.0.1:{port}/{database}")

    return resolve


def set_up(
    home: Path,
    settings: Settings,
    connection: Callable[[str], ConnectionSpec],
    clock: Callable[[], datetime] = a_little_ahead,
) -> Agency:
    """An agency with keys and migrated, empty databases; its buckets are made by `create_buckets`."""
    agency = Agency(settings, clock, connection, home)
    KeyStore.create(home / settings.agency.keys)
    upgrade(agency.research, "research")
    upgrade(agency.ledger.engine, "ledger")
    return agency


def empty_bucket(client: "S3Client", name: str) -> None:
    """Remove everything from a bucket of the tests, locks bypassed."""
    for page in client.get_paginator("list_object_versions").paginate(Bucket=name):
        for item in [*page.get("Versions", []), *page.get("DeleteMarkers", [])]:
            client.delete_object(
                Bucket=name, Key=item["Key"], VersionId=item["VersionId"], BypassGovernanceRetention=True
            )
    for upload in client.list_multipart_uploads(Bucket=name).get("Uploads", []):
        client.abort_multipart_upload(Bucket=name, Key=upload["Key"], UploadId=upload["UploadId"])
