"""An export that was rejected or blocked leaves nothing at the client, however a publication before it ended."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from lethe.connectors.errors import ConnectorError
from lethe.connectors.folder import FolderStore
from lethe.connectors.s3 import S3Store
from lethe.sharing import ExportRefusedError, StillAtClientError, anonymisation, review
from tests.lethe.killing import Killed

World = Any
STEPS = ("anonymise", "gate", "ask", "publish")


@pytest.fixture
def cut_short(failing_at: Any) -> Callable[..., Any]:
    """Approves an export and kills its publication when two of its files have arrived."""

    def publish(world: World) -> Any:
        selection = world.approved()
        with failing_at(3, {"brightwell"}, error=Killed()), pytest.raises(Killed):
            world.publish(selection)
        assert len(world.at("brightwell")) == 2
        return selection

    return publish


@contextmanager
def away(store_id: str) -> Iterator[None]:
    """A store that answers to no question about its versions."""
    patch = pytest.MonkeyPatch()
    for kind in (FolderStore, S3Store):

        def versions_of(self: Any, keys: Any, real: Any = kind.versions_of) -> Any:
            if self.store_id == store_id:
                raise ConnectorError(f"store '{store_id}': listing failed (SlowDown)")
            return real(self, keys)

        patch.setattr(kind, "versions_of", versions_of)
    try:
        yield
    finally:
        patch.undo()


def reject(world: World, selection: Any) -> None:
    world.ask(selection, "ask-2")
    world.decide(selection, "Reject", request_id="ask-2")


def leak(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a roster name stays in every transcript."""
    real = anonymisation.write_transcript

    def write(transcript: Any, name: str | None) -> tuple[bytes, str]:
        data, suffix = real(transcript, name)
        return data + b"\n00:09.000 --> 00:10.000\nThank you, Okonkwo.\n", suffix

    monkeypatch.setattr(anonymisation, "write_transcript", write)


def test_rejected_after_a_killed_try_nothing_of_it_stays_at_the_client(each: World, cut_short: Any) -> None:
    world = each
    selection = cut_short(world)
    reject(world, selection)
    assert world.versions("brightwell") == []
    assert world.state(selection) == "rejected"


@pytest.mark.parametrize("step", STEPS)
def test_rejected_while_the_store_was_away_it_is_taken_back_at_the_next_step(
    each: World, cut_short: Any, step: str
) -> None:
    world = each
    selection = cut_short(world)
    with away("brightwell"), pytest.raises(StillAtClientError) as left:
        reject(world, selection)
    assert left.value.may_pass
    assert str(left.value) == (
        f"export '{selection.export_id}' does not go on, and what a publication had sent before it was cut short could "
        "not be taken back: up to 5 files of it may still be in the client's bucket (store 'brightwell': listing "
        "failed (SlowDown)). They stay registered with the day they must go by. Clear this task when the client's "
        "store answers: it takes them back"
    )
    # The rejection stands all the same: nothing more is sent.
    assert world.state(selection) == "rejected"
    with away("brightwell"), pytest.raises(StillAtClientError):
        getattr(world, step)(selection)
    assert len(world.at("brightwell")) == 2

    with pytest.raises(ExportRefusedError) as refused:
        getattr(world, step)(selection)
    assert str(refused.value) == (
        f"export '{selection.export_id}' is already rejected; start a new one. Nothing of it is in the client's "
        "bucket: what a publication had sent before was taken back (files: 2)"
    )
    assert world.versions("brightwell") == []
    with pytest.raises(ExportRefusedError, match=r"Nothing of it is in the client's bucket$"):
        getattr(world, step)(selection)


def test_the_clients_own_stays_where_an_export_that_ended_had_begun(each: World, cut_short: Any) -> None:
    world = each
    selection = cut_short(world)
    theirs = world.register()[-1].key
    world.agency.store("brightwell").put(theirs, b"the client's own")
    reject(world, selection)
    assert world.at("brightwell") == {theirs: b"the client's own"}


def test_bytes_made_anew_between_two_tries_are_taken_back_too(
    each: World, failing_at: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = each
    selection = world.approved()
    with failing_at(1, {"brightwell"}, error=Killed()), pytest.raises(Killed):
        world.publish(selection)
    real = anonymisation.write_survey
    monkeypatch.setattr(anonymisation, "write_survey", lambda frame: real(frame) + b"\r\n")
    world.anonymise(selection)
    world.gate(selection)
    world.ask(selection, "ask-2")
    world.decide(selection, request_id="ask-2")
    with failing_at(5, {"brightwell"}, error=Killed()), pytest.raises(Killed):
        world.publish(selection)
    assert len(world.at("brightwell")) == 4
    world.ask(selection, "ask-3")
    world.decide(selection, "Reject", request_id="ask-3")
    assert world.versions("brightwell") == []


def test_a_rejection_of_what_was_never_sent_needs_no_store(world: World) -> None:
    selection = world.examined()
    with away("brightwell"):
        world.ask(selection)
        world.decide(selection, "Reject")
        with pytest.raises(ExportRefusedError, match="is already rejected"):
            world.publish(selection)


def test_withdrawn_while_the_store_is_away_nobody_says_that_the_bucket_is_as_it_was(
    world: World, cut_short: Any, clock: Any
) -> None:
    selection = cut_short(world)
    world.standing("p-2", withdrawn_at=clock.now)
    with away("brightwell"), pytest.raises(StillAtClientError, match="up to 5 files"):
        world.publish(selection)
    with pytest.raises(ExportRefusedError, match="may no longer be shared"):
        world.publish(selection)
    assert world.versions("brightwell") == []


def test_blocked_at_a_second_look_nothing_of_it_stays_anywhere_but_in_quarantine(
    each: World, cut_short: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = each
    selection = cut_short(world)
    leak(monkeypatch)
    world.anonymise(selection)
    with away("brightwell"), pytest.raises(StillAtClientError):
        world.gate(selection)
    assert world.state(selection) == "blocked"
    assert world.versions("staging") == []
    with pytest.raises(ExportRefusedError, match=r"is already blocked; start a new one\. Nothing of it is in the"):
        world.gate(selection)
    assert world.versions("brightwell") == []
    assert len(world.at("quarantine")) == 4


@pytest.mark.parametrize("step", STEPS)
def test_a_block_that_was_cut_short_is_finished_by_the_gate(
    each: World, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    world = each
    selection = world.select()
    leak(monkeypatch)
    world.anonymise(selection)
    real, calls = review.delete_all, itertools.count()

    def killed_once(*arguments: Any) -> None:
        if not next(calls):
            raise Killed
        real(*arguments)

    monkeypatch.setattr(review, "delete_all", killed_once)
    with pytest.raises(Killed):
        world.gate(selection)
    assert world.state(selection) == "blocked"
    assert world.at("staging") != {}
    quarantined, lines = world.at("quarantine"), world.lines()
    for again in (step, "gate"):
        with pytest.raises(ExportRefusedError, match="is already blocked; start a new one"):
            getattr(world, again)(selection)
    assert world.versions("staging") == []
    assert (world.at("quarantine"), world.lines()) == (quarantined, lines)
