"""A certificate's file on the command line: how it and the keys it is believed by are named, read and checked."""

import argparse
import os
from pathlib import Path
from typing import Any

from lethe.commands.terminal import UsageError, shown, tell


def add_public_key(parser: argparse.ArgumentParser) -> None:
    """Add `--public-key`, which may be given more than once."""
    parser.add_argument(
        "--public-key",
        type=Path,
        action="append",
        default=[],
        metavar="PEM",
        help="trust this key alone, or every .pem of this folder (default: config/public_keys)",
    )


def add_certificate(parser: argparse.ArgumentParser) -> None:
    """Add the certificate's file."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the certificate (JSON)")


def checked(arguments: argparse.Namespace, *, otherwise: str = "") -> tuple[bytes, dict[str, Any]] | None:
    """The certificate's bytes and what they say. None, and why it is bad on stderr, when no trusted key signed them.

    Nothing of a bad file is shown. `otherwise` ends the line: what was not done.

    Raises:
        UsageError: the file cannot be read, or there is no key to trust.
    """
    from lethe.commands.trust import keys_to_trust
    from lethe.retention.certificate import CertificateError, verify_certificate

    keys = keys_to_trust(arguments.public_key, os.environ)
    try:
        data: bytes = arguments.file.read_bytes()
    except OSError as error:
        raise UsageError(f"the certificate cannot be read ({type(error).__name__})") from None
    try:
        return data, verify_certificate(data, keys)
    except CertificateError as error:
        tell(f"BAD certificate: {shown(str(error))}{otherwise}")
        return None
