"""Why each place was masked: where it stood, what stands there now, and who found it. Never what it said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from anonymizers.masking import Masked

Part = Literal["text", "speaker", "cell"]


@dataclass(frozen=True, slots=True)
class Place:
    """Characters `start` to `end` (end exclusive) of a cue's text or of a cell. Cues and rows count from 1."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One masked place: in the source, in what was made of it, and by which layer, recogniser and score (0 to 1).

    `part` says what the places are in: a cue's text, a cue's speaker label, or a cell of the column `column`.
    """

    part: Part
    source: Place
    candidate: Place
    entity: str
    layer: str
    recogniser: str
    score: float
    replacement: str
    column: str = ""


def reasons_of(masked: Masked, part: Part, number: int, shown_number: int, *, column: str = "") -> Iterator[Reason]:
    """The reasons of one masked text: the `number`-th cue or row of the source, the `shown_number`-th of the result."""
    longer = 0
    for span in masked.spans:
        start = span.start + longer
        longer += len(span.replacement) - (span.end - span.start)
        yield Reason(
            part,
            Place(number, span.start, span.end),
            Place(shown_number, start, start + len(span.replacement)),
            span.entity,
            span.layer,
            span.recogniser,
            span.score,
            span.replacement,
            column,
        )


def whole(
    part: Part,
    number: int,
    shown_number: int,
    was: str,
    now: str,
    *,
    entity: str,
    layer: str,
    rule: str,
    column: str = "",
) -> Reason:
    """The reason of a speaker label or a cell that was replaced as a whole, by a rule and not by a finding."""
    source, candidate = Place(number, 0, len(was)), Place(shown_number, 0, len(now))
    return Reason(part, source, candidate, entity, layer, rule, 1.0, now, column)
