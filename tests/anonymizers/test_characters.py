"""What looks alike becomes alike, and every plain character knows where it came from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.characters import fold, key

SIOBHAN = [
    "Siobhan", "Si\u200bobhan", "\ufeffSiobhan", "Siobh\u0430n", "S\u0456obhan", "\uff33iobhan", "\U0001d412iobhan",
    "S\u00adiobhan", "Si\u2060obhan", "\u0405iobhan",
]  # fmt: skip


@pytest.mark.parametrize("written", SIOBHAN)
def test_what_looks_like_a_name_is_that_name(written: str) -> None:
    assert fold(written).text == "Siobhan"


@pytest.mark.parametrize("written", ["Siobha\u0301n", "Siobh\u00e1n", "SIOBH\u00c1N", "Si\u200bobha\u0301n"])
def test_the_key_of_a_name_has_neither_case_nor_accents(written: str) -> None:
    assert key(written) == "siobhan"


@pytest.mark.parametrize(
    ("written", "plain"), [("Groß", "gross"), ("Sørensen", "sorensen"), ("Łukasz", "lukasz"), ("Æsa", "aesa")]
)
def test_a_letter_of_its_own_becomes_the_one_it_is_typed_as(written: str, plain: str) -> None:
    assert key(written) == plain


def test_composed_and_decomposed_text_fold_alike() -> None:
    text = "Zoë Müller, Nuñez, Škoda"
    assert fold(unicodedata.normalize("NFD", text)).text == fold(text).text == text


@pytest.mark.parametrize("mark", ["’", "‘", "ʼ", "`", "´"])  # noqa: RUF001 - the apostrophes that people type
def test_an_apostrophe_is_an_apostrophe(mark: str) -> None:
    assert fold(f"O{mark}Brien").text == "O'Brien"


@given(st.text(max_size=40))
def test_every_plain_character_knows_the_stretch_that_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.start) == len(folded.end) == len(folded.text)
    for start, end in zip(folded.start, folded.end, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(folded.start) == sorted(folded.start)


def test_a_stretch_of_the_plain_form_takes_hidden_characters_with_it() -> None:
    text = "so Si\u200bobha\u0301n\u200b came"
    folded = fold(text)
    start = folded.text.index("Siobh")
    first, last = folded.original(start, start + 7)
    assert text[first:last] == "Si\u200bobha\u0301n\u200b"


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_plain_ascii_stays_as_it_is(text: str) -> None:
    shown = "".join(" " if sign in "\t\r\v\f" else sign for sign in text if sign.isprintable() or sign in "\t\r\v\f\n")
    assert fold(text).text == shown.replace("`", "'")
