"""Speakers named at the head of their speech: `Name: text`.

What counts as a label is decided over the whole file. A candidate is at most 5 words and 60 characters before a colon
that a space or the line's end follows; it holds a letter or digit, no question or exclamation mark, and is no remark
such as `Note` or `Zum Beispiel`. Candidates are taken as labels when at least half of the cues begin with one;
otherwise only those are that come back (`Anna: ...` twice), as a colon in mid-speech seldom does.

A label that is missed stays in the text: it is masked there as any other text is. A phrase taken for a label is
treated as a speaker nobody knows.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from anonymizers.formats.cleaning import clean_speaker
from anonymizers.formats.transcript import Cue

UNKNOWN = "Unknown Speaker"
"""How a file says that nobody knows who speaks (Otter's own words); read as no speaker at all."""

MAX_WORDS = 5
MAX_CHARACTERS = 60
# Six characters for one: a label may be written in character references.
_HEAD = re.compile(r"([^:\n]{1,360}):(?=\s|\Z)")
_REMARKS = frozenset(
    """
    note|notes|nb|n.b.|ps|p.s.|example|for example|e.g.|i.e.|update|warning|reminder|correction|important|summary
    |remarque|attention|exemple|par exemple|en résumé|hinweis|achtung|anmerkung|beispiel|zum beispiel|z.b.
    |nota|aviso|ejemplo|por ejemplo|es decir
    """.replace("\n    ", "")
    .strip()
    .split("|")
)


def is_label(label: str) -> bool:
    """Whether these words, already cleaned, can be a speaker's label."""
    return (
        len(label) <= MAX_CHARACTERS
        and len(label.split()) <= MAX_WORDS
        and any(character.isalnum() for character in label)
        and not any(mark in label for mark in "?!")
        and label.casefold() not in _REMARKS
    )


def split_label(text: str, decode: Callable[[str], str] = str) -> tuple[str, str] | None:
    """A candidate label and the text after it, or `None`; `decode` turns the label's written form into plain text."""
    head = _HEAD.match(text)
    label = clean_speaker(decode(head[1])) if head else None
    if head is None or label is None or not is_label(label):
        return None
    return label, text[head.end() :].strip()


def accepted_labels(candidates: Sequence[str | None]) -> frozenset[str]:
    """The labels among the candidates, one entry a cue: all when half the cues have one, else those that repeat."""
    counts = Counter(label for label in candidates if label is not None)
    if counts.total() * 2 >= len(candidates):
        return frozenset(counts)
    return frozenset(label for label, count in counts.items() if count > 1)


def read_labels(texts: Sequence[str], decode: Callable[[str], str] = str) -> list[tuple[str | None, str]]:
    """Speaker and text of each cue's text, by the rule above."""
    splits = [split_label(text, decode) for text in texts]
    accepted = accepted_labels([split[0] if split else None for split in splits])
    return [
        (speaker_of(split[0]), split[1]) if split and split[0] in accepted else (None, text)
        for split, text in zip(splits, texts, strict=True)
    ]


def speaker_of(label: str) -> str | None:
    """The speaker a label names: nobody for `Unknown Speaker`."""
    return None if label.casefold() == UNKNOWN.casefold() else label


def as_label(speaker: str | None) -> str:
    """A label that reads back as such: colons and marks out, cut to 5 words and 60 characters.

    `Unknown Speaker` stands for nobody; a speaker called `Note` becomes `Speaker Note`.
    """
    if speaker is None:
        return UNKNOWN
    words = re.sub(r"[:?!]", " ", speaker).split()
    label = " ".join(words[:MAX_WORDS])[:MAX_CHARACTERS].strip()
    if is_label(label):
        return label
    return " ".join(["Speaker", *words][:MAX_WORDS])[:MAX_CHARACTERS].strip()


def with_labels(cues: Sequence[Cue]) -> list[str]:
    """Each cue's text with its speaker ahead, so that `read_labels` gives the same speakers and texts again.

    Speech without a speaker is marked `Unknown Speaker` only where it would be misread otherwise.
    """
    expected = [(speaker_of(as_label(cue.speaker)), cue.text) for cue in cues]
    named = [cue.speaker is not None for cue in cues]
    doubtful = [cue.speaker is not None or split_label(cue.text) is not None for cue in cues]
    texts = [cue.text for cue in cues]
    for marked in (named, doubtful, [True] * len(cues)):
        texts = [
            f"{as_label(cue.speaker)}: {cue.text}".rstrip() if mark else cue.text
            for cue, mark in zip(cues, marked, strict=True)
        ]
        if read_labels(texts) == expected:
            break
    return texts
