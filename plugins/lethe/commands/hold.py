"""`lethe hold`: what must not be deleted for now, who said so, why and until when."""

import argparse
import os
from datetime import date
from typing import TYPE_CHECKING, Any

from lethe.commands.terminal import say

if TYPE_CHECKING:
    from lethe.retention.holds import Hold


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe hold`."""
    parser = subparsers.add_parser(
        "hold",
        help="place, renew, end and list legal holds and restrictions",
        description="A hold keeps what it names, whatever falls due. It ends by itself unless it is renewed.",
        allow_abbrev=False,
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    place = actions.add_parser("place", help="place a hold", allow_abbrev=False)
    place.add_argument(
        "scope", metavar="SCOPE", help="study:ID, session:ID, participant:ID, client:ID, place:ID or rule:ID"
    )
    place.add_argument(
        "--kind", required=True, choices=("legal", "restriction"), help="a restriction stops exports, too"
    )
    place.add_argument("--reason", required=True, help="a code or reference, such as 'claim 2027-14'; no names")
    renew = actions.add_parser("renew", help="let a hold go on", allow_abbrev=False)
    end = actions.add_parser("end", help="end a hold", allow_abbrev=False)
    for action in (renew, end):
        action.add_argument("hold", metavar="HOLD", help="its id")
    for action in (place, renew):
        action.add_argument("--until", required=True, type=_day, metavar="DATE", help="its last day, as 2027-03-01")
    for action in (place, renew, end):
        action.add_argument("--by", required=True, metavar="USER", help="the user name of who does this")
    actions.add_parser("list", help="every hold, those that are over included", allow_abbrev=False)


def run(arguments: argparse.Namespace) -> int:
    """0: done."""
    from lethe.commands.local import ready_agency
    from lethe.retention.holds import all_holds, end_hold, place_hold, renew_hold

    agency = ready_agency(os.environ)
    if arguments.action == "place":
        hold = place_hold(
            agency,
            kind=arguments.kind,
            scope=arguments.scope,
            reason=arguments.reason,
            by=arguments.by,
            until=arguments.until,
        )
        say(f"Placed hold {hold.hold_id}: nothing of {hold.scope} is deleted until {hold.until.isoformat()}.")
    elif arguments.action == "renew":
        hold = renew_hold(agency, arguments.hold, by=arguments.by, until=arguments.until)
        say(f"Hold {hold.hold_id} goes on until {hold.until.isoformat()}.")
    elif arguments.action == "end":
        end_hold(agency, arguments.hold, by=arguments.by)
        say(f"Ended hold {arguments.hold}; what it kept goes with the next run of its rule.")
    else:
        holds = all_holds(agency)
        for hold in holds:
            say(_line(hold, agency.today()))
        if not holds:
            say("No hold was ever placed.")
    return 0


def _line(hold: "Hold", today: date) -> str:
    if hold.ended_at is not None:
        stands = f"ended {hold.ended_at.date().isoformat()} by {hold.ended_by}"
    else:
        stands = f"{'until' if hold.until >= today else 'RAN OUT'} {hold.until.isoformat()}"
    placed = f"placed {hold.placed_at.date().isoformat()} by {hold.placed_by}"
    return f"{hold.hold_id}  {hold.kind:<11}  {hold.scope}  {stands}  ({hold.reason}; {placed})"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("not a day; write it as 2027-03-01") from None
