"""Text as every reader gives it and every writer takes it: no control characters, no empty lines, no odd spaces."""

import re

from anonymizers.formats.transcript import Cue, Transcript

MAX_SPEAKER = 200
MAX_MS = 10_000 * 3_600_000 - 1
# Invisible, or not allowed in XML. Inside a name they would hide it from every detector; tags and ideographic
# variation selectors can even carry text of their own. Joiners stay: Persian, Indic scripts and emoji need them.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e01ef]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")


def clean_text(text: str) -> str:
    """The text in lines parted by `\\n`, each stripped, none empty; unsafe characters dropped, all spaces plain."""
    plain = _SPACES.sub(" ", _DROPPED.sub("", text))
    return "\n".join(line for line in map(str.strip, plain.splitlines()) if line)


def clean_speaker(label: str | None) -> str | None:
    """A speaker's label on one line with single spaces, at most 200 characters; `None` when nothing is left."""
    if label is None:
        return None
    return " ".join(clean_text(label).split())[:MAX_SPEAKER].strip() or None


def clean_cue(text: str, speaker: str | None = None, start_ms: int | None = None, end_ms: int | None = None) -> Cue:
    """A cue of cleaned parts. Times are kept within 0 and 10,000 hours; an end before its start is not believed."""
    start, end = _within(start_ms), _within(end_ms)
    if start is not None and end is not None and end < start:
        end = None
    return Cue(clean_text(text), clean_speaker(speaker), start, end)


def cleaned(transcript: Transcript) -> list[Cue]:
    """The cues of any transcript, cleaned: what every writer starts from."""
    return [clean_cue(cue.text, cue.speaker, cue.start_ms, cue.end_ms) for cue in transcript.cues]


def language_code(value: object) -> str:
    """The value if it has the form of a language code (`en`, `pt-BR`), else nothing."""
    return value if isinstance(value, str) and _LANGUAGE_CODE.fullmatch(value) else ""


def _within(ms: int | None) -> int | None:
    return None if ms is None else min(max(ms, 0), MAX_MS)
