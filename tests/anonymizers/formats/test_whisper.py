"""Whisper and WhisperX JSON."""

import json
from typing import Any

import pytest

from anonymizers.errors import FormatError
from anonymizers.formats import Cue, Transcript, parse_transcript, write_transcript


def parsed(document: Any) -> Transcript:
    return parse_transcript(json.dumps(document).encode(), ".json")


WHISPER = {
    "text": " Hello there. Bye.",
    "language": "en",
    "segments": [
        {"id": 0, "seek": 0, "start": 0.0, "end": 1.28, "text": " Hello there.", "tokens": [1, 2], "avg_logprob": -0.2},
        {
            **{"id": 1, "start": 1.28, "end": 2.5, "text": " Bye.", "speaker": "SPEAKER_01"},
            "words": [{"word": " Bye.", "start": 1.28, "end": 2.5, "probability": 0.9}],
        },
    ],
    "word_segments": [{"word": "Quillon"}],
    "audio": "/recordings/quillon.wav",
}


def test_segments_are_cues() -> None:
    cues = (Cue("Hello there.", None, 0, 1_280), Cue("Bye.", "SPEAKER_01", 1_280, 2_500))
    assert parsed(WHISPER) == Transcript("whisper", cues, language="en")


def test_written_without_words_tokens_and_paths() -> None:
    written = json.loads(write_transcript(parsed(WHISPER), None)[0])
    assert written == {
        "text": "Hello there. Bye.",
        "segments": [
            {"id": 0, "start": 0.0, "end": 1.28, "text": "Hello there."},
            {"id": 1, "start": 1.28, "end": 2.5, "text": "Bye.", "speaker": "SPEAKER_01"},
        ],
        "language": "en",
    }


def test_text_alone_is_one_cue_without_times() -> None:
    assert parsed({"text": "all of it", "language": "english"}) == Transcript("whisper", (Cue("all of it"),))


def test_a_segment_without_text_is_read_from_its_words() -> None:
    document = {"segments": [{"start": 0, "end": 1, "words": [{"word": " two"}, {"word": "words"}]}]}
    assert parsed(document).cues == (Cue("two words", None, 0, 1_000),)


@pytest.mark.parametrize(
    "document",
    [
        *({}, [], "text", None, 3, {"segments": {}}, {"segments": [1]}, {"text": 1.5}),
        *({"segments": [{"text": []}]}, {"segments": [{"text": "x", "speaker": {}}]}),
        *({"segments": [{"text": "x", "start": value}]} for value in (-1, True, "soon", [], 1e300, "nan", "-inf")),
    ],
)
def test_values_of_another_kind_are_refused(document: Any) -> None:
    with pytest.raises(FormatError):
        parsed(document)


@pytest.mark.parametrize(
    "text",
    [
        '{"segments": [{"text": "x", "start": NaN}]}',
        '{"segments": [{"text": "x", "start": Infinity}]}',
        '{"segments": [{"text": "x", "start": 1e999}]}',
        '{"segments": [{"text": "x", "id": ' + "9" * 5000 + "}]}",
        '{"segments": [{"text": "x"',
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_json_that_is_broken_or_hostile_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        parse_transcript(text.encode(), ".json")


def test_a_score_may_be_no_number() -> None:
    transcript = parse_transcript(b'{"segments": [{"text": "x", "start": 1, "avg_logprob": NaN}]}', ".json")
    assert transcript.cues == (Cue("x", None, 1_000),)


def test_a_lone_surrogate_is_dropped() -> None:
    transcript = parse_transcript(b'{"segments": [{"text": "Jo\\ud800an", "speaker": "\\udfff"}]}', ".json")
    assert transcript.cues == (Cue("Joan"),)
