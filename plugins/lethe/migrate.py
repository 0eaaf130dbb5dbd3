"""Migrations of the product's two databases, by Alembic. Each has a version table of its own: they may share one."""

from importlib.resources import as_file, files
from typing import Literal

from alembic import command, context
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData

Which = Literal["ledger", "research"]


def upgrade(engine: Engine, which: Which, to: str = "head") -> None:
    """Bring a database to the newest revision, or to a named one; harmless when it is there already."""
    with as_file(files("lethe") / which / "migrations") as folder, engine.connect() as connection:
        config = _config(str(folder))
        config.attributes["connection"] = connection
        config.attributes["version_table"] = _version_table(which)
        command.upgrade(config, to)


def is_current(engine: Engine, which: Which) -> bool:
    """Whether a database is at the newest revision."""
    with as_file(files("lethe") / which / "migrations") as folder, engine.connect() as connection:
        newest = ScriptDirectory.from_config(_config(str(folder))).get_current_head()
        migration = MigrationContext.configure(connection, opts={"version_table": _version_table(which)})
        return migration.get_current_revision() == newest


def run_from_environment(metadata: MetaData) -> None:
    """What each `migrations/env.py` does: run the scripts on the connection that was handed over."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        version_table=context.config.attributes["version_table"],
        include_name=lambda name, kind, _parents: kind != "table" or name in metadata.tables,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()


def _config(folder: str) -> Config:
    config = Config()
    config.set_main_option("script_location", folder.replace("%", "%%"))
    return config


def _version_table(which: Which) -> str:
    return f"lethe_{which}_version"
