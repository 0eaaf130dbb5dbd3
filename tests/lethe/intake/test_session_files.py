"""Session files: under opaque ids, dated by their session, in the raw store or in quarantine, and never lost."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lethe.connectors.errors import ConnectorError
from lethe.connectors.folder import FolderStore
from lethe.connectors.objects import DeleteOutcome
from lethe.intake import Pulled, scan_inbox, take_session_files
from lethe.intake.inbox import waiting
from lethe.intake.outcome import IntakeError
from lethe.ledger import Entry
from lethe.research import schema
from lethe.retention.holds import place_hold
from lethe.retention.inventory import inventory
from lethe.retention.references import object_name
from lethe.retention.stop import resume_deletions, stop_deletions

World = Any
NAMES = ("siobhan", "farrell", "okonkwo", "ngozi")
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.500\n<v Siobhan Farrell>It is Siobhan.\n"
OTHER_VTT = VTT.replace(b"It is", b"Here is")


def nameless(value: object) -> bool:
    return not [name for name in NAMES if name in repr(value).lower()]


def test_names_in_keys_stay_behind(each_world: World) -> None:
    world = each_world
    world.drop("banking-app/s-1/Siobhan Farrell 12 March.vtt", VTT)
    world.drop("banking-app/s-1/Okonkwo, Ngozi.MP4", b"moving pictures")
    world.drop("banking-app/s-9/interview with dr.okonkwo", b"?")
    ids = scan_inbox(world.agency, "session-files")
    pulled = world.pull(ids=ids)

    assert pulled == Pulled(taken=2, quarantined=1, reasons={"no known session in its place nor in index.csv": 1})
    ledger = [(line.scope, line.reference, line.outcome, line.details) for line in world.agency.ledger.entries()]
    assets = [{**row, "pulled_at": None} for row in world.rows(schema.asset)]
    for seen in (ids, pulled, ledger, assets, world.keys("sessions"), world.keys("quarantine")):
        assert seen
        assert nameless(seen)
    assert world.keys("session-inbox") == []
    # Where a person may look who has to place it: in the research database alone.
    assert list(world.reasons()) == ["banking-app/s-9/interview with dr.okonkwo"]


def test_an_inbound_file_does_not_show_its_key(world: World) -> None:
    world.drop("banking-app/s-1/Siobhan Farrell.vtt", VTT)
    (file,) = waiting(world.agency, "session-files", scan_inbox(world.agency, "session-files"))
    assert file.key.endswith("Siobhan Farrell.vtt")
    assert nameless(file)


def test_every_transcript_format_is_taken_as_it_came(world: World, transcripts: dict[str, bytes]) -> None:
    for end, data in transcripts.items():
        world.drop(f"banking-app/s-1/Siobhan{end}", data)
    assert world.pull().taken == 6
    assert world.contents("sessions") == sorted(transcripts.values())
    assert {row["kind"] for row in world.rows(schema.asset)} == {"transcript"}
    suffixes = sorted(Path(row["key"]).suffix for row in world.rows(schema.asset))
    assert suffixes == [".docx", ".json", ".json", ".srt", ".txt", ".vtt"]


def test_the_date_is_the_sessions_whatever_the_file_says(world: World, tmp_path: Path) -> None:
    cue = b"WEBVTT\n\n2019-01-01 00:00\n00:00.000 --> 00:01.000\nhi\n"
    world.drop("banking-app/s-1/2020-02-03 talk.vtt", cue)
    path = tmp_path / "buckets/fernhollow-inbox/sessions/banking-app/s-1/2020-02-03 talk.vtt"
    os.utime(path, (1_500_000_000, 1_500_000_000))
    world.pull()
    # 1 September 2026 and six months, by the rule that will delete it.
    assert [(held.due.isoformat(), held.why) for held in inventory(world.agency, "transcripts")] == [
        ("2027-03-01", "session")
    ]


def test_an_asset_row_goes_before_the_key_and_the_key_before_the_index(world: World) -> None:
    world.session("s-3", "2026-10-02T10:00+01:00")
    row = {
        **{"asset_id": "a-early", "session_id": "s-2", "kind": "transcript", "store_id": "session-inbox"},
        **{"key": "banking-app/s-1/a.vtt", "sha256": "0" * 64, "pulled_at": None},
    }
    with world.agency.research.begin() as connection:
        connection.execute(schema.asset.insert(), [row])
    index = b"file,session_id\na.vtt,s-3\nb.vtt,s-3\n"
    world.drop("banking-app/s-1/index.csv", index)
    world.drop("banking-app/s-1/a.vtt", VTT)
    world.drop("banking-app/s-1/b.vtt", OTHER_VTT)
    world.drop("index.csv", b"\xef\xbb\xbffile,session_id\nloose/c.vtt, s-3\n")
    world.drop("loose/c.vtt", VTT)
    assert world.pull().taken == 3
    found = {row["session_id"]: row["sha256"] for row in world.rows(schema.asset) if row["asset_id"] != "a-early"}
    sha, other = hashlib.sha256(VTT).hexdigest(), hashlib.sha256(OTHER_VTT).hexdigest()
    assert found == {"s-2": sha, "s-1": other, "s-3": sha}


def test_a_session_of_another_study_is_not_the_keys(world: World) -> None:
    world.drop("banking-app/s-2/talk.vtt", VTT)  # s-2 is of grocery-delivery
    assert world.pull().reasons == {"no known session in its place nor in index.csv": 1}


QUARANTINED = [
    ("banking-app/s-9/Siobhan.vtt", VTT, "no known session in its place nor in index.csv"),
    ("Siobhan.vtt", VTT, "no known session in its place nor in index.csv"),
    ("loose/Siobhan.vtt", VTT, "index.csv names an unknown session"),
    ("banking-app/s-undated/Siobhan.vtt", VTT, "its session has no date"),
    ("banking-app/s-1/Siobhan.pages", VTT, "neither a transcript nor a recording by its extension"),
    ("banking-app/s-1/Siobhan", VTT, "neither a transcript nor a recording by its extension"),
    ("banking-app/s-1/Siobhan.docx", b"Siobhan, not a document", "not readable as"),
    ("banking-app/s-1/Siobhan.json", b'{"Siobhan": [', "not readable as"),
    ("banking-app/s-1/Siobhan.vtt", b"", "not readable as"),
    ("banking-app/s-1/Farrell.vtt", b"Siobhan \xff\xfe Farrell", "not readable as"),
]


@pytest.mark.parametrize(("key", "data", "reason"), QUARANTINED)
def test_what_cannot_be_placed_goes_to_quarantine_whole_and_stops_nothing(
    world: World, key: str, data: bytes, reason: str
) -> None:
    world.drop("loose/index.csv", b"file,session_id\nSiobhan.vtt,s-77\n")
    world.drop("banking-app/s-1/AAA first.vtt", VTT)
    world.drop("banking-app/s-1/zzz last.vtt", OTHER_VTT)
    world.drop(key, data)
    pulled = world.pull()
    assert (pulled.taken, pulled.quarantined) == (2, 1)
    assert world.contents("quarantine") == [data]
    (told,) = pulled.reasons
    assert told.startswith(reason)
    assert nameless(told)
    # Where it lies a person may read more.
    assert world.reasons()[key].startswith(told)
    (line,) = world.agency.ledger.entries(event="quarantined")
    assert told.startswith(line.outcome)
    assert key not in world.keys("session-inbox")


def test_too_large_a_transcript_is_not_even_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lethe.intake.session_files.MAX_TRANSCRIPT_BYTES", 20)
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    world.drop("banking-app/s-1/Siobhan.mp4", VTT + b"a recording may be as large as it likes")
    pulled = world.pull()
    assert (pulled.taken, pulled.reasons) == (1, {"too large for a transcript": 1})
    assert world.contents("quarantine") == [VTT]


def test_an_original_goes_only_when_the_copy_was_verified(each_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world = each_world
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    world.drop("banking-app/s-1/Farrell.wav", b"sound")
    world.drop("banking-app/s-9/Ngozi.vtt", OTHER_VTT)
    real = type(world.agency.store("sessions")).copy_from

    def damaging(self: Any, source: Any, key: str, version_id: str, *, to: str, sha256: str) -> Any:
        return real(self, source, key, version_id, to=to, sha256="0" * 64 if key.endswith(".vtt") else sha256)

    with monkeypatch.context() as patch:
        patch.setattr(type(world.agency.store("sessions")), "copy_from", damaging)
        with pytest.raises(IntakeError, match=r"^2 files could not be moved and stay in the drop: f-") as refused:
            world.pull()
    assert nameless(str(refused.value))
    assert refused.value.may_pass
    assert world.keys("session-inbox") == ["banking-app/s-1/Siobhan.vtt", "banking-app/s-9/Ngozi.vtt"]
    assert world.contents("sessions") == [b"sound"]
    assert world.contents("quarantine") == []
    assert [row["kind"] for row in world.rows(schema.asset)] == ["recording"]
    # Nothing has to be put right by hand: the next run takes them.
    assert world.pull().taken == 1
    assert world.keys("session-inbox") == []


def test_a_drop_that_keeps_its_files_is_told_of(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    with monkeypatch.context() as patch:
        patch.setattr(FolderStore, "delete", lambda _, versions: [DeleteOutcome(one, "denied") for one in versions])
        with pytest.raises(IntakeError, match="1 files could not be moved"):
            world.pull()
    assert world.pull().known_before == 1
    assert world.keys("session-inbox") == []


def test_repeating_is_harmless(each_world: World) -> None:
    world = each_world
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    world.drop("banking-app/s-9/Siobhan.vtt", VTT)
    ids = scan_inbox(world.agency, "session-files")
    world.pull(ids=ids)
    lines, raw = world.lines(), world.keys("sessions")
    assert world.pull(ids=ids) == Pulled()
    assert world.pull() == Pulled()
    # The same file dropped once more, under another name.
    world.drop("banking-app/s-1/Farrell.VTT", VTT)
    assert world.pull() == Pulled(known_before=1)
    assert (world.lines(), world.keys("sessions")) == (lines, raw)
    assert world.keys("session-inbox") == []


def test_bytes_missing_from_the_raw_store_are_taken_again(world: World) -> None:
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    world.pull()
    raw = world.agency.store("sessions")
    raw.delete(list(raw.list_versions()))
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    world.pull()
    assert world.contents("sessions") == [VTT]


def test_a_file_replaced_between_scan_and_take_is_not_lost(each_world: World) -> None:
    world = each_world
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    ids = scan_inbox(world.agency, "session-files")
    world.drop("banking-app/s-1/Siobhan.vtt", OTHER_VTT)
    world.pull(ids=ids)
    assert world.keys("session-inbox") == ["banking-app/s-1/Siobhan.vtt"]
    assert scan_inbox(world.agency, "session-files") != ids
    world.pull()
    assert OTHER_VTT in world.contents("sessions")
    assert world.keys("session-inbox") == []


def test_a_file_replaced_while_it_is_taken_is_not_purged(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    real = FolderStore.copy_from

    def meanwhile(self: FolderStore, *args: Any, **kwargs: Any) -> Any:
        stored = real(self, *args, **kwargs)
        world.drop("banking-app/s-1/Siobhan.vtt", OTHER_VTT)
        return stored

    with monkeypatch.context() as patch:
        patch.setattr(FolderStore, "copy_from", meanwhile)
        assert world.pull().taken == 1
    assert world.contents("session-inbox") == [OTHER_VTT]
    assert world.pull().taken == 1
    assert world.contents("sessions") == sorted([VTT, OTHER_VTT])


def test_a_file_removed_between_scan_and_take_stops_no_other(each_world: World) -> None:
    world = each_world
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    world.drop("banking-app/s-1/Ngozi.wav", b"sound")
    ids = scan_inbox(world.agency, "session-files")
    inbox = world.agency.store("session-inbox")
    inbox.delete(inbox.versions_of(["banking-app/s-1/Siobhan.vtt"])["banking-app/s-1/Siobhan.vtt"])
    with pytest.raises(IntakeError, match="1 files could not be moved") as refused:
        world.pull(ids=ids)
    assert nameless(str(refused.value))
    assert world.contents("sessions") == [b"sound"]
    assert world.pull() == Pulled()


@pytest.mark.parametrize(("seconds_ago", "waits"), [(0, True), (4, True), (6, False), (-3600, False)])
def test_a_file_still_being_written_waits(
    world: World, clock: Any, tmp_path: Path, seconds_ago: int, waits: bool
) -> None:
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    path = tmp_path / "buckets/fernhollow-inbox/sessions/banking-app/s-1/Siobhan.vtt"
    at = clock().timestamp() - seconds_ago
    os.utime(path, (at, at))
    assert (scan_inbox(world.agency, "session-files") == []) is waits
    if waits:
        clock.advance(seconds=6)
        assert world.pull().taken == 1


def test_bytes_deleted_on_their_day_do_not_come_back(world: World) -> None:
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    world.pull()
    (key,) = world.keys("sessions")
    raw = world.agency.store("sessions")
    raw.delete(list(raw.list_versions()))
    name = world.agency.ledger.reference(*object_name("sessions", key))
    world.agency.ledger.append([Entry("deleted", "plan-1", name, "absent")])
    with world.agency.research.begin() as connection:
        connection.execute(schema.asset.delete())
    # A key made since then must not hide it.
    world.agency.keys.rotate_reference_key()
    world.drop("banking-app/s-1/Farrell, again.vtt", VTT)
    assert world.pull() == Pulled(deleted_before=1)
    assert (world.keys("sessions"), world.keys("session-inbox"), world.keys("quarantine")) == ([], [], [])
    assert world.rows(schema.asset) == []
    assert [line.outcome for line in world.agency.ledger.entries(event="refused")] == ["deleted_before"]


def test_bytes_deleted_on_their_day_and_under_a_hold_now_are_set_aside(world: World) -> None:
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    world.pull()
    (key,) = world.keys("sessions")
    raw = world.agency.store("sessions")
    raw.delete(list(raw.list_versions()))
    name = world.agency.ledger.reference(*object_name("sessions", key))
    world.agency.ledger.append([Entry("deleted", "plan-1", name, "absent")])
    until = world.agency.today()
    place_hold(world.agency, kind="legal", scope="session:s-1", reason="claim 1", by="dora", until=until)
    world.drop("banking-app/s-1/Farrell, again.vtt", VTT)
    pulled = world.pull()
    assert (pulled.quarantined, pulled.deleted_before) == (1, 0)
    assert len(world.keys("quarantine")) == 1


def test_drop_is_not_emptied_while_deletions_are_stopped(world: World) -> None:
    world.drop("banking-app/s-1/Siobhan.vtt", VTT)
    stop_deletions(world.agency, by="dora", reason="wrong bucket")
    with pytest.raises(IntakeError):
        world.pull()
    assert len(world.keys("session-inbox")) == 1
    resume_deletions(world.agency, by="dora")
    world.pull()
    assert (len(world.keys("session-inbox")), len(world.keys("sessions"))) == (0, 1)


def test_a_name_that_is_no_unicode_is_taken_like_any_other(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "buckets/fernhollow-inbox/sessions/banking-app/s-1"
    folder.mkdir(parents=True)
    (folder / os.fsdecode(b"Siobh\xe1n.vtt")).write_bytes(VTT)
    (folder / os.fsdecode(b"Siobh\xe1n.odd")).write_bytes(b"?")
    assert world.pull() == Pulled(
        taken=1, quarantined=1, reasons={"neither a transcript nor a recording by its extension": 1}
    )
    assert world.keys("session-inbox") == []


def test_an_unknown_source_is_refused(world: World) -> None:
    with pytest.raises(IntakeError, match=r"there is no source 'other' in config/sources\.yaml; nothing was pulled"):
        scan_inbox(world.agency, "other")
    with pytest.raises(IntakeError, match="names no store to pull to; nothing was pulled"):
        take_session_files(world.agency, "survey-files", [])


def test_ids_of_nothing_are_passed_over(world: World) -> None:
    assert world.pull(ids=["f-forged", "Siobhan Farrell"]) == Pulled()


class TestIndex:
    """The drop's index names people's files: it goes when they have gone, and not before they came."""

    def test_it_goes_with_the_last_of_its_files(self, each_world: World) -> None:
        world = each_world
        world.drop("loose/index.csv", b"file,session_id\nSiobhan.vtt,s-1\nNgozi.wav,s-2\n")
        world.drop("loose/Siobhan.vtt", VTT)
        world.drop("loose/Ngozi.wav", b"sound")
        assert world.pull().taken == 2
        assert world.keys("session-inbox") == []
        assert world.keys("quarantine") == []

    def test_one_that_came_before_its_files_waits_for_them(self, world: World) -> None:
        world.drop("loose/index.csv", b"file,session_id\nSiobhan.vtt,s-1\n")
        world.drop("banking-app/s-1/other.vtt", OTHER_VTT)
        assert world.pull().taken == 1
        assert world.keys("session-inbox") == ["loose/index.csv"]
        world.drop("loose/Siobhan.vtt", VTT)
        assert world.pull().taken == 1
        assert world.keys("session-inbox") == []

    def test_one_left_without_files_goes_to_quarantine_after_a_day(self, world: World, clock: Any) -> None:
        index = b"file,session_id\nSiobhan.vtt,s-1\n"
        world.drop("loose/index.csv", index)
        clock.now = datetime.now(UTC)
        scan_inbox(world.agency, "session-files")
        assert world.keys("session-inbox") == ["loose/index.csv"]
        clock.advance(days=1, minutes=1)
        assert scan_inbox(world.agency, "session-files") == []
        assert world.keys("session-inbox") == []
        assert world.contents("quarantine") == [index]

    def test_a_broken_one_stops_no_file_and_is_not_lost(self, world: World, clock: Any) -> None:
        broken = b'file,session_id\n"Siobhan' + b"x" * 140_000
        world.drop("loose/index.csv", broken)
        world.drop("loose/Siobhan.vtt", VTT)
        world.drop("banking-app/s-1/Ngozi.vtt", OTHER_VTT)
        pulled = world.pull()
        assert (pulled.taken, pulled.quarantined) == (1, 1)
        clock.now = datetime.now(UTC)
        clock.advance(days=2)
        scan_inbox(world.agency, "session-files")
        assert world.keys("session-inbox") == []
        assert world.contents("quarantine") == sorted([broken, VTT])


def test_an_unreachable_drop_is_an_error_of_ours(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: Any, **__: Any) -> Any:
        raise ConnectorError("store 'session-inbox': list failed (EndpointConnectionError)")

    monkeypatch.setattr(FolderStore, "list_versions", down)
    with pytest.raises(ConnectorError):
        scan_inbox(world.agency, "session-files")
