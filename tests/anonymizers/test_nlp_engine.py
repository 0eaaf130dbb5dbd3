"""NLP engines of other people: found names are ours, missing models are clear errors, nothing is ever downloaded."""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import huggingface_token_pipe
from presidio_analyzer.predefined_recognizers.ner import gliner_recognizer

from anonymizers import nlp_choice, nlp_engine
from anonymizers.engine import Detection
from anonymizers.errors import AnonymizerError
from anonymizers.joining import HARD_BOUNDARY, SOFT_BOUNDARY
from anonymizers.layers import LAYER
from anonymizers.masking import Anonymiser
from anonymizers.nlp_choice import Lacking, NlpEngineChoice, lacking, unserved
from anonymizers.nlp_engine import chunks, model_recognizers
from anonymizers.pseudonyms import Pseudonyms
from anonymizers.tokens import HARD, tokenise

PATTERNS = [
    {"label": "PERSON", "pattern": [{"LOWER": "zorvaline"}, {"LOWER": "quexby"}]},
    {"label": "ORG", "pattern": "Hatherfold Mills"},
    {"label": "GPE", "pattern": "Nether Plimsby"},
    {"label": "PRODUCT", "pattern": "Glimmerpad"},
    {"label": "CARDINAL", "pattern": "seven"},
    {"label": "ZODIAC", "pattern": "Ophiuchus"},
]
SAID = "Zorvaline Quexby of Hatherfold Mills in Nether Plimsby has seven Glimmerpad, under Ophiuchus"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spaCy pipeline on disk that knows a handful of names."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(PATTERNS)  # type: ignore[attr-defined]
    path = tmp_path_factory.mktemp("models") / "en_tiny_ruler"
    pipeline.to_disk(path)
    return path


@pytest.fixture
def choice(folder: Path) -> NlpEngineChoice:
    return NlpEngineChoice("spacy", (("en", str(folder)),))


