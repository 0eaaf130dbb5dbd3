"""scrubadub with the detectors that it loads by itself for British English."""

from collections.abc import Iterator
from importlib.metadata import version

from scrubadub import Scrubber  # type: ignore[import-not-found]  # it is in the environment of the peers

from bench.answering import Built, Session, answer


def build() -> Built:
    """One scrubber, as its documentation makes it."""
    scrubber = Scrubber(locale="en_GB")

    def find(session: Session) -> Iterator[tuple[int, int, int, str]]:
        for turn, text in enumerate(session.texts):
            for filth in scrubber.iter_filth(text):
                yield turn, filth.beg, filth.end, filth.type

    return Built(find, version("scrubadub"))


if __name__ == "__main__":
    answer(build)
