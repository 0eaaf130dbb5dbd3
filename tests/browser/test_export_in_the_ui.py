"""A researcher asks for an export in the UI, a second person answers there, and the client gets it."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from sqlalchemy import select

from lethe.demo import story
from lethe.demo.rest import User
from lethe.demo.site import Site
from lethe.ledger.schema import export

SignIn = Callable[[str], Page]
Picture = Callable[[Page, str], Path]


def test_researcher_asks_and_second_person_approves_in_the_ui(site: Site, sign_in: SignIn, picture: Picture) -> None:
    rita = sign_in("rita")
    rita.goto(f"/dags/{story.EXPORT}")
    rita.get_by_role("button", name="Trigger").first.click()
    form = rita.get_by_role("dialog")
    for field in ("Study", "Transcript formats", "Mode"):
        expect(form.get_by_text(field, exact=False).first).to_be_visible()
    expect(form.get_by_text("Brightwell mobile banking, round two (brightwell)")).to_be_visible()
    picture(rita, "export-form")
    form.get_by_role("button", name="Trigger").last.click()
    rita.wait_for_url("**/runs/**")
    run_id = rita.url.rpartition("/runs/")[2].partition("/")[0].partition("?")[0]

    ops = User(site, "omar")
    ops.wait_for_task(story.EXPORT, run_id, "approve", ["awaiting_input"], _unwatched)
    omar = sign_in("omar")
    omar.goto(f"/dags/{story.EXPORT}/runs/{run_id}/tasks/approve/required_actions")
    expect(omar.get_by_text("asked for by rita")).to_be_visible()
    expect(omar.get_by_text("candidate digest")).to_be_visible()
    picture(omar, "export-waiting")
    omar.get_by_role("button", name="Approve").click()
    assert ops.wait_for_run(story.EXPORT, run_id, _unwatched) == "success"
    ops.close()

    omar.goto(f"/dags/{story.EXPORT}/runs/{run_id}")
    expect(omar.get_by_text("publish").first).to_be_visible()
    with site.agency.ledger.engine.connect() as connection:
        assert connection.execute(select(export.c.state)).scalar_one() == "published"
    decision = site.agency.ledger.entries(event="decision")[-1]
    assert (decision.outcome, decision.details["responder_name"]) == ("Approve", "omar")


def test_ops_read_in_the_ui_what_a_red_task_means(site: Site, sign_in: SignIn) -> None:
    ops = sign_in("omar")
    ops.goto("/dags/retention_recordings")
    ops.get_by_role("button", name="Dag Docs").click()
    expect(ops.get_by_text("when it is red").first).to_be_visible()


def test_nobody_sees_anything_without_signing_in(site: Site, sign_in: SignIn) -> None:
    page = sign_in("rita")
    page.context.clear_cookies()
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    answer = page.request.get("/api/v2/dags")
    assert answer.status == 401


def _unwatched(_dag_id: str, _states: dict[str, str]) -> None:
    return
