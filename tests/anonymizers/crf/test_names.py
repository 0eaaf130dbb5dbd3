"""The names that fill slots: of many origins, and never those that detection is measured on."""

import random
from pathlib import Path

import pytest

from anonymizers.crf.training.names import names
from anonymizers.crf.training.train import _names_in
from tests.corpora.corpus import CORPORA, LANGUAGES, people_of

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("language", "typical"), [("en", "Ashley"), ("fr", "Aurélie"), ("de", "Jürgen"), ("es", "Ainara")]
)
def test_names_at_home_are_among_those_of_everywhere(language: str, typical: str) -> None:
    pool = names(language, NOBODY)
    assert typical in pool.first
    assert set(pool.first) < set(pool.all_first)
    assert set(pool.last) < set(pool.all_last)
    assert len(pool.all_first) > 5000
    assert len(pool.last) > 300


def test_names_without_are_in_no_list_in_any_spelling_with_a_mark() -> None:
    before = names("fr", NOBODY)
    without = frozenset({"jean", "anne", "o", "martin"})
    after = names("fr", without)
    gone = set(before.all_first) - set(after.all_first)
    assert {"Jean", "Anne", "Anne-Marie", "Jean-Luc"} & set(before.all_first) <= gone
    for pool in (after.first, after.last, after.all_first, after.all_last):
        for name in pool:
            assert not set(name.casefold().replace("-", " ").replace("'", " ").split()) & without
    assert "Martine" in after.first


def test_everybody_of_both_corpora_is_left_out() -> None:
    files = [root / language / "people.yaml" for root in CORPORA.values() for language in LANGUAGES]
    without = frozenset(_names_in(files))
    people = {name for corpus in CORPORA for language in LANGUAGES for name in people_of(language, corpus)}
    assert len(people) > 300
    whole = {part.casefold() for name in people for part in (name.first, name.last)}
    for language in LANGUAGES:
        pool = names(language, without)
        assert not whole & {name.casefold() for group in (pool.all_first, pool.all_last) for name in group}


def test_people_are_read_by_the_parts_of_their_names(tmp_path: Path) -> None:
    file = tmp_path / "people.yaml"
    file.write_text("- {first: Anne-Lise, last: O'Rourke}\n- {first: Thu Hà, last: Ngô}\n", encoding="utf-8")
    assert set(_names_in([file])) == {"anne", "lise", "o", "rourke", "thu", "hà", "ngô"}


def test_some_names_are_as_listed_and_some_are_in_no_list() -> None:
    pool = names("en", NOBODY)
    listed = {name.casefold() for name in (*pool.all_first, *pool.all_last)}
    chance = random.Random(7)
    picked = [pool.pick(kind, chance) for kind in ("first", "last") for _ in range(1000)]
    known = sum(name.casefold() in listed for name in picked) / len(picked)
    assert 0.6 < known < 0.75
    assert all(len(name) > 1 for name in picked)


def test_the_same_seed_picks_the_same_names() -> None:
    pool = names("de", NOBODY)
    one, other = random.Random(3), random.Random(3)
    assert [pool.pick("first", one) for _ in range(200)] == [pool.pick("first", other) for _ in range(200)]
