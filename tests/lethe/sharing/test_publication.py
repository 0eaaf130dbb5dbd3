"""At the client: exactly the approved bytes, the manifest last, every copy registered before it is sent."""

import hashlib
import json
import re
from typing import Any

import pytest
import rfc8785

from lethe.connectors.errors import ConnectorError
from lethe.connectors.s3 import S3Store
from lethe.retention.inventory import inventory
from lethe.sharing import ExportRefusedError, is_published
from tests.lethe.killing import Killed

World = Any
DETAILS = ("siobhan", "farrell", "okonkwo", "ngozi", "lindqvist", "900142", "p-1", "p-2", "s-1", "a-1", "rita", "omar")


def test_exactly_the_approved_bytes_arrive(world: World) -> None:
    selection = world.approved()
    staged = {key.removeprefix(f"exports/{selection.export_id}/"): data for key, data in world.staged().items()}
    publication = world.publish(selection)
    prefix = f"banking-app/{selection.export_id}/"
    arrived = {key.removeprefix(prefix): data for key, data in world.at("brightwell").items()}
    manifest = arrived.pop("manifest.json")
    assert arrived == staged
    assert (publication.client_id, publication.prefix, publication.files) == ("brightwell", prefix, 4)
    assert publication.manifest_sha256 == hashlib.sha256(manifest).hexdigest()
    assert world.state(selection) == "published"
    assert is_published(world.agency, selection.export_id)
    assert world.at("orchard-lane") == {}


def test_the_manifest_tells_of_every_file_and_of_nobody(world: World, clock: Any) -> None:
    selection = world.approved()
    clock.advance(hours=30)
    world.publish(selection)
    (raw,) = (data for key, data in world.at("brightwell").items() if key.endswith("manifest.json"))
    manifest = json.loads(raw)
    assert raw == rfc8785.dumps(manifest)
    assert manifest["selected_at"] == "2026-11-24T12:00:00Z"
    assert "2026-11-25" not in raw.decode()
    at_client = {key.split("/", 2)[2]: data for key, data in world.at("brightwell").items()}
    told = {file["name"]: (file["sha256"], file["size"]) for file in manifest["files"]}
    assert told == {
        name: (hashlib.sha256(data).hexdigest(), len(data)) for name, data in at_client.items() if data != raw
    }
    assert sorted((file["kind"], file["clause"], file["delete_on"]) for file in manifest["files"]) == [
        ("survey", "P4.3", "2027-09-02"),
        ("survey", "P4.3", "2027-09-02"),  # the data dictionary
        ("transcript", "P4.2", "2027-03-01"),
        ("transcript", "P4.2", "2027-04-01"),
    ]
    seen = (raw.decode() + repr(sorted(world.at("brightwell")))).lower()
    # A pseudonym may begin as an id does.
    assert [detail for detail in DETAILS if re.search(rf"[\"/ ]{detail}\b", seen)] == []
    assert [detail for detail in DETAILS[:6] if detail in seen] == []


def test_every_copy_is_registered_with_its_clause_and_day(world: World) -> None:
    selection = world.approved()
    world.publish(selection)
    register = world.register()
    assert sorted((copy.kind, copy.clause, copy.due.isoformat()) for copy in register) == [
        ("manifest", "P4.3", "2027-09-02"),  # the manifest goes with the last of what it tells of
        ("survey", "P4.3", "2027-09-02"),
        ("survey", "P4.3", "2027-09-02"),  # the data dictionary
        ("transcript", "P4.2", "2027-03-01"),
        ("transcript", "P4.2", "2027-04-01"),
    ]
    at_client = world.at("brightwell")
    assert {copy.key: (copy.sha256, copy.size) for copy in register} == {
        key: (hashlib.sha256(data).hexdigest(), len(data)) for key, data in at_client.items()
    }
    assert {(copy.client_id, copy.store_id, copy.study_id) for copy in register} == {
        ("brightwell", "brightwell", "banking-app")
    }
    assert {copy.version_id for copy in register} == {"null"}
    # The rules that delete at the client find each of them.
    found = {held.key for rule in ("transcripts", "survey-answers") for held in inventory(world.agency, rule)}
    assert at_client.keys() <= found


