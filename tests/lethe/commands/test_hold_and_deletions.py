"""`lethe hold` and `lethe deletions`: what is kept for now, and the word that stops everything."""

import shutil

import pytest

from lethe.retention import freeze_plan
from lethe.retention.holds import all_holds
from lethe.retention.purge import delete_batch
from lethe.retention.stop import DeletionsStoppedError

STUDY = "banking-app"
PLACED = ("--kind", "legal", "--reason", "claim 2026-14", "--by", "dora", "--until", "2026-12-31")


def test_hold_is_placed_listed_renewed_and_ended(lethe, at_work):
    assert "No hold was ever placed." in lethe("hold", "list").out
    ran = lethe("hold", "place", f"study:{STUDY}", *PLACED)
    (hold,) = all_holds(at_work)
    assert ran.code == 0
    assert ran.out == f"Placed hold {hold.hold_id}: nothing of study:{STUDY} is deleted until 2026-12-31.\n"
    assert lethe("hold", "renew", hold.hold_id, "--until", "2027-02-01", "--by", "dora").code == 0
    assert "until 2027-02-01" in lethe("hold", "list").out
    assert lethe("hold", "end", hold.hold_id, "--by", "omar").code == 0
    assert "ended 2026-11-24 by omar" in lethe("hold", "list").out


def test_plan_names_the_hold_and_what_it_keeps(lethe, at_work):
    lethe("hold", "place", f"study:{STUDY}", *PLACED)
    (hold,) = all_holds(at_work)
    out = lethe("plan", "recordings").out
    assert "2 stay: due, and kept by a hold (sessions 2)" in out
    assert f"{hold.hold_id} (legal, claim 2026-14) keeps 2 items until 2026-12-31" in out


def test_hold_of_an_unknown_thing_is_refused_in_words(lethe, at_work):
    ran = lethe("hold", "place", "session:s-404", *PLACED)
    assert ran.code == 1
    assert "lethe: the research database knows no session of that id; nothing was placed" in ran.err


@pytest.mark.parametrize("arguments", [("place", f"study:{STUDY}"), ("renew", "h-1"), (), ("end", "h-1")])
def test_hold_without_who_why_and_until_when_is_wrong_usage(lethe, at_work, arguments):
    assert lethe("hold", *arguments).code == 2


def test_deletions_stop_resume_and_say_how_they_stand(lethe, at_work):
    assert lethe("deletions", "status").out == "Deletions may run.\n"
    assert lethe("deletions", "stop", "--reason", "wrong bucket", "--by", "dora").code == 0
    assert "Stopped by dora" in lethe("deletions", "status").out
    plan = freeze_plan(at_work, "recordings", run_id="r1")
    with pytest.raises(DeletionsStoppedError):
        delete_batch(at_work, plan.plan_id, 0)
    assert "may run again" in lethe("deletions", "resume", "--by", "dora").out
    assert delete_batch(at_work, plan.plan_id, 0).deleted == 2


def test_plan_says_that_a_run_of_today_would_wait_for_an_approval(lethe, at_work, config_folder, tmp_path, monkeypatch):
    folder = tmp_path / "config"
    shutil.copytree(config_folder, folder)
    retention = folder / "retention.yaml"
    retention.write_text(retention.read_text().replace("items: 50", "items: 1"))
    assert "waits for an approval" not in lethe("plan", "recordings").out
    monkeypatch.setenv("LETHE_CONFIG", str(folder))
    assert (
        "waits for an approval: 2 of 5 items would go; up to 1 is usual for this rule"
        in lethe("plan", "recordings").out
    )
    assert "waits for an approval" not in lethe("plan", "recordings", "--at", "2027-01-01").out
