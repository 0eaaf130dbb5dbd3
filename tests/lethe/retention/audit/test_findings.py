"""Each kind of thing that is not as promised is found, told by place and number, and never by name."""

import hashlib
import json
import tracemalloc
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from lethe.connectors.errors import ConnectorError
from lethe.ledger import Entry
from lethe.ledger import schema as ledger_schema
from lethe.research import schema
from lethe.retention.anchor import own_keys
from lethe.retention.audit import audit
from lethe.retention.holds import place_hold
from lethe.retention.replay import replay
from lethe.retention.signed import verified

World = Any
Found = Callable[[World], dict[tuple[str, str, str], int]]
CANARIES = ("Siobhan", "Farrell", "siobhan.farrell", "example.org", "talk.wav", "loose", "mapped", "o'neill", "e-1/")


def test_agency_as_promised_has_no_finding(each_world: World, found: Found) -> None:
    each_world.session("s-1", "2026-06-01T10:00+01:00")
    each_world.put("banking-app/s-1/talk.wav")
    each_world.answer("r-1", "2026-06-01T10:00+01:00")
    each_world.copy("banking-app/e-1/transcript-1.vtt", "2026-12-24")
    assert found(each_world) == {}


def test_overdue_undated_and_unknown_are_told_by_place_and_number(each_world: World, found: Found) -> None:
    each_world.fill()
    each_world.agency.clock.advance(days=1)
    told = found(each_world)
    assert told[("overdue", "sessions", "recordings")] == 3
    assert told[("overdue", "sessions", "transcripts")] == 4
    assert told[("overdue", "research", "survey-answers")] == 1
    assert told[("overdue", "banking-app-platform", "survey-answers")] == 1
    assert told[("overdue", "brightwell", "transcripts")] == 1
    assert told[("overdue", "brightwell", "survey-answers")] == 1
    assert told[("undated", "sessions", "")] == 3
    assert told[("undated", "research", "")] == 1
    assert told[("undated", "banking-app-platform", "")] == 1
    assert told[("unknown", "sessions", "unknown")] == 2


def test_what_is_due_today_is_not_overdue_yet(each_world: World, found: Found) -> None:
    each_world.session("s-1", "2026-05-24T10:00+01:00")
    each_world.put("banking-app/s-1/talk.wav")
    assert found(each_world) == {}


