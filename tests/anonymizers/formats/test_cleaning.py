"""Text between reader and writer: one normal form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.formats.cleaning import MAX_MS, clean_cue, clean_speaker, clean_text, language_code

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  one \r\n\r\n two\rthree\n", "one\ntwo\nthree"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("no\u00a0break\tand\u3000wide", "no break and wide"),
        ("Jo\u200ban\u00adna \u200eBloggs\u202e", "Joanna Bloggs"),
        ("bell\x07 null\x00 lone\ud800 \ufeffend", "bell null lone end"),
        ("tagged\U000e0041\U000e0042", "tagged"),
        ("\U0001f469\u200d\U0001f52c", "\U0001f469\u200d\U0001f52c"),
        ("\u200b\n \u200b ", ""),
    ],
)
def test_text_is_cleaned(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@given(ANY_TEXT)
def test_clean_text_stays_as_it_is(raw: str) -> None:
    clean = clean_text(raw)
    assert clean_text(clean) == clean
    assert all(line and line == line.strip() for line in clean.split("\n")) or clean == ""
    clean.encode()


@given(ANY_TEXT)
def test_a_speaker_is_one_line_with_single_spaces_or_nobody(raw: str) -> None:
    speaker = clean_speaker(raw)
    assert speaker is None or (speaker == " ".join(speaker.split()) and 0 < len(speaker) <= 200)
    assert clean_speaker(speaker) == speaker


def test_a_speaker_without_end_is_cut() -> None:
    assert clean_speaker("x" * 199 + "  yz") == "x" * 199


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ((1000, 2000), (1000, 2000)),
        ((2000, 1000), (2000, None)),
        ((-5, 10), (0, 10)),
        ((None, 10), (None, 10)),
        ((0, MAX_MS * 9), (0, MAX_MS)),
    ],
)
def test_times_that_cannot_be_are_not_believed(
    times: tuple[int | None, int | None], expected: tuple[int | None, int | None]
) -> None:
    cue = clean_cue("x", None, *times)
    assert (cue.start_ms, cue.end_ms) == expected


@pytest.mark.parametrize(
    ("value", "code"),
    [
        *(("en", "en"), ("pt-BR", "pt-BR"), ("zh-Hans-CN", "zh-Hans-CN")),
        *(("english", ""), ("Jane Doe", ""), (7, ""), (None, "")),
    ],
)
def test_only_a_code_is_a_language(value: object, code: str) -> None:
    assert language_code(value) == code
