"""How streets are called and numbered, one language a file."""
