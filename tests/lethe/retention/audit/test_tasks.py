"""The nightly tasks under Airflow's own imports: counts alone come back, and red means that somebody must look."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

World = Any
PROJECT = Path(__file__).resolve().parents[4]

NIGHT = """
import json, os, sys
from lethe.commands.local import agency_from_environment
from lethe.tasks import audit as tasks
tasks.current_agency = lambda: agency_from_environment(os.environ)
tasks._run_id = lambda: "night-1"
told = {}
for name in sys.argv[1:]:
    try:
        told[name] = getattr(tasks, name).function()
    except Exception as error:
        told[name] = [type(error).__name__, str(error)]
print(json.dumps(told))
"""


@pytest.fixture
def night(world: World) -> Any:
    """Run tasks of one night, in order, in a process of their own; what each returned or raised."""

    def run(*names: str) -> dict[str, Any]:
        home = world.agency.home
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "LETHE"))}
        storage = json.dumps({"conn_type": "fs", "extra": {"path": str(home / "buckets")}})
        environment |= {
            "AIRFLOW_HOME": str(home / "airflow"),
            "LETHE_HOME": str(home),
            "LETHE_CONFIG": str(PROJECT / "config"),
            "AIRFLOW_CONN_LETHE_STORAGE": storage,
            "AIRFLOW_CONN_LETHE_STORAGE_READER": storage,
            "PYTHONPATH": os.pathsep.join([str(PROJECT), str(PROJECT / "plugins")]),
        }
        for name, file in (("RESEARCH", "research"), ("LEDGER", "ledger"), ("SURVEY_PLATFORM", "platform")):
            place = {"conn_type": "sqlite", "host": str(home / f"{file}.sqlite")}
            environment[f"AIRFLOW_CONN_LETHE_{name}"] = json.dumps(place)
        done = subprocess.run(
            [sys.executable, "-c", NIGHT, *names], env=environment, capture_output=True, text=True, check=True
        )
        return json.loads(done.stdout.strip().splitlines()[-1])  # type: ignore[no-any-return]

    return run


def test_night_on_which_something_came_back_deletes_it_and_ends_red(world: World, night: Any) -> None:
    world.fill().run("recordings")
    key = "banking-app/s-1/talk.wav"
    world.put(key)
    told = night("audit", "delete_what_came_back", "tell_findings")
    assert told["audit"]["resurrected"] == 1
    assert told["audit"]["anchors_locked"] == 0
    assert set(map(type, told["audit"].values())) == {int}
    assert told["delete_what_came_back"] == {"came_back": 1, "deleted": 1, "held": 0, "not_due": 0, "undated": 0}
    assert not world.agency.store("sessions").versions_of([key])
    kind, text = told["tell_findings"]
    assert kind == "AirflowFailException"
    assert "1 resurrected: was deleted and is there again" in text
    assert not [canary for canary in ("Siobhan", "talk.wav", "o'neill") if canary in str(told)]


def test_night_on_which_all_is_as_promised_is_green(world: World, night: Any) -> None:
    told = night("audit", "delete_what_came_back", "tell_findings")
    assert told["audit"] == {"anchors_locked": 0}
    assert told["delete_what_came_back"]["came_back"] == 0
    assert told["tell_findings"] == {}


def test_night_without_an_audit_is_red(world: World, night: Any) -> None:
    kind, text = night("tell_findings")["tell_findings"]
    assert kind == "AirflowFailException"
    assert "did not come to its end" in text