@pytest.fixture(autouse=True)
def no_download(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever would fetch a model fails the test."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("a download was tried")

    monkeypatch.setattr("spacy.cli.download", refuse)


def found(choices: Sequence[NlpEngineChoice], text: str, languages: Sequence[str] = ("en",)) -> list[tuple[str, str]]:
    return [
        (result.entity_type, text[result.start : result.end])
        for recognizer in model_recognizers(choices, languages)
        for result in recognizer.analyze(text, [])
    ]


def test_people_places_and_organisations_are_found_and_things_are_not(choice: NlpEngineChoice) -> None:
    assert found([choice], SAID) == [
        ("PERSON", "Zorvaline Quexby"),
        ("ORGANIZATION", "Hatherfold Mills"),
        ("LOCATION", "Nether Plimsby"),
        # A label that nobody knows may be somebody's.
        ("UNKNOWN", "Ophiuchus"),
    ]


def test_an_engine_is_asked_for_what_its_choice_names(folder: Path) -> None:
    choice = NlpEngineChoice("spacy", (("en", str(folder)),), ("PERSON",))
    assert found([choice], SAID) == [("PERSON", "Zorvaline Quexby"), ("UNKNOWN", "Ophiuchus")]


def test_a_finding_says_its_layer_its_engine_and_its_model_but_no_folder(choice: NlpEngineChoice) -> None:
    (recognizer,) = model_recognizers([choice], ["en"])
    metadata = recognizer.analyze(SAID, [])[0].recognition_metadata or {}
    assert metadata[LAYER] == "model"
    assert metadata[RecognizerResult.RECOGNIZER_NAME_KEY] == "spacy en_tiny_ruler"


def test_a_name_split_over_two_cues_is_found_and_one_over_two_texts_is_none(choice: NlpEngineChoice) -> None:
    assert found([choice], f"I am zorvaline{SOFT_BOUNDARY}quexby") == [("PERSON", "zorvaline\nquexby")]
    assert found([choice], f"I am zorvaline{HARD_BOUNDARY}quexby") == []


def test_a_name_is_found_wherever_a_long_text_is_cut(choice: NlpEngineChoice) -> None:
    for before in range(nlp_engine.MOST - 30, nlp_engine.MOST + 10):
        text = "ab " * (before // 3) + "a" * (before % 3) + " zorvaline quexby said so. " + "cd " * 2_000
        assert found([choice], text) == [("PERSON", "zorvaline quexby")], before


def test_a_text_longer_than_the_engine_takes_is_read_to_its_end(choice: NlpEngineChoice) -> None:
    text = "word " * 210_000 + "zorvaline quexby"
    assert len(text) > 1_000_000
    assert found([choice], text) == [("PERSON", "zorvaline quexby")]


@pytest.mark.parametrize("text", ["", " \n ", HARD_BOUNDARY])
def test_a_text_without_words_is_nothing_to_read(choice: NlpEngineChoice, text: str) -> None:
    assert found([choice], text) == []


@given(st.lists(st.text(st.sampled_from("abc \n"), max_size=120), max_size=4), st.integers(12, 40), st.integers(1, 5))
def test_chunks_are_short_and_hold_every_stretch_of_each_text(texts: list[str], most: int, overlap: int) -> None:
    text = HARD_BOUNDARY.join(texts)
    pieces = list(chunks(text, most, overlap))
    assert all(len(piece) <= most and HARD not in piece for _, piece in pieces)
    assert all(text[start : start + len(piece)].replace("\n", " ") == piece for start, piece in pieces)
    for start in range(len(text) - overlap + 1):
        stretch = text[start : start + overlap]
        if HARD not in stretch and stretch.strip():
            assert any(at <= start and start + overlap <= at + len(piece) for at, piece in pieces), start


def test_an_engine_is_loaded_once_a_process(choice: NlpEngineChoice, monkeypatch: pytest.MonkeyPatch) -> None:
    model_recognizers([choice], ["en"])
    monkeypatch.setattr(nlp_engine, "_presidio_engine", lambda _: pytest.fail("loaded again"))
    model_recognizers([choice, choice], ["en"])


def test_engines_are_united_and_each_is_asked_in_its_own_languages(folder: Path, choice: NlpEngineChoice) -> None:
    both = NlpEngineChoice("spacy", (("en", str(folder)), ("fr", str(folder))))
    languages = [r.supported_language for r in model_recognizers([choice, both], ["en", "fr"])]
    assert languages == ["en", "en", "fr"]
    assert [r.supported_language for r in model_recognizers([both], ["fr"])] == ["fr"]


def test_the_embedded_engine_is_not_built_here() -> None:
    assert model_recognizers([NlpEngineChoice("embedded")], ["en", "fr", "de", "es"]) == []


def test_a_language_without_any_engine_is_refused(choice: NlpEngineChoice) -> None:
    with pytest.raises(AnonymizerError, match="no engine under nlp_engines looks for names in de, fr"):
        model_recognizers([choice], ["en", "de", "fr"])
    assert unserved([choice, NlpEngineChoice("embedded")], ["en", "it"]) == ["it"]


def test_a_model_in_a_folder_masks_through_the_whole_anonymiser(choice: NlpEngineChoice) -> None:
    detection = Detection(("en",), layers=("model",), nlp_engines=(choice,))
    (one,) = Anonymiser(detection, (), Pseudonyms(b"k" * 32)).mask([f"Oh, {SAID}."], language="en")
    assert one.text == "Oh, [name] of [organisation] in [place] has seven Glimmerpad, under [masked]."
    assert {(span.layer, span.recogniser) for span in one.spans} == {("model", "spacy en_tiny_ruler")}


@pytest.mark.parametrize(
    ("engine", "model", "command"),
    [
        ("spacy", "en_no_such_model", "python -m spacy download en_no_such_model"),
        ("stanza", "en", "pip install 'presidio-analyzer[stanza]'"),
        ("transformers", "somebody/names", "pip install 'presidio-analyzer[transformers]'"),
        ("gliner", "somebody/names", "pip install 'presidio-analyzer[gliner]'"),
    ],
)
def test_what_is_missing_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, engine: str, model: str, command: str
) -> None:
    there = nlp_choice.find_spec
    monkeypatch.setattr(nlp_choice, "find_spec", lambda name: there(name) if name == "spacy" else None)
    choice = NlpEngineChoice(engine, (("en", model),))
    with pytest.raises(AnonymizerError) as refused:
        model_recognizers([choice], ["en"])
    assert command in str(refused.value)
    assert str(refused.value).endswith("Nothing was anonymised")


def test_only_the_languages_that_are_looked_at_need_their_models(folder: Path) -> None:
    choice = NlpEngineChoice("spacy", (("de", "de_no_such_model"), ("en", str(folder))))
    assert [lack.language for lack in lacking(choice)] == ["de"]
    assert len(model_recognizers([choice], ["en"])) == 1


def test_a_missing_folder_is_told_without_its_path(tmp_path: Path) -> None:
    (lack,) = lacking(NlpEngineChoice("spacy", (("en", str(tmp_path / "secret" / "names")),)))
    assert "'names'" in lack.said.partition(":")[0]
    assert "secret" not in lack.said.partition(":")[0]


def test_presidios_own_download_is_never_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where the look for what is missing has missed something."""
    monkeypatch.setattr(nlp_engine, "lacking", lambda _: ())
    with pytest.raises(AnonymizerError, match=r"its models do not load \(OSError\)"):
        model_recognizers([NlpEngineChoice("spacy", (("en", "en_no_such_model_2"),))], ["en"])
    assert nlp_engine._Stanza([{"lang_code": "en", "model_name": "en"}]).download_if_missing is False


def test_a_folder_that_holds_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnonymizerError, match="the engine 'spacy' is here but its models do not load"):
        model_recognizers([NlpEngineChoice("spacy", (("en", str(tmp_path)),))], ["en"])


def test_an_engine_that_breaks_on_a_text_stops_without_quoting_it(choice: NlpEngineChoice) -> None:
    def broken(texts: list[str]) -> Iterator[list[tuple[int, int, str, float]]]:
        raise ValueError(f"cannot read {texts}")

    recognizer = nlp_engine.NlpEngineRecognizer("en", choice, broken)
    with pytest.raises(AnonymizerError) as refused:
        list(recognizer.find(tokenise("Zorvaline")))
    assert str(refused.value) == "the engine 'spacy' failed on a text (ValueError); nothing was anonymised"
    assert refused.value.__suppress_context__


def pretend(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A package that is installed."""
    module = ModuleType(name)
    module.__spec__ = ModuleSpec(name, None)
    monkeypatch.setitem(sys.modules, name, module)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Any], NlpEngineChoice]:
    """A network in the place of transformers' own; it sees every person called Zorvaline."""

    def with_answer(answer: Callable[[str], Any]) -> NlpEngineChoice:
        def pipeline(texts: Any) -> Any:
            return answer(texts) if isinstance(texts, str) else [answer(text) for text in texts]

        def built(**asked: Any) -> Any:
            assert asked["model"] == str(tmp_path)
            return pipeline

        pretend(monkeypatch, "transformers")
        monkeypatch.setattr(huggingface_token_pipe, "hf_pipeline", built)
        monkeypatch.setattr(huggingface_token_pipe, "_pipeline_device", lambda: -1)
        monkeypatch.setattr(nlp_engine._Transformers, "is_available", True)
        nlp_engine._readers.cache_clear()
        return NlpEngineChoice("transformers", (("en", str(tmp_path)),))

    return with_answer


