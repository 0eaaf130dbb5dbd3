"""A purge as a process of its own: the DAG's steps in order, under each rule. Started again, it goes on.

Its parent hears of every step before it begins, and may have the process wait there to be killed.
"""

import multiprocessing
import signal
from collections.abc import Callable, Collection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import lethe.connectors.s3
import lethe.connectors.tables
import lethe.migrate  # noqa: F401 - loaded once, in the process that the others are copied from
from lethe.agency import Agency
from lethe.retention import certify_plan, delete_batch, freeze_plan, inventory, load_plan, plan_id_of, verify_plan
from tests.proof.access import RULES, Access

RUN = "scheduled__2026-11-24"


def steps(agency: Agency, rule_id: str, say: Callable[[str], None]) -> None:
    """One run of one rule; every task finds its plan by the rule and the run, as those of the DAG do."""
    say(f"{rule_id}: find due")
    for _ in inventory(agency, rule_id):
        pass
    say(f"{rule_id}: freeze")
    freeze_plan(agency, rule_id, run_id=RUN)
    plan_id = plan_id_of(rule_id, RUN)
    for batch in load_plan(agency, plan_id).batches:
        say(f"{rule_id}: delete batch {batch}")
        delete_batch(agency, plan_id, batch)
    say(f"{rule_id}: verify")
    verify_plan(agency, plan_id)
    say(f"{rule_id}: certify")
    certify_plan(agency, plan_id)


def purge(access: Access, told: Connection, go_on_at: Collection[str] | None) -> None:
    """Run every rule; before the first step that is not among those to go on at, wait for the end."""

    def say(step: str) -> None:
        told.send(step)
        if go_on_at is not None and step not in go_on_at:
            signal.pause()

    agency = access.open()
    for rule_id in RULES:
        steps(agency, rule_id, say)
    say("end")


def start(access: Access, *, go_on_at: Collection[str] | None = None) -> tuple[BaseProcess, Connection]:
    """The process, begun, and where it tells its steps. It shares nothing with this one but the pipe."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=purge, args=(access, there, go_on_at), daemon=True)
    process.start()
    there.close()
    return process, here
