"""The public keys that a certificate is believed by. A key out of the certificate itself is never one of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from lethe.commands.terminal import UsageError
from lethe.retention.certificate import trusted_keys
from lethe.settings import config_folder


def public_keys_folder(environ: Mapping[str, str]) -> Path:
    """Where the agency keeps the public keys it trusts: `public_keys/` beside its configuration."""
    return config_folder(environ) / "public_keys"


def keys_to_trust(named: Sequence[Path], environ: Mapping[str, str]) -> dict[str, Ed25519PublicKey]:
    """The keys named on the command line, and only those; else every `.pem` of the agency's own folder.

    Raises:
        UsageError: there is none to trust.
        CertificateError: a file that is no Ed25519 public key.
    """
    own = public_keys_folder(environ)
    keys = trusted_keys(*(named or [own])) if named or own.is_dir() else {}
    if not keys:
        raise UsageError(
            "there is no public key to check with: name one (--public-key FILE.pem), or put the signer's into "
            "config/public_keys (`lethe public-key --write` does so for this agency's own)"
        )
    return keys


def keys_beside_own(environ: Mapping[str, str]) -> dict[str, Ed25519PublicKey]:
    """The keys that the agency trusts beside its own: those of signing keys it had before, say; none is no error."""
    own = public_keys_folder(environ)
    return trusted_keys(own) if own.is_dir() else {}
