"""Lethe: anonymise before it is shared, forget it on time, prove both."""
