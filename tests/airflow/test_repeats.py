"""A run cleared, or killed and run again, ends in the same place; refusals of forged answers hold in real Airflow.

Files and runs that go wrong have a person's name in them, planted here: at the end it is looked for once more in all
that Airflow and the ledger keep.
"""

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
from lethe.demo.agency import SampleAgency
from lethe.demo.components import run_airflow, running
from lethe.demo.rest import User, wait_for_dags, wait_until_healthy
from lethe.demo.site import Site
from lethe.ledger.schema import export
from lethe.research import schema
from tests.airflow.overdue import add_overdue_answers, answers
from tests.airflow.planting import CANARIES, NAME, drop_survey_with_a_question_of_no_role, drop_unreadable_files
from tests.airflow.searching import RESEARCH, search_airflow_and_ledger, texts_of_databases

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


def test_files_that_cannot_be_read_go_to_quarantine(site: Site, omar: User) -> None:
    query = select(schema.session.c.session_id).where(
        schema.session.c.study_id == "banking-app", schema.session.c.started_at.is_not(None)
    )
    with site.agency.research.connect() as connection:
        session = connection.execute(query.limit(1)).scalar_one()
    before = _quarantined(site.agency)
    dropped = drop_unreadable_files(site.agency, site.home, f"banking-app/{session}")
    for dag_id in ("pull_survey-files", "pull_session-files"):
        run_id = omar.trigger(dag_id)
        assert omar.wait_for_run(dag_id, run_id, _unwatched) == "success"
    new = _quarantined(site.agency) - before
    assert len(new) == dropped
    assert all(NAME in name for name, _ in new)
    assert not any(canary in reason for _, reason in new for canary in CANARIES)


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


def test_question_without_a_role_is_refused_and_not_quoted(site: Site, rita: User, omar: User) -> None:
    study = "grocery-delivery"
    query = select(schema.survey_response.c.participant_id).where(schema.survey_response.c.study_id == study)
    with site.agency.research.connect() as connection:
        participants = sorted(set(connection.execute(query).scalars()))
    drop_survey_with_a_question_of_no_role(site.agency, site.home, study, participants)
    run_id = omar.trigger("pull_survey-files")
    assert omar.wait_for_run("pull_survey-files", run_id, _unwatched) == "success"
    run_id = rita.trigger(EXPORT, {"study": study, "formats": ["same"], "mode": "study"})
    assert rita.wait_for_run(EXPORT, run_id, _unwatched) == "failed"
    states = omar.task_states(EXPORT, run_id)
    failed = [int(task.removeprefix("anonymise[").rstrip("]")) for task, state in states.items() if state == "failed"]
    said = [line for number in failed for line in omar.task_log(EXPORT, run_id, "anonymise", map_index=number)]
    assert any("1 of the table's" in line and "columns have no role: column" in line for line in said)


def test_error_of_a_library_that_quotes_a_person_is_withheld(site: Site, rita: User, omar: User) -> None:
    with site.agency.research.begin() as connection:
        broken = "UPDATE session SET started_at = ? WHERE study_id = 'banking-app'"
        connection.exec_driver_sql(broken, (NAME,))
    run_id = rita.trigger(EXPORT, {"study": "banking-app", "formats": ["same"], "mode": "careful"})
    rita.wait_for_task(EXPORT, run_id, "select", ["up_for_retry"], _unwatched)
    said = omar.task_log(EXPORT, run_id, "select")
    assert any("ValueError in" in line and "Its text is withheld" in line for line in said)


def test_canaries_are_nowhere_in_airflow_nor_in_the_ledger_after_all_that_failed(site: Site) -> None:
    sample = SampleAgency.load_truth(site.home / "truth.json")
    searched = search_airflow_and_ledger(site.home, [*sample.canaries, *CANARIES])
    assert searched.characters > 1_000_000
    assert searched.found == set()
    raw = dict(texts_of_databases(site.home / RESEARCH)).values()
    assert [canary for canary in CANARIES[:3] if not any(canary in text for text in raw)] == [], "it would be found"


def _quarantined(agency: Agency) -> set[tuple[str, str]]:
    with agency.research.connect() as connection:
        kept = schema.quarantined.c
        return {(row[0], row[1]) for row in connection.execute(select(kept.original_name, kept.reason))}


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
