"""`lethe upgrade-db`: databases at the newest revision; keys and folders where there have never been any."""

import argparse
import os
from typing import TYPE_CHECKING, Any

from lethe.commands.terminal import say
from lethe.errors import LetheError

if TYPE_CHECKING:
    from lethe.agency import Agency


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe upgrade-db`."""
    parser = subparsers.add_parser(
        "upgrade-db",
        help="set up or migrate the research and ledger databases, the first keys and folders",
        description="Bring both databases to this version's revision. Where the ledger is empty, also make the key "
        "store if there is none, and the folders that serve as buckets. Repeating it is harmless.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--new-stores",
        action="store_true",
        help="make missing folders even where the ledger has lines: for a store that is new in config/stores.yaml. Be "
        "sure that its disk is mounted: in an empty folder everything seems deleted",
    )


def run(arguments: argparse.Namespace) -> int:
    """0: databases and keys are in place."""
    from sqlalchemy.exc import SQLAlchemyError

    from lethe.commands.local import DATABASES, agency_from_environment, out_of_reach
    from lethe.migrate import is_current, upgrade

    agency = agency_from_environment(os.environ)
    for which in DATABASES:
        engine = agency.research if which == "research" else agency.ledger.engine
        try:
            current = is_current(engine, which)
            upgrade(engine, which)
        except SQLAlchemyError as error:
            raise LetheError(out_of_reach(which, error)) from None
        say(f"The {which} database {'was' if current else 'is now'} at the newest revision.")
    lines, _ = agency.ledger.head()
    made = _first_keys(agency, lines)
    say(f"The key store {'was made; back it up, apart from the databases' if made else 'is in place'}.")
    # Not every time: where a disk is not mounted, a new empty folder would show everything as deleted.
    if lines == 0 or arguments.new_stores:
        agency.create_folders()
    return 0


def _first_keys(agency: "Agency", lines: int) -> bool:
    """Make a key store for an agency that has done nothing yet; whether one was made.

    Raises:
        KeyStoreError: keys are missing though the ledger has lines, or some are there and others are not.
    """
    from lethe.keystore import KeyStore

    folder = agency.keys.folder
    if lines == 0 and not (folder.exists() and any(folder.iterdir())):
        KeyStore.create(folder)
        return True
    agency.keys.reference_key()
    agency.keys.signing_key()
    return False
