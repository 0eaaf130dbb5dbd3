"""Names found by an NLP engine that Presidio knows: spaCy, transformers, stanza or GLiNER, beside or for our own.

Built once a process for each choice. Nothing is ever downloaded: a model that is not here is an error that names the
command which brings it.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import (
    NlpEngine,
    NlpEngineProvider,
    SpacyNlpEngine,
    StanzaNlpEngine,
    TransformersNlpEngine,
)
from presidio_analyzer.nlp_engine.huggingface_token_pipe import FACTORY_NAME

import anonymizers.offline  # noqa: F401 - keeps Presidio off the network and its texts out of logs
from anonymizers.errors import AnonymizerError
from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.nlp_choice import ENTITIES, NlpEngineChoice, lacking, unserved
from anonymizers.tokens import HARD, Tokens

__all__ = ["NlpEngineChoice", "NlpEngineRecognizer", "chunks", "model_recognizers"]

MOST = 4_000
"""Characters of a chunk; spaCy refuses a million, and what a network keeps in memory grows with the text."""
OVERLAP = 200
"""Characters that a chunk shares with the one before, so that no name is cut in two."""

_BATCH = 16
_OF_LABEL = {
    **dict.fromkeys(("PER", "PERSON", "PATIENT", "STAFF", "HCW", "NAME"), "PERSON"),
    **dict.fromkeys(("LOC", "LOCATION", "GPE", "FAC", "FACILITY"), "LOCATION"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "HOSP", "HOSPITAL", "PATORG", "VENDOR"), "ORGANIZATION"),
    **dict.fromkeys(("DATE", "TIME", "DATE_TIME"), "DATE"),
    **dict.fromkeys(("EMAIL", "EMAIL_ADDRESS"), "EMAIL_ADDRESS"),
    **dict.fromkeys(("PHONE", "PHONE_NUMBER"), "PHONE_NUMBER"),
    **dict.fromkeys(("ID", "NUMBER"), "NUMBER"),
    "AGE": "AGE",
}
"""What the labels of the usual models are to us. A label that is not here is masked as of an unknown kind."""

_NOBODYS = frozenset(
    {
        *("O", "MISC", "CARDINAL", "EVENT", "LANGUAGE", "LAW", "MONEY", "NORP", "NRP"),
        *("ORDINAL", "PERCENT", "PRODUCT", "QUANTITY", "WORK_OF_ART"),
    }
)
_GLINER_LABELS = {
    "PERSON": "person",
    "LOCATION": "location",
    "ORGANIZATION": "organization",
    "DATE": "date",
    "AGE": "age",
    "NUMBER": "identity number",
    "EMAIL_ADDRESS": "email address",
    "PHONE_NUMBER": "phone number",
}

_Found = tuple[int, int, str, float]
_Reader = Callable[[list[str]], Iterator[list[_Found]]]


def model_recognizers(choices: Sequence[NlpEngineChoice], languages: Sequence[str]) -> list[EntityRecognizer]:
    """A recogniser for each language of each engine that is not the embedded one.

    Raises:
        AnonymizerError: an engine or a model that is not here, with the command that installs it; one that does not
            load; a language that no engine has a model for.
    """
    left = unserved(choices, languages)
    if left:
        raise AnonymizerError(
            f"no engine under nlp_engines looks for names in {', '.join(left)}; nothing was anonymised. Add a model or "
            "the engine 'embedded', or take the language out"
        )
    found: list[EntityRecognizer] = []
    for choice in choices:
        wanted = tuple((code, model) for code, model in choice.models if code in languages)
        if wanted:
            readers = _readers(replace(choice, models=wanted))
            found.extend(NlpEngineRecognizer(code, choice, readers[code]) for code, _ in wanted)
    return found


class NlpEngineRecognizer(LayerRecognizer):
    """What one engine finds in one language. A finding carries the engine's and the model's name as its recogniser."""

    LAYER = "model"
    ENTITIES = (*ENTITIES, "UNKNOWN")

    def __init__(self, language: str, choice: NlpEngineChoice, reader: _Reader) -> None:
        super().__init__(language)
        self._engine = choice.engine
        self._model = Path(choice.model(language) or "").name
        self._wanted = frozenset({*choice.entities, "UNKNOWN"})
        self._reader = reader

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Each finding once, whatever chunks it stands in."""
        pieces = list(chunks(tokens.text))
        found: dict[tuple[int, int, str], float] = {}
        try:
            read = list(self._reader([piece for _, piece in pieces])) if pieces else []
        except AnonymizerError:
            raise
        except Exception as error:  # a foreign network may raise anything, and may quote what it was given
            raise AnonymizerError(
                f"the engine '{self._engine}' failed on a text ({type(error).__name__}); nothing was anonymised"
            ) from None
        for (offset, _), there in zip(pieces, read, strict=True):
            for start, end, label, score in there:
                entity = _OF_LABEL.get(label.upper(), "UNKNOWN")
                if entity in self._wanted and label.upper() not in _NOBODYS and start < end:
                    place = offset + start, offset + end, entity
                    found[place] = max(score, found.get(place, 0.0))
        for (start, end, entity), score in sorted(found.items()):
            yield Finding(start, end, entity, round(min(max(score, 0.0), 1.0), 3))

    def _result(self, finding: Finding) -> RecognizerResult:
        result = super()._result(finding)
        named = f"{self._engine} {self._model}"
        result.recognition_metadata = {
            **(result.recognition_metadata or {}),
            RecognizerResult.RECOGNIZER_NAME_KEY: named,
        }
        return result


