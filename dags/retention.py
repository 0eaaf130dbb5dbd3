"""# Delete what is due, and prove it

One DAG for each rule in `config/retention.yaml`. Finds what has reached its day, freezes a plan, deletes exactly that in
every version and in every place, the client's bucket too, lists every place anew (a store under its read-only
credentials too, where it names them), and signs a certificate only when nothing is left. "Today" is the agency's own
date when the run looks, never a run's logical date.

| task | what it does | when it is red |
|---|---|---|
| `find_due` | counts what is due, overdue, not yet due, undated | a place could not be listed; nothing was touched |
| `freeze_plan` | writes the plan and its digest | nothing was deleted |
| `approve` | passes at once, unless the plan is far above the usual or its rule was changed to delete more: then it waits | nobody entitled let it go on; nothing was deleted, the next run asks again |
| `delete` | deletes one batch; looks every due date up again first | the message says how many are locked, denied or failed and what to do; clear it, what is gone stays gone |
| `verify` | a fresh listing of every place | something is still there: nothing is certified. Clear `delete` and what follows |
| `certify` | signs the certificate, in parts above 10,000 items, and draws its page | clear it |

Nothing due: `delete` and what follows are skipped. A run that was killed is finished by the next one. What a hold keeps
(`lethe hold`) is no part of a plan and stands in the ledger at every run. `lethe deletions stop` stops every deletion
within a minute.
"""

from airflow.sdk import DAG, CronTriggerTimetable, get_parsing_context

from lethe.tasks.agency import settings
from lethe.tasks.plan_approval import PlanApproval
from lethe.tasks.retention import certify, delete, find_due, freeze_plan, verify

FOUR_TIMES_A_DAY = "15 0,6,12,18 * * *"
wanted = get_parsing_context().dag_id

for rule_id, rule in settings().retention.rules.items():
    dag_id = f"retention_{rule_id}"
    if wanted not in (None, dag_id):
        continue
    with DAG(
        dag_id,
        schedule=CronTriggerTimetable(FOUR_TIMES_A_DAY, timezone=settings().agency.time_zone, run_immediately=False),
        catchup=False,
        max_active_runs=1,
        is_paused_upon_creation=False,
        doc_md=__doc__,
        tags=["retention", rule.clause],
    ) as retention:
        batches = freeze_plan(rule_id)
        approve = PlanApproval(task_id="approve", rule_id=rule_id)
        deleted = delete.partial(rule_id=rule_id).expand(batch=batches)
        find_due(rule_id) >> batches >> approve >> deleted >> verify(rule_id) >> certify(rule_id)
    globals()[dag_id] = retention
