"""An agency on real servers with much that is due and something of every kind that is not.

It is filled again for every trial: its database is copied from a template, the objects that went are put once more,
and what must never be touched stays the same throughout.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.proof.access import ORPHANED, Access, at_noon, site_settings
from tests.proof.filling import fill_databases, put_due, put_kept
from tests.services.agency import connections, set_up
from tests.services.buckets import create_buckets, s3_client
from tests.services.ceph import S3Server
from tests.services.postgres import run_sql

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

Name = tuple[str, str]
"""A place, and a key or id there."""


@dataclass
class Site:
    """Where it lies, how many due things of each kind it gets, and the names of what is due."""

    access: Access
    objects: int
    rows: int
    client: "S3Client"
    buckets: dict[str, str]
    """By store."""
    due: set[Name] = field(default_factory=set)
    """Place and name of everything that must be gone: objects, rows, copies at the client, traces of objects."""

    @property
    def items(self) -> int:
        """The planned items of both rules: each leaves one line. Traces are no items of their own."""
        return sum(place != "asset" for place, _ in self.due)

    def bucket(self, store_id: str) -> str:
        """The bucket of a store."""
        return self.buckets[store_id]

    def trial(self, number: int) -> Access:
        """A fresh database from the template, and everything due put again."""
        database = f"{self.access.database}_{number}"
        run_sql(self.access.port, f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
        run_sql(self.access.port, f'CREATE DATABASE "{database}" TEMPLATE "{self.access.database}"')
        access = replace(self.access, database=database)
        put_due(self)
        agency = access.open()
        agency.keys.create_pseudonym_key(ORPHANED, agency.settings.studies[ORPHANED].client)
        return access

    def end(self, access: Access) -> None:
        """Drop a trial's database."""
        run_sql(self.access.port, f'DROP DATABASE IF EXISTS "{access.database}" WITH (FORCE)')


@contextmanager
def site(folder: Path, s3: S3Server, port: int, *, objects: int, rows: int, name: str) -> Iterator[Site]:
    """A site of that size: that many objects of two versions each that are due, that many rows, and the rest."""
    access = Access(folder, s3, port, f"proof_{name}", f"proof-{name}")
    run_sql(port, f'CREATE DATABASE "{access.database}"')
    client = s3_client(s3.endpoint, s3.owner)
    settings = site_settings(access.bucket_prefix)
    buckets = sorted({store.bucket for store in settings.places.stores.values()})
    create_buckets(client, buckets, reader=s3.reader[0])
    agency = set_up(folder, settings, connections(s3, port, access.database), at_noon)
    by_store = {store_id: store.bucket for store_id, store in settings.places.stores.items()}
    made = Site(access, objects, rows, client, by_store)
    try:
        fill_databases(agency, made)
        put_kept(made)
        agency.research.dispose()
        agency.ledger.engine.dispose()
        yield made
    finally:
        for bucket in buckets:
            _empty(client, bucket)
        run_sql(port, f'DROP DATABASE IF EXISTS "{access.database}" WITH (FORCE)')


def _empty(client: "S3Client", bucket: str) -> None:
    for page in client.get_paginator("list_object_versions").paginate(Bucket=bucket):
        versions = [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
        objects: Any = [{"Key": item["Key"], "VersionId": item["VersionId"]} for item in versions]
        if objects:
            client.delete_objects(Bucket=bucket, Delete={"Objects": objects})
    for upload in client.list_multipart_uploads(Bucket=bucket).get("Uploads", []):
        with suppress(client.exceptions.NoSuchUpload):
            client.abort_multipart_upload(Bucket=bucket, Key=upload["Key"], UploadId=upload["UploadId"])
