"""Tasks that pull: what lies in a drop, and a platform's table."""

from dataclasses import asdict
from math import ceil
from typing import Any

from airflow.sdk import get_current_context, task

from lethe.tasks.agency import current_agency, settings
from lethe.tasks.guard import guarded

MAX_BATCHES = 4  # each is a process, and a process pays seconds of imports
LEAST_IN_BATCH = 25
MOST_IN_RUN = 4000
"""Files taken by one run; the next takes what still waits. Their ids pass through Airflow's database."""


@task
@guarded
def find_files(source_id: str) -> list[list[str]]:
    """The opaque ids of the files that wait in a source's drop, in batches."""
    from lethe.intake import scan_inbox

    waiting = scan_inbox(current_agency(), source_id)[:MOST_IN_RUN]
    size = max(LEAST_IN_BATCH, ceil(len(waiting) / MAX_BATCHES))
    return [waiting[start : start + size] for start in range(0, len(waiting), size)]


@task(map_index_template="{{ label }}")
@guarded
def take_files(source_id: str, file_ids: list[str]) -> dict[str, Any]:
    """Move one batch of dropped files to where they belong; counts."""
    from lethe.intake import take_session_files, take_survey_files

    get_current_context()["label"] = f"{len(file_ids)} files"  # type: ignore[typeddict-unknown-key]
    kind = settings().sources.sources[source_id].kind
    take = take_session_files if kind.value == "session_files" else take_survey_files
    return asdict(take(current_agency(), source_id, file_ids))


@task
@guarded
def take_rows(source_id: str) -> dict[str, Any]:
    """Pull what a platform's table holds and we do not; counts."""
    from lethe.intake import pull_survey_table

    return asdict(pull_survey_table(current_agency(), source_id))
