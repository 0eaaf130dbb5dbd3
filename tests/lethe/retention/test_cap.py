"""A run far above the usual, or of a rule that was changed to delete more, waits for a person; the switch stops all."""

from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from lethe.agency import Agency
from lethe.ledger.schema import plan as plan_table
from lethe.ledger.schema import plan_item
from lethe.retention import RetentionError, certify_plan, delete_batch, freeze_plan, load_plan, verify_plan
from lethe.retention.approval import Answer, NotApprovedError, ask_to_go_on, record_answer
from lethe.retention.cap import bound
from lethe.retention.stop import DeletionsStoppedError, current_stop, resume_deletions, stop_deletions
from lethe.settings.retention import Cap

World = Any
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
CAP = Cap(approvers=("omar",))


def with_rule(world: World, rule_id: str, **changed: Any) -> Any:
    """The same world under another wording of a rule."""
    retention = world.agency.settings.retention
    rule = retention.rules[rule_id].model_copy(update=changed)
    rules = retention.model_copy(update={"rules": {**retention.rules, rule_id: rule}})
    settings = world.agency.settings.model_copy(update={"retention": rules})
    return type(world)(Agency(settings, world.agency.clock, world.agency.connection, world.agency.home))


def many(world: World, number: int, day: str = "2025-11-24") -> Any:
    for one in range(number):
        world.answer(f"r-{day}-{one}", f"{day}T10:00+00:00")
    return world


def answer(
    world: World, plan_id: str, by: str | None = "omar", *, approve: bool = True, triggered_by: str = ""
) -> None:
    assert ask_to_go_on(world.agency, plan_id, request_id="t-1") is not None
    record_answer(world.agency, plan_id, Answer(approve, by, AT), request_id="t-1", triggered_by=triggered_by)


@pytest.mark.parametrize(
    ("covered", "earlier", "most"),
    [
        (10, [], 50),
        (10_000, [], 500),
        (10_000, [40] * 4, 500),
        (10_000, [40] * 5, 120),
        (10_000, [2] * 9, 50),
        (10_000, [900] * 9, 500),
    ],
)
def test_bound_is_the_documented_one(covered: int, earlier: list[int], most: int) -> None:
    assert bound(CAP, covered, earlier) == most


