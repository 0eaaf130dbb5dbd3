"""How fast a plan becomes a certificate on Ceph, beside the bare loop and other tools; and what those leave behind.

Only ratios mean anything: the server is one process on the same machine. Every contender gets a bucket of its own with
the same objects, two versions of each and nothing else; ours and the bare loop take turns, so that a busy moment of the
machine hits both.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from lethe.agency import Agency
from lethe.research import schema
from lethe.retention import certify_plan, delete_batch, freeze_plan, load_plan, verify_plan
from tests.proof.access import NOW, STUDY, at_noon, site_settings
from tests.proof.servers import servers, tool
from tests.services.agency import connections, set_up
from tests.services.buckets import create_buckets, s3_client
from tests.services.ceph import S3Server
from tests.services.postgres import run_sql

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

OURS = "from plan to certificate"
THREADS = 8
BATCH = 1000
BATCHES_AT_ONCE = 4
"""Of ours: they are tasks of their own, and Airflow runs as many at a time as it has room for: four in the demo."""
FLOORS = {"bare loop": 0.8, "rclone purge": 1.3}
"""Our rate over theirs is at least this."""


@dataclass(frozen=True)
class Race:
    """One contender's turn: the versions there were, the seconds it took, and what it left behind."""

    name: str
    versions: int
    seconds: float
    versions_left: int
    markers_left: int
    steps: Mapping[str, float] = field(default_factory=dict)
    """Of ours: the seconds of each step."""

    @property
    def rate(self) -> float:
        """Versions a second."""
        return self.versions / self.seconds


@dataclass
class Track:
    """Where races are run."""

    s3: S3Server
    client: "S3Client"
    folder: Path
    objects: int
    buckets: int = 0

    def bucket(self) -> str:
        """A fresh versioned bucket with all the objects, two versions of each."""
        self.buckets += 1
        name = f"race-{self.buckets}"
        create_buckets(self.client, [name], reader=self.s3.reader[0])
        self.fill(name)
        return name

    def fill(self, bucket: str) -> None:
        """Put the objects."""
        keys = [f"{STUDY}/s-1/{number:06d}.wav" for number in range(self.objects)]
        for _ in range(2):
            with ThreadPoolExecutor(THREADS) as pool:
                list(pool.map(lambda key: self.client.put_object(Bucket=bucket, Key=key, Body=b"said"), keys))

    def left(self, bucket: str) -> tuple[int, int]:
        """Versions and markers that are left; none where even the bucket is gone."""
        versions = markers = 0
        try:
            for page in self.client.get_paginator("list_object_versions").paginate(Bucket=bucket):
                versions += len(page.get("Versions", []))
                markers += len(page.get("DeleteMarkers", []))
        except self.client.exceptions.NoSuchBucket:
            return 0, 0
        return versions, markers

    def race(self, name: str, bucket: str, run: Callable[[], object]) -> Race:
        """Time one contender."""
        began = time.perf_counter()
        run()
        seconds = time.perf_counter() - began
        return Race(name, 2 * self.objects, seconds, *self.left(bucket))


def bare_loop(track: Track) -> Race:
    """Eight threads of `delete_objects`, a thousand versions a request, over a list that is there already."""
    bucket = track.bucket()
    pages = track.client.get_paginator("list_object_versions").paginate(Bucket=bucket)
    listed = [{"Key": one["Key"], "VersionId": one["VersionId"]} for page in pages for one in page.get("Versions", [])]
    batches = [listed[start : start + BATCH] for start in range(0, len(listed), BATCH)]

    def delete(batch: Any) -> None:
        track.client.delete_objects(Bucket=bucket, Delete={"Objects": batch, "Quiet": True})

    def run() -> None:
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(delete, batches))

    return track.race("bare loop", bucket, run)


def from_plan_to_certificate(track: Track, port: int, number: int) -> Race:
    """Freeze, delete, verify, certify: what is due is looked up, deleted, listed anew twice, written and signed."""
    agency, bucket = _agency(track, port, number)
    track.fill(bucket)

    ends: dict[str, float] = {}

    def run() -> None:
        plan_id = freeze_plan(agency, "recordings", run_id="race").plan_id
        ends["plan"] = time.perf_counter()
        with ThreadPoolExecutor(BATCHES_AT_ONCE) as pool:
            list(pool.map(partial(delete_batch, agency, plan_id), load_plan(agency, plan_id).batches))
        ends["delete"] = time.perf_counter()
        verify_plan(agency, plan_id)
        ends["verify"] = time.perf_counter()
        certified = certify_plan(agency, plan_id)
        ends["certify"] = time.perf_counter()
        assert certified is not None
        assert certified.items == track.objects

    began = time.perf_counter()
    try:
        race = track.race(OURS, bucket, run)
        steps = {name: end - start for (name, end), start in zip(ends.items(), [began, *ends.values()], strict=False)}
        return replace(race, steps=steps)
    finally:
        agency.research.dispose()
        agency.ledger.engine.dispose()


