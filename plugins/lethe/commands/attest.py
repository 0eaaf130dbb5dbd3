"""`lethe attest`: write down a client's word that its copies are deleted."""

import argparse
import os
from typing import Any

from lethe.commands.plan import as_day
from lethe.commands.terminal import counted, say


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe attest`."""
    parser = subparsers.add_parser(
        "attest",
        help="write down that a client attested the deletion of its own copies",
        description="Write down what a client answered to the notices for one due day. After 'partly' the client is "
        "asked again.",
        allow_abbrev=False,
    )
    parser.add_argument("client", metavar="CLIENT", help="the client's id in config/clients.yaml")
    parser.add_argument("--due", type=as_day, required=True, metavar="DATE", help="the day in the notice's code")
    parser.add_argument("--by", required=True, metavar="WHO", help="a name or role at the client; not in the ledger")
    parser.add_argument(
        "--statement",
        choices=("deleted", "none-held", "partly"),
        default="deleted",
        help="what it says (default: deleted)",
    )
    parser.add_argument("--note", default="", metavar="TEXT", help="one line; nothing of a participant")


def run(arguments: argparse.Namespace) -> int:
    """0: it is written down, whether or not something is left. 1: it was refused."""
    from lethe.commands.local import ready_agency
    from lethe.retention.attestation import Statement, attest

    written = attest(
        ready_agency(os.environ),
        arguments.client,
        arguments.due,
        by=arguments.by,
        statement=Statement(arguments.statement),
        note=arguments.note,
    )
    say(f"{written.code}: {written.statement.value}, {counted(written.closed, 'thing')} closed")
    if written.waiting:
        say(f"  {counted(written.waiting, 'thing')} of that day still to be attested; the client is asked again")
    return 0