@given(st.integers(0, 10**7), st.lists(st.integers(1, 10**6), max_size=40))
def test_bound_is_never_below_the_fixed_number_nor_above_what_either_limit_allows(
    covered: int, earlier: list[int]
) -> None:
    most = bound(CAP, covered, earlier)
    assert most >= CAP.items
    assert most <= max(CAP.items, covered * CAP.percent // 100)


def test_run_above_the_cap_is_parked_and_nothing_of_it_is_deleted(world: World) -> None:
    many(world, 51)
    plan = freeze_plan(world.agency, "survey-answers", run_id="run-1")
    assert (plan.state, len(plan.batches)) == ("parked", 1)
    assert plan.questions == ("51 of 51 items would go; up to 50 is usual for this rule",)
    before = world.held()
    with pytest.raises(NotApprovedError, match="waits for an approval and nothing of it was deleted"):
        delete_batch(world.agency, plan.plan_id, 0)
    assert world.held() == before


def test_run_at_the_cap_is_not_asked_about(world: World) -> None:
    many(world, 50)
    assert freeze_plan(world.agency, "survey-answers", run_id="run-1").questions == ()


def test_approved_plan_goes_on_and_its_certificate_stands(world: World) -> None:
    many(world, 60)
    plan_id = world.freeze("survey-answers")
    answer(world, plan_id)
    plan = load_plan(world.agency, plan_id)
    assert (plan.state, plan.approved_by) == ("frozen", "omar")
    assert world.certificate(world.run("survey-answers"))["result"]["absent"] == 60


@pytest.mark.parametrize(
    ("by", "triggered_by", "said"),
    [
        (None, "", "nobody answered in person"),
        ("rita", "", "is not among the approvers"),
        ("omar", "Omar", "a second person must decide"),
    ],
)
def test_approval_by_nobody_or_somebody_not_entitled_changes_nothing(
    world: World, by: str | None, triggered_by: str, said: str
) -> None:
    many(world, 60)
    plan_id = world.freeze("survey-answers")
    with pytest.raises(NotApprovedError, match=said):
        answer(world, plan_id, by, triggered_by=triggered_by)
    assert load_plan(world.agency, plan_id).state == "parked"
    assert [line[2] for line in world.lines(plan_id) if line[0] == "plan_refused"] == ["refused"]


def test_answer_recorded_again_after_a_kill_changes_nothing(world: World) -> None:
    many(world, 60)
    plan_id = world.freeze("survey-answers")
    answer(world, plan_id)
    record_answer(world.agency, plan_id, Answer(True, "omar", AT), request_id="t-1")
    assert [line[0] for line in world.lines(plan_id) if line[0].startswith("plan_")] == [
        "plan_approval_asked",
        "plan_approved",
        "plan_frozen",
    ]
    assert load_plan(world.agency, plan_id).approved_by == "omar"


def test_plan_whose_items_were_changed_is_neither_approved_nor_certified(world: World) -> None:
    many(world, 60)
    plan_id = world.freeze("survey-answers")
    changed = sa.update(plan_item).where(plan_item.c.item_no == 7).values(reference="k0001:" + "0" * 64)
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(changed)
    with pytest.raises(NotApprovedError, match="not the one that was shown any more"):
        answer(world, plan_id)
    assert load_plan(world.agency, plan_id).approved_by is None
    with pytest.raises(NotApprovedError):
        certify_plan(world.agency, plan_id)


def test_certificate_is_refused_over_items_that_were_not_frozen(world: World) -> None:
    world.fill()
    plan_id = world.freeze("recordings")
    world.delete(plan_id)
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(sa.delete(plan_item).where(plan_item.c.plan_id == plan_id, plan_item.c.item_no == 0))
    with pytest.raises(RetentionError, match="does not hold the items that were frozen"):
        certify_plan(world.agency, plan_id)


def test_answer_to_no_question_is_refused(world: World) -> None:
    many(world, 60)
    plan_id = world.freeze("survey-answers")
    with pytest.raises(NotApprovedError, match="never asked"):
        record_answer(world.agency, plan_id, Answer(True, "omar", AT), request_id="made-up")


def test_plan_set_to_frozen_by_hand_is_still_not_approved(world: World) -> None:
    many(world, 60)
    plan_id = world.freeze("survey-answers")
    with world.agency.ledger.engine.begin() as connection:
        connection.execute(sa.update(plan_table).values(state="frozen"))
    with pytest.raises(NotApprovedError):
        delete_batch(world.agency, plan_id, 0)


def test_refused_plan_is_asked_about_again_by_the_next_run_and_its_items_carry_no_line(world: World) -> None:
    many(world, 60)
    first = world.freeze("survey-answers", "run-1")
    answer(world, first, approve=False)
    # Somebody else removed one of them: what was never touched is not certified as deleted.
    with world.agency.research.begin() as connection:
        connection.exec_driver_sql("DELETE FROM survey_response WHERE response_id = 'r-2025-11-24-0'")
    second = freeze_plan(world.agency, "survey-answers", run_id="run-2")
    assert (second.state, second.questions) == (
        "parked",
        ("59 of 59 items would go; up to 50 is usual for this rule",),
    )
    assert load_plan(world.agency, first).state == "superseded"
    answer(world, second.plan_id)
    assert world.certificate(world.run("survey-answers", "run-2"))["result"]["absent"] == 59


def test_what_a_killed_run_deleted_is_certified_by_the_next_even_through_a_parked_plan(world: World) -> None:
    many(world, 3)
    first = world.freeze("survey-answers", "run-1")
    world.delete(first)
    many(world, 70, day="2025-11-20")
    second = freeze_plan(world.agency, "survey-answers", run_id="run-2")
    assert second.state == "parked"
    answer(world, second.plan_id, approve=False)
    third = freeze_plan(world.agency, "survey-answers", run_id="run-3")
    assert third.state == "parked"
    answer(world, third.plan_id)
    assert world.certificate(world.run("survey-answers", "run-3"))["result"]["absent"] == 73


def test_history_of_small_runs_lowers_the_bound_to_three_times_their_median(world: World) -> None:
    retention = world.agency.settings.retention
    wide = retention.model_copy(update={"cap": Cap(items=2, percent=100, approvers=("omar",))})
    settings = world.agency.settings.model_copy(update={"retention": wide})
    world = type(world)(Agency(settings, world.agency.clock, world.agency.connection, world.agency.home))
    for number in range(5):
        many(world, 4 if number < 4 else 1, f"2025-11-{20 + number}")
        questions = freeze_plan(world.agency, "survey-answers", run_id=f"run-{number}").questions
        assert questions == (), number
        world.run("survey-answers", f"run-{number}")
    many(world, 13, "2025-11-10")
    asked = freeze_plan(world.agency, "survey-answers", run_id="run-last").questions
    assert asked == ("13 of 13 items would go; up to 12 is usual for this rule",)


def test_changed_rule_that_deletes_more_shows_its_effect_first(world: World) -> None:
    world.fill()
    world.run("recordings", "run-1")
    shorter = with_rule(world, "recordings", keep_months=5)
    world.session("s-5", "2026-06-01T10:00+01:00")
    world.put("banking-app/s-5/talk.wav")
    plan = freeze_plan(shorter.agency, "recordings", run_id="run-2")
    assert plan.state == "parked"
    assert plan.questions == (
        "the rule was changed since 2026-11-24: 2 items would go, 0 as it was (6 calendar months)",
    )
    answer(shorter, plan.plan_id)
    assert shorter.certificate(shorter.run("recordings", "run-2"))["result"]["absent"] == 2
    # Once approved the new wording is the usual one.
    world.agency.clock.advance(days=10)
    assert freeze_plan(shorter.agency, "recordings", run_id="run-3").questions == ()


def test_changed_rule_that_was_refused_is_asked_about_again(world: World) -> None:
    world.fill()
    world.run("recordings", "run-1")
    shorter = with_rule(world, "recordings", keep_months=5)
    first = freeze_plan(shorter.agency, "recordings", run_id="run-2")
    assert first.state == "parked"
    answer(shorter, first.plan_id, approve=False)
    assert freeze_plan(shorter.agency, "recordings", run_id="run-3").state == "parked"


def test_rule_whose_places_were_all_renamed_asks_instead_of_failing(world: World) -> None:
    world.fill()
    first = freeze_plan(world.agency, "recordings", run_id="run-1")
    with world.agency.ledger.engine.begin() as connection:
        old = {**(first.rule or {}), "places": ["sessions-of-old"]}
        connection.execute(sa.update(plan_table).where(plan_table.c.plan_id == first.plan_id).values(rule=old))
    shorter = with_rule(world, "recordings", keep_months=5)
    asked = freeze_plan(shorter.agency, "recordings", run_id="run-2")
    assert asked.state == "parked"
    assert asked.questions == ("the rule was changed since 2026-11-24, and what it would have deleted cannot be told",)


def test_reworded_rule_that_deletes_no_more_is_not_asked_about(world: World) -> None:
    world.fill()
    world.run("recordings", "run-1")
    world.agency.clock.advance(days=1)
    reworded = with_rule(world, "recordings", note="as before")
    assert freeze_plan(reworded.agency, "recordings", run_id="run-2").state == "frozen"


def test_stopped_deletions_delete_nothing_until_they_are_resumed(each_world: World) -> None:
    world = each_world.fill()
    plan_id = world.freeze("recordings")
    assert stop_deletions(world.agency, by="dora", reason="wrong bucket")
    assert not stop_deletions(world.agency, by="omar", reason="again")
    before = world.held()
    with pytest.raises(DeletionsStoppedError, match="stopped by 'dora'"):
        delete_batch(world.agency, plan_id, 0)
    assert world.held() == before
    assert resume_deletions(world.agency, by="dora")
    assert current_stop(world.agency) is None
    delete_batch(world.agency, plan_id, 0)
    verify_plan(world.agency, plan_id)
    assert certify_plan(world.agency, plan_id) is not None
    assert [line.outcome for line in world.agency.ledger.entries(scope="deletions")] == ["stopped", "resumed"]


def test_stop_is_set_however_long_its_reason_is(world: World) -> None:
    assert stop_deletions(world.agency, by="d" * 500, reason="because " * 200)
    stop = current_stop(world.agency)
    assert stop is not None
    assert (len(stop.by), len(stop.reason)) == (100, 200)


def test_stopped_deletions_destroy_no_pseudonym_key(world: World) -> None:
    world.fill()
    plan_id = world.freeze("recordings")
    world.delete(plan_id)
    world.agency.keys.create_pseudonym_key("heat-pump-portal", "brightwell")
    stop_deletions(world.agency, by="dora", reason="wrong bucket")
    with pytest.raises(DeletionsStoppedError):
        certify_plan(world.agency, plan_id)
    assert world.agency.keys.has_pseudonym_key("heat-pump-portal", "brightwell")


def test_stop_reaches_a_purge_between_two_of_its_places(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.fill()
    plan_id = world.freeze("transcripts")
    store = type(world.agency.store("sessions"))
    real = store.delete

    def stop_after_first(self: Any, versions: Any) -> Any:
        outcome = real(self, versions)
        stop_deletions(world.agency, by="dora", reason="enough")
        return outcome

    monkeypatch.setattr(store, "delete", stop_after_first)
    with pytest.raises(DeletionsStoppedError):
        delete_batch(world.agency, plan_id, 0)
    assert ("sessions", "banking-app/s-1/talk.vtt") in world.held()
    assert ("brightwell", "banking-app/e-1/transcript-1.vtt") not in world.held()


def test_stop_reaches_a_purge_in_the_middle_of_an_object_with_many_versions(
    s3_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    s3_world.session("s-1", "2026-05-24T10:00+01:00")
    s3_world.put("banking-app/s-1/talk.wav", times=7)
    monkeypatch.setattr("lethe.retention.purge.VERSIONS_A_STEP", 3)
    plan_id = s3_world.freeze("recordings")
    store = type(s3_world.agency.store("sessions"))
    real = store.delete

    def stop_after_first(self: Any, versions: Any) -> Any:
        outcome = real(self, versions)
        stop_deletions(s3_world.agency, by="dora", reason="enough")
        return outcome

    monkeypatch.setattr(store, "delete", stop_after_first)
    with pytest.raises(DeletionsStoppedError):
        delete_batch(s3_world.agency, plan_id, 0)
    assert len(list(s3_world.agency.store("sessions").list_versions())) == 4


def test_rule_removed_while_its_purge_runs_deletes_nothing_more(world: World) -> None:
    world.fill()
    plan_id = world.freeze("recordings")
    retention = world.agency.settings.retention
    rules = {rule_id: rule for rule_id, rule in retention.rules.items() if rule_id != "recordings"}
    without = retention.model_copy(update={"rules": rules})
    settings = world.agency.settings.model_copy(update={"retention": without})
    later = type(world)(Agency(settings, world.agency.clock, world.agency.connection, world.agency.home))
    before = world.held()
    with pytest.raises(RetentionError, match="there is no rule 'recordings'"):
        delete_batch(later.agency, plan_id, 0)
    assert world.held() == before
    # Put back, the plan goes on where it was.
    assert world.certificate(world.run("recordings"))["result"]["absent"] == 3


def test_draft_of_a_run_that_never_came_back_is_cleared_after_two_days(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.fill()

    def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lethe.retention.freezing._draft_carried", killed)
    with pytest.raises(KeyboardInterrupt):
        world.freeze("recordings", "run-lost")
    monkeypatch.undo()
    assert world.plan_items() == 3
    world.run("recordings", "run-1")
    assert world.plan_items() == 3
    world.agency.clock.advance(days=3)
    world.run("recordings", "run-2")
    assert world.plan_items() == 0
