"""`lethe verify`: check a deletion certificate with nothing but the file and a public key."""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from lethe.commands.certificate_file import add_certificate, add_public_key, checked
from lethe.commands.terminal import counted, say, shown


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe verify`."""
    parser = subparsers.add_parser(
        "verify",
        help="check a deletion certificate, offline",
        description="Check that a trusted key signed exactly this certificate, and say in plain words what it shows.",
        allow_abbrev=False,
    )
    add_certificate(parser)
    add_public_key(parser)


def run(arguments: argparse.Namespace) -> int:
    """0: good. 1: not what a trusted key signed."""
    found = checked(arguments)
    if found is None:
        return 1
    for line in in_words(found[1]):
        say(shown(line))
    return 0


def in_words(certificate: Mapping[str, Any]) -> list[str]:
    """What a certificate whose signature was checked shows, line by line."""
    from lethe.retention.page.content import rule_in_words
    from lethe.retention.reading import AGAIN, as_current

    certificate = as_current(certificate)
    rule, plan, listing = certificate["rule"], certificate["plan"], certificate["verification"]
    result, part, approval = certificate["result"], certificate["part"], certificate["performed_by"]["approval"]
    held: Counter[str] = Counter()
    for group in certificate["deleted"]:
        held[group["place"]] += group["items"]
    lines = [
        f"GOOD certificate {certificate['certificate_id']}, signed with key {certificate['signed_with']['key_id']}",
        f"Issued by {certificate['controller']['name']} at {certificate['issued_at']}.",
        f"Rule '{rule['id']}' ({rule['clause']}): {_lowered(rule_in_words(rule))}",
        f"Plan frozen at {plan['frozen_at']} with what was due on {plan['today']}"
        + (f", approved by {approval['by']}." if approval["by"] else "."),
        f"{counted(result['absent'], 'item')} {'was' if result['absent'] == 1 else 'were'} shown to be absent "
        f"from the stores listed, at the time listed ({listing['listed_at']}):",
    ]
    lines += [
        f"  {place['place']}: {counted(held[place['place']], 'item')} absent, "
        f"{counted(place['held_then'], 'other thing')} listed there then (connection {place['connection']}"
        f"{', another than the deleting one' if place['other_than_deleting'] else ''})"
        for place in listing["places"]
    ]
    if part["of"] > 1:
        lines.append(f"This is part {part['number']} of {part['of']}, with {counted(part['items'], 'item')} of them.")
    if plan.get("origin") == "restored":
        lines.append(AGAIN)
    if gone := result.get("gone_before"):
        lines.append(
            f"{counted(gone, 'item')} of these {'was' if gone == 1 else 'were'} gone before: a client's own copy, of "
            "which no version was there when the plan was frozen."
        )
    if result["overdue"]:
        lines.append(f"{counted(result['overdue'], 'item')} of these went later than their day (overdue).")
    if result["kept"]:
        lines.append(f"{counted(result['kept'], 'planned item')} stayed; the ledger says why of each.")
    if result["pseudonym_keys_destroyed"]:
        lines.append(f"{counted(result['pseudonym_keys_destroyed'], 'pseudonym key')} destroyed with them.")
    lines.append("Not covered:")
    lines += [f"  {residual}" for residual in _residuals(listing["places"])]
    lines.append(f"Ledger line {certificate['ledger']['line']}, hash {certificate['ledger']['hash']}.")
    return lines


def _residuals(places: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each residual once, with the places it concerns where that is not all of them."""
    concerned: dict[str, list[str]] = {}
    for place in places:
        for residual in place["residuals"]:
            concerned.setdefault(residual, []).append(place["place"])
    return [
        residual if len(ids) == len(places) else f"{residual} ({', '.join(ids)})" for residual, ids in concerned.items()
    ] or ["copies made elsewhere, by anybody"]


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
