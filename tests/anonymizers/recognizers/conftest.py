"""All pattern recognisers once a session, and what one or all of them find in a text."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from presidio_analyzer import EntityRecognizer, RecognizerResult

from anonymizers.recognizers import pattern_recognizers

CORPUS = Path(__file__).parent / "corpus"


@dataclass(frozen=True, slots=True)
class Example:
    """One line of a corpus: `values` are the stretches (start, end) of the text that must be masked."""

    language: str
    entity: str
    text: str
    values: tuple[tuple[int, int], ...]

    def masked_by(self, results: list[RecognizerResult]) -> bool:
        """Whether every letter and digit of the values lies in a finding."""
        covered = {place for result in results for place in range(result.start, result.end)}
        return all(
            place in covered for start, end in self.values for place in range(start, end) if self.text[place].isalnum()
        )


@pytest.fixture(scope="session")
def recognizers() -> dict[str, list[EntityRecognizer]]:
    """The recognisers by language."""
    found: dict[str, list[EntityRecognizer]] = defaultdict(list)
    for recognizer in pattern_recognizers(["en", "fr", "de", "es"]):
        found[recognizer.supported_language].append(recognizer)
    return found


@pytest.fixture(scope="session")
def results(recognizers: dict[str, list[EntityRecognizer]]) -> Callable[[str, str], list[RecognizerResult]]:
    """`results(language, text)`: what all recognisers of a language find."""

    def analyze(language: str, text: str) -> list[RecognizerResult]:
        return [result for recognizer in recognizers[language] for result in recognizer.analyze(text, [], None)]

    return analyze


@pytest.fixture(scope="session")
def found(recognizers: dict[str, list[EntityRecognizer]]) -> Callable[[str, str, str], set[tuple[str, str]]]:
    """`found(name, language, text)`: (entity, value) of each finding of the recogniser with that class name."""

    def analyze(name: str, language: str, text: str) -> set[tuple[str, str]]:
        named = [recognizer for recognizer in recognizers[language] if recognizer.name == name]
        assert named, name
        return {
            (result.entity_type, text[result.start : result.end])
            for recognizer in named
            for result in recognizer.analyze(text, [], None)
        }

    return analyze


def _lines(name: str) -> Iterator[list[str]]:
    for line in (CORPUS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            backslash = "\x00"
            yield line.replace("\\\\", backslash).replace("\\n", "\n").replace(backslash, "\\").split(" | ")


def _example(language: str, entity: str, marked: str) -> Example:
    text, values = "", []
    for number, part in enumerate(marked.replace("]]", "[[").split("[[")):
        if number % 2:
            values.append((len(text), len(text) + len(part)))
        text += part
    assert values, marked
    return Example(language, entity, text, tuple(values))


@pytest.fixture(scope="session")
def must_find() -> list[Example]:
    """The corpus of values that must be masked."""
    return [_example(*line) for line in _lines("must_find.txt")]


@pytest.fixture(scope="session")
def must_survive() -> list[tuple[str, str]]:
    """The corpus of (language, sentence) in which nothing may be masked."""
    return [(language, text) for language, text in _lines("must_survive.txt")]
