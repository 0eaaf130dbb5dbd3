"""Where the sample agency runs: one folder of state under `.lethe`, and the environment that Airflow gets for it."""

import json
import os
import secrets
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import psutil
from cryptography.fernet import Fernet

from lethe.agency import Agency
from lethe.connectors.connection import connection_from_environment
from lethe.demo.processes import at_work, is_alive, mark_of
from lethe.errors import LetheError
from lethe.keystore import KeyStore
from lethe.migrate import upgrade
from lethe.settings import load_settings

USERS = {"rita": "user", "omar": "op", "ada": "admin"}
"""Who can sign in, with their roles of Airflow's simple auth manager: one who asks, one who approves, one for all."""

MARK = ".fernhollow"
"""A file that marks a folder as the demo's own, and says which process made it: no other is ever emptied."""


@dataclass(frozen=True)
class Site:
    """The sample agency's folder, the project it runs, and the port of its API server on 127.0.0.1."""

    home: Path
    project: Path
    port: int
    passwords: Mapping[str, str] = field(default_factory=lambda: {name: secrets.token_urlsafe(9) for name in USERS})

    @classmethod
    def reopen(cls, home: Path, project: Path, port: int) -> "Site":
        """A site that an earlier demo laid out, with the same people and passwords."""
        return cls(home, project, port, json.loads((home / "passwords.json").read_text()))

    def lay_out(self) -> None:
        """An empty folder in place of an earlier demo's; refused when it is somebody else's, or still at work.

        Raises:
            LetheError: with what to do; nothing was touched.
        """
        if self.home.exists():
            if not (self.home / MARK).is_file():
                raise LetheError(f"{self.home} was not made by the demo; move it away first. Nothing was touched")
            self._require_rest()
            shutil.rmtree(self.home)
        self.home.mkdir(mode=0o700, parents=True)
        (self.home / MARK).write_text(mark_of(psutil.Process()))
        for name in ("airflow", "databases", "storage"):
            (self.home / name).mkdir(mode=0o700)
        passwords = self.home / "passwords.json"
        passwords.touch(mode=0o600)
        passwords.write_text(json.dumps(dict(self.passwords)))

    def _require_rest(self) -> None:
        """Refuse while another demo, or an Airflow that one left behind, works on the folder."""
        owner = (self.home / MARK).read_text()
        numbers = {process.pid for process in at_work(self.home)}
        if is_alive(owner):
            numbers.add(int(owner.partition(" ")[0]))
        if numbers:
            listed = " ".join(map(str, sorted(numbers)))
            raise LetheError(
                f"a demo still runs in {self.home}. Stop it first (Ctrl-C where it was started, or `kill {listed}`), "
                "or name another folder with --home. Nothing was touched"
            )

    @cached_property
    def environment(self) -> dict[str, str]:
        """The environment of every process of the demo: ours alone, none of the user's own Airflow settings."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "LETHE_", "_AIR"))}
        url = f"http://127.0.0.1:{self.port}"
        airflow = {
            "CORE__DAGS_FOLDER": str(self.project / "dags"),
            "CORE__PLUGINS_FOLDER": str(self.project / "plugins"),
            "CORE__LOAD_EXAMPLES": "False",
            "CORE__EXECUTOR": "LocalExecutor",
            "CORE__PARALLELISM": "4",
            "CORE__FERNET_KEY": Fernet.generate_key().decode(),
            "CORE__EXECUTION_API_SERVER_URL": f"{url}/execution/",
            "CORE__SIMPLE_AUTH_MANAGER_USERS": ",".join(f"{name}:{role}" for name, role in USERS.items()),
            "CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(self.home / "passwords.json"),
            "DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{self.home / 'airflow' / 'airflow.db'}",
            "API__BASE_URL": url,
            "API__SECRET_KEY": secrets.token_urlsafe(32),
            "API_AUTH__JWT_SECRET": secrets.token_urlsafe(48),
            "DAG_PROCESSOR__REFRESH_INTERVAL": "3600",
            "SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.3",
        }
        storage = {"conn_type": "fs", "extra": {"path": str(self.home / "storage")}}
        connections = {
            "RESEARCH": {"conn_type": "sqlite", "host": str(self.home / "databases" / "research.db")},
            "LEDGER": {"conn_type": "sqlite", "host": str(self.home / "databases" / "ledger.db")},
            "SURVEY_PLATFORM": {"conn_type": "sqlite", "host": str(self.home / "databases" / "survey-platform.db")},
            "STORAGE": storage,
            "STORAGE_READER": storage,
        }
        return {
            **kept,
            **{f"AIRFLOW__{name}": value for name, value in airflow.items()},
            **{f"AIRFLOW_CONN_LETHE_{name}": json.dumps(value) for name, value in connections.items()},
            "AIRFLOW_HOME": str(self.home / "airflow"),
            "LETHE_HOME": str(self.home),
            "LETHE_CONFIG": str(self.project / "config"),
            "PYTHONPATH": os.pathsep.join(filter(None, (str(self.project / "config"), kept.get("PYTHONPATH", "")))),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}",
            "NO_PROXY": "127.0.0.1,localhost",
            "no_proxy": "127.0.0.1,localhost",
        }

    def send_mail_to(self, port: int) -> None:
        """Have every process started from now on send its mail to a server on this machine."""
        extra = {"disable_tls": True, "disable_ssl": True, "retry_limit": 0}
        spec = {"conn_type": "smtp", "host": "127.0.0.1", "port": port, "extra": extra}
        self.environment["AIRFLOW_CONN_LETHE_SMTP"] = json.dumps(spec)

    @cached_property
    def agency(self) -> Agency:
        """The sample agency, seen from outside Airflow."""
        return Agency(
            load_settings(self.project / "config"),
            lambda: datetime.now(UTC),
            lambda conn_id: connection_from_environment(conn_id, self.environment),
            self.home,
        )

    def set_up_agency(self) -> None:
        """Databases, folders and keys, as `lethe upgrade-db` makes them."""
        upgrade(self.agency.research, "research")
        upgrade(self.agency.ledger.engine, "ledger")
        self.agency.create_folders()
        KeyStore.create(self.home / self.agency.settings.agency.keys)

    def write_environment_file(self) -> Path:
        """A file to `source`, so that the `lethe` and `airflow` commands see the same agency."""
        path = self.home / "environment.sh"
        path.touch(mode=0o600)
        own = {k: v for k, v in self.environment.items() if k.startswith(("AIRFLOW", "LETHE_", "PYTHONPATH"))}
        path.write_text("".join(f"export {name}={_quoted(value)}\n" for name, value in own.items()))
        return path


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "'\\''") + "'"
