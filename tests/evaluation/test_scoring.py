"""What counts as left, lost and masked for nothing, on sessions counted by hand."""

from collections.abc import Callable

import pytest

from tests.corpora.marks import Session
from tests.evaluation.figures import figures, summary
from tests.evaluation.scoring import Mask, outcome

Build = Callable[..., Session]
Masks = Callable[..., Mask]


@pytest.mark.parametrize(
    ("masked", "left"),
    [
        (["Jane Doe"], 0),
        (["Jane"], 1),
        (["Doe"], 1),
        ([], 1),
    ],
)
def test_name_is_left_when_one_word_of_it_stands(build: Build, mask: Masks, masked: list[str], left: int) -> None:
    session = build("So [x1.name|Jane Doe] came")
    found = outcome(session, [mask(session, phrase) for phrase in masked])
    assert sum(bool(entity.left) for entity in found.entities) == left


def test_identifier_is_left_when_one_of_its_mentions_is(build: Build, mask: Masks) -> None:
    session = build("So [x1.name|Jane] came", "and [x1.name|Jane] went", "to [x2.name|Ann]")
    found = outcome(session, [mask(session, "Jane"), mask(session, "Ann", 2)])
    by_name = {entity.entity: entity for entity in found.entities}
    assert len(by_name["x1.name"].mentions) == 2
    assert [span.turn for span in by_name["x1.name"].left] == [1]
    assert not by_name["x2.name"].left
    assert summary([found])["unknown"] == 0.5


@pytest.mark.parametrize(
    ("masked", "left"), [("07700 900123", False), ("07700 900", False), ("07700 90", True), ("07700", True)]
)
def test_number_is_left_when_a_third_of_its_digits_stand(build: Build, mask: Masks, masked: str, left: bool) -> None:
    session = build("on [p.phone#|07700 900123] at home")
    entity = outcome(session, [mask(session, masked)]).entities[0]
    assert bool(entity.left) is left
    assert entity.wholly is (masked == "07700 900123")


@pytest.mark.parametrize(("masked", "left"), [("both hips done", False), ("both hips", False), ("hips", True)])
def test_quasi_identifier_is_left_when_half_of_it_stands(build: Build, mask: Masks, masked: str, left: bool) -> None:
    session = build("he's [x.health#|had both hips done] now", standing="quasi")
    assert bool(outcome(session, [mask(session, masked)]).entities[0].left) is left


def test_title_that_is_no_part_of_what_tells_may_stand(build: Build, mask: Masks) -> None:
    session = build("that [x1.name|Doe] again")
    assert not outcome(session, [mask(session, "Doe again")]).entities[0].left


def test_phrase_that_must_survive_counts_whole_and_by_its_words(build: Build, mask: Masks) -> None:
    session = build("press {Add to basket} and {Ocado}, [x1.name|Jane]")
    found = outcome(session, [mask(session, "basket"), mask(session, "Jane")])
    figures_ = summary([found])
    assert figures_["keep_whole"] == 0.5
    assert figures_["keep_words"] == 0.75


def test_phrase_is_not_whole_when_a_sign_between_its_words_is_masked(build: Build, mask: Masks) -> None:
    session = build("some {Ben & Jerry's} then")
    keep = outcome(session, [mask(session, "&")]).keeps[0]
    assert (keep.whole, keep.words_lost) == (False, 0)


def test_words_masked_for_nothing_are_told_with_their_layer(build: Build, mask: Masks) -> None:
    session = build("yes well [x1.name|Jane] said so")
    found = outcome(session, [mask(session, "Jane said", layer="model"), mask(session, "well", layer="cues")])
    told = [(session.turns[0].text[word.start : word.end], word.mask.layer) for word in found.wrong]
    assert told == [("well", "cues"), ("said", "model")]
    figures_ = summary([found])
    assert figures_["wrong_words"] == pytest.approx(2 / 5)
    assert figures_["masked_words"] == pytest.approx(3 / 5)
    assert figures_["precision"] == pytest.approx(4 / 12, abs=1e-4)


def test_possessive_of_a_masked_name_is_not_masked_for_nothing(build: Build, mask: Masks) -> None:
    session = build("[x1.name|Jane]'s farm")
    assert not outcome(session, [mask(session, "Jane's")]).wrong


def test_figures_keep_styles_and_kinds_apart(build: Build, mask: Masks) -> None:
    cased = build("So [x1.name|Jane]")
    spoken = build("so [x1.name|jane]", style="asr")
    answer = build("so [x1.name|jane]", style="asr", kind="answer")
    found = figures([outcome(cased, []), outcome(spoken, [mask(spoken, "jane")]), outcome(answer, [])])
    assert found["transcripts"]["cased"]["unknown"] == 1
    assert found["transcripts"]["asr"]["unknown"] == 0
    assert found["answers"]["asr"]["unknown"] == 1
    assert found["answers"]["cased"]["unknown"] is None
    assert found["types"]["name (unknown)"]["asr"] == {"left": 0.5, "count": 2}
    assert found["origins"]["Welsh"]["all"]["count"] == 3
    assert found["layers"]["model"]["identifiers"] == 1
