"""Keys that only their owner reads, that are never made twice, and of which each can be destroyed alone."""

import multiprocessing
import os
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from lethe.keystore import KEY_BYTES, KeyStore, KeyStoreError, key_id_of


@pytest.fixture
def keys(tmp_path: Path) -> KeyStore:
    return KeyStore.create(tmp_path / "home" / "keys")


def modes(folder: Path) -> set[tuple[bool, int]]:
    return {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in [folder, *folder.rglob("*")]}


def test_only_the_owner_can_read_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        keys = KeyStore.create(tmp_path / "keys")
        keys.create_pseudonym_key("banking-app", "brightwell")
        keys.rotate_reference_key()
    finally:
        os.umask(before)
    assert modes(keys.folder) == {(True, 0o700), (False, 0o600)}


def test_a_second_key_store_is_refused_and_the_first_stays(keys: KeyStore) -> None:
    before = {path: path.read_bytes() for path in keys.folder.rglob("*") if path.is_file()}
    with pytest.raises(KeyStoreError, match="already exists"):
        KeyStore.create(keys.folder)
    assert {path: path.read_bytes() for path in keys.folder.rglob("*") if path.is_file()} == before


def test_set_up_that_is_killed_leaves_no_half_key_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lethe.keystore.Ed25519PrivateKey.generate", killed)
    with pytest.raises(KeyboardInterrupt):
        KeyStore.create(tmp_path / "keys")
    monkeypatch.undo()
    assert not (tmp_path / "keys").exists()
    assert len(KeyStore.create(tmp_path / "keys").reference_key_ids()) == 1


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_key_that_others_can_read_is_refused(keys: KeyStore, mode: int) -> None:
    keys.create_pseudonym_key("banking-app", "brightwell")
    for path in keys.folder.rglob("*.*"):
        path.chmod(mode)
    for ask in (keys.reference_key, keys.signing_key, lambda: keys.pseudonym_key("banking-app", "brightwell")):
        with pytest.raises(KeyStoreError, match="can be read by others"):
            ask()


def test_missing_key_is_an_error_and_never_a_new_key(keys: KeyStore) -> None:
    with pytest.raises(KeyStoreError, match="'brightwell' is missing"):
        keys.pseudonym_key("banking-app", "brightwell")
    for path in keys.folder.rglob("*.*"):
        path.unlink()
    for ask in (keys.reference_key, keys.reference_key_ids, keys.rotate_reference_key, keys.signing_key):
        with pytest.raises(KeyStoreError, match="is missing"):
            ask()
    assert [path for path in keys.folder.rglob("*") if path.is_file()] == []


def test_reference_key_lost_from_the_middle_of_the_row_is_an_error(keys: KeyStore) -> None:
    for _ in range(3):
        keys.rotate_reference_key()
    (keys.folder / "reference" / "k0002.key").unlink()
    for ask in (keys.reference_key, keys.reference_key_ids, keys.rotate_reference_key):
        with pytest.raises(KeyStoreError, match="is missing"):
            ask()


def test_rotated_reference_keys_all_stay_and_the_newest_is_current(keys: KeyStore) -> None:
    first = keys.reference_key()
    assert keys.rotate_reference_key() == "k0002"
    assert keys.reference_key_ids() == ["k0001", "k0002"]
    assert keys.reference_key()[0] == "k0002"
    assert keys.reference_key("k0001") == first
    assert keys.reference_key()[1] != first[1]


def test_every_pseudonym_key_is_random_and_its_own(keys: KeyStore) -> None:
    pairs = [("banking-app", "brightwell"), ("banking-app", "orchard-lane"), ("groceries", "brightwell")]
    for pair in pairs:
        keys.create_pseudonym_key(*pair)
    values = {keys.pseudonym_key(*pair) for pair in pairs}
    assert len(values) == 3
    assert {len(value) for value in values} == {KEY_BYTES}


def test_creating_a_pseudonym_key_again_keeps_the_first(keys: KeyStore) -> None:
    keys.create_pseudonym_key("banking-app", "brightwell")
    first = keys.pseudonym_key("banking-app", "brightwell")
    keys.create_pseudonym_key("banking-app", "brightwell")
    assert keys.pseudonym_key("banking-app", "brightwell") == first


