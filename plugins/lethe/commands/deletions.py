"""`lethe deletions`: the kill switch. Stops every deletion within a minute, and lets them run again."""

import argparse
import os
from typing import Any

from lethe.commands.terminal import say


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe deletions`."""
    parser = subparsers.add_parser(
        "deletions",
        help="stop every deletion, or let them run again",
        description="The kill switch: purges under way stop before their next step, later ones do not begin.",
        allow_abbrev=False,
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    stop = actions.add_parser("stop", help="stop every deletion", allow_abbrev=False)
    stop.add_argument("--reason", required=True, help="why, in words without a person's details")
    resume = actions.add_parser("resume", help="let deletions run again", allow_abbrev=False)
    for action in (stop, resume):
        action.add_argument("--by", required=True, metavar="USER", help="the user name of who does this")
    actions.add_parser("status", help="whether they are stopped, by whom and why", allow_abbrev=False)


def run(arguments: argparse.Namespace) -> int:
    """0: done, or as it was asked for already."""
    from lethe.commands.local import ready_agency
    from lethe.retention.stop import current_stop, resume_deletions, stop_deletions

    agency = ready_agency(os.environ)
    if arguments.action == "stop":
        done = stop_deletions(agency, by=arguments.by, reason=arguments.reason)
        say("Every deletion is stopped." if done else "Every deletion was stopped before.")
    elif arguments.action == "resume":
        done = resume_deletions(agency, by=arguments.by)
        say("Deletions may run again; clear the tasks that were stopped." if done else "Deletions were not stopped.")
    else:
        stop = current_stop(agency)
        since = f"Stopped by {stop.by} at {stop.at:%Y-%m-%d %H:%M} UTC: {stop.reason}" if stop else ""
        say(since or "Deletions may run.")
    return 0
