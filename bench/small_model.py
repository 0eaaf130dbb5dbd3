"""A small spaCy model of names for Presidio, trained in a minute on the utterances written for this project.

The published models cannot be had from a package index. This one has the layers of `en_core_web_sm` as far as names
need them: the embedding and the encoder (width 96, depth 4) and the transition parser behind it. It neither tags nor
parses, so it is faster than the published one; and it was taught the kind of speech that it is asked about.
"""

import random
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from anonymizers.crf import training
from anonymizers.crf.training import examples, filling
from anonymizers.crf.training.names import names
from bench.lemmas import LEMMAS
from tests.corpora.corpus import CORPORA, people_of

LANGUAGE = "en"
EPOCHS = 4
_BATCH = 16
_SEED = 7
_LABELS = {"PER": "PERSON", "ORG": "ORG", "EMP": "ORG", "LOC": "GPE", "HOME": "GPE"}
"""Ours in the words of the published model. It has none for health, belief, jobs and codes."""

_PARAMETERS = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": 96,
                "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                "rows": [5000, 1000, 2500, 2500],
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": 96,
                "depth": 4,
                "window_size": 1,
                "maxout_pieces": 3,
            },
        },
    }
}


def blank() -> Language:
    """The model before it learns."""
    nlp = spacy.blank(LANGUAGE)
    nlp.add_pipe("ner", config=_PARAMETERS)
    nlp.add_pipe(LEMMAS)
    return nlp


def trained(epochs: int = EPOCHS, most: int | None = None) -> Language:
    """The model, trained on `most` of the texts; the same each time."""
    fix_random_seed(_SEED)
    chance = random.Random(_SEED)  # noqa: S311 - the same model from the same texts
    nlp = blank()
    taught = [_example(nlp, one) for one in islice(texts(chance), most)]
    optimizer = nlp.initialize(lambda: taught)
    for _ in range(epochs):
        chance.shuffle(taught)
        for start in range(0, len(taught), _BATCH):
            nlp.update(taught[start : start + _BATCH], sgd=optimizer, drop=0.1)
    return nlp


def texts(chance: random.Random) -> Iterator[examples.Example]:
    """Each utterance with capitals and as a recogniser hears it, with different people; nobody of the corpora."""
    own = Path(training.__file__).parent / LANGUAGE
    lists = filling.load_lists(own / "lists.yaml")
    asked = frozenset(_names_of_the_corpora())
    pool = names(LANGUAGE, asked)
    for path in sorted(own.glob("*.txt")):
        for utterance in examples.utterances(path):
            with_capitals, heard = (filling.filled(utterance, pool, lists, chance) for _ in range(2))
            # A name may stand in the utterance itself, or come about where one is changed.
            if not asked & _people_in(with_capitals):
                yield filling.as_written(with_capitals)
            if not asked & _people_in(heard):
                yield filling.as_heard(heard, chance)


def _people_in(one: examples.Example) -> set[str]:
    return {part for start, end, label in one.spans if label == "PER" for part in _parts(one.text[start:end])}


def _names_of_the_corpora() -> Iterator[str]:
    for corpus in CORPORA:
        for name in people_of(LANGUAGE, corpus):
            yield from _parts(f"{name.first} {name.last}")


def _parts(name: str) -> list[str]:
    return name.casefold().replace("-", " ").replace("'", " ").split()


def _example(nlp: Language, one: examples.Example) -> Example:
    """What spaCy learns from; a stretch that ends within one of its tokens takes the whole token."""
    doc = nlp.make_doc(one.text)
    reference = doc.copy()
    spans = [
        reference.char_span(start, end, _LABELS[label], alignment_mode="expand")
        for start, end, label in one.spans
        if label in _LABELS
    ]
    reference.ents = spacy.util.filter_spans([span for span in spans if span is not None])
    return Example(doc, reference)


if __name__ == "__main__":
    trained().to_disk(sys.argv[1])
