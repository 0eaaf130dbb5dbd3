"""What the demo does, in the order in which it is told."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lethe.demo import report
from lethe.demo.agency import SampleAgency, build_sample_agency
from lethe.demo.components import run_airflow, running
from lethe.demo.mailbox import mailbox
from lethe.demo.rest import User, wait_for_dags, wait_until_healthy
from lethe.demo.site import USERS, Site
from lethe.errors import LetheError

STUDY = "banking-app"
EXPORT = "client_share_export"
APPROVING = {"approve": "Approve"}
PURGES = ("recordings", "transcripts", "survey-answers", "staged-exports")


def run(site: Site) -> None:
    """Pulls, one export with a second person's approval, and the purges, through Airflow; then what came of it."""
    with agency_in_airflow(site):
        wanted = {EXPORT, *pulls(site), *(f"retention_{rule}" for rule in PURGES)}
        with _users(site) as (rita, omar):
            wait_for_dags(omar, wanted)
            _say("Pulling what the sources hold")
            run_all(omar, pulls(site))
            run_id = _share(rita, omar)
            _say("Deleting what has reached its day, and proving it")
            run_all(omar, [f"retention_{rule}" for rule in PURGES])
        _say("Stopping Airflow")
    report.shared(site.agency, run_id, SampleAgency.load_truth(site.home / "truth.json"))
    report.forgotten(site.agency)
    print(f"\nEverything is under {site.home}. To look at it with the `lethe` command:")
    print(f"  source {site.write_environment_file()} && .venv/bin/lethe status")


def leave_running(site: Site) -> None:
    """The sample agency with Airflow's UI, until it is interrupted."""
    with agency_in_airflow(site) as require_alive:
        with _users(site) as (_rita, omar):
            wait_for_dags(omar, {EXPORT, *pulls(site)})
        environment = site.write_environment_file()
        print(f"\nAirflow is at http://127.0.0.1:{site.port}")
        for name, role in USERS.items():
            print(f"  sign in as {name:5} with the password {site.passwords[name]}  (role {role})")
        print("Start with the pull_… DAGs, then trigger client_share_export as rita and approve it as omar.")
        print(f"No mail leaves this machine: what it would send lies in {site.home / 'mail'}.")
        print(f"The `lethe` command sees the same agency after: source {environment}")
        print("Ctrl-C stops it.", flush=True)
        while True:
            time.sleep(2)
            require_alive()


@contextmanager
def agency_in_airflow(site: Site) -> Iterator[Callable[[], None]]:
    """The sample agency, made anew, with Airflow running on it; gives a check that its components are alive."""
    _say("Making the sample agency, Fernhollow Research (all of it is fictional)")
    site.lay_out()
    site.set_up_agency()
    sample = build_sample_agency(site.agency)
    sample.save_truth(site.home / "truth.json")
    _say("Preparing Airflow's database")
    run_airflow(site, "db", "migrate")
    _say("Starting Airflow on 127.0.0.1")
    with mailbox(site.home / "mail") as box:
        site.send_mail_to(box.port)
        with running(site) as require_alive:
            wait_until_healthy(site, require_alive)
            yield require_alive


@contextmanager
def _users(site: Site) -> Iterator[tuple[User, User]]:
    rita, omar = User(site, "rita"), User(site, "omar")
    try:
        yield rita, omar
    finally:
        rita.close()
        omar.close()


def _share(rita: User, omar: User) -> str:
    _say(f"Sharing the study {STUDY}: rita asks (the demo plays both people)")
    run_id = rita.trigger(EXPORT, {"study": STUDY, "formats": ["same"], "mode": "careful"})
    watch = _Watch()
    rita.wait_for_task(EXPORT, run_id, "approve", ["awaiting_input"], watch)
    _say("rita approves what she asked for herself")
    if rita.wait_for_run(EXPORT, run_id, watch, answering=APPROVING) != "failed":
        raise LetheError("publish went on with an approval by the person who asked: this must never happen")
    for line in omar.task_log(EXPORT, run_id, "publish"):
        if "is not published" in line:
            print(f"    refused, as it must be: {line}")
            break
    else:
        raise LetheError("publish failed, and not because rita approved her own request; see its log")
    _say("The question is put again, and omar answers")
    omar.clear(EXPORT, run_id, ["approve", "publish"])
    if omar.wait_for_run(EXPORT, run_id, watch, answering=APPROVING) != "success":
        raise LetheError(f"{EXPORT} failed; see its log under the demo's folder")
    return run_id


def run_all(user: User, dag_ids: list[str]) -> None:
    """Run some DAGs at the same time and wait for them; one that fails is an error."""
    runs = [(dag_id, user.trigger(dag_id)) for dag_id in dag_ids]
    watch = _Watch()
    failed = [dag_id for dag_id, run_id in runs if user.wait_for_run(dag_id, run_id, watch) != "success"]
    if failed:
        raise LetheError(f"{', '.join(failed)} failed; see the logs under the demo's folder")


def pulls(site: Site) -> list[str]:
    """The DAGs that pull."""
    return [f"pull_{source_id}" for source_id in site.agency.settings.sources.sources]


class _Watch:
    """Prints each task once, when it has ended or waits for a person."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], str] = {}

    def __call__(self, dag_id: str, states: dict[str, str]) -> None:
        for task, state in states.items():
            before = self._seen.get((dag_id, task))
            self._seen[dag_id, task] = state
            if state != before and state in {"success", "failed", "skipped", "awaiting_input"}:
                print(f"    {dag_id}.{task}: {state}", flush=True)


_BEGAN = time.monotonic()


def _say(text: str) -> None:
    print(f"[{time.monotonic() - _BEGAN:5.0f} s] {text} ...", flush=True)
