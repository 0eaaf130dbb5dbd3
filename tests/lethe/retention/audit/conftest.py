"""What an audit found, in a form that tests compare."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from lethe.retention.audit import AuditReport, audit

World = Any


@pytest.fixture
def found() -> Callable[[World], dict[tuple[str, str, str], int]]:
    """Audit a world: how many of each kind, place and reason."""

    def look(world: World) -> dict[tuple[str, str, str], int]:
        return numbers(audit(world.agency))

    return look


def numbers(report: AuditReport) -> dict[tuple[str, str, str], int]:
    return {(finding.kind, finding.place, finding.why): finding.number for finding in report.findings}


@pytest.fixture
def as_kept() -> Callable[[World, AuditReport], dict[str, Any]]:
    """The signed report as it lies in the evidence store."""

    def read(world: World, report: AuditReport) -> dict[str, Any]:
        return json.loads(world.agency.store("evidence").read(report.key))  # type: ignore[no-any-return]

    return read
