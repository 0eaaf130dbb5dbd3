"""WebVTT as Zoom, Teams and others write it (W3C WebVTT, sections 4 and 6), read by line and written afresh.

webvtt-py drops a cue whose time line is broken without a word, knows one voice a cue and no line numbers; here a
broken time line is refused with its number, and every voice of a cue becomes a cue of its own.
Never copied: NOTE, STYLE and REGION blocks, cue settings, inline tags, and cue ids (they can hold names and GUIDs;
an id that names the speaker, as `1 "Anna" (4711)`, is read as the speaker).
"""

import html
import re
from dataclasses import dataclass

from anonymizers.errors import FormatError
from anonymizers.formats.cleaning import clean_cue, clean_speaker, clean_text, cleaned, language_code
from anonymizers.formats.decoding import decode_text
from anonymizers.formats.labels import is_label, read_labels, speaker_of, split_label
from anonymizers.formats.timing import CLOCK, clock_ms, long_clock, timed
from anonymizers.formats.transcript import Cue, Transcript

NAME = "WebVTT"
_TIMING = re.compile(rf"\s*({CLOCK})\s*-->\s*({CLOCK})(?=\s|\Z)")
_BLOCK = re.compile(r"(NOTE|STYLE|REGION)(?=[ \t]|\Z)")
_NAMED_ID = re.compile(r'[0-9]{1,9} "([^"]{1,200})" \([0-9]{1,20}\)')
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>|</v>")
# Only what has the shape of a tag: people do write `<3` and `a < b`.
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[0-9][0-9:.]*>|</?>")


@dataclass(frozen=True, slots=True, repr=False)
class _Block:
    """One cue block: its times, the speaker its id names, and its payload as written."""

    start_ms: int
    end_ms: int
    id_speaker: str | None
    payload: str


@dataclass(frozen=True, slots=True, repr=False)
class _Speech:
    """What one voice says within a block; `raw` still holds character references, but no tags."""

    block: _Block
    voiced: bool
    speaker: str | None
    raw: str


def parse(data: bytes) -> Transcript:
    """The cues of a WebVTT file in its order; dialect `teams` (voice tags), `zoom` (`Name: text`) or nothing.

    Raises:
        FormatError: no WEBVTT line at the head, or a time line that cannot be read.
    """
    lines = decode_text(data, NAME).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.match(r"WEBVTT(?=[ \t]|\Z)", lines[0]):
        raise FormatError(NAME, "the first line is not WEBVTT", line=1)
    language, body = _header(lines)
    speeches = [speech for block in _blocks(lines, body) for speech in _voices(block)]
    plain = [speech.raw for speech in speeches if not speech.voiced]
    labelled = iter(read_labels(plain, html.unescape))
    cues: list[Cue] = []
    dialect = ""
    for speech in speeches:
        speaker, raw = (speech.speaker, speech.raw) if speech.voiced else next(labelled)
        if speech.voiced:
            dialect = "teams"
        elif raw != speech.raw or speech.block.id_speaker:
            dialect = dialect or "zoom"
            speaker = speaker or speech.block.id_speaker
        cues.append(clean_cue(html.unescape(raw), speaker, speech.block.start_ms, speech.block.end_ms))
    return Transcript("vtt", tuple(cues), dialect, language)


def write(transcript: Transcript) -> bytes:
    """A fresh WebVTT file: voice tags, or for the dialect `zoom` numbered cues and `Name: text`.

    A cue without times is given made-up ones (`timing.timed`): the format has no cues without.
    """
    cues = cleaned(transcript)
    payloads = _zoom_payloads(cues) if transcript.dialect == "zoom" else [_voice_payload(cue) for cue in cues]
    numbered = transcript.dialect == "zoom"
    parts = ["WEBVTT\n"]
    if language := language_code(transcript.language):
        parts.append(f"Language: {language}\n")
    for number, ((start, end), payload) in enumerate(zip(timed(cues), payloads, strict=True), start=1):
        parts.append(f"\n{number}\n" if numbered else "\n")
        parts.append(f"{long_clock(start, '.')} --> {long_clock(end, '.')}\n")
        parts.append(f"{payload}\n" if payload else "")
    return "".join(parts).encode()


