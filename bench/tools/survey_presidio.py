"""Presidio in a pandas loop over the cells of the free text; with `--distinct` each text is looked at once."""

import os
import sys
from importlib.metadata import version

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import RecognizerResult

from bench.survey_answering import FREE_TEXT, MODEL, Anonymised, Asked, Ready, answer
from bench.tools.presidio_engine import engine

DISTINCT = "--distinct"


def build() -> Ready:
    """Both engines, made once: making one for each cell would measure that."""
    analyzer = engine(os.environ[MODEL])
    anonymizer = AnonymizerEngine()  # type: ignore[no-untyped-call]  # Presidio's own

    def masked(text: str) -> str:
        found = [
            RecognizerResult(one.entity_type, one.start, one.end, one.score) for one in analyzer.analyze(text, "en")
        ]
        return anonymizer.anonymize(text, found).text

    def run(asked: Asked) -> Anonymised:
        frame = asked.frame
        if DISTINCT in sys.argv:
            once = {text: masked(text) for column in FREE_TEXT for text in frame[column].unique()}
            done = {column: frame[column].map(once) for column in FREE_TEXT}
        else:
            done = {column: frame[column].map(masked) for column in FREE_TEXT}
        return Anonymised(lambda: {column: list(values) for column, values in done.items()})

    return Ready(run, version("presidio-analyzer"))


if __name__ == "__main__":
    answer(build)
