"""From findings that overlap to spans that do not: all of it is masked, whole words, one span a name."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from anonymizers.layers import AUTHORITY

PEOPLE = frozenset({"PERSON", "STUDY_PERSON"})
_BETWEEN_NAMES = re.compile(r"[ \n'\-]{1,2}|[ \n][^\W\d_]\.?[ \n]")


@dataclass(frozen=True, slots=True, repr=False)
class Span:
    """Characters `start` to `end` (end exclusive): what they are, and which layer and recogniser says so, how surely.

    `owners` are the ids of the study's people whose name it is; `said` is what to write in its place, if not the word
    of its kind.
    """

    start: int
    end: int
    entity: str
    layer: str
    recogniser: str
    score: float
    owners: frozenset[str] = frozenset()
    said: str = ""

    @property
    def rank(self) -> tuple[int, int, float]:
        """Smaller is more authoritative: first the layer, then the longer, then the surer."""
        return AUTHORITY.index(self.layer), self.start - self.end, -self.score


def whole_words(spans: Iterable[Span], text: str) -> list[Span]:
    """Each span with the rest of the words that it begins or ends in."""
    return [
        replace(span, start=_word_start(span.start, text), end=_word_end(span.end, text))
        for span in spans
        if span.start < span.end
    ]


def _word_start(start: int, text: str) -> int:
    while 0 < start < len(text) and _of_word(text[start]) and _of_word(text[start - 1]):
        start -= 1
    return start


def _word_end(end: int, text: str) -> int:
    while 0 < end < len(text) and _of_word(text[end]) and _of_word(text[end - 1]):
        end += 1
    return end


def _of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def united(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap made one over all their characters, named by the one with most authority.

    A finding that covers all of the others names the whole: an e-mail address with a name in it is an e-mail address.
    """
    groups: list[list[Span]] = []
    reach = -1
    for span in sorted(spans, key=lambda span: (span.start, -span.end, span.rank, span.entity, span.recogniser)):
        if groups and span.start < reach:
            groups[-1].append(span)
        else:
            groups.append([span])
            reach = span.end
        reach = max(reach, span.end)
    return [_one(group) for group in groups]


def _one(group: Sequence[Span]) -> Span:
    start = min(span.start for span in group)
    end = max(span.end for span in group)
    ordered = sorted(group, key=lambda span: (span.rank, span.entity, span.recogniser, sorted(span.owners)))
    covering = [span for span in ordered if (span.start, span.end) == (start, end) and span.layer != "deny"]
    decides = ordered[0]
    if covering and covering[0].entity not in PEOPLE:
        decides = covering[0]
    return replace(decides, start=start, end=end)


def merged(spans: Sequence[Span], text: str, same: Callable[[Span, Span], bool]) -> list[Span]:
    """Names that stand beside each other made one, so that "Jane Doe" gets one replacement and no length shows."""
    found: list[Span] = []
    for span in spans:
        before = found[-1] if found else None
        if before is not None and same(before, span) and _BETWEEN_NAMES.fullmatch(text[before.end : span.start]):
            strongest = min(before, span, key=lambda one: one.rank)
            found[-1] = replace(
                strongest, start=before.start, end=span.end, owners=before.owners & span.owners or strongest.owners
            )
        else:
            found.append(span)
    return found
