"""`lethe certificate`: a deletion certificate as a page to read and to print."""

import argparse
from pathlib import Path
from typing import Any

from lethe.commands.certificate_file import add_certificate, add_public_key, checked
from lethe.commands.terminal import UsageError, say, shown


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe certificate`."""
    parser = subparsers.add_parser(
        "certificate",
        help="a deletion certificate as a page to read and print",
        description="Check a certificate as `lethe verify` does, and make the page that people read from it. The "
        "signed file stays the truth: the page names its SHA-256.",
        allow_abbrev=False,
    )
    add_certificate(parser)
    parser.add_argument("--html", type=Path, metavar="OUT", help="write the page as HTML (default: FILE.html)")
    parser.add_argument("--pdf", type=Path, metavar="OUT", help="write the page as PDF (default: FILE.pdf)")
    add_public_key(parser)


def run(arguments: argparse.Namespace) -> int:
    """0: every page asked for is written. 1: not what a trusted key signed; nothing is written."""
    found = checked(arguments, otherwise="; no page was made")
    if found is None:
        return 1
    from lethe.retention.page import html_page, page_of, pdf_page

    asked = {"html": arguments.html, "pdf": arguments.pdf}
    if not any(asked.values()):
        asked = {form: arguments.file.with_suffix(f".{form}") for form in asked}
    page = page_of(found[0])
    for form, draw in (("html", html_page), ("pdf", pdf_page)):
        if asked[form] is not None:
            _write(asked[form], draw(page), arguments.file)
            say(f"Wrote {shown(asked[form])}")
    return 0


def _write(path: Path, data: bytes, certificate: Path) -> None:
    try:
        if path.resolve() == certificate.resolve():
            raise UsageError("the page would overwrite the certificate itself; name another file. Nothing was written")
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{shown(path)} cannot be written ({type(error).__name__})") from None
