"""Which NLP engines look for names, and what each of them still lacks on this machine. Imports nothing heavy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

ENGINES = ("embedded", "spacy", "transformers", "stanza", "gliner")
"""The name model that ships with the product, and the engines that Presidio knows."""

ENTITIES = ("PERSON", "LOCATION", "ORGANIZATION", "DATE", "AGE", "NUMBER", "EMAIL_ADDRESS", "PHONE_NUMBER")
"""What may be asked of an engine; which of it a model knows depends on the model."""

EMBEDDED_LANGUAGES = frozenset({"en", "fr", "de", "es"})
"""The languages that the product's own model was trained for."""

_PACKAGES = {
    "spacy": ("spacy", "pip install spacy"),
    "transformers": ("transformers", "pip install 'presidio-analyzer[transformers]'"),
    "stanza": ("stanza", "pip install 'presidio-analyzer[stanza]'"),
    "gliner": ("gliner", "pip install 'presidio-analyzer[gliner]'"),
}


@dataclass(frozen=True)
class NlpEngineChoice:
    """One engine by name, its model by language (`(("en", "en_core_web_lg"),)`), and what it is asked for.

    A model is a name that the engine knows or a folder; the embedded engine needs none.
    """

    engine: str
    models: tuple[tuple[str, str], ...] = ()
    entities: tuple[str, ...] = ("PERSON", "LOCATION", "ORGANIZATION")

    def model(self, language: str) -> str | None:
        """The model for a language; None where the engine has none."""
        return dict(self.models).get(language)

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it looks at."""
        return EMBEDDED_LANGUAGES if self.engine == "embedded" else frozenset(dict(self.models))


@dataclass(frozen=True)
class Lacking:
    """Something that is not installed: for which language (None: for all), and what to do about it."""

    language: str | None
    said: str


def lacking(choice: NlpEngineChoice) -> tuple[Lacking, ...]:
    """What an engine lacks here: its package, or models. Nothing is downloaded and no model is loaded."""
    if choice.engine == "embedded":
        return ()
    package, install = _PACKAGES[choice.engine]
    if not _is_there(package):
        return (Lacking(None, f"the engine '{choice.engine}' is not installed here: {install}"),)
    return tuple(
        Lacking(language, f"the model {_shown(model)} of the engine '{choice.engine}' is not here: {command}")
        for language, model, command in _models_lacking(choice)
    )


def unserved(choices: Sequence[NlpEngineChoice], languages: Sequence[str]) -> list[str]:
    """The languages in which no engine would look for names."""
    served = {language for choice in choices for language in choice.languages}
    return [language for language in languages if language not in served]


def _models_lacking(choice: NlpEngineChoice) -> Iterator[tuple[str, str, str]]:
    for language, model in choice.models:
        if Path(model).is_dir():
            continue
        if choice.engine == "spacy":
            if not _is_package(model):
                yield language, model, f"python -m spacy download {model}"
        elif choice.engine == "stanza":
            if not (_stanza_folder() / model).is_dir():
                yield language, model, f"""python -c "import stanza; stanza.download('{model}')\""""
        elif not _is_cached(model, "gliner_config.json" if choice.engine == "gliner" else "config.json"):
            yield language, model, f"hf download {model}"


def _is_there(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ValueError:  # loaded already, by something that left no trace of whence
        return True


def _is_package(model: str) -> bool:
    """What spaCy itself asks: whether a model was installed as a package."""
    try:
        distribution(model)
    except (PackageNotFoundError, ValueError):
        return False
    return True


def _is_cached(model: str, file: str) -> bool:
    """Whether a model of the Hugging Face hub was downloaded before."""
    hub = import_module("huggingface_hub")
    try:
        return isinstance(hub.try_to_load_from_cache(model, file), str)
    except ValueError:  # what is no name of a repository is no model in the cache either
        return False


def _stanza_folder() -> Path:
    return Path(import_module("stanza.resources.common").DEFAULT_MODEL_DIR)


def _shown(model: str) -> str:
    """A model by its name; of a folder, the last step alone."""
    return f"'{Path(model).name}'" if Path(model).is_absolute() else f"'{model}'"
