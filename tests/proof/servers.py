"""The real servers of a measurement, and what must be installed for it."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.services.ceph import S3Server, missing_programs, s3_server
from tests.services.ports import free_pair
from tests.services.postgres import missing_postgres, postgres_server

CEPH = ("ceph-mon", "ceph-osd", "radosgw", "ceph-common")
OTHER_TOOLS = {"rclone": "rclone", "s3cmd": "s3cmd", "aws": "awscli"}
"""Programs that deletion is compared with, by the Debian package that has them."""


def missing_packages(*, servers: bool, tools: bool) -> list[str]:
    """The Debian packages that a measurement needs and this machine has not."""
    missing: list[str] = []
    if servers:
        missing += [*(CEPH if missing_programs() else ()), *missing_postgres()]
    if tools:
        missing += [package for name, package in OTHER_TOOLS.items() if tool(name) is None]
    return missing


def how_to_install(packages: Sequence[str]) -> str:
    """What to type."""
    return f"apt-get install -y --no-install-recommends {' '.join(packages)}"


def tool(name: str) -> str | None:
    """Where Debian puts a program, or where else it is."""
    return shutil.which(name, path="/usr/bin") or shutil.which(name)


@contextmanager
def servers(folder: Path) -> Iterator[tuple[S3Server, int]]:
    """A Ceph gateway and the port of a PostgreSQL, both empty, while the block runs."""
    # PostgreSQL runs as a user of its own and must reach its folder.
    folder.chmod(0o711)
    ceph, postgres = folder / "ceph", folder / "postgres"
    ceph.mkdir()
    postgres.mkdir()
    with s3_server(ceph, free_pair()) as s3, postgres_server(postgres) as port:
        yield s3, port