def test_destroying_one_pseudonym_key_leaves_the_others(keys: KeyStore) -> None:
    keys.create_pseudonym_key("banking-app", "brightwell")
    keys.create_pseudonym_key("banking-app", "orchard-lane")
    other = keys.pseudonym_key("banking-app", "orchard-lane")
    assert keys.destroy_pseudonym_key("banking-app", "brightwell")
    assert not keys.has_pseudonym_key("banking-app", "brightwell")
    assert not keys.destroy_pseudonym_key("banking-app", "brightwell")
    assert keys.pseudonym_key("banking-app", "orchard-lane") == other
    assert keys.reference_key()
    assert keys.signing_key()


def test_bytes_of_a_destroyed_key_are_overwritten_before_its_name_goes(
    keys: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys.create_pseudonym_key("banking-app", "brightwell")
    seen = []
    monkeypatch.setattr(Path, "unlink", lambda path, **_: seen.append(path.read_bytes()))
    keys.destroy_pseudonym_key("banking-app", "brightwell")
    assert len(seen) == 1
    assert set(seen[0]) == {0}
    with pytest.raises(KeyStoreError, match="is damaged"):
        keys.pseudonym_key("banking-app", "brightwell")


@pytest.mark.parametrize("content", [b"", b"\0" * 45, b"short", b"\xff" * 44, b"QUJD\n" * 11])
def test_damaged_key_is_an_error(keys: KeyStore, content: bytes) -> None:
    (keys.folder / "reference" / "k0001.key").write_bytes(content)
    with pytest.raises(KeyStoreError, match="is damaged"):
        keys.reference_key()


@pytest.mark.parametrize(("study", "client"), [("../reference", "k0001"), ("a", "../../x"), ("", "a"), ("a/b", "c")])
def test_id_that_leads_out_of_its_folder_is_refused(keys: KeyStore, study: str, client: str) -> None:
    for ask in (keys.pseudonym_key, keys.create_pseudonym_key, keys.destroy_pseudonym_key, keys.has_pseudonym_key):
        with pytest.raises(KeyStoreError, match="refused"):
            ask(study, client)
    assert keys.reference_key()


def test_public_half_belongs_to_the_signing_key_and_carries_its_id(keys: KeyStore) -> None:
    key_id, private = keys.signing_key()
    public_id, pem = keys.public_key_pem()
    public = serialization.load_pem_public_key(pem)
    assert key_id == public_id == key_id_of(public)  # type: ignore[arg-type]
    public.verify(private.sign(b"words"), b"words")  # type: ignore[union-attr,call-arg,arg-type]
    assert b"PRIVATE" not in pem


def create_key(folder: Path, results: "multiprocessing.Queue[bytes]") -> None:
    keys = KeyStore(folder)
    keys.create_pseudonym_key("banking-app", "brightwell")
    results.put(keys.pseudonym_key("banking-app", "brightwell"))


def create_store(folder: Path, results: "multiprocessing.Queue[bytes]") -> None:
    try:
        results.put(KeyStore.create(folder).reference_key()[1])
    except KeyStoreError:
        results.put(b"refused")


def in_processes(target: object, folder: Path, number: int) -> list[bytes]:
    context = multiprocessing.get_context("fork")
    results: multiprocessing.Queue[bytes] = context.Queue()
    processes = [context.Process(target=target, args=(folder, results)) for _ in range(number)]  # type: ignore[arg-type]
    for process in processes:
        process.start()
    values = [results.get(timeout=30) for _ in processes]
    for process in processes:
        process.join(30)
    return values


def test_processes_that_create_a_key_at_once_get_the_same_one(keys: KeyStore) -> None:
    assert len(set(in_processes(create_key, keys.folder, 8))) == 1
    assert [path.name for path in (keys.folder / "pseudonym" / "banking-app").iterdir()] == ["brightwell.key"]


def test_of_processes_that_set_up_at_once_one_makes_the_key_store(tmp_path: Path) -> None:
    values = in_processes(create_store, tmp_path / "keys", 6)
    assert values.count(b"refused") == 5
    assert KeyStore(tmp_path / "keys").reference_key()[1] in values
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]
