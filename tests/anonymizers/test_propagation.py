"""What is found once in a session is looked for everywhere in it, and an everyday word is left alone."""

from collections.abc import Sequence

import pytest

from anonymizers.lexicon import lexicon
from anonymizers.people import Person
from anonymizers.propagation import is_generic, name_words, propagated
from anonymizers.roster import RosterRecognizer
from anonymizers.spans import Span
from anonymizers.tokens import tokenise

ROSTER = RosterRecognizer((Person("p-1", first_name="Niamh", last_name="Quillan"),), "en")


def again(
    text: str, found: Sequence[Span], names: Sequence[str] = (), *, everywhere: bool = True
) -> list[tuple[str, int, str]]:
    """Words, place and layer of what is found besides."""
    spans = propagated(found, tokenise(text), ROSTER, lexicon("en"), names, everywhere=everywhere)
    first = {(one.start, one.end) for one in found}
    return [(text[one.start : one.end], one.start, one.layer) for one in spans if (one.start, one.end) not in first]


def name(end: int, layer: str = "model", score: float = 0.9, entity: str = "PERSON") -> Span:
    return Span(0, end, entity, layer, "Recogniser", score)


@pytest.mark.parametrize(("layer", "score"), [("model", 0.35), ("model", 1.0), ("cues", 0.7)])
def test_a_name_that_the_model_or_a_cue_shows_is_a_name_everywhere(layer: str, score: float) -> None:
    text = "Zubiri said\nand zubiri, Zubiri's and the Zubiris"
    found = again(text, [name(6, layer, score)])
    assert [words for words, _, _ in found] == ["zubiri", "Zubiri", "Zubiris"]
    assert {its for _, _, its in found} == {layer}


@pytest.mark.parametrize(
    "span",
    [
        name(6, score=0.1),
        name(6, entity="HEALTH"),
        name(6, entity="ORGANIZATION"),
        name(6, "deny"),
        name(6, "patterns"),
    ],
)
def test_what_is_not_surely_a_name_stays_where_it_is(span: Span) -> None:
    assert again("Zubiri said\nand zubiri", [span]) == []


@pytest.mark.parametrize(("score", "places"), [(0.3, []), (0.9, [15])])
def test_of_a_word_that_is_common_the_model_must_be_surer(score: float, places: list[int]) -> None:
    text = "James said and James knew"
    assert [place for _, place, _ in again(text, [name(5, score=score)])] == places


def test_texts_that_are_no_session_are_not_searched() -> None:
    assert again("Zubiri said\nand zubiri", [name(6)], everywhere=False) == []


def test_an_everyday_word_in_small_letters_is_nobodys_name() -> None:
    text = "Grace said it was a grace period, and Grace knew"
    assert [place for _, place, _ in again(text, [name(5, "cues")])] == [text.rindex("Grace")]


def test_one_letter_is_not_looked_for() -> None:
    text = "J. Zubiri and plan J or j"
    assert again(text, [name(9)]) == []


def test_a_name_of_the_roster_goes_to_its_person() -> None:
    spans = propagated(
        [name(5, "model")],
        tokenise("Niamh said\nand niamh"),
        ROSTER,
        lexicon("en"),
        (),
        everywhere=True,
    )
    assert {(one.layer, one.owners) for one in spans} == {("roster", frozenset({"p-1"}))}
    assert {one.start for one in spans} == {0, 15}


def test_a_speaker_label_is_looked_for_by_its_words() -> None:
    assert [words for words, _, _ in again("so zubiri and Speaker 1", [], ["Speaker Zubiri 1"])] == ["zubiri"]
    assert name_words("Moderator: Ana-Lucía B. 2") == {"ana", "lucia"}
    assert is_generic("Speaker 1")
    assert is_generic("spk_0")
    assert not is_generic("Zubiri 1")


SCHOOL = "Larkrise Primary is near. We like Larkrise Primary, larkrise is small, and it is a primary school"


def employer(end: int = 16, entity: str = "ORGANIZATION") -> Span:
    return Span(0, end, entity, "context", "OrganisationRecognizer", 0.7, said="[a school]")


def test_an_employer_is_found_again_by_all_of_its_words_or_by_one_that_is_no_ordinary_word() -> None:
    words = {words for words, _, _ in again(SCHOOL, [employer()])}
    assert words == {"Larkrise Primary", "Larkrise", "larkrise"}


def test_what_is_said_again_is_written_as_it_was_the_first_time() -> None:
    spans = propagated([employer()], tokenise(SCHOOL), ROSTER, lexicon("en"), (), everywhere=True)
    assert {(one.said, one.entity, one.layer, one.recogniser) for one in spans} == {
        ("[a school]", "ORGANIZATION", "context", "propagation")
    }


@pytest.mark.parametrize("entity", ["AGE", "HEALTH", "OCCUPATION"])
def test_an_age_a_complaint_or_a_job_is_not_looked_for_again(entity: str) -> None:
    assert again(SCHOOL, [employer(entity=entity)]) == []


def test_a_home_of_one_ordinary_word_is_not_looked_for_again() -> None:
    assert again("Reading is where we live, and reading is fun", [employer(7, "LOCATION")]) == []
