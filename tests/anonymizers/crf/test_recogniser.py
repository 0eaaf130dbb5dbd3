"""The name model as a recogniser: the dial, what survives, what is a number, and names in four languages."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.crf import ENTITY_OF, CrfRecognizer
from anonymizers.tokens import HARD, tokenise

Find = Callable[..., list[tuple[str, str, float]]]
Told = Callable[..., CrfRecognizer]
NOTHING: dict[str, float] = {}


def test_a_run_of_one_kind_is_one_finding_scored_by_the_surest_word(find_told: Find) -> None:
    found = find_told("so Priya Raman said", [NOTHING, {"PER": 0.9}, {"PER": 0.4}, NOTHING])
    assert found == [("Priya Raman", "PERSON", 0.9)]


@pytest.mark.parametrize("mark", [" ", "-", "'", ". ", "/"])
def test_a_name_goes_on_over_what_stands_inside_names(find_told: Find, mark: str) -> None:
    assert len(find_told(f"J{mark}Raman", [{"PER": 0.9}] * 2)) == 1


@pytest.mark.parametrize("mark", [", ", "\n", HARD, " (", "; ", "? "])
def test_two_names_with_a_mark_between_are_two(find_told: Find, mark: str) -> None:
    assert [one[0] for one in find_told(f"Priya{mark}Tobias", [{"PER": 0.9}] * 2)] == ["Priya", "Tobias"]


def test_two_kinds_beside_each_other_are_two_findings(find_told: Find) -> None:
    found = find_told("Priya Thornley", [{"PER": 0.9}, {"EMP": 0.8}])
    assert found == [("Priya", "PERSON", 0.9), ("Thornley", "ORGANIZATION", 0.8)]


@pytest.mark.parametrize(("label", "entity"), [(label, ENTITY_OF[label]) for label in ENTITY_OF])
def test_every_label_that_is_somebodys_is_masked_as_its_kind(find_told: Find, label: str, entity: str) -> None:
    assert find_told("seven one two", [{label: 0.95}] * 3) == [("seven one two", entity, 0.95)]


@pytest.mark.parametrize("label", ["ORG", "LOC"])
@pytest.mark.parametrize("threshold", [0.5, 0.9, 0.98])
def test_organisations_and_places_that_are_nobodys_survive(find_told: Find, label: str, threshold: float) -> None:
    assert find_told("so Tesco has it", [NOTHING, {label: 0.97}, NOTHING, NOTHING], threshold) == []


@pytest.mark.parametrize(("label", "entity"), [("ORG", "ORGANIZATION"), ("LOC", "LOCATION")])
def test_a_public_yardstick_gets_them_all_the_same(find_told: Find, label: str, entity: str) -> None:
    assert find_told("Tesco", [{label: 0.97}], every_label=True) == [("Tesco", entity, 0.97)]


@pytest.mark.parametrize("label", ["CODE", "AGE"])
@pytest.mark.parametrize(
    ("word", "counts"),
    [
        ("7", True),
        ("077", True),
        ("seven", True),
        ("fifty", True),
        ("double", True),
        ("k", True),
        ("menu", False),
        ("priya", False),
    ],
)
def test_codes_and_ages_are_only_of_what_counts(find_told: Find, label: str, word: str, counts: bool) -> None:
    assert bool(find_told(f"{word} {word} {word}", [{label: 0.99}] * 3)) is counts


@pytest.mark.parametrize(
    ("word", "label", "chance", "threshold", "masked"),
    [
        ("Priya", "PER", 0.2, 0.9, True),
        ("Priya", "PER", 0.05, 0.9, False),
        ("Priya", "PER", 0.05, 0.98, True),
        ("Priya", "PER", 0.2, 0.5, False),
        ("Priya", "PER", 0.6, 0.5, True),
        # What singles out, but names nobody, must be likely, however careful the mode.
        ("Priya", "JOB", 0.1, 0.98, False),
        ("Priya", "JOB", 0.6, 0.98, True),
        ("Priya", "EMP", 0.1, 0.98, False),
        ("Priya", "HEALTH", 0.55, 0.9, True),
    ],
)
def test_the_dial_is_for_names(
    find_told: Find, word: str, label: str, chance: float, threshold: float, masked: bool
) -> None:
    assert bool(find_told(word, [{label: chance}], threshold)) is masked


@pytest.mark.parametrize(
    ("word", "surely"),
    [
        ("Priya", False),  # in lists of names
        ("Zubiri", False),  # in none
        ("Grace", False),  # an ordinary word, but a first name
        ("Baker", False),  # an ordinary word, but a family name
        ("basket", True),
        ("Boots", True),  # a brand and a word
        ("QuickBasket", True),  # written like a brand
        ("McAskill", False),  # written like a name
    ],
)
def test_what_is_hardly_a_name_must_be_surely_one(find_told: Find, word: str, surely: bool) -> None:
    assert bool(find_told(word, [{"PER": 0.15}])) is not surely
    assert find_told(word, [{"PER": 0.5}]) == [(word, "PERSON", 0.5)]


def test_kinds_that_name_nobody_count_together(find_told: Find) -> None:
    assert find_told("Rose", [{"JOB": 0.26, "HEALTH": 0.25}]) == [("Rose", "OCCUPATION", 0.26)]
    assert find_told("Rose", [{"JOB": 0.26, "LOC": 0.25}]) == []


LABELS = ("PER", "ORG", "LOC", "EMP", "HOME", "HEALTH", "BELIEF", "JOB", "AGE", "CODE", "O")


def _shares(weights: list[float]) -> dict[str, float]:
    whole = sum(weights)
    shares = {label: weight / whole for label, weight in zip(LABELS, weights, strict=True)} if whole else {}
    shares.pop("O", None)
    return shares


CHANCES = st.lists(st.floats(0, 1), min_size=len(LABELS), max_size=len(LABELS)).map(_shares)
WORDS = st.lists(st.tuples(st.sampled_from(("Priya", "seven", "7", "menu", "k")), CHANCES), min_size=1, max_size=6)


@settings(max_examples=200, deadline=None)
@given(WORDS, st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_a_lower_threshold_never_masks_more(
    told: Told, said: list[tuple[str, dict[str, float]]], one: float, other: float, every_label: bool
) -> None:
    tokens = tokenise(", ".join(word for word, _ in said))
    chances = [chance for _, chance in said]
    low, high = (
        {
            place
            for finding in told(chances, threshold, every_label=every_label).find(tokens)
            for place in range(finding.start, finding.end)
        }
        for threshold in sorted((one, other))
    )
    assert low <= high


SAID = [
    ("en", "My sister is called Priya Raman and she told me"),
    ("en", "my sister is called priya raman and she told me"),
    ("fr", "Ma sœur s'appelle Clothilde Marchand et elle m'a dit"),
    ("fr", "ma sœur s'appelle clothilde marchand et elle m'a dit"),
    ("de", "Meine Schwester heißt Anke Grünwald und sie hat gesagt"),
    ("de", "meine schwester heißt anke grünwald und sie hat gesagt"),
    ("es", "Mi hermana se llama Ximena Zubiri y ella me dijo"),
    ("es", "mi hermana se llama ximena zubiri y ella me dijo"),
]


@pytest.mark.parametrize(("language", "text"), SAID)
def test_a_name_that_is_given_is_found_in_every_language_and_casing(language: str, text: str) -> None:
    found = list(CrfRecognizer(language, 0.9).find(tokenise(text)))
    names = {word for one in found if one.entity == "PERSON" for word in text[one.start : one.end].split()}
    assert len(names) == 2
    assert {name.casefold() for name in names} <= {
        "priya", "raman", "clothilde", "marchand", "anke", "grünwald", "ximena", "zubiri",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I will mark it as read and then scroll down to the menu"),
        ("en", "so i tap on the menu and then it opens the basket"),
        ("fr", "je clique sur le menu et puis je vois le panier"),
        ("de", "dann tippe ich auf das Menü und sehe den Warenkorb"),
        ("es", "entonces pulso en el menú y veo el carrito"),
    ],
)
def test_an_ordinary_sentence_stays(language: str, text: str) -> None:
    assert list(CrfRecognizer(language, 0.5).find(tokenise(text))) == []


def test_a_finding_goes_through_presidio_as_one_of_the_model_layer() -> None:
    (one,) = CrfRecognizer("en", 0.9).analyze("my sister is called priya raman", [])
    assert (one.entity_type, (one.recognition_metadata or {})["layer"]) == ("PERSON", "model")
    assert 0 < one.score <= 1


@pytest.mark.parametrize("text", ["", "\n\n", "...", HARD])
def test_a_text_without_words_has_nothing(text: str) -> None:
    assert list(CrfRecognizer("en", 0.98).find(tokenise(text))) == []
