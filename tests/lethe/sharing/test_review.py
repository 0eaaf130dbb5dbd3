"""The gate on an export: what it lets pass, what it moves to quarantine, and what it refuses to look at."""

from typing import Any

import pytest

from anonymizers.formats import Transcript, write_transcript
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.inventory import inventory
from lethe.sharing import ExportRefusedError
from lethe.sharing.anonymisation import anonymise_batch
from lethe.sharing.examined import candidate_digest
from lethe.sharing.exports import candidates_of

World = Any


@pytest.fixture
def leaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """An anonymiser with a fault: one roster name stays in every transcript."""

    def write(transcript: Transcript, name: str | None) -> tuple[bytes, str]:
        data, suffix = write_transcript(transcript, name)
        return data + b"\n00:09.000 --> 00:10.000\nThank you, Okonkwo.\n", suffix

    monkeypatch.setattr("lethe.sharing.anonymisation.write_transcript", write)


def test_a_pass_is_told_with_the_digest_examined(world: World) -> None:
    selection = world.select()
    world.anonymise(selection)
    review = world.gate(selection)
    assert (review.study_id, review.client_id, review.files) == ("banking-app", "brightwell", 4)
    assert 0 < review.words_masked < review.words
    (line,) = world.agency.ledger.entries(event="gate")
    assert (line.outcome, line.details["candidate_digest"]) == ("passed", review.candidate_digest)
    assert world.state(selection) == "gated"
    # Once more is the same.
    assert world.gate(selection) == review
    assert len(world.agency.ledger.entries(event="gate")) == 1


@pytest.mark.usefixtures("leaking")
def test_a_hit_moves_the_candidate_to_quarantine_and_ends_the_export(world: World) -> None:
    world.agency.store("brightwell").put("banking-app/earlier.txt", b"what was there")
    selection = world.select()
    world.anonymise(selection)
    staged = world.staged()
    with pytest.raises(ExportRefusedError, match=r"the gate found .*moved to quarantine") as refused:
        world.gate(selection)
    assert "okonkwo" not in str(refused.value).lower()

    assert world.at("quarantine") == staged
    assert world.at("staging") == {}
    assert world.at("brightwell") == {"banking-app/earlier.txt": b"what was there"}
    assert world.state(selection) == "blocked"
    (line,) = world.agency.ledger.entries(event="gate")
    assert line.outcome == "blocked"
    assert line.details["findings"]
    assert "okonkwo" not in repr(line).lower()
    # The rule for quarantined files knows each of them.
    with world.agency.research.connect() as connection:
        rows = connection.execute(schema.quarantined.select()).all()
    assert len(rows) == 4
    assert {held.why for held in inventory(world.agency, "quarantine")} == {"quarantine"}

    for step in (world.gate, world.anonymise, world.ask, world.publish):
        with pytest.raises(ExportRefusedError, match="blocked"):
            step(selection)
    assert world.at("brightwell") == {"banking-app/earlier.txt": b"what was there"}
    assert world.register() == []


@pytest.mark.usefixtures("leaking")
def test_a_decision_forged_for_a_blocked_export_publishes_nothing(world: World) -> None:
    selection = world.select()
    world.anonymise(selection)
    digest = candidate_digest(candidates_of(world.agency, selection.export_id))
    world.agency.ledger.append(
        [Entry("approval_asked", "ask-1", selection.export_id, "asked", {"candidate_digest": digest})]
    )
    world.decide(selection)
    with pytest.raises(ExportRefusedError, match="is selected, not examined"):
        world.publish(selection)
    with pytest.raises(ExportRefusedError):
        world.gate(selection)
    with pytest.raises(ExportRefusedError, match="is already blocked; start a new one"):
        world.publish(selection)
    assert world.at("brightwell") == {}


@pytest.mark.parametrize("change", ["renamed", "one more", "one fewer"])
def test_a_roster_changed_since_the_selection_is_refused(world: World, change: str) -> None:
    selection = world.select()
    if change == "renamed":
        world.person("p-2", first_name="Ngozi", last_name="Adeyemi")
    elif change == "one fewer":
        world.forget("m-1")
    else:
        world.person("p-3", first_name="Grace", last_name="Thornbury")
        world.session("s-3", "2026-10-05T10:00+01:00", [("p-3", "participant", "Grace")], {})
    world.anonymise(selection)
    with pytest.raises(ExportRefusedError, match=r"changed since the selection.*start a new export"):
        world.gate(selection)
    assert world.state(selection) == "selected"
    assert world.agency.ledger.entries(event="gate") == []


def test_candidate_bytes_changed_in_staging_are_refused(world: World) -> None:
    selection = world.select()
    world.anonymise(selection)
    key = world.candidates(selection)[1]["key"]
    world.agency.store("staging").put(key, b"WEBVTT\n\n00:00.000 --> 00:01.000\nharmless\n")
    with pytest.raises(ExportRefusedError, match="candidate file 1 is no longer what was anonymised"):
        world.gate(selection)
    # Made anew, it passes.
    world.anonymise(selection)
    world.gate(selection)


def test_a_missing_candidate_is_refused(world: World) -> None:
    selection = world.select()
    anonymise_batch(world.agency, selection.export_id, 0)
    with pytest.raises(ExportRefusedError, match="2 items have no candidate; clear 'anonymise'"):
        world.gate(selection)
    assert world.state(selection) == "selected"


def test_nothing_is_asked_before_the_gate(world: World) -> None:
    selection = world.select()
    with pytest.raises(ExportRefusedError, match="no candidate that passed the gate"):
        world.ask(selection)
    world.anonymise(selection)
    with pytest.raises(ExportRefusedError, match="no candidate that passed the gate"):
        world.ask(selection)
    assert world.agency.ledger.entries(event="approval_asked") == []
