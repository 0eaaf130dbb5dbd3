"""What a rendered corpus consists of: sessions, what is said in them, and what of it must go or must stay."""

from dataclasses import dataclass
from typing import Literal

from anonymizers.people import Person

LANGUAGES = ("en", "fr", "de", "es")
Style = Literal["cased", "asr"]
Kind = Literal["session", "answer"]
Standing = Literal["known", "unknown", "quasi"]

Chunk = tuple[str, bool]
"""A piece of a value and whether it tells who it is: the title of a name does not, the surname does."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a session, or one answer of a survey: who, how the tool labels them, and the text.

    `question` is the survey question that an answer belongs to; it is a column's header and no part of the text.
    """

    speaker: str
    label: str
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (end exclusive) of a turn that tell of somebody.

    All mentions of one identifier of one person share the `entity`. `parts` are the characters of which a third
    must not stand (half, of a quasi-identifier). `form` says how it is said: written, spoken, spelled, heard.
    """

    turn: int
    start: int
    end: int
    type: str
    entity: str
    standing: Standing
    parts: tuple[tuple[int, int], ...]
    origin: str
    form: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Characters of a turn that must survive."""

    turn: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Session:
    """One rendering of a script, or one survey's answers: texts, what is in them, and whom the register knows."""

    id: str
    language: str
    style: Style
    kind: Kind
    turns: tuple[Turn, ...]
    spans: tuple[Span, ...]
    keeps: tuple[Keep, ...]
    roster: tuple[Person, ...]
    keep_words: tuple[str, ...] = ()
