"""Texts with labelled stretches: public ones from JSON lines, and the project's own, whose slots are still open."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = ("PER", "ORG", "LOC", "EMP", "HOME", "HEALTH", "BELIEF", "JOB", "AGE", "CODE")
PEOPLE_SLOTS = ("first", "last", "full", "nick", "title")
PUBLIC = {
    "en": ("wnut17_train", "wnut17_dev", "wnut17_test", "btc_train", "btc_dev", "slurp_train", "tab_train"),
    "fr": ("tabfr_train", "tabfr_dev"),
    "de": ("germeval_dev",),
    "es": ("tabes_train", "tabes_dev"),
}
"""The public files of each language; the yardstick `presidio_synth` is never among them."""

_PUBLIC_LABEL = {"PERSON": "PER", "LOCATION": "LOC", "ORGANIZATION": "ORG"}
_NOISE = re.compile(r"[#@_]|https?:|www\.|\bRT\b|\b[A-Z]?[a-z]+[A-Z]\w*[A-Z]|(.)\1\1")
"""Tags, handles and shouts of short messages: words like no speech has, and none of them labelled."""
_SLOT = re.compile(r"\{([A-Za-z]+)(\d*)(?:\.([a-z]+))?(?::([^{}]*))?\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A text and its labelled stretches `(start, end, label)`, in order, that do not overlap."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One open place of an utterance: what fills it (`kind`, `sort`), which of several (`number`), or words as they
    are (`literal`)."""

    kind: str
    number: str
    sort: str
    literal: str | None


Utterance = tuple[str | Slot, ...]


def public(folder: Path, language: str) -> Iterator[Example]:
    """The public texts of a language that a folder holds; a missing file is an error."""
    for name in PUBLIC[language]:
        with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                one = json.loads(line)
                if _NOISE.search(one["text"]):
                    continue
                spans = sorted(
                    (start, end, _PUBLIC_LABEL[kind]) for start, end, kind in one["spans"] if kind in _PUBLIC_LABEL
                )
                yield Example(one["text"], tuple(_apart(spans)))


def _apart(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    reach = 0
    for start, end, label in spans:
        if start >= reach:
            yield start, end, label
            reach = end


def utterances(path: Path) -> list[Utterance]:
    """The utterances of a file, one a line; `#` starts a remark.

    Raises:
        ValueError: a slot that is none, with file and line.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            found.append(tuple(_pieces(line.strip(), f"{path.name}:{number}")))
    return found


def _pieces(line: str, where: str) -> Iterator[str | Slot]:
    position = 0
    for found in _SLOT.finditer(line):
        yield _plain(line[position : found.start()], where)
        position = found.end()
        kind, number, sort, literal = found.groups()
        if kind not in PEOPLE_SLOTS and kind not in LABELS:
            raise ValueError(f"{where}: there is no slot '{kind}' (there are {', '.join((*PEOPLE_SLOTS, *LABELS))})")
        yield Slot(kind, number, sort or "", literal)
    yield _plain(line[position:], where)


def _plain(text: str, where: str) -> str:
    if "{" in text or "}" in text:
        raise ValueError(f"{where}: a brace that opens or closes no slot")
    return text
