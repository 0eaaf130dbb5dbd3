"""Candidates in staging: the same bytes whenever they are made, and nobody's name in them."""

import csv
import io
import re
from typing import Any

import pytest

from lethe.sharing import ExportRefusedError
from lethe.sharing.anonymisation import anonymise_batch

World = Any
DETAILS = ("siobhan", "farrell", "okonkwo", "ngozi", "lindqvist", "900142", "n.okonkwo", "p-1", "p-2", "m-1")
CODE = re.compile(r"P-[0-9A-Z]{8}")
FILE = re.compile(r"S-[0-9A-Z]{8}-[0-9A-Z]{8}")


def detail_in(value: object) -> list[str]:
    # Within a pseudonym anything may stand, an id too.
    text = FILE.sub("", CODE.sub("", repr(value))).lower()
    return [detail for detail in DETAILS if detail in text]


def test_candidates_lie_under_their_export_and_hold_nobody(world: World) -> None:
    selection = world.select()
    counts = world.anonymise(selection)
    staged = world.staged()
    assert {key.rsplit("/", 1)[0] for key in staged} == {
        f"exports/{selection.export_id}",
        f"exports/{selection.export_id}/transcripts",
    }
    assert detail_in(world.at("staging")) == []
    assert sorted(key.rpartition(".")[2] for key in staged) == ["csv", "csv", "txt", "vtt"]
    assert [count.files for count in counts] == [1, 1, 2]
    assert all(0 < count.words_masked < count.words for count in counts)
    assert detail_in(counts) == []
    # The raw files stay as they are, and no second raw copy is made.
    assert b"Siobhan Farrell" in world.at("sessions")["banking-app/s-1/a-1.vtt"]
    assert world.at("quarantine") == {}


def test_the_same_bytes_whenever_it_is_repeated(world: World, clock: Any) -> None:
    selection = world.select()
    world.anonymise(selection)
    before, rows = world.at("staging"), world.candidates(selection)
    clock.advance(hours=5)
    for batch in reversed(selection.batches):
        anonymise_batch(world.agency, selection.export_id, batch)
    assert (world.at("staging"), world.candidates(selection)) == (before, rows)


def test_a_person_has_one_code_in_survey_and_transcript(world: World) -> None:
    selection = world.select()
    world.anonymise(selection)
    staged = {key.rpartition(".")[2]: data.decode() for key, data in world.staged().items()}
    table = list(csv.DictReader(io.StringIO(staged["csv"])))
    codes = {row["participant_id"]: row["comment"] for row in table}
    assert len(codes) == 2
    (siobhan,) = set(CODE.findall(staged["vtt"]))
    (ngozi,) = set(CODE.findall(staged["txt"]))
    assert codes.keys() == {siobhan, ngozi}
    assert codes[ngozi] == "Too slow."


def test_codes_of_two_clients_differ(world: World) -> None:
    seats = [("p-1", "participant", "Siobhan Farrell")]
    vtt = world.at("sessions")["banking-app/s-1/a-1.vtt"]
    world.session("s-7", "2026-10-01T10:00+01:00", seats, {"a-7.vtt": vtt}, "grocery-delivery")
    first, second = world.select(), world.select("run-2", study_id="grocery-delivery")
    world.anonymise(first)
    world.anonymise(second)
    codes: dict[str, set[str]] = {}
    for key, data in world.staged().items():
        codes.setdefault(key.split("/")[1], set()).update(CODE.findall(data.decode()))
    assert len(codes[second.export_id]) == 1
    assert codes[first.export_id].isdisjoint(codes[second.export_id])


def test_two_agencies_with_one_key_give_the_same_bytes(world: World, twin: World) -> None:
    world.share_key_with(twin)
    for each in (world, twin):
        each.anonymise(each.select(formats=["same", "docx", "txt"]))
    assert world.at("staging") == twin.at("staging")
    assert len(world.staged()) == len(world.reasons()) + 1 == 7


