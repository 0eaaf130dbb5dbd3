"""Peak memory of planning, verifying and certifying, as the number of planned items grows.

Objects and rows come out of nowhere, one by one: whatever memory is used beyond that of ten thousand items, the
product uses. Each step is a process of its own, as each task of a DAG is, and its peak is what the kernel counted
(VmHWM). Databases are SQLite files. `python -m tests.proof.memory STEP KIND NUMBER FOLDER` runs one step.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from lethe.agency import Agency
from lethe.connectors.connection import ConnectionSpec
from lethe.connectors.objects import DeleteOutcome, ObjectStore, ObjectVersion, UnfinishedUpload
from lethe.connectors.tables import SqlTable
from lethe.keystore import KeyStore
from lethe.migrate import upgrade
from lethe.research import schema
from lethe.retention import certify_plan, freeze_plan, plan_id_of, verify_plan
from tests.proof.access import NOW, STUDY, at_noon, site_settings

STEPS = ("plan", "verify", "certify")
RULES = {"objects": "recordings", "rows": "survey-answers"}
PLACES = {"objects": "sessions", "rows": "banking-app-platform"}
RUN = "memory"
MOST = 6 * 2**30
"""Bytes that a step may take before it counts as too much."""
PATIENCE = 1800
PREFIX = "memory"


@dataclass(frozen=True)
class GeneratedStore:
    """A bucket that holds as many due recordings as it is told, two versions of each, and a tenth as many others."""

    store_id: str
    due: int
    others: int

    def list_versions(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """Every version in the order of keys; none is kept."""
        for session_id, number in (("s-due", self.due), ("s-new", self.others)):
            for count in range(number):
                key = f"{STUDY}/{session_id}/{count:08d}.wav"
                if key.startswith(prefix):
                    for version in (2, 1):
                        yield ObjectVersion(key, f"v{version}", 17, version == 2, False)

    def list_objects(self, prefix: str = "") -> Iterator[ObjectVersion]:
        """The current ones."""
        return (version for version in self.list_versions(prefix) if version.is_latest)

    def list_uploads(self, prefix: str = "") -> Iterator[UnfinishedUpload]:
        """None."""
        return iter(())

    def versions_of(self, keys: Collection[str]) -> dict[str, list[ObjectVersion]]:
        """Not asked for by these steps."""
        raise NotImplementedError

    def delete(self, versions: Sequence[ObjectVersion]) -> list[DeleteOutcome]:
        """Not asked for by these steps."""
        raise NotImplementedError


@dataclass(frozen=True)
class GeneratedTable:
    """A table of as many due answers, and a tenth as many others."""

    due: int
    others: int

    def dates(self, row_ids: Collection[str] | None = None) -> Iterator[tuple[str, datetime | None]]:
        """Every row's id and time; none is kept."""
        for count in range(self.due):
            yield f"r-{count:08d}", datetime(2025, 11, 1, tzinfo=UTC)
        for count in range(self.others):
            yield f"r-new-{count:08d}", datetime(2026, 11, 1, tzinfo=UTC)

    def with_children(self, row_ids: Collection[str]) -> set[str]:
        """Nothing hangs on these answers."""
        return set()

    @property
    def residuals(self) -> tuple[str, ...]:
        """Nothing outlives what was never kept."""
        return ()


class GeneratedAgency(Agency):
    """An agency of which one place is generated; `due` is how much of what is due it still holds."""

    def __init__(self, home: Path, kind: str, due: int, others: int) -> None:
        def connection(conn_id: str) -> ConnectionSpec:
            if conn_id.startswith("lethe_storage"):
                return ConnectionSpec(conn_id, "fs", extra={"path": str(home / "buckets")})
            return ConnectionSpec(conn_id, "sqlite", host=str(home / f"{conn_id}.sqlite"))

        super().__init__(site_settings(PREFIX), at_noon, connection, home)
        self.__dict__["generated"] = (kind, due, others)

    def store(self, store_id: str, *, verifying: bool = False) -> ObjectStore:
        kind, due, others = self.__dict__["generated"]
        if store_id == PLACES["objects"]:
            found = (due, others) if kind == "objects" else (0, 0)
            return cast(ObjectStore, GeneratedStore(store_id, *found))
        return super().store(store_id, verifying=verifying)

    def table(self, table_id: str) -> SqlTable:
        kind, due, others = self.__dict__["generated"]
        return cast(SqlTable, GeneratedTable(*((due, others) if kind == "rows" else (0, 0))))


