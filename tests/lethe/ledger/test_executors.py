"""SQLite holds the ledger on one machine only."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from lethe.ledger import LedgerError, refuse_shared_sqlite

LOCAL = [
    "LocalExecutor",
    "SequentialExecutor",
    "airflow.executors.local_executor.LocalExecutor",
    "quick:LocalExecutor",
    "team_a=LocalExecutor",
]
SHARED = [
    "CeleryExecutor",
    "KubernetesExecutor",
    "LocalExecutor,CeleryExecutor",
    "LocalExecutor;team_a=CeleryExecutor",
    "airflow.providers.celery.executors.celery_executor.CeleryExecutor",
    "airflow.providers.edge3.executors.EdgeExecutor",
    "my.own.NotLocalExecutorAtAll",
    "LocalExecutor:my.CeleryExecutor",
]


@pytest.fixture
def sqlite(tmp_path: Path) -> sa.Engine:
    return sa.create_engine(f"sqlite:///{tmp_path}/ledger.sqlite")


@pytest.mark.parametrize("executor", LOCAL)
def test_sqlite_is_taken_where_tasks_stay_on_this_machine(sqlite: sa.Engine, executor: str) -> None:
    refuse_shared_sqlite(sqlite, executor)


@pytest.mark.parametrize("executor", SHARED)
def test_sqlite_is_refused_where_tasks_may_run_elsewhere(sqlite: sa.Engine, executor: str) -> None:
    with pytest.raises(LedgerError, match="Point the connection at PostgreSQL"):
        refuse_shared_sqlite(sqlite, executor)


@pytest.mark.parametrize("executor", SHARED)
def test_postgresql_is_taken_under_any_executor(executor: str) -> None:
    refuse_shared_sqlite(sa.create_engine("postgresql+psycopg2://db.example/ledger"), executor)
