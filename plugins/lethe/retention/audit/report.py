"""An audit's result, signed and kept: a document in the evidence store and a line in the ledger."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import count
from typing import Any

from lethe.agency import Agency
from lethe.ledger import Entry, Line
from lethe.retention.anchor import REPORT, Anchor
from lethe.retention.audit.findings import NEEDS_SOMEBODY, Finding
from lethe.retention.audit.listings import Listed
from lethe.retention.signed import signed

AUDITED = "audited"
"""The ledger's event for an audit that came to its end."""


@dataclass(frozen=True)
class AuditReport:
    """What an audit saw. `counts` are things by kind of finding, the whole of it what may pass through Airflow."""

    audit_id: str
    key: str
    sha256: str
    started_at: datetime
    listed: tuple[Listed, ...]
    findings: tuple[Finding, ...]
    verified_again: tuple[str, ...]
    ledger_problems: tuple[str, ...]
    anchor: Anchor | None

    @property
    def counts(self) -> dict[str, int]:
        """How many things each kind of finding names."""
        return _counts(self.findings)

    @property
    def needs_somebody(self) -> bool:
        """Whether somebody must look: anything but what is told for information."""
        return any(finding.kind in NEEDS_SOMEBODY for finding in self.findings)

    @property
    def failed(self) -> list[str]:
        """The places that could not be listed."""
        return [finding.place for finding in self.findings if finding.kind == "lookup_failed"]


def audit_id_of(run_id: str) -> str:
    """The id of the audit that one run makes."""
    return "a-" + hashlib.sha256(run_id.encode()).hexdigest()[:16]


def keep_report(
    agency: Agency,
    audit_id: str,
    started_at: datetime,
    *,
    listed: Sequence[Listed],
    findings: Sequence[Finding],
    verified_again: Sequence[str],
    ledger_problems: Sequence[str],
) -> tuple[str, str]:
    """Write the signed report and its line in the ledger; the report's key and SHA-256.

    The second report of a day gets a suffix.
    """
    line, head = agency.ledger.head()
    needs = any(finding.kind in NEEDS_SOMEBODY for finding in findings)
    document: dict[str, Any] = {
        "audit_id": audit_id,
        "agency": agency.settings.agency.name,
        "started_at": _utc(started_at),
        "finished_at": _utc(agency.now()),
        "today": agency.today().isoformat(),
        "needs_somebody": needs,
        "listed": [asdict(place) for place in listed],
        "findings": [{**asdict(finding), "references": list(finding.references)} for finding in findings],
        "verified_again": list(verified_again),
        "ledger": {"line": line, "hash": head, "problems": list(ledger_problems)},
        "tool": {"name": "lethe", "version": version("lethe")},
    }
    data = signed(document, REPORT, *agency.keys.signing_key())
    store = agency.store(agency.settings.agency.evidence)
    key = next(key for key in _names(agency) if not store.versions_of([key]))
    stored = store.put(key, data, content_type="application/json")
    details = {"sha256": stored.sha256, "counts": _counts(findings), "verified_again": len(verified_again)}
    outcome = "findings" if needs else "clean"
    agency.ledger.append([Entry(AUDITED, audit_id, key, outcome, details)])
    return key, stored.sha256


def last_audit(agency: Agency, audit_id: str | None = None) -> Line | None:
    """The ledger's line of the newest audit, or of the newest try of one; None when there has been none."""
    lines = agency.ledger.entries(event=AUDITED, scope=audit_id)
    return lines[-1] if lines else None


def counts_of(line: Line) -> Mapping[str, int]:
    """The findings of an audit by kind, as its line in the ledger has them."""
    return {str(kind): int(number) for kind, number in line.details["counts"].items()}


def _names(agency: Agency) -> Iterator[str]:
    day = agency.today().isoformat()
    return (f"audits/{day}.json" if number == 1 else f"audits/{day}-{number}.json" for number in count(1))


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.kind] += finding.number
    return dict(counts)


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
