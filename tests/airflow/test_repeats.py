"""A run cleared, or killed and run again, ends in the same place; refusals of forged answers hold in real Airflow."""

import json
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import select

from lethe.agency import Agency
from lethe.demo.components import run_airflow, running
from lethe.demo.rest import User, wait_for_dags, wait_until_healthy
from lethe.demo.site import Site
from lethe.ledger.schema import export
from tests.airflow.overdue import add_overdue_answers, answers

PROJECT = Path(__file__).resolve().parents[2]
EXPORT = "client_share_export"


class FullRun(Protocol):
    home: Path
    exit_code: int


@pytest.fixture(scope="module")
def site(full_run: FullRun) -> Iterator[Site]:
    """The demo's own Airflow, started again on what it left."""
    assert full_run.exit_code == 0
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    site = Site.reopen(full_run.home, PROJECT, port)
    with running(site) as require_alive:
        wait_until_healthy(site, require_alive)
        yield site


@pytest.fixture(scope="module")
def rita(site: Site) -> Iterator[User]:
    user = User(site, "rita")
    wait_for_dags(user, {EXPORT})
    yield user
    user.close()


@pytest.fixture(scope="module")
def omar(site: Site) -> Iterator[User]:
    user = User(site, "omar")
    yield user
    user.close()


def test_published_run_cleared_from_its_first_task_changes_nothing(site: Site, omar: User) -> None:
    with site.agency.ledger.engine.connect() as connection:
        run_id = connection.execute(select(export.c.run_id)).scalar_one()
    before = _at_clients(site.agency), _ledger(site.agency)
    omar.clear(EXPORT, run_id, ["select", "anonymise", "gate", "approve", "publish"])
    assert omar.wait_for_run(EXPORT, run_id, _unwatched) == "success"
    assert (_at_clients(site.agency), _ledger(site.agency)) == before


def test_task_killed_while_it_works_is_finished_when_cleared(site: Site, rita: User, omar: User) -> None:
    run_id = rita.trigger(EXPORT, {"study": "grocery-delivery", "formats": ["same", "txt"], "mode": "study"})
    rita.wait_for_task(EXPORT, run_id, "anonymise[0]", ["running"], _unwatched)
    os.kill(rita.task_pid(EXPORT, run_id, "anonymise", 0), signal.SIGKILL)
    rita.wait_for_task(EXPORT, run_id, "anonymise[0]", ["up_for_retry", "failed"], _unwatched)
    omar.clear(EXPORT, run_id, ["anonymise"])
    assert omar.wait_for_run(EXPORT, run_id, _unwatched, answering={"approve": "Approve"}) == "success"
    with site.agency.ledger.engine.connect() as connection:
        export_id = connection.execute(select(export.c.export_id).where(export.c.run_id == run_id)).scalar_one()
    published = list(site.agency.ledger.entries(scope=export_id, event="published"))
    assert len(published) == len({line.reference for line in published}) > 20
    assert site.agency.ledger.verify_chain() == []


def test_task_marked_as_success_is_no_approval(site: Site, rita: User, omar: User) -> None:
    before = _at_clients(site.agency)
    run_id = rita.trigger(EXPORT, {"study": "banking-app", "formats": ["same"], "mode": "careful"})
    rita.wait_for_task(EXPORT, run_id, "approve", ["awaiting_input"], _unwatched)
    omar.mark_success(EXPORT, run_id, "approve")
    assert rita.wait_for_run(EXPORT, run_id, _unwatched) == "failed"
    assert any("the ledger holds no decision" in line for line in omar.task_log(EXPORT, run_id, "publish"))
    assert _at_clients(site.agency) == before


def test_run_asked_for_with_more_than_the_form_has_is_refused(site: Site, rita: User, omar: User) -> None:
    conf = {"study": "banking-app", "formats": ["same"], "mode": "careful", "bucket": "somewhere-else"}
    run_id = rita.trigger(EXPORT, conf)
    assert rita.wait_for_run(EXPORT, run_id, _unwatched) == "failed"
    assert any("study, formats, mode alone" in line for line in omar.task_log(EXPORT, run_id, "select"))


