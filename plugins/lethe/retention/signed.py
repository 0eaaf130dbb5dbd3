"""Documents that are exactly their RFC 8785 bytes, signed with Ed25519: checkable with the file and a public key."""

import json
import re
from collections.abc import Mapping
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lethe.errors import LetheError

KEY_ID = re.compile("[0-9a-f]{16}")


class SignatureError(LetheError):
    """A document that is not what its signer wrote, or whose signer is not trusted."""


def signed(document: Mapping[str, Any], form: str, key_id: str, key: Ed25519PrivateKey) -> bytes:
    """The file's exact bytes. The signature, lower-case hex, is over the RFC 8785 form of everything else."""
    body = {**document, "format": form, "signed_with": {"algorithm": "Ed25519", "key_id": key_id}}
    signature = key.sign(rfc8785.dumps(body)).hex()
    return rfc8785.dumps({**body, "signature": signature})


def verified(data: bytes, trusted: Mapping[str, Ed25519PublicKey], *forms: str) -> dict[str, Any]:
    """The document's content when it has one of these forms and a trusted key signed exactly these bytes.

    Raises:
        SignatureError: any changed byte, another form, or a key that is not among the trusted ones. A key out of the
            file itself is never used.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise SignatureError("the file is not JSON") from None
    if not isinstance(document, dict) or document.get("format") not in forms:
        raise SignatureError(f"the file is not of the form {' or '.join(forms)}")
    try:
        if rfc8785.dumps(document) != data:
            raise SignatureError("the file is not in its canonical form (RFC 8785): it was changed or re-saved")
        signature = bytes.fromhex(document["signature"])
        if signature.hex() != document["signature"]:
            # The same signature in capitals or with spaces: other bytes than were signed and kept.
            raise SignatureError("the signature is not written as its signer wrote it: the file was changed")
        key_id = document["signed_with"]["key_id"]
        body = {name: value for name, value in document.items() if name != "signature"}
        # What stands there is anybody's text until the signature is checked: it is shown only if it can be a key's id.
        if not isinstance(key_id, str) or not KEY_ID.fullmatch(key_id):
            raise SignatureError("it names no key that could have signed it (a key's id is 16 hex digits)")
        key = trusted.get(key_id)
    except (KeyError, TypeError, ValueError, RecursionError, rfc8785.CanonicalizationError):
        raise SignatureError("its signature is missing or malformed") from None
    if key is None:
        raise SignatureError(f"signed with key '{key_id}', which is not trusted; name its public key (--public-key)")
    try:
        key.verify(signature, rfc8785.dumps(body))
    except InvalidSignature:
        raise SignatureError("the signature does not fit: the file was changed after it was signed") from None
    return document
