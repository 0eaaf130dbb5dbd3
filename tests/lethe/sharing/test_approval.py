"""Who lets an export go: the ledger's decision over exactly the bytes that a second person was asked about."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from lethe.sharing import ExportRefusedError, anonymisation, export_of_run, record_decision

World = Any


@pytest.fixture
def selection(world: World) -> Any:
    """An examined export that rita asked for, and the question put to somebody."""
    found = world.examined()
    world.ask(found)
    return found


def refused(world: World, selection: Any, reason: str, user: str | None = "rita") -> None:
    """Publishing is refused for that reason, and the client's bucket, the register and the state are as before."""
    state = world.state(selection)
    with pytest.raises(ExportRefusedError, match=reason) as error:
        world.publish(selection, user)
    assert not error.value.may_pass
    assert world.at("brightwell") == {}
    assert world.versions("brightwell") == []
    assert world.register() == []
    assert world.agency.ledger.entries(event="published") == []
    assert world.state(selection) == state


def test_a_second_persons_approval_lets_it_go(world: World, selection: Any) -> None:
    world.decide(selection)
    assert world.publish(selection).files == 4
    (line,) = world.agency.ledger.entries(event="decision")
    assert (line.outcome, line.details["responder_name"], line.details["responder_id"]) == ("Approve", "omar", "7")
    assert line.details["run_id"] == "run-1"
    (published,) = world.agency.ledger.entries(event="export_published")
    assert (published.details["approved_by"], published.details["requested_by"]) == ("omar", "rita")


def test_without_a_decision_a_task_marked_success_is_none(world: World, selection: Any) -> None:
    refused(world, selection, "the ledger holds no decision; a task marked as success, or an XCom, is not one")


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        ({"option": "Reject"}, "is already rejected; start a new one. Nothing of it"),
        ({"option": "Reject", "name": None, "user_id": None}, "is already rejected; start a new one. Nothing of it"),
        ({"option": "approve"}, "is already rejected; start a new one. Nothing of it"),
        ({"name": None, "user_id": None}, "nobody answered in person; a timeout is not an approval"),
        ({"name": "", "user_id": "7"}, "nobody answered in person"),
        ({"name": "rita", "user_id": "7"}, "'rita' asked for it and approved it; a second person must decide"),
        ({"name": "RITA", "user_id": "7"}, "a second person must decide"),
        ({"name": "mallory", "user_id": "omar"}, "'mallory' is not among the approvers of client 'brightwell'"),
        ({"name": "Omar", "user_id": "omar"}, "'Omar' is not among the approvers"),
        ({"name": "7", "user_id": "omar"}, "'7' is not among the approvers"),
    ],
)
def test_what_is_no_approval(world: World, selection: Any, decision: dict[str, Any], reason: str) -> None:
    world.decide(selection, **decision)
    refused(world, selection, reason)


@pytest.mark.parametrize("user_id", ["1", "omar", "rita", None])
def test_the_name_counts_and_not_the_number(world: World, selection: Any, user_id: str | None) -> None:
    world.decide(selection, user_id=user_id)
    assert world.publish(selection).files == 4


@pytest.mark.parametrize(
    ("user", "reason"),
    [
        (None, "the run names nobody who asked for it; start it from the Airflow UI or API"),
        ("", "the run names nobody who asked for it"),
        ("omar", "asked for by somebody else than its selection"),
        ("Rita", "asked for by somebody else than its selection"),
    ],
)
def test_the_run_names_the_one_who_asked(world: World, selection: Any, user: str | None, reason: str) -> None:
    world.decide(selection)
    refused(world, selection, reason, user)


def changed_client(world: World, **update: tuple[str, ...]) -> None:
    clients = world.agency.settings.clients
    changed = {**clients.clients, "brightwell": clients.clients["brightwell"].model_copy(update=update)}
    settings = world.agency.settings.model_copy(update={"clients": clients.model_copy(update={"clients": changed})})
    object.__setattr__(world.agency, "settings", settings)


def test_a_requester_struck_off_since_is_refused(world: World, selection: Any) -> None:
    world.decide(selection)
    changed_client(world, requesters=("omar",))
    refused(world, selection, "'rita' is not among the requesters of client 'brightwell'")


def test_an_approver_struck_off_since_is_refused(world: World, selection: Any) -> None:
    world.decide(selection)
    changed_client(world, approvers=("rita",))
    refused(world, selection, "'omar' is not among the approvers of client 'brightwell'")


