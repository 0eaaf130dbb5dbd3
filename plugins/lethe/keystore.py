"""The agency's keys, in a folder only its owner can read.

Three kinds. Pseudonym keys: 32 random bytes per study and client, each destroyable alone, never derived from a master.
Reference keys: with them the ledger names things it must not hold; rotated, the old ones kept so that old lines can
still be matched. Signing keys (Ed25519): under a certificate. A key that is missing is an error, never a new key.
"""

import base64
import binascii
import os
import re
import secrets
import shutil
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lethe.errors import LetheError

KEY_BYTES = 32
ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


class KeyStoreError(LetheError):
    """A key that is missing, exists already, or lies open to others."""


class KeyStore:
    """Keys by kind and id. Nothing is created but by the three methods that say so."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def create(cls, folder: Path) -> "KeyStore":
        """A new key store with one reference and one signing key; refused where one already is."""
        exists = KeyStoreError("the key store already exists; a second set of keys would orphan the first")
        if folder.exists() and any(folder.iterdir()):
            raise exists
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Made beside its place (0700, by mkdtemp) and moved there whole: a killed set-up leaves no half of it.
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            for name in ("reference", "signing", "pseudonym"):
                (draft / name).mkdir(mode=0o700)
            _write_new(draft / "reference" / f"{_reference_id(1)}.key", _encoded(secrets.token_bytes(KEY_BYTES)))
            private = Ed25519PrivateKey.generate()
            pem = private.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            _write_new(draft / "signing" / f"{key_id_of(private.public_key())}.pem", pem)
            try:
                draft.rename(folder)
            except OSError:
                raise exists from None
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        return cls(folder)

    def reference_key(self, key_id: str | None = None) -> tuple[str, bytes]:
        """The id and bytes of the current reference key, or of the one named."""
        name = key_id or self.reference_key_ids()[-1]
        return name, self._read(self.folder / "reference" / f"{name}.key")

    def reference_key_ids(self) -> list[str]:
        """The ids of all reference keys, the current one last.

        Raises:
            KeyStoreError: there is none, or one in the row is missing: what was named with it could not be found.
        """
        names = sorted(path.stem for path in (self.folder / "reference").glob("*.key"))
        if not names or names != [_reference_id(number) for number in range(1, len(names) + 1)]:
            raise KeyStoreError(
                "the reference key is missing; restore the key store from its backup, never make a new one"
            )
        return names

    def rotate_reference_key(self) -> str:
        """Make a new current reference key; the earlier ones stay for the lines written with them."""
        key_id = _reference_id(len(self.reference_key_ids()) + 1)
        _write_new(self.folder / "reference" / f"{key_id}.key", _encoded(secrets.token_bytes(KEY_BYTES)))
        return key_id

    def signing_key(self) -> tuple[str, Ed25519PrivateKey]:
        """The id and the private half of the signing key."""
        paths = sorted((self.folder / "signing").glob("*.pem"))
        if not paths:
            raise KeyStoreError("the signing key is missing; restore the key store from its backup")
        _refuse_open(paths[0])
        private = serialization.load_pem_private_key(paths[0].read_bytes(), password=None)
        if not isinstance(private, Ed25519PrivateKey):
            raise KeyStoreError(f"signing key '{paths[0].stem}' is not an Ed25519 key")
        return key_id_of(private.public_key()), private

    def public_key_pem(self) -> tuple[str, bytes]:
        """The id and the public half of the signing key as PEM: what others verify with."""
        key_id, private = self.signing_key()
        pem = private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return key_id, pem

    def has_pseudonym_key(self, study_id: str, client_id: str) -> bool:
        """Whether that study's key for that client exists."""
        return self._pseudonym_path(study_id, client_id).is_file()

    def create_pseudonym_key(self, study_id: str, client_id: str) -> None:
        """Make the key of a study for a client; one that exists stays as it is."""
        path = self._pseudonym_path(study_id, client_id)
        if not path.is_file():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write_new(path, _encoded(secrets.token_bytes(KEY_BYTES)), existing_ok=True)

    def pseudonym_key(self, study_id: str, client_id: str) -> bytes:
        """The key that turns a study's ids into pseudonyms for one client (32 bytes)."""
        return self._read(self._pseudonym_path(study_id, client_id))

    def destroy_pseudonym_key(self, study_id: str, client_id: str) -> bool:
        """Overwrite and remove a pseudonym key; whether there was one. What a disk keeps beneath is a residual."""
        path = self._pseudonym_path(study_id, client_id)
        if not path.is_file():
            return False
        with path.open("r+b") as file:
            file.write(b"\0" * path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
        path.unlink(missing_ok=True)
        return True

    def _pseudonym_path(self, study_id: str, client_id: str) -> Path:
        if not (ID.fullmatch(study_id) and ID.fullmatch(client_id)):
            raise KeyStoreError("an id that cannot be part of a key's name was refused")
        return self.folder / "pseudonym" / study_id / f"{client_id}.key"

    def _read(self, path: Path) -> bytes:
        if not path.is_file():
            raise KeyStoreError(
                f"the {path.parent.name} key '{path.stem}' is missing; restore the key store from its backup"
            )
        _refuse_open(path)
        try:
            key = base64.b64decode(path.read_bytes().strip(), validate=True)
        except binascii.Error:
            key = b""
        if len(key) != KEY_BYTES:
            raise KeyStoreError(f"the {path.parent.name} key '{path.stem}' is damaged; restore it from the backup")
        return key


def key_id_of(public: Ed25519PublicKey) -> str:
    """The first 8 bytes of the raw public key as hex: which key a signature asks for."""
    raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return raw[:8].hex()


def _reference_id(number: int) -> str:
    return f"k{number:04d}"


def _encoded(key: bytes) -> bytes:
    return base64.b64encode(key) + b"\n"


def _refuse_open(path: Path) -> None:
    if path.stat().st_mode & 0o077:
        raise KeyStoreError(f"the {path.parent.name} key '{path.stem}' can be read by others; make it 0600")


def _write_new(path: Path, content: bytes, *, existing_ok: bool = False) -> None:
    """Write a key whole or not at all, and never over another: of two writers, the first stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        if not existing_ok:
            raise KeyStoreError(f"the key '{path.stem}' already exists") from None
    finally:
        draft.unlink(missing_ok=True)
