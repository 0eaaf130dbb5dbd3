"""The research database and what is asked of it."""
