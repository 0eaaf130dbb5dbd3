"""Whatever the bytes: a transcript or a table, or a FormatError that shows nothing of them."""

import codecs
import json
import time
import traceback
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymizers.errors import FormatError
from anonymizers.formats import Cue, Transcript, parse_transcript, write_transcript
from anonymizers.formats.survey_csv import read_survey

EXTENSIONS = (".vtt", ".srt", ".txt", ".docx", ".json")
SAMPLE = Transcript(
    "vtt",
    (Cue("Hello: there", "Anna", 1_000, 2_000), Cue("<b>\nyes", None, 2_000, 3_000), Cue("no", "Ben", 3_000, 4_000)),
)
SAMPLES = {
    write_transcript(SAMPLE, name)[0]: write_transcript(SAMPLE, name)[1]
    for name in ("vtt", "srt", "otter", "docx", "transcribe", "whisper")
}
CSV = b'id,"a; b",c\r\n1,"two\r\nlines",3\r\n4,,"say ""x"""\r\n'
PRESS = st.sampled_from(
    [
        b"\x00",
        b"\xff",
        b"\n",
        b"\r",
        b'"',
        b"{",
        b"]",
        b":",
        b"-->",
        b"<",
        b"nan",
        b"-",
        b"9" * 30,
        b"\xed\xa0\x80",
        b"null",
    ]
)

KEYS = st.sampled_from(
    [
        *("results", "segments", "items", "text", "start", "end", "start_time", "alternatives", "content", "speaker"),
        *(
            "speaker_labels",
            "audio_segments",
            "transcripts",
            "transcript",
            "channel_labels",
            "channels",
            "words",
            "word",
        ),
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def damaged_table(at: int, put: bytes) -> bytes:
    return CSV[:at] + put + CSV[at:]


def read_or_refuse(data: bytes, extension: str) -> None:
    try:
        transcript = parse_transcript(data, extension)
    except FormatError:
        return
    assert isinstance(transcript, Transcript)
    for format_name in ("vtt", "srt", "otter", "docx", "transcribe", "whisper"):
        write_transcript(transcript, format_name)


@given(st.binary(max_size=400), st.sampled_from(EXTENSIONS))
def test_any_bytes_are_read_or_refused(data: bytes, extension: str) -> None:
    read_or_refuse(data, extension)


@given(
    st.text(st.characters(codec="utf-8"), max_size=200),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(EXTENSIONS),
)
def test_any_text_is_read_or_refused(text: str, encoding: str, extension: str) -> None:
    read_or_refuse(text.encode(encoding), extension)


@given(
    st.sampled_from(sorted(SAMPLES)), st.floats(0, 1), st.integers(0, 60), PRESS | st.binary(max_size=4), st.booleans()
)
def test_a_damaged_sample_is_read_or_refused(sample: bytes, where: float, lost: int, put: bytes, cut: bool) -> None:
    at = int(where * len(sample))
    read_or_refuse(sample[:at] + put + (b"" if cut else sample[at + lost :]), SAMPLES[sample])


@given(JSON)
def test_any_json_is_read_or_refused(document: object) -> None:
    read_or_refuse(json.dumps(document).encode(), ".json")


@given(st.binary(max_size=300) | st.builds(damaged_table, st.integers(0, len(CSV)), PRESS))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    try:
        frame = read_survey(data)
    except FormatError:
        return
    assert all(isinstance(cell, str) for row in frame.itertuples(index=False) for cell in row)


@pytest.mark.parametrize("extension", EXTENSIONS)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        codecs.BOM_UTF8,
        bytes(range(256)) * 4,
        b"PK\x03\x04rest",
        b"PK\x05\x06" + b"\0" * 18,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"%PDF-1.7\n",
        b"  <!DOCTYPE html><html><body>Anna: hello</body></html>",
        "Anna: sp\u00e4ter".encode("cp1252"),
        codecs.BOM_UTF16_LE + b"\x00\xd8a\x00",
        "Anna: hello".encode("utf-16-le"),
        b"Anna: \x00 hello",
    ],
)
def test_what_is_no_transcript_is_refused(data: bytes, extension: str) -> None:
    with pytest.raises(FormatError):
        parse_transcript(data, extension)


