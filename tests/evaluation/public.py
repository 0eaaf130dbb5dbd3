"""The public yardstick: presidio-research's synthetic set, measured as it is measured there.

A profile of its own, with every kind of label switched on, organisations and places that are tied to nobody too: it
answers another question than `careful` does, which leaves those standing.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from anonymizers.crf import CrfRecognizer, has_model
from anonymizers.engine import Detection, find
from anonymizers.layers import LAYER, OWNERS
from anonymizers.spans import Span, merged, united, whole_words
from anonymizers.tokens import tokenise
from tests.evaluation.figures import Figures
from tests.evaluation.span_evaluator import Counts, Labelled, add

NAME = "presidio_synth.jsonl"
IOU = 0.9
THRESHOLD = 0.8
"""The dial of the name model in this profile."""

LABELS = {
    "PERSON": "PERSON",
    "LOCATION": "GPE",
    "STREET_ADDRESS": "STREET_ADDRESS",
    "POSTCODE": "ZIP_CODE",
    "ORGANIZATION": "ORGANIZATION",
    "CREDIT_CARD": "CREDIT_CARD",
    "DATE": "DATE_TIME",
    "DATE_OF_BIRTH": "DATE_TIME",
    "OCCUPATION": "TITLE",
    "TITLE": "TITLE",
    "PHONE_NUMBER": "PHONE_NUMBER",
    "AGE": "AGE",
    "BELIEF": "NRP",
    "ORIGIN": "NRP",
    "EMAIL_ADDRESS": "EMAIL_ADDRESS",
    "URL": "DOMAIN_NAME",
    "IBAN_CODE": "IBAN_CODE",
    "BANK_ACCOUNT": "IBAN_CODE",
    "NATIONAL_ID": "US_SSN",
    "IP_ADDRESS": "IP_ADDRESS",
    "DRIVING_LICENCE": "US_DRIVER_LICENSE",
}
"""Our kinds and the set's. A kind that the set does not have stays what it is, and is wrong wherever it stands."""

Predict = Callable[[Sequence[str]], list[list[Labelled]]]


def profile(texts: Sequence[str]) -> list[list[Labelled]]:
    """What the profile finds in each text, with our names of kinds."""
    detection = Detection(languages=("en",), layers=("patterns", "cues", "context"), threshold=THRESHOLD)
    model = CrfRecognizer("en", THRESHOLD, every_label=True) if has_model("en") else None
    found = []
    for text in texts:
        tokens = tokenise(text)
        results = find(detection, tokens, "en", model)
        spans = [
            Span(
                start=result.start,
                end=result.end,
                entity=result.entity_type,
                layer=(result.recognition_metadata or {}).get(LAYER, "patterns"),
                recogniser="",
                score=result.score,
                owners=(result.recognition_metadata or {}).get(OWNERS, frozenset()),
            )
            for result in results
        ]
        whole = merged(
            united(whole_words(spans, text)), text, lambda one, other: one.entity == other.entity == "PERSON"
        )
        found.append([Labelled(span.start, span.end, span.entity) for span in whole])
    return found


def public_figures(folder: Path, predict: Predict = profile) -> Figures:
    """The yardstick's figures, from the folder that holds it.

    `f2` is over everything that identifies whatever its kind; `f2_typed` asks for the right kind as well.
    """
    samples = [json.loads(line) for line in (folder / NAME).read_text(encoding="utf-8").splitlines()]
    counts = Counts()
    for sample, spans in zip(samples, predict([sample["text"] for sample in samples]), strict=True):
        truth = [Labelled(start, end, label) for start, end, label in sample["spans"]]
        add(counts, sample["text"], truth, [_renamed(span) for span in spans], IOU)
    typed = [sum(getattr(count, of) for count in counts.by_label.values()) for of in ("annotated", "predicted", "true")]
    both = type(counts.anything)(*typed)
    return {
        "texts": len(samples),
        "f2": round(counts.anything.f_beta(), 4),
        "precision": round(counts.anything.precision, 4),
        "recall": round(counts.anything.recall, 4),
        "f2_typed": round(both.f_beta(), 4),
        "labels": {
            label: {
                "annotated": count.annotated,
                "precision": round(count.precision, 4),
                "recall": round(count.recall, 4),
                "f2": round(count.f_beta(), 4),
            }
            for label, count in sorted(counts.by_label.items(), key=lambda item: -item[1].annotated)
        },
        "confused": {
            f"{here} as {there}": number for (here, there), number in counts.confused.most_common(40) if here != there
        },
    }


def _renamed(span: Labelled) -> Labelled:
    return Labelled(span.start, span.end, LABELS.get(span.label, span.label))
