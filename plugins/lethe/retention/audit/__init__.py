"""The nightly truth: every place listed anew and compared with the rules, the ledger and the register."""

from lethe.retention.audit.findings import NEEDS_SOMEBODY, Finding, FindingKind
from lethe.retention.audit.report import AuditReport, last_audit
from lethe.retention.audit.run import audit

__all__ = ["NEEDS_SOMEBODY", "AuditReport", "Finding", "FindingKind", "audit", "last_audit"]
