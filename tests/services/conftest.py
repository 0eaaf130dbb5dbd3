"""Real servers for these tests, started and stopped here: Ceph's S3 and PostgreSQL, both on 127.0.0.1 alone.

Nothing is skipped: a server that is not installed is a failure that says what to install.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lethe.agency import Agency
from lethe.settings import load_settings
from tests.services.agency import connections, empty_bucket, set_up
from tests.services.buckets import create_buckets, s3_client
from tests.services.ceph import S3Server, s3_server
from tests.services.ports import free_pair
from tests.services.postgres import postgres_server, run_sql

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """A Ceph gateway with an owner and a reader."""
    with s3_server(tmp_path_factory.mktemp("ceph"), free_pair()) as server:
        yield server


@pytest.fixture(scope="session")
def postgres() -> Iterator[int]:
    """The port of a PostgreSQL server of our own, user `lethe`, without a password, on 127.0.0.1."""
    # Not below pytest's own folder: the next run of pytest closes that to everybody else, the server's user included.
    with tempfile.TemporaryDirectory(prefix="lethe-postgres-") as folder, postgres_server(Path(folder)) as port:
        yield port


@pytest.fixture
def owner(s3: S3Server) -> "S3Client":
    """A client that may do everything."""
    return s3_client(s3.endpoint, s3.owner)


@pytest.fixture
def real_agency(
    s3: S3Server, postgres: int, owner: "S3Client", tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Agency]:
    """The shipped configuration on empty versioned buckets of Ceph and an empty database of PostgreSQL."""
    settings = load_settings(PROJECT / "config")
    names = {store.bucket for store in settings.places.stores.values()}
    create_buckets(owner, names, reader="reader")
    database = f"t{abs(hash(request.node.nodeid)):x}"
    run_sql(postgres, f'CREATE DATABASE "{database}"')
    agency = set_up(tmp_path, settings, connections(s3, postgres, database))
    yield agency
    agency.research.dispose()
    agency.ledger.engine.dispose()
    for name in names:
        empty_bucket(owner, name)
