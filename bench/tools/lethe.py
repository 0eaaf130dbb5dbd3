"""Lethe end to end in `careful`: each session with an anonymiser of its own, made anew in each pass."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version

from anonymizers.crf import has_model
from bench.answering import Built, answer
from bench.answering import Session as Asked
from tests.corpora.corpus import load
from tests.corpora.marks import Session, Turn
from tests.evaluation.running import Setting, masks

NO_ROSTER = "--no-roster"


def build() -> Built:
    """Lethe; with `--no-roster` it knows of nobody but the names in the speaker labels of the transcript."""
    if not has_model("en"):
        raise SystemExit("the embedded model is not there; Lethe without it is not Lethe")
    sessions = {session.id: session for session in load()}
    if NO_ROSTER in sys.argv:
        sessions = {name: replace(session, roster=()) for name, session in sessions.items()}
    setting = Setting(mode="careful")

    def find(asked: Asked) -> Iterator[tuple[int, int, int, str]]:
        for mask in masks(sessions.get(asked.id) or _unknown(asked), setting):
            yield mask.turn, mask.start, mask.end, mask.entity

    return Built(find, version("lethe"))


def _unknown(asked: Asked) -> Session:
    turns = tuple(Turn("p", "", text) for text in asked.texts)
    return Session(asked.id, "en", "cased", "session", turns, (), (), ())


if __name__ == "__main__":
    answer(build)
