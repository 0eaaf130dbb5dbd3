"""A real S3 server on this machine: Ceph's RADOS gateway over one monitor and one in-memory OSD, on 127.0.0.1 alone.

It enforces what promises are made of (versions, delete markers, object locks, a second user's rights) and needs no
root and no init system. Debian: `apt-get install --no-install-recommends ceph-mon ceph-osd radosgw ceph-common`.

`python3 ceph.py FOLDER PORT` runs one until it is told to stop; everything it holds is forgotten then.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

NEEDS = ("ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph", "monmaptool")
FSID = "5c4e7a10-0000-4000-8000-000000000001"
OSD_UUID = "5c4e7a10-0000-4000-8000-000000000002"
READY_WITHIN = 60.0
STOP_WITHIN = 15.0

SETTINGS = """
[global]
fsid = {fsid}
mon host = [v2:127.0.0.1:{mon_port}/0]
mon initial members = a
auth cluster required = none
auth service required = none
auth client required = none
auth allow insecure global id reclaim = false
ms mon client mode = crc
ms client mode = crc
ms bind ipv6 = false
keyring = {folder}/keyring
run dir = {folder}
pid file = {folder}/$name.pid
admin socket = {folder}/$name.asok
log file = {folder}/$name.log
crash dir = {folder}/crash
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
osd crush update on start = false
mon allow pool size one = true
mon allow pool delete = true
mon max pg per osd = 1000
mon data avail warn = 1
mon data avail crit = 1
[mon]
mon data = {folder}/mon
mon cluster log file = {folder}/cluster.log
public addrv = [v2:127.0.0.1:{mon_port}/0]
paxos propose interval = 0.05
paxos min wait = 0.01
[osd]
osd data = {folder}/osd
osd objectstore = memstore
memstore device bytes = 8G
public addr = 127.0.0.1
cluster addr = 127.0.0.1
[client.rgw]
rgw data = {folder}/rgw
rgw frontends = beast endpoint={host}:{port}
rgw override bucket index max shards = 1
rgw dynamic resharding = false
rgw thread pool size = 64
rgw gc max objs = 8
rgw lc max objs = 4
rgw usage max shards = 1
"""


@dataclass(frozen=True)
class S3Server:
    """Where it answers, and its users as (access key, secret): one that owns the buckets, one that may only read."""

    endpoint: str
    owner: tuple[str, str]
    reader: tuple[str, str]


def missing_programs() -> list[str]:
    """What must be installed first."""
    return [name for name in NEEDS if shutil.which(name) is None]


@contextmanager
def s3_server(
    folder: Path,
    port: int,
    *,
    host: str = "127.0.0.1",
    owner: tuple[str, str] = ("owner", "owner-secret"),
    reader: tuple[str, str] = ("reader", "reader-secret"),
) -> Iterator[S3Server]:
    """A fresh server while the block runs. `owner` and `reader` are pairs of access key and secret.

    Raises:
        RuntimeError: programs that are not installed, or a server that does not answer in a minute.
    """
    if missing := missing_programs():
        raise RuntimeError(f"not installed: {', '.join(missing)} (Debian: ceph-mon ceph-osd radosgw ceph-common)")
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("mon", "osd", "rgw", "crash"):
        (folder / name).mkdir(parents=True)
    (folder / "keyring").touch()
    settings = folder / "ceph.conf"
    settings.write_text(SETTINGS.format(fsid=FSID, folder=folder.resolve(), port=port, mon_port=port + 1, host=host))
    environment = {**os.environ, "CEPH_CONF": str(settings)}

    def run(*command: str) -> None:
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed: {done.stderr.decode(errors='replace')[-500:]}")

    daemons: list[subprocess.Popen[bytes]] = []

    def start(*command: str) -> None:
        # In the foreground (-f), so that each is our own child and is stopped by its process id.
        daemons.append(
            subprocess.Popen(
                [*command, "-f"],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    try:
        monitors = str(folder / "monmap")
        run(
            "monmaptool", "--create", "--clobber", "--fsid", FSID, "--addv", "a", f"[v2:127.0.0.1:{port + 1}]", monitors
        )
        run("ceph-mon", "--mkfs", "-i", "a", "--monmap", monitors)
        start("ceph-mon", "-i", "a")
        run("ceph", "--connect-timeout", "20", "osd", "new", OSD_UUID, "0")
        run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", OSD_UUID)
        run("ceph", "--connect-timeout", "20", "osd", "crush", "add", "0", "1.0", "root=default")
        start("ceph-osd", "-i", "0")
        start("radosgw", "-n", "client.rgw")
        # Asked by its own address: a server that listens on every interface answers here too.
        endpoint = f"http://127.0.0.1:{port}"
        _wait(endpoint)
        for name, secret in (owner, reader):
            run(
                *("radosgw-admin", "-n", "client.rgw", "user", "create", "--uid", name, "--display-name", name),
                *("--access-key", name, "--secret-key", secret),
            )
        yield S3Server(endpoint, owner, reader)
    finally:
        _stop(daemons)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(endpoint: str) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(endpoint, timeout=2).close()  # noqa: S310 - our own http address
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the S3 server did not answer within a minute")


def _stop(daemons: list[subprocess.Popen[bytes]]) -> None:
    for daemon in reversed(daemons):
        daemon.terminate()
        try:
            daemon.wait(timeout=STOP_WITHIN)
        except subprocess.TimeoutExpired:
            daemon.kill()
            daemon.wait()


def main(folder: str, port: str) -> None:
    """Run a server until SIGTERM or Ctrl-C. `S3_OWNER` and `S3_READER` are `key:secret`, `S3_HOST` where it listens."""

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    owner, reader = (tuple(os.environ[name].split(":", 1)) for name in ("S3_OWNER", "S3_READER"))
    host = os.environ.get("S3_HOST", "127.0.0.1")
    with suppress(KeyboardInterrupt), s3_server(Path(folder), int(port), host=host, owner=owner, reader=reader) as s3:
        # It answers before its users are made: whoever waits for it looks for this file.
        (Path(folder) / "ready").touch()
        print(f"S3 at {s3.endpoint}", flush=True)  # noqa: T201 - a command tells where it listens
        signal.pause()


if __name__ == "__main__":
    main(*sys.argv[1:3])