def test_run_from_a_shell_is_held_to_the_same_requesters(site: Site, omar: User) -> None:
    site.environment["LOGNAME"] = "whoever-has-a-shell"
    conf = json.dumps({"study": "banking-app", "formats": ["same"], "mode": "careful"})
    run_airflow(site, "dags", "trigger", EXPORT, "--run-id", "from-a-shell", "--conf", conf)
    assert omar.wait_for_run(EXPORT, "from-a-shell", _unwatched) == "failed"
    said = omar.task_log(EXPORT, "from-a-shell", "select")
    assert any("user 'whoever-has-a-shell' is not among the requesters" in line for line in said)


def test_purge_with_nothing_due_skips_what_deletes(site: Site, omar: User) -> None:
    run_id = omar.trigger("retention_recordings")
    assert omar.wait_for_run("retention_recordings", run_id, _unwatched) == "success"
    states = omar.task_states("retention_recordings", run_id)
    assert states["freeze_plan"] == "success"
    assert {states[task] for task in ("delete", "verify", "certify")} == {"skipped"}


def test_nightly_audit_tells_ops_what_somebody_must_look_at(site: Site, omar: User) -> None:
    """Of the sample: a session without a date, which nobody may delete and nobody may forget."""
    run_id = omar.trigger("retention_audit")
    assert omar.wait_for_run("retention_audit", run_id, _unwatched) == "failed"
    states = omar.task_states("retention_audit", run_id)
    assert states == {"audit": "success", "delete_what_came_back": "success", "tell_findings": "failed"}
    assert any("undated: " in line for line in omar.task_log("retention_audit", run_id, "tell_findings"))
    evidence = site.agency.store(site.agency.settings.agency.evidence)
    reports = [version.key for version in evidence.list_versions("audits/") if version.key.endswith(".json")]
    assert len(reports) == 1
    assert site.agency.ledger.verify_chain() == []


def test_purge_above_the_cap_waits_for_an_approver_and_a_task_marked_as_success_is_none(
    site: Site, rita: User, omar: User
) -> None:
    dag_id = "retention_survey-answers"
    old = {f"old-{number}" for number in range(80)}
    add_overdue_answers(site.agency, old)

    run_id = rita.trigger(dag_id)
    rita.wait_for_task(dag_id, run_id, "approve", ["awaiting_input"], _unwatched)
    omar.mark_success(dag_id, run_id, "approve")
    assert rita.wait_for_run(dag_id, run_id, _unwatched) == "failed"
    said = omar.task_log(dag_id, run_id, "delete", map_index=0)
    assert any("waits for an approval and nothing of it was deleted" in line for line in said)

    run_id = rita.trigger(dag_id)
    assert rita.wait_for_run(dag_id, run_id, _unwatched, answering={"approve": "Approve"}) == "failed"
    said = omar.task_log(dag_id, run_id, "approve")
    assert any("a second person must decide" in line for line in said)
    assert old <= answers(site.agency)

    run_id = rita.trigger(dag_id)
    assert omar.wait_for_run(dag_id, run_id, _unwatched, answering={"approve": "Approve"}) == "success"
    assert old & answers(site.agency) == set()
    (approved,) = site.agency.ledger.entries(event="plan_approved")
    assert approved.details["by"] == "omar"


def _at_clients(agency: Agency) -> dict[tuple[str, str], str]:
    stores = {client.store for client in agency.settings.clients.clients.values()}
    return {
        (store_id, version.key): agency.store(store_id).sha256(version.key)
        for store_id in stores
        for version in agency.store(store_id).list_versions()
    }


def _ledger(agency: Agency) -> set[tuple[str, str, str, str]]:
    return {(line.event, line.scope, line.reference, line.outcome) for line in agency.ledger.entries()}


def _unwatched(_dag_id: str, _states: dict[str, str]) -> None:
    return
