"""The models behind one door: a clear error where there is none, probabilities where there is."""

from pathlib import Path

import pytest

from anonymizers.crf import has_model
from anonymizers.crf.features import turns
from anonymizers.crf.tagger import OUTSIDE, Tagger, model_path, tagger
from anonymizers.errors import AnonymizerError
from anonymizers.tokens import tokenise


@pytest.mark.parametrize("language", ["cy", "", "xx", "../en"])
def test_a_language_without_a_model_is_refused_with_what_to_do(language: str) -> None:
    assert not has_model(language)
    with pytest.raises(AnonymizerError, match="a person must look at this, or name another engine under nlp_engines"):
        Tagger(language)


def test_one_of_two_models_is_not_enough(models: Path) -> None:
    model_path("en", small=False).write_bytes(b"")
    assert not has_model("en")
    with pytest.raises(AnonymizerError, match="no name model for the language 'en'"):
        Tagger("en")


def test_each_way_of_writing_has_a_file_of_its_own() -> None:
    assert model_path("fr", small=False).name == "fr.cased.crfsuite.gz"
    assert model_path("fr", small=True).name == "fr.small.crfsuite.gz"


def test_a_tagger_is_built_once_a_process() -> None:
    assert tagger("en") is tagger("en")


@pytest.mark.parametrize("text", ["So Priya Raman said hello to us", "so priya raman said hello to us"])
def test_chances_are_probabilities_of_at_least_so_much_and_never_of_nothing(text: str) -> None:
    tokens = tokenise(text)
    (turn,) = turns(tokens)
    of_all = tagger("en").labels(tokens, turn, 0.0)
    some = tagger("en").labels(tokens, turn, 0.1)
    assert len(of_all) == len(some) == len(tokens.items)
    for everything, likely in zip(of_all, some, strict=True):
        assert OUTSIDE not in everything
        assert 0 <= sum(everything.values()) <= 1 + 1e-9
        assert all(chance >= 0.1 for chance in likely.values())
        assert likely.items() <= everything.items()
    assert any(some)


def test_the_same_text_gives_the_same_chances() -> None:
    tokens = tokenise("So Priya Raman said hello to us")
    (turn,) = turns(tokens)
    first = tagger("en").labels(tokens, turn, 0.0)
    other = tokenise("Mark it as read, Will, and then we go on to something else")
    tagger("en").labels(other, next(turns(other)), 0.0)
    assert tagger("en").labels(tokens, turn, 0.0) == first
