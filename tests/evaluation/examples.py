"""A few of what is left and of what is lost, as data for the page: fictional people, real sentences of the corpus."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from tests.evaluation.scoring import Outcome

_AROUND = 60
_A_KIND = 3


def left_examples(outcomes: Sequence[Outcome]) -> dict[str, list[Any]]:
    """Up to three identifiers that are left for each kind: session, words before, the words, words after."""
    found: dict[str, list[Any]] = defaultdict(list)
    for one in outcomes:
        for entity in one.entities:
            kind = f"{entity.type} ({entity.standing})"
            if entity.left and len(found[kind]) < _A_KIND:
                span = entity.left[0]
                found[kind].append(_around(one, span.turn, span.start, span.end))
    return {kind: some for kind, some in sorted(found.items()) if some}


def lost_examples(outcomes: Sequence[Outcome], most: int = 40) -> list[Any]:
    """Phrases that must survive and do not, spread over the sessions."""
    found = [
        _around(one, keep.keep.turn, keep.keep.start, keep.keep.end)
        for one in outcomes
        for keep in one.keeps
        if not keep.whole
    ]
    return found[:: max(1, len(found) // most)][:most]


def _around(one: Outcome, turn: int, start: int, end: int) -> tuple[str, str, str, str]:
    text = one.session.turns[turn].text
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return (one.session.id, f"…{before}" if start > _AROUND else before, text[start:end], after)