@pytest.mark.parametrize(
    ("formats", "suffixes"),
    [
        (["same"], ["txt", "vtt"]),
        (["txt"], ["txt", "txt"]),
        (["docx", "same"], ["docx", "docx", "txt", "vtt"]),
        # One that came as text is asked for twice and given once.
        (["same", "txt"], ["txt", "txt", "vtt"]),
        (["docx", "same", "txt", "same"], ["docx", "docx", "txt", "txt", "vtt"]),
    ],
)
def test_formats(world: World, formats: list[str], suffixes: list[str]) -> None:
    selection = world.select(formats=formats)
    world.anonymise(selection)
    found = sorted(key.rpartition(".")[2] for key in world.staged() if "/transcripts/" in key)
    assert found == suffixes
    assert detail_in(world.at("staging").keys()) == []


def test_two_transcripts_of_one_session_have_names_of_their_own(world: World) -> None:
    vtt = world.at("sessions")["banking-app/s-1/a-1.vtt"]
    seats = [("p-1", "participant", "Siobhan Farrell")]
    world.session("s-6", "2026-10-01T10:00+01:00", seats, {"a-6.vtt": vtt, "a-66.vtt": vtt})
    selection = world.select()
    world.anonymise(selection)
    names = [row["name"] for row in world.candidates(selection)]
    assert len(set(names)) == 6
    heads = [name[:22] for name in names if name.startswith("transcripts/")]
    assert len(heads) == 4
    assert len(set(heads)) == 3


@pytest.mark.parametrize("broken", [b"Siobhan Farrell, no subtitles at all", b"", b"\xff\xfe\x00Siobhan"])
def test_an_item_that_cannot_be_read_stops_the_export_with_its_id(world: World, broken: bytes) -> None:
    world.agency.store("sessions").put("banking-app/s-1/a-1.vtt", broken)
    selection = world.select()
    with pytest.raises(ExportRefusedError, match=r"a-1 cannot be anonymised: .* Nothing was shared\.$") as refused:
        world.anonymise(selection)
    assert detail_in(str(refused.value)) == []


def test_a_language_that_cannot_be_judged_stops_the_export(world: World) -> None:
    with world.agency.research.begin() as connection:
        connection.exec_driver_sql("UPDATE session SET language = 'fi' WHERE session_id = 's-1'")
    with pytest.raises(ExportRefusedError, match="a-1 cannot be anonymised"):
        world.anonymise(world.select())


def test_an_answer_column_without_a_role_stops_the_export(world: World) -> None:
    with world.agency.research.begin() as connection:
        connection.exec_driver_sql("""UPDATE survey_response SET answers = '{"What is your name?": "Siobhan"}'""")
    with pytest.raises(ExportRefusedError, match="the survey table cannot be anonymised") as refused:
        world.anonymise(world.select())
    assert "Siobhan" not in str(refused.value)


def test_what_is_gone_since_its_selection_stops_the_export(world: World) -> None:
    selection = world.select()
    with world.agency.research.begin() as connection:
        connection.exec_driver_sql("DELETE FROM asset WHERE asset_id = 'a-1'")
        connection.exec_driver_sql("DELETE FROM survey_response WHERE response_id = 'r-1'")
    with pytest.raises(ExportRefusedError, match="transcript 'a-1' is gone since it was selected"):
        anonymise_batch(world.agency, selection.export_id, 0)
    with pytest.raises(ExportRefusedError, match="1 answers are gone since they were selected"):
        anonymise_batch(world.agency, selection.export_id, 3)


def test_an_export_that_is_over_is_not_made_anew(world: World) -> None:
    selection = world.examined()
    world.ask(selection)
    world.decide(selection, "Reject")
    with pytest.raises(ExportRefusedError, match="is already rejected; start a new one"):
        world.anonymise(selection)
    with pytest.raises(ExportRefusedError, match="there is no export 'x-forged'"):
        anonymise_batch(world.agency, "x-forged", 0)
