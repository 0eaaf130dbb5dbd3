"""A model that gives the probabilities it is told."""

import copy
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from anonymizers.crf import CrfRecognizer
from anonymizers.crf.tagger import Tagger
from anonymizers.tokens import tokenise

LABELS = ("PER", "ORG", "LOC", "EMP", "HOME", "HEALTH", "BELIEF", "JOB", "AGE", "CODE", "O")
Chances = Mapping[str, float]


class ToldModel:
    """What CRFsuite's tagger is asked for, answered from a list: the n-th token of a text has the n-th chances.

    What a token's chances leave is nobody's.
    """

    def __init__(self, chances: Sequence[Chances]) -> None:
        self.chances = chances
        self._first = 0
        self._next = 0

    def labels(self) -> list[str]:
        return list(LABELS)

    def set(self, features: Sequence[Sequence[str]]) -> None:
        self._first, self._next = self._next, self._next + len(features)

    def marginal(self, label: str, index: int) -> float:
        said = self.chances[self._first + index]
        return said.get(label, 0.0) if label != "O" else 1.0 - sum(said.values())


Told = Callable[..., CrfRecognizer]
Find = Callable[..., list[tuple[str, str, float]]]


@pytest.fixture(scope="session")
def told() -> Told:
    """A recogniser whose model says this of the tokens of one text."""
    shipped = Tagger("en")

    def made(chances: Sequence[Chances], threshold: float = 0.9, *, every_label: bool = False) -> CrfRecognizer:
        recognizer = CrfRecognizer("en", threshold, every_label=every_label)
        own = copy.copy(shipped)
        model = ToldModel(chances)
        own._models = {False: model, True: model}
        recognizer._tagger = own
        return recognizer

    return made


@pytest.fixture(scope="session")
def find_told(told: Told) -> Find:
    """What is found in a text whose words have these chances: words, entity, score."""

    def find(text: str, *said: object, **more: bool) -> list[tuple[str, str, float]]:
        found = told(*said, **more).find(tokenise(text))
        return [(text[one.start : one.end], one.entity, one.score) for one in found]

    return find


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the shipped models."""
    monkeypatch.setattr(sys.modules["anonymizers.crf.tagger"], "MODELS", tmp_path)
    return tmp_path
