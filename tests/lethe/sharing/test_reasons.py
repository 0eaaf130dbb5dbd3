"""Why each place was masked: complete, beside the candidate, without a word of what stood there, never at a client."""

import csv
import io
import re
from collections import Counter
from typing import Any

import pytest

from anonymizers.formats import parse_transcript
from anonymizers.formats.survey_csv import write_survey
from anonymizers.layers import AUTHORITY
from lethe.retention import certify_plan, delete_batch, freeze_plan, inventory, verify_plan
from lethe.sharing import ExportRefusedError

World = Any
DETAILS = ("siobhan", "farrell", "okonkwo", "ngozi", "lindqvist", "900142", "larkspur", "bs6", "p-1", "p-2", "m-1")
RAW = {".vtt": "banking-app/s-1/a-1.vtt", ".txt": "banking-app/s-2/a-2.txt"}


def test_every_candidate_file_has_its_reasons_beside_it(world: World) -> None:
    selection = world.select(formats=["same", "docx"])
    world.anonymise(selection)
    names = {row["name"] for row in world.candidates(selection)}
    # The data dictionary holds nothing that was masked.
    assert world.reasons().keys() == names - {"survey-dictionary.csv"}
    assert {key.split("/")[1] for key in world.at("staging")} == {selection.export_id}
    assert all(world.reasons().values())


def test_every_masked_place_of_a_transcript_is_told_where_it_stood_and_where_it_stands(world: World) -> None:
    selection = world.select(formats=["same"])
    world.anonymise(selection)
    reasons = world.reasons()
    for key, data in world.staged().items():
        suffix = "." + key.rpartition(".")[2]
        if suffix not in RAW:
            continue
        before = parse_transcript(world.at("sessions")[RAW[suffix]], suffix).cues
        after = parse_transcript(data, suffix).cues
        lines = reasons[key.partition(f"{selection.export_id}/")[2]]
        places = [line for line in lines if line["part"] == "text"]
        assert places
        for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
            # Putting every replacement at its place in the source gives the candidate: nothing is left untold.
            written, position = "", 0
            for line in (place for place in places if place["source"]["cue"] == number):
                written += old.text[position : line["source"]["start"]] + line["replacement"]
                position = line["source"]["end"]
                shown = line["candidate"]
                assert new.text[shown["start"] : shown["end"]] == line["replacement"]
            assert written + old.text[position:] == new.text
        speakers = {before[line["source"]["cue"] - 1].speaker for line in lines if line["part"] == "speaker"}
        assert speakers == {cue.speaker for cue in before}


def test_every_replaced_cell_of_the_survey_is_told(world: World) -> None:
    selection = world.select()
    world.anonymise(selection)
    (data,) = (data for key, data in world.staged().items() if key.endswith("survey.csv"))
    table = list(csv.DictReader(io.StringIO(data.decode())))
    lines = world.reasons()["survey.csv"]
    for line in lines:
        shown = line["candidate"]
        cell = table[shown["row"] - 1][shown["column"]]
        assert cell[shown["start"] : shown["end"]] == line["replacement"]
    told = Counter((line["source"]["column"], line["layer"]) for line in lines)
    # Both ids, both age bands (no five people share one), and the name in the first answer.
    assert told[("participant_id", "columns")] == told[("age_band", "columns")] == 2
    assert [line["source"]["row"] for line in lines if line["source"]["column"] == "comment"] == [1]


def test_a_reason_says_who_found_it_and_how_surely(world: World) -> None:
    world.anonymise(world.select())
    lines = [line for lines in world.reasons().values() for line in lines]
    for line in lines:
        assert line["layer"] in {*AUTHORITY, "labels", "columns"}
        assert line["entity"]
        assert line["recogniser"]
        assert 0 < line["score"] <= 1
    assert {"roster", "patterns", "labels", "columns"} <= {line["layer"] for line in lines}


def test_reasons_hold_nothing_of_what_stood_there(world: World) -> None:
    world.anonymise(world.select())
    text = repr(world.reasons()).lower()
    # A pseudonym may begin as an id does: "P-2QSZ64JE".
    assert [detail for detail in DETAILS if re.search(rf"{re.escape(detail)}(?!\w)", text)] == []
    # Nor which transcript or answer it was: that is in the ledger alone.
    assert [an_id for an_id in ("a-1", "a-2", "s-1", "s-2", "r-1", "r-2") if f"'{an_id}'" in text] == []


def test_reasons_are_never_published(world: World) -> None:
    selection = world.approved(formats=["same", "docx"])
    reasons = [data for key, data in world.at("staging").items() if "/reasons/" in key]
    assert reasons
    world.publish(selection)
    at_client = world.at("brightwell")
    assert {key.split("/", 2)[2] for key in at_client} == {
        "manifest.json",
        *(row["name"] for row in world.candidates(selection)),
    }
    assert not [key for key in at_client if "reasons" in key or "jsonl" in key]
    assert not [data for data in at_client.values() if data in reasons or b"recogniser" in data]
    assert "reasons" not in repr(world.register())
    assert "recogniser" not in repr(world.manifest())


@pytest.mark.parametrize("place", ["world", "s3_world"])
def test_reasons_are_purged_with_their_candidate(place: str, request: pytest.FixtureRequest) -> None:
    world: World = request.getfixturevalue(place)
    selection = world.approved()
    held = list(inventory(world.agency, "staged-exports"))
    assert {thing.key for thing in held} == world.at("staging").keys()
    # One day for all of an export: none of it outlives the other.
    assert len({(thing.due, thing.why) for thing in held}) == 1
    world.publish(selection)
    plan = freeze_plan(world.agency, "staged-exports", run_id="purge-1")
    for batch in plan.batches:
        delete_batch(world.agency, plan.plan_id, batch)
    assert verify_plan(world.agency, plan.plan_id).absent == 7
    certified = certify_plan(world.agency, plan.plan_id)
    assert certified is not None
    assert world.versions("staging") == []


def test_reasons_of_a_rejected_export_are_purged_too(world: World) -> None:
    selection = world.examined()
    world.ask(selection)
    world.decide(selection, "Reject")
    today = world.agency.today()
    assert {held.due for held in inventory(world.agency, "staged-exports")} == {today}


def test_reasons_of_a_blocked_candidate_go_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def leaking(table: Any) -> bytes:
        return write_survey(table) + b"Thank you, Okonkwo,,,,,,\r\n"

    monkeypatch.setattr("lethe.sharing.anonymisation.write_survey", leaking)
    other = world.select("run-2", study_id="banking-app")
    world.anonymise(other)
    selection = world.select()
    world.anonymise(selection)
    with pytest.raises(ExportRefusedError, match="moved to quarantine"):
        world.gate(selection)
    # Of this export alone.
    assert {key.split("/")[1] for key in world.at("staging")} == {other.export_id}
    assert not [key for key in world.at("quarantine") if "reasons" in key]


def test_what_the_approver_is_shown_counts_by_layer_and_tells_the_mode(world: World) -> None:
    selection = world.examined(mode="strict", formats=["same", "docx"])
    review = world.ask(selection)
    assert review.mode == "strict"
    lines = {name.partition(".")[0]: lines for name, lines in world.reasons().items()}  # one of each transcript
    told = Counter(line["layer"] for one in lines.values() for line in one if line["layer"] in AUTHORITY)
    assert review.by_layer == told
    (line,) = world.agency.ledger.entries(event="gate")
    assert (line.details["mode"], line.details["by_layer"]) == ("strict", dict(told))
    world.decide(selection)
    world.publish(selection)
    assert world.manifest()["mode"] == "strict"
