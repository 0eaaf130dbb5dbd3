"""What the layers have in common: who has more authority, and how a finding travels through Presidio."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from presidio_analyzer import LocalRecognizer, RecognizerResult

from anonymizers.tokens import Tokens, tokenise

AUTHORITY = ("roster", "patterns", "cues", "context", "model", "deny")
"""The layers, the one that decides first. Where findings overlap, all of it is masked and the first one names it."""

LAYER = "layer"
OWNERS = "owners"
SAID = "said"


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """Characters `start` to `end` (end exclusive) of a plain text, what they are and how sure that is (0 to 1).

    `owners` are the ids of the study's people whose name it is; empty for everybody else and everything else.
    `said` is what to write in its place, such as "[age 50–59]"; empty for the word of its kind.
    """  # noqa: RUF002 - the dash of a range

    start: int
    end: int
    entity: str
    score: float
    owners: frozenset[str] = frozenset()
    said: str = ""


class LayerRecognizer(LocalRecognizer):
    """A Presidio recogniser that says which layer it is and looks at our tokens."""

    LAYER: ClassVar[str]
    ENTITIES: ClassVar[tuple[str, ...]]

    def __init__(self, language: str) -> None:
        super().__init__(supported_entities=list(self.ENTITIES), supported_language=language)

    def load(self) -> None:
        """Nothing to load."""

    @abstractmethod
    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """What stands in the text; findings may overlap."""

    def analyze(self, text: str, entities: Sequence[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Presidio's call. The engine of ours hands the tokens over; another engine's are cut here.

        `entities` is not asked: Presidio leaves out those of a recogniser that comes with the call, and nothing that
        was found may be lost.
        """
        tokens = getattr(nlp_artifacts, "tokens", None)
        if not isinstance(tokens, Tokens) or tokens.text is not text:
            tokens = tokenise(text)
        return [self._result(finding) for finding in self.find(tokens)]

    def _result(self, finding: Finding) -> RecognizerResult:
        return RecognizerResult(
            entity_type=finding.entity,
            start=finding.start,
            end=finding.end,
            score=finding.score,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: type(self).__name__,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                LAYER: self.LAYER,
                OWNERS: finding.owners,
                SAID: finding.said,
            },
        )
