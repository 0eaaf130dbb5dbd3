"""Airflow's cluster policy: who owns our tasks, and how often they are tried.

Airflow finds this file when `config/` is on the `PYTHONPATH`, or in `$AIRFLOW_HOME/config`.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from airflow.models.baseoperator import BaseOperator

OWNER = "lethe"
RETRIES = 2


def task_policy(task: "BaseOperator") -> None:
    """Retry what may pass by itself. What cannot (a refusal) fails at once: see `lethe.tasks.guard`."""
    if task.owner == "airflow":
        task.owner = OWNER
    if task.retries == 0:
        task.retries = RETRIES
        task.retry_delay = timedelta(minutes=1)
        task.retry_exponential_backoff = 2.0
