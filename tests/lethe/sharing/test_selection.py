"""What an export takes, what it leaves out and why, and whom it refuses."""

import dataclasses
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest

from anonymizers.modes import MODES
from lethe.ledger import Entry
from lethe.settings.models import Anonymisation, NlpEngine
from lethe.sharing import ExportRefusedError
from lethe.sharing.exports import items_of, load_export

World = Any
MODERATOR = ("m-1", "moderator", "Maya Lindqvist")
PARTICIPANT = ("p-1", "participant", "Siobhan Farrell")
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.500\nhello\n"


def test_everything_that_may_be_shared_is_taken(world: World) -> None:
    selection = world.select()
    assert (selection.sessions, selection.answers, selection.left_out) == (2, 2, {})
    assert selection.batches == (0, 1, 3)
    items = items_of(world.agency, selection.export_id)
    assert [(item.kind, item.sources, item.due.isoformat(), item.clause) for item in items] == [
        ("transcript", ("a-1",), "2027-03-01", "P4.2"),
        ("transcript", ("a-2",), "2027-04-01", "P4.2"),
        # The table goes on the day of its earliest answer.
        ("survey", ("r-1", "r-2"), "2027-09-02", "P4.3"),
    ]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"study_id": "other"}, "there is no study 'other'"),
        ({"formats": ["same", "pdf"]}, "1 given are unknown"),
        ({"formats": []}, "formats must be some of same, txt, docx"),
        ({"mode": "balanced"}, "there is no mode 'balanced'. Known: careful, normal, strict. Nothing was shared"),
        ({"mode": "carefull"}, "there is no mode 'carefull'. Did you mean 'careful'?"),
        ({"mode": ""}, "there is no mode ''"),
        ({"requested_by": None}, "nobody is named as the one who asks"),
        ({"requested_by": ""}, "nobody is named as the one who asks"),
        ({"requested_by": "mallory"}, "user 'mallory' is not among the requesters of client 'brightwell'"),
        ({"requested_by": "Rita"}, "is not among the requesters"),
        ({"requested_by": "omar", "study_id": "grocery-delivery"}, "not among the requesters of client 'orchard-lane'"),
    ],
)
def test_what_may_not_be_asked(world: World, changed: dict[str, Any], message: str) -> None:
    with pytest.raises(ExportRefusedError, match=message):
        world.select(**changed)
    assert world.lines() == []
    assert not world.agency.keys.has_pseudonym_key("banking-app", "brightwell")


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_can_be_asked_for_and_is_frozen(world: World, mode: str) -> None:
    selection = world.select(mode=mode)
    assert load_export(world.agency, selection.export_id).mode == mode
    (line,) = world.agency.ledger.entries(event="selected")
    assert line.details["mode"] == mode


@pytest.mark.parametrize(
    ("study_mode", "general", "mode"), [("strict", "careful", "strict"), (None, "normal", "normal")]
)
def test_without_a_mode_the_study_says_how_careful_an_export_is(
    world: World, study_mode: str | None, general: str, mode: str
) -> None:
    settings = world.agency.settings
    study = settings.studies["banking-app"].model_copy(update={"mode": study_mode})
    general_settings = settings.anonymisation.model_copy(update={"mode": general})
    changed = {"studies": {**settings.studies, "banking-app": study}, "anonymisation": general_settings}
    world.agency = dataclasses.replace(world.agency, settings=settings.model_copy(update=changed))
    assert load_export(world.agency, world.select().export_id).mode == mode


@pytest.mark.parametrize(
    ("layers", "mode", "reason"),
    [
        (("roster", "patterns", "model"), "strict", "the mode 'strict' needs 'deny' among the layers"),
        (("roster", "patterns", "deny"), "careful", "the mode 'careful' needs 'model' among the layers"),
        (("roster", "patterns", "deny"), None, "the mode 'careful' needs 'model' among the layers"),
        (("patterns", "model", "deny"), "normal", "the mode 'normal' needs 'roster' among the layers"),
    ],
)
def test_a_mode_whose_layers_are_not_configured_is_not_shared_under_its_name(
    world: World, layers: tuple[str, ...], mode: str | None, reason: str
) -> None:
    with_layers(world, layers)
    with pytest.raises(ExportRefusedError, match=rf"{reason} .* Nothing was shared$") as refused:
        world.select(mode=mode)
    assert not refused.value.may_pass
    assert world.lines() == []


