"""The arithmetic of the table, on sessions and seconds that are counted by hand."""

import pytest

from bench.answers import Pass, Ready
from bench.page import page, quality, speed
from bench.running import Measured, Tool
from bench.table import Row, rows
from tests.corpora.marks import Session
from tests.evaluation.scoring import Mask

NAME, PHONE, ONE = (0, 3, 10), (1, 5, 13), (0, 26, 29)


def measured(name: str, seconds: list[float], *found: list[tuple[int, int, int]]) -> Measured:
    masks = tuple(tuple(Mask(*span, "X", name, name, 1.0) for span in one) for one in found)
    empty: tuple[tuple[Mask, ...], ...] = tuple(() for _ in found)
    passes = [Pass(one, empty) for one in seconds[:-1]] + [Pass(seconds[-1], masks)]
    return Measured(Tool(name, "nowhere", f"what {name} is given"), Ready("1.0", 2.5, 7.0), tuple(passes))


@pytest.fixture
def table(sessions: tuple[Session, ...]) -> list[Row]:
    """20 words. Ours: 10 s, then 2, then 4; theirs: 20 s, then 40, then 5."""
    return rows(
        [
            measured("Ours", [10, 2, 4], [NAME, PHONE], [NAME, ONE]),
            measured("Theirs", [20, 40, 5], [], [PHONE]),
        ],
        sessions,
    )


def test_words_a_second_are_those_of_the_median_pass(table: list[Row]) -> None:
    assert [row.words for row in table] == [20, 20]
    assert [row.words_s for row in table] == [20 / 4, 20 / 20]


def test_first_pass_is_reported_apart(table: list[Row]) -> None:
    assert [row.first_words_s for row in table] == [20 / 10, 20 / 20]


def test_ratio_says_how_much_faster_the_first_tool_is(table: list[Row]) -> None:
    assert [row.ratio for row in table] == [1, 5]
    assert [row.first_ratio for row in table] == [1, 2]


def test_direct_identifiers_left_are_counted_by_style_and_without_the_indirect_ones(table: list[Row]) -> None:
    assert [(row.quality["cased"].left, row.quality["asr"].left) for row in table] == [(0, 0.5), (1, 0.5)]


def test_phrase_counts_as_kept_only_when_it_is_whole(table: list[Row]) -> None:
    assert [(row.quality["cased"].kept, row.quality["asr"].kept) for row in table] == [(1, 0), (1, 1)]


def test_words_masked_are_a_share_of_the_words(table: list[Row]) -> None:
    assert [(row.quality["cased"].masked, row.quality["asr"].masked) for row in table] == [(0.4, 0.3), (0, 0.2)]


def test_what_was_not_there_to_count_has_no_share(sessions: tuple[Session, ...]) -> None:
    (row,) = rows([measured("Ours", [1], [])], sessions[:1])
    assert row.quality["asr"].left is None
    assert list(quality([row]))[-1].count(" - ") == 3


def test_page_says_the_figures_the_versions_and_what_each_tool_was_given(
    table: list[Row], sessions: tuple[Session, ...]
) -> None:
    written = page(table, sessions, 3)
    for said in ("2 English sessions (1 cased, 1 ASR), 4 turns, 20 words", "**Theirs** 1.0: what Theirs is given."):
        assert said in written
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in written.splitlines() if "Theirs " in line
    ]
    assert cells[0] == ["Theirs", "1", "5.0 ×", "1", "2.0 ×", "2.5"]  # noqa: RUF001 - the sign of multiplication
    assert cells[1] == ["Theirs", "100.0", "50.0", "100.0", "100.0", "0.0", "20.0"]


def test_lines_of_a_table_are_of_one_length(table: list[Row]) -> None:
    for lines in (list(speed(table)), list(quality(table))):
        assert len({len(line) for line in lines}) == 1
        assert len({line.count("|") for line in lines}) == 1