def prepare(home: Path, kind: str) -> None:
    """Keys, databases, folders and one session that is due."""
    agency = GeneratedAgency(home, kind, 0, 0)
    KeyStore.create(home / agency.settings.agency.keys)
    upgrade(agency.research, "research")
    upgrade(agency.ledger.engine, "ledger")
    agency_folders(agency)
    with agency.research.begin() as connection:
        client = agency.settings.studies[STUDY].client
        connection.execute(schema.client.insert(), [{"client_id": client, "name": client}])
        connection.execute(schema.study.insert(), [{"study_id": STUDY, "client_id": client, "title": STUDY}])
        for session_id, started in (("s-due", NOW.replace(month=5, day=20)), ("s-new", NOW.replace(month=11, day=1))):
            row = {"session_id": session_id, "study_id": STUDY, "started_at": started, "language": "en"}
            connection.execute(schema.session.insert(), [row])


def agency_folders(agency: Agency) -> None:
    """The folders of every store that is one."""
    for store_id, store in agency.settings.places.stores.items():
        if store_id != PLACES["objects"]:
            (agency.home / "buckets" / store.bucket).mkdir(parents=True, exist_ok=True)
    agency.create_folders()


def step(name: str, kind: str, number: int, home: Path) -> int:
    """Run one step; the items it had."""
    agency = GeneratedAgency(home, kind, number if name == "plan" else 0, number // 10)
    plan_id = plan_id_of(RULES[kind], RUN)
    if name == "plan":
        return freeze_plan(agency, RULES[kind], run_id=RUN).counts.get("overdue", 0)
    if name == "verify":
        return verify_plan(agency, plan_id).absent
    certified = certify_plan(agency, plan_id)
    return certified.items if certified else 0


def peak() -> int:
    """The most memory this process has had, in bytes."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def measured(name: str, kind: str, number: int, home: Path) -> dict[str, Any]:
    """One step in a fresh process: its peak in MB and its seconds, or why there is none."""
    command = [sys.executable, "-m", "tests.proof.memory", name, kind, str(number), str(home)]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return {"failed": f"more than {PATIENCE // 60} minutes"}
    if done.returncode:
        too_much = b"MemoryError" in done.stderr or done.returncode < 0
        why = (
            f"more than {MOST // 2**30} GB" if too_much else done.stderr.decode(errors="replace").splitlines()[-1][:200]
        )
        return {"failed": why}
    return dict(json.loads(done.stdout))


def measure(quick: bool) -> dict[str, Any]:
    """The figures of the report."""
    numbers = (1_000, 10_000) if quick else (10_000, 100_000, 1_000_000)
    found: dict[str, Any] = {kind: {} for kind in RULES}
    for kind in RULES:
        for number in numbers:
            with tempfile.TemporaryDirectory(prefix="lethe-proof-") as name:
                prepare(Path(name), kind)
                steps: dict[str, Any] = {}
                for each in STEPS:
                    steps[each] = measured(each, kind, number, Path(name))
                    if "failed" in steps[each]:
                        break
                found[kind][str(number)] = steps
    return found


def main(name: str, kind: str, number: str, home: str) -> None:
    """One step, in this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
    began = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    items = step(name, kind, int(number), Path(home))
    if items != int(number):
        raise SystemExit(f"{items} items instead of {number}")
    seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime - began
    json.dump({"peak_mb": round(peak() / 2**20, 1), "cpu_seconds": round(seconds, 1)}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:5])
