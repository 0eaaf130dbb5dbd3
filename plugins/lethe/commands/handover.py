"""`lethe handover`: note what was given to a client outside any bucket, so that its due day is kept."""

import argparse
import os
from typing import Any

from lethe.commands.plan import as_day
from lethe.commands.terminal import say, tell


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe handover`."""
    parser = subparsers.add_parser(
        "handover",
        help="note what was given to a client on a disk or by a link, and when it must go",
        description="Register something that a client holds outside any bucket. The client is told 30 and 7 days "
        "before the day and on it, and must attest that it is deleted. Repeating it is harmless.",
        allow_abbrev=False,
    )
    parser.add_argument("client", metavar="CLIENT", help="the client's id in config/clients.yaml")
    parser.add_argument("--study", required=True, metavar="S", help="the study that it comes from")
    parser.add_argument(
        "--kind", required=True, choices=("recording", "transcript", "upload", "survey"), help="what it is"
    )
    dated = parser.add_mutually_exclusive_group(required=True)
    dated.add_argument("--due", type=as_day, metavar="DATE", help="the day it must be gone by, as 2027-03-01")
    dated.add_argument("--session", metavar="ID", help="the session that its day is counted from")
    parser.add_argument(
        "--reference", required=True, metavar="ID", help="your own id of the disk or link, such as disk-0042; no name"
    )


def run(arguments: argparse.Namespace) -> int:
    """0: it is in the register. 1: it was refused."""
    from lethe.commands.local import ready_agency
    from lethe.retention.handovers import hand_over

    agency = ready_agency(os.environ)
    entry = hand_over(
        agency,
        arguments.client,
        study_id=arguments.study,
        kind=arguments.kind,
        reference=arguments.reference,
        due=arguments.due,
        session_id=arguments.session,
    )
    say(
        f"Registered: {entry.kind} '{entry.reference}' at {entry.client_id}, due {entry.due.isoformat()} "
        f"({entry.clause})"
    )
    if not agency.settings.clients.clients[entry.client_id].contacts:
        tell(f"lethe: client '{entry.client_id}' has no contacts: name in config/clients.yaml who is to be told")
    if agency.settings.agency.dpo is None:
        tell("lethe: config/agency.yaml names no dpo: nobody would hear when the client does not answer")
    return 0
