"""`lethe ledger verify`: is every line of the ledger as it was written?"""

import argparse
import os
from pathlib import Path
from typing import Any

from lethe.commands.certificate_file import add_public_key
from lethe.commands.terminal import counted, say, shown, tell


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe ledger`, with `verify` under it."""
    parser = subparsers.add_parser(
        "ledger", help="check the ledger", description="What can be asked of the ledger.", allow_abbrev=False
    )
    verify = parser.add_subparsers(metavar="ACTION", required=True).add_parser(
        "verify",
        help="check that no line was changed, removed or added",
        description="Check the chain of the ledger from its first line to its head, and against every anchor, audit "
        "report and certificate of the evidence store, and certificates that were kept elsewhere: each names a line "
        "as it was when it was signed.",
        allow_abbrev=False,
    )
    verify.add_argument(
        "certificates", nargs="*", type=Path, metavar="CERTIFICATE", help="certificates, or folders of them"
    )
    add_public_key(verify)


def run(arguments: argparse.Namespace) -> int:
    """0: the chain holds. 1: it does not, or a document that should bear witness cannot; every problem is listed."""
    from lethe.commands.local import ready_agency
    from lethe.commands.trust import keys_beside_own, keys_to_trust
    from lethe.retention.anchor import witnesses_at_hand
    from lethe.retention.certificate import CertificateError, verify_certificate

    agency = ready_agency(os.environ)
    keys = keys_to_trust(arguments.public_key, os.environ) if arguments.certificates else {}
    kept = witnesses_at_hand(agency, keys_beside_own(os.environ))
    problems = list(kept.problems)
    silent = list(kept.unreadable)
    anchors = dict(kept.hashes)
    files = _files(arguments.certificates)
    for number, file in enumerate(files, 1):
        try:
            anchor = verify_certificate(file.read_bytes(), keys)["ledger"]
        except (CertificateError, OSError) as error:
            reason = str(error) if isinstance(error, CertificateError) else type(error).__name__
            silent.append(f"certificate {number} of {len(files)} says nothing: {reason}")
            continue
        if anchors.setdefault(anchor["line"], anchor["hash"]) != anchor["hash"]:
            problems.append(f"two documents name different lines {anchor['line']}")
    problems += agency.ledger.verify_chain(anchors)
    for problem in [*problems, *silent]:
        tell(f"lethe: {shown(problem)}")
    if problems:
        say(f"The ledger is NOT as it was written: {counted(len(problems), 'problem')}.")
        return 1
    if silent:
        say(
            f"The chain holds, and nothing contradicts it; {counted(len(silent), 'document')} that should bear witness "
            "to it cannot: no trusted key signed what lies there."
        )
        return 1
    lines, head = agency.ledger.head()
    say(f"The chain of {counted(lines, 'line')} holds, to its head {head}.")
    say(f"Checked against {counted(kept.documents, 'document')} of the evidence store.")
    say(f"Checked against {counted(len(files), 'certificate')} kept elsewhere.")
    if not files and not kept.documents:
        say("Without one, nobody can tell a ledger that was cut and its head rewritten: name some.")
    return 0


def _files(paths: list[Path]) -> list[Path]:
    return [file for path in paths for file in (sorted(path.rglob("*.json")) if path.is_dir() else [path])]
