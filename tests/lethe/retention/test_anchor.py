"""The ledger's head stands apart from the ledger, signed, and locked where the store can lock."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from lethe.ledger import schema as ledger_schema
from lethe.retention.anchor import ANCHOR, own_keys, verify_ledger, witnesses_of, write_anchor
from lethe.retention.audit import audit
from lethe.retention.signed import verified

World = Any


@pytest.fixture
def locking_world(s3_world: World) -> World:
    """The agency on S3 with an evidence bucket that can lock."""
    client = s3_world.agency.store("evidence").client
    client.delete_bucket(Bucket="fernhollow-evidence")
    client.create_bucket(
        Bucket="fernhollow-evidence",
        CreateBucketConfiguration={"LocationConstraint": "eu-west-2"},
        ObjectLockEnabledForBucket=True,
    )
    return s3_world


def test_anchor_names_the_head_and_is_signed(each_world: World) -> None:
    each_world.fill().run("recordings")
    anchor = write_anchor(each_world.agency)
    line, head = each_world.agency.ledger.head()
    assert anchor.key == f"anchors/2026-11-24-{line}.json"
    document = verified(each_world.agency.store("evidence").read(anchor.key), own_keys(each_world.agency), ANCHOR)
    assert document["ledger"] == {"line": line, "hash": head}


def test_anchor_is_locked_for_its_days_where_the_store_can(locking_world: World) -> None:
    anchor = write_anchor(locking_world.agency)
    assert anchor.locked
    store = locking_world.agency.store("evidence")
    found = store.client.head_object(Bucket=store.bucket, Key=anchor.key)
    assert found["ObjectLockMode"] == "GOVERNANCE"
    assert found["ObjectLockRetainUntilDate"] == datetime(2027, 12, 29, 12, tzinfo=UTC)
    (outcome,) = store.delete(list(store.list_versions("anchors/")))
    assert outcome.outcome != "deleted"


def test_anchor_is_locked_for_good_where_the_settings_say_so(locking_world: World) -> None:
    profile = locking_world.agency.settings.agency
    anchors = profile.anchors.model_copy(update={"mode": "compliance", "days": 30})
    changed = locking_world.agency.settings.model_copy(
        update={"agency": profile.model_copy(update={"anchors": anchors})}
    )
    object.__setattr__(locking_world.agency, "settings", changed)
    anchor = write_anchor(locking_world.agency)
    store = locking_world.agency.store("evidence")
    found = store.client.head_object(Bucket=store.bucket, Key=anchor.key)
    assert (found["ObjectLockMode"], found["ObjectLockRetainUntilDate"].date()) == ("COMPLIANCE", date(2026, 12, 24))


def test_anchor_in_a_store_that_cannot_lock_is_written_and_said_to_be_unlocked(each_world: World) -> None:
    anchor = audit(each_world.agency).anchor
    assert anchor is not None
    assert not anchor.locked
    assert json.loads(each_world.agency.store("evidence").read(anchor.key))["format"] == ANCHOR


def test_anchor_repeated_on_the_same_head_changes_nothing(each_world: World) -> None:
    first = write_anchor(each_world.agency)
    assert write_anchor(each_world.agency).key == first.key
    assert verify_ledger(each_world.agency) == []


def test_certificates_reports_and_anchors_all_bear_witness(each_world: World) -> None:
    each_world.fill().run("recordings")
    audit(each_world.agency)
    found = witnesses_of(each_world.agency)
    assert (found.documents, found.problems) == (3, ())
    assert verify_ledger(each_world.agency) == []


def test_tail_that_was_cut_and_its_head_rewritten_is_found_by_the_anchor(world: World) -> None:
    world.fill().run("recordings")
    line = write_anchor(world.agency).line
    world.take_guards_away()
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(sa.delete(ledger_schema.ledger_entry).where(ledger_schema.ledger_entry.c.seq == line))
        last = connection.execute(
            sa.select(ledger_schema.ledger_entry.c.hash).where(ledger_schema.ledger_entry.c.seq == line - 1)
        ).scalar_one()
        connection.execute(sa.update(ledger_schema.ledger_head).values(seq=line - 1, hash=last))
    assert world.agency.ledger.verify_chain() == []
    assert verify_ledger(world.agency) == [f"line {line}, named by a certificate, is gone"]


def test_document_laid_over_an_anchor_hides_nothing(s3_world: World) -> None:
    s3_world.fill().run("recordings")
    anchor = write_anchor(s3_world.agency)
    s3_world.agency.store("evidence").put(anchor.key, b'{"format": "lethe-ledger-anchor/1"}')
    found = witnesses_of(s3_world.agency)
    assert anchor.line in found.hashes
    assert (len(found.unreadable), found.problems) == (1, ())


def test_evidence_that_cannot_be_read_is_a_problem(world: World) -> None:
    import shutil

    shutil.rmtree(world.agency.home / "buckets" / "fernhollow-evidence")
    (problem,) = verify_ledger(world.agency)
    assert problem.startswith("the evidence store's anchors and certificates cannot be read: store 'evidence'")
