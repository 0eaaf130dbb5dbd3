"""A real PostgreSQL on this machine, on 127.0.0.1 alone: user `lethe`, no password, everything forgotten at the end.

Debian: `apt-get install postgresql`.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg2

from tests.services.ports import free_ports

PROGRAMS = Path("/usr/lib/postgresql")
READY_WITHIN = timedelta(seconds=30)


def missing_postgres() -> list[str]:
    """What must be installed first."""
    return [] if any(PROGRAMS.glob("*/bin/initdb")) else ["postgresql"]


@contextmanager
def postgres_server(folder: Path) -> Iterator[int]:
    """A fresh server while the block runs; its port. The folder is below the system's folder of temporary files.

    Raises:
        RuntimeError: it is not installed.
    """
    if missing_postgres():
        raise RuntimeError("not installed: postgresql (Debian: apt-get install postgresql)")
    programs = sorted(PROGRAMS.glob("*/bin/initdb"))[-1].parent
    as_user: list[str] = []
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        account = pwd.getpwnam("postgres")
        for place in (folder, *folder.parents):
            if place == Path("/tmp"):  # noqa: S108 - where temporary folders end
                break
            place.chmod(place.stat().st_mode | 0o711)
        os.chown(folder, account.pw_uid, account.pw_gid)
        as_user = [shutil.which("runuser") or "runuser", "-u", "postgres", "--"]
    data, port = folder / "data", free_ports(1)[0]
    subprocess.run(
        [*as_user, str(programs / "initdb"), "-D", str(data), "-U", "lethe", "--auth=trust", "--no-sync"],
        check=True,
        capture_output=True,
        cwd="/",
    )
    server = subprocess.Popen(
        [
            *(*as_user, str(programs / "postgres"), "-D", str(data), "-p", str(port)),
            *("-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off"),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
    try:
        _wait(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def run_sql(port: int, statement: str) -> None:
    """Run one statement by itself, outside any transaction: making and dropping a database wants that."""
    connection = psycopg2.connect(host="127.0.0.1", port=port, user="lethe", dbname="postgres")
    connection.autocommit = True
    connection.cursor().execute(statement)
    connection.close()


def _wait(port: int) -> None:
    until = datetime.now(UTC) + READY_WITHIN
    while True:
        try:
            psycopg2.connect(host="127.0.0.1", port=port, user="lethe", dbname="postgres").close()
        except psycopg2.OperationalError:
            if datetime.now(UTC) > until:
                raise
        else:
            return
