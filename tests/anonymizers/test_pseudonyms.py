"""Pseudonyms: stable, keyed, independent of order, and never readable as a name."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.errors import AnonymizerError
from anonymizers.pseudonyms import LENGTH, Pseudonyms

KEY = b"0123456789abcdef0123456789abcdef"
SHAPE = re.compile(rf"[PS]-[0-9A-HJKMNP-TV-Z]{{{LENGTH}}}")


def test_the_same_key_and_id_give_the_same_code_for_ever() -> None:
    assert Pseudonyms(KEY).person("p-001") == Pseudonyms(KEY).person("p-001") == "P-MK7NNR50"


def test_another_key_gives_another_code() -> None:
    assert Pseudonyms(KEY).person("p-001") != Pseudonyms(KEY[::-1]).person("p-001")


def test_a_person_and_a_session_of_one_id_have_nothing_in_common() -> None:
    pseudonyms = Pseudonyms(KEY)
    assert pseudonyms.person("x-1")[2:] != pseudonyms.session("x-1")[2:]


@given(st.lists(st.text(min_size=1, max_size=20), unique=True, max_size=40), st.randoms())
def test_codes_do_not_depend_on_the_order_in_which_ids_are_asked(ids: list[str], random: object) -> None:
    shuffled = list(ids)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = Pseudonyms(KEY), Pseudonyms(KEY)
    assert {name: one.person(name) for name in ids} == {name: other.person(name) for name in shuffled}


@given(st.text(max_size=30))
def test_a_code_has_a_digit_a_letter_and_no_sign_that_is_misread(subject: str) -> None:
    code = Pseudonyms(KEY).person(subject)
    assert SHAPE.fullmatch(code)
    assert re.search(r"\d", code[2:])
    assert re.search(r"[A-Z]", code[2:])


def test_ten_thousand_people_have_as_many_codes() -> None:
    pseudonyms = Pseudonyms(KEY)
    assert len({pseudonyms.person(f"p-{number}") for number in range(10_000)}) == 10_000


@pytest.mark.parametrize("form", [lambda code: code, lambda code: code[2:], lambda code: code[2:].lower()])
def test_a_code_that_is_somebodys_name_is_never_given(form) -> None:  # type: ignore[no-untyped-def]
    first = Pseudonyms(KEY).person("p-001")
    assert Pseudonyms(KEY, avoid={form(first)}).person("p-001") != first


def test_a_code_given_to_two_ids_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anonymizers.pseudonyms._base32", lambda _: "7K2Q4W9M")
    pseudonyms = Pseudonyms(KEY)
    pseudonyms.person("p-001")
    with pytest.raises(AnonymizerError, match="share a pseudonym"):
        pseudonyms.person("p-002")


def test_a_short_key_is_refused() -> None:
    with pytest.raises(AnonymizerError, match="at least 16 bytes"):
        Pseudonyms(b"short")


def test_neither_key_nor_names_show_in_the_repr() -> None:
    assert repr(Pseudonyms(KEY, avoid={"Abernathy"})) == "Pseudonyms()"
