"""`lethe check`: is the configuration sound, is what it names installed, and what does it amount to? Offline.

With `--stores` it also asks every connection what it reaches, and reads names alone.
"""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from lethe.commands.terminal import counted, say

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def register(subparsers: "Subparsers") -> None:
    """Add `check` with its options to the `lethe` command."""
    parser = subparsers.add_parser(
        "check",
        help="check the configuration and say what it amounts to",
        description="Check every file of the configuration against the others and against the policy, and that the "
        "NLP engines it names are installed on this machine. Offline: no store and no database is touched, nothing is "
        "downloaded, unless --stores asks for it. Ends with 1 where something must be put right.",
    )
    parser.add_argument(
        "--config",
        type=Path,
        metavar="DIR",
        help="the configuration folder; by default $LETHE_CONFIG, else $LETHE_HOME/config, else ./config",
    )
    parser.add_argument(
        "--write-schemas", action="store_true", help="write the JSON Schemas for editors to DIR/schemas and stop"
    )
    parser.add_argument(
        "--stores",
        action="store_true",
        help="also list what the connections reach, and name every bucket, part of a bucket and table that no store "
        "and no exclusion of stores.yaml names; changes nothing there",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the problems, or a summary where there are none; the exit code, 1 where something must be put right."""
    # Here, not above: `lethe --help` imports this file and needs none of it.
    from lethe.settings import SettingsError, config_folder, load_settings
    from lethe.settings.loader import not_installed
    from lethe.settings.summary import summary

    folder: Path = arguments.config or config_folder(os.environ)
    if arguments.write_schemas:
        return _write_schemas(folder)
    try:
        settings = load_settings(folder)
        missing = not_installed(folder)
        if missing:
            raise SettingsError(missing)
    except SettingsError as error:
        say(str(error))
        say()
        say(f"{counted(len(error.problems), 'problem')}. Nothing was started or changed.")
        return 1
    say("\n".join(summary(settings)))
    return _coverage(folder) if arguments.stores else 0


def _coverage(folder: Path) -> int:
    """Tell what is reached and watched by nobody; 1 where there is any."""
    from lethe.commands.local import agency_from_environment
    from lethe.retention.coverage import coverage_gaps

    agency = agency_from_environment({**os.environ, "LETHE_CONFIG": str(folder)})
    gaps = coverage_gaps(agency)
    watched = [gap for gap in gaps if gap.kind != "not_listed"]
    say("\nWhat the connections reach")
    for gap in gaps:
        say(f"  {gap}")
    if watched:
        say(f"\n{counted(len(watched), 'thing')} that nobody deletes from: give each a store, a table or an exclusion.")
        return 1
    say(f"  {'otherwise ' if gaps else ''}nothing but what stores.yaml names")
    return 0


def _write_schemas(folder: Path) -> int:
    from lethe.settings.schemas import write_schemas

    if not folder.is_dir():
        say(f"{folder.name}: there is no such folder; --config names another")
        return 1
    paths = write_schemas(folder / "schemas")
    say(f"wrote {len(paths)} schemas to {folder.name}/schemas")
    return 0
