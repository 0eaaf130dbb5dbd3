"""What happened, append-only and hash-chained; and who received what."""

from lethe.ledger.chain import Entry, Ledger, LedgerError, Line

__all__ = ["Entry", "Ledger", "LedgerError", "Line"]
