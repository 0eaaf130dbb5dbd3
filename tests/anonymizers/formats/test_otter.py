"""Plain text with headings, with labels, and without either."""

import pytest

from anonymizers.errors import FormatError
from anonymizers.formats import Cue, Transcript, parse_transcript, write_transcript


def turns(text: str) -> list[tuple[str | None, int | None, str]]:
    return [(cue.speaker, cue.start_ms, cue.text) for cue in parse_transcript(text.encode(), ".txt").cues]


def test_otters_own_headings() -> None:
    text = (
        "Anna Example  0:03  \r\nGood morning.\r\n\r\nUnknown Speaker  1:15\r\nYes.\r\n\r\nStill me: yes.\r\n\r\n"
        "Ben  1:02:03\r\nBye.\r\n\r\nTranscribed by https://otter.ai\r\n"
    )
    assert turns(text) == [
        ("Anna Example", 3_000, "Good morning."),
        (None, 75_000, "Yes.\nStill me: yes."),
        ("Ben", 3_723_000, "Bye."),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Anna\t00:03",
        "Anna (00:03)",
        "Anna [00:00:03]:",
        "Anna   00:03",
        "Anna:  0:03",
        "[0:03] Anna: ",
        "00:00:03 Anna:",
    ],
)
def test_other_headings(heading: str) -> None:
    assert turns(f"{heading}\nhello") == [("Anna", 3_000, "hello")]


def test_a_time_alone_is_a_heading_of_nobody() -> None:
    assert turns("0:03\nhello\n(0:05)\nyou") == [(None, 3_000, "hello"), (None, 5_000, "you")]


@pytest.mark.parametrize(
    "line", ["see you at 10:30", "10:30 is fine", "Anna 10:30", "  Anna  0:03", "Anna  0:99", "x" * 300 + "  0:03"]
)
def test_times_in_speech_are_no_headings(line: str) -> None:
    assert turns(f"{line}\nhello") == [(None, None, f"{line.strip()}\nhello")]


def test_labelled_lines() -> None:
    assert turns("A title\n\nAnna: hello\nBen:\nhi there\n\nand more\nAnna: the one (10:30)\nAnna: bye") == [
        (None, None, "A title"),
        ("Anna", None, "hello"),
        ("Ben", None, "hi there\nand more"),
        ("Anna", None, "the one (10:30)"),
        ("Anna", None, "bye"),
    ]


def test_text_without_speakers_is_a_cue_a_paragraph() -> None:
    assert turns("One thing\nwith: a colon\n\nanother\n\n\nthe last") == [
        (None, None, "One thing\nwith: a colon"),
        (None, None, "another"),
        (None, None, "the last"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nx",
        "{\\rtf1 x}",
        "%PDF-1.7",
        " \n ",
        "Transcribed by https://otter.ai",
    ],
)
def test_other_formats_and_no_text_are_refused(text: str) -> None:
    with pytest.raises(FormatError):
        turns(text)


def test_written_as_otter_writes() -> None:
    cues = (Cue("hello", "Anna", 3_999, 5_000), Cue("yes", None, 3_723_000, None))
    written, suffix = write_transcript(Transcript("vtt", cues), "otter")
    assert suffix == ".txt"
    assert written.decode() == "Anna  0:03\nhello\n\nUnknown Speaker  1:02:03\nyes\n"


def test_speech_cannot_pass_for_a_heading_or_label() -> None:
    said = "Ben  0:05\nBen: no\n(0:07) x\nTranscribed by https://otter.ai"
    for cues in (
        (Cue(said, "Anna", 3_000), Cue(said, "Anna", 4_000)),
        (Cue(said, "Anna"), Cue(said, "Anna")),
        (Cue(said), Cue(said)),
    ):
        written = write_transcript(Transcript("otter", cues), None)[0]
        assert parse_transcript(written, ".txt").cues == cues
