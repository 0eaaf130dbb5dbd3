"""What `anonymisation.yaml` and a study say of modes, layers and engines is what the anonymisers call them."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
import yaml

from anonymizers.engine import EMBEDDED, Detection
from anonymizers.layers import AUTHORITY
from anonymizers.modes import DEFAULT_MODE, MODES
from anonymizers.nlp_choice import ENGINES, ENTITIES, NlpEngineChoice
from lethe.settings import load_settings
from lethe.settings.models import Anonymisation, Engine, Entity, Layer, Mode

Refuses = Callable[..., None]


def test_the_words_of_the_files_are_those_of_the_anonymisers() -> None:
    assert get_args(Mode) == MODES
    assert get_args(Layer) == AUTHORITY
    assert get_args(Engine) == ENGINES
    assert get_args(Entity) == ENTITIES


def test_a_file_that_says_nothing_means_what_the_anonymisers_do_by_themselves() -> None:
    nothing = Anonymisation()
    built_in = Detection(nothing.languages)
    assert nothing.mode == DEFAULT_MODE
    assert nothing.layers == built_in.layers
    assert nothing.deny_below_zipf == built_in.deny_below_zipf
    assert nothing.engines == built_in.nlp_engines == (EMBEDDED,)


def changed(config: Path, **values: object) -> Anonymisation:
    path = config / "anonymisation.yaml"
    path.write_text(yaml.safe_dump({**yaml.safe_load(path.read_text("utf-8")), **values}), "utf-8")
    return load_settings(config).anonymisation


def test_engines_are_handed_on_with_their_models_and_what_they_are_asked_for(config: Path) -> None:
    spacy = {"engine": "spacy", "models": {"fr": "fr_core_news_lg", "en": "en_core_web_lg"}}
    gliner = {"engine": "gliner", "models": {"en": "/models/names"}, "entities": ["PERSON"]}
    assert changed(config, nlp_engines=[{"engine": "embedded"}, spacy, gliner]).engines == (
        EMBEDDED,
        NlpEngineChoice("spacy", (("en", "en_core_web_lg"), ("fr", "fr_core_news_lg"))),
        NlpEngineChoice("gliner", (("en", "/models/names"),), ("PERSON",)),
    )


def test_without_the_layer_no_engine_is_asked(config: Path) -> None:
    assert changed(config, mode="normal", layers=["roster", "patterns", "deny"]).engines == ()


@pytest.mark.parametrize("mode", MODES)
def test_a_study_may_name_any_mode_and_counts_before_the_general_one(config: Path, mode: str) -> None:
    path = config / "studies" / "banking-app.yaml"
    path.write_text(path.read_text("utf-8") + f"mode: {mode}\n", "utf-8")
    settings = load_settings(config)
    assert settings.mode_of("banking-app") == mode
    assert settings.mode_of("heat-pump-portal") == settings.anonymisation.mode == "careful"


LAYERS = "layers: [roster, patterns, cues, context, model, deny]"
AT = "config/anonymisation.yaml, line {line}: "


def needs(mode: str, layers: str, otherwise: str) -> str:
    return (
        f"the mode '{mode}' needs {layers} among the layers of anonymisation.yaml: an export would be called '{mode}' "
        f"and be masked less. Add what is missing to the layers, or name the mode {otherwise}"
    )


def test_no_mode_can_do_without_the_roster_or_the_patterns(refuses: Refuses) -> None:
    refuses(
        "anonymisation.yaml",
        LAYERS,
        "layers: [model, deny]",
        (
            "layers:",
            f"{AT}'roster' is not among the layers: the study's own people would be shared by name. Add it; no mode "
            "can do without it",
        ),
        (
            "layers:",
            f"{AT}'patterns' is not among the layers: e-mail addresses, telephone and bank numbers would be shared. "
            "Add it; no mode can do without it",
        ),
    )


def test_careful_is_not_careful_without_the_name_model(refuses: Refuses) -> None:
    layers = LAYERS.replace("model, ", "")
    refuses("anonymisation.yaml", LAYERS, layers, ("mode:", AT + needs("careful", "'model'", "'normal'")))


def test_a_mode_that_is_not_named_is_refused_at_the_layers(refuses: Refuses) -> None:
    refuses(
        "anonymisation.yaml",
        f"mode: careful\nlanguages: [en, fr, de, es]\n{LAYERS}",
        "layers: [roster, patterns]",
        ("layers:", AT + needs("careful", "'model'", "'normal'")),
    )


def test_strict_is_not_strict_without_default_deny(refuses: Refuses) -> None:
    refuses(
        "anonymisation.yaml",
        f"mode: careful\nlanguages: [en, fr, de, es]\n{LAYERS}",
        "mode: strict\nlayers: [roster, patterns, model]",
        ("mode:", AT + needs("strict", "'deny'", "'normal' or 'careful'")),
    )


def test_strict_masks_whatever_careful_masks(refuses: Refuses) -> None:
    refuses(
        "anonymisation.yaml",
        f"mode: careful\nlanguages: [en, fr, de, es]\n{LAYERS}",
        "mode: strict\nlayers: [roster, patterns, cues]",
        ("mode:", AT + needs("strict", "'model' and 'deny'", "'normal'")),
    )


def test_a_study_names_no_mode_whose_layers_are_left_out(config: Path, refuses: Refuses) -> None:
    study = config / "studies" / "banking-app.yaml"
    study.write_text(study.read_text("utf-8") + "mode: strict\n", "utf-8")
    refuses(
        "anonymisation.yaml",
        LAYERS,
        LAYERS.replace(", deny", ""),
        (
            "mode:",
            "config/studies/banking-app.yaml, line {line}: " + needs("strict", "'deny'", "'normal' or 'careful'"),
        ),
    )


def test_normal_takes_any_layers_beside_the_two(config: Path) -> None:
    assert changed(config, mode="normal", layers=["patterns", "roster"]).layers == ("patterns", "roster")
