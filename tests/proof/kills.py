"""A purge on Ceph and PostgreSQL killed at random points and before every step, and started again until it ends.

Killed is SIGKILL: nothing of the process runs on. What must hold in the end: everything due is gone and nothing else
was touched; the ledger has one line for each item and event, and its chain is whole; each rule has its certificate.
"""

import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from lethe.ledger.schema import plan_item
from lethe.retention import certify_plan
from lethe.retention.certificate import verify_certificate
from tests.proof.access import RULES, Access
from tests.proof.purge import start
from tests.proof.servers import servers
from tests.proof.site import Site, site
from tests.proof.snapshot import snapshot, touched_wrongly
from tests.services.ceph import S3Server

SEED = 20_261_124
PATIENCE = 600.0
"""Seconds after which a purge that was started again and does not end counts as one that never will."""


@dataclass
class Trial:
    """One purge: the steps at which it was killed, how often it was started, and what was wrong in the end."""

    killed_in: list[str] = field(default_factory=list)
    starts: int = 0
    shortest: float = float("inf")
    """Seconds of the shortest start that ended before it could be killed."""
    problems: list[str] = field(default_factory=list)


def killed_at_random(site: Site, number: int, chance: random.Random, whole: float, kills: int) -> Trial:
    """Kill one purge that many times, each time at a moment between its start and the time that a whole one takes."""
    trial, access = Trial(), site.trial(number)
    before = snapshot(site, access)
    while len(trial.killed_in) < kills:
        began = time.monotonic()
        process, told = start(access)
        trial.starts += 1
        process.join(chance.uniform(0.0, whole))
        if process.exitcode is not None:
            trial.shortest = time.monotonic() - began
            break
        trial.killed_in.append(_kill(process, told))
    return _ended(site, access, before, trial)


def killed_before_each_step(site: Site, number: int) -> Trial:
    """Kill one purge before every step in turn, started again from the beginning after each."""
    trial, access = Trial(), site.trial(number)
    before = snapshot(site, access)
    said = ""
    while said != "end":
        process, told = start(access, go_on_at=trial.killed_in)
        trial.starts += 1
        said = ""
        while said in {"", *trial.killed_in}:
            said = told.recv() if told.poll(PATIENCE) else "end"
        _kill(process, told)
        trial.killed_in.append(said)
    trial.killed_in.pop()
    return _ended(site, access, before, trial)


def whole_purge(site: Site, number: int) -> tuple[Trial, float]:
    """One purge that nobody kills, and the seconds it took."""
    trial, access = Trial(), site.trial(number)
    before = snapshot(site, access)
    began = time.monotonic()
    process, _ = start(access)
    process.join(PATIENCE)
    took = time.monotonic() - began
    return _ended(site, access, before, trial), took


def _kill(process: BaseProcess, told: Connection) -> str:
    """Kill it; the last step of which it told."""
    process.kill()
    process.join()
    said = "start"
    with suppress(EOFError):
        while told.poll():
            said = told.recv()
    return said


def _ended(site: Site, access: Access, before: Any, trial: Trial) -> Trial:
    """Start it until it ends by itself, then look at everything."""
    until = time.monotonic() + PATIENCE
    exit_code: int | None = None
    while exit_code != 0:
        process, _ = start(access)
        trial.starts += 1
        process.join(max(0.0, until - time.monotonic()))
        exit_code = process.exitcode
        if exit_code is None:
            process.kill()
            process.join()
        if exit_code is None or trial.starts > len(trial.killed_in) + 5:
            trial.problems.append("it did not end")
            break
    trial.problems += touched_wrongly(site, before, snapshot(site, access))
    trial.problems += _evidence(site, access)
    site.end(access)
    return trial