def test_layers_taken_out_after_the_selection_stop_the_export(world: World) -> None:
    selection = world.select(mode="strict")
    with_layers(world, ("roster", "patterns", "model"))
    with pytest.raises(ExportRefusedError, match=rf"'{selection.export_id}': the mode 'strict' needs 'deny'"):
        world.anonymise(selection)
    assert world.at("staging") == {}


def with_layers(world: World, layers: tuple[str, ...]) -> None:
    settings = world.agency.settings
    fewer = settings.anonymisation.model_copy(update={"layers": layers})
    world.agency = dataclasses.replace(world.agency, settings=settings.model_copy(update={"anonymisation": fewer}))


def test_a_study_and_a_configuration_that_say_nothing_mean_careful(world: World) -> None:
    assert Anonymisation().mode == "careful"
    assert load_export(world.agency, world.select().export_id).mode == "careful"


def test_an_engine_that_is_not_installed_is_told_before_anything_is_frozen(world: World) -> None:
    engines = (NlpEngine(engine="spacy", models={"en": "en_no_such_model"}), NlpEngine(engine="embedded"))
    settings = world.agency.settings
    changed = settings.anonymisation.model_copy(update={"nlp_engines": engines})
    world.agency = dataclasses.replace(world.agency, settings=settings.model_copy(update={"anonymisation": changed}))
    with pytest.raises(ExportRefusedError, match=r"python -m spacy download en_no_such_model\. Nothing was shared"):
        world.select()
    assert world.lines() == []


def test_nothing_to_share_says_why(empty: World) -> None:
    with pytest.raises(ExportRefusedError, match=r"has nothing that may be shared: it holds no items\."):
        empty.select()
    empty.session("s-1", None, [PARTICIPANT], {"a-1.vtt": VTT})
    empty.answer("r-1", "p-1", "2026-09-01T10:00+01:00", "")
    with pytest.raises(ExportRefusedError, match="1 no_roster_entry, 1 undated"):
        empty.select()
    assert empty.lines() == []


def test_what_is_left_out_is_named_by_id_with_its_reason(world: World) -> None:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    for number, standing in enumerate(("withdrawn_at", "restricted_at", "objected_at")):
        world.person(f"p-9{number}", first_name="Somebody", last_name="Else")
        world.standing(f"p-9{number}", **{standing: at})
        seat = (f"p-9{number}", "participant", "Else")
        world.session(f"s-9{number}", "2026-10-01T10:00+01:00", [seat, MODERATOR], {f"a-9{number}.vtt": VTT})
        world.answer(f"r-9{number}", f"p-9{number}", "2026-10-01T10:00+01:00", "")
    gone = ("p-gone", "observer", "Ghost")
    world.session("s-80", "2026-10-01T10:00+01:00", [PARTICIPANT, gone], {"a-80.vtt": VTT})
    world.session("s-81", "2026-10-01T10:00+01:00", [], {"a-81.vtt": VTT})
    world.session("s-82", None, [PARTICIPANT], {"a-82.vtt": VTT})
    world.session("s-83", "2026-05-24T10:00+01:00", [PARTICIPANT], {"a-83.vtt": VTT})
    world.session("s-84", "2026-05-25T00:30+01:00", [PARTICIPANT], {"a-84.vtt": VTT})
    world.answer("r-80", "p-gone", "2026-10-01T10:00+01:00", "")
    world.answer("r-82", "p-1", None, "")
    world.answer("r-83", "p-1", "2025-11-24T10:00+00:00", "")
    # Withdrawn from another study is not withdrawn from this one.
    world.standing("p-2", study_id="heat-pump-portal", withdrawn_at=at)

    selection = world.select()
    lines = {(line.reference, line.outcome) for line in world.agency.ledger.entries(event="left_out")}
    assert lines == {
        *((f"a-9{number}", "barred") for number in range(3)),
        *((f"r-9{number}", "barred") for number in range(3)),
        *{("a-80", "no_roster_entry"), ("a-81", "no_roster_entry"), ("r-80", "no_roster_entry")},
        *{("a-82", "undated"), ("r-82", "undated"), ("a-83", "due"), ("r-83", "due")},
    }
    assert selection.left_out == Counter(outcome for _, outcome in lines)
    taken = {source for item in items_of(world.agency, selection.export_id) for source in item.sources}
    assert taken == {"a-1", "a-2", "a-84", "r-1", "r-2"}


