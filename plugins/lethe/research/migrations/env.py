"""Alembic's environment for the research database."""

from lethe.migrate import run_from_environment
from lethe.research.schema import metadata

run_from_environment(metadata)
