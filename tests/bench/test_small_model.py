"""The model that Presidio is given: taught our utterances, but nobody whom it is asked about."""

import random
from itertools import islice

from bench.small_model import _LABELS, blank, texts, trained
from tests.corpora.corpus import people_of


def test_nobody_of_the_corpora_is_in_the_training_texts() -> None:
    asked = {name.last.casefold() for corpus in ("test", "develop") for name in people_of("en", corpus)}
    asked |= {name.first.casefold() for corpus in ("test", "develop") for name in people_of("en", corpus)}
    taught = {
        word
        for one in texts(random.Random(3))
        for start, end, label in one.spans
        if label == "PER"
        for word in one.text[start:end].casefold().split()
    }
    assert len(asked) > 100
    assert len(taught) > 1000
    assert not asked & taught


def test_half_of_the_texts_are_as_a_recogniser_hears_them() -> None:
    some = list(islice(texts(random.Random(3)), 400))
    assert sum(one.text == one.text.casefold() for one in some) >= 200
    assert sum(one.text[:1].isupper() for one in some) > 150


def test_training_gives_a_model_that_presidio_can_use() -> None:
    model = trained(epochs=1, most=40)
    said = model("Thanks Ann, see you in Leeds")
    assert set(model.get_pipe("ner").labels) <= set(_LABELS.values())
    assert [token.lemma_ for token in said][:2] == ["thanks", "ann"]


def test_model_is_sized_like_the_published_one() -> None:
    parameters = blank().config["components"]["ner"]["model"]["tok2vec"]
    assert (parameters["encode"]["width"], parameters["encode"]["depth"]) == (96, 4)
