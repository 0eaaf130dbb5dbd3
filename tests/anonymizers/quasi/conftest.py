"""The context layer as the engine builds it, and its corpora of sentences."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from anonymizers.characters import fold
from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.quasi import context_recognizers
from anonymizers.tokens import tokenise

CORPUS = Path(__file__).parent / "corpus"
_MARKS = re.compile(r"[.,;:!?\"()¿¡…]")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of which the stretches `values` (start, end) must be masked as the entity."""

    language: str
    entity: str
    text: str
    values: tuple[tuple[int, int], ...]

    def masked_by(self, findings: list[Finding]) -> bool:
        """Whether every letter and digit of the values lies in a finding."""
        covered = {place for finding in findings for place in range(finding.start, finding.end)}
        return all(
            place in covered for start, end in self.values for place in range(start, end) if self.text[place].isalnum()
        )

    def named_by(self, findings: list[Finding]) -> set[str]:
        """The entities that the values were found as."""
        return {one.entity for one in findings for start, end in self.values if one.start < end and start < one.end}


@cache
def _recognizers(language: str) -> tuple[LayerRecognizer, ...]:
    """The recognisers of a language, built once."""
    return tuple(one for one in context_recognizers(language) if isinstance(one, LayerRecognizer))


def _findings(language: str, text: str) -> list[Finding]:
    """What the layer finds in a text."""
    tokens = tokenise(fold(text).text)
    return [finding for one in _recognizers(language) for finding in one.find(tokens)]


def _as_heard(marked: str) -> str:
    """A sentence as speech recognition may write it: small letters, hardly a mark."""
    return " ".join(_MARKS.sub(" ", marked).replace(" - ", " ").split()).casefold()


def _example(language: str, entity: str, marked: str) -> Example:
    """A sentence whose values stand in double brackets."""
    text, values = "", []
    for number, part in enumerate(marked.replace("]]", "[[").split("[[")):
        if number % 2:
            values.append((len(text), len(text) + len(part)))
        text += part
    assert values, marked
    return Example(language, entity, text, tuple(values))


def _lines(name: str) -> Iterator[str]:
    for line in (CORPUS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _must_find(language: str) -> list[tuple[str, str]]:
    """(entity, marked sentence) of everything that must be found."""
    parts = (line.partition(" | ") for line in _lines(f"must_find_{language}.txt"))
    return [(entity, marked) for entity, _, marked in parts]


def _must_survive(language: str) -> list[str]:
    """Sentences in which nothing may be masked."""
    return list(_lines(f"must_survive_{language}.txt"))


@pytest.fixture
def found() -> Callable[..., set[tuple[str, str]]]:
    """`found(language, text, entity="")`: (entity, value) of each finding, of one entity or of all."""

    def look(language: str, text: str, entity: str = "") -> set[tuple[str, str]]:
        plain = fold(text).text
        return {
            (one.entity, plain[one.start : one.end]) for one in _findings(language, text) if entity in {"", one.entity}
        }

    return look


@pytest.fixture
def said() -> Callable[[str, str], list[str]]:
    """`said(language, text)`: what stands in the place of the findings that no longer one holds, in their order."""

    def look(language: str, text: str) -> list[str]:
        found = _findings(language, text)
        outer = [
            one
            for one in found
            if not any(
                two.start <= one.start and one.end <= two.end and two.end - two.start > one.end - one.start
                for two in found
            )
        ]
        return [one.said for one in sorted(outer, key=lambda one: one.start)]

    return look


@pytest.fixture
def findings() -> Callable[[str, str], list[Finding]]:
    """`findings(language, text)`: everything that the layer finds."""
    return _findings


@pytest.fixture
def must_find() -> Callable[[str], list[Example]]:
    """`must_find(language)`: the examples of a language as they are written."""
    return lambda language: [_example(language, entity, marked) for entity, marked in _must_find(language)]


@pytest.fixture
def must_find_as_heard() -> Callable[[str], list[Example]]:
    """The same in small letters and without marks."""
    return lambda language: [_example(language, entity, _as_heard(marked)) for entity, marked in _must_find(language)]


@pytest.fixture
def must_survive() -> Callable[[str], list[str]]:
    """`must_survive(language)`: the sentences of a language in which nothing may be masked."""
    return _must_survive


@pytest.fixture
def as_heard() -> Callable[[str], str]:
    """A sentence as speech recognition may write it."""
    return _as_heard
