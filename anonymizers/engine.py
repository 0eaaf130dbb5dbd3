"""Presidio, built once a process for each choice of layers: our tokeniser, our recognisers, no model, no network."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

import anonymizers.offline  # noqa: F401 - keeps Presidio off the network and its texts out of logs
from anonymizers.crf import CrfRecognizer, has_model
from anonymizers.cues import CueRecognizer
from anonymizers.deny import DenyRecognizer
from anonymizers.errors import AnonymizerError
from anonymizers.layers import AUTHORITY
from anonymizers.lexicon import lexicon
from anonymizers.listed import ListedNameRecognizer
from anonymizers.modes import Mode
from anonymizers.nlp_engine import NlpEngineChoice, model_recognizers
from anonymizers.quasi import context_recognizers
from anonymizers.recognizers import pattern_recognizers
from anonymizers.tokens import Tokens, tokenise

EMBEDDED = NlpEngineChoice("embedded")
_THRESHOLD = 0.9


@dataclass(frozen=True)
class Detection:
    """What is looked for: languages (ISO 639-1 codes), layers, and how common a word must be to survive (Zipf).

    Zipf 3.5 is about three times in a million words. `threshold` is the dial of the name model: a word is masked when
    the model gives less than that probability to its being nobody's name; None is the mode's own.
    """

    languages: tuple[str, ...]
    layers: tuple[str, ...] = AUTHORITY
    deny_below_zipf: float = 3.5
    threshold: float | None = None
    nlp_engines: tuple[NlpEngineChoice, ...] = (EMBEDDED,)


def in_mode(detection: Detection, mode: Mode) -> Detection:
    """What is looked for in a mode: without default-deny unless it is strict, and with the mode's own dial."""
    return replace(
        detection,
        layers=tuple(layer for layer in detection.layers if layer not in mode.without),
        threshold=mode.threshold if detection.threshold is None else detection.threshold,
    )


class EmbeddedNlpEngine(NlpEngine):
    """A tokeniser in the place of a language model: it finds no entities and needs no download."""

    engine_name = "embedded"

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = list(languages)

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        """Always."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """The tokens of a text. Lemmas are left out: nothing of ours asks for them."""
        return _artifacts(tokenise(text), self, language)

    def process_batch(
        self, texts: Iterable[str], language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """The tokens of each text."""
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Whether a word is among the commonest of its language."""
        return lexicon(language).zipf(word.casefold()) > 6

    def is_punct(self, word: str, language: str) -> bool:
        """Whether a word has neither letters nor digits."""
        return not any(sign.isalnum() for sign in word)

    def get_supported_entities(self) -> list[str]:
        """None of its own."""
        return []

    def get_supported_languages(self) -> list[str]:
        """The languages it was made for."""
        return self._languages


class _AsFound(ContextAwareEnhancer):
    """Scores stay as the recognisers gave them: every finding is masked, and words around it are not copied about."""

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=0,
            min_score_with_context_similarity=0,
            context_prefix_count=0,
            context_suffix_count=0,
        )

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        return raw_results


class _OursAlone(RecognizerRegistry):
    """A registry that stays empty when it is: Presidio would fill it with defaults that want a spaCy model."""

    def load_predefined_recognizers(
        self,
        languages: list[str] | None = None,
        nlp_engine: NlpEngine | None = None,
        countries: list[str] | None = None,
    ) -> None:
        """Nothing."""


@cache
def analyzer(detection: Detection) -> AnalyzerEngine:
    """Presidio's engine with the layers that know nobody in particular; the roster's recogniser comes with each call.

    Raises:
        AnonymizerError: an unknown layer, no language, or a language without a word list.
    """
    unknown = sorted(set(detection.layers) - set(AUTHORITY))
    if unknown or not detection.languages:
        raise AnonymizerError(
            f"detection needs a language and layers out of {', '.join(AUTHORITY)}; unknown: {', '.join(unknown) or '-'}"
        )
    recognizers: list[EntityRecognizer] = []
    for language in detection.languages:
        lexicon(language)
        if "cues" in detection.layers:
            recognizers.append(CueRecognizer(language))
        if "context" in detection.layers:
            recognizers.extend(context_recognizers(language))
        if "model" in detection.layers and EMBEDDED in detection.nlp_engines and has_model(language):
            recognizers.append(ListedNameRecognizer(language))
            recognizers.append(CrfRecognizer(language, detection.threshold or _THRESHOLD))
        if "deny" in detection.layers:
            recognizers.append(DenyRecognizer(language, detection.deny_below_zipf))
    if "patterns" in detection.layers:
        recognizers.extend(pattern_recognizers(detection.languages))
    if "model" in detection.layers:
        recognizers.extend(model_recognizers(detection.nlp_engines, detection.languages))
    languages = list(detection.languages)
    return AnalyzerEngine(
        registry=_OursAlone(recognizers=recognizers, supported_languages=languages),
        nlp_engine=EmbeddedNlpEngine(languages),
        supported_languages=languages,
        log_decision_process=False,
        default_score_threshold=0.0,
        context_aware_enhancer=_AsFound(),
    )


def find(
    detection: Detection, tokens: Tokens, language: str, roster: EntityRecognizer | None
) -> list[RecognizerResult]:
    """Everything that the layers find in one plain text."""
    engine = analyzer(detection)
    if not tokens.items or (roster is None and not engine.registry.recognizers):
        return []
    return list(
        engine.analyze(
            tokens.text,
            language,
            # Asked for everything, Presidio refuses to run where only the call brings a recogniser.
            entities=None if roster is None or engine.registry.recognizers else roster.supported_entities,
            ad_hoc_recognizers=[roster] if roster is not None else None,
            nlp_artifacts=_artifacts(tokens, engine.nlp_engine, language),
        )
    )


def _artifacts(tokens: Tokens, engine: NlpEngine, language: str) -> NlpArtifacts:
    return NlpArtifacts(
        entities=[],
        tokens=tokens,  # type: ignore[arg-type]  # a spaCy document is what Presidio would make
        tokens_indices=tokens.starts,
        lemmas=[],
        nlp_engine=engine,
        language=language,
    )