def test_transformers_find_names_with_their_own_score(network: Callable[[Any], NlpEngineChoice]) -> None:
    def answer(text: str) -> list[dict[str, Any]]:
        at = text.find("Zorvaline")
        return [] if at < 0 else [{"entity_group": "PER", "start": at, "end": at + 9, "score": 0.61}]

    (recognizer,) = model_recognizers([network(answer)], ["en"])
    (result,) = recognizer.analyze("so Zorvaline came", [])
    assert (result.entity_type, result.start, result.end, result.score) == ("PERSON", 3, 12, 0.61)


def test_transformers_that_fail_on_a_text_stop_the_export(network: Callable[[Any], NlpEngineChoice]) -> None:
    """Presidio would pass over the text, and whoever stands in it."""

    def answer(text: str) -> list[dict[str, Any]]:
        if "Zorvaline" in text:
            raise RuntimeError(text)
        return []

    (recognizer,) = model_recognizers([network(answer)], ["en"])
    assert recognizer.analyze("nobody here", []) == []
    with pytest.raises(AnonymizerError, match="failed on 1 pieces of a text") as refused:
        recognizer.analyze("so Zorvaline came", [])
    assert "Zorvaline" not in str(refused.value)
    assert recognizer.analyze("nobody here", []) == []


def test_gliner_is_asked_for_our_kinds_and_told_to_stay_offline(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: dict[str, Any] = {}

    class Model:
        @classmethod
        def from_pretrained(cls, name: str, **options: Any) -> "Model":
            asked.update(options, name=name)
            return cls()

        def predict_entities(self, text: str, labels: list[str], **options: Any) -> list[dict[str, Any]]:
            asked["labels"] = sorted(labels)
            at = text.find("Zorvaline")
            return [] if at < 0 else [{"start": at, "end": at + 9, "label": "person", "score": 0.7}]

    pretend(monkeypatch, "gliner")
    monkeypatch.setattr(gliner_recognizer, "GLiNER", Model)
    choice = NlpEngineChoice("gliner", (("en", str(tmp_path)),), ("PERSON", "NUMBER"))
    assert found([choice], "so Zorvaline came") == [("PERSON", "Zorvaline")]
    assert (asked["name"], asked["local_files_only"]) == (str(tmp_path), True)
    assert asked["labels"] == ["identity number", "person"]


def test_a_model_of_the_hub_that_was_not_downloaded_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, "gliner")
    hub = ModuleType("huggingface_hub")
    held = {("somebody/names", "gliner_config.json"): "a path"}
    hub.try_to_load_from_cache = lambda name, file: held.get((name, file))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "huggingface_hub", hub)
    choice = NlpEngineChoice("gliner", (("de", "somebody/else"), ("en", "somebody/names")))
    assert lacking(choice) == (
        Lacking("de", "the model 'somebody/else' of the engine 'gliner' is not here: hf download somebody/else"),
    )


def test_the_hub_is_told_to_stay_silent_though_it_was_loaded_before(monkeypatch: pytest.MonkeyPatch) -> None:
    constants = ModuleType("huggingface_hub.constants")
    constants.HF_HUB_OFFLINE = False  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "huggingface_hub.constants", constants)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.setenv("TRANSFORMERS_OFFLINE", "0")
    nlp_engine._stay_offline()
    assert constants.HF_HUB_OFFLINE is True
