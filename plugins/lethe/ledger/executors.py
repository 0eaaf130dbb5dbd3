"""Which database may hold the ledger under which of Airflow's executors."""

from sqlalchemy import Engine

from lethe.ledger.chain import LedgerError


def refuse_shared_sqlite(engine: Engine, executor: str) -> None:
    """Refuse a SQLite database where tasks may run on several machines.

    SQLite's locks hold on one local disk only: over a network the chain would fork unseen. `executor` is Airflow's
    `[core] executor`: one name or several, as class paths, with aliases or teams before them.

    Raises:
        LedgerError: an executor that is not known to keep its tasks on this machine.
    """
    if engine.dialect.name != "sqlite":
        return
    names = [part.strip() for group in executor.split(";") for part in group.split("=")[-1].split(",") if part.strip()]
    for name in names:
        if name.replace(":", ".").rpartition(".")[2] not in {"LocalExecutor", "SequentialExecutor"}:
            raise LedgerError(
                f"the database is SQLite and the executor '{name}' may run tasks on other machines; nothing was "
                "touched. Point the connection at PostgreSQL, or use LocalExecutor"
            )
