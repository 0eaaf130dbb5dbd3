"""DataFog with its default engine, which is regular expressions."""

from collections.abc import Iterator
from importlib.metadata import version

import datafog  # type: ignore[import-not-found]  # it is in the environment of the peers

from bench.answering import Built, Session, answer


def build() -> Built:
    """Nothing to build: `datafog.scan` is a function."""

    def find(session: Session) -> Iterator[tuple[int, int, int, str]]:
        for turn, text in enumerate(session.texts):
            for entity in datafog.scan(text).entities:
                yield turn, entity.start, entity.end, entity.type

    return Built(find, version("datafog"))


if __name__ == "__main__":
    answer(build)
