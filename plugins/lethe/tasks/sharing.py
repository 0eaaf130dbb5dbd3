"""Tasks that share: each finds its export by the run, never in what another task handed over."""

from dataclasses import asdict
from typing import Any

from airflow.sdk import get_current_context, task
from airflow.sdk.exceptions import AirflowFailException

from lethe.tasks.agency import current_agency
from lethe.tasks.guard import guarded

AS_THE_STUDY_SAYS = "study"
"""The form's own word for the mode that the study names."""

ASKED_FOR = ("study", "formats", "mode")
"""What a run may be asked with. Client and bucket follow from the study and are never a parameter."""


@task
@guarded
def select() -> list[int]:
    """Freeze what this run shares; the numbers of its batches. Beside them, how much was left out and why."""
    from lethe.sharing import select_export

    context = get_current_context()
    run = context["dag_run"]
    unknown = sorted(set(run.conf or {}) - set(ASKED_FOR))
    if unknown:
        raise AirflowFailException(
            f"a run takes {', '.join(ASKED_FOR)} alone; {len(unknown)} more given. Client and bucket follow from the "
            "study. Nothing was shared."
        )
    params = context["params"]
    selection = select_export(
        current_agency(),
        study_id=params["study"],
        formats=params["formats"],
        mode=None if params["mode"] == AS_THE_STUDY_SAYS else params["mode"],
        requested_by=run.triggering_user_name,
        run_id=str(run.run_id),
    )
    context["ti"].xcom_push(key="selection", value={**asdict(selection), "batches": list(selection.batches)})
    return list(selection.batches)


@task(map_index_template="{{ label }}")
@guarded
def anonymise(batch: int) -> dict[str, int]:
    """Anonymise one batch into the staging store; counts."""
    from lethe.sharing import export_of_run
    from lethe.sharing.anonymisation import anonymise_batch

    get_current_context()["label"] = f"batch {batch}"  # type: ignore[typeddict-unknown-key]
    agency = current_agency()
    return asdict(anonymise_batch(agency, export_of_run(agency, _run_id()), batch))


@task
@guarded
def gate() -> dict[str, Any]:
    """Read the candidate's bytes back and examine them; a hit moves them to quarantine and fails."""
    from lethe.sharing import export_of_run
    from lethe.sharing.review import review_export

    agency = current_agency()
    return asdict(review_export(agency, export_of_run(agency, _run_id())))


@task
@guarded
def publish() -> dict[str, Any]:
    """Copy exactly the approved bytes to the client, the manifest last; refused without a decision in the ledger."""
    from lethe.sharing import export_of_run, publish_export

    agency = current_agency()
    asked_by = get_current_context()["dag_run"].triggering_user_name
    return asdict(publish_export(agency, export_of_run(agency, _run_id()), triggering_user=asked_by))


def _run_id() -> str:
    return str(get_current_context()["run_id"])
