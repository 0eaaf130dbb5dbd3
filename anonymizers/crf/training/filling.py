"""Open utterances filled with people and places, and written as a speech recogniser writes."""

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from anonymizers.crf.training.examples import Example, Slot, Utterance
from anonymizers.crf.training.names import Names

_DROPPED = re.compile(r"[.,;:!?…\"“”«»()\[\]¿¡–—*]")  # noqa: RUF001 - the dashes that people type
_PERSON = {"first", "last", "full", "nick"}
Lists = Mapping[str, Sequence[str]]


def load_lists(path: Path) -> Lists:
    """What fills the slots that are nobody's name, by slot."""
    loaded: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {kind: [str(one) for one in entries] for kind, entries in loaded.items()}


def filled(utterance: Utterance, names: Names, lists: Lists, chance: random.Random) -> Example:
    """An utterance with its slots filled; slots of one number are one person."""
    people: dict[str, tuple[str, str]] = {}
    text = ""
    spans: list[tuple[int, int, str]] = []
    for piece in utterance:
        if isinstance(piece, str):
            text += piece
            continue
        words, label = _words(piece, people, names, lists, chance)
        if label:
            spans.append((len(text), len(text) + len(words), label))
        text += words
    return Example(text, tuple(spans))


def _words(
    slot: Slot, people: dict[str, tuple[str, str]], names: Names, lists: Lists, chance: random.Random
) -> tuple[str, str]:
    if slot.literal is not None:
        return slot.literal, "PER" if slot.kind in _PERSON else slot.kind
    if slot.kind == "title":
        return chance.choice(lists["title"]), ""
    if slot.kind not in _PERSON:
        return chance.choice(lists[f"{slot.kind}.{slot.sort}"] if slot.sort else _all(slot.kind, lists)), slot.kind
    who = slot.number or f"only {slot.kind} {len(people)}"
    if who not in people:
        people[who] = names.pick("first", chance), names.pick("last", chance)
    first, last = people[who]
    if slot.kind == "nick":
        return _short(first), "PER"
    return {"first": first, "last": last, "full": f"{first} {last}"}[slot.kind], "PER"


def _all(kind: str, lists: Lists) -> Sequence[str]:
    if kind in lists:
        return lists[kind]
    return [entry for one, entries in lists.items() if one.startswith(f"{kind}.") for entry in entries]


def _short(first: str) -> str:
    return first[:4].rstrip("aeiou") or first


def as_written(example: Example) -> Example:
    """A text put down in small letters but for its names, with the capitals of a sentence; any other as it is."""
    text = example.text
    for start, end, _ in example.spans:
        text = text[:start] + text[start:end].casefold() + text[end:]
    if text != text.casefold() or example.text == text:
        return example
    written = re.sub(r"\bi\b", "I", example.text)
    return Example(written[:1].upper() + written[1:], example.spans)


def cropped(example: Example, chance: random.Random) -> Example:
    """A text that begins with one of its names, or a word or two before it: speech breaks off and starts anew."""
    names = [start for start, _, label in example.spans if label == "PER" and start > 0]
    if not names:
        return example
    start = chance.choice(names)
    for _ in range(chance.choice((0, 0, 1, 2))):
        start = max(0, example.text.rfind(" ", 0, max(start - 1, 0)) + 1)
    inside = [one for one in example.spans if one[0] < start < one[1]]
    if inside:
        start = inside[0][0]
    text = example.text[start:]
    return Example(
        text[:1].upper() + text[1:],
        tuple((one - start, end - start, label) for one, end, label in example.spans if one >= start),
    )


def renamed(example: Example, names: Names, chance: random.Random) -> Example:
    """A public text with other people's names in the place of its own."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    position = 0
    for start, end, label in example.spans:
        text += example.text[position:start]
        words = example.text[start:end]
        if label == "PER":
            parts = words.split()
            kinds = ["first"] * (len(parts) - 1) + ["last" if len(parts) > 1 else chance.choice(("first", "last"))]
            picked = [names.pick(kind, chance) for kind in kinds[:3]]
            words = " ".join(
                name.casefold() if part.islower() else name for name, part in zip(picked, parts, strict=False)
            )
        spans.append((len(text), len(text) + len(words), label))
        text += words
        position = end
    return Example(text + example.text[position:], tuple(spans))


def as_heard(example: Example, chance: random.Random) -> Example:
    """A text in small letters without its marks, as speech recognition may give it."""
    dash = " " if chance.random() < 0.7 else "-"
    edges = {0, len(example.text), *(place for start, end, _ in example.spans for place in (start, end))}
    text = ""
    moved: dict[int, int] = {}
    position = 0
    for edge in sorted(edges):
        piece = _DROPPED.sub("", example.text[position:edge]).replace("-", dash).casefold()
        text += piece.lstrip(" ") if text.endswith(" ") or not text else piece
        moved[edge] = len(text)
        position = edge
    spans = ((moved[start], moved[end], label) for start, end, label in example.spans)
    return Example(text, tuple((start, end, label) for start, end, label in spans if start < end))
