"""The `lethe` command: what needs no Airflow. Each file of `lethe.commands` is one command.

Exit codes: 0 done, 1 something failed or is not as it should be, 2 wrong usage, 3 the gate held a result back.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any, Protocol

from lethe.commands import (
    anonymise,
    attest,
    certificate,
    check,
    deletions,
    handover,
    hold,
    ledger,
    plan,
    public_key,
    replay,
    rotate_key,
    status,
    suggest_columns,
    upgrade_db,
    verify,
)
from lethe.commands.terminal import shown, tell

FAILED, INTERRUPTED = 1, 130


class Command(Protocol):
    """What a command file offers."""

    def register(self, subparsers: "argparse._SubParsersAction[Any]", /) -> object:
        """Add the command and its arguments."""

    def run(self, arguments: argparse.Namespace, /) -> int:
        """Do it; the exit code."""


COMMANDS: tuple[Command, ...] = (
    check,
    suggest_columns,
    anonymise,
    plan,
    hold,
    deletions,
    status,
    handover,
    attest,
    replay,
    verify,
    certificate,
    ledger,
    upgrade_db,
    rotate_key,
    public_key,
)
"""In the order of `lethe --help`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. What went wrong is told on stderr, a line a problem, never a person's detail."""
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why already
        return stop.code if isinstance(stop.code, int) else FAILED
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        tell("lethe: stopped by the keyboard")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; what Python flushes at its end must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # the border of the program: nothing may leave as a traceback by itself
        return _failed(error, debug=arguments.debug)
    return code


def parser() -> argparse.ArgumentParser:
    """The command line with every command in it. Built from light imports alone: `--help` answers at once."""
    top = argparse.ArgumentParser(
        prog="lethe", description="Anonymise before it is shared, forget it on time, prove both.", allow_abbrev=False
    )
    top.add_argument("--debug", action="store_true", help="show a traceback, which may hold a person's details")
    subparsers = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        known = set(subparsers.choices)
        command.register(subparsers)
        for name in set(subparsers.choices) - known:
            subparsers.choices[name].set_defaults(run=command.run)
            # Suppressed, so that a `--debug` given before the command is not undone by this default.
            subparsers.choices[name].add_argument(
                "--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
            )
    return top


def _failed(error: Exception, *, debug: bool) -> int:
    from anonymizers.errors import AnonymizerError
    from lethe.errors import LetheError

    if debug:
        import traceback

        tell("".join(traceback.format_exception(error)).rstrip())
    if isinstance(error, LetheError | AnonymizerError):
        said = error.named if isinstance(error, AnonymizerError) else str(error)
        for line in said.splitlines():
            tell(f"lethe: {shown(line)}")
        return int(getattr(error, "exit_code", FAILED))
    # The text of somebody else's exception may quote what it was given: a name, a row, a file's name.
    advice = "please report it" if debug else "please report it; --debug shows where, and may show a person's details"
    tell(f"lethe: unexpected {type(error).__name__}, nothing more was done; {advice}")
    return FAILED
