"""Plain words for what somebody wrote: near misses, and values that may be shown."""

import difflib
import re
from collections.abc import Iterable
from typing import Any

MAX_SHOWN = 40
FEW = 8


def near_miss(word: str, choices: Iterable[str]) -> str | None:
    """The choice that a word was most likely meant to be; None where none is near."""
    by_lower = {choice.lower(): choice for choice in sorted(set(choices))}
    close = difflib.get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


def nearest(word: str, choices: Iterable[str]) -> str:
    """A sentence that names the nearest right spelling, else the few that exist; empty where there are many."""
    known = sorted(set(choices))
    near = near_miss(word, known)
    if near is not None:
        return f" Did you mean '{near}'?"
    return f" Known: {', '.join(known)}." if 0 < len(known) <= FEW else ""


def shown(value: Any) -> str:
    """A value as a message may quote it. Long texts and what looks like an address or a password are not quoted."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    if len(text) <= MAX_SHOWN and re.fullmatch(r"[\w .,:+*/{}()&'#-]*", text) and "//" not in text:
        return f"'{text}'"
    return "this text"


def listed(words: Iterable[str]) -> str:
    """Words with commas and a last `or`."""
    given = [f"'{word}'" for word in words]
    return " or ".join([", ".join(given[:-1]), given[-1]]) if len(given) > 1 else "".join(given)
