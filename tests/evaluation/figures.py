"""From outcomes to figures: counts and shares, by whatever the outcomes are grouped by."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from anonymizers.layers import AUTHORITY
from tests.evaluation.scoring import EntityOutcome, Outcome

Figures = dict[str, Any]
"""Figures as they are stored: shares from 0 to 1 and counts, by name."""

MEASURES = (
    ("known", "known identifiers left"),
    ("unknown", "unknown identifiers left"),
    ("quasi", "quasi-identifiers left"),
    ("keep_whole", "must-survive phrases whole"),
    ("keep_words", "their words kept"),
    ("wrong_words", "words masked that should not be"),
)
"""The figures with a floor: their key, and what they are."""

MORE = (
    ("known_partly", "known, left to some letter"),
    ("unknown_partly", "unknown, left to some letter"),
    ("precision", "precision by characters"),
    ("masked_words", "share of words masked"),
)
BETTER_WHEN_MORE = frozenset({"keep_whole", "keep_words", "precision"})
KINDS = {"transcripts": "session", "answers": "answer"}
STYLES = ("cased", "asr")


def summary(outcomes: Sequence[Outcome]) -> Figures:
    """The figures of some outcomes, and of how many of each thing they are."""
    entities = [entity for one in outcomes for entity in one.entities]
    keeps = [keep for one in outcomes for keep in one.keeps]
    words = sum(one.words for one in outcomes)
    signs = sum(one.signs_masked for one in outcomes)
    found: Figures = {"counts": {"words": words, "keep": len(keeps)}}
    for standing in ("known", "unknown", "quasi"):
        of_it = [entity for entity in entities if entity.standing == standing]
        found[standing] = _share(sum(bool(entity.left) for entity in of_it), len(of_it))
        found[f"{standing}_partly"] = _share(sum(not entity.wholly for entity in of_it), len(of_it))
        found["counts"][standing] = len(of_it)
    kept = sum(keep.words for keep in keeps)
    found["keep_whole"] = _share(sum(keep.whole for keep in keeps), len(keeps))
    found["keep_words"] = _share(kept - sum(keep.words_lost for keep in keeps), kept)
    found["wrong_words"] = _share(sum(len(one.wrong) for one in outcomes), words)
    found["precision"] = _share(sum(one.signs_rightly for one in outcomes), signs)
    found["masked_words"] = _share(sum(one.words_masked for one in outcomes), words)
    return found


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Everything that is reported of one run."""
    found: Figures = {"all": summary(outcomes)}
    for kind, stored in KINDS.items():
        of_kind = [one for one in outcomes if one.session.kind == stored]
        found[kind] = {"all": summary(of_kind)}
        for style in STYLES:
            found[kind][style] = summary([one for one in of_kind if one.session.style == style])
    found["languages"] = {
        language: {
            style: summary([one for one in outcomes if (one.session.language, one.session.style) == (language, style)])
            for style in STYLES
        }
        for language in dict.fromkeys(one.session.language for one in outcomes)
    }
    found["types"] = _grouped(outcomes, lambda entity: f"{entity.type} ({entity.standing})")
    found["origins"] = _grouped(
        outcomes, lambda entity: entity.origin if entity.type == "name" and entity.standing == "unknown" else ""
    )
    found["forms"] = _forms(outcomes)
    found["layers"] = _layers(outcomes)
    return found


def _grouped(outcomes: Iterable[Outcome], key: Callable[[EntityOutcome], str]) -> Figures:
    """For each group of identifiers: how many there are and which share is left, by style."""
    groups: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for one in outcomes:
        for entity in one.entities:
            if name := key(entity):
                for style in ("all", one.session.style):
                    groups[name][style].append(bool(entity.left))
    return {
        name: {
            style: {"left": _share(sum(left), len(left)), "count": len(left)} for style, left in sorted(some.items())
        }
        for name, some in sorted(groups.items())
    }


def _forms(outcomes: Iterable[Outcome]) -> Figures:
    """For each way of saying a direct identifier: how many mentions there are and which share of them stands."""
    count: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for one in outcomes:
        for entity in one.entities:
            if entity.standing != "quasi":
                count.update(f"{span.type}, {span.form}" for span in entity.mentions)
                left.update(f"{span.type}, {span.form}" for span in entity.left)
    return {name: {"left": _share(left[name], number), "count": number} for name, number in sorted(count.items())}


def _layers(outcomes: Sequence[Outcome]) -> Figures:
    """For each layer: the identifiers it had a part in, and what it masks wrongly.

    Where layers agree, a span is credited to the one with most authority.
    """
    found: Figures = {}
    entities = [entity for one in outcomes for entity in one.entities]
    wrong = Counter(word.mask.layer for one in outcomes for word in one.wrong)
    recognisers = Counter((word.mask.layer, word.mask.recogniser) for one in outcomes for word in one.wrong)
    for layer in (*AUTHORITY, *sorted(set(wrong) - set(AUTHORITY))):
        found[layer] = {
            "identifiers": sum(layer in entity.layers for entity in entities),
            "alone": sum(entity.layers == {layer} for entity in entities),
            "wrong_words": wrong[layer],
            "keeps_hurt": sum(layer in keep.layers for one in outcomes for keep in one.keeps),
            "worst": {name: number for (its, name), number in recognisers.most_common() if its == layer},
        }
    return found


def value(found: Mapping[str, Any], *path: str) -> float | None:
    """A figure by its path, or None where there is none."""
    inner: Any = found
    for step in path:
        inner = inner.get(step) if isinstance(inner, Mapping) else None
    return inner if isinstance(inner, (int, float)) else None


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 5) if whole else None
