"""`lethe plan`: what would go on a day, what stays and why. It reads; it cannot delete."""

import argparse
import os
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from lethe.commands.terminal import counted, say, tell
from lethe.errors import LetheError

if TYPE_CHECKING:
    from lethe.retention.inventory import Held
    from lethe.settings.retention import RetentionRule

STANDINGS = ("due", "overdue", "not_yet", "undated", "unknown")
SAID = {
    "due": "go: due that day",
    "overdue": "go: due before that day",
    "not_yet": "stay: not due yet",
    "undated": "stay until somebody dates them: the event's time is unknown",
    "unknown": "stay until somebody places them: nothing tells what they belong to",
}


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe plan`."""
    parser = subparsers.add_parser(
        "plan",
        help="what would be deleted on a day, and what stays and why",
        description="List what the rules cover in every place now, and say what would go on a day. Deletes nothing.",
        allow_abbrev=False,
    )
    parser.add_argument("rules", nargs="*", metavar="RULE", help="rules of config/retention.yaml (default: all)")
    parser.add_argument(
        "--at", type=_day, metavar="DATE", help="the day, as 2027-03-01 (default: today where the agency is)"
    )


def run(arguments: argparse.Namespace) -> int:
    """0: every rule was looked at. 1: some could not be."""
    from lethe.commands.local import ready_agency
    from lethe.retention.inventory import inventory, rule_of

    agency = ready_agency(os.environ)
    day = arguments.at or agency.today()
    chosen = list(dict.fromkeys(arguments.rules)) or list(agency.settings.retention.rules)
    rules = [(rule_id, rule_of(agency, rule_id)) for rule_id in chosen]
    failed = 0
    for rule_id, rule in rules:
        try:
            held = inventory(agency, rule_id)
        except LetheError as error:
            tell(f"lethe: rule '{rule_id}': {error}")
            failed += 1
            continue
        for line in in_words(rule_id, rule, held, day):
            say(line)
    if failed:
        tell(f"lethe: {counted(failed, 'rule')} could not be looked at; what they cover is not in the plan above")
    return 1 if failed else 0


def in_words(rule_id: str, rule: "RetentionRule", held: Sequence["Held"], day: date) -> list[str]:
    """One rule's plan: numbers by standing and place, never a key."""
    from lethe.retention.inventory import standing

    by_standing: dict[str, Counter[str]] = {name: Counter() for name in STANDINGS}
    for thing in held:
        by_standing[standing(thing, day)][thing.place_id] += 1
    window = counted(rule.keep_months, "month") if rule.keep_months else counted(rule.keep_days or 0, "day")
    lines = [f"{rule_id} ({rule.clause}), {window} after the {rule.starts_at.value}, on {day.isoformat()}:"]
    for name in STANDINGS:
        places = by_standing[name]
        if places:
            where = ", ".join(f"{place} {number:,}" for place, number in sorted(places.items()))
            lines.append(f"  {places.total():>7,} {SAID[name]} ({where})")
    following = [thing.due for thing in held if thing.due is not None and thing.due > day]
    if following:
        lines.append(f"  the next {counted(following.count(min(following)), 'item')} on {min(following).isoformat()}")
    if not held:
        lines.append("  nothing: the places it covers hold nothing of this kind")
    return lines


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("not a day; write it as 2027-03-01") from None
