"""The arithmetic of presidio-research's SpanEvaluator: fuzzy matching of spans by intersection over union.

Written after reading presidio-evaluator 0.3.2 (Microsoft, MIT licence), which would bring transformers, plotly and
scikit-learn along and wants a spaCy model that is no package. It gives the same counts, its oddities included: a
prediction over two annotations counts twice, and several predictions over one annotation are measured together, the
later ones a sign to the left. Tokens are those of spaCy's English tokeniser, which needs no model.
"""

import string
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import spacy
from spacy.lang.en.stop_words import STOP_WORDS

OUTSIDE = "O"
_SKIPPED = frozenset(
    (
        *string.punctuation, *string.whitespace, "", "\n\n", "\n\n\n", "\n\n\n\n", "\t\t", "\t\t\t", "\t\t\t\t",
        ">>", ">>>", ">>>>", ">>>>>", ">>>>>>", "'s", "street", "st.", "st", "de", "rue", "via", "and", "a", "the",
        "or", "do", "as", "of", "day", "address", "country", "state", "city", "zip", "po", "apt", "unit", "corner",
        "p.o.", "box", "suite", "mr.", "mrs.", "miss", "year", "years", "y/o", "month", "months", "old", "morning",
        "noon", "afternoon", "night", "evening", "this", "first", "last", "week", "weeks", "weekend", "days", "age",
        "ago", "inc", "inc.", "ltd",
        *STOP_WORDS,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labelled:
    """Characters `start` to `end` (end exclusive) of a text and what they are."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word, sign or run of space and where it begins."""

    text: str
    start: int


@dataclass(slots=True)
class Count:
    """Spans annotated, predicted, and found as they should be."""

    annotated: int = 0
    predicted: int = 0
    true: int = 0

    @property
    def precision(self) -> float:
        """The share of the predicted that is right."""
        return self.true / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the annotated that is found."""
        return self.true / self.annotated if self.annotated else 0.0

    def f_beta(self, beta: float = 2.0) -> float:
        """Precision and recall in one, recall weighing `beta` times as much (van Rijsbergen)."""
        below = beta**2 * self.precision + self.recall
        return (1 + beta**2) * self.precision * self.recall / below if below else 0.0


@dataclass(slots=True)
class Counts:
    """The counts of a data set: of everything that identifies, whatever its kind, and of each kind."""

    anything: Count = field(default_factory=Count)
    by_label: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Span:
    """A run of tokens with one label; `start` and `end` leave skipped words out, `first` and `last` are tokens."""

    label: str
    start: int
    end: int
    first: int
    last: int


@cache
def _english() -> spacy.language.Language:
    return spacy.blank("en")


def tokens(text: str) -> list[Token]:
    """The tokens of an English text."""
    return [Token(token.text, token.idx) for token in _english().tokenizer(text)]


def tags(of: Sequence[Token], spans: Sequence[Labelled]) -> list[str]:
    """The label of each token: that of the first span that its beginning lies in, or that lies within it."""
    ordered = sorted(spans, key=lambda span: span.start)
    return [next((span.label for span in ordered if _tagged(token, span)), OUTSIDE) for token in of]


def add(counts: Counts, text: str, truth: Sequence[Labelled], predicted: Sequence[Labelled], iou: float = 0.9) -> None:
    """Add one text to the counts."""
    of = tokens(text)
    here, there = tags(of, truth), tags(of, predicted)
    anything = [["PII" if tag != OUTSIDE else OUTSIDE for tag in some] for some in (here, there)]
    _match(_spans(of, anything[0]), _spans(of, anything[1]), iou, defaultdict(lambda: counts.anything), Counter())
    _match(_spans(of, here), _spans(of, there), iou, counts.by_label, counts.confused)


def _tagged(token: Token, span: Labelled) -> bool:
    end = token.start + len(token.text)
    return span.start <= token.start < span.end or (token.start <= span.start <= end and token.start <= span.end <= end)


def _spans(of: Sequence[Token], labels: Sequence[str]) -> list[_Span]:
    runs: list[_Span] = []
    place = 0
    while place < len(of):
        following = place
        while following < len(of) and labels[following] == labels[place]:
            following += 1
        words = [token for token in of[place:following] if token.text.lower() not in _SKIPPED]
        if labels[place] != OUTSIDE and words:
            end = max(token.start + len(token.text) for token in words)
            runs.append(_Span(labels[place], words[0].start, end, place, following))
        place = following
    return _merged(runs, of)


def _merged(runs: Sequence[_Span], of: Sequence[Token]) -> list[_Span]:
    """Runs of one label with nothing but skipped words between them made one."""
    found: list[_Span] = []
    for run in runs:
        before = found[-1] if found else None
        if (
            before is not None
            and before.label == run.label
            and all(token.text.lower().strip() in _SKIPPED for token in of[before.last : run.first])
        ):
            found[-1] = _Span(run.label, before.start, run.end, before.first, run.last)
        else:
            found.append(run)
    return found


def _match(
    truth: Sequence[_Span],
    predicted: Sequence[_Span],
    iou: float,
    counts: dict[str, Count],
    confused: Counter[tuple[str, str]],
) -> None:
    touched: set[_Span] = set()
    for span in truth:
        counts[span.label].annotated += 1
        overlapping = [other for other in predicted if _iou(span, other) > 0]
        touched.update(overlapping)
        hit = OUTSIDE
        for label in dict.fromkeys(other.label for other in overlapping):
            same = [other for other in overlapping if other.label == label]
            near = _iou(span, same[0]) if len(overlapping) == 1 else _together(span, same)
            counts[label].predicted += 1
            if near >= iou and label == span.label:
                counts[label].true += 1
                hit = label
            elif near >= iou and hit == OUTSIDE:
                hit = label
        confused[span.label, hit] += 1
    for other in predicted:
        if other not in touched:
            counts[other.label].predicted += 1
            confused[OUTSIDE, other.label] += 1


def _iou(one: _Span, other: _Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0


def _together(span: _Span, some: Sequence[_Span]) -> float:
    """The share that several predictions have in common with an annotation, as the original counts it."""
    here = set(range(span.start, span.end + 1))
    there: set[int] = set()
    for place, other in enumerate(some):
        there.update(range(other.start, other.end + 1) if place == 0 else range(other.start - 1, other.end))
    return len(here & there) / len(here | there)
