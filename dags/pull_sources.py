"""# Pull one source

Brings survey answers and session files from where they arise into the agency's own stores, each with the time of its
event. One DAG for each source in `config/sources.yaml`. Safe to run at any time and to repeat: what was taken before
is not taken again, and what was deleted on its day does not come back.

| task | what it does | when it is red |
|---|---|---|
| `find_files` | lists the drop and gives each file an opaque id | the store could not be listed; nothing was touched |
| `take_files` | moves files to where they belong; one that cannot be placed or dated goes to quarantine with its reason | some files could not be moved and are still in the drop: clear it |
| `take_rows` | reads each answer of a platform's table that is not held yet | the database could not be read; clear it |

What was quarantined is counted in each task's return value and stands in the ledger, with one reason of a few and the
row. The file's name, and what is wrong with it in a sentence, are in the research database, table `quarantined`. Look at
these counts:

- `overwritten_before_the_pull`, `withdrawn_before_the_pull`: other versions of a file, set aside; drop again under a
  name of its own what was meant to be taken.
- `not_all_read`: what could be read of a workbook was taken; its hidden rows or other sheets were not. The original lies
  in quarantine until it is due; show what is hidden and drop it again.
- `later_date_not_applied`: a source gives an answer a later day than it gave before. The earlier one holds; put the
  source right.
- `gone_before`: answers taken once that are no longer held though no rule deleted them; they are not taken again.
"""

from airflow.sdk import DAG, CronTriggerTimetable, get_parsing_context

from lethe.settings.models import SourceKind
from lethe.tasks.agency import settings
from lethe.tasks.pull import find_files, take_files, take_rows

wanted = get_parsing_context().dag_id

for source_id, source in settings().sources.sources.items():
    dag_id = f"pull_{source_id}"
    if wanted not in (None, dag_id):
        continue
    with DAG(
        dag_id,
        schedule=CronTriggerTimetable(source.schedule, timezone=settings().agency.time_zone, run_immediately=False),
        catchup=False,
        max_active_runs=1,
        is_paused_upon_creation=False,
        doc_md=__doc__,
        tags=["pull", source.kind.value],
    ) as pull:
        if source.kind is SourceKind.SURVEY_TABLE:
            take_rows(source_id)
        else:
            take_files.partial(source_id=source_id).expand(file_ids=find_files(source_id))
    globals()[dag_id] = pull