def _agency(track: Track, port: int, number: int) -> tuple[Agency, str]:
    prefix, database = f"race-ours-{number}", f"race_{number}"
    settings = site_settings(prefix)
    run_sql(port, f'CREATE DATABASE "{database}"')
    create_buckets(track.client, {one.bucket for one in settings.places.stores.values()}, reader=track.s3.reader[0])
    home = track.folder / prefix
    home.mkdir()
    agency = set_up(home, settings, connections(track.s3, port, database), at_noon)
    with agency.research.begin() as connection:
        client = settings.studies[STUDY].client
        connection.execute(schema.client.insert(), [{"client_id": client, "name": client}])
        connection.execute(schema.study.insert(), [{"study_id": STUDY, "client_id": client, "title": STUDY}])
        started = NOW.replace(month=5, day=20)
        row = {"session_id": "s-1", "study_id": STUDY, "started_at": started, "language": "en"}
        connection.execute(schema.session.insert(), [row])
        _platform(agency, connection)
    return agency, settings.places.stores["sessions"].bucket


def _platform(agency: Agency, connection: sa.Connection) -> None:
    # Whether a study has data left is asked of its survey table too.
    for spec in agency.settings.places.tables.values():
        names = (spec.columns.id, spec.columns.participant, *spec.answers)
        columns = [sa.Column(name, sa.Text) for name in names]
        sa.Table(spec.table, sa.MetaData(), *columns, sa.Column(spec.columns.answered_at, sa.DateTime)).create(
            connection
        )


def other_tools(track: Track) -> Iterator[Race]:
    """What people reach for, each on a bucket of its own."""
    key, secret = track.s3.owner
    host = track.s3.endpoint.removeprefix("http://")
    environment = {
        # Nothing of this machine's own accounts, proxies and certificates.
        "PATH": os.environ["PATH"],
        "AWS_ACCESS_KEY_ID": key,
        "AWS_SECRET_ACCESS_KEY": secret,
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "RCLONE_CONFIG": str(track.folder / "rclone.conf"),
        "HOME": str(track.folder),
    }
    remote = f":s3,provider=Ceph,env_auth=true,endpoint='{track.s3.endpoint}',force_path_style=true:"
    s3cmd = ("--config", os.devnull, f"--access_key={key}", f"--secret_key={secret}", "--no-ssl")
    s3cmd += (f"--host={host}", f"--host-bucket={host}", "--region=us-east-1", "--recursive", "--force", "--quiet")
    (track.folder / "rclone.conf").touch()
    commands: dict[str, Callable[[str], list[str]]] = {
        "rclone purge": lambda bucket: [str(tool("rclone")), "purge", remote + bucket],
        "rclone delete": lambda bucket: [str(tool("rclone")), "delete", remote + bucket],
        "aws s3 rm --recursive": lambda bucket: [
            *(str(tool("aws")), "s3", "rm", f"s3://{bucket}/", "--recursive", "--quiet"),
            *("--endpoint-url", track.s3.endpoint),
        ],
        "s3cmd del --recursive": lambda bucket: [str(tool("s3cmd")), *s3cmd, "del", f"s3://{bucket}/"],
    }
    for name, command in commands.items():
        bucket = track.bucket()
        yield track.race(name, bucket, partial(_run, command(bucket), environment))


def _run(line: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(line, env=environment, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{line[0]} failed: {done.stderr.decode(errors='replace')[-300:]}")


def measure(quick: bool) -> dict[str, Any]:
    """The figures of the report: rates over ours, and what is left."""
    objects, rounds = (300, 1) if quick else (3000, 2)
    with tempfile.TemporaryDirectory(prefix="lethe-proof-") as name, servers(Path(name)) as (s3, port):
        folder = Path(name) / "race"
        folder.mkdir()
        track = Track(s3, s3_client(s3.endpoint, s3.owner), folder, objects)
        races: list[Race] = []
        for number in range(rounds):
            races += [bare_loop(track), from_plan_to_certificate(track, port, number)]
        races += other_tools(track)
    return {"objects": objects, "versions_each": 2, "rounds": rounds, **ratios(races)}


def ratios(races: list[Race]) -> dict[str, Any]:
    """Our rate over that of each contender, what each left, and which goals were reached."""
    by_name: dict[str, list[Race]] = {}
    for race in races:
        by_name.setdefault(race.name, []).append(race)
    ours = median(race.rate for race in by_name[OURS])
    table = {
        name: {
            "ours_over_theirs": round(ours / median(race.rate for race in of), 2),
            "versions_left": max(race.versions_left for race in of),
            "markers_left": max(race.markers_left for race in of),
        }
        for name, of in by_name.items()
    }
    reached = {name: table[name]["ours_over_theirs"] >= floor for name, floor in FLOORS.items()}
    spent = {step: sum(race.steps[step] for race in by_name[OURS]) for step in by_name[OURS][0].steps}
    shares = {step: round(seconds / sum(spent.values()), 2) for step, seconds in spent.items()}
    return {"contenders": table, "floors": FLOORS, "reached": reached, "shares": shares}
