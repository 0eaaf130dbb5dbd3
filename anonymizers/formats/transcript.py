"""What every transcript format is read into and written from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Cue:
    """One stretch of speech: times in milliseconds from the start, `None` where the format has none."""

    text: str
    speaker: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None

    def __repr__(self) -> str:
        return f"Cue({len(self.text)} characters, {self.start_ms}..{self.end_ms} ms)"


@dataclass(frozen=True, slots=True)
class Transcript:
    """The cues of one session in order, and the format (and dialect) they came in.

    `dialect` lets a writer give back what the reader met: `zoom` or `teams` WebVTT, for example.
    """

    format_name: str
    cues: tuple[Cue, ...]
    dialect: str = ""
    language: str = ""
