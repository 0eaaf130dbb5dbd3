"""Findings that overlap become spans that do not: nothing of any of them is left over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.spans import Span, merged, united, whole_words


def span(start: int, end: int, layer: str = "deny", entity: str = "UNKNOWN", owner: str = "") -> Span:
    return Span(start, end, entity, layer, "test", 0.5, frozenset({owner} - {""}))


def places(spans: list[Span]) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.entity) for one in spans]


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [(3, 10, (3, 10)), (5, 8, (3, 10)), (3, 4, (3, 10)), (9, 10, (3, 10)), (5, 12, (3, 13)), (0, 2, (0, 2))],
)
def test_a_span_grows_to_the_words_it_touches(start: int, end: int, whole: tuple[int, int]) -> None:
    (one,) = whole_words([span(start, end)], "ab siobhan cd.")
    assert (one.start, one.end) == whole


def test_a_span_of_nothing_is_none() -> None:
    assert whole_words([span(3, 3)], "ab cd") == []


@pytest.mark.parametrize("stretch", [(0, 8), (4, 12), (0, 12)])
def test_the_layer_with_most_authority_names_what_overlaps(stretch: tuple[int, int]) -> None:
    spans = [span(*stretch, "deny"), span(2, 6, "roster", "STUDY_PERSON", "p-1"), span(1, 5, "patterns", "URL")]
    (one,) = united(spans)
    assert (one.start, one.end) == (min(1, stretch[0]), max(6, stretch[1]))
    assert (one.entity, one.layer, one.owners) == ("STUDY_PERSON", "roster", frozenset({"p-1"}))


def test_what_covers_all_the_others_names_the_whole() -> None:
    assert places(united([span(0, 9, "patterns", "EMAIL_ADDRESS"), span(2, 6, "roster", "STUDY_PERSON")])) == [
        (0, 9, "EMAIL_ADDRESS")
    ]


def test_spans_that_only_touch_stay_apart() -> None:
    assert len(united([span(0, 3), span(3, 6)])) == 2


SPANS = st.lists(
    st.builds(
        lambda start, length, layer: span(start, start + length, layer),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from(["roster", "patterns", "cues", "deny"]),
    ),
    max_size=12,
)


@given(SPANS, st.randoms())
def test_united_spans_cover_the_same_characters_once_in_any_order(spans: list[Span], random: object) -> None:
    one = united(spans)
    covered = [place for found in one for place in range(found.start, found.end)]
    assert sorted(covered) == sorted({place for found in spans for place in range(found.start, found.end)})
    shuffled = list(spans)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert united(shuffled) == one


@pytest.mark.parametrize(
    ("text", "count"),
    [("Jane Doe", 1), ("Jane-Doe", 1), ("Jane M. Doe", 1), ("Jane\nDoe", 1), ("Jane, Doe", 2), ("Jane or Doe", 2)],
)
def test_names_beside_each_other_become_one(text: str, count: int) -> None:
    spans = [span(0, 4), span(text.index("Doe"), text.index("Doe") + 3)]
    found = merged(spans, text, lambda _one, _other: True)
    assert len(found) == count
    assert (found[0].start, found[-1].end) == (0, len(text))


def test_names_of_different_people_stay_apart() -> None:
    assert len(merged([span(0, 4), span(5, 8)], "Jane Doe", lambda _one, _other: False)) == 2
