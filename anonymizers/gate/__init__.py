"""The gate: an independent reading of the very bytes that are about to be shared (P4.5).

It imports nothing of the anonymiser. What one of them misses for a reason of its code, the other does not miss for
the same reason.
"""

from anonymizers.gate.examination import examine
from anonymizers.gate.report import CandidateFile, Crowd, Finding, GateError, GateReport, StoredFile, TableRule

__all__ = ["CandidateFile", "Crowd", "Finding", "GateError", "GateReport", "StoredFile", "TableRule", "examine"]
