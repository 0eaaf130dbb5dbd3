"""What is written reads back as the same cues, in every format, whatever the cues hold."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from anonymizers.formats import Cue, Transcript, parse_transcript, write_transcript
from anonymizers.formats.cleaning import clean_cue, clean_text
from anonymizers.formats.labels import as_label

PIECES = st.sampled_from(
    [
        *(
            "Anna",
            "Ben O'Neill",
            "Note",
            "Unknown Speaker",
            "hello",
            "Zo\u00eb",
            "\u6771\u4eac",
            "a b c d e f g",
            "x" * 70,
        ),
        *(":", ": ", " : ", "::", "?", "  ", "\n", "\n\n", "\r", "\t", "-->", "--->", "&", "&amp;", "&#58;", "<", ">"),
        *(
            "<v Anna>",
            "</v>",
            "<i>",
            "< i",
            "{\\an8}",
            "{b}",
            "(",
            "[",
            "]",
            ")",
            "0:03",
            "  0:03",
            "(0:03)",
            "[1:02:03]",
        ),
        *("00:00:01.000 --> 00:00:02.000", "NOTE", "WEBVTT", "1", "42", "\u200b", "\u00a0", "\x00", "\x85", "\u2028"),
        *("]]>", "\ufeff", "Transcribed by https://otter.ai", "00:00:03 ", '"', "'", "\\", "="),
    ]
)
TEXT = st.one_of(st.lists(PIECES, max_size=6).map("".join), st.text(st.characters(exclude_categories=()), max_size=30))
TIME = st.integers(0, 10_000_000)
SPEAKER = st.one_of(st.none(), st.sampled_from(["Anna", "Ben", "P-03"]), TEXT)


@st.composite
def cues(draw: st.DrawFn, *, timed: bool) -> tuple[Cue, ...]:
    def one() -> Cue:
        start = draw(TIME) if timed else None
        return Cue(draw(TEXT), draw(SPEAKER), start, None if start is None else start + draw(TIME))

    return tuple(one() for _ in range(draw(st.integers(1, 6))))


TIMED = cues(timed=True)
ANY_CUES = st.one_of(TIMED, cues(timed=False))
DIALECT = st.sampled_from(["", "zoom", "teams"])


def again(given_cues: tuple[Cue, ...], format_name: str, dialect: str = "") -> tuple[Cue, ...]:
    written, suffix = write_transcript(Transcript("vtt", given_cues, dialect, "en"), format_name)
    read = parse_transcript(written, suffix)
    assert read.format_name == format_name
    return read.cues


def normal(given_cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    return tuple(clean_cue(cue.text, cue.speaker, cue.start_ms, cue.end_ms) for cue in given_cues)


@given(TIMED, DIALECT)
@example((Cue("a: b", None, 0, 1), Cue("x", "c: d", 0, 1), Cue("y", "Anna", 0, 1)), "zoom")
def test_webvtt(given_cues: tuple[Cue, ...], dialect: str) -> None:
    assert again(given_cues, "vtt", dialect) == normal(given_cues)


@pytest.mark.parametrize("format_name", ["whisper", "transcribe"])
@given(given_cues=ANY_CUES)
def test_json(format_name: str, given_cues: tuple[Cue, ...]) -> None:
    assert again(given_cues, format_name) == normal(given_cues)


def without_subrips_own_marks(text: str) -> str:
    """SRT has no escapes: its marks are broken up by a space."""
    text = text.replace("-->", "- ->")
    text = re.sub(r"<(?=/?(?:i|b|u|s|c|v|font|ruby|rt|lang)[\s.>/])", "< ", text, flags=re.IGNORECASE)
    return re.sub(r"\{(?=\\|/?[biu]\})", "{ ", text, flags=re.IGNORECASE)


def label(speaker: str | None) -> str | None:
    """The speaker that a label can hold."""
    written = as_label(speaker)
    return None if written.casefold() == "unknown speaker" else written


@given(TIMED)
def test_subrip(given_cues: tuple[Cue, ...]) -> None:
    expected = [
        Cue(
            without_subrips_own_marks(cue.text),
            label(cue.speaker and without_subrips_own_marks(cue.speaker)),
            cue.start_ms,
            cue.end_ms,
        )
        for cue in normal(given_cues)
    ]
    assert list(again(given_cues, "srt")) == expected


def heading(speaker: str | None) -> str | None:
    """The speaker that a heading can hold: no colon before a space or at the end."""
    written = " ".join(re.sub(r":+(?=\s|$)", " ", speaker or "").split())
    return None if written.casefold() in {"", "unknown speaker"} else written


@pytest.mark.parametrize("format_name", ["otter", "docx"])
@given(given_cues=TIMED)
def test_headings_keep_the_start_in_whole_seconds(format_name: str, given_cues: tuple[Cue, ...]) -> None:
    expected = tuple(
        Cue(cue.text, heading(cue.speaker), (cue.start_ms or 0) // 1000 * 1000) for cue in normal(given_cues)
    )
    assert again(given_cues, format_name) == expected


@pytest.mark.parametrize("format_name", ["otter", "docx"])
@example(given_cues=(Cue("WEBVTT"), Cue("00:00:01.000 --> 00:00:02.000")))
@example(given_cues=(Cue("(0:03)", "Anna"),))
@given(given_cues=cues(timed=False).filter(lambda some: any(clean_text(cue.text) for cue in some)))
def test_labels_and_bare_paragraphs(format_name: str, given_cues: tuple[Cue, ...]) -> None:
    expected = [Cue(cue.text, label(cue.speaker)) for cue in normal(given_cues)]
    if not any(cue.speaker for cue in normal(given_cues)):
        # Without a label a cue of no words leaves no trace.
        expected = [cue for cue in expected if cue.text]
    assert [cue for cue in again(given_cues, format_name) if cue.text or cue.speaker] == [
        cue for cue in expected if cue.text or cue.speaker
    ]


@pytest.mark.parametrize("format_name", ["vtt", "srt", "otter", "docx", "transcribe", "whisper"])
@given(given_cues=ANY_CUES, dialect=DIALECT)
def test_the_same_transcript_gives_the_same_bytes(format_name: str, given_cues: tuple[Cue, ...], dialect: str) -> None:
    transcript = Transcript("vtt", given_cues, dialect)
    assert write_transcript(transcript, format_name) == write_transcript(transcript, format_name)


@pytest.mark.parametrize(
    ("format_name", "suffix"),
    [
        ("vtt", ".vtt"),
        ("srt", ".srt"),
        ("otter", ".txt"),
        ("docx", ".docx"),
        ("transcribe", ".json"),
        ("whisper", ".json"),
    ],
)
def test_no_format_named_means_the_one_it_came_in(format_name: str, suffix: str) -> None:
    transcript = Transcript(format_name, (Cue("hello", "Anna", 1_000, 2_000),))
    assert write_transcript(transcript, None) == write_transcript(transcript, format_name)
    assert write_transcript(transcript, None)[1] == suffix


@pytest.mark.parametrize("format_name", ["vtt", "transcribe", "whisper"])
def test_a_language_code_is_kept_where_the_format_has_a_place_for_it(format_name: str) -> None:
    for language, kept in (("de-CH", "de-CH"), ("Anna Example", "")):
        written, suffix = write_transcript(Transcript("vtt", (Cue("hello", None, 0, 1),), "", language), format_name)
        assert parse_transcript(written, suffix).language == kept
        assert b"Example" not in written
