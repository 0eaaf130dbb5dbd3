"""SubRip files, tidy and untidy."""

import pytest

from anonymizers.errors import FormatError
from anonymizers.formats import Cue, Transcript, parse_transcript, write_transcript


def parsed(text: str) -> Transcript:
    return parse_transcript(text.encode(), ".srt")


def test_a_tidy_file_is_read() -> None:
    transcript = parsed(
        "1\r\n00:00:01,000 --> 00:00:02,500\r\nAnna: Hello\r\nthere\r\n\r\n"
        "2\r\n00:00:02,500 --> 00:00:04,000\r\nBen: Hi\r\n"
    )
    assert transcript == Transcript("srt", (Cue("Hello\nthere", "Anna", 1_000, 2_500), Cue("Hi", "Ben", 2_500, 4_000)))


def test_missing_counters_dots_coordinates_and_blank_lines_inside_are_read() -> None:
    transcript = parsed(
        "\n00:00:01.000 --> 00:00:02.5 X1:100 X2:200\none\n\n\nstill one\n\n42\n\n"
        "00:03 --> 00:04\ntwo\n3\n0:00:05,000 --> 0:00:06,000\nthree\n"
    )
    assert [(cue.text, cue.start_ms, cue.end_ms) for cue in transcript.cues] == [
        ("one\nstill one\n42", 1_000, 2_500),
        ("two", 3_000, 4_000),
        ("three", 5_000, 6_000),
    ]


def test_tags_are_removed_and_speech_that_looks_like_them_stays() -> None:
    transcript = parsed(
        '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Hello</i> <font color="red">you</font>, {b}I <3 a < b{/b} --> c\n'
    )
    assert transcript.cues[0].text == "Hello you, I <3 a < b --> c"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hello there", None),
        ("Hello\n\n1\n00:00:01,000 --> 00:00:02,000\nx", 1),
        ("1\n00:00:01,000 --> 00:00:0x,000\nx", 2),
        ("1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n-00:00:01,000 --> 00:00:02,000\ny", 6),
        ("1\n00:75:01,000 --> 00:76:02,000\nx", 2),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nx", 1),
    ],
)
def test_what_is_no_subrip_is_refused_with_its_line(text: str, line: int | None) -> None:
    with pytest.raises(FormatError) as refused:
        parsed(text)
    assert refused.value.line == line


def test_speech_cannot_pass_for_a_tag_or_a_time_line() -> None:
    cues = (
        Cue("<i>x</i> {\\an8}y {b}\n00:00:01,000 --> 00:00:02,000", "Anna", 0, 1_000),
        Cue("z", "Ben", 1_000, 2_000),
    )
    again = parse_transcript(write_transcript(Transcript("vtt", cues), "srt")[0], ".srt")
    assert [(cue.speaker, cue.text) for cue in again.cues] == [
        ("Anna", "< i>x< /i> { \\an8}y { b}\n00:00:01,000 - -> 00:00:02,000"),
        ("Ben", "z"),
    ]


def test_cues_without_times_get_consecutive_ones() -> None:
    written = write_transcript(Transcript("otter", (Cue("a", "Anna"), Cue("b", "Ben"))), "srt")[0].decode()
    assert written == ("1\n00:00:00,000 --> 00:00:01,000\nAnna: a\n\n2\n00:00:01,000 --> 00:00:02,000\nBen: b\n")
