"""The public yardstick's arithmetic, on texts counted by hand after presidio-research's rules."""

import pytest

from tests.evaluation.span_evaluator import Count, Counts, Labelled, add, tags, tokens

_TEXT = "Call Anna Maria Schmidt in Bonn, or Bob."


def _at(phrase: str, label: str = "PERSON", text: str = _TEXT) -> Labelled:
    start = text.index(phrase)
    return Labelled(start, start + len(phrase), label)


def _counted(truth: list[Labelled], predicted: list[Labelled], text: str = _TEXT) -> Counts:
    counts = Counts()
    add(counts, text, truth, predicted)
    return counts


@pytest.mark.parametrize(
    ("truth", "predicted", "anything", "persons"),
    [
        # Found whole: one of one.
        (["Anna Maria Schmidt"], ["Anna Maria Schmidt"], (1, 1, 1), (1, 1, 1)),
        # "Anna Maria" is 10 of 18 signs, .56 < .9: missed, and a false alarm as well.
        (["Anna Maria Schmidt"], ["Anna Maria"], (1, 1, 0), (1, 1, 0)),
        # Two predictions beside each other are one run of tokens.
        (["Anna Maria Schmidt"], ["Anna Maria", "Schmidt"], (1, 1, 1), (1, 1, 1)),
        # Missed: nothing is predicted.
        (["Anna Maria Schmidt"], [], (1, 0, 0), (1, 0, 0)),
        # Nothing overlaps: missed, and a false alarm.
        (["Anna Maria Schmidt"], ["Bob"], (1, 1, 0), (1, 1, 0)),
        # One prediction over two annotations counts for each of them.
        (["Anna", "Schmidt"], ["Anna Maria Schmidt"], (2, 2, 0), (2, 2, 0)),
        # The end of the first and the beginning of the last are measured together: (4 + 7 + signs between) of 18.
        (["Anna Maria Schmidt"], ["Anna", "Schmidt"], (1, 1, 0), (1, 1, 0)),
    ],
)
def test_counts_of_one_text(
    truth: list[str], predicted: list[str], anything: tuple[int, int, int], persons: tuple[int, int, int]
) -> None:
    counts = _counted([_at(one) for one in truth], [_at(one) for one in predicted])
    assert (counts.anything.annotated, counts.anything.predicted, counts.anything.true) == anything
    of = counts.by_label["PERSON"]
    assert (of.annotated, of.predicted, of.true) == persons


def test_wrong_kind_counts_as_found_for_anything_and_against_both_kinds() -> None:
    counts = _counted([_at("Bonn", "GPE")], [_at("Bonn", "PERSON")])
    assert (counts.anything.annotated, counts.anything.predicted, counts.anything.true) == (1, 1, 1)
    assert (counts.by_label["GPE"].annotated, counts.by_label["GPE"].true) == (1, 0)
    assert (counts.by_label["PERSON"].predicted, counts.by_label["PERSON"].true) == (1, 0)
    assert counts.confused["GPE", "PERSON"] == 1


def test_skipped_words_at_the_edge_and_between_do_not_count() -> None:
    text = "I live at the High Street and Mill Lane."
    counts = _counted([_at("High", text=text)], [_at("the High Street", text=text)], text)
    assert counts.anything.true == 1
    counts = _counted([_at("High Street and Mill", text=text)], [_at("High", text=text), _at("Mill", text=text)], text)
    assert (counts.anything.predicted, counts.anything.true) == (1, 1)


def test_span_of_skipped_words_alone_is_no_span() -> None:
    counts = _counted([], [_at("in", "GPE")])
    assert counts.anything.predicted == 0


def test_token_has_the_label_of_a_span_within_it() -> None:
    of = tokens("xJanex met")
    assert tags(of, [Labelled(1, 5, "PERSON")]) == ["PERSON", "O"]


def test_f2_weighs_recall_four_times() -> None:
    count = Count(annotated=4, predicted=2, true=1)
    assert (count.precision, count.recall) == (0.5, 0.25)
    assert count.f_beta() == pytest.approx(5 * 0.5 * 0.25 / (4 * 0.5 + 0.25))
    assert Count().f_beta() == 0
