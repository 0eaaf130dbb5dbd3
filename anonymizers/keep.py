"""Words that a study is about: brands and products that must survive, wherever they are not somebody's own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from anonymizers.recognizers.spans import WEAK
from anonymizers.roster.forms import atoms
from anonymizers.spans import Span
from anonymizers.tokens import Tokens

_OUTRANKED = frozenset({"cues", "deny"})


class KeepWords:
    """Phrases that cues and default-deny may not mask; the roster and the patterns may, and that is counted.

    A pattern that rests on looks alone may not: "Orchard Lane" in capitals is a shop here, "14 Orchard Lane" a street.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = sorted({words for phrase in phrases if (words := atoms(phrase))}, key=lambda words: -len(words))
        self._firsts = {words[0] for words in self._phrases}

    def applied(self, spans: Iterable[Span], tokens: Tokens) -> tuple[list[Span], list[int]]:
        """The spans without what must be kept, and at which positions a kept phrase is masked all the same."""
        kept = list(self._places(tokens))
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

    def _places(self, tokens: Tokens) -> Iterator[tuple[int, int]]:
        index = 0
        items = tokens.items
        while index < len(items):
            length = self._length(tokens, index) if items[index].key in self._firsts else 0
            if length:
                yield items[index].start, items[index + length - 1].end
            index += length or 1

    def _length(self, tokens: Tokens, index: int) -> int:
        for words in self._phrases:
            window = tokens.items[index : index + len(words)]
            if tuple(token.key for token in window) == words:
                return len(words)
        return 0


def _without(span: Span, kept: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """What is left of a span outside the kept places."""
    position = span.start
    for start, end in kept:
        if end <= position or start >= span.end:
            continue
        if start > position:
            yield replace(span, start=position, end=start)
        position = end
    if position < span.end:
        yield replace(span, start=position)
