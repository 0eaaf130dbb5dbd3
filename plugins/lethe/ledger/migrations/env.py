"""Alembic's environment for the ledger database."""

from lethe.ledger.schema import metadata
from lethe.migrate import run_from_environment

run_from_environment(metadata)
