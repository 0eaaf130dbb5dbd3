"""The certificate's form: RFC 8785 JSON signed with Ed25519, checkable with the file and a public key alone."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lethe.errors import LetheError
from lethe.keystore import key_id_of

FORMAT = "lethe-deletion-certificate/2"
FIRST_FORMAT = "lethe-deletion-certificate/1"
READABLE = (FORMAT, FIRST_FORMAT)
"""What this version verifies; it writes the first of them."""


class CertificateError(LetheError):
    """A certificate that is not what its signer wrote, or whose signer is not trusted."""


def signed_certificate(document: Mapping[str, Any], key_id: str, key: Ed25519PrivateKey) -> bytes:
    """The file's exact bytes. The signature, lower-case hex, is over the RFC 8785 form of everything else."""
    body = {**document, "format": FORMAT, "signed_with": {"algorithm": "Ed25519", "key_id": key_id}}
    signature = key.sign(rfc8785.dumps(body)).hex()
    return rfc8785.dumps({**body, "signature": signature})


def verify_certificate(data: bytes, trusted: Mapping[str, Ed25519PublicKey]) -> dict[str, Any]:
    """The certificate's content when a trusted key signed exactly these bytes.

    Raises:
        CertificateError: any changed byte, an unknown form, or a key that is not among the trusted ones. A key out
            of the file itself is never used.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise CertificateError("not a certificate: the file is not JSON") from None
    if not isinstance(document, dict) or document.get("format") not in READABLE:
        raise CertificateError(f"not a certificate of the form {' or '.join(READABLE)}")
    try:
        if rfc8785.dumps(document) != data:
            raise CertificateError("the file is not in its canonical form (RFC 8785): it was changed or re-saved")
        signature = bytes.fromhex(document["signature"])
        if signature.hex() != document["signature"]:
            # The same signature in capitals or with spaces: other bytes than were signed and kept.
            raise CertificateError("the signature is not written as its signer wrote it: the file was changed")
        key_id = document["signed_with"]["key_id"]
        body = {name: value for name, value in document.items() if name != "signature"}
        key = trusted.get(key_id)
    except (KeyError, TypeError, ValueError, rfc8785.CanonicalizationError):
        raise CertificateError("not a certificate: its signature is missing or malformed") from None
    if key is None:
        raise CertificateError(f"signed with key '{key_id}', which is not trusted; name its public key (--public-key)")
    try:
        key.verify(signature, rfc8785.dumps(body))
    except InvalidSignature:
        raise CertificateError("the signature does not fit: the file was changed after it was signed") from None
    return document


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