def test_a_roster_row_without_any_name_is_none(world: World) -> None:
    world.person("p-2", email="n.okonkwo@example.com")
    assert world.select().left_out == {"no_roster_entry": 2}


def test_recordings_and_other_studies_are_not_taken(world: World) -> None:
    world.session("s-5", "2026-10-01T10:00+01:00", [PARTICIPANT], {"a-5.vtt": VTT}, "heat-pump-portal")
    world.answer("r-5", "p-1", "2026-10-01T10:00+01:00", "", "heat-pump-portal")
    with world.agency.research.begin() as connection:
        connection.exec_driver_sql("UPDATE asset SET kind = 'recording' WHERE asset_id = 'a-2'")
    selection = world.select()
    assert (selection.sessions, selection.answers) == (1, 2)


def test_a_run_that_selected_before_gets_the_same_again(world: World, clock: Any) -> None:
    first = world.select()
    lines = world.lines()
    clock.advance(days=3)
    world.session("s-3", "2026-10-05T10:00+01:00", [PARTICIPANT], {"a-3.vtt": VTT})
    world.standing("p-2", withdrawn_at=clock.now)
    assert world.select() == first
    assert world.lines() == lines
    # A new run is a new export.
    second = world.select("run-2")
    assert second.export_id != first.export_id
    assert second.left_out == {"barred": 2}


def test_a_run_cannot_be_turned_to_another_study(world: World) -> None:
    world.select()
    with pytest.raises(ExportRefusedError, match="run already exported study 'banking-app'; start a new run"):
        world.select(study_id="heat-pump-portal")


def test_at_most_three_batches_of_transcripts_and_one_of_answers(world: World) -> None:
    for number in range(10, 20):
        world.session(f"s-{number}", "2026-10-01T10:00+01:00", [PARTICIPANT], {f"a-{number}.vtt": VTT})
    selection = world.select()
    assert selection.batches == (0, 1, 2, 3)
    sizes = Counter(item.batch for item in items_of(world.agency, selection.export_id))
    assert sizes == {0: 4, 1: 4, 2: 4, 3: 1}


class TestPseudonymKey:
    """Made once, on first use; one that was made and is missing is an error."""

    def test_it_is_made_once_and_told_in_the_ledger(self, world: World) -> None:
        world.select()
        key = world.agency.keys.pseudonym_key("banking-app", "brightwell")
        world.select("run-2")
        assert world.agency.keys.pseudonym_key("banking-app", "brightwell") == key
        (line,) = world.agency.ledger.entries(event="key_created")
        assert line.reference == "banking-app/brightwell"

    def test_a_missing_one_is_refused(self, world: World) -> None:
        world.select()
        world.agency.keys.destroy_pseudonym_key("banking-app", "brightwell")
        with pytest.raises(ExportRefusedError, match="Restore the key store from its backup"):
            world.select("run-2")
        assert not world.agency.keys.has_pseudonym_key("banking-app", "brightwell")

    def test_a_run_killed_behind_its_making_does_not_hide_its_loss(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world.agency.keys.create_pseudonym_key("banking-app", "brightwell")
        world.select()
        world.agency.keys.destroy_pseudonym_key("banking-app", "brightwell")
        with pytest.raises(ExportRefusedError, match="is missing"):
            world.select("run-2")

    def test_one_destroyed_with_a_line_is_made_anew(self, world: World) -> None:
        world.select()
        old = world.agency.keys.pseudonym_key("banking-app", "brightwell")
        world.agency.keys.destroy_pseudonym_key("banking-app", "brightwell")
        world.agency.ledger.append([Entry("key_destroyed", "plan-1", "banking-app/brightwell", "destroyed")])
        world.select("run-2")
        assert world.agency.keys.pseudonym_key("banking-app", "brightwell") != old
        assert len(world.agency.ledger.entries(event="key_created")) == 2


def test_a_selection_holds_no_detail_of_a_person(world: World) -> None:
    selection = world.select()
    seen = repr((dataclasses.asdict(selection), world.agency.ledger.entries()))
    assert "Siobhan" not in seen
    assert "900142" not in seen