def test_every_copy_is_registered_before_its_bytes_are_sent(world: World, failing_at: Any) -> None:
    selection = world.approved()
    with failing_at(1, {"brightwell"}, error=Killed()), pytest.raises(Killed):
        world.publish(selection)
    assert world.at("brightwell") == {}
    assert {copy.key.split("/", 2)[2] for copy in world.register()} == {
        "manifest.json",
        *(row["name"] for row in world.candidates(selection)),
    }


def test_the_ledger_names_each_copy_by_a_keyed_reference(world: World) -> None:
    selection = world.approved()
    world.publish(selection)
    lines = world.agency.ledger.entries(event="published")
    assert {line.reference for line in lines} == {
        world.agency.ledger.reference("object", "brightwell", key) for key in world.at("brightwell")
    }
    assert {line.details["sha256"] for line in lines} == {
        hashlib.sha256(data).hexdigest() for data in world.at("brightwell").values()
    }
    assert world.agency.ledger.verify_chain() == []
    assert [detail for detail in DETAILS[:6] if detail in repr(world.agency.ledger.entries()).lower()] == []


@pytest.mark.parametrize("after", [False, True])
def test_a_copy_that_fails_leaves_nothing_and_is_repeated_with_the_same_bytes(
    world: World, failing_at: Any, after: bool
) -> None:
    client = world.agency.store("brightwell")
    client.put("banking-app/own.txt", b"the client's own")
    selection = world.approved()
    for number in range(1, 6):
        with failing_at(number, {"brightwell"}, after=after) as calls, pytest.raises(ConnectorError) as failed:
            world.publish(selection)
        assert failed.value.may_pass
        assert calls["all"] == number
        assert world.versions("brightwell") == [("banking-app/own.txt", False)]
        assert world.state(selection) == "gated"
        assert world.agency.ledger.entries(event="published") == []
    with failing_at(None, {"brightwell"}) as calls:
        world.publish(selection)
    # The four files and the manifest, and nothing else.
    assert calls["all"] == 5
    assert len(world.at("brightwell")) == 6
    assert len(world.register()) == 5


def test_the_manifest_is_sent_last(world: World, failing_at: Any) -> None:
    selection = world.approved()
    with failing_at(5, {"brightwell"}, error=Killed()), pytest.raises(Killed):
        world.publish(selection)
    there = world.at("brightwell")
    assert len(there) == 4
    assert not any(key.endswith("manifest.json") for key in there)


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("after", [False, True])
def test_killed_at_any_copy_and_repeated(world: World, failing_at: Any, number: int, after: bool) -> None:
    selection = world.approved()
    with failing_at(number, {"brightwell"}, after=after, error=Killed()), pytest.raises(Killed):
        world.publish(selection)
    world.publish(selection)
    staged = {key.removeprefix("exports/"): data for key, data in world.staged().items()}
    arrived = {key.removeprefix("banking-app/"): data for key, data in world.at("brightwell").items()}
    arrived.pop(f"{selection.export_id}/manifest.json")
    assert arrived == staged
    assert len(world.register()) == 5
    assert len(world.agency.ledger.entries(event="published")) == 5


@pytest.mark.parametrize("name", ["manifest.json", "survey.csv"])
def test_other_bytes_at_its_place_stay_and_stop_the_export(each: World, name: str) -> None:
    world = each
    selection = world.approved()
    key = f"banking-app/{selection.export_id}/{name}"
    world.agency.store("brightwell").put(key, b"the client's own")
    with pytest.raises(ExportRefusedError, match="other bytes at this export's place; nothing was overwritten"):
        world.publish(selection)
    assert world.at("brightwell") == {key: b"the client's own"}
    assert world.versions("brightwell") == [(key, False)]
    assert world.state(selection) == "gated"


