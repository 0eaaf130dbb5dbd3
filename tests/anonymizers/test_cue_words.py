"""What follows a cue and is no name: brands, towns, buttons, contractions; and names after cues of speech."""

import pytest

from anonymizers.cues import CueRecognizer
from anonymizers.tokens import tokenise


def named(language: str, text: str) -> list[str]:
    return [text[one.start : one.end] for one in CueRecognizer(language).find(tokenise(text))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "are you with ManyPets or not"),
        ("en", "Okay, IMAX then."),
        ("en", "it said frank and youthful"),
        ("en", "no clue it says rose"),
        ("fr", "En février, à Lisbonne, quatre nuits."),
        ("fr", "puis on a Retour et Valider en bas"),
        ("fr", "je sais c'est malin"),
        ("es", "le di a Pausar y nada"),
        ("de", "das lese ich mit lupe"),
    ],
)
def test_brands_towns_buttons_and_adjectives_are_no_names(language: str, text: str) -> None:
    assert named(language, text) == []


def test_a_contraction_does_not_go_on_with_a_name() -> None:
    assert set(named("en", "my sister Ileana couldnt find it")) == {"Ileana"}
    assert set(named("en", "my sister Ileana couldn't find it")) == {"Ileana"}


def test_a_title_is_no_part_of_a_name_after_a_greeting() -> None:
    assert named("en", "thanks missus Fonseca") == ["Fonseca"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "and he said just ask for tamsin there", "tamsin"),
        ("en", "a lad called sivakumar changed it", "sivakumar"),
        ("en", "someone called Chidinma told me", "Chidinma"),
        ("en", "please as promised by rose on tuesday", "rose"),
        ("en", "I spoke to Papadimas and Ng about it", "Ng"),
        ("fr", "demandez bertille au comptoir", "bertille"),
        ("fr", "une certaine Gülsüm a répondu", "Gülsüm"),
        ("de", "Zeuge war Jürgen, der saß daneben", "Jürgen"),
        ("es", "me contestó un tal Ramiro, del departamento", "Ramiro"),
        ("es", "la recepcionista, que se llamaba Precious, me pidió", "Precious"),
    ],
)
def test_cues_of_speech_show_names(language: str, text: str, name: str) -> None:
    assert name in named(language, text)
