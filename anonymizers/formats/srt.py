"""SubRip (`.srt`): counters and time lines as they come, `Name: text`, tags removed, written afresh."""

import re

from anonymizers.errors import FormatError
from anonymizers.formats.cleaning import clean_cue, clean_text, cleaned
from anonymizers.formats.decoding import decode_text
from anonymizers.formats.labels import read_labels, with_labels
from anonymizers.formats.timing import CLOCK, clock_ms, long_clock, timed
from anonymizers.formats.transcript import Cue, Transcript

NAME = "SubRip"
_TIMING = re.compile(rf"\s*({CLOCK})\s*-->\s*({CLOCK})(?=\s|\Z)")
_BROKEN = re.compile(r"\s*-?[0-9][^\n]{0,40}-->")
_TAG_NAMES = r"/?(?:i|b|u|s|c|v|font|ruby|rt|lang)(?=[\s.>/])"
_TAG = re.compile(rf"<{_TAG_NAMES}[^<>]*>|\{{\\[^{{}}]*\}}|\{{/?[biu]\}}", re.IGNORECASE)
_TAG_OPENING = re.compile(rf"<(?={_TAG_NAMES})|\{{(?=\\|/?[biu]\}})", re.IGNORECASE)


def parse(data: bytes) -> Transcript:
    """The cues of an SRT file in its order; counters may be missing, empty lines may stand inside a text.

    Raises:
        FormatError: no time line, one that cannot be read, or text ahead of the first.
    """
    lines = decode_text(data, NAME).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = [number for number, line in enumerate(lines) if "-->" in line and _is_timing(line, number + 1)]
    if not starts:
        raise FormatError(NAME, "no time line")
    _refuse_preface(lines, starts[0])
    times: list[tuple[int | None, int | None]] = []
    texts: list[str] = []
    for start, following in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        end = following
        if following <= len(lines) and _is_counter(lines, following - 1) and following - 1 > start:
            end = following - 1
        timing = _TIMING.match(lines[start])
        times.append((clock_ms(timing[1]), clock_ms(timing[2])) if timing else (None, None))
        texts.append(clean_text(_TAG.sub("", "\n".join(lines[start + 1 : end]))))
    spoken = read_labels(texts)
    cues = tuple(clean_cue(text, speaker, *time) for (speaker, text), time in zip(spoken, times, strict=True))
    return Transcript("srt", cues)


def write(transcript: Transcript) -> bytes:
    """A fresh SRT file: counters from 1, `Name: text`, made-up times where there are none (`timing.timed`).

    SRT knows no escapes: an arrow in the text is written `- ->`, and a tag's `<` or `{` gets a space behind it.
    """
    cues = [Cue(_plain(cue.text), _plain_label(cue.speaker), cue.start_ms, cue.end_ms) for cue in cleaned(transcript)]
    parts = [
        f"{number}\n{long_clock(start, ',')} --> {long_clock(end, ',')}\n{text}\n"
        for number, ((start, end), text) in enumerate(zip(timed(cues), with_labels(cues), strict=True), start=1)
    ]
    return "\n".join(parts).encode()


def _is_timing(line: str, number: int) -> bool:
    timing = _TIMING.match(line)
    if timing is None:
        if _BROKEN.match(line):
            raise FormatError(NAME, "a time line that cannot be read", line=number)
        return False
    if clock_ms(timing[1]) is None or clock_ms(timing[2]) is None:
        raise FormatError(NAME, "a time line that cannot be read", line=number)
    return True


def _is_counter(lines: list[str], position: int) -> bool:
    counter = lines[position].strip()
    return counter.isascii() and counter.isdecimal()


def _refuse_preface(lines: list[str], first: int) -> None:
    for position, line in enumerate(lines[:first]):
        if line.strip() and not (position == first - 1 and _is_counter(lines, position)):
            raise FormatError(NAME, "text ahead of the first time line", line=position + 1)


def _plain(text: str) -> str:
    return _TAG_OPENING.sub(lambda opening: opening[0] + " ", text.replace("-->", "- ->"))


def _plain_label(speaker: str | None) -> str | None:
    return None if speaker is None else _plain(speaker)