def test_what_fell_due_while_it_waited_is_refused(world: World, clock: Any) -> None:
    selection = world.approved()
    clock.at(2027, 3, 1, 0, 1)
    with pytest.raises(ExportRefusedError, match="holds a file that fell due while it waited; start a new export"):
        world.publish(selection)
    assert world.at("brightwell") == {}
    clock.at(2027, 2, 28, 23, 59)
    assert world.publish(selection).files == 4


@pytest.mark.parametrize("standing", ["withdrawn_at", "restricted_at", "objected_at"])
def test_who_withdraws_while_it_waits_is_not_shared(world: World, clock: Any, standing: str) -> None:
    selection = world.approved()
    world.standing("p-2", **{standing: clock.now})
    with pytest.raises(ExportRefusedError, match="2 of its transcripts and answers may no longer be shared"):
        world.publish(selection)
    assert world.at("brightwell") == {}
    assert world.register() == []


def test_what_is_known_of_the_people_changed_after_the_gate_is_refused(world: World) -> None:
    selection = world.approved()
    world.person("p-2", first_name="Ngozi", last_name="Okonkwo", preferred_name="Slow")
    with pytest.raises(ExportRefusedError, match="changed since the gate looked"):
        world.publish(selection)
    assert world.at("brightwell") == {}
    assert world.register() == []


def test_refused_after_a_killed_try_nothing_of_it_stays_at_the_client(each: World, failing_at: Any, clock: Any) -> None:
    world = each
    selection = world.approved()
    with failing_at(3, {"brightwell"}, error=Killed()), pytest.raises(Killed):
        world.publish(selection)
    theirs = world.register()[-1].key + ".note"
    world.agency.store("brightwell").put(theirs, b"the client's own")
    assert len(world.at("brightwell")) == 3
    world.standing("p-2", withdrawn_at=clock.now)
    with pytest.raises(ExportRefusedError, match="may no longer be shared"):
        world.publish(selection)
    assert world.versions("brightwell") == [(theirs, False)]


@pytest.mark.parametrize(
    ("started_at", "due"), [("2026-07-01T10:00:00+00:00", "2027-01-01"), ("2026-11-20T10:00:00+00:00", None)]
)
def test_session_dated_anew_brings_its_copy_at_the_client_forward_and_never_puts_it_off(
    world: World, started_at: str, due: str | None
) -> None:
    world.publish(world.approved())
    registered = {copy.key: copy.due for copy in world.register() if copy.kind == "transcript"}
    world.redate("s-1", started_at)
    held = {thing.key: thing.due for thing in inventory(world.agency, "transcripts") if thing.kind == "client_copy"}
    assert held.keys() == registered.keys()
    changed = [day.isoformat() for key, day in held.items() if day != registered[key]]
    assert changed == ([due] if due else [])


def test_staged_bytes_changed_after_the_approval_are_refused(world: World) -> None:
    selection = world.approved()
    key = world.candidates(selection)[0]["key"]
    world.agency.store("staging").put(key, b"participant_id\r\nSiobhan Farrell\r\n")
    with pytest.raises(ExportRefusedError, match="candidate file 0 is no longer what was anonymised"):
        world.publish(selection)
    assert world.at("brightwell") == {}
    assert world.register() == []


def test_repeated_it_is_the_same(world: World, clock: Any, failing_at: Any) -> None:
    selection = world.approved()
    first = world.publish(selection)
    bytes_before, lines, register = world.at("brightwell"), world.lines(), world.register()
    clock.advance(days=2)
    with failing_at(None, {"brightwell", "staging"}) as calls:
        assert world.publish(selection) == first
    assert calls["all"] == 0
    assert (world.at("brightwell"), world.lines(), world.register()) == (bytes_before, lines, register)


