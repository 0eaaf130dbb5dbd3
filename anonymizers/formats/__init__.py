"""Transcripts of every format, read into cues and written from them; one parse/write pair a file."""

from collections.abc import Callable

from anonymizers.errors import FormatError
from anonymizers.formats import docx, json_text, otter, srt, transcribe, vtt, whisper
from anonymizers.formats.transcript import Cue, Transcript

__all__ = ["Cue", "Transcript", "parse_transcript", "write_transcript"]


def _parse_json(data: bytes) -> Transcript:
    """Told apart by content: Transcribe keeps all under `results`, Whisper has `segments` or `text` at the top."""
    document = json_text.load(data)
    if "results" in document:
        return transcribe.parse(document)
    return whisper.parse(document)


_READERS: dict[str, Callable[[bytes], Transcript]] = {
    ".vtt": vtt.parse,
    ".srt": srt.parse,
    ".txt": otter.parse,
    ".docx": docx.parse,
    ".json": _parse_json,
}
_WRITERS: dict[str, tuple[Callable[[Transcript], bytes], str]] = {
    "vtt": (vtt.write, ".vtt"),
    "srt": (srt.write, ".srt"),
    "otter": (otter.write, ".txt"),
    "docx": (docx.write, ".docx"),
    "transcribe": (transcribe.write, ".json"),
    "whisper": (whisper.write, ".json"),
}


def parse_transcript(data: bytes, extension: str) -> Transcript:
    """The transcript a file holds, by its extension (`.vtt`, `.srt`, `.txt`, `.docx`, `.json`, in any case).

    Raises:
        FormatError: an extension that is none of these, or content that is not what it says.
    """
    reader = _READERS.get(extension.lower())
    if reader is None:
        raise FormatError("a transcript", f"its extension is none of {', '.join(_READERS)}")
    return reader(data)


def write_transcript(transcript: Transcript, format_name: str | None) -> tuple[bytes, str]:
    """A fresh file of the transcript and its suffix (`.vtt`); `None` writes the format that it came in.

    The same transcript gives the same bytes. Nothing but cues, their times and the language goes into it.

    Raises:
        FormatError: a format that is none of vtt, srt, otter, docx, transcribe, whisper.
    """
    writer = _WRITERS.get(transcript.format_name if format_name is None else format_name)
    if writer is None:
        raise FormatError("a transcript", f"the format to write is none of {', '.join(_WRITERS)}")
    write, suffix = writer
    return write(transcript), suffix
