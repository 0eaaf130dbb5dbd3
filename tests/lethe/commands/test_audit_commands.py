"""`lethe replay`, `check --stores`, and what `status` and `ledger verify` say of audits and anchors."""

import shutil
from pathlib import Path

import pytest

from lethe.agency import Agency
from lethe.retention import certify_plan, delete_batch, freeze_plan
from lethe.retention.audit import audit

PERSON = "Okonjo"
TALK = "banking-app/s-due/Maeve Okonjo.mp4"


@pytest.fixture
def deleted(at_work: Agency) -> Agency:
    """The agency after a finished deletion of recordings."""
    plan = freeze_plan(at_work, "recordings", run_id="r1")
    for batch in plan.batches:
        delete_batch(at_work, plan.plan_id, batch)
    certify_plan(at_work, plan.plan_id)
    return at_work


def test_replay_says_what_it_did_in_numbers(lethe, deleted):
    deleted.store("sessions").put(TALK, b"back")
    ran = lethe("replay")
    assert ran.code == 0
    assert ran.out.splitlines()[:2] == [
        "1 thing that had been deleted was there.",
        "1 thing deleted again, shown to be absent and certified.",
    ]
    assert not deleted.store("sessions").versions_of([TALK])
    assert PERSON not in ran.text


def test_replay_with_nothing_that_came_back_is_done(lethe, deleted):
    ran = lethe("replay")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("0 things that had been deleted were there.")


def test_replay_that_could_not_all_be_done_ends_with_1(lethe, deleted, monkeypatch):
    from lethe.retention import RetentionError, replay

    def locked(*_):
        raise RetentionError("plan 'd-1', batch 0: not everything could be deleted: 1 locked")

    monkeypatch.setattr(replay, "delete_batch", locked)
    deleted.store("sessions").put(TALK, b"back")
    ran = lethe("replay")
    assert ran.code == 1
    assert "lethe: 1 not done: plan 'd-1', batch 0: not everything could be deleted: 1 locked" in ran.err


def test_replay_that_left_a_new_row_of_an_old_id_says_so_and_ends_with_1(lethe, deleted, monkeypatch):
    from lethe.retention import replay

    monkeypatch.setattr(replay, "replay", lambda *_, **__: replay.Replayed(came_back=1, undated=1))
    ran = lethe("replay")
    assert ran.code == 1
    assert "lethe: 1 row left: without a date, under an id that was deleted before." in ran.err


def test_replay_refuses_an_older_ledger_and_says_so(lethe, deleted, tmp_path):
    deleted.ledger.engine.dispose()
    with deleted.ledger.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    backup = shutil.copy(tmp_path / "ledger.sqlite", tmp_path / "ledger.backup")
    audit(deleted)
    deleted.ledger.engine.dispose()
    for file in tmp_path.glob("ledger.sqlite*"):
        file.unlink()
    shutil.copy(backup, tmp_path / "ledger.sqlite")
    deleted.store("sessions").put(TALK, b"back")
    ran = lethe("replay")
    assert ran.code == 1
    assert "the ledger looks restored from an older backup" in ran.err
    assert deleted.store("sessions").versions_of([TALK])
    ran = lethe("ledger", "verify")
    assert ran.code == 1
    assert "named by a certificate, is gone" in ran.err


def test_check_stays_offline_unless_it_is_asked_for_the_stores(lethe, at_work, tmp_path):
    (tmp_path / "buckets" / "fernhollow-scratch").mkdir()
    assert lethe("check").code == 0
    ran = lethe("check", "--stores")
    assert ran.code == 1
    assert "bucket 'fernhollow-scratch' is in no store and no exclusion" in ran.out
    assert "1 thing that nobody deletes from" in ran.out


def test_check_of_stores_that_are_all_named_is_good(lethe, at_work):
    ran = lethe("check", "--stores")
    assert ran.code == 0
    assert ran.out.endswith("What the connections reach\n  nothing but what stores.yaml names\n")


def test_verify_says_that_a_certificate_is_of_what_came_back(lethe, deleted, tmp_path: Path):
    from lethe.retention.replay import replay

    deleted.store("sessions").put(TALK, b"back")
    (plan_id,) = replay(deleted, "night").plans
    file = tmp_path / "certificate.json"
    file.write_bytes(deleted.store("evidence").read(f"certificates/recordings/{plan_id}.json"))
    key_id, pem = deleted.keys.public_key_pem()
    (tmp_path / f"{key_id}.pem").write_bytes(pem)
    ran = lethe("verify", file, "--public-key", tmp_path / f"{key_id}.pem")
    assert ran.code == 0
    assert "All of it had been deleted before, was there again" in ran.out


def test_status_tells_of_the_last_audit(lethe, at_work):
    assert "No audit yet" in lethe("status").out
    audit(at_work)
    ran = lethe("status")
    assert ran.code == 0
    assert "Last audit: 2026-11-24, SOMEBODY MUST LOOK" in ran.out
    assert "1 overdue, 1 undated, 1 unknown; 0 plans verified again; audits/2026-11-24.json" in ran.out
    assert PERSON not in ran.text


def test_ledger_verify_counts_the_documents_of_the_evidence_store(lethe, deleted):
    audit(deleted)
    ran = lethe("ledger", "verify")
    assert ran.code == 0
    assert "Checked against 3 documents of the evidence store." in ran.out
    assert "name some" not in ran.out


def test_ledger_verify_tells_junk_in_the_evidence_store_from_a_changed_ledger(lethe, deleted):
    deleted.store("evidence").put("anchors/junk.json", b"{}")
    ran = lethe("ledger", "verify")
    assert ran.code == 1
    assert "lethe-ledger-anchor 1 of the evidence store says nothing" in ran.err
    assert "The chain holds, and nothing contradicts it; 1 document that should bear witness" in ran.out
    assert "NOT as it was written" not in ran.text


def test_ledger_verify_says_when_the_evidence_cannot_be_read(lethe, at_work, tmp_path):
    shutil.rmtree(tmp_path / "buckets" / "fernhollow-evidence")
    ran = lethe("ledger", "verify")
    assert ran.code == 1
    assert "the evidence store's anchors and certificates cannot be read" in ran.err
