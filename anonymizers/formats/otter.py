"""Plain text as Otter exports it: a line `Name  0:03`, then what was said.

Also read: `Name (0:03)`, `Name [00:00:03]:`, `[0:03] Name: text`, `00:00:03 Name: text`, a line with a time alone,
`Name: text` lines (the rule is in `labels.py`), and text without speakers, a paragraph a cue. A file is read by its
headings or by its labels, whichever there are more of. A line that begins with a space is always speech: so the
writer keeps speech that looks like a heading or label from being read as one. Headings that are missed stay in the
text and are masked there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from anonymizers.errors import FormatError
from anonymizers.formats.cleaning import MAX_SPEAKER, clean_cue, clean_speaker, cleaned
from anonymizers.formats.decoding import decode_text
from anonymizers.formats.labels import UNKNOWN, accepted_labels, as_label, speaker_of, split_label
from anonymizers.formats.timing import CLOCK, clock_ms, short_clock, with_starts
from anonymizers.formats.transcript import Cue, Transcript

NAME = "text"
Block = Sequence[str]
"""One paragraph by lines, spaces at their beginnings kept."""

_LONGEST_HEADING = MAX_SPEAKER + 40
_TAIL = 24
_TIME_LAST = re.compile(rf"(?P<time>{CLOCK})[\])]?:?\Z")
_TIME_FIRST = re.compile(rf"[\[(](?P<time>{CLOCK})[\])](?P<rest>.*)")
_STAMP_FIRST = re.compile(r"(?P<time>[0-9]{1,4}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]{1,3})?)\s(?P<rest>.*)")
_CUE_TIME = re.compile(rf"^{CLOCK}\s*-->", re.MULTILINE)
_BEFORE_SPACE = re.compile(r":+(?=\s|\Z)")
_FOOTER = "Transcribed by https://otter.ai"


@dataclass(frozen=True, slots=True, repr=False)
class _Heading:
    """A line that opens a turn, with the speech that follows on the same line."""

    speaker: str | None
    start_ms: int | None
    text: str = ""


def parse(data: bytes) -> Transcript:
    """The turns of a text file in its order.

    Raises:
        FormatError: no text, or what is clearly another format.
    """
    text = decode_text(data, NAME)
    if text.startswith("WEBVTT") and _CUE_TIME.search(text):
        raise FormatError(NAME, "this is WebVTT; name it .vtt", line=1)
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    if blocks and not blocks[-1]:
        blocks.pop()
    if blocks and blocks[-1][-1] == _FOOTER:
        blocks[-1].pop()
    cues = read_blocks([block for block in blocks if block])
    if not cues:
        raise FormatError(NAME, "the file is empty")
    return Transcript("otter", tuple(cues))


def write(transcript: Transcript) -> bytes:
    """A fresh text file in Otter's style; times in whole seconds, as Otter gives them."""
    return "\n\n".join("\n".join(block) for block in write_blocks(transcript)).encode() + b"\n"


def read_blocks(blocks: Sequence[Block]) -> list[Cue]:
    """The turns that paragraphs hold, by headings, by labels, or a paragraph a turn."""
    lines = [(line, position == 0) for block in blocks for position, line in enumerate(block)]
    headings = [_heading(line) for line, _ in lines]
    labels = _labels(lines, len(blocks))
    openings = headings if sum(map(bool, headings)) >= sum(map(bool, labels)) else labels
    plain = not any(openings)
    turns: list[tuple[_Heading, list[str]]] = []
    for (line, first), opening in zip(lines, openings, strict=True):
        if opening is not None:
            turns.append((opening, [opening.text]))
        elif not turns or (plain and first):
            turns.append((_Heading(None, None), [line]))
        else:
            turns[-1][1].append(line)
    cues = [clean_cue("\n".join(said), turn.speaker, turn.start_ms) for turn, said in turns]
    return [cue for cue in cues if cue.text or cue.speaker or cue.start_ms is not None]


def write_blocks(transcript: Transcript) -> list[Block]:
    """The paragraphs `read_blocks` reads back: under headings if there are times, with labels if there are speakers.

    Where some cues have a time and some have none, those take the time before them (`timing.with_starts`).
    """
    cues = with_starts(cleaned(transcript))
    timed = any(cue.start_ms is not None for cue in cues)
    labelled = any(cue.speaker for cue in cues)
    blocks: list[Block] = []
    for cue in cues:
        said = [f" {line}" if _opens(line) else line for line in cue.text.splitlines()]
        if timed:
            blocks.append([f"{_as_heading(cue.speaker)}  {short_clock(cue.start_ms or 0)}", *said])
        elif labelled:
            # What follows a label is not read for another.
            first, *others = cue.text.splitlines()[:1] + said[1:] or [""]
            blocks.append([f"{as_label(cue.speaker)}: {first}".rstrip(), *others])
        elif said:
            blocks.append(said)
    return blocks


def _heading(line: str) -> _Heading | None:
    if line[:1].isspace():
        return None
    line = line.rstrip()
    last = _TIME_LAST.search(line, max(0, len(line) - _TAIL)) if len(line) <= _LONGEST_HEADING else None
    if last and (start := clock_ms(last["time"])) is not None:
        label = line[: last.start()]
        if label in {"", "[", "("}:
            return _Heading(None, start)
        # One space alone is too little: `see you at 10:30` is speech.
        named = label.rstrip().rstrip(":") if label.endswith(("  ", "\t")) else label[:-1].rstrip()
        # And so is `Anna: the one (10:30)`.
        if label.endswith(("  ", "\t", "[", "(")) and not _BEFORE_SPACE.search(named):
            return _Heading(_speaker(named), start)
    first = _TIME_FIRST.match(line) or _STAMP_FIRST.match(line)
    if first is None or (start := clock_ms(first["time"])) is None:
        return None
    rest = first["rest"].strip()
    split = split_label(rest)
    return _Heading(speaker_of(split[0]), start, split[1]) if split else _Heading(None, start, rest)


def _speaker(label: str) -> str | None:
    speaker = clean_speaker(label)
    return speaker_of(speaker) if speaker else None


def _as_heading(speaker: str | None) -> str:
    """The label of a heading that reads back; a colon before a space would make it `Name: text`."""
    return clean_speaker(_BEFORE_SPACE.sub(" ", speaker)) or UNKNOWN if speaker else UNKNOWN


def _labels(lines: Sequence[tuple[str, bool]], blocks: int) -> list[_Heading | None]:
    """For each line the turn its label opens. All labels count where they head half of the paragraphs."""
    splits = [None if line[:1].isspace() else split_label(line) for line, _ in lines]
    candidates = [split[0] if split else None for split in splits]
    heads = [candidate for candidate, (_, first) in zip(candidates, lines, strict=True) if first and candidate]
    accepted = frozenset(filter(None, candidates)) if len(heads) * 2 >= blocks else accepted_labels(candidates)
    return [
        _Heading(speaker_of(split[0]), None, split[1]) if split and split[0] in accepted else None for split in splits
    ]


def _opens(line: str) -> bool:
    """Whether a reader could take this line of speech for a heading, a label, the footer or another format."""
    special = line == _FOOTER or _CUE_TIME.match(line) is not None
    return special or _heading(line) is not None or split_label(line) is not None
