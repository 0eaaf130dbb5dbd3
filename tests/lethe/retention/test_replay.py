"""After a restore: what was deleted is deleted again, with a certificate, and only by the newest ledger there is."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import DeleteOutcome
from lethe.connectors.sql import engine_from
from lethe.ledger import schema as ledger_schema
from lethe.research import schema
from lethe.retention import RetentionError, freeze_plan, verify_plan
from lethe.retention.anchor import OlderLedgerError
from lethe.retention.audit import audit
from lethe.retention.holds import place_hold
from lethe.retention.replay import replay
from lethe.retention.stop import resume_deletions, stop_deletions

World = Any
TALK = "banking-app/s-1/talk.wav"
DUE = "2025-11-24 10:00:00+00:00"


def keys_in(world: World, store_id: str = "sessions") -> set[str]:
    return {version.key for version in world.agency.store(store_id).list_versions()}


def forget_session(world: World, session_id: str) -> None:
    with world.agency.research.begin() as connection:
        connection.execute(sa.delete(schema.session).where(schema.session.c.session_id == session_id))


def test_object_that_came_back_without_a_date_and_rows_are_deleted_again_and_certified(each_world: World) -> None:
    each_world.fill()
    each_world.run("recordings")
    each_world.run("survey-answers")
    each_world.put(TALK, times=2)
    forget_session(each_world, "s-1")
    each_world.answer("r-1", DUE)
    each_world.platform_row("o'neill", DUE[:19])
    before = keys_in(each_world)
    done = replay(each_world.agency, "night-1")
    assert (done.came_back, done.deleted, done.held, done.not_due, dict(done.failures)) == (3, 3, 0, 0, {})
    assert keys_in(each_world) == before - {TALK}
    with each_world.agency.research.connect() as connection:
        assert "r-1" not in connection.execute(sa.select(schema.survey_response.c.response_id)).scalars().all()
    for plan_id in done.plans:
        (line,) = each_world.agency.ledger.entries(scope=plan_id, event="plan_frozen")
        assert line.details["origin"] == "restored"
        rule_id = "recordings" if line.details["items"] == 1 else "survey-answers"
        key = f"certificates/{rule_id}/{plan_id}.json"
        document = each_world.certificate(type("At", (), {"store_id": "evidence", "key": key}))
        assert document["plan"]["origin"] == "restored"
        assert document["result"]["absent"] == line.details["items"]
    assert "resurrected" not in audit(each_world.agency).counts


def test_ordinary_plan_says_that_its_things_were_due(world: World) -> None:
    document = world.certificate(world.fill().run("recordings"))
    assert document["plan"]["origin"] == "due"


def test_replay_does_not_shorten_the_time_in_which_a_killed_plan_may_have_deleted(world: World) -> None:
    world.fill().run("recordings")
    world.session("s-4", "2026-05-20T10:00+01:00")
    world.put("banking-app/s-4/talk.wav")
    world.agency.clock.advance(hours=1)
    world.delete(world.freeze("recordings", "run-2"))
    world.agency.clock.advance(hours=5)
    world.put(TALK)
    assert replay(world.agency, "night-1").deleted == 1
    world.agency.clock.advance(hours=1)
    times = world.certificate(world.run("recordings", "run-3"))["times"]
    assert times["planned_at"] == "2026-11-24T19:00:00Z"
    assert times["deleted_not_before"] == "2026-11-24T13:00:00Z"


def test_copy_that_came_back_at_a_client_is_deleted_again(each_world: World) -> None:
    each_world.fill().run("transcripts")
    each_world.put("banking-app/e-1/transcript-1.vtt", "brightwell")
    done = replay(each_world.agency, "night-1")
    assert (done.deleted, dict(done.failures)) == (1, {})
    assert "banking-app/e-1/transcript-1.vtt" not in keys_in(each_world, "brightwell")


def test_what_was_never_deleted_stays_whatever_its_date(each_world: World) -> None:
    before = each_world.fill().held()
    assert replay(each_world.agency, "night-1").came_back == 0
    assert each_world.held() == before


def test_what_is_dated_now_as_not_due_is_left_and_told(each_world: World) -> None:
    each_world.fill().run("recordings")
    each_world.put(TALK)
    each_world.redate("s-1", "2026-11-20T10:00+00:00")
    done = replay(each_world.agency, "night-1")
    assert (done.came_back, done.deleted, done.not_due) == (1, 0, 1)
    assert TALK in keys_in(each_world)


def test_thing_dated_anew_between_plan_and_deletion_is_kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.fill().run("recordings")
    world.put(TALK)
    from lethe.retention import replay as module

    as_it_is = module.delete_batch

    def delete(agency: Any, plan_id: str, batch: int) -> Any:
        world.redate("s-1", "2026-11-20T10:00+00:00")
        return as_it_is(agency, plan_id, batch)

    monkeypatch.setattr(module, "delete_batch", delete)
    assert replay(world.agency, "night-1").deleted == 0
    assert TALK in keys_in(world)


def number_rows_by_themselves(world: World) -> sa.Engine:
    """The platform's table as SQLite numbers it: from 1, and from 1 again once it is empty."""
    spec = world.agency.settings.places.tables["banking-app-platform"]
    engine = engine_from(world.agency.connection(spec.connection))
    others = ", ".join(f"{name} TEXT" for name in (spec.columns.participant, *spec.answers))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TABLE {spec.table}")
        columns = f"{spec.columns.id} INTEGER PRIMARY KEY, {spec.columns.answered_at} DATETIME, {others}"
        connection.exec_driver_sql(f"CREATE TABLE {spec.table} ({columns})")
    return engine


