"""What the files say about each other: ids that exist, places that do not meet, promises that are all kept."""

from collections.abc import Iterator

from lethe.settings.checks.agency import check_agency
from lethe.settings.checks.clients import check_clients
from lethe.settings.checks.engines import check_engines, check_installed
from lethe.settings.checks.layers import check_layers
from lethe.settings.checks.places import check_places
from lethe.settings.checks.retention import check_retention
from lethe.settings.checks.sources import check_sources
from lethe.settings.checks.studies import check_studies
from lethe.settings.draft import Draft
from lethe.settings.errors import Problem

__all__ = ["CHECKS", "check_installed", "cross_checks"]

CHECKS = (
    check_agency,
    check_places,
    check_sources,
    check_clients,
    check_retention,
    check_layers,
    check_engines,
    check_studies,
)


def cross_checks(draft: Draft) -> Iterator[Problem]:
    """Every contradiction between the files, or within one, that no single value shows."""
    for check in CHECKS:
        yield from check(draft)