def _evidence(site: Site, access: Access) -> Iterator[str]:
    """What is wrong with the ledger and the certificates."""
    agency = access.open()
    lines = agency.ledger.entries()
    repeated = [name for name, times in Counter((line.event, line.reference) for line in lines).items() if times > 1]
    if repeated:
        yield f"{len(repeated)} events of an item stand in the ledger more than once"
    events = Counter(line.event for line in lines)
    expected = {"plan_frozen": len(RULES), "certified": len(RULES), "deleted": site.items}
    for event, number in expected.items():
        if events[event] != number:
            yield f"{events[event]} lines '{event}' instead of {number}"
    if (events["key_orphaned"], events["key_destroyed"]) != (1, 1):
        yield "the key of a study without data was not destroyed exactly once"
    deleted = {line.reference for line in lines if line.event == "deleted"}
    anchors: dict[int, str] = {}
    named: set[str] = set()
    key_id, private = agency.keys.signing_key()
    for plan_id in [line.scope for line in lines if line.event == "certified"]:
        certified = certify_plan(agency, plan_id)
        assert certified is not None
        data = agency.store(certified.store_id).read(certified.key)
        document = verify_certificate(data, {key_id: private.public_key()})
        anchors[document["ledger"]["line"]] = document["ledger"]["hash"]
        named |= {item["reference"] for item in document["items"]}
    if named != deleted:
        yield f"certificates name {len(named)} items, the ledger {len(deleted)}"
    yield from agency.ledger.verify_chain(anchors)
    with agency.ledger.engine.connect() as connection:
        if connection.execute(sa.select(sa.func.count()).select_from(plan_item)).scalar_one():
            yield "the working table of plans is not empty"
    if agency.keys.has_pseudonym_key("heat-pump-portal", agency.settings.studies["heat-pump-portal"].client):
        yield "the key of a study without data is still there"
    agency.research.dispose()
    agency.ledger.engine.dispose()


@dataclass(frozen=True)
class Part:
    """A number of kills over purges of one size, at most so many in each."""

    objects: int
    rows: int
    kills: int
    in_each: int


SMALL, QUICK, FULL = Part(40, 40, 5, 3), Part(200, 200, 5, 2), Part(2000, 2000, 100, 5)


def trials(folder: Path, s3: S3Server, port: int, part: Part, name: str) -> Iterator[tuple[str, Trial]]:
    """A whole purge, one killed before each of its steps, and as many as the random kills need."""
    chance = random.Random(f"{SEED}{name}")
    with site(folder, s3, port, objects=part.objects, rows=part.rows, name=name) as made:
        first, took = whole_purge(made, 0)
        yield "whole", first
        yield "steps", killed_before_each_step(made, 1)
        killed, number = 0, 2
        while killed < part.kills:
            trial = killed_at_random(made, number, chance, took, min(part.in_each, part.kills - killed))
            killed, number, took = killed + len(trial.killed_in), number + 1, min(took, trial.shortest)
            yield "random", trial


def measure(quick: bool) -> dict[str, Any]:
    """The figures of the report."""
    parts = {"small": QUICK} if quick else {"full": FULL}
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="lethe-proof-") as folder, servers(Path(folder)) as (s3, port):
        for name, part in parts.items():
            home = Path(folder) / name
            home.mkdir()
            began = time.monotonic()
            seen = []
            for kind, trial in trials(home, s3, port, part, name):
                ended = "; ".join(trial.problems) or "ended right"
                print(f"kills: {name}, {kind}, {len(trial.killed_in)} kills: {ended}", flush=True)
                seen.append((kind, trial))
            found[name] = _summary(part, seen) | {"seconds": round(time.monotonic() - began)}
    return found


def _summary(part: Part, seen: list[tuple[str, Trial]]) -> dict[str, Any]:
    random_ones = [trial for kind, trial in seen if kind == "random"]
    killed = Counter(step for trial in random_ones for step in trial.killed_in)
    return {
        "objects": part.objects,
        "rows": part.rows,
        "random_kills": killed.total(),
        "step_kills": sum(len(trial.killed_in) for kind, trial in seen if kind == "steps"),
        "purges": len(seen),
        "starts": sum(trial.starts for _, trial in seen),
        "converged": sum(not trial.problems for _, trial in seen),
        "problems": sorted({problem for _, trial in seen for problem in trial.problems}),
        "killed_in": dict(sorted(killed.items())),
    }
