"""DAG files as Airflow reads them, what it loads from the plugins folder, and what an error may say."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from anonymizers.modes import MODES

PROJECT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 3.0
"""What importing `dags/` may cost beyond Airflow itself."""

READ_DAGS = """
import json, sys, time
import airflow
from airflow.dag_processing.dagbag import DagBag
began = time.perf_counter()
bag = DagBag(sys.argv[1])
took = time.perf_counter() - began
heavy = sorted({"presidio_analyzer", "pandas", "boto3", "wordfreq", "spacy"} & set(sys.modules))
dags = {
    dag.dag_id: {
        "tasks": {task.task_id: sorted(task.downstream_task_ids) for task in dag.tasks},
        "doc": dag.doc_md or "", "catchup": dag.catchup, "max_active_runs": dag.max_active_runs,
        "owners": sorted({task.owner for task in dag.tasks}), "retries": sorted({task.retries for task in dag.tasks}),
        "zone": str(getattr(dag.timetable, "timezone", "")),
        "form": {
            name: [param.value, param.schema.get("enum"), param.schema.get("description_md")]
            for name, param in ((name, dag.params.get_param(name)) for name in dag.params)
        },
    }
    for dag in bag.dags.values()
}
print(json.dumps({"took": took, "errors": bag.import_errors, "dags": dags, "heavy": heavy}))
"""

LOAD_PLUGINS = """
import json, sys
from pathlib import Path
from airflow import plugins_manager
folder = Path(sys.argv[1]).resolve()
plugins, errors = plugins_manager._get_plugins()
ours = {
    name: module.__file__ for name, module in list(sys.modules.items())
    if getattr(module, "__file__", None) and folder in Path(module.__file__).resolve().parents
}
failed = {name: str(error) for name, error in errors.items()}
print(json.dumps({"plugins": sorted(plugin.name for plugin in plugins), "errors": failed, "modules": ours}))
"""


def in_airflow(tmp_path: Path, script: str, folder: Path) -> dict[str, object]:
    """What a script prints as JSON, run with the project's folders in an Airflow of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "LETHE"))}
    environment |= {
        "AIRFLOW_HOME": str(tmp_path),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
        "LETHE_CONFIG": str(PROJECT / "config"),
        "PYTHONPATH": str(PROJECT / "config"),
    }
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    answer: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    return in_airflow(tmp_path_factory.mktemp("airflow"), READ_DAGS, PROJECT / "dags")


def test_every_dag_is_read_quickly_and_without_what_is_heavy(read: dict[str, object]) -> None:
    assert read["errors"] == {}
    assert float(str(read["took"])) < MOST_SECONDS
    assert read["heavy"] == []


def test_there_is_a_dag_for_each_source_and_each_rule(read: dict[str, object]) -> None:
    assert set(read["dags"]) == {  # type: ignore[call-overload]
        "client_share_export",
        "client_notices",
        "retention_audit",
        *(f"pull_{source}" for source in ("session-files", "survey-files", "banking-app-survey")),
        *(f"retention_{rule}" for rule in ("recordings", "transcripts", "survey-answers")),
        *(f"retention_{rule}" for rule in ("staged-exports", "quarantine")),
    }


def test_dags_are_the_sentences_they_are_said_to_be(read: dict[str, object]) -> None:
    dags: dict[str, dict[str, dict[str, list[str]]]] = read["dags"]  # type: ignore[assignment]
    assert dags["client_share_export"]["tasks"] == {
        "select": ["anonymise"],
        "anonymise": ["gate"],
        "gate": ["approve"],
        "approve": ["publish"],
        "publish": [],
    }
    assert dags["client_notices"]["tasks"] == {"tell_clients": []}
    assert dags["retention_recordings"]["tasks"] == {
        "find_due": ["freeze_plan"],
        "freeze_plan": ["approve", "delete"],
        "approve": ["delete"],
        "delete": ["verify"],
        "verify": ["certify"],
        "certify": [],
    }
    assert dags["retention_audit"]["tasks"] == {
        "audit": ["delete_what_came_back"],
        "delete_what_came_back": ["tell_findings"],
        "tell_findings": [],
    }


def test_every_dag_carries_its_runbook_owner_retries_and_the_agencys_zone(read: dict[str, object]) -> None:
    dags: dict[str, dict[str, object]] = read["dags"]  # type: ignore[assignment]
    for dag_id, dag in dags.items():
        assert "when it is red" in str(dag["doc"]), dag_id
        assert (dag["owners"], dag["retries"]) == (["lethe"], [2]), dag_id
        if dag_id.startswith(("pull_", "retention_", "client_notices")):
            assert (dag["catchup"], dag["max_active_runs"]) == (False, 1), dag_id
            assert "Europe/London" in str(dag["zone"]), dag_id


def test_the_form_offers_every_mode_says_what_each_means_and_takes_the_studys_unless_told(
    read: dict[str, object],
) -> None:
    dags: dict[str, dict[str, dict[str, list[object]]]] = read["dags"]  # type: ignore[assignment]
    default, modes, means = dags["client_share_export"]["form"]["mode"]
    assert (default, modes) == ("study", ["study", *MODES])
    assert [mode for mode in MODES if f"**{mode}**: " not in str(means)] == []


def test_airflow_loads_one_plugin_and_nothing_of_the_package_by_accident(tmp_path: Path) -> None:
    loaded = in_airflow(tmp_path, LOAD_PLUGINS, PROJECT / "plugins")
    assert loaded["errors"] == {}
    assert "lethe" in loaded["plugins"]  # type: ignore[operator]
    names = {name for name in loaded["modules"] if name != "lethe" and not name.startswith("lethe.")}  # type: ignore[union-attr,attr-defined]
    assert names == {"lethe_plugin"}


def test_nothing_at_the_top_of_plugins_shadows_an_import() -> None:
    top = {path.stem for path in (PROJECT / "plugins").iterdir() if path.suffix == ".py" or path.is_dir()}
    ours = {name for name in top if not name.startswith((".", "__")) and not name.endswith(".egg-info")}
    assert ours == {"lethe", "lethe_plugin"}
    assert ours & set(sys.stdlib_module_names) == set()
    assert (PROJECT / "plugins" / ".airflowignore").read_text().split() == ["*/"]


GUARD = """
import json, traceback
from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException
from lethe.connectors.errors import ConnectorError
from lethe.sharing.errors import ExportRefusedError
from lethe.tasks.guard import guarded

def said(error):
    @guarded
    def work():
        try:
            raise KeyError("a secret of Siobhan's")
        except KeyError:
            raise error
    try:
        work()
    except BaseException as caught:
        return [type(caught).__name__, "".join(traceback.format_exception(caught))]

print(json.dumps([
    said(ValueError("Siobhan Abernathy")), said(ExportRefusedError("export x is refused")),
    said(ConnectorError("store y is away")), said(AirflowSkipException("nothing to do")),
]))
"""


def test_error_of_a_task_says_nothing_but_what_is_ours(tmp_path: Path) -> None:
    foreign, refused, away, skipped = in_airflow(tmp_path, GUARD, PROJECT)  # type: ignore[misc]
    assert foreign[0] == "UnexpectedError"
    assert "ValueError in" in foreign[1]
    assert refused[0] == "AirflowFailException"
    assert "export x is refused" in refused[1]
    assert away[0] == "ConnectorError"
    assert skipped[0] == "AirflowSkipException"
    assert not [text for _, text in (foreign, refused, away) if "Siobhan" in text]
