"""# Look once more, each night

Lists every store and table anew, with no plan in hand, and compares what is there with the rules, the ledger and the
register of recipients. Writes a signed report to the evidence store (`audits/<date>.json`), verifies each certified plan
again a day after, checks the ledger, and writes its head to an anchor, locked where the store can lock. Counts alone pass
through Airflow; the report names things by keyed reference.

| task | what it does | when it is red |
|---|---|---|
| `audit` | looks at everything; deletes nothing | the ledger or the evidence store cannot be used: put that right and clear it |
| `delete_what_came_back` | what the ledger says was deleted and is there again goes again, by a plan, verified and certified; a legal hold wins | the message says what could not go; clear it. A ledger restored from an older backup is refused: restore the newest first |
| `tell_findings` | nothing | somebody must look. The message says how many of what, and what to do about each |

After restoring any backup, pause the other DAGs and run `lethe replay` (or this DAG) **before anything else**. Clearing a
task repeats it harmlessly: what is gone is not found again, and a second report of a day gets a number.

`tell_findings` stays red for what it saw, even where `delete_what_came_back` has put it right since: that something came
back is for somebody to know. The next night shows whether all is well.
"""

from airflow.sdk import DAG, CronTriggerTimetable

from lethe.tasks.agency import settings
from lethe.tasks.audit import audit, delete_what_came_back, tell_findings

with DAG(
    "retention_audit",
    schedule=CronTriggerTimetable("30 2 * * *", timezone=settings().agency.time_zone, run_immediately=False),
    catchup=False,
    max_active_runs=1,
    is_paused_upon_creation=False,
    doc_md=__doc__,
    tags=["retention"],
):
    audit() >> delete_what_came_back() >> tell_findings()
