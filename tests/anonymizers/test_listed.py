"""First names that lists know and that are no ordinary word: names wherever they stand."""

import pytest

from anonymizers.layers import AUTHORITY
from anonymizers.lexicon import lexicon
from anonymizers.listed import ListedNameRecognizer
from anonymizers.tokens import HARD, tokenise


def listed(text: str, language: str = "en") -> list[str]:
    return [text[one.start : one.end] for one in ListedNameRecognizer(language).find(tokenise(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Niamh said so", ["Niamh"]),
        ("It was there. Niamh said so", ["Niamh"]),
        ("so Niamh and Priya said", ["Niamh", "Priya"]),
        ("so niamh and tobias said", ["niamh", "tobias"]),
        (f"So it was there{HARD}so niamh said", ["niamh"]),
    ],
)
def test_a_rare_first_name_is_a_name_at_the_start_inside_and_in_small_letters(text: str, names: list[str]) -> None:
    assert listed(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("So now Bo Ng takes it", ["Bo Ng"]),
        ("so now bo ng takes it", ["bo ng"]),
        ("Anneliese Feldman said so", ["Anneliese Feldman"]),
        ("we saw Zorbina Feldman there", ["Zorbina Feldman"]),  # the surname alone is known
        ("we saw Zorbina Quuxley there", []),  # neither is
        ("we saw the Tower Bridge there", []),
        ("go to Milton Keynes", []),  # a town
        ("on May Monday", []),
    ],
)
def test_a_first_name_with_a_surname_is_a_name_where_one_of_them_is_known(text: str, names: list[str]) -> None:
    assert [name for name in listed(text) if " " in name] == names


@pytest.mark.parametrize(
    "text",
    [
        "Grace said so",  # an everyday word
        "will you mark the rose one",
        "So Alexandria is far",  # a town too
        "Al said so",  # too short
        "NIAMH IS WRITTEN LIKE THIS",  # where capitals say nothing
        "Then Bob said that niamh came",  # small where others are not
        "so Zubiri said",  # in no list of first names
        "",
    ],
)
def test_what_may_be_something_else_is_left_to_the_model(text: str) -> None:
    assert "niamh" not in [name.casefold() for name in listed(text)]
    assert not {"Grace", "will", "mark", "rose", "Alexandria", "Al", "Zubiri"} & set(listed(text))


def test_a_capital_says_more_than_a_small_letter() -> None:
    words = lexicon("en")
    between = [
        name
        for name in sorted(words.names.first - words.names.towns)
        if 4.2 <= words.zipf(name) < 4.6 and not words.plain(name) and name.isalpha() and len(name) > 2
    ]
    assert len(between) > 10
    for name in between:
        assert listed(f"so {name.capitalize()} said") == [name.capitalize()]
        assert listed(f"so {name} said") == []


def test_a_common_first_name_is_left_to_the_model() -> None:
    assert lexicon("en").zipf("james") > 4.6
    assert listed("so James said") == []


@pytest.mark.parametrize(("language", "name"), [("fr", "Clothilde"), ("de", "Annegret"), ("es", "Ximena")])
def test_names_are_listed_in_every_language(language: str, name: str) -> None:
    assert listed(f"{name} ok", language) == [name]


def test_it_is_of_the_model_layer_and_none_too_sure() -> None:
    (one,) = ListedNameRecognizer("en").find(tokenise("Niamh said"))
    assert ListedNameRecognizer.LAYER in AUTHORITY
    assert (one.entity, one.score < 0.6) == ("PERSON", True)
