"""Whisper and WhisperX JSON: segments with start, end, text and perhaps a speaker, written afresh without words."""

from collections.abc import Mapping
from typing import Any

from anonymizers.errors import FormatError
from anonymizers.formats import json_text
from anonymizers.formats.cleaning import clean_cue, cleaned, language_code
from anonymizers.formats.transcript import Cue, Transcript

NAME = "Whisper JSON"


def parse(document: Mapping[str, Any]) -> Transcript:
    """The segments of a Whisper result in its order; one cue without times when it holds `text` alone.

    Raises:
        FormatError: neither segments nor text, or a value of another kind than expected.
    """
    segments = json_text.objects(document.get("segments"), "segments")
    text = json_text.string(document.get("text"), "text")
    cues = [_cue(segment) for segment in segments]
    if not cues and text.strip():
        cues = [clean_cue(text)]
    if not cues and document.get("segments") is None:
        raise FormatError(NAME, "neither segments nor text")
    return Transcript("whisper", tuple(cues), language=language_code(document.get("language")))


def write(transcript: Transcript) -> bytes:
    """Fresh Whisper JSON: `text`, `segments`, and `language` if it is a code; no words, scores or tokens.

    A time that is not known is left out.
    """
    cues = cleaned(transcript)
    document: dict[str, Any] = {
        "text": " ".join(" ".join(cue.text.split()) for cue in cues if cue.text),
        "segments": [_segment(number, cue) for number, cue in enumerate(cues)],
    }
    if language := language_code(transcript.language):
        document["language"] = language
    return json_text.dump(document)


def _cue(segment: Mapping[str, Any]) -> Cue:
    text = json_text.string(segment.get("text"), "text")
    if not text.strip():
        words = json_text.objects(segment.get("words"), "words")
        # Whisper's words bring their space along, WhisperX's do not.
        text = " ".join(json_text.string(word.get("word"), "word").strip() for word in words)
    return clean_cue(
        text,
        json_text.string(segment.get("speaker"), "speaker"),
        json_text.milliseconds(segment.get("start"), "start"),
        json_text.milliseconds(segment.get("end"), "end"),
    )


def _segment(number: int, cue: Cue) -> dict[str, Any]:
    segment: dict[str, Any] = {"id": number}
    if cue.start_ms is not None:
        segment["start"] = cue.start_ms / 1000
    if cue.end_ms is not None:
        segment["end"] = cue.end_ms / 1000
    segment["text"] = cue.text
    if cue.speaker:
        segment["speaker"] = cue.speaker
    return segment