def chunks(text: str, most: int = MOST, overlap: int = OVERLAP) -> Iterator[tuple[int, str]]:
    """A joined text in pieces of at most `most` characters, each with its place; overlapping, except between texts.

    A break between two cues of one session becomes a space: speech runs on there.
    """
    position = 0
    for part in text.split(HARD):
        yield from ((position + start, piece) for start, piece in _cut(part, most, overlap))
        position += len(part) + len(HARD)


def _cut(part: str, most: int, overlap: int) -> Iterator[tuple[int, str]]:
    start = 0
    flat = part.replace("\n", " ")
    while start < len(part):
        stop = start + most
        if stop < len(part):
            # At the end of a cue where there is one, else between two words, else within a word without end.
            turn = part.rfind("\n", start + most // 2, stop)
            stop = turn if turn > 0 else max(flat.rfind(" ", start + most // 2, stop), 0) or stop
        if flat[start:stop].strip():
            yield start, flat[start:stop]
        if stop >= len(part):
            return
        again = flat.rfind(" ", start + 1, stop - overlap)
        start = again if again > start else stop - overlap


@cache
def _readers(choice: NlpEngineChoice) -> dict[str, _Reader]:
    """An engine loaded with all of its models, as one reader for each language."""
    lacks = lacking(choice)
    if lacks:
        raise AnonymizerError(f"{'; '.join(one.said for one in lacks)}. Nothing was anonymised")
    _stay_offline()
    try:
        if choice.engine == "gliner":
            return {language: _gliner_reader(choice, language, model) for language, model in choice.models}
        engine = _presidio_engine(choice)
    except Exception as error:  # what a broken model raises is anybody's guess
        raise AnonymizerError(
            f"the engine '{choice.engine}' is here but its models do not load ({type(error).__name__}); nothing was "
            "anonymised. Install them again"
        ) from None
    return {language: _engine_reader(engine, language) for language, _ in choice.models}


def _stay_offline() -> None:
    """Tell the libraries of Hugging Face not to ask their hub; what was loaded before reads no environment any more."""
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    constants = sys.modules.get("huggingface_hub.constants")
    if constants is not None:
        constants.HF_HUB_OFFLINE = True  # type: ignore[attr-defined]  # a module is not known to have it


class _Spacy(SpacyNlpEngine):
    """Presidio's, without its download."""

    @staticmethod
    def _download_spacy_model_if_needed(model_name: str) -> None:
        """Never: `lacking` has asked before."""


class _Stanza(StanzaNlpEngine):
    """Presidio's, without its download."""

    def __init__(self, models: Any = None, ner_model_configuration: Any = None) -> None:
        super().__init__(models, ner_model_configuration, download_if_missing=False)


class _Transformers(TransformersNlpEngine):
    """Presidio's, without its download, and with plain tokenisers in the place of spaCy's models.

    Presidio passes over a text on which the network fails. Here that is noted, so that it can be refused.
    """

    def load(self) -> None:
        """Load the networks."""
        self.watched: dict[str, _Watched] = {}
        with tempfile.TemporaryDirectory() as folder:
            named: list[Any] = []
            for model in self.models:
                language = model["lang_code"]
                blank = Path(folder) / language
                spacy.blank(language).to_disk(blank)
                both = {"spacy": str(blank), "transformers": model["model_name"]}
                named.append({"lang_code": language, "model_name": both})
            self.models = named
            super().load()
        for language in self.get_supported_languages():
            pipe: Any = self.get_nlp(language).get_pipe(FACTORY_NAME)
            pipe.pipeline = self.watched[language] = _Watched(pipe.pipeline)

    @staticmethod
    def _download_spacy_model_if_needed(model_name: str) -> None:
        """Never."""


class _Watched:
    """A network that counts the texts on which it failed when they were tried alone."""

    def __init__(self, pipeline: Callable[[Any], Any]) -> None:
        self._pipeline = pipeline
        self.failed = 0

    def __call__(self, texts: Any) -> Any:
        try:
            return self._pipeline(texts)
        except Exception:
            self.failed += isinstance(texts, str)
            raise


def _presidio_engine(choice: NlpEngineChoice) -> NlpEngine:
    configuration = {
        "nlp_engine_name": choice.engine,
        "models": [{"lang_code": language, "model_name": model} for language, model in choice.models],
        "ner_model_configuration": {
            "labels_to_ignore": sorted(_NOBODYS),
            "model_to_presidio_entity_mapping": _OF_LABEL,
        },
    }
    provider = NlpEngineProvider(nlp_engines=(_Spacy, _Stanza, _Transformers), nlp_configuration=configuration)
    return provider.create_engine()


def _engine_reader(engine: NlpEngine, language: str) -> _Reader:
    watched = engine.watched[language] if isinstance(engine, _Transformers) else None

    def read(texts: list[str]) -> Iterator[list[_Found]]:
        for _, artifacts in engine.process_batch(texts, language, batch_size=_BATCH):
            yield [
                (span.start_char, span.end_char, span.label_, float(score))
                for span, score in zip(artifacts.entities, artifacts.scores, strict=True)
            ]
        if watched is not None and watched.failed:
            failed, watched.failed = watched.failed, 0
            raise AnonymizerError(
                f"the engine 'transformers' failed on {failed} pieces of a text; nothing was anonymised"
            )

    return read


def _gliner_reader(choice: NlpEngineChoice, language: str, model: str) -> _Reader:
    from presidio_analyzer.predefined_recognizers.ner.gliner_recognizer import GLiNERRecognizer

    asked = {_GLINER_LABELS[entity]: entity for entity in choice.entities}
    recognizer = GLiNERRecognizer(
        entity_mapping=asked, model_name=model, supported_language=language, local_files_only=True
    )

    def read(texts: Iterable[str]) -> Iterator[list[_Found]]:
        for text in texts:
            results = recognizer.analyze(text, [])
            yield [(result.start, result.end, result.entity_type, float(result.score)) for result in results]

    return read
