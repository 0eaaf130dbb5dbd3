"""What is left and what is lost of one session, given what was masked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tests.corpora.marks import Keep, Session, Span, Standing

WORD = re.compile(r"\w+(?:['’\-]\w+)*")  # noqa: RUF001 - the apostrophe that people type
_STANDS = {"known": 1 / 3, "unknown": 1 / 3, "quasi": 1 / 2}
"""From which share of its letters and digits a telling part is said to stand. Words are masked whole, so this is of
consequence for what has several: three digits of a telephone number are nothing, four are something."""


@dataclass(frozen=True, slots=True)
class Mask:
    """Characters of a turn that were masked, and by whom."""

    turn: int
    start: int
    end: int
    entity: str
    layer: str
    recogniser: str
    score: float


@dataclass(frozen=True, slots=True)
class EntityOutcome:
    """One identifier of one person: the mentions of it that stand, and whether all of it is masked to the letter."""

    entity: str
    type: str
    standing: Standing
    origin: str
    mentions: tuple[Span, ...]
    left: tuple[Span, ...]
    wholly: bool
    layers: frozenset[str]


@dataclass(frozen=True, slots=True)
class KeepOutcome:
    """One phrase that must survive: its words, and those that were masked."""

    keep: Keep
    words: int
    words_lost: int
    whole: bool
    layers: frozenset[str]


@dataclass(frozen=True, slots=True)
class WrongWord:
    """A word that was masked and tells of nobody."""

    turn: int
    start: int
    end: int
    mask: Mask


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that is known of one session after masking."""

    session: Session
    masks: tuple[Mask, ...]
    entities: tuple[EntityOutcome, ...]
    keeps: tuple[KeepOutcome, ...]
    wrong: tuple[WrongWord, ...]
    words: int
    words_masked: int
    signs_masked: int
    signs_rightly: int


def outcome(session: Session, masks: Sequence[Mask]) -> Outcome:
    """The session scored. An identifier is left when a telling part stands at any of its mentions."""
    texts = [turn.text for turn in session.turns]
    by_turn: list[list[Mask]] = [[] for _ in texts]
    for mask in masks:
        by_turn[mask.turn].append(mask)
    masked: list[list[Mask | None]] = [[None] * len(text) for text in texts]
    telling = [[False] * len(text) for text in texts]
    for mask in masks:
        masked[mask.turn][mask.start : mask.end] = [mask] * (mask.end - mask.start)
    for span in session.spans:
        telling[span.turn][span.start : span.end] = [True] * (span.end - span.start)
    words = words_masked = signs = rightly = 0
    wrong: list[WrongWord] = []
    for turn, text in enumerate(texts):
        for word in WORD.finditer(text):
            words += 1
            covering = next((mask for mask in masked[turn][word.start() : word.end()] if mask), None)
            if covering is not None:
                words_masked += 1
                if not any(telling[turn][word.start() : word.end()]):
                    wrong.append(WrongWord(turn, word.start(), word.end(), covering))
        for place, over in enumerate(masked[turn]):
            if over is not None and not text[place].isspace():
                signs += 1
                rightly += telling[turn][place]
    return Outcome(
        session=session,
        masks=tuple(masks),
        entities=tuple(_entities(session, texts, masked)),
        keeps=tuple(_kept(keep, texts[keep.turn], masked[keep.turn]) for keep in session.keeps),
        wrong=tuple(wrong),
        words=words,
        words_masked=words_masked,
        signs_masked=signs,
        signs_rightly=rightly,
    )


def _entities(session: Session, texts: Sequence[str], masked: Sequence[Sequence[Mask | None]]) -> list[EntityOutcome]:
    mentions: dict[str, list[Span]] = {}
    for span in session.spans:
        mentions.setdefault(span.entity, []).append(span)
    found = []
    for entity, spans in mentions.items():
        shares = [_standing_shares(span, texts[span.turn], masked[span.turn]) for span in spans]
        limit = _STANDS[spans[0].standing]
        found.append(
            EntityOutcome(
                entity=entity,
                type=spans[0].type,
                standing=spans[0].standing,
                origin=spans[0].origin,
                mentions=tuple(spans),
                left=tuple(span for span, some in zip(spans, shares, strict=True) if max(some) >= limit),
                wholly=not any(any(some) for some in shares),
                layers=frozenset(
                    mask.layer for span in spans for mask in masked[span.turn][span.start : span.end] if mask
                ),
            )
        )
    return found


def _standing_shares(span: Span, text: str, masked: Sequence[Mask | None]) -> list[float]:
    """The share of each telling part's letters and digits that still stands."""
    shares = []
    for start, end in span.parts:
        signs = [place for place in range(start, end) if text[place].isalnum()] or list(range(start, end))
        shares.append(sum(masked[place] is None for place in signs) / len(signs))
    return shares


def _kept(keep: Keep, text: str, masked: Sequence[Mask | None]) -> KeepOutcome:
    words = [word.span() for word in WORD.finditer(text, keep.start, keep.end)]
    lost = sum(any(masked[start:end]) for start, end in words)
    layers = frozenset(mask.layer for mask in masked[keep.start : keep.end] if mask)
    return KeepOutcome(keep, len(words), lost, not lost and not layers, layers)