def write_row(world: World, engine: sa.Engine, at: str | None) -> None:
    spec = world.agency.settings.places.tables["banking-app-platform"]
    with engine.begin() as connection:
        connection.exec_driver_sql(f"INSERT INTO {spec.table} ({spec.columns.answered_at}) VALUES (?)", (at,))  # noqa: S608


@pytest.mark.parametrize("at", [None, "1970-01-01 00:00:00"])
def test_new_row_of_an_id_used_again_is_left_and_told_while_it_has_no_date(world: World, at: str | None) -> None:
    engine = number_rows_by_themselves(world)
    write_row(world, engine, DUE[:19])
    world.run("survey-answers")
    table = world.agency.table("banking-app-platform")
    assert list(table.dates()) == []
    write_row(world, engine, at)
    assert [row_id for row_id, _ in table.dates()] == ["1"]
    report = audit(world.agency)
    assert [(one.kind, one.place, one.number, one.why) for one in report.findings] == [
        ("undated", "banking-app-platform", 1, "of an id that was deleted before")
    ]
    done = replay(world.agency, "night-1")
    assert (done.came_back, done.deleted, done.undated, done.plans, dict(done.failures)) == (1, 0, 1, (), {})
    assert [row_id for row_id, _ in table.dates()] == ["1"]


def test_answer_without_a_date_of_an_id_deleted_before_is_left_and_told(world: World) -> None:
    world.fill().run("survey-answers")
    world.answer("r-1", None)
    done = replay(world.agency, "night-1")
    assert (done.came_back, done.deleted, done.undated) == (1, 0, 1)


def test_row_that_loses_its_date_between_plan_and_deletion_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.fill().run("survey-answers")
    world.answer("r-1", DUE)
    from lethe.retention import replay as module

    as_it_is = module.delete_batch

    def delete(agency: Any, plan_id: str, batch: int) -> Any:
        with agency.research.begin() as connection:
            connection.execute(sa.update(schema.survey_response).values(answered_at=None))
        return as_it_is(agency, plan_id, batch)

    monkeypatch.setattr(module, "delete_batch", delete)
    done = replay(world.agency, "night-1")
    assert done.deleted == 0
    with world.agency.research.connect() as connection:
        assert "r-1" in connection.execute(sa.select(schema.survey_response.c.response_id)).scalars().all()


def test_row_of_an_id_used_again_within_one_plan_is_kept_while_it_has_no_date(world: World) -> None:
    engine = number_rows_by_themselves(world)
    write_row(world, engine, DUE[:19])
    plan_id = world.freeze("survey-answers")
    world.delete(plan_id)
    verify_plan(world.agency, plan_id)
    write_row(world, engine, None)
    world.delete(plan_id)
    assert [row_id for row_id, _ in world.agency.table("banking-app-platform").dates()] == ["1"]


