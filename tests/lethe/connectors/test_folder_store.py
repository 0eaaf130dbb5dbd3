"""What only a folder can get wrong: links, half-written files, disks that are not there."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lethe.connectors import folder
from lethe.connectors.errors import ConnectorError
from lethe.connectors.folder import FolderStore

UNSAFE_KEYS = [
    "../outside.txt",
    "a/../../outside.txt",
    "/etc/hostname",
    "a//b",
    "a/./b",
    "a/",
    "",
    "..",
    "a\0b",
    "n" * 256,
]
UNPORTABLE_KEYS = ["a\\b", "..\\outside", "n" * 241, "é" * 127, "d" * 255 + "/a"]
"""Names that a file system may hold, and that no store of ours gives."""


@pytest.fixture
def bare(tmp_path: Path) -> FolderStore:
    """A bucket without a prefix."""
    store = FolderStore("sessions", tmp_path / "bare")
    store.create()
    return store


@pytest.mark.parametrize("key", [*UNSAFE_KEYS, ".lethe/uploads/x"])
def test_key_that_leads_out_of_the_folder_is_refused_by_every_method(bare: FolderStore, key: str) -> None:
    for attempt in (bare.read, bare.sha256, lambda key: bare.put(key, b"x"), lambda key: bare.versions_of([key])):
        with pytest.raises(ConnectorError, match="refused") as refused:
            attempt(key)
        assert "outside" not in str(refused.value)


@pytest.mark.parametrize("key", UNPORTABLE_KEYS)
def test_file_that_somebody_else_named_is_read_and_deleted_as_any_other(
    folder_store: FolderStore, tmp_path: Path, key: str
) -> None:
    path = tmp_path / "bucket" / "raw" / key
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"words")
    (listed,) = folder_store.list_versions()
    assert listed.key == key
    assert folder_store.versions_of([key, "other"]) == {key: [listed]}
    assert folder_store.read(key, version_id=listed.version_id) == b"words"
    copied = folder_store.copy_from(folder_store, key, "null", to="copy", sha256=folder_store.sha256(key))
    assert copied.size == 5
    assert folder_store.uploads_of([key]) == []
    assert [one.outcome for one in folder_store.delete([listed])] == ["deleted"]
    assert [one.key for one in folder_store.list_versions()] == ["copy"]


@pytest.mark.parametrize("key", UNPORTABLE_KEYS)
def test_name_that_not_every_file_system_holds_is_not_given(folder_store: FolderStore, key: str) -> None:
    with pytest.raises(ConnectorError, match="refused"):
        folder_store.put(key, b"x")
    assert list(folder_store.list_versions()) == []


@pytest.mark.parametrize("key", UNSAFE_KEYS)
def test_key_that_leads_out_of_the_prefix_is_refused(folder_store: FolderStore, key: str) -> None:
    folder_store.put("inside", b"x")
    if key != "/etc/hostname":  # an empty step after the prefix: refused as such
        with pytest.raises(ConnectorError, match="refused"):
            folder_store.put(key, b"x")


@given(key=st.text(min_size=1, max_size=40))
def test_whatever_the_key_nothing_is_written_outside(tmp_path_factory: pytest.TempPathFactory, key: str) -> None:
    home = tmp_path_factory.mktemp("home")
    store = FolderStore("s", home / "bucket", prefix="p/")
    store.create()
    try:
        store.put(key, b"x")
    except (ConnectorError, UnicodeEncodeError):
        assert list(store.list_versions()) == []
    else:
        assert [version.key for version in store.list_versions()] == [key]
        assert store.read(key) == b"x"
    assert [path.name for path in home.iterdir()] == ["bucket"]
    assert {path.name for path in (home / "bucket").iterdir()} <= {".lethe", "p"}


def test_link_is_neither_read_nor_counted_as_an_object(bare: FolderStore, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    root = tmp_path / "bare"
    (root / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(ConnectorError):
        bare.read("link")
    assert bare.versions_of(["link"]) == {}
    assert list(bare.list_objects()) == []


def test_link_stops_the_listing_that_proves_an_absence(bare: FolderStore, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "talk.wav").write_bytes(b"voice")
    (tmp_path / "bare" / "P1").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ConnectorError, match="a link lies in its folder"):
        list(bare.list_versions())
    for attempt in (bare.read, lambda key: bare.put(key, b"x"), lambda key: bare.versions_of([key])):
        with pytest.raises(ConnectorError, match="leads through a link"):
            attempt("P1/talk.wav")


def test_folder_that_is_not_there_shows_no_absence(tmp_path: Path) -> None:
    unmounted = FolderStore("sessions", tmp_path / "unmounted")
    (tmp_path / "unmounted").mkdir()
    with pytest.raises(ConnectorError, match="is its disk mounted"):
        list(unmounted.list_versions())
    with pytest.raises(ConnectorError, match="is its disk mounted"):
        list(FolderStore("sessions", tmp_path / "mistyped").list_versions())
    assert list(unmounted.list_objects()) == []


def test_create_keeps_what_is_there(bare: FolderStore) -> None:
    bare.put("a", b"x")
    bare.create()
    assert bare.read("a") == b"x"


def test_put_that_fails_leaves_the_old_object_and_no_upload(bare: FolderStore) -> None:
    bare.put("a", b"old")

    class Broken:
        def read(self, size: int) -> bytes:
            raise OSError(5, "Input/output error", "Jane Doe.vtt")

    with pytest.raises(ConnectorError) as failed:
        bare.put("a", Broken())  # type: ignore[arg-type]
    assert "Jane" not in str(failed.value)
    assert bare.read("a") == b"old"
    assert list(bare.list_uploads()) == []


def test_deleting_leaves_no_trace_of_a_key_in_any_name(bare: FolderStore, tmp_path: Path) -> None:
    bare.put("Jane Doe/12 March/talk.vtt", b"x")
    bare.delete(list(bare.list_versions()))
    assert sorted(path.name for path in (tmp_path / "bare").rglob("*")) == [".lethe", "uploads"]


def test_deleting_the_last_object_leaves_the_folder_of_the_prefix(folder_store: FolderStore, tmp_path: Path) -> None:
    folder_store.put("P1/a", b"x")
    folder_store.delete(list(folder_store.list_versions()))
    assert (tmp_path / "bucket" / "raw").is_dir()
    assert not (tmp_path / "bucket" / "raw" / "P1").exists()


def test_object_written_anew_since_its_listing_is_not_deleted(bare: FolderStore) -> None:
    bare.put("a", b"listed")
    listed = list(bare.list_versions())
    bare.put("a", b"new")
    assert [(outcome.outcome, outcome.code) for outcome in bare.delete(listed)] == [("failed", "Changed")]
    assert bare.read("a") == b"new"


def test_deleting_what_is_gone_already_is_harmless(bare: FolderStore) -> None:
    bare.put("a/b", b"x")
    listed = list(bare.list_versions())
    assert [outcome.outcome for outcome in bare.delete(listed) + bare.delete(listed)] == ["deleted", "deleted"]


def test_each_refusal_of_the_disk_is_its_own_outcome(bare: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("denied", "broken", "fine"):
        bare.put(key, b"x")
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name == "denied":
            raise PermissionError(13, "Permission denied", str(path))
        if path.name == "broken":
            raise OSError(5, "Input/output error", str(path))
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    outcomes = {outcome.version.key: outcome.outcome for outcome in bare.delete(list(bare.list_versions()))}
    assert outcomes == {"denied": "denied", "broken": "failed", "fine": "deleted"}
    assert {version.key for version in bare.list_versions()} == {"denied", "broken"}


def test_put_survives_a_deletion_that_removes_its_folder(bare: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace
    losses = iter([True, False])

    def replace(path: Path, target: Path) -> Path:
        if next(losses):
            target.parent.rmdir()
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    bare.put("P1/a", b"x")
    assert bare.read("P1/a") == b"x"


def test_bytes_are_on_disk_before_their_name_is(bare: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace
    monkeypatch.setattr(folder.os, "fsync", lambda descriptor: (steps.append("flush"), real_fsync(descriptor))[1])
    monkeypatch.setattr(Path, "replace", lambda path, to: (steps.append("move"), real_replace(path, to))[1])
    bare.put("a", b"x")
    assert steps == ["flush", "move", "flush"]


def test_deletion_is_on_disk_before_it_is_told(bare: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("P1/s-1/a", "P1/s-2/b", "P2/a", "P2/kept"):
        bare.put(key, b"x")
    flushed: list[str] = []
    monkeypatch.setattr(folder, "_sync", lambda path: flushed.append(path.name))
    bare.delete([version for version in bare.list_versions() if version.key != "P2/kept"])
    assert sorted(flushed) == ["P2", "bare"]  # P1 itself is gone: what held it is flushed


def test_folder_that_goes_with_the_last_of_several_is_no_failure(bare: FolderStore) -> None:
    for key in ("P1/s-1/a", "P1/s-2/b"):
        bare.put(key, b"x")
    assert [outcome.outcome for outcome in bare.delete(list(bare.list_versions()))] == ["deleted", "deleted"]
    assert list(bare.list_versions()) == []


def test_foreign_file_among_the_uploads_is_an_error_that_does_not_name_it(bare: FolderStore, tmp_path: Path) -> None:
    (tmp_path / "bare" / ".lethe" / "uploads" / "Jane Doe.vtt").write_bytes(b"x")
    with pytest.raises(ConnectorError, match="foreign file") as refused:
        list(bare.list_uploads())
    assert "Jane" not in str(refused.value)


def test_a_folder_has_no_other_versions(bare: FolderStore) -> None:
    bare.put("a", b"x")
    assert bare.read("a", version_id="null") == b"x"
    with pytest.raises(ConnectorError, match="no such version"):
        bare.read("a", version_id="v2")
