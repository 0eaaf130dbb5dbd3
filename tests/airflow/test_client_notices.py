"""`client_notices` in real Airflow against a real mail server: what arrives, and that no address is left behind."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from lethe.agency import Agency
from lethe.commands.local import agency_from_environment
from lethe.demo.mailbox import Mailbox, mailbox
from lethe.ledger.notices import all_told
from lethe.retention.handovers import hand_over

PROJECT = Path(__file__).resolve().parents[2]
CONTACT, SECOND = "insights@orchard-lane.example", "odile.marchetti@orchard-lane.example"
DPO, SENDER = "dpo@fernhollow.example", "retention@fernhollow.example"
PASSWORD = "mail-password-of-the-sample"

RUN = """
from airflow.dag_processing.dagbag import DagBag
import os, sys
dag = DagBag(os.environ["AIRFLOW__CORE__DAGS_FOLDER"] + "/client_notices.py").dags["client_notices"]
for _ in range(int(sys.argv[1])):
    print("STATE", dag.test().state)
"""


@dataclass
class Place:
    """An agency with its own Airflow; `run` runs the DAG."""

    home: Path
    environment: dict[str, str]
    agency: Agency
    sink: Mailbox

    def connect(self, port: int) -> None:
        extra = {"disable_tls": True, "disable_ssl": True, "retry_limit": 0, "timeout": 5}
        spec = {"conn_type": "smtp", "host": "127.0.0.1", "port": port, "extra": extra}
        self.environment["AIRFLOW_CONN_LETHE_SMTP"] = json.dumps(spec)

    def run(self, times: int = 1) -> tuple[list[str], str]:
        """The state of each run, and all that was logged or printed."""
        done = self._python("-c", RUN, str(times))
        states = [line.split()[-1] for line in done.splitlines() if line.startswith("STATE")]
        return [state.rpartition(".")[2].lower() for state in states], done

    def told(self) -> int:
        return len(all_told(self.agency.ledger))

    def _python(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            env=self.environment,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=240,
        )
        return done.stdout

    def set_up(self) -> None:
        self._python("-m", "airflow", "db", "migrate")
        self._python("-c", "from lethe.cli import main; raise SystemExit(main(['upgrade-db']))")

    def left_behind(self, output: str) -> list[str]:
        """Which addresses stand anywhere in Airflow's home (its database and logs), the ledger, or the output."""
        files = [path for path in self.home.rglob("*") if path.is_file() and "config" not in path.parts]
        content = b"".join(path.read_bytes() for path in files) + output.encode()
        assert b"client_notices" in content
        return [secret for secret in (CONTACT, SECOND, DPO, SENDER, PASSWORD) if secret.encode() in content]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a migrated Airflow and agency, set up once."""
    home = tmp_path_factory.mktemp("notices")
    # Without the cluster policy, which Airflow would find there and try again by, after minutes, what may pass later.
    without = shutil.ignore_patterns("airflow_local_settings.py", "__pycache__")
    config = Path(shutil.copytree(PROJECT / "config", home / "config", ignore=without))
    clients = config / "clients.yaml"
    clients.write_text(clients.read_text("utf-8").replace(f"[{CONTACT}]", f"[{CONTACT}, {SECOND}]"), "utf-8")
    with mailbox(home.parent / "mail") as sink:
        _place(home, sink).set_up()
    return home


@pytest.fixture
def place(template: Path, tmp_path: Path) -> Iterator[Place]:
    home = Path(shutil.copytree(template, tmp_path / "home"))
    with mailbox(tmp_path / "mail") as sink:
        yield _place(home, sink)


def _place(home: Path, sink: Mailbox) -> Place:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "LETHE"))}
    storage = json.dumps({"conn_type": "fs", "extra": {"path": str(home / "buckets")}})
    environment |= {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home}/airflow.db",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "DEBUG",
        "LETHE_HOME": str(home),
        "LETHE_CONFIG": str(home / "config"),
        "PYTHONPATH": os.pathsep.join([str(PROJECT), str(PROJECT / "plugins")]),
        "AIRFLOW_CONN_LETHE_STORAGE": storage,
        "AIRFLOW_CONN_LETHE_STORAGE_READER": storage,
        **{
            f"AIRFLOW_CONN_LETHE_{name}": json.dumps({"conn_type": "sqlite", "host": str(home / f"{name}.sqlite")})
            for name in ("RESEARCH", "LEDGER", "SURVEY_PLATFORM")
        },
    }
    place = Place(home, environment, agency_from_environment(environment), sink)
    place.connect(sink.port)
    return place


def give(place: Place, days: int, reference: str = "disk-1") -> date:
    due = place.agency.today() + timedelta(days=days)
    hand_over(place.agency, "orchard-lane", study_id="grocery-delivery", kind="recording", reference=reference, due=due)
    return due


def test_notice_and_escalation_arrive_once_and_leave_no_address_behind(place: Place) -> None:
    due = give(place, 7)
    late = give(place, -1, "disk-2")
    states, output = place.run(times=2)
    assert states == ["success", "success"], output
    got = sorted((message["Subject"].split()[0], *recipients) for recipients, message in place.sink.received)
    assert got == [
        ("OVERDUE:", DPO),
        ("OVERDUE:", CONTACT),
        ("OVERDUE:", SECOND),
        ("Please", CONTACT),
        ("Please", SECOND),
    ]
    recipients, message = next(one for one in place.sink.received if one[1]["Subject"].startswith("Please"))
    code = f"orchard-lane-{due:%Y%m%d}"
    assert message["Subject"] == f"Please delete your copies by {due.isoformat()} ({code})"
    assert (message["From"], [message["To"]]) == (SENDER, recipients)
    body = message.get_body().get_content()  # type: ignore[attr-defined]
    assert f"within the next 7 days: by the end of {due.isoformat()}." in body
    assert "What it is: 1 recording. Studies: grocery-delivery. Our own names for it: disk-1." in body
    assert late.isoformat() not in body
    assert place.told() == 2
    assert place.left_behind(output) == []


def test_a_refused_address_is_red_names_nobody_and_is_sent_by_the_next_run(place: Place) -> None:
    give(place, 0)
    place.sink.refuses[SECOND] = 1
    states, output = place.run(times=2)
    assert states == ["failed", "success"], output
    assert "the mail server refused an address that client 'orchard-lane' is told at" in output
    assert (place.told(), place.left_behind(output)) == (1, [])
    assert [recipients for recipients, _ in place.sink.received] == [[CONTACT], [SECOND]]


@pytest.mark.parametrize("lack", ["a server", "a connection"])
def test_without_a_mail_server_the_task_is_red_and_nothing_is_noted(place: Place, lack: str) -> None:
    give(place, 30)
    if lack == "a server":
        place.connect(1)
    else:
        del place.environment["AIRFLOW_CONN_LETHE_SMTP"]
    states, output = place.run()
    assert states == ["failed"], output
    assert "no mail server could be reached through the connection `lethe_smtp` (" in output
    assert "Make it in Airflow: type smtp" in output
    assert (place.told(), place.left_behind(output)) == (0, [])
