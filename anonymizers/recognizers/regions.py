"""Where a slow pattern is worth running: around digits, or around words it cannot do without.

Most speech holds no digit and no street. A pattern that needs one is run on the stretches that have one, whose ends
lie between words; look-behinds still see what stands before a stretch.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_BEFORE, _AFTER = 70, 90
_LONGEST_WORD = 2_000
"""A stretch ends within a longer word: no word is so long, and patterns that try each of its places take for ever."""

_DIGITS = re.compile(r"[0-9]+")


def near_digits(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The pattern's matches that lie within some seventy characters of a written digit."""
    for start, end in _digit_regions(text):
        yield from pattern.finditer(text, start, end)


def near(pattern: re.Pattern[str], text: str, regions: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The pattern's matches in these regions."""
    for start, end in regions:
        yield from pattern.finditer(text, start, end)


def around(words: re.Pattern[str], text: str, before: int = _BEFORE, after: int = _AFTER) -> Iterator[tuple[int, int]]:
    """What surrounds each match of a pattern, put together where two meet, as (start, end) between words."""
    return surroundings(text, (hit.span() for hit in words.finditer(text)), before, after)


@lru_cache(maxsize=2)
def _digit_regions(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(around(_DIGITS, text))


@lru_cache(maxsize=2)
def small_letters(text: str) -> str:
    """The text in small letters, each character at its place (one Turkish capital would become two).

    A pattern that need not ignore case is three times as fast.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def surroundings(
    text: str, spans: Iterable[tuple[int, int]], before: int = _BEFORE, after: int = _AFTER
) -> Iterator[tuple[int, int]]:
    """What surrounds each span (ordered by their starts), put together where two meet."""
    first = last = -1
    for start, end in spans:
        if last >= 0 and end + after <= last:
            continue
        left, right = _between_words(text, start - before, end + after)
        if left <= last:
            last = right
            continue
        if last >= 0:
            yield first, last
        first, last = left, right
    if last >= 0:
        yield first, last


def _between_words(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    start, end = max(0, start), min(len(text), end)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return start, end
