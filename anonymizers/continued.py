"""A number that one turn begins and another one ends: "oh seven seven double oh" - "Yes?" - "nine oh one two"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from anonymizers.lexicon.digits import is_number_word
from anonymizers.spans import Span
from anonymizers.tokens import HARD, Tokens

_LAYERS = frozenset({"roster", "patterns", "model"})
_FEWEST = 3
"""Tokens that a number said so far must have."""
_FEWEST_MORE = 2
_REACH = 9
"""How many tokens lie between its parts at most: a "yes?", a repetition."""
_AFTER = frozenset(".,;:!?\n")


def continued(spans: Iterable[Span], tokens: Tokens, language: str) -> Iterator[Span]:
    """The rest of the numbers found, in the turns around them; a count of something ("five minutes") is none."""
    for span in spans:
        if span.layer not in _LAYERS:
            continue
        inside = tokens.within(span.start, span.end)
        if len(inside) < _FEWEST and span.end - span.start < _FEWEST + 1:
            continue
        if sum(_counts(tokens, index, language) for index in inside) * 2 < len(inside):
            continue
        for run in (_next(tokens, inside.stop, language), _before(tokens, inside.start - 1, language)):
            if run is not None:
                yield replace(
                    span, start=tokens.items[run[0]].start, end=tokens.items[run[1]].end, recogniser="continued"
                )


def _counts(tokens: Tokens, index: int, language: str) -> bool:
    token = tokens.items[index]
    return token.text[0].isdigit() or is_number_word(token.key, language)


def _next(tokens: Tokens, first: int, language: str) -> tuple[int, int] | None:
    turned = False
    for index in range(first, min(first + _REACH, len(tokens.items))):
        gap = tokens.gap(index)
        if HARD in gap:
            return None
        turned = turned or "\n" in gap
        if _counts(tokens, index, language):
            last = index
            while last + 1 < len(tokens.items) and _runs_on(tokens, last + 1, language):
                last += 1
            return (index, last) if turned and _is_number(tokens, index, last) else None
    return None


def _before(tokens: Tokens, last: int, language: str) -> tuple[int, int] | None:
    turned = False
    for index in range(last, max(last - _REACH, -1), -1):
        gap = tokens.gap(index + 1) if index + 1 < len(tokens.items) else ""
        if HARD in gap:
            return None
        turned = turned or "\n" in gap
        if _counts(tokens, index, language):
            first = index
            while first > 0 and _runs_on(tokens, first, language) and _counts(tokens, first - 1, language):
                first -= 1
            return (first, index) if turned and _is_number(tokens, first, index) else None
    return None


def _runs_on(tokens: Tokens, index: int, language: str) -> bool:
    gap = tokens.gap(index)
    return _counts(tokens, index, language) and "\n" not in gap and HARD not in gap and len(gap) <= 2


def _is_number(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a run stands for itself: two words or three digits, and nothing after it that it counts."""
    if last - first + 1 < _FEWEST_MORE and len(tokens.items[first].text) < _FEWEST:
        return False
    after = tokens.gap(last + 1) if last + 1 < len(tokens.items) else "\n"
    return any(sign in _AFTER for sign in after)
