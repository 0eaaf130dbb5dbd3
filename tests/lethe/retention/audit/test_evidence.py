"""What lies in the evidence store and should not: told for what it is, and stopping nothing that has to go."""

from collections.abc import Callable
from typing import Any

import pytest

from lethe.retention import certify, certify_plan
from lethe.retention.anchor import OlderLedgerError, write_anchor
from lethe.retention.audit import audit
from lethe.retention.audit.findings import NEEDS_SOMEBODY
from lethe.retention.certificate import signed_certificate
from lethe.retention.replay import replay

World = Any
Found = Callable[[World], dict[tuple[str, str, str], int]]


@pytest.mark.parametrize("key", ["anchors/junk.json", "audits/junk.json", "certificates/recordings/junk.json"])
def test_junk_in_the_evidence_store_is_no_problem_of_the_ledger(each_world: World, key: str) -> None:
    world = each_world
    world.fill().run("recordings")
    world.put("banking-app/s-1/talk.wav")
    world.agency.store("evidence").put(key, b"Siobhan Farrell")
    report = audit(world.agency)
    told = {finding.kind: finding for finding in report.findings}
    assert (told["evidence"].place, told["evidence"].number) == ("evidence", 1)
    assert "evidence" in NEEDS_SOMEBODY
    assert report.ledger_problems == ()
    assert report.anchor is not None
    assert "Siobhan" not in repr(report)
    assert replay(world.agency, "night-1").deleted == 1


def test_document_that_contradicts_another_still_stops_anchor_and_replay(world: World) -> None:
    world.fill().run("recordings")
    world.put("banking-app/s-1/talk.wav")
    certified = dict(world.certificate(certify_plan(world.agency, world.freeze("recordings"))))
    certified["ledger"] = {**certified["ledger"], "hash": "0" * 64}
    for name in ("signature", "signed_with", "format"):
        del certified[name]
    data = signed_certificate(certified, *world.agency.keys.signing_key())
    world.agency.store("evidence").put("certificates/recordings/other.json", data)
    report = audit(world.agency)
    assert report.ledger_problems
    assert report.anchor is None
    with pytest.raises(OlderLedgerError, match="not as it was written"):
        replay(world.agency, "night-1")


def test_certificate_of_a_killed_run_is_told_once_its_plan_is_superseded(
    each_world: World, found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = each_world
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/talk.wav")
    plan_id = world.freeze("recordings")
    world.delete(plan_id)
    put = certify._put_parts

    def killed(*arguments: Any) -> None:
        put(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(certify, "_put_parts", killed)
    with pytest.raises(KeyboardInterrupt):
        certify_plan(world.agency, plan_id)
    monkeypatch.undo()
    # Its next try goes on from there.
    assert ("certificate_unnamed", "recordings", "") not in found(world)
    world.freeze("recordings", "run-2")
    assert found(world)[("certificate_unnamed", "recordings", "")] == 1
    world.run("recordings", "run-2")
    assert ("certificate_unnamed", "recordings", "") not in found(world)


def test_second_certificate_of_a_certified_plan_is_told(s3_world: World, found: Found) -> None:
    certified = s3_world.fill().run("recordings")
    store = s3_world.agency.store("evidence")
    document = s3_world.certificate(certified)
    for name in ("signature", "signed_with", "format"):
        del document[name]
    document["issued_at"] = "2026-11-24T13:00:00Z"
    genuine = store.read(certified.key)
    store.put(certified.key, signed_certificate(document, *s3_world.agency.keys.signing_key()))
    store.put(certified.key, genuine)
    told = found(s3_world)
    assert told[("certificate_unnamed", "recordings", "")] == 1
    assert ("certificate", "recordings", "") not in told


def test_copy_of_a_certificate_is_no_other_certificate(world: World, found: Found) -> None:
    certified = world.fill().run("recordings")
    store = world.agency.store("evidence")
    store.put("certificates/kept/copy.json", store.read(certified.key))
    assert ("certificate_unnamed", "recordings", "") not in found(world)


def test_parts_that_the_ledger_names_together_are_named(
    world: World, found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lethe.retention.certify.ITEMS_A_PART", 2)
    for number in range(5):
        world.answer(f"r-{number}", "2025-11-24T10:00+00:00")
    certified = world.run("survey-answers")
    assert certified.parts == 3
    assert found(world) == {}
    document = world.certificate(certified)
    for name in ("signature", "signed_with", "format"):
        del document[name]
    document["certificate_id"] = f"{certified.plan_id}-0004"
    data = signed_certificate(document, *world.agency.keys.signing_key())
    world.agency.store("evidence").put("certificates/survey-answers/one-more.json", data)
    assert found(world) == {("certificate_unnamed", "survey-answers", ""): 1}


def test_anchor_is_written_beside_junk(world: World) -> None:
    world.agency.store("evidence").put("anchors/junk.json", b"[")
    assert write_anchor(world.agency).key in {v.key for v in world.agency.store("evidence").list_versions("anchors/")}
