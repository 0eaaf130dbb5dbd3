"""A tool for the tests: masks every `Ann`, and misbehaves as its first argument says."""

import os
import re
import sys
from collections.abc import Iterator

from bench.answering import Built, Session, answer


def build() -> Built:
    """The tool."""
    how = sys.argv[1] if len(sys.argv) > 1 else ""
    if how == "breaks":
        raise SystemExit(3)
    sys.stdout.write("a library says good morning\n")

    def find(session: Session) -> Iterator[tuple[int, int, int, str]]:
        if session.id and how == "dies":
            os._exit(0)
        for turn, text in enumerate(session.texts):
            for ann in re.finditer("Ann", text):
                sys.stdout.write("a library says what it found\n")
                yield turn, ann.start(), ann.end() + (100 if how == "lies" else 0), "PERSON"

    return Built(find, "0.1", training_s=0.0)


if __name__ == "__main__":
    answer(build)
