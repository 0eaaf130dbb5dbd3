"""What the whole demo leaves behind: what was shared, what was deleted, and where nothing of a person may be."""

import hashlib
import json
import re
from pathlib import Path
from typing import Protocol

import psutil
import pytest
from sqlalchemy import select

from lethe.agency import Agency
from lethe.demo.agency import SampleAgency
from lethe.demo.leaks import Shared, shared_files
from lethe.demo.site import Site
from lethe.ledger.recipients import all_copies
from lethe.ledger.schema import export, plan
from lethe.retention import inventory
from lethe.retention.certificate import trusted_keys, verify_certificate
from lethe.settings.places import StoreRole
from lethe.sharing.exports import load_export
from lethe.sharing.publication import MANIFEST, prefix_of
from tests.airflow.searching import RESEARCH, search_airflow_and_ledger, texts_of_databases
from tests.airflow.watching import Watched

PROJECT = Path(__file__).resolve().parents[2]

# Planted values that the export of the sample study still holds, listed exactly: better and worse both show.
KNOWN_LEAKS: list[tuple[str, str]] = []


class FullRun(Protocol):
    """What the fixture of `conftest.py` gives."""

    home: Path
    exit_code: int
    output: str
    seconds: float
    watched: Path


@pytest.fixture(scope="module")
def agency(full_run: FullRun) -> Agency:
    return Site(full_run.home, PROJECT, port=0).agency


@pytest.fixture(scope="module")
def sample(full_run: FullRun) -> SampleAgency:
    return SampleAgency.load_truth(full_run.home / "truth.json")


@pytest.fixture(scope="module")
def export_id(agency: Agency) -> str:
    with agency.ledger.engine.connect() as connection:
        return str(connection.execute(select(export.c.export_id)).scalar_one())


@pytest.fixture(scope="module")
def shared(agency: Agency, sample: SampleAgency, export_id: str) -> list[Shared]:
    return list(shared_files(agency, sample, export_id))


def test_demo_ends_well_and_says_what_it_did(full_run: FullRun) -> None:
    assert full_run.exit_code == 0, full_run.output[-4000:]
    for text in ("refused, as it must be", "SHARED", "DELETED", "KEPT", "certificate: "):
        assert text in full_run.output


def test_no_process_of_the_demo_is_left(full_run: FullRun) -> None:
    """By the folder they work in: unlike the environment, no process writes its title over that."""
    left = []
    for process in psutil.process_iter(["name"]):
        try:
            if full_run.home in (Path(process.cwd()), *Path(process.cwd()).parents):
                left.append(process.info["name"])
        except (psutil.Error, OSError):
            continue
    assert left == []


def test_nothing_was_reached_beyond_this_machine(full_run: FullRun) -> None:
    found = Watched.read(full_run.watched)
    assert found.reached == []
    # Airflow's four parts and the demo itself; a process of each task, forked.
    for part in ("lethe.demo", "api-server", "dag-processor", "scheduler", "triggerer"):
        assert any(f"'{part}'" in line for line in found.processes), part
    assert len(found.tasks) > 10


def test_canaries_are_nowhere_in_airflow_nor_in_the_ledger(full_run: FullRun, sample: SampleAgency) -> None:
    searched = search_airflow_and_ledger(full_run.home, sample.canaries)
    assert searched.places > 60
    assert searched.characters > 1_000_000
    assert searched.found == set()


def test_canaries_are_where_raw_data_is_held(full_run: FullRun, sample: SampleAgency) -> None:
    """The search above would find them: the research database, searched the same way, holds most of them."""
    texts = dict(texts_of_databases(full_run.home / RESEARCH))
    found = {canary for canary in sample.canaries if any(canary in text for text in texts.values())}
    assert len(found) >= len(sample.canaries) // 2


def test_the_approver_was_shown_the_mode_and_how_much_each_layer_masked(full_run: FullRun) -> None:
    texts = texts_of_databases(full_run.home / "airflow")
    (shown,) = (text for where, text in texts if where.endswith(":hitl_detail"))
    assert "mode **careful**" in shown
    assert re.search(r"masked places by layer: .*\bpatterns [1-9]\d*, roster [1-9]\d*", shown)


