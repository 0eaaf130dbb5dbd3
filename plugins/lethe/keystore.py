"""The agency's keys, in a folder only its owner can read.

Three kinds. Pseudonym keys: 32 random bytes per study and client, each destroyable alone, never derived from a master.
Reference keys: with them the ledger names things it must not hold; rotated, the old ones kept so that old lines can
still be matched. Signing keys (Ed25519): under a certificate. A key that is missing is an error, never a new key.
"""

import base64
import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lethe.errors import LetheError

KEY_BYTES = 32


class KeyStoreError(LetheError):
    """A key that is missing, exists already, or lies open to others."""


class KeyStore:
    """Keys by kind and id. Nothing is created but by the three methods that say so."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def create(cls, folder: Path) -> "KeyStore":
        """A new key store with one reference and one signing key; refused where one already is."""
        store = cls(folder)
        if folder.exists() and any(folder.iterdir()):
            raise KeyStoreError("the key store already exists; a second set of keys would orphan the first")
        for name in ("reference", "signing", "pseudonym"):
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        store.rotate_reference_key()
        private = Ed25519PrivateKey.generate()
        pem = private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        _write_new(folder / "signing" / f"{key_id_of(private.public_key())}.pem", pem)
        return store

    def reference_key(self, key_id: str | None = None) -> tuple[str, bytes]:
        """The id and bytes of the current reference key, or of the one named."""
        names = self.reference_key_ids()
        if not names:
            raise KeyStoreError(
                "the reference key is missing; restore the key store from its backup, never make a new one"
            )
        name = key_id or names[-1]
        return name, self._read(self.folder / "reference" / f"{name}.key")

    def reference_key_ids(self) -> list[str]:
        """The ids of all reference keys, the current one last."""
        return sorted(path.stem for path in (self.folder / "reference").glob("*.key"))

    def rotate_reference_key(self) -> str:
        """Make a new current reference key; the earlier ones stay for the lines written with them."""
        number = len(self.reference_key_ids()) + 1
        key_id = f"k{number:04d}"
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
        return self.folder / "pseudonym" / study_id / f"{client_id}.key"

    def _read(self, path: Path) -> bytes:
        if not path.is_file():
            raise KeyStoreError(
                f"the {path.parent.name} key '{path.stem}' is missing; restore the key store from its backup"
            )
        _refuse_open(path)
        key = base64.b64decode(path.read_bytes())
        if len(key) != KEY_BYTES:
            raise KeyStoreError(f"the {path.parent.name} key '{path.stem}' is damaged; restore it from the backup")
        return key


def key_id_of(public: Ed25519PublicKey) -> str:
    """The first 8 bytes of the raw public key as hex: which key a signature asks for."""
    raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return raw[:8].hex()


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
