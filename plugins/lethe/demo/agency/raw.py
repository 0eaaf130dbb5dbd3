"""A transcript as a tool leaves it: its bytes, its extension, and what the file carries around the speech."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lethe.demo.agency.scripts import Turn, Voice
from lethe.demo.agency.truth import Planted

WORDS_A_SECOND = 2.6


@dataclass(frozen=True)
class Raw:
    """One file. `around` is what is personal in it beside what is said: labels, notes, properties."""

    data: bytes
    suffix: str
    around: tuple[Planted, ...] = ()


@dataclass(frozen=True)
class Spoken:
    """One session ready for a tool to write down: its turns, the label of each voice, and who they are.

    `title` is what the tool calls the call; `file_id` makes the ids inside the file its own.
    """

    turns: tuple[Turn, ...]
    labels: Mapping[Voice, str]
    people: Mapping[Voice, str]
    title: Planted
    author: Planted
    language: str
    file_id: str

    def label_plants(self) -> tuple[Planted, ...]:
        """The labels as plants, for a format that shows them."""
        return tuple(Planted(label, "label", self.people[voice]) for voice, label in self.labels.items() if label)


@dataclass(frozen=True)
class RawCue:
    """A stretch of one turn with its times in milliseconds."""

    voice: Voice
    text: str
    start_ms: int
    end_ms: int


def cut_in_cues(turns: tuple[Turn, ...], words: int) -> list[RawCue]:
    """The turns cut into cues of about so many words, never inside a planted value, at a speaking pace."""
    cues: list[RawCue] = []
    at = 1_040
    for turn in turns:
        for text in _stretches(turn, words):
            length = int(1000 * max(1, len(text.split())) / WORDS_A_SECOND) + 37 * (len(text) % 11)
            cues.append(RawCue(turn.voice, text, at, at + length))
            at += length + 60 + 13 * (len(text) % 7)
        at += 350 + 20 * (len(turn.text) % 19)
    return cues


def _stretches(turn: Turn, words: int) -> list[str]:
    whole: list[str] = []
    barred: set[int] = set()
    position = 0
    for piece in turn.pieces:
        if piece.plant or piece.kept:
            barred.update(range(position, position + len(piece.text)))
        position += len(piece.text)
    text, start, count = turn.text, 0, 0
    for gap in re.finditer(r"\s+", text):
        count += 1
        ends_well = text[gap.start() - 1 : gap.start()] in ".,?!"
        enough = count >= words or (ends_well and count >= words * 2 // 3)
        if enough and gap.start() not in barred:
            whole.append(text[start : gap.start()])
            start, count = gap.end(), 0
    if text[start:].strip():
        whole.append(text[start:])
    return whole
