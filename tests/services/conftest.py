"""Real servers for these tests, started and stopped here: Ceph's S3 and PostgreSQL, both on 127.0.0.1 alone.

Nothing is skipped: a server that is not installed is a failure that says what to install.
"""

import importlib.util
import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import psycopg2
import pytest

from lethe.agency import Agency
from lethe.connectors.connection import parse_connection
from lethe.keystore import KeyStore
from lethe.migrate import upgrade
from lethe.settings import load_settings

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]


def _beside(name: str) -> ModuleType:
    """A module of this folder: pytest's importlib mode does not put it on the path."""
    spec = importlib.util.spec_from_file_location(f"services_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


ceph, buckets = _beside("ceph"), _beside("buckets")


def free_ports(number: int) -> list[int]:
    """Ports nobody listens on now."""
    probes = [socket.socket() for _ in range(number)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[object]":
    """A Ceph gateway with an owner and a reader."""
    # The monitor takes the port after the gateway's.
    port = next(port for port in range(17480, 17980, 2) if _both_free(port))
    with ceph.s3_server(tmp_path_factory.mktemp("ceph"), port) as server:
        yield server


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a PostgreSQL server of our own, user `lethe`, without a password, on 127.0.0.1."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        raise RuntimeError("not installed: postgresql (Debian: apt-get install postgresql)")
    folder = tmp_path_factory.mktemp("postgres")
    as_user: list[str] = []
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        account = pwd.getpwnam("postgres")
        for place in (folder, *folder.parents):
            if place == Path("/tmp"):  # noqa: S108 - where pytest's own folders end
                break
            place.chmod(place.stat().st_mode | 0o711)
        os.chown(folder, account.pw_uid, account.pw_gid)
        as_user = [shutil.which("runuser") or "runuser", "-u", "postgres", "--"]
    data, port = folder / "data", free_ports(1)[0]
    subprocess.run(
        [*as_user, str(programs[-1]), "-D", str(data), "-U", "lethe", "--auth=trust", "--no-sync"],
        check=True,
        capture_output=True,
        cwd="/",
    )
    server = subprocess.Popen(
        [
            *(*as_user, str(programs[-1].with_name("postgres")), "-D", str(data), "-p", str(port)),
            *("-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off"),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
    try:
        _wait_for_postgres(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture
def owner(s3: "object") -> "S3Client":
    """A client that may do everything."""
    return buckets.s3_client(s3.endpoint, s3.owner)  # type: ignore[attr-defined,no-any-return]


MakeAgency = Callable[[], Agency]


@pytest.fixture
def real_agency(
    s3: "object", postgres: int, owner: "S3Client", tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Agency]:
    """The shipped configuration on empty versioned buckets of Ceph and an empty database of PostgreSQL."""
    settings = load_settings(PROJECT / "config")
    names = {store.bucket for store in settings.places.stores.values()}
    buckets.create_buckets(owner, names, reader="reader")
    database = f"t{abs(hash(request.node.nodeid)):x}"
    _run_sql(postgres, f'CREATE DATABASE "{database}"')

    def connection(conn_id: str) -> str:
        if conn_id.startswith("lethe_storage"):
            key, secret = s3.reader if conn_id.endswith("reader") else s3.owner  # type: ignore[attr-defined]
            extra = {"endpoint_url": s3.endpoint, "region_name": "us-east-1"}  # type: ignore[attr-defined]
            return json.dumps({"conn_type": "aws", "login": key, "password": secret, "extra": extra})
        return f"postgresql://lethe@127.0.0.1:{postgres}/{database}"

    agency = Agency(
        settings,
        # A little ahead: a file dropped a moment ago counts as still being written.
        lambda: datetime.now(UTC) + timedelta(seconds=30),
        lambda conn_id: parse_connection(conn_id, connection(conn_id)),
        tmp_path,
    )
    KeyStore.create(tmp_path / settings.agency.keys)
    upgrade(agency.research, "research")
    upgrade(agency.ledger.engine, "ledger")
    yield agency
    agency.research.dispose()
    agency.ledger.engine.dispose()
    for name in names:
        empty_bucket(owner, name)


def empty_bucket(client: "S3Client", name: str) -> None:
    """Remove everything from a bucket of these tests, locks bypassed."""
    for page in client.get_paginator("list_object_versions").paginate(Bucket=name):
        for item in [*page.get("Versions", []), *page.get("DeleteMarkers", [])]:
            client.delete_object(
                Bucket=name, Key=item["Key"], VersionId=item["VersionId"], BypassGovernanceRetention=True
            )
    for upload in client.list_multipart_uploads(Bucket=name).get("Uploads", []):
        client.abort_multipart_upload(Bucket=name, Key=upload["Key"], UploadId=upload["UploadId"])


def _both_free(port: int) -> bool:
    for number in (port, port + 1):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", number))
            except OSError:
                return False
    return True


def _wait_for_postgres(port: int) -> None:
    until = datetime.now(UTC) + timedelta(seconds=30)
    while True:
        try:
            psycopg2.connect(host="127.0.0.1", port=port, user="lethe", dbname="postgres").close()
        except psycopg2.OperationalError:
            if datetime.now(UTC) > until:
                raise
        else:
            return


def _run_sql(port: int, statement: str) -> None:
    connection = psycopg2.connect(host="127.0.0.1", port=port, user="lethe", dbname="postgres")
    connection.autocommit = True
    connection.cursor().execute(statement)
    connection.close()
