"""WebVTT as Zoom and as Teams give it, SubRip, and Otter's text."""

import uuid

from lethe.demo.agency.raw import Raw, RawCue, Spoken, cut_in_cues
from lethe.demo.agency.truth import Planted


def zoom(spoken: Spoken) -> Raw:
    """Numbered cues, each `Name: text`."""
    lines = ["WEBVTT", ""]
    for number, cue in enumerate(cut_in_cues(spoken.turns, 22), start=1):
        lines += [str(number), _times(cue, "."), f"{spoken.labels[cue.voice]}: {cue.text}", ""]
    return Raw(_bytes(lines, "\r\n"), ".vtt", spoken.label_plants())


def teams(spoken: Spoken) -> Raw:
    """Voice tags, GUIDs for cue ids, and a NOTE that tells who recorded."""
    call = uuid.uuid5(uuid.NAMESPACE_URL, spoken.file_id)
    note = Planted(spoken.author.value, "note", spoken.author.whose)
    lines = ["WEBVTT", "", f"NOTE recorded by {note.value}, language {spoken.language}", ""]
    for number, cue in enumerate(cut_in_cues(spoken.turns, 26)):
        lines += [
            f"{call}/{number // 3}-{number % 3}",
            _times(cue, "."),
            f"<v {spoken.labels[cue.voice]}>{cue.text}</v>",
            "",
        ]
    return Raw(_bytes(lines, "\n"), ".vtt", (*spoken.label_plants(), note))


def srt(spoken: Spoken) -> Raw:
    """Counters, commas before the milliseconds, the label where the speaker changes."""
    lines: list[str] = []
    before = ""
    for number, cue in enumerate(cut_in_cues(spoken.turns, 15), start=1):
        label = "" if cue.voice == before else f"{spoken.labels[cue.voice]}: "
        lines += [str(number), _times(cue, ","), f"{label}{cue.text}", ""]
        before = cue.voice
    return Raw(_bytes(lines, "\n"), ".srt", spoken.label_plants())


def otter(spoken: Spoken) -> Raw:
    """A line `Name  0:03`, the text below it, and the tool's own last line."""
    lines: list[str] = []
    for turn, cue in zip(spoken.turns, cut_in_cues(spoken.turns, 10_000), strict=True):
        minutes, seconds = divmod(cue.start_ms // 1000, 60)
        lines += [f"{spoken.labels[turn.voice]}  {minutes}:{seconds:02d}  ", turn.text, ""]
    lines += ["Transcribed by https://otter.ai"]
    return Raw(_bytes(lines, "\n"), ".txt", spoken.label_plants())


def _times(cue: RawCue, point: str) -> str:
    return f"{_clock(cue.start_ms, point)} --> {_clock(cue.end_ms, point)}"


def _clock(at_ms: int, point: str) -> str:
    seconds, milliseconds = divmod(at_ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{point}{milliseconds:03d}"


def _bytes(lines: list[str], end: str) -> bytes:
    return (end.join(lines) + end).encode()
