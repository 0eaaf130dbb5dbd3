"""Sessions small enough to count by hand."""

from collections.abc import Callable

import pytest

from tests.corpora.marks import Keep, Session, Span, Standing, Turn
from tests.evaluation.scoring import Mask

Build = Callable[..., Session]


def spans_of(marked: str, standing: Standing = "unknown") -> tuple[str, list[Span], list[Keep]]:
    """A text with `[x1.name|Jane Doe]` (parts are words), `[x1.phone#|020 7946 0000]` (one part) and `{kept words}`."""
    text, spans, keeps = "", [], []
    position = 0
    while position < len(marked):
        sign = marked[position]
        if sign not in "[{":
            text += sign
            position += 1
            continue
        end = marked.index("]" if sign == "[" else "}", position)
        inside = marked[position + 1 : end]
        who, _, said = inside.partition("|") if sign == "[" else ("", "", inside)
        start = len(text)
        text += said
        if sign == "{":
            keeps.append(Keep(0, start, len(text)))
        else:
            whole, who = who.endswith("#"), who.rstrip("#")
            parts = [(start, len(text))] if whole else []
            for word in [] if whole else said.split():
                begin = text.index(word, parts[-1][1] if parts else start)
                parts.append((begin, begin + len(word)))
            type_ = who.partition(".")[2]
            spans.append(Span(0, start, len(text), type_, who, standing, tuple(parts), "Welsh", "written"))
        position = end + 1
    return text, spans, keeps


@pytest.fixture
def build() -> Build:
    """Makes a session of turns written as `spans_of` reads them."""

    def _build(*marked: str, standing: Standing = "unknown", style: str = "cased", kind: str = "session") -> Session:
        turns, spans, keeps = [], [], []
        for number, one in enumerate(marked):
            text, its_spans, its_keeps = spans_of(one, standing)
            turns.append(Turn("p", "Jane", text))
            spans += [
                Span(number, s.start, s.end, s.type, s.entity, s.standing, s.parts, s.origin, s.form) for s in its_spans
            ]
            keeps += [Keep(number, k.start, k.end) for k in its_keeps]
        return Session("en/x/a", "en", style, kind, tuple(turns), tuple(spans), tuple(keeps), ())  # type: ignore[arg-type]

    return _build


@pytest.fixture
def mask() -> Callable[..., Mask]:
    """Makes a mask of a phrase of a turn."""

    def _mask(session: Session, phrase: str, turn: int = 0, layer: str = "model") -> Mask:
        start = session.turns[turn].text.index(phrase)
        return Mask(turn, start, start + len(phrase), "PERSON", layer, "Somebody", 1.0)

    return _mask
