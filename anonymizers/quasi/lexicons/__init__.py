"""Word lists of what singles people out, by language. Compiled by hand for this project."""
