"""A complete agency per test, from the shipped configuration, on folders and SQLite or on an S3 double.

`agency`     folder stores, SQLite databases, keys, the sample's clients and studies, the clock of `clock`
`s3_agency`  the same with every store a versioned bucket of moto's in-memory S3
`s3_client`  a boto3 client of that S3 (one per test, empty)
"""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import boto3
import pytest
import sqlalchemy as sa
from moto import mock_aws

from lethe.agency import Agency
from lethe.connectors.connection import connection_from_environment
from lethe.connectors.sql import engine_from, erase_log
from lethe.keystore import KeyStore
from lethe.migrate import upgrade
from lethe.research import schema
from lethe.settings import load_settings
from lethe.settings.models import Settings

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


@pytest.fixture(scope="session")
def shipped_settings(config_folder: Path) -> Settings:
    """The shipped configuration; for a variant, use its `model_copy(update=...)`."""
    return load_settings(config_folder)


def open_agency(home: Path, settings: Settings, clock: Callable[[], datetime], storage: Mapping[str, object]) -> Agency:
    """An agency whose databases and keys lie in a folder; nothing is made yet."""
    environ = {
        "AIRFLOW_CONN_LETHE_RESEARCH": json.dumps({"conn_type": "sqlite", "host": str(home / "research.sqlite")}),
        "AIRFLOW_CONN_LETHE_LEDGER": json.dumps({"conn_type": "sqlite", "host": str(home / "ledger.sqlite")}),
        "AIRFLOW_CONN_LETHE_SURVEY_PLATFORM": json.dumps(
            {"conn_type": "sqlite", "host": str(home / "platform.sqlite")}
        ),
        "AIRFLOW_CONN_LETHE_STORAGE": json.dumps(storage),
        "AIRFLOW_CONN_LETHE_STORAGE_READER": json.dumps(storage),
    }
    return Agency(settings, clock, lambda conn_id: connection_from_environment(conn_id, environ), home)


@pytest.fixture(scope="session")
def set_up_home(tmp_path_factory: pytest.TempPathFactory, shipped_settings: Settings) -> Path:
    """A home set up once and copied by every test: migrated databases, keys, clients, studies, an empty platform."""
    home = tmp_path_factory.mktemp("set-up")
    agency = open_agency(home, shipped_settings, lambda: datetime.now(UTC), {"conn_type": "fs"})
    KeyStore.create(home / shipped_settings.agency.keys)
    upgrade(agency.research, "research")
    upgrade(agency.ledger.engine, "ledger")
    with agency.research.begin() as connection:
        for client_id, client in shipped_settings.clients.clients.items():
            connection.execute(schema.client.insert(), [{"client_id": client_id, "name": client.name}])
        for study_id, study in shipped_settings.studies.items():
            row = {"study_id": study_id, "client_id": study.client, "title": study.title}
            connection.execute(schema.study.insert(), [row])
    for table in shipped_settings.places.tables.values():
        create_platform_table(agency, table.connection, table.table, table.columns.model_dump(), table.answers)
    for engine in (agency.research, agency.ledger.engine):
        erase_log(engine)
        engine.dispose()
    return home


def create_platform_table(
    agency: Agency, conn_id: str, name: str, columns: Mapping[str, str], answers: tuple[str, ...]
) -> None:
    """An empty table of a survey platform, times as naive local text as such platforms keep them."""
    sa.Table(
        name,
        metadata := sa.MetaData(),
        sa.Column(columns["id"], sa.String(64), primary_key=True),
        sa.Column(columns["participant"], sa.String(64)),
        sa.Column(columns["answered_at"], sa.DateTime),
        *(sa.Column(answer, sa.Text) for answer in answers),
    )
    metadata.create_all(engine_from(agency.connection(conn_id)))


@pytest.fixture
def agency(tmp_path: Path, shipped_settings: Settings, clock: Callable[[], datetime], set_up_home: Path) -> Agency:
    """The shipped agency on folder stores (`tmp_path/buckets/<bucket>`) and SQLite."""
    shutil.copytree(set_up_home, tmp_path, dirs_exist_ok=True)
    storage = {"conn_type": "fs", "extra": {"path": str(tmp_path / "buckets")}}
    agency = open_agency(tmp_path, shipped_settings, clock, storage)
    agency.create_folders()
    return agency


@pytest.fixture
def s3_client() -> "Iterator[S3Client]":
    """A client of an empty in-memory S3 that lasts as long as the test."""
    with mock_aws():
        yield boto3.client("s3", region_name="eu-west-2")


@pytest.fixture
def s3_agency(
    tmp_path: Path,
    shipped_settings: Settings,
    clock: Callable[[], datetime],
    s3_client: "S3Client",
    set_up_home: Path,
) -> Agency:
    """The shipped agency on versioned buckets of moto's S3, and SQLite."""
    for bucket in sorted({store.bucket for store in shipped_settings.places.stores.values()}):
        s3_client.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
        s3_client.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    shutil.copytree(set_up_home, tmp_path, dirs_exist_ok=True)
    storage = {"conn_type": "aws", "login": "testing", "password": "testing"}
    return open_agency(tmp_path, shipped_settings, clock, storage)
