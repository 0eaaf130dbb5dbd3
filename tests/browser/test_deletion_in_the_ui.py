"""A deletion far above the usual waits in the UI for a second person, who reads there what it is about."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from lethe.demo.rest import User
from lethe.demo.site import Site
from tests.airflow.overdue import add_overdue_answers, answers

SignIn = Callable[[str], Page]
Picture = Callable[[Page, str], Path]
RULE = "survey-answers"
OLD = {f"old-{number}" for number in range(80)}


def test_approver_lets_a_large_deletion_go_on_in_the_ui(site: Site, sign_in: SignIn, picture: Picture) -> None:
    dag_id = f"retention_{RULE}"
    add_overdue_answers(site.agency, OLD)
    rita, ops = User(site, "rita"), User(site, "omar")
    run_id = rita.trigger(dag_id)
    ops.wait_for_task(dag_id, run_id, "approve", ["awaiting_input"], _unwatched)
    assert answers(site.agency) >= OLD

    omar = sign_in("omar")
    omar.goto(f"/dags/{dag_id}/runs/{run_id}/tasks/approve/required_actions")
    expect(omar.get_by_text("May this run delete so much?").first).to_be_visible()
    expect(omar.get_by_text("plan digest")).to_be_visible()
    expect(omar.get_by_text("Nothing was deleted yet.")).to_be_visible()
    picture(omar, "deletion-waiting")
    omar.get_by_role("button", name="Approve").click()
    assert ops.wait_for_run(dag_id, run_id, _unwatched) == "success"
    assert OLD & answers(site.agency) == set()
    (approved,) = site.agency.ledger.entries(event="plan_approved")
    assert approved.details["by"] == "omar"
    rita.close()
    ops.close()


def _unwatched(_dag_id: str, _states: dict[str, str]) -> None:
    return