def test_a_published_run_cleared_from_its_start_is_a_no_op(world: World, clock: Any, failing_at: Any) -> None:
    selection = world.select()
    counts = world.anonymise(selection)
    review = world.gate(selection)
    world.ask(selection)
    world.decide(selection)
    publication = world.publish(selection)
    before = (world.at("brightwell"), world.at("staging"), world.lines(), world.register())
    # Long after, with the raw files gone and the roster another.
    clock.advance(days=200)
    for key, found in world.agency.store("sessions").versions_of(list(world.at("sessions"))).items():
        world.agency.store("sessions").delete(found)
        assert key
    world.forget("p-1")
    with failing_at(None, {"brightwell", "staging"}) as calls:
        assert world.select() == selection
        assert world.anonymise(selection) == counts
        assert world.gate(selection) == review
        assert world.publish(selection) == publication
    assert calls["all"] == 0
    assert (world.at("brightwell"), world.at("staging"), world.lines(), world.register()) == before


def test_two_exports_lie_in_folders_of_their_own(world: World) -> None:
    first = world.approved()
    world.publish(first)
    before = world.at("brightwell")
    second = world.examined("run-2")
    world.ask(second, "ask-2")
    world.decide(second, request_id="ask-2")
    world.publish(second)
    after = world.at("brightwell")
    assert before.items() <= after.items()
    folders = {key.rsplit("/", 1)[0].removesuffix("/transcripts") for key in after}
    assert folders == {f"banking-app/{first.export_id}", f"banking-app/{second.export_id}"}
    assert len(world.register()) == 10


def test_on_s3_it_is_copied_by_version_on_the_server(s3_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world = s3_world
    selection = world.approved()
    versions = {row["key"]: row["version_id"] for row in world.candidates(selection)}
    asked: list[Any] = []
    real = world.agency.store("brightwell").client.__class__.copy

    def copy(self: Any, origin: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(origin)
        return real(self, origin, *args, **kwargs)

    def stream(*_: Any, **__: Any) -> Any:
        raise AssertionError("streamed through us")

    monkeypatch.setattr("lethe.connectors.s3.copy_by_stream", stream)
    original = S3Store.copy_from

    def copy_from(self: S3Store, *args: Any, **kwargs: Any) -> Any:
        monkeypatch.setattr(self.client, "copy", lambda *a, **k: copy(self.client, *a, **k), raising=False)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(S3Store, "copy_from", copy_from)
    world.publish(selection)
    assert {origin["Key"]: origin["VersionId"] for origin in asked} == versions
    assert {origin["Bucket"] for origin in asked} == {"fernhollow-staging"}
    client = world.agency.store("brightwell")
    current = {found.key: found.version_id for found in client.list_versions()}
    assert {copy.key: copy.version_id for copy in world.register()} == current


def test_on_s3_the_version_that_was_examined_is_the_one_that_goes(s3_world: World) -> None:
    world = s3_world
    selection = world.approved()
    row = world.candidates(selection)[0]
    approved = world.at("staging")[row["key"]]
    # Somebody lays another version on top: the approved one is still what is sent.
    world.agency.store("staging").put(row["key"], b"participant_id\r\nSiobhan Farrell\r\n")
    world.publish(selection)
    assert world.at("brightwell")[f"banking-app/{selection.export_id}/{row['name']}"] == approved


def test_on_s3_a_failed_copy_leaves_no_version_and_no_marker(s3_world: World, failing_at: Any) -> None:
    world = s3_world
    selection = world.approved()
    with failing_at(4, {"brightwell"}, after=True), pytest.raises(ConnectorError):
        world.publish(selection)
    assert world.versions("brightwell") == []
    world.publish(selection)
    assert len(world.versions("brightwell")) == 5


def test_two_agencies_with_one_key_publish_the_same_bytes(world: World, twin: World) -> None:
    world.share_key_with(twin)
    published = []
    for each in (world, twin):
        published.append(each.publish(each.approved(formats=["same", "docx"])))
    assert published[0] == published[1]
    assert world.at("brightwell") == twin.at("brightwell")
    assert len(world.at("brightwell")) == 7