def made_anew(world: World, selection: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other bytes for the same export, examined: as after a release that masks differently."""
    real = anonymisation.write_survey
    monkeypatch.setattr(anonymisation, "write_survey", lambda frame: real(frame) + b"\r\n")
    world.anonymise(selection)


def test_an_approval_is_of_the_bytes_it_was_asked_about(
    world: World, selection: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.decide(selection)
    made_anew(world, selection, monkeypatch)
    refused(world, selection, "the candidate changed after the approval; it must be examined and approved anew")
    world.gate(selection)
    refused(world, selection, "the candidate changed after the approval")
    # The old question is no way to let the new bytes go, even when it is answered only now.
    world.ask(selection, "ask-2")
    refused(world, selection, "the candidate changed after the approval")
    world.decide(selection, request_id="ask-2")
    assert world.publish(selection).files == 4


def test_an_answer_counts_for_what_was_shown_when_the_question_was_put(
    world: World, selection: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_anew(world, selection, monkeypatch)
    world.gate(selection)
    world.decide(selection)
    refused(world, selection, "the candidate changed after the approval")


def test_the_same_bytes_made_anew_keep_their_approval(world: World, selection: Any) -> None:
    world.decide(selection)
    world.anonymise(selection)
    world.gate(selection)
    assert world.publish(selection).files == 4


def test_an_answer_to_a_question_never_asked_is_refused(world: World, selection: Any) -> None:
    with pytest.raises(ExportRefusedError, match="an answer to a question that was never asked; nothing changed"):
        world.decide(selection, request_id="ask-forged")
    with pytest.raises(ExportRefusedError, match="an answer to a question that was never asked"):
        world.decide(selection, "Reject", request_id="ask-forged")
    assert world.agency.ledger.entries(event="decision") == []
    assert world.state(selection) == "gated"


def test_the_question_of_one_export_decides_nothing_of_another(world: World, selection: Any) -> None:
    other = world.examined("run-2")
    with pytest.raises(ExportRefusedError, match="never asked"):
        world.decide(other)
    world.decide(selection)
    refused(world, other, "the ledger holds no decision")


def test_a_run_finds_its_own_export_alone(world: World, selection: Any) -> None:
    other = world.select("run-2")
    assert export_of_run(world.agency, "run-1") == selection.export_id
    assert export_of_run(world.agency, "run-2") == other.export_id
    for forged in ("run-3", "", selection.export_id, "run-1' OR 1=1 --"):
        with pytest.raises(ExportRefusedError, match="this run has selected nothing yet"):
            export_of_run(world.agency, forged)


def test_a_forged_export_is_refused_everywhere(world: World, selection: Any) -> None:
    forged = replace(selection, export_id="x-0000")
    for step in (world.gate, world.ask, world.publish, world.decide):
        with pytest.raises(ExportRefusedError, match="there is no export 'x-0000'; nothing was shared"):
            step(forged)


@pytest.mark.parametrize(("first", "second"), [("Approve", "Reject"), ("Reject", "Approve")])
def test_a_rejection_stands_whichever_answer_came_first(world: World, selection: Any, first: str, second: str) -> None:
    world.decide(selection, first)
    world.decide(selection, second)
    # One question has one line, the first; and one refusal among the answers is enough.
    assert [line.outcome for line in world.agency.ledger.entries(event="decision")] == [first]
    refused(world, selection, "is already rejected; start a new one. Nothing of it")


def test_a_rejection_of_a_later_question_stands(world: World, selection: Any) -> None:
    world.decide(selection)
    world.ask(selection, "ask-2")
    world.decide(selection, "Reject", request_id="ask-2")
    refused(world, selection, "is already rejected; start a new one. Nothing of it")


def test_asked_again_after_ones_own_approval_a_second_person_may_decide(world: World, selection: Any) -> None:
    world.decide(selection, name="rita")
    refused(world, selection, "a second person must decide")
    world.ask(selection, "ask-2")
    world.decide(selection, request_id="ask-2")
    assert world.publish(selection).files == 4


def test_asking_and_answering_again_adds_no_line(world: World, selection: Any) -> None:
    world.decide(selection)
    lines = world.lines()
    world.ask(selection)
    world.decide(selection)
    assert world.lines() == lines


def test_a_rejection_cannot_undo_a_publication(world: World, selection: Any) -> None:
    world.decide(selection)
    world.publish(selection)
    world.ask(selection, "ask-2")
    world.decide(selection, "Reject", request_id="ask-2")
    assert world.state(selection) == "published"


def test_the_time_of_the_answer_is_kept(world: World, selection: Any) -> None:
    at = datetime(2026, 11, 25, 9, 1, 2, tzinfo=UTC)
    record_decision(
        world.agency,
        selection.export_id,
        request_id="ask-1",
        option="Approve",
        responder_id="7",
        responder_name="omar",
        responded_at=at,
    )
    (line,) = world.agency.ledger.entries(event="decision")
    assert line.details["responded_at"] == "2026-11-25T09:01:02+00:00"
