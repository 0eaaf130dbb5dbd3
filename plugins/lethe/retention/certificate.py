"""The certificate's form: RFC 8785 JSON signed with Ed25519, checkable with the file and a public key alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lethe.errors import LetheError
from lethe.keystore import key_id_of
from lethe.retention.signed import SignatureError, signed, verified

FORMAT = "lethe-deletion-certificate/2"
FIRST_FORMAT = "lethe-deletion-certificate/1"
READABLE = (FORMAT, FIRST_FORMAT)
"""What this version verifies; it writes the first of them."""


class CertificateError(LetheError):
    """A certificate that is not what its signer wrote, or whose signer is not trusted."""


def signed_certificate(document: Mapping[str, Any], key_id: str, key: Ed25519PrivateKey) -> bytes:
    """The file's exact bytes. The signature, lower-case hex, is over the RFC 8785 form of everything else."""
    return signed(document, FORMAT, key_id, key)


def verify_certificate(data: bytes, trusted: Mapping[str, Ed25519PublicKey]) -> dict[str, Any]:
    """The certificate's content when a trusted key signed exactly these bytes.

    Raises:
        CertificateError: any changed byte, an unknown form, or a key that is not among the trusted ones. A key out
            of the file itself is never used.
    """
    try:
        return verified(data, trusted, *READABLE)
    except SignatureError as error:
        raise CertificateError(str(error)) from None


def trusted_keys(*paths: Path) -> dict[str, Ed25519PublicKey]:
    """The public keys in PEM files, or in every `.pem` of a folder, by key id."""
    files = [file for path in paths for file in (sorted(path.glob("*.pem")) if path.is_dir() else [path])]
    keys = {}
    for file in files:
        try:
            key = serialization.load_pem_public_key(file.read_bytes())
        except (ValueError, OSError):
            raise CertificateError(f"'{file.name}' is not a public key in PEM form") from None
        if not isinstance(key, Ed25519PublicKey):
            raise CertificateError(f"'{file.name}' is not an Ed25519 public key")
        keys[key_id_of(key)] = key
    return keys
