"""Presidio's `AnalyzerEngine.analyze` in a loop over the turns, with its own recognisers and a small spaCy model."""

import resource
import tempfile
from collections.abc import Iterator
from importlib.metadata import version

from bench.answering import Built, Session, answer
from bench.tools.presidio_engine import engine, train


def build() -> Built:
    """The engine, and a model that is trained for it."""
    with tempfile.TemporaryDirectory() as folder:
        train(folder)
        analyzer = engine(folder)
    training = resource.getrusage(resource.RUSAGE_CHILDREN)

    def find(session: Session) -> Iterator[tuple[int, int, int, str]]:
        for turn, text in enumerate(session.texts):
            for result in analyzer.analyze(text, "en"):
                yield turn, result.start, result.end, result.entity_type

    return Built(find, version("presidio-analyzer"), training.ru_utime + training.ru_stime)


if __name__ == "__main__":
    answer(build)
