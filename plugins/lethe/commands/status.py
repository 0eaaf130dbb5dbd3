"""`lethe status`: what is due, what is late, what was proved and shared, and whether the ledger holds."""

import argparse
import os
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lethe.commands.terminal import counted, say, tell
from lethe.errors import LetheError

if TYPE_CHECKING:
    from lethe.agency import Agency

SHOWN = 5


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add `lethe status`."""
    subparsers.add_parser(
        "status",
        help="what is due or late, the last certificates and exports, the ledger",
        description="Say how things stand today. Reads every place that a rule covers; changes nothing.",
        allow_abbrev=False,
    )


def run(_arguments: argparse.Namespace) -> int:
    """0: all could be looked at and the ledger holds. 1: not so; every problem is on stderr.

    What is overdue is told and is no failure of this command.
    """
    from lethe.commands.local import ready_agency

    agency = ready_agency(os.environ)
    say(f"{agency.settings.agency.name}, {agency.today().isoformat()} ({agency.settings.agency.time_zone})")
    problems = [*_rules(agency), *_certificates(agency)]
    _exports(agency)
    _awaited(agency)
    _last_audit(agency)
    problems += _ledger(agency)
    for problem in problems:
        tell(f"lethe: {problem}")
    return 1 if problems else 0


def _rules(agency: "Agency") -> list[str]:
    from lethe.retention.inventory import inventory, standing

    today, problems = agency.today(), []
    say("\nRetention")
    for rule_id, rule in agency.settings.retention.rules.items():
        try:
            counts: Counter[str] = Counter(standing(held, today) for held in inventory(agency, rule_id))
        except LetheError as error:
            problems.append(f"rule '{rule_id}': {error}")
            say(f"  {rule_id} ({rule.clause}): could not be looked at")
            continue
        standings = ", ".join(
            f"{counts[name]:,} {words}"
            for name, words in (
                ("due", "due today"),
                ("overdue", "OVERDUE"),
                ("undated", "undated"),
                ("unknown", "of unknown origin"),
            )
            if counts[name] or name == "due"
        )
        say(f"  {rule_id} ({rule.clause}): {standings}; {counts['not_yet']:,} not due yet")
    return problems


def _certificates(agency: "Agency") -> list[str]:
    """The last certificates, each read back from the evidence store and checked against its line in the ledger."""
    from sqlalchemy import select

    from lethe.ledger.schema import plan

    lines = agency.ledger.entries(event="certified")[-SHOWN:]
    with agency.ledger.engine.connect() as connection:
        wanted = plan.c.plan_id.in_([line.scope for line in lines])
        found = connection.execute(select(plan.c.plan_id, plan.c.rule_id).where(wanted))
        rules = {row.plan_id: row.rule_id for row in found}
        frozen = connection.execute(select(plan.c.rule_id).where(plan.c.state == "frozen")).scalars().all()
    say("\nLast certificates" if lines else "\nNo certificate yet")
    problems = []
    for line in reversed(lines):
        rule_id = rules.get(line.scope, "")
        problem = _not_as_signed(agency, rule_id, line.scope, line.details)
        problems += [problem] if problem else []
        state = "NOT AS SIGNED" if problem else "as signed"
        say(f"  {line.at[:10]} {line.scope} {rule_id}: {counted(line.details['items'], 'item')}, {state}")
    for rule_id, number in sorted(Counter(frozen).items()):
        say(f"  {rule_id}: {counted(number, 'plan')} frozen and not certified yet")
    return problems


def _not_as_signed(agency: "Agency", rule_id: str, plan_id: str, signed: Mapping[str, Any]) -> str:
    from lethe.retention.evidence import is_as_signed

    try:
        if is_as_signed(agency, rule_id, plan_id, signed):
            return ""
    except LetheError as error:
        return f"certificate {plan_id}: {error}"
    return f"certificate {plan_id} is not in the evidence store as it was signed; restore the store from its backup"


def _exports(agency: "Agency") -> None:
    from sqlalchemy import select

    from lethe.ledger.recipients import copies_at_clients
    from lethe.ledger.schema import export

    with agency.ledger.engine.connect() as connection:
        rows = connection.execute(select(export).order_by(export.c.selected_at.desc(), export.c.export_id)).mappings()
        exports = rows.all()
    states = Counter(row["state"] for row in exports)
    total = ", ".join(f"{number:,} {state}" for state, number in sorted(states.items()))
    say(f"\nExports: {total}" if exports else "\nNo export yet")
    for row in exports[:SHOWN]:
        say(f"  {row['selected_at'].date().isoformat()} {row['export_id']} {row['study_id']}: {row['state']}")
    at_clients = Counter(copy.client_id for copy in copies_at_clients(agency.ledger))
    for client_id, number in sorted(at_clients.items()):
        say(f"  at {client_id}: {counted(number, 'object')} to be deleted in time")


def _awaited(agency: "Agency") -> None:
    """What clients hold out of our reach and have yet to attest, from 30 days before its day on."""
    from lethe.retention.attestation import awaited

    waiting = awaited(agency)
    if waiting:
        say("\nTo be attested by clients")
    for item in waiting:
        late = "OVERDUE, " if item.due < agency.today() else ""
        told = "not told yet" if item.told_at is None else f"told {_when(item.told_at)}"
        hold = ", not asked while a hold keeps some of it" if item.on_hold else ""
        partly = ", attested in part" if item.partly else ""
        say(f"  {item.code}: {counted(item.things, 'thing')} due {item.due.isoformat()}; {late}{told}{partly}{hold}")


def _when(stage: int) -> str:
    if stage == 0:
        return "on the day"
    return f"at {stage} days before" if stage > 0 else f"and escalated, day {-stage} after"


def _last_audit(agency: "Agency") -> None:
    from lethe.retention.audit import last_audit
    from lethe.retention.audit.report import counts_of

    line = last_audit(agency)
    if line is None:
        say("\nNo audit yet: `retention_audit` lists every place anew each night")
        return
    counts = counts_of(line)
    found = ", ".join(f"{number:,} {kind.replace('_', ' ')}" for kind, number in counts.items() if number)
    say(f"\nLast audit: {line.at[:10]}, {'SOMEBODY MUST LOOK' if line.outcome == 'findings' else 'as promised'}")
    say(f"  {found or 'nothing found'}; {line.details['verified_again']:,} plans verified again; {line.reference}")


def _ledger(agency: "Agency") -> list[str]:
    problems = agency.ledger.verify_chain()
    lines, _ = agency.ledger.head()
    holds = f"NOT as it was written ({counted(len(problems), 'problem')})" if problems else "the chain holds"
    say(f"\nLedger: {counted(lines, 'line')}, {holds}")
    return [f"ledger: {problem}" for problem in problems]
