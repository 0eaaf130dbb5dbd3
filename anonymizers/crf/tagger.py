"""The trained models: one a language and a way of writing, loaded once a process, asked for probabilities."""

import gzip
from functools import cache
from pathlib import Path

import pycrfsuite

from anonymizers.crf.features import Features, Turn
from anonymizers.errors import AnonymizerError
from anonymizers.tokens import Tokens

OUTSIDE = "O"
MODELS = Path(__file__).parent / "models"


def model_path(language: str, small: bool) -> Path:
    """The file of a language's model for text with capitals, or for text in small letters."""
    return MODELS / f"{language}.{'small' if small else 'cased'}.crfsuite.gz"


def has_model(language: str) -> bool:
    """Whether the models of a language ship with the product."""
    return model_path(language, small=False).is_file() and model_path(language, small=True).is_file()


class Tagger:
    """One language's models.

    Raises:
        AnonymizerError: a language without a model.
    """

    def __init__(self, language: str) -> None:
        if not has_model(language):
            raise AnonymizerError(
                f"there is no name model for the language '{language}'; a person must look at this, or name another "
                "engine under nlp_engines"
            )
        self._features = Features(language)
        # CRFsuite reads the bytes it was given for as long as it lives, and keeps no hold of them itself.
        self._bytes = {small: gzip.decompress(model_path(language, small).read_bytes()) for small in (False, True)}
        self._models = {small: _opened(model) for small, model in self._bytes.items()}

    def labels(self, tokens: Tokens, turn: Turn, least: float) -> list[dict[str, float]]:
        """For each token of a turn the labels that are at least so probable, `O` (nothing) never among them."""
        model = self._models[turn.small]
        labels = [label for label in model.labels() if label != OUTSIDE]
        model.set(self._features.of(tokens, turn))
        found: list[dict[str, float]] = []
        for index in range(turn.last - turn.first):
            if 1 - model.marginal(OUTSIDE, index) < least:
                found.append({})
                continue
            chances = ((label, model.marginal(label, index)) for label in labels)
            found.append({label: chance for label, chance in chances if chance >= least})
        return found


@cache
def tagger(language: str) -> Tagger:
    """The tagger of a language, built once a process."""
    return Tagger(language)


def _opened(content: bytes) -> pycrfsuite.Tagger:
    model = pycrfsuite.Tagger()
    model.open_inmemory(content)
    return model
