"""`lethe public-key`: the public half of the signing key, for whoever checks certificates."""

import argparse
import os
from typing import Any

from lethe.commands.terminal import say
from lethe.errors import LetheError


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe public-key`."""
    parser = subparsers.add_parser(
        "public-key",
        help="print the public key that certificates are checked with",
        description="Print the public half of the signing key as PEM, or put it among the keys that are trusted.",
        allow_abbrev=False,
    )
    parser.add_argument("--write", action="store_true", help="write it to config/public_keys/<key id>.pem")


def run(arguments: argparse.Namespace) -> int:
    """0: printed or written. A file of that name that holds anything else is left as it is."""
    from lethe.commands.local import agency_from_environment
    from lethe.commands.trust import public_keys_folder

    key_id, pem = agency_from_environment(os.environ).keys.public_key_pem()
    if not arguments.write:
        say(pem.decode("ascii").rstrip())
        return 0
    path = public_keys_folder(os.environ) / f"{key_id}.pem"
    if path.exists() and path.read_bytes() != pem:
        raise LetheError(f"config/public_keys/{key_id}.pem holds something else; it was left as it is")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pem)
    say(f"{path.parent.name}/{path.name} holds the public key {key_id}")
    return 0