def test_object_written_while_the_place_is_listed_is_dated_once_more(
    world: World, found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lethe.retention import relist

    world.put("banking-app/s-late/talk.wav")
    before = relist._ruled

    def ruled(agency: Any, store_id: str, holds: Any, keys: Any = None) -> Any:
        answer = before(agency, store_id, holds, keys)
        if store_id == "sessions" and keys is None:
            world.session("s-late", "2026-06-01T10:00+01:00")
        return answer

    monkeypatch.setattr(relist, "_ruled", ruled)
    assert found(world) == {}


def test_row_whose_id_is_carried_twice_is_unknown(world: World, found: Found) -> None:
    world.platform_row("", "2026-06-01 10:00:00")
    assert found(world) == {("unknown", "banking-app-platform", "ambiguous"): 1}


def test_unfinished_upload_of_a_due_session_is_overdue(s3_world: World, found: Found) -> None:
    s3_world.session("s-2", "2026-03-01T10:00+00:00")
    store = s3_world.agency.store("sessions")
    store.client.create_multipart_upload(Bucket=store.bucket, Key="banking-app/s-2/talk.wav")
    assert found(s3_world) == {("overdue", "sessions", "recordings"): 1}


def test_copy_that_is_gone_before_its_day_is_told_and_asks_for_nothing(each_world: World) -> None:
    each_world.copy("banking-app/e-1/transcript-1.vtt", "2026-12-24")
    store = each_world.agency.store("brightwell")
    store.delete(list(store.list_versions()))
    report = audit(each_world.agency)
    assert report.counts == {"missing_at_client": 1}
    assert not report.needs_somebody


def test_object_of_ours_at_a_client_without_a_line_in_the_register_is_told(each_world: World, found: Found) -> None:
    each_world.copy("banking-app/e-1/transcript-1.vtt", "2026-12-24")
    each_world.put("banking-app/e-2/transcript-1.vtt", "brightwell")
    each_world.put("theirs/report.pdf", "brightwell")
    each_world.put("banking-app/not-this-clients-study.vtt", "orchard-lane")
    assert found(each_world) == {("unregistered_at_client", "brightwell", ""): 1}


def test_plan_left_open_for_a_day_is_told(world: World, found: Found) -> None:
    plan_id = world.fill().freeze("recordings")
    assert not [kind for kind, *_ in found(world) if kind == "unfinished"]
    world.agency.clock.advance(days=1, minutes=1)
    assert found(world)[("unfinished", "recordings", "")] == 1
    with world.agency.ledger.engine.begin() as connection:
        changed = sa.update(ledger_schema.plan).where(ledger_schema.plan.c.plan_id == plan_id)
        connection.execute(changed.values(state="parked"))
    assert found(world)[("parked", "recordings", "")] == 1


def test_plan_that_each_run_freezes_anew_is_told_by_the_age_of_the_first(world: World, found: Found) -> None:
    world.fill().freeze("recordings", "run-0")
    for number in range(1, 6):
        assert ("unfinished", "recordings", "") not in found(world)
        world.agency.clock.advance(hours=6)
        world.freeze("recordings", f"run-{number}")
    assert found(world)[("unfinished", "recordings", "")] == 1
    world.run("recordings", "run-6")
    world.session("s-4", "2026-05-20T10:00+01:00")
    world.put("banking-app/s-4/talk.wav")
    world.freeze("recordings", "run-7")
    assert ("unfinished", "recordings", "") not in found(world)


def test_what_a_replay_certified_does_not_hide_a_plan_left_open(world: World, found: Found) -> None:
    world.fill().run("recordings")
    world.session("s-4", "2026-05-20T10:00+01:00")
    world.put("banking-app/s-4/talk.wav")
    world.agency.clock.advance(hours=1)
    world.freeze("recordings", "run-2")
    world.agency.clock.advance(hours=20)
    world.put("banking-app/s-1/talk.wav")
    assert replay(world.agency, "night-1").deleted == 1
    world.agency.clock.advance(hours=5)
    world.freeze("recordings", "run-3")
    assert found(world)[("unfinished", "recordings", "")] == 1


def test_open_plan_whose_rule_is_gone_is_told(world: World, found: Found) -> None:
    world.fill().freeze("recordings")
    rules = dict(world.agency.settings.retention.rules)
    del rules["recordings"]
    world.with_rules(rules)
    assert found(world)[("rule_gone", "recordings", "")] == 1


def test_broken_place_stops_no_other_and_is_named(each_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    each_world.fill()
    from lethe.agency import Agency

    as_it_is = Agency.store

    def store(self: Agency, store_id: str, **more: Any) -> Any:
        if store_id == "sessions":
            raise ConnectorError("store 'sessions': list versions failed (AccessDenied)")
        return as_it_is(self, store_id, **more)

    monkeypatch.setattr(Agency, "store", store)
    report = audit(each_world.agency)
    assert report.failed == ["sessions"]
    assert report.needs_somebody
    assert {place.place_id for place in report.listed} == {
        *each_world.agency.settings.places.stores,
        "research",
        "banking-app-platform",
    } - {"sessions"}
    assert ("overdue", "brightwell") in {(finding.kind, finding.place) for finding in report.findings}


def test_changed_certificate_is_told(each_world: World, found: Found) -> None:
    each_world.fill()
    certified = each_world.run("recordings")
    each_world.agency.store("evidence").put(certified.key, b"{}")
    told = found(each_world)
    assert told[("certificate", "recordings", "")] == 1
    assert told[("evidence", "evidence", "")] == 1
    assert ("ledger", "ledger", "") not in told


def test_changed_ledger_is_told_and_gets_no_anchor(world: World) -> None:
    world.fill().run("recordings")
    world.take_guards_away()
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(sa.update(ledger_schema.ledger_entry).values(outcome="kept"))
    report = audit(world.agency)
    assert report.ledger_problems
    assert report.anchor is None
    assert report.counts["ledger"] == len(report.ledger_problems)


def test_report_is_signed_and_its_digest_stands_in_the_ledger(
    each_world: World, as_kept: Callable[..., dict[str, Any]]
) -> None:
    report = audit(each_world.fill().agency, run_id="night-1")
    data = each_world.agency.store("evidence").read(report.key)
    assert verified(data, own_keys(each_world.agency), "lethe-audit-report/1") == as_kept(each_world, report)
    (line,) = each_world.agency.ledger.entries(event="audited")
    assert (line.scope, line.reference, line.outcome) == (report.audit_id, "audits/2026-11-24.json", "findings")
    assert line.details["sha256"] == hashlib.sha256(data).hexdigest()
    assert line.details["counts"] == report.counts


def test_second_report_of_a_day_gets_a_number_and_both_stay(world: World) -> None:
    first = audit(world.agency, run_id="night-1")
    second = audit(world.agency, run_id="night-1")
    assert (first.key, second.key) == ("audits/2026-11-24.json", "audits/2026-11-24-2.json")
    assert [line.reference for line in world.agency.ledger.entries(scope=first.audit_id)] == [first.key, second.key]


def test_nothing_of_a_person_stands_in_report_or_ledger(each_world: World, as_kept: Callable[..., Any]) -> None:
    each_world.fill()
    each_world.put("banking-app/e-9/Siobhan Farrell.vtt", "brightwell")
    each_world.agency.clock.advance(days=2)
    report = audit(each_world.agency)
    lines = [str(line) for line in each_world.agency.ledger.entries()]
    written = json.dumps(as_kept(each_world, report)) + repr(report) + "".join(lines)
    assert [canary for canary in CANARIES if canary in written] == []


def test_audit_changes_nothing_that_is_held(each_world: World) -> None:
    before = each_world.fill().held()
    audit(each_world.agency)
    assert each_world.held() == before


def test_certified_plan_is_verified_again_a_day_later_and_once(each_world: World) -> None:
    certified = each_world.fill().run("recordings")
    each_world.agency.clock.advance(hours=23, minutes=59)
    assert audit(each_world.agency).verified_again == ()
    each_world.agency.clock.advance(minutes=1)
    assert audit(each_world.agency).verified_again == (certified.plan_id,)
    (line,) = each_world.agency.ledger.entries(event="verified_again")
    assert (line.scope, line.outcome) == (certified.plan_id, "absent")
    assert audit(each_world.agency).verified_again == ()


def test_plan_of_which_something_is_there_again_is_not_verified_again(each_world: World) -> None:
    each_world.fill().run("recordings")
    each_world.put("banking-app/s-1/talk.wav")
    each_world.agency.clock.advance(days=2)
    report = audit(each_world.agency)
    assert report.verified_again == ()
    assert report.counts["resurrected"] == 1
    assert each_world.agency.ledger.entries(event="verified_again") == []


def test_plan_whose_place_cannot_be_listed_is_not_verified_again(
    world: World, found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.fill().run("survey-answers")
    world.agency.clock.advance(days=2)
    from lethe.retention.audit import run

    as_it_is = run.look_at

    def look(agency: Any, place_id: str, *more: Any) -> Any:
        if place_id == "research":
            raise sa.exc.OperationalError("SELECT 'Siobhan'", {}, Exception("Siobhan"))
        return as_it_is(agency, place_id, *more)

    monkeypatch.setattr(run, "look_at", look)
    told = found(world)
    assert told[("lookup_failed", "research", "OperationalError")] == 1
    assert told[("not_verified_again", "survey-answers", "")] == 1
    assert world.agency.ledger.entries(event="verified_again") == []


def test_resurrected_is_recognised_under_a_key_that_was_rotated_since(each_world: World, found: Found) -> None:
    each_world.fill().run("recordings")
    each_world.agency.keys.rotate_reference_key()
    each_world.put("banking-app/s-1/talk.wav")
    with each_world.agency.research.begin() as connection:
        connection.execute(sa.delete(schema.session).where(schema.session.c.session_id == "s-1"))
    assert found(each_world)[("resurrected", "sessions", "")] == 1


def test_resurrected_that_is_dated_as_not_due_is_told_apart(each_world: World, found: Found) -> None:
    each_world.fill().run("recordings")
    each_world.put("banking-app/s-1/talk.wav")
    each_world.redate("s-1", "2026-11-20T10:00+00:00")
    told = found(each_world)
    assert told[("resurrected_not_due", "sessions", "")] == 1
    assert ("resurrected", "sessions", "") not in told


def test_resurrected_answers_are_found_in_the_research_database_and_at_the_platform(world: World, found: Found) -> None:
    world.fill().run("survey-answers")
    world.answer("r-1", "2025-11-24T10:00+00:00")
    world.platform_row("o'neill", "2025-11-24 10:00:00")
    told = found(world)
    assert told[("resurrected", "research", "")] == 1
    assert told[("resurrected", "banking-app-platform", "")] == 1


def test_what_a_hold_keeps_is_told_with_its_reason_and_asks_for_nothing(each_world: World) -> None:
    each_world.session("s-2", "2026-03-01T10:00+00:00")
    each_world.put("banking-app/s-2/talk.wav")
    hold = place_hold(
        each_world.agency,
        kind="legal",
        scope="study:banking-app",
        reason="claim 2026-14",
        by="dpo",
        until=date(2026, 12, 24),
    )
    report = audit(each_world.agency)
    assert numbers_of(report) == {("held", "sessions", f"{hold.hold_id}: claim 2026-14"): 1}
    assert not report.needs_somebody
    each_world.agency.clock.advance(days=31)
    assert audit(each_world.agency).counts == {"overdue": 1}


def numbers_of(report: Any) -> dict[tuple[str, str, str], int]:
    return {(finding.kind, finding.place, finding.why): finding.number for finding in report.findings}


def test_resurrected_under_a_hold_is_told_as_held(each_world: World, found: Found) -> None:
    each_world.fill().run("recordings")
    each_world.put("banking-app/s-1/talk.wav")
    place_hold(
        each_world.agency, kind="legal", scope="session:s-1", reason="claim 1", by="dpo", until=date(2026, 12, 24)
    )
    kinds = {kind for kind, *_ in found(each_world)}
    assert "held" in kinds
    assert "resurrected" not in kinds


def test_each_place_is_listed_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from lethe.connectors.folder import FolderStore

    world.fill()
    listed: list[str] = []
    as_it_is = FolderStore.list_versions

    def list_versions(self: FolderStore, prefix: str = "") -> Any:
        if self.store_id != "evidence":
            listed.append(self.store_id)
        return as_it_is(self, prefix)

    monkeypatch.setattr(FolderStore, "list_versions", list_versions)
    audit(world.agency)
    assert sorted(listed) == sorted(set(world.agency.settings.places.stores) - {"evidence"})


def test_verifying_a_plan_again_takes_no_more_memory_than_a_page_of_its_lines(world: World) -> None:
    from lethe.retention.audit.findings import Notes
    from lethe.retention.audit.plans import verify_again

    of_item = {"place": "sessions", "kind": "object", "due": "2026-11-24"}
    for start in range(0, 6000, 1000):
        lines = [Entry("deleted", "d-1", f"k:{number}", "absent", of_item) for number in range(start, start + 1000)]
        world.agency.ledger.append(lines)
    world.agency.ledger.append([Entry("certified", "d-1", "d-1", "signed", {"sha256": "0", "items": 6000})])
    world.agency.clock.advance(days=2)
    tracemalloc.start()
    try:
        assert verify_again(world.agency, Notes(), {"sessions"}, set()) == ["d-1"]
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
