"""What a folder and S3 both keep to."""

import hashlib
import io
from collections.abc import Callable

import pytest

from lethe.connectors.errors import ConnectorError
from lethe.connectors.objects import ObjectStore, ObjectVersion
from lethe.connectors.s3 import S3Store

AWKWARD_KEYS = [
    "P1/a.json",
    "o'neill's notes.vtt",
    "Zoë Müller/日本語 ✓.txt",
    '100% sure + more & <less> "quoted".srt',
    "a b/ c .txt",
    "%2e%2e/%2F",
    "deep/er/and/deeper.wav",
    "semi;colon=equals#hash?question.vtt",
    "x" * 200 + "/" + "y" * 200 + "/" + "z" * 100,
]


def keys(versions: object) -> list[str]:
    return sorted({version.key for version in versions})  # type: ignore[attr-defined]


def purge(store: ObjectStore, *names: str) -> list[str]:
    found = [version for versions in store.versions_of(names).values() for version in versions]
    return [outcome.outcome for outcome in store.delete(found)]


@pytest.mark.parametrize("key", AWKWARD_KEYS)
def test_awkward_key_is_put_listed_read_and_deleted(store: ObjectStore, key: str) -> None:
    stored = store.put(key, b"words")
    assert (stored.key, stored.size, stored.sha256) == (key, 5, hashlib.sha256(b"words").hexdigest())
    assert keys(store.list_objects()) == keys(store.list_versions()) == [key]
    assert keys(store.list_objects(key[:3])) == [key]
    (version,) = store.versions_of([key])[key]
    assert (version.key, version.version_id, version.size, version.is_latest) == (key, stored.version_id, 5, True)
    assert store.read(key) == store.read(key, version_id=stored.version_id) == b"words"
    assert store.sha256(key) == stored.sha256
    assert purge(store, key) == ["deleted"]
    assert list(store.list_versions()) == list(store.list_uploads()) == []


def test_a_neighbour_whose_key_begins_alike_is_neither_listed_nor_deleted(store: ObjectStore) -> None:
    for key in ("P1/a.json", "P1/a.json.bak", "P1/a.json/inner" if isinstance(store, S3Store) else "P1/a.jso", "P10/a"):
        store.put(key, b"x")
    others = sorted(set(keys(store.list_versions())) - {"P1/a.json"})
    assert keys(store.list_objects("P1/")) == sorted({*others, "P1/a.json"} - {"P10/a"})
    assert list(store.versions_of(["P1/a.json"])) == ["P1/a.json"]
    purge(store, "P1/a.json")
    assert keys(store.list_versions()) == others


def test_the_stores_own_prefix_hides_what_lies_beside_it(store: ObjectStore) -> None:
    store.put("a", b"mine")
    twin = _beside(store)
    twin.put("a", b"theirs")
    assert keys(store.list_objects()) == ["a"]
    assert store.read("a") == b"mine"
    purge(store, "a")
    assert twin.read("a") == b"theirs"


def test_key_without_an_object_is_absent_from_versions_of(store: ObjectStore) -> None:
    store.put("b", b"x")
    assert list(store.versions_of(["a", "b", "b/c"])) == ["b"]


def test_objects_come_in_the_order_of_their_keys(store: ObjectStore) -> None:
    names = ["a/b", "a.b", "a-b", "B", "ab", "é"]
    for name in names:
        store.put(name, b"x")
    assert [version.key for version in store.list_objects()] == sorted(names)


def test_put_again_gives_the_new_bytes(store: ObjectStore) -> None:
    store.put("a", b"old")
    stored = store.put("a", io.BytesIO(b"newer"))
    assert (store.read("a"), stored.size) == (b"newer", 5)
    assert [version.version_id for version in store.versions_of(["a"])["a"] if version.is_latest] == [stored.version_id]


def test_unfinished_upload_shows_in_no_listing_of_objects_and_is_aborted_by_its_exact_key(
    store: ObjectStore, begin_upload: Callable[[ObjectStore, str], None]
) -> None:
    long = "p" * 150 + "/" + "q" * 150
    for key in ("P1/talk.wav", "P1/talk.wav.bak", "P10/talk.wav", long):
        begin_upload(store, key)
    assert list(store.list_objects()) == list(store.list_versions()) == []
    assert keys(store.list_uploads("P1/")) == ["P1/talk.wav", "P1/talk.wav.bak"]
    assert store.abort_uploads(["P1/talk.wav", "nothing"]) == 1
    assert keys(store.list_uploads()) == sorted(["P1/talk.wav.bak", "P10/talk.wav", long])
    assert store.abort_uploads([long]) == 1
    assert keys(store.list_uploads()) == ["P1/talk.wav.bak", "P10/talk.wav"]


def test_copy_with_the_right_digest_arrives(store: ObjectStore, folder_store: ObjectStore) -> None:
    stored = folder_store.put("Jane Doe 12 March.vtt", b"words")
    copied = store.copy_from(folder_store, stored.key, stored.version_id, to="a-1.vtt", sha256=stored.sha256)
    assert (copied.sha256, store.read("a-1.vtt")) == (stored.sha256, b"words")


def test_copy_with_another_digest_is_removed_again_and_refused(store: ObjectStore, folder_store: ObjectStore) -> None:
    stored = folder_store.put("Jane Doe.vtt", b"words")
    with pytest.raises(ConnectorError, match="another digest") as refused:
        store.copy_from(folder_store, stored.key, stored.version_id, to="a-1.vtt", sha256="0" * 64)
    assert store.versions_of(["a-1.vtt"]) == {}
    assert "Jane" not in str(refused.value)


def test_nothing_says_a_key(store: ObjectStore, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    key = "Siobhan Farrell.vtt"
    store.put(key, b"words")
    said = [repr(version) for version in store.versions_of([key])[key]]
    said += [repr(outcome) for outcome in store.delete(store.versions_of([key])[key])]
    said += [repr(ObjectVersion(key, "v", 1, True, False))]
    for attempt in (store.read, store.open, store.sha256):
        with pytest.raises(ConnectorError) as failed:
            attempt(key)
        said.append(f"{failed.value!r}{failed.value}")
    said.append(caplog.text)
    assert not any("Siobhan" in text for text in said)


def _beside(store: ObjectStore) -> ObjectStore:
    if isinstance(store, S3Store):
        return S3Store("other", store.client, bucket=store.bucket, prefix="raw10/")
    return type(store)("other", store._root, prefix="raw10/")  # type: ignore[attr-defined,call-arg,no-any-return]
