"""`lethe suggest-columns`: a role for each column of a survey file, with its reason, to paste into a study."""

import argparse
from pathlib import Path
from typing import Any

from lethe.commands.terminal import UsageError, counted, say, tell


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe suggest-columns`."""
    parser = subparsers.add_parser(
        "suggest-columns",
        help="propose what each column of a survey file is",
        description="Read a survey file (.csv .tsv .xlsx .sav .parquet) as its platform writes it and print a role "
        "for each column with the reason, as YAML to paste into config/studies/<study>.yaml. Nothing of a cell is "
        "printed. Read it before you paste it: where in doubt, the stricter role is proposed.",
        allow_abbrev=False,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the survey file")


def run(arguments: argparse.Namespace) -> int:
    """0: proposed."""
    from anonymizers.tables import read_table
    from anonymizers.tables.suggest import as_yaml, suggest_columns

    try:
        data = arguments.file.read_bytes()
    except OSError as error:
        raise UsageError(f"the survey file cannot be read ({type(error).__name__})") from None
    table = read_table(data, arguments.file.suffix.lower())
    tell(f"Read as {table.platform}: {counted(table.rows_read, 'row')}, {counted(len(table.columns), 'column')}.")
    if table.left_out:
        tell(f"Never carried on: {', '.join(table.left_out)}.")
    say(as_yaml(suggest_columns(table)).rstrip("\n"))
    return 0
