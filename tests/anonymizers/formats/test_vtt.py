"""WebVTT as Zoom, Teams and others write it."""

import html

import pytest
import webvtt

from anonymizers.errors import FormatError
from anonymizers.formats import Cue, Transcript, parse_transcript, write_transcript

ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:02.500
Anna Example: Good morning.

2
00:00:02.500 --> 00:00:04.000
Ben O'Example (Agency): Hello: nice & early.

3
00:00:03.000 --> 00:00:05.000
and this goes on
"""

TEAMS = """WEBVTT

0f2b6a1c-1111-4222-8333-444455556666/12-0
00:00:01.120 --> 00:00:03.000 align:start position:10%
<v Anna Example>Good <c.loud>morning</c>,
<i>every</i><b>body</b>.</v>

0f2b6a1c-1111-4222-8333-444455556666/13-0
00:00:02.000 --> 00:00:04.000
<v.first Ben &amp; Co>yes</v> <v Anna Example>no &lt;3 &amp;amp;</v>
"""


def parsed(text: str, encoding: str = "utf-8") -> Transcript:
    return parse_transcript(text.encode(encoding), ".vtt")


def one(payload: str) -> str:
    transcript = parsed(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{payload}\n")
    assert len(transcript.cues) == 1
    return transcript.cues[0].text


def test_zoom_labels_are_speakers() -> None:
    transcript = parsed(ZOOM)
    assert transcript == Transcript(
        "vtt",
        (
            Cue("Good morning.", "Anna Example", 1_000, 2_500),
            Cue("Hello: nice & early.", "Ben O'Example (Agency)", 2_500, 4_000),
            Cue("and this goes on", None, 3_000, 5_000),
        ),
        "zoom",
    )


def test_teams_voices_are_speakers_and_each_voice_of_a_cue_is_a_cue() -> None:
    transcript = parsed(TEAMS)
    assert transcript == Transcript(
        "vtt",
        (
            Cue("Good morning,\neverybody.", "Anna Example", 1_120, 3_000),
            Cue("yes", "Ben & Co", 2_000, 4_000),
            Cue("no <3 &amp;", "Anna Example", 2_000, 4_000),
        ),
        "teams",
    )


@pytest.mark.parametrize("text", [ZOOM, TEAMS])
def test_a_dialect_is_given_back(text: str) -> None:
    transcript = parsed(text)
    written, suffix = write_transcript(transcript, None)
    assert suffix == ".vtt"
    assert parse_transcript(written, suffix) == transcript
    assert (b"<v " in written) == (transcript.dialect == "teams")
    assert (b"\n1\n" in written) == (transcript.dialect == "zoom")


def test_a_cue_id_can_name_the_speaker_and_is_never_copied() -> None:
    transcript = parsed(
        'WEBVTT\n\n1 "Anna Example" (205184)\n00:01.000 --> 00:02.000\nhello\n\n'
        "anna-example-2\n00:02.000 --> 00:03.000\nagain\n"
    )
    assert [(cue.speaker, cue.text) for cue in transcript.cues] == [("Anna Example", "hello"), (None, "again")]
    assert b"anna-example" not in write_transcript(transcript, None)[0]


def test_notes_styles_regions_ids_and_settings_are_never_copied() -> None:
    secret = "Quillon"
    transcript = parsed(
        f"WEBVTT {secret}\nX-Who: {secret}\nLanguage: de\n\nNOTE {secret}\nmore {secret}\n\n"
        f"NOTE\n00:09.000 --> 00:10.000\n{secret}\n\nSTYLE\n::cue(v[voice={secret}]) {{}}\n\nREGION\nid:{secret}\n\n"
        f"{secret}-1\n00:01.000 --> 00:02.000 region:{secret}\n<c.{secret}>said</c><lang {secret}> this</lang>\n\n"
        f"{secret} without a time\n"
    )
    assert transcript.cues == (Cue("said this", None, 1_000, 2_000),)
    assert transcript.language == "de"
    for format_name in ("vtt", "srt", "otter", "docx", "transcribe", "whisper"):
        assert secret.encode() not in write_transcript(transcript, format_name)[0]


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ("<00:00:01.200>word<00:00:01.400><c> by</c> word", "word by word"),
        ("<ruby>a<rt>b</rt></ruby>", "ab"),
        ("a &lt;b&gt; &amp; c&nbsp;d&lrm;e", "a <b> & c de"),
        ("I <3 it, 3 < 4 and 5 > 4", "I <3 it, 3 < 4 and 5 > 4"),
        ("<video>gone", "gone"),
        ("AT&T", "AT&T"),
        ("one --> two", "one --> two"),
    ],
)
def test_inline_marks_are_removed_and_references_read(payload: str, text: str) -> None:
    assert one(payload) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, newline: str) -> None:
    text = ZOOM.replace("Good", "Gruezi \u00fc \u6771")
    assert parsed(text.replace("\n", newline), encoding) == parsed(text)


def test_overlapping_cues_keep_their_order() -> None:
    transcript = parsed(
        "WEBVTT\n\n00:05.000 --> 00:09.000\nlate\n\n01:02:03.004 --> 01:02:04.000\nx\n\n"
        "00:01.000 --> 00:06.000\nearly\n"
    )
    assert [cue.start_ms for cue in transcript.cues] == [5_000, 3_723_004, 1_000]


def test_a_missing_blank_line_does_not_hide_a_cue() -> None:
    transcript = parsed("WEBVTT\n00:01.000 --> 00:02.000\none\n00:02.000 --> 00:03.000\ntwo\n")
    assert [cue.text for cue in transcript.cues] == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<html></html>", None),
        ("Hello\n\n00:01.000 --> 00:02.000\nx", 1),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nx", 1),
        ("WEBVTT\n\n1\n00:01.000 --> 00:99.000\nx", 4),
        ("WEBVTT\n\n00:01.000 --> \nx", 3),
        ("WEBVTT\n\n-00:01.000 --> 00:02.000\nx", 3),
        ("WEBVTT\n\n00:nan --> 00:02.000\nx", 3),
    ],
)
def test_what_is_no_webvtt_is_refused_with_its_line(text: str, line: int | None) -> None:
    with pytest.raises(FormatError) as refused:
        parsed(text)
    assert refused.value.line == line


def test_an_end_before_its_start_is_not_believed() -> None:
    assert parsed("WEBVTT\n\n00:05.000 --> 00:01.000\nx").cues == (Cue("x", None, 5_000, None),)


def test_a_zoom_speaker_that_makes_no_label_is_written_as_a_voice() -> None:
    cues = (
        Cue("a", "Anna", 0, 1_000),
        Cue("b", "a name of far too many words", 1_000, 2_000),
        Cue("c", "Anna", 2_000, 3_000),
    )
    written = write_transcript(Transcript("vtt", cues, "zoom"), None)[0]
    assert b"Anna: a" in written
    assert parse_transcript(written, ".vtt").cues == cues


def test_a_zoom_speaker_with_a_colon_stays_a_label() -> None:
    cues = (Cue("a: b", "Team: Anna", 0, 1_000), Cue("one thing: no", None, 1_000, 2_000))
    written = write_transcript(Transcript("vtt", cues, "zoom"), None)[0]
    assert b"<v" not in written
    assert parse_transcript(written, ".vtt").cues == cues


def test_zoom_labels_too_few_to_be_believed_are_written_as_voices() -> None:
    cues = (Cue("a", "Anna", 0, 1_000), *(Cue("b", None, n * 1_000, n * 1_000 + 500) for n in range(1, 9)))
    written = write_transcript(Transcript("vtt", cues, "zoom"), None)[0]
    assert parse_transcript(written, ".vtt").cues == cues


def test_another_reader_reads_what_is_written() -> None:
    cues = (Cue("5 > 4 & <b>\ntwo --> lines", "Anna & Ben", 1_000, 2_000), Cue("NOTE this", None, 3_600_000, 3_700_123))
    written = write_transcript(Transcript("vtt", cues), None)[0].decode()
    captions = webvtt.from_string(written).captions
    assert [html.unescape(caption.text) for caption in captions] == ["5 > 4 & <b>\ntwo --> lines", "NOTE this"]
    assert [(caption.start, caption.end) for caption in captions] == [
        ("00:00:01.000", "00:00:02.000"),
        ("01:00:00.000", "01:01:40.123"),
    ]
