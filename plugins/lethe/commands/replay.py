"""`lethe replay`: after a restore, delete again what had been deleted."""

import argparse
import os
from typing import Any

from lethe.commands.terminal import counted, say, tell


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe replay`."""
    subparsers.add_parser(
        "replay",
        help="after a restore: delete again what the ledger says was deleted",
        description="List every place, delete again what the ledger says was deleted and is there all the same, verify "
        "and certify. Run it after any restore, before anything else, with the newest ledger in place. It refuses a "
        "ledger that was itself restored from an older backup. Repeating it is harmless.",
        allow_abbrev=False,
    )


def run(_arguments: argparse.Namespace) -> int:
    """0: all that came back is gone again, or is on hold. 1: something could not be, or somebody must look."""
    from lethe.commands.local import ready_agency
    from lethe.commands.trust import keys_beside_own
    from lethe.retention.replay import replay

    agency = ready_agency(os.environ)
    done = replay(agency, f"command line {agency.now().isoformat()}", trusted=keys_beside_own(os.environ))
    say(f"{counted(done.came_back, 'thing')} that had been deleted {'was' if done.came_back == 1 else 'were'} there.")
    say(f"{counted(done.deleted, 'thing')} deleted again, shown to be absent and certified.")
    for plan_id in done.plans:
        say(f"  plan {plan_id}")
    if done.held:
        say(f"{counted(done.held, 'thing')} kept: a legal hold is on them.")
    if done.not_due:
        tell(
            f"lethe: {counted(done.not_due, 'thing')} left: dated now, not due yet. Was an id used again? Somebody "
            "must look"
        )
    if done.undated:
        tell(
            f"lethe: {counted(done.undated, 'row')} left: without a date, under an id that was deleted before. Does a "
            "table count from 1 again? Date what is new, and delete by hand what is not"
        )
    for reason, number in sorted(done.failures.items()):
        tell(f"lethe: {number:,} not done: {reason}")
    return 1 if done.failures or done.not_due or done.undated else 0
