"""`lethe plan`: what would go on a day, what stays and why. It reads; it cannot delete."""

import argparse
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from lethe.commands.terminal import counted, say, tell
from lethe.errors import LetheError

if TYPE_CHECKING:
    from lethe.retention.holds import Hold
    from lethe.retention.inventory import Held
    from lethe.settings.retention import RetentionRule

STANDINGS = ("due", "overdue", "held", "not_yet", "undated", "unknown")
SAID = {
    "due": "go: due that day",
    "overdue": "go: due before that day",
    "held": "stay: due, and kept by a hold",
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
        "--at", type=as_day, metavar="DATE", help="the day, as 2027-03-01 (default: today where the agency is)"
    )


def run(arguments: argparse.Namespace) -> int:
    """0: every rule was looked at. 1: some could not be."""
    from lethe.commands.local import ready_agency
    from lethe.retention.cap import questions_of
    from lethe.retention.inventory import inventory, rule_of

    agency = ready_agency(os.environ)
    day = arguments.at or agency.today()
    chosen = list(dict.fromkeys(arguments.rules)) or list(agency.settings.retention.rules)
    rules = [(rule_id, rule_of(agency, rule_id)) for rule_id in chosen]
    failed = 0
    for rule_id, rule in rules:
        try:
            found = _tally(inventory(agency, rule_id), day)
            # What a run of today would ask; another day is for looking alone.
            asked = questions_of(agency, rule_id, rule, found.go, found.counts) if day == agency.today() else ()
        except LetheError as error:
            tell(f"lethe: rule '{rule_id}': {error}")
            failed += 1
            continue
        for line in [*_in_words(rule_id, rule, found, day), *(f"  waits for an approval: {one}" for one in asked)]:
            say(line)
    if failed:
        tell(f"lethe: {counted(failed, 'rule')} could not be looked at; what they cover is not in the plan above")
    return 1 if failed else 0


@dataclass
class _Tally:
    """Numbers by standing and place, by due date to come, by hold, by store that is configured no more."""

    by_standing: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in STANDINGS})
    following: Counter[date] = field(default_factory=Counter)
    holds: "Counter[Hold]" = field(default_factory=Counter)
    out_of_reach: Counter[str] = field(default_factory=Counter)

    @property
    def counts(self) -> dict[str, int]:
        return {name: places.total() for name, places in self.by_standing.items() if places}

    @property
    def go(self) -> int:
        return self.by_standing["due"].total() + self.by_standing["overdue"].total()


def _tally(found: Iterable["Held"], day: date) -> _Tally:
    from lethe.retention.inventory import STORE_GONE, standing

    tally = _Tally()
    for thing in found:
        stands = standing(thing, day)
        tally.by_standing[stands][thing.place_id] += 1
        if stands == "not_yet" and thing.due is not None:
            tally.following[thing.due] += 1
        if stands == "held" and thing.hold is not None:
            tally.holds[thing.hold] += 1
        if thing.why == STORE_GONE:
            tally.out_of_reach[thing.place_id] += 1
    return tally


def _in_words(rule_id: str, rule: "RetentionRule", tally: _Tally, day: date) -> list[str]:
    """One rule's plan: numbers by standing and place, never a key; of a hold its id, reason and last day."""
    window = counted(rule.keep_months, "month") if rule.keep_months else counted(rule.keep_days or 0, "day")
    lines = [f"{rule_id} ({rule.clause}), {window} after the {rule.starts_at.value}, on {day.isoformat()}:"]
    for name, places in tally.by_standing.items():
        if places:
            where = ", ".join(f"{place} {number:,}" for place, number in sorted(places.items()))
            lines.append(f"  {places.total():>7,} {SAID[name]} ({where})")
    for store_id, number in sorted(tally.out_of_reach.items()):
        lines.append(
            f"  {counted(number, 'item')} in store '{store_id}', which config/stores.yaml does not have any more: "
            "nothing deletes them; put it back until they are gone"
        )
    for hold, number in sorted(tally.holds.items(), key=lambda pair: pair[0].hold_id):
        until = hold.until.isoformat()
        lines.append(f"  {hold.hold_id} ({hold.kind}, {hold.reason}) keeps {counted(number, 'item')} until {until}")
    if tally.following:
        nearest = min(tally.following)
        lines.append(f"  the next {counted(tally.following[nearest], 'item')} on {nearest.isoformat()}")
    if not tally.counts:
        lines.append("  nothing: the places it covers hold nothing of this kind")
    return lines


def as_day(text: str) -> date:
    """A day of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("not a day; write it as 2027-03-01") from None
