"""Clock times as files write them, and times for cues that have none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from anonymizers.formats.cleaning import MAX_MS
from anonymizers.formats.transcript import Cue

CLOCK = r"(?:[0-9]{1,4}:)?[0-9]{1,3}:[0-9]{1,2}(?:[.,][0-9]{1,3})?"
"""A clock time as a pattern without groups: `0:03`, `75:10`, `1:02:03.5`, `00:00:03,500`."""

_PARTS = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,3}):([0-9]{1,2})(?:[.,]([0-9]{1,3}))?")
_MS_PER_CHARACTER = 70
_SHORTEST, _LONGEST = 1_000, 10_000


def clock_ms(text: str) -> int | None:
    """Milliseconds of a clock time; `None` when it is none (61 seconds, 75 minutes beside hours, a sign)."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups()
    if int(seconds) > 59 or (hours is not None and int(minutes) > 59):
        return None
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "").ljust(3, "0"))


def long_clock(ms: int, decimal: str) -> str:
    """`00:00:03.500`, with the decimal sign that the format wants."""
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{decimal}{rest:03}"


def short_clock(ms: int) -> str:
    """`0:03` or `1:02:03`: whole seconds, rounded down."""
    seconds = ms // 1000
    if seconds < 3600:
        return f"{seconds // 60}:{seconds % 60:02}"
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def timed(cues: Sequence[Cue]) -> list[tuple[int, int]]:
    """Start and end of every cue in milliseconds, for formats that cannot do without.

    Known times stay. A missing start is the end of the cue before (0 for the first); a missing end is the start of
    the next cue, or, where that tells nothing, the time it takes to say the text at 70 ms a character, between one
    and ten seconds. Made-up times are consecutive and say nothing about the recording.
    """
    times: list[tuple[int, int]] = []
    before = 0
    for position, cue in enumerate(cues):
        start = cue.start_ms
        if start is None:
            start = before if cue.end_ms is None else min(before, cue.end_ms)
        end = cue.end_ms
        if end is None:
            following = cues[position + 1].start_ms if position + 1 < len(cues) else None
            spoken = min(max(len(cue.text) * _MS_PER_CHARACTER, _SHORTEST), _LONGEST)
            end = following if following is not None and following > start else min(start + spoken, MAX_MS)
        times.append((start, end))
        before = end
    return times


def with_starts(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with every start known, if any is: a missing one is the last known before it (0 at first)."""
    if all(cue.start_ms is None for cue in cues):
        return list(cues)
    started: list[Cue] = []
    last = 0
    for cue in cues:
        last = last if cue.start_ms is None else cue.start_ms
        started.append(replace(cue, start_ms=last))
    return started
