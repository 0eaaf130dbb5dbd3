"""Words that must survive: what a study is about, and the brands that everybody talks about."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from anonymizers.lexicon.brands import brands
from anonymizers.recognizers.spans import WEAK
from anonymizers.roster.forms import atoms
from anonymizers.spans import Span
from anonymizers.tokens import Tokens

_OUTRANKED = frozenset({"cues", "context", "model", "deny"})
_TOLD = 0.66
"""A cue as sure as this says that somebody is called so, whatever else is: "my brother John Lewis"."""


class Phrases:
    """Phrases by their first words, as keys; a longer one comes before a shorter one."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(set(phrases), key=lambda words: (-len(words), words)):
            self._by_first.setdefault(words[0], []).append(words)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def places(self, tokens: Tokens) -> Iterator[tuple[int, int]]:
        """Where the phrases stand in a text, from left to right; none overlaps another."""
        index = 0
        items = tokens.items
        while index < len(items):
            length = self._length(tokens, index)
            if length:
                yield items[index].start, items[index + length - 1].end
            index += length or 1

    def _length(self, tokens: Tokens, index: int) -> int:
        for words in self._by_first.get(tokens.items[index].key, ()):
            if len(words) == 1 or tuple(one.key for one in tokens.items[index : index + len(words)]) == words:
                return len(words)
        return 0


class KeepWords:
    """Phrases that cues, context, the name model and default-deny may not mask; the roster and the patterns may, and
    that is counted.

    A pattern that rests on looks alone may not: "Orchard Lane" in capitals is a shop here, "14 Orchard Lane" a street.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = Phrases(words for phrase in phrases if (words := atoms(phrase)))

    def applied(self, spans: Iterable[Span], tokens: Tokens) -> tuple[list[Span], list[int]]:
        """The spans without what must be kept, and at which positions a kept phrase is masked all the same."""
        kept = list(self._phrases.places(tokens)) if self._phrases else []
        if not kept:
            return list(spans), []
        left: list[Span] = []
        stronger: list[Span] = []
        for span in spans:
            if span.layer in _OUTRANKED or (span.layer == "patterns" and span.score <= WEAK):
                left.extend(_without(span, kept))
            else:
                stronger.append(span)
        clashes = [start for start, end in kept if any(span.start < end and start < span.end for span in stronger)]
        return left + stronger, clashes


@cache
def _brands(language: str) -> Phrases:
    return Phrases(brands(language))


def without_brands(spans: Iterable[Span], tokens: Tokens, language: str) -> list[Span]:
    """The spans without the brands that everybody talks about; who works there or is called so is another matter."""
    kept = list(_brands(language).places(tokens))
    left: list[Span] = []
    for span in spans:
        weak = span.layer in {"model", "deny"} or (span.layer == "cues" and span.score < _TOLD)
        left.extend(_without(span, kept) if weak else [span])
    return left


def _without(span: Span, kept: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """What is left of a span outside the kept places."""
    position = span.start
    # The place before the span may reach into it.
    for start, end in kept[max(0, bisect_left(kept, (span.start, 0)) - 1) :]:
        if start >= span.end:
            break
        if end <= position:
            continue
        if start > position:
            yield replace(span, start=position, end=start)
        position = end
    if position < span.end:
        yield replace(span, start=position)