def _header(lines: list[str]) -> tuple[str, int]:
    """The language a header line gives, and where the first block begins."""
    language = ""
    position = 1
    while position < len(lines) and lines[position] and "-->" not in lines[position]:
        key, _, value = lines[position].partition(":")
        if key.strip().lower() == "language":
            language = language_code(value.strip())
        position += 1
    return language, position


def _blocks(lines: list[str], position: int) -> list[_Block]:
    blocks: list[_Block] = []
    while position < len(lines):
        line = lines[position]
        second = lines[position + 1] if position + 1 < len(lines) else ""
        kind = _BLOCK.match(line)
        if kind and (kind[1] == "NOTE" or "-->" not in second):
            position = _end_of_block(lines, position)
        elif "-->" in line:
            position = _read_block(lines, position, None, blocks)
        elif line and "-->" in second:
            position = _read_block(lines, position + 1, line, blocks)
        else:
            # Text that no time line announces is no speech (W3C: the block is discarded).
            position += 1
    return blocks


def _end_of_block(lines: list[str], position: int) -> int:
    while position < len(lines) and lines[position]:
        position += 1
    return position


def _read_block(lines: list[str], position: int, cue_id: str | None, blocks: list[_Block]) -> int:
    """Read the cue whose time line stands at `position`; where the next block begins."""
    timing = _TIMING.match(lines[position])
    start, end = (clock_ms(timing[1]), clock_ms(timing[2])) if timing else (None, None)
    if start is None or end is None:
        raise FormatError(NAME, "a time line that cannot be read", line=position + 1)
    named = _NAMED_ID.fullmatch(cue_id.strip()) if cue_id else None
    first = position = position + 1
    while position < len(lines) and lines[position] and not _TIMING.match(lines[position]):
        position += 1
    blocks.append(_Block(start, end, clean_speaker(named[1]) if named else None, "\n".join(lines[first:position])))
    return position


def _voices(block: _Block) -> list[_Speech]:
    """The payload by voice; neighbours of one voice are joined, silence beside speech is dropped."""
    pieces: list[tuple[bool, str | None, str]] = []
    speaker, voiced, last = None, False, 0
    for tag in _VOICE.finditer(block.payload):
        pieces.append((voiced, speaker, block.payload[last : tag.start()]))
        voiced = not tag[0].startswith("</")
        speaker = clean_speaker(html.unescape(tag[1])) if voiced and tag[1] else None
        last = tag.end()
    pieces.append((voiced, speaker, block.payload[last:]))
    speeches: list[_Speech] = []
    for piece_voiced, piece_speaker, written in pieces:
        speech = _Speech(block, piece_voiced, piece_speaker, clean_text(_TAG.sub("", written)))
        before = speeches[-1] if speeches else None
        if before and speech.raw and (before.voiced, before.speaker) == (speech.voiced, speech.speaker):
            speeches[-1] = _Speech(block, speech.voiced, speech.speaker, clean_text(f"{before.raw}\n{speech.raw}"))
        elif speech.raw or piece_voiced:
            speeches.append(speech)
    spoken = [speech for speech in speeches if speech.raw]
    return spoken or speeches[:1] or [_Speech(block, False, None, "")]


def _escape(text: str) -> str:
    # The arrow is gone with its `>`.
    return html.escape(text, quote=False)


def _voice_payload(cue: Cue) -> str:
    return f"<v {_escape(cue.speaker)}>{_escape(cue.text)}</v>" if cue.speaker else _unlabelled(cue.text)


def _unlabelled(text: str) -> str:
    """Text that no reader takes for a label: its colons become character references where it would be one."""
    written = _escape(text)
    return written.replace(":", "&#58;") if split_label(text) else written


def _zoom_payloads(cues: list[Cue]) -> list[str]:
    """`Name: text` where that reads back; a voice tag for an odd label, and for all where labels are too few."""
    payloads: list[str] = []
    plain: list[str] = []
    expected: list[str | None] = []
    for cue in cues:
        if cue.speaker and (not is_label(cue.speaker) or speaker_of(cue.speaker) is None):
            payloads.append(_voice_payload(cue))
            continue
        label = _escape(cue.speaker).replace(":", "&#58;") + ": " if cue.speaker else ""
        payloads.append((label + (_escape(cue.text) if label else _unlabelled(cue.text))).rstrip())
        plain.append(payloads[-1])
        expected.append(cue.speaker)
    if [speaker for speaker, _ in read_labels(plain, html.unescape)] == expected:
        return payloads
    return [_voice_payload(cue) for cue in cues]
