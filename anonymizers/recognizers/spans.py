"""The base of our recognisers: a pure function of the text, in Presidio's clothes."""

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from presidio_analyzer import EntityRecognizer, LocalRecognizer, RecognizerResult

from anonymizers.recognizers.regions import around

SURE = 1.0
"""A checksum holds, or nothing else is written like this."""
LIKELY = 0.8
"""The shape is rarely anything else."""
CONTEXT = 0.6
"""A word beside it says what it is."""
WEAK = 0.4
"""Only its length or look speaks for it; masked all the same, since a missed one leaks."""


@dataclass(frozen=True, slots=True)
class Found:
    """Characters `start` to `end` of a text (end exclusive), what they are, and how sure that is (0 to 1)."""

    start: int
    end: int
    entity: str
    score: float


class TextRecognizer(LocalRecognizer):
    """A recogniser that needs the text alone: no NLP artifacts, no model, no state between calls.

    A subclass names its `ENTITIES` and yields what it finds. Instances may be shared between threads.
    """

    ENTITIES: ClassVar[tuple[str, ...]]
    name: str

    def __init__(self, language: str) -> None:
        super().__init__(supported_entities=list(self.ENTITIES), supported_language=language)

    def load(self) -> None:
        """Nothing to load."""

    @abstractmethod
    def find(self, text: str) -> Iterator[Found]:
        """What stands in the text; findings may overlap."""

    def analyze(self, text: str, entities: Sequence[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Presidio's call. `entities` narrows the answer; empty means all of this recogniser's."""
        wanted = entities or self.ENTITIES
        return [self._result(found) for found in self.find(text) if found.entity in wanted]

    def _result(self, found: Found) -> RecognizerResult:
        return RecognizerResult(
            entity_type=found.entity,
            start=found.start,
            end=found.end,
            score=found.score,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            },
        )


class Narrowed(LocalRecognizer):
    """One of Presidio's recognisers, run on the stretches of a text in which it could find something.

    Its own patterns are slow on running speech, most of which holds no digit, dot or at sign. It sees the words in
    which `core` matches and `before` and `after` characters around them, so every finding must hold a match of `core`.
    """

    name: str

    def __init__(self, inner: EntityRecognizer, core: re.Pattern[str], before: int = 0, after: int = 0) -> None:
        super().__init__(
            supported_entities=inner.supported_entities,
            supported_language=inner.supported_language,
            name=type(inner).__name__,
        )
        self._inner = inner
        self._core = core
        self._margins = before, after

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: Sequence[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Presidio's call; positions are those of the whole text."""
        results = []
        no_artifacts: Any = None
        for start, end in around(self._core, text, *self._margins):
            for result in self._inner.analyze(text[start:end], list(entities), no_artifacts):
                results.append(
                    RecognizerResult(
                        entity_type=result.entity_type,
                        start=result.start + start,
                        end=result.end + start,
                        score=result.score,
                        recognition_metadata={
                            RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                        },
                    )
                )
        return results