@pytest.mark.parametrize("extension", ["", ".csv", "vtt", ".wav", ".Anna Example"])
def test_an_unknown_extension_is_refused_and_not_repeated(extension: str) -> None:
    with pytest.raises(FormatError) as refused:
        parse_transcript(b"Anna: hello", extension)
    assert "Anna" not in str(refused.value)


def test_extensions_are_known_in_any_case() -> None:
    assert parse_transcript(b"Anna: hello", ".TXT").cues == (Cue("hello", "Anna"),)


def test_an_unknown_format_to_write_is_refused() -> None:
    with pytest.raises(FormatError):
        write_transcript(SAMPLE, "pdf")


def test_a_bad_byte_is_told_by_its_line() -> None:
    with pytest.raises(FormatError) as refused:
        parse_transcript(b"Anna: hello\nBen: \xff\n", ".txt")
    assert refused.value.line == 2


@pytest.mark.parametrize(
    ("data", "extension"),
    [
        (b"WEBVTT\n\n00:00.000 --> Quillon\nQuillon", ".vtt"),
        (b"Quillon\n00:00:00,000 --> 00:00:01,000\nQuillon", ".srt"),
        (b"Quillon \x00", ".txt"),
        (b"Quillon \xff", ".txt"),
        (b'{"Quillon": Quillon}', ".json"),
        (b'{"segments": [{"text": {"Quillon": 1}}]}', ".json"),
        (b'{"results": {"items": "Quillon"}}', ".json"),
        (b"Quillon", ".docx"),
    ],
)
def test_a_refusal_shows_nothing_of_the_content(data: bytes, extension: str) -> None:
    with pytest.raises(FormatError) as refused:
        parse_transcript(data, extension)
    printed = "".join(traceback.format_exception(refused.value, chain=True))
    assert "Quillon" not in printed.replace(repr(data), "")
    assert "Quillon" not in repr(SAMPLE)


def test_a_file_too_large_is_refused() -> None:
    with pytest.raises(FormatError, match="64 MiB"):
        parse_transcript(b"a" * (64 * 2**20 + 1), ".txt")


HEAD = "WEBVTT\n\n00:00.000 --> 00:01.000\n"
SRT_HEAD = "1\n00:00:00,000 --> 00:00:01,000\n"


@pytest.mark.parametrize(
    ("head", "unit", "extension"),
    [
        *(
            (HEAD, unit, ".vtt")
            for unit in ("<", "<v ", "<a ", "&", ": ", " ", "-->", "0", "\n\n00:00.000 --> 00:01.000")
        ),
        *((SRT_HEAD, unit, ".srt") for unit in ("<i ", "{\\", "-->", ": ")),
        *(("", unit, ".txt") for unit in ("a ", "a: b\n", " ", "(", "0:", "x" + " " * 230 + "0:3\n")),
        *(("", unit, ".json") for unit in ("[", '{"a":', "1", '"')),
    ],
)
def test_reading_takes_time_in_proportion(head: str, unit: str, extension: str) -> None:
    # A megabyte of what makes careless patterns go back and forth; those would take minutes, not a second.
    data = (head + unit * (2**20 // len(unit))).encode()
    begun = time.process_time()
    with suppress(FormatError):
        parse_transcript(data, extension)
    assert time.process_time() - begun < 20


def test_a_long_line_is_read() -> None:
    data = b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"word " * (4 * 2**20)
    assert len(parse_transcript(data, ".vtt").cues[0].text) == len(data) - len(HEAD) - 1


def test_a_megabyte_is_read_and_written_fast() -> None:
    turn = "{0}\n00:{1:02}:{2:02}.000 --> 00:{1:02}:{2:02}.900\nAnna Example: some words that were said, number {0}\n\n"
    data = ("WEBVTT\n\n" + "".join(turn.format(n, n // 60 % 60, n % 60) for n in range(11_500))).encode()
    assert len(data) > 1_000_000
    begun = time.process_time()
    written = write_transcript(parse_transcript(data, ".vtt"), None)[0]
    # Half a second on one core; the bound leaves room for a busy machine.
    assert time.process_time() - begun < 3
    assert written.count(b"-->") == 11_500
