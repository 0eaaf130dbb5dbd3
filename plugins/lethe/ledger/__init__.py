"""What happened, append-only and hash-chained; and who received what."""

from lethe.ledger.chain import Entry, Ledger, LedgerError, Line
from lethe.ledger.executors import refuse_shared_sqlite

__all__ = ["Entry", "Ledger", "LedgerError", "Line", "refuse_shared_sqlite"]
