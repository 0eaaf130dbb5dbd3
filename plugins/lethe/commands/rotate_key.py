"""`lethe rotate-key`: a new key for the references that the ledger writes from now on."""

import argparse
import os
from typing import Any

from lethe.commands.terminal import say


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe rotate-key`."""
    subparsers.add_parser(
        "rotate-key",
        help="make a new reference key for the ledger",
        description="Make a new current reference key. The earlier ones stay, for the lines written with them.",
        allow_abbrev=False,
    )


def run(_arguments: argparse.Namespace) -> int:
    """0: there is a new current key, and a line in the ledger that says so."""
    from lethe.commands.local import ready_agency
    from lethe.ledger import Entry

    agency = ready_agency(os.environ)
    # Asked for first: where the current key is missing, a new one would orphan every line there is.
    before, _ = agency.keys.reference_key()
    key_id = agency.keys.rotate_reference_key()
    agency.ledger.append([Entry("key_rotated", key_id, key_id, "rotated", {"before": before})])
    say(f"New lines of the ledger use the reference key {key_id}. {before} stays: back up both.")
    return 0