def test_why_each_place_was_masked_was_kept_and_is_gone_with_the_candidate(
    full_run: FullRun, agency: Agency, export_id: str, shared: list[Shared]
) -> None:
    staging = agency.store(agency.store_with_role(StoreRole.STAGING))
    assert list(staging.list_versions()) == []
    (purged,) = (row for row in _plans(agency) if row["rule_id"] == "staged-exports" and row["state"] == "certified")
    deleted = agency.ledger.entries(scope=purged["plan_id"], event="deleted")
    names = [file.candidate.name for file in shared]
    keys = [f"exports/{export_id}/{name}" for name in names]
    # A data dictionary holds nothing that was masked.
    keys += [f"exports/{export_id}/reasons/{name}.jsonl" for name in names if name != "survey-dictionary.csv"]
    assert {line.reference for line in deleted} == {
        agency.ledger.reference("object", staging.store_id, key) for key in keys
    }


def test_canaries_are_nowhere_in_what_the_client_got(
    agency: Agency, sample: SampleAgency, export_id: str, shared: list[Shared]
) -> None:
    one = load_export(agency, export_id)
    store = agency.store(agency.settings.clients.clients[one.client_id].store)
    keys = [version.key for version in store.list_versions(prefix_of(agency, one))]
    assert len(keys) == len(shared) + 1
    blobs = [key.encode() + b"\n" + store.read(key) for key in keys] + [file.text.encode() for file in shared]
    assert [canary for canary in sample.canaries if any(canary.encode() in blob for blob in blobs)] == []


def test_manifest_names_exactly_the_bytes_that_lie_there(agency: Agency, export_id: str, shared: list[Shared]) -> None:
    one = load_export(agency, export_id)
    store = agency.store(agency.settings.clients.clients[one.client_id].store)
    manifest = json.loads(store.read(prefix_of(agency, one) + MANIFEST))
    assert {file["name"]: file["sha256"] for file in manifest["files"]} == {
        file.candidate.name: hashlib.sha256(file.data).hexdigest() for file in shared
    }
    assert len(manifest["files"]) >= 20


def test_every_object_at_a_client_is_in_the_register_with_its_due_date(agency: Agency) -> None:
    held = {
        (client.store, version.key)
        for client in agency.settings.clients.clients.values()
        for version in agency.store(client.store).list_versions()
    }
    known = {(copy.store_id, copy.key) for copy in all_copies(agency.ledger) if copy.deleted_at is None}
    assert held == known
    assert all(copy.due > agency.today() for copy in all_copies(agency.ledger) if copy.deleted_at is None)


def test_planted_values_still_shared_are_the_known_ones(shared: list[Shared]) -> None:
    planted = sum(len(file.planted) for file in shared)
    assert planted > 400
    assert any(value.third_person for file in shared for value in file.planted)
    leaks = sorted((value.kind, value.value) for file in shared for value in file.leaks)
    assert leaks == KNOWN_LEAKS


def test_what_must_survive_mostly_does(shared: list[Shared]) -> None:
    phrases = sum(len(file.survive) for file in shared)
    lost = sum(len(file.lost) for file in shared)
    assert phrases > 100
    assert lost / phrases < 0.05


def test_nothing_due_is_left_of_what_was_purged(agency: Agency) -> None:
    today = agency.today()
    for rule_id in ("recordings", "transcripts", "survey-answers", "staged-exports"):
        left = [held for held in inventory(agency, rule_id) if held.due and held.due <= today]
        assert left == [], rule_id


def test_each_purge_has_a_certificate_that_a_stranger_can_check(agency: Agency) -> None:
    with agency.ledger.engine.connect() as connection:
        plans = connection.execute(select(plan).where(plan.c.state == "certified")).mappings().all()
    assert {row["rule_id"] for row in plans} == {"recordings", "transcripts", "survey-answers", "staged-exports"}
    key_id, pem = agency.keys.public_key_pem()
    trusted = agency.home / f"{key_id}.pem"
    trusted.write_bytes(pem)
    evidence = agency.store(agency.settings.agency.evidence)
    for row in plans:
        data = evidence.read(f"certificates/{row['rule_id']}/{row['plan_id']}.json")
        document = verify_certificate(data, trusted_keys(trusted))
        assert document["result"]["absent"] > 0


def test_ledger_is_whole(agency: Agency) -> None:
    assert agency.ledger.verify_chain() == []


def test_items_without_a_date_are_still_there(agency: Agency) -> None:
    rules = ("recordings", "survey-answers")
    undated = [held for rule_id in rules for held in inventory(agency, rule_id) if held.due is None]
    assert len(undated) >= 2


def _plans(agency: Agency) -> list[dict[str, object]]:
    with agency.ledger.engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(plan)).mappings()]
