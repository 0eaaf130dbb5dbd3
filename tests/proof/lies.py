"""A purge on Ceph through a proxy that misbehaves, fault by fault: never a certificate over what is still there."""

import re
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from botocore.config import Config

from lethe.agency import Agency
from lethe.connectors import s3_session
from lethe.errors import LetheError
from lethe.retention import certify_plan, plan_id_of
from tests.proof.access import CLIENT, Access
from tests.proof.proxy import Proxy, proxy_before
from tests.proof.purge import RUN, steps
from tests.proof.scenarios import SCENARIOS, Scenario, Setting
from tests.proof.servers import servers
from tests.proof.site import Site, site
from tests.proof.snapshot import listed
from tests.services.ceph import S3Server

RULE = "recordings"
OBJECTS = 6
READ_TIMEOUT = 1.0
"""Seconds that the client waits for an answer here; in use it is a minute."""


@dataclass(frozen=True)
class Verdict:
    """What came of one fault.

    `first` is what the run under the fault ended in, `error` its text; `false_certificate` whether it certified
    something that is still there; `leaked` whether any text of it shows a key; `repeated` whether a repeat without the
    fault got everything right, `next_run` whether that took the next run of the rule; `left` what even that one left.
    """

    name: str
    expected: str
    first: str
    error: str
    struck: int
    false_certificate: bool
    leaked: bool
    repeated: bool
    next_run: bool
    left: str
    as_expected: bool


@contextmanager
def impatient_clients(attempts: int) -> Iterator[None]:
    """Clients that wait a second for an answer and try so often; everything else about them is as in use."""

    def config(**options: Any) -> Config:
        options["retries"] = {**options.get("retries", {}), "max_attempts": attempts}
        return Config(**{**options, "read_timeout": READ_TIMEOUT})

    s3_session.client.cache_clear()
    with patch.object(s3_session, "Config", config):
        yield
    s3_session.client.cache_clear()


def put_through(site: Site, proxy: Proxy, scenario: Scenario, number: int) -> Verdict:
    """One purge under one fault, then again without it, then the next run."""
    # A client that was told to slow down stays slow: each fault meets a new one.
    s3_session.client.cache_clear()
    direct = site.trial(number)
    through = replace(direct, s3=replace(direct.s3, endpoint=proxy.endpoint))
    due = {name for name in site.due if name[0] in {"sessions", CLIENT}}
    setting = Setting(site.client, tuple(sorted(key for _, key in due)), silence=3 * READ_TIMEOUT)

    def say(step: str) -> None:
        setting.step = step

    fault = scenario.fault(setting)

    def counted(request: Any, forward: Any) -> Any:
        answer_of: list[Any] = []

        def remembered(one: Any) -> Any:
            answer_of.append(forward(one))
            return answer_of[-1]

        try:
            answer = fault(request, remembered)
        except OSError:
            proxy.struck += 1
            raise
        proxy.struck += not (answer_of and answer is answer_of[-1])
        return answer

    with proxy.faulty(counted):
        first, error = _run(through.open(), say)
        struck = proxy.struck
    left = _left(site, due)
    false = first == "certified" and bool(_certified(direct, plan_id_of(RULE, RUN)) & _references(direct, left))
    again, _ = _run(direct.open(), say)
    repeated = again == "certified" and not _left(site, due)
    next_run = False
    if not repeated:
        again, _ = _run(direct.open(), say, run_id="the next")
        next_run = again == "certified" and not _left(site, due)
    places = Counter(place for place, _ in _left(site, due))
    still = ", ".join(f"{number} in '{place}'" for place, number in sorted(places.items()))
    site.end(direct)
    leaked = any(part in error for part in ("talk", "banking-app/s-", "é"))
    as_expected = (
        {
            "right": first == "certified" and not left and repeated,
            "refused": first == "refused" and repeated and bool(re.search(scenario.says, error)),
            "unseen": first == "certified" and bool(left) and (repeated or next_run or false),
        }[scenario.expected]
        and not leaked
        and struck > 0
        and (not false or scenario.expected == "unseen")
    )
    return Verdict(
        scenario.name,
        scenario.expected,
        first,
        error[:400],
        struck,
        false,
        leaked,
        repeated,
        next_run,
        still,
        as_expected,
    )


def _run(agency: Agency, say: Any, run_id: str = RUN) -> tuple[str, str]:
    """What a purge ended in, and the text of its error with everything that goes with it."""
    try:
        with patch("tests.proof.purge.RUN", run_id):
            steps(agency, RULE, say)
    except LetheError as error:
        return "refused", str(error)
    except Exception as error:
        return f"crashed ({type(error).__module__}.{type(error).__qualname__})", "".join(
            traceback.format_exception_only(error)
        )
    finally:
        agency.research.dispose()
        agency.ledger.engine.dispose()
    return "certified", ""


def _left(site: Site, due: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """What is due and still there, asked of the server itself."""
    return {(place, key) for store_id in ("sessions", CLIENT) for place, key, _ in listed(site, store_id)} & due


def _references(access: Access, names: set[tuple[str, str]]) -> set[str]:
    agency = access.open()
    return set(agency.ledger.reference_each(("object", place, key) for place, key in names))


def _certified(access: Access, plan_id: str) -> set[str]:
    agency = access.open()
    certified = certify_plan(agency, plan_id)
    return {line.reference for line in agency.ledger.entries(scope=plan_id, event="deleted")} if certified else set()


def verdicts(folder: Path, s3: S3Server, port: int, *, attempts: int, name: str = "lies") -> Iterator[Verdict]:
    """Every fault once."""
    with (
        site(folder, s3, port, objects=OBJECTS, rows=0, name=name) as made,
        proxy_before(s3.endpoint) as proxy,
        impatient_clients(attempts),
    ):
        for number, scenario in enumerate(SCENARIOS):
            yield put_through(made, proxy, scenario, number)


def measure(quick: bool) -> dict[str, Any]:
    """The figures of the report."""
    with tempfile.TemporaryDirectory(prefix="lethe-proof-") as folder, servers(Path(folder)) as (s3, port):
        home = Path(folder) / "home"
        home.mkdir()
        return {"faults": [asdict(verdict) for verdict in verdicts(home, s3, port, attempts=3 if quick else 5)]}
