"""The models that ship: all of them, small enough, and with nobody's name inside."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from anonymizers.crf.tagger import MODELS, has_model, model_path, tagger
from anonymizers.crf.training.examples import LABELS, PUBLIC, utterances
from anonymizers.crf.training.train import TEXTS
from anonymizers.lexicon import lexicon
from anonymizers.lexicon.interface import INTERFACE
from anonymizers.wordlists import word_set
from tests.corpora.corpus import CORPORA, people_of
from tests.corpora.marks import LANGUAGES

EACH = [(language, small) for language in LANGUAGES for small in (False, True)]
PARTICLES = word_set("da de del den der des di do dos du el la le lo mac sainte st van von zu")
"""Parts of names that are words of their own wherever names are spoken of."""

WORDS = word_set("bin bräutigam céleste espérance perle rubia")
"""Plain words of a language that no list has as everyday ones and that somebody of the corpora is called by."""

_SEEN = re.compile(r"(?:-w\+w|--w|\+\+w|-ww|\+ww|-wk|k\+w|-w|\+w|w)=(.*)", re.DOTALL)


@cache
def words_in(language: str, small: bool) -> frozenset[str]:
    """Every word that a model knows as itself, at its own place or as a neighbour."""
    model = tagger(language)._models[small]
    return frozenset(word for name in model.info().attributes for word in _words(name))


def _words(attribute: str) -> Iterator[str]:
    found = _SEEN.fullmatch(attribute)
    if found is None:
        return
    side = found.group(1)
    if attribute.startswith("-wk="):
        side = side.split("|")[0]
    elif attribute.startswith("k+w="):
        side = side.split("|", 1)[1]
    # A star stands before the kind of a word that is not shown, `d` before the length of a number.
    yield from (word for word in side.split(" ") if word.isalpha() and word[0] != "*")


def test_every_language_served_has_its_two_models() -> None:
    assert set(LANGUAGES) == {"en", "fr", "de", "es"} == set(PUBLIC)
    assert all(has_model(language) for language in LANGUAGES)
    assert {path.name for path in MODELS.glob("*.crfsuite.gz")} == {model_path(*one).name for one in EACH}


def test_the_models_are_ten_megabytes_at_most() -> None:
    assert sum(path.stat().st_size for path in MODELS.glob("*.crfsuite.gz")) <= 10_000_000


@pytest.mark.parametrize(("language", "small"), EACH)
def test_a_model_knows_the_labels_and_ordinary_words(language: str, small: bool) -> None:
    model = tagger(language)._models[small]
    assert set(model.labels()) == {*LABELS, "O"}
    assert len(words_in(language, small)) > 300


@pytest.mark.parametrize(("language", "small"), EACH)
def test_no_listed_name_is_known_by_heart(language: str, small: bool) -> None:
    words = lexicon(language)
    listed = {word for word in words_in(language, small) if words.names.person(word)}
    assert sorted(listed - words.everyday - INTERFACE) == []


@pytest.mark.parametrize(("language", "small"), EACH)
def test_nobody_of_the_corpora_is_known_by_heart(language: str, small: bool) -> None:
    people = {
        part
        for corpus in CORPORA
        for spoken in LANGUAGES
        for one in people_of(spoken, corpus)
        for name in (one.first, one.last)
        for part in re.findall(r"[^\W\d_]{2,}", name.casefold())
    }
    assert {"siobhan", "okonkwo"} <= people
    known = {word for word in words_in(language, small) if word in people}
    assert sorted(known - lexicon(language).everyday - INTERFACE - PARTICLES - WORDS) == []


def test_the_scan_sees_a_name_wherever_a_model_may_keep_it() -> None:
    shown = ["w=priya", "-w=priya", "++w=priya", "-ww=so priya", "+ww=priya d4", "-w+w=*c2 priya"]
    shown += ["-wk=priya|se4", "k+w=se4|priya"]
    assert all("priya" in set(_words(attribute)) for attribute in shown)
    assert not any(set(_words(hidden)) for hidden in ("s4=riya", "-kk=e4|Se5", "+w=*f2", "k=fc2", "gc= x"))


def test_the_card_tells_of_each_language_and_credits_each_source() -> None:
    card = (MODELS / "README.md").read_text(encoding="utf-8")
    for source in ("WNUT", "Broad Twitter", "SLURP", "Text Anonymization Benchmark", "GermEval", "wordfreq", "Faker"):
        assert source in card
    for path in MODELS.glob("*.crfsuite.gz"):
        assert path.name in card
    assert "make train DATA=" in card


def test_the_card_counts_the_utterances_written_for_this_project() -> None:
    card = " ".join((MODELS / "README.md").read_text(encoding="utf-8").split())
    names = {"en": "English", "fr": "French", "de": "German", "es": "Spanish"}
    for language, name in names.items():
        count = sum(len(utterances(path)) for path in (TEXTS / language).glob("*.txt"))
        assert f"{count:,} {name}" in card
