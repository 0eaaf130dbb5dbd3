"""Airflow's REST API as one of its users calls it."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import httpx

from lethe.demo.site import Site
from lethe.errors import LetheError

T = TypeVar("T")

ENDED = {"success", "failed"}
THINKING = 3.0
"""Seconds a person takes to answer, at the least: the scheduler needs one to note that the task waits."""
WAIT = 300.0
"""Seconds until a wait is given up."""


class User:
    """One signed-in user. Waits call `watch` with what changed, so that progress can be shown."""

    def __init__(self, site: Site, name: str) -> None:
        self.name = name
        base = f"http://127.0.0.1:{site.port}"
        # The user's own proxy settings are not for a server on this machine.
        with httpx.Client(base_url=base, trust_env=False, timeout=60) as client:
            answer = client.post("/auth/token", json={"username": name, "password": site.passwords[name]})
            answer.raise_for_status()
        token = answer.json()["access_token"]
        self._http = httpx.Client(
            base_url=f"{base}/api/v2", trust_env=False, timeout=60, headers={"Authorization": f"Bearer {token}"}
        )

    def close(self) -> None:
        """Give the connection back."""
        self._http.close()

    def dag_ids(self) -> set[str]:
        """The DAGs that are parsed."""
        return {dag["dag_id"] for dag in self._get("/dags", limit=100)["dags"]}

    def import_errors(self) -> list[str]:
        """The files of DAGs that could not be read, each with its last line of error."""
        errors = self._get("/importErrors", limit=100)["import_errors"]
        return [f"{error['filename']}: {error['stack_trace'].strip().splitlines()[-1]}" for error in errors]

    def trigger(self, dag_id: str, conf: dict[str, Any] | None = None) -> str:
        """Start a run; its id."""
        body = {"logical_date": None, "conf": conf or {}}
        return str(self._send("POST", f"/dags/{dag_id}/dagRuns", body)["dag_run_id"])

    def task_states(self, dag_id: str, run_id: str) -> dict[str, str]:
        """The state of each task instance, mapped ones as `task[0]`."""
        found = self._get(f"/dags/{dag_id}/dagRuns/{run_id}/taskInstances", limit=200)["task_instances"]
        return {
            ti["task_id"] + (f"[{ti['map_index']}]" if ti["map_index"] >= 0 else ""): ti["state"] or "waiting"
            for ti in sorted(found, key=lambda ti: (ti["start_date"] or "~", ti["map_index"]))
        }

    def task_pid(self, dag_id: str, run_id: str, task_id: str, map_index: int) -> int:
        """The id of the process that runs a mapped task."""
        path = f"/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}/{map_index}"
        return _until(lambda: self._get(path)["pid"], f"{task_id} to have a process")  # type: ignore[no-any-return]

    def wait_for_run(
        self,
        dag_id: str,
        run_id: str,
        watch: Callable[[str, dict[str, str]], object],
        answering: Mapping[str, str] | None = None,
    ) -> str:
        """Wait until a run has ended; its state. `answering` gives an option for each task that asks a person.

        An answer that comes before Airflow has noted that the task waits is lost, and the question is put again: then
        it is answered again.
        """

        def ended() -> str | None:
            states = self.task_states(dag_id, run_id)
            watch(dag_id, states)
            for task_id, option in (answering or {}).items():
                if states.get(task_id) == "awaiting_input" and not self._is_answered(dag_id, run_id, task_id):
                    time.sleep(THINKING)
                    self.answer(dag_id, run_id, task_id, option)
            state = self._get(f"/dags/{dag_id}/dagRuns/{run_id}")["state"]
            return str(state) if state in ENDED else None

        return _until(ended, f"{dag_id} to end")

    def wait_for_task(
        self,
        dag_id: str,
        run_id: str,
        task_id: str,
        states: Sequence[str],
        watch: Callable[[str, dict[str, str]], object],
    ) -> str:
        """Wait until a task is in one of these states; which one. A run that fails before is an error."""

        def reached() -> str | None:
            tasks = self.task_states(dag_id, run_id)
            watch(dag_id, tasks)
            if tasks.get(task_id) in states:
                return tasks[task_id]
            if self._get(f"/dags/{dag_id}/dagRuns/{run_id}")["state"] == "failed":
                failed = ", ".join(name for name, state in tasks.items() if state == "failed")
                raise LetheError(f"{dag_id} failed at {failed}; see its log in the demo's folder")
            return None

        return _until(reached, f"{dag_id}.{task_id}")

    def answer(self, dag_id: str, run_id: str, task_id: str, option: str) -> None:
        """Answer the question that a task waits for."""
        path = f"/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}/-1/hitlDetails"
        self._send("PATCH", path, {"chosen_options": [option], "params_input": {}})

    def _is_answered(self, dag_id: str, run_id: str, task_id: str) -> bool:
        path = f"/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}/-1/hitlDetails"
        return bool(self._get(path)["response_received"])

    def clear(self, dag_id: str, run_id: str, task_ids: Sequence[str]) -> None:
        """Have tasks of a run done again."""
        body = {"dry_run": False, "dag_run_id": run_id, "task_ids": list(task_ids), "only_failed": False}
        self._send("POST", f"/dags/{dag_id}/clearTaskInstances", body)

    def mark_success(self, dag_id: str, run_id: str, task_id: str) -> None:
        """Have Airflow call a task done that did nothing."""
        path = f"/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}"
        self._send("PATCH", path, {"new_state": "success"})

    def task_log(self, dag_id: str, run_id: str, task_id: str, attempt: int = 1, map_index: int = -1) -> list[str]:
        """What a task's log says: its events, and the texts of the errors it ended with."""
        path = f"/dags/{dag_id}/dagRuns/{run_id}/taskInstances/{task_id}/logs/{attempt}"
        lines = self._get(path, full_content="true", map_index=map_index)["content"]
        said = []
        for line in lines:
            said.append(str(line.get("event", "")))
            said += [str(error["exc_value"]) for error in line.get("error_detail") or []]
        return said

    def _get(self, path: str, **query: Any) -> Any:
        answer = self._http.get(path, params=query, headers={"Accept": "application/json"})
        answer.raise_for_status()
        return answer.json()

    def _send(self, method: str, path: str, body: dict[str, Any]) -> Any:
        answer = self._http.request(method, path, json=body)
        if answer.is_error:
            raise LetheError(f"Airflow refused {method} {path}: {answer.status_code} {answer.text[:300]}")
        return answer.json()


def wait_until_healthy(site: Site, still_there: Callable[[], object]) -> None:
    """Wait for the API server, the scheduler and the DAG processor to report health."""

    def healthy() -> bool | None:
        still_there()
        try:
            answer = httpx.get(f"http://127.0.0.1:{site.port}/api/v2/monitor/health", trust_env=False, timeout=10)
        except httpx.TransportError:
            return None
        states = answer.json() if answer.is_success else {}
        return all(states.get(name, {}).get("status") == "healthy" for name in ("scheduler", "dag_processor")) or None

    _until(healthy, "Airflow to be healthy")


def wait_for_dags(user: User, wanted: set[str]) -> None:
    """Wait until these DAGs are parsed."""

    def parsed() -> bool | None:
        if errors := user.import_errors():
            raise LetheError("DAGs cannot be read: " + "; ".join(errors))
        return wanted <= user.dag_ids() or None

    _until(parsed, "the DAGs to be parsed")


def _until(found: Callable[[], T | None], what: str) -> T:
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        answer = found()
        if answer is not None:
            return answer
        time.sleep(0.7)
    raise LetheError(f"waited {WAIT:.0f} s for {what} in vain; the demo's folder holds the logs")
