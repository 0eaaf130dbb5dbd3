"""A pattern run near what it needs finds what it finds in the whole text."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from anonymizers.recognizers.regions import around, near, near_digits, small_letters

TEXTS = st.lists(
    st.sampled_from(["word ", "42 ", "a-7b, ", "\n", "longer words here and there ", "x9"]), max_size=60
).map("".join)
CODE = re.compile(r"(?<!\w)[a-z]?-?[0-9]+[a-z]?(?!\w)")


@given(TEXTS)
def test_near_digits_loses_nothing(text):
    assert [hit.span() for hit in near_digits(CODE, text)] == [hit.span() for hit in CODE.finditer(text)]


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_regions_are_ordered_apart_and_end_between_words(text, before, after):
    end = -1
    for start, stop in around(re.compile("[0-9]+"), text, before, after):
        assert start > end
        assert start == 0 or text[start - 1].isspace()
        assert stop == len(text) or text[stop].isspace()
        end = stop


def test_a_lookbehind_sees_what_stands_before_a_region():
    assert list(near(re.compile(r"(?<!x )7"), "x 7", [(2, 3)])) == []


@given(st.text(max_size=40))
@example("İstanbul")
@example("STRASSE ẞ")
def test_small_letters_keep_every_place(text):
    assert len(small_letters(text)) == len(text)
