"""# Tell clients what they must delete

A client's own copies (taken out of its bucket, handed over on a disk or by a link) can be deleted by nobody but the
client (P4.2). Each morning this tells the contacts in `config/clients.yaml` what falls due, 30 and 7 days before the
day and on it; then, from the day after and every week, the data protection officer and the contacts, until
`lethe attest` writes down the client's word. `lethe status` lists who has yet to give it.

| task | what it does | when it is red |
|---|---|---|
| `tell_clients` | sends one message a client, due day and stage through the connection `lethe_smtp`, and notes each in the ledger once it is sent | the message says how many were not sent and why, never to whom; they are not noted as sent. Put it right and clear it; an address that was told of a thing is not told of it again |

A missed day is caught up: the latest stage that has passed is sent, the earlier ones are not sent late. A run that is
killed between sending and noting sends that one message twice. Nothing to tell: no mail server is asked for.
"""

from airflow.sdk import DAG, CronTriggerTimetable

from lethe.tasks.agency import settings
from lethe.tasks.notices import tell_clients

EACH_MORNING = "0 8 * * *"

with DAG(
    "client_notices",
    schedule=CronTriggerTimetable(EACH_MORNING, timezone=settings().agency.time_zone, run_immediately=False),
    catchup=False,
    max_active_runs=1,
    is_paused_upon_creation=False,
    doc_md=__doc__,
    tags=["retention", "P4.2"],
) as client_notices:
    tell_clients()