def test_every_batch_is_tried_and_what_failed_is_told(each_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from lethe.retention import replay as module

    monkeypatch.setattr(module, "ITEMS_A_BATCH", 2)
    each_world.session("s-1", "2026-05-24T10:00+01:00")
    keys = [f"banking-app/s-1/{number}.wav" for number in range(6)]
    for key in keys:
        each_world.put(key)
    each_world.run("recordings")
    for key in keys:
        each_world.put(key)
    store = type(each_world.agency.store("sessions"))
    as_it_is = store.delete

    def delete(self: Any, versions: Any) -> Any:
        locked = [version for version in versions if version.key.endswith("/0.wav")]
        refused = [DeleteOutcome(version, "compliance", "AccessDenied") for version in locked]
        return refused + as_it_is(self, [version for version in versions if version not in locked])

    with monkeypatch.context() as patch:
        patch.setattr(store, "delete", delete)
        done = replay(each_world.agency, "night-1")
    assert (done.deleted, done.plans) == (0, ())
    ((reason, number),) = done.failures.items()
    assert (number, "batch 0: not everything could be deleted: 1 compliance" in reason) == (1, True)
    assert keys_in(each_world) == {"banking-app/s-1/0.wav"}
    finished = replay(each_world.agency, "night-2")
    assert (finished.deleted, dict(finished.failures)) == (6, {})


def test_batch_that_breaks_unforeseen_stops_no_other_batch(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from lethe.retention import replay as module

    monkeypatch.setattr(module, "ITEMS_A_BATCH", 1)
    world.session("s-1", "2026-05-24T10:00+01:00")
    keys = [f"banking-app/s-1/{number}.wav" for number in range(3)]
    for key in keys:
        world.put(key)
    world.run("recordings")
    for key in keys:
        world.put(key)
    as_it_is = module.delete_batch

    def delete(agency: Any, plan_id: str, batch: int) -> Any:
        if batch == 1:
            raise RuntimeError("Siobhan Farrell")
        return as_it_is(agency, plan_id, batch)

    monkeypatch.setattr(module, "delete_batch", delete)
    done = replay(world.agency, "night-1")
    ((reason, number),) = done.failures.items()
    assert (number, reason.endswith(", batch 1: RuntimeError")) == (1, True)
    assert keys_in(world) == {keys[1]}


def test_row_whose_id_now_names_two_is_not_deleted_and_told(world: World) -> None:
    world.fill().run("survey-answers")
    spec = world.agency.settings.places.tables["banking-app-platform"]
    engine = engine_from(world.agency.connection(spec.connection))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TABLE {spec.table}")
        names = [spec.columns.id, spec.columns.answered_at, spec.columns.participant, *spec.answers]
        connection.exec_driver_sql(f"CREATE TABLE {spec.table} ({', '.join(f'{name} TEXT' for name in names)})")
    for at in (None, "2026-11-20 10:00:00"):
        world.platform_row("o'neill", at)
    done = replay(world.agency, "night-1")
    assert done.deleted == 0
    assert dict(done.failures) == {"its id names more than one row": 1}
    assert len(list(world.agency.table("banking-app-platform").dates())) == 2


def test_references_under_every_key_are_matched(each_world: World) -> None:
    each_world.fill().run("recordings")
    each_world.agency.keys.rotate_reference_key()
    each_world.put(TALK)
    forget_session(each_world, "s-1")
    assert replay(each_world.agency, "night-1").deleted == 1
    assert TALK not in keys_in(each_world)
    each_world.put(TALK)
    assert replay(each_world.agency, "night-2").deleted == 1


def test_repeating_a_run_finds_what_came_back_since(each_world: World) -> None:
    each_world.fill().run("recordings")
    for _ in range(2):
        each_world.put(TALK)
        done = replay(each_world.agency, "night-1")
        assert (done.came_back, done.deleted) == (1, 1)
    assert replay(each_world.agency, "night-1").came_back == 0


def test_replay_that_was_stopped_is_finished_by_the_next(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.fill().run("recordings")
    world.put(TALK)
    forget_session(world, "s-1")
    from lethe.retention import replay as module

    with monkeypatch.context() as patch:

        def away(*_: Any) -> None:
            raise ConnectorError("store 'evidence': put failed (ServiceUnavailable)")

        patch.setattr(module, "certify_plan", away)
        stopped = replay(world.agency, "night-1")
    assert stopped.deleted == 0
    assert sum(stopped.failures.values()) == 1
    done = replay(world.agency, "night-2")
    assert (done.came_back, done.deleted, len(done.plans)) == (0, 1, 1)


def test_plan_under_way_keeps_its_things_and_gets_the_one_certificate(world: World) -> None:
    world.fill().run("recordings")
    world.put(TALK)
    plan_id = freeze_plan(world.agency, "recordings", run_id="run-2").plan_id
    done = replay(world.agency, "night-1")
    assert (done.came_back, done.deleted, done.plans) == (1, 0, ())
    world.delete(plan_id)
    assert TALK not in keys_in(world)


def test_rule_that_is_gone_is_told_and_stops_no_other(world: World) -> None:
    world.fill()
    world.run("recordings")
    world.run("survey-answers")
    world.put(TALK)
    world.answer("r-1", DUE)
    rules = dict(world.agency.settings.retention.rules)
    del rules["recordings"]
    world.with_rules(rules)
    done = replay(world.agency, "night-1")
    assert done.deleted == 1
    assert dict(done.failures) == {"the rule that it went by is no longer configured": 1}
    assert TALK in keys_in(world)


def test_place_that_cannot_be_listed_is_told_and_stops_no_other(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.fill()
    world.run("recordings")
    world.run("survey-answers")
    world.put(TALK)
    world.answer("r-1", DUE)
    from lethe.agency import Agency

    as_it_is = Agency.store

    def store(self: Agency, store_id: str, **more: Any) -> Any:
        if store_id == "sessions":
            raise ConnectorError("store 'sessions': list versions failed (AccessDenied)")
        return as_it_is(self, store_id, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Agency, "store", store)
        done = replay(world.agency, "night-1")
    assert dict(done.failures) == {"place 'sessions' could not be listed (ConnectorError)": 1}
    assert done.came_back == 1


def restored(world: World, saved: Path) -> None:
    """The ledger's database as it was when it was saved."""
    world.agency.ledger.engine.dispose()
    for name in ("ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"):
        (world.agency.home / name).unlink(missing_ok=True)
    shutil.copy(saved, world.agency.home / "ledger.sqlite")


def saved(world: World, tmp_path: Path) -> Path:
    with world.agency.ledger.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(shutil.copy(world.agency.home / "ledger.sqlite", tmp_path / "ledger.backup"))


@pytest.mark.parametrize("witness", ["certificate", "anchor"])
def test_older_ledger_is_refused_and_nothing_is_deleted(each_world: World, tmp_path: Path, witness: str) -> None:
    each_world.fill().run("recordings")
    backup = saved(each_world, tmp_path)
    if witness == "certificate":
        each_world.run("survey-answers")
    else:
        audit(each_world.agency)
    each_world.put(TALK)
    restored(each_world, backup)
    before = each_world.held()
    with pytest.raises(OlderLedgerError, match="restored from an older backup"):
        replay(each_world.agency, "night-1")
    assert each_world.held() == before
    assert not OlderLedgerError.may_pass
    report = audit(each_world.agency)
    assert report.counts["ledger"] > 0
    assert report.anchor is None


def test_ledger_that_was_changed_is_refused(world: World) -> None:
    world.fill().run("recordings")
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(sa.update(ledger_schema.ledger_head).values(hash="0" * 64))
    with pytest.raises(RetentionError, match="not as it was written"):
        replay(world.agency, "night-1")


def test_hand_over_names_nobody(each_world: World) -> None:
    each_world.fill().run("transcripts")
    each_world.put("banking-app/s-1/Siobhan Farrell's notes é 100%.vtt")
    done = replay(each_world.agency, "night-1")
    written = repr(done) + "".join(str(line) for line in each_world.agency.ledger.entries())
    assert done.deleted == 1
    assert not [canary for canary in ("Siobhan", "Farrell", "talk.wav") if canary in written]


@pytest.mark.parametrize("dated", [True, False])
def test_hold_wins(each_world: World, dated: bool) -> None:
    each_world.fill().run("recordings")
    each_world.put(TALK)
    place_hold(
        each_world.agency, kind="legal", scope="study:banking-app", reason="claim 1", by="dpo", until=date(2026, 12, 24)
    )
    if not dated:
        each_world.redate("s-1", None)
    done = replay(each_world.agency, "night-1")
    assert (done.came_back, done.deleted, done.held, dict(done.failures)) == (1, 0, 1, {})
    assert TALK in keys_in(each_world)


def test_hold_placed_between_plan_and_deletion_wins(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.fill().run("recordings")
    world.put(TALK)
    forget_session(world, "s-1")
    from lethe.retention import replay as module

    as_it_is = module.delete_batch

    def delete(agency: Any, plan_id: str, batch: int) -> Any:
        place_hold(agency, kind="legal", scope="study:banking-app", reason="c 1", by="dpo", until=date(2026, 12, 24))
        return as_it_is(agency, plan_id, batch)

    monkeypatch.setattr(module, "delete_batch", delete)
    assert replay(world.agency, "night-1").deleted == 0
    assert TALK in keys_in(world)


def test_stop_of_all_deletions_stops_a_replay_too(world: World) -> None:
    world.fill().run("recordings")
    world.put(TALK)
    stop_deletions(world.agency, by="omar", reason="look first")
    done = replay(world.agency, "night-1")
    assert done.deleted == 0
    assert "every deletion was stopped by 'omar'" in next(iter(done.failures))
    assert TALK in keys_in(world)
    resume_deletions(world.agency, by="omar")
    assert replay(world.agency, "night-2").deleted == 1


def test_replay_hides_no_change_of_the_rule_from_whoever_approves(world: World) -> None:
    world.fill().run("recordings")
    rules = world.agency.settings.retention.rules
    world.with_rules({**rules, "recordings": rules["recordings"].model_copy(update={"keep_months": 5})})
    world.put(TALK)
    world.agency.clock.advance(minutes=1)
    assert replay(world.agency, "night-1").deleted == 1
    world.session("s-5", "2026-06-20T10:00+01:00")
    world.put("banking-app/s-5/talk.wav")
    plan = freeze_plan(world.agency, "recordings", run_id="run-2")
    assert (plan.state, len(plan.questions)) == ("parked", 1)
