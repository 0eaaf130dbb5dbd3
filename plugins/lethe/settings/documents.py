"""YAML as plain values that know their lines, and nothing that YAML can do beyond that.

Refused: duplicate keys, anchors and aliases, tags, several documents, tabs, deep nesting, large files. Words are
read by YAML 1.2's core rules, so that `no` stays Norwegian and `12:30` a text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lethe.settings.errors import Problem
from lethe.settings.words import shown

MAX_BYTES = 1_000_000
MAX_DEPTH = 12
MAX_DIGITS = 15

Steps = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top of the file."""

_INTEGER = re.compile(rf"[-+]?[0-9]{{1,{MAX_DIGITS}}}")
_FLOAT = re.compile(rf"[-+]?[0-9]{{1,{MAX_DIGITS}}}\.[0-9]{{1,{MAX_DIGITS}}}")
_NULL = {"", "~", "null", "Null", "NULL"}
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(frozen=True)
class Document:
    """One YAML file: its name as messages give it, its top-level mapping, and the line of every key and list item."""

    name: str
    value: Mapping[str, Any]
    lines: Mapping[Steps, int]

    def line(self, steps: Steps) -> int:
        """The line of a key or item; of what holds it, where it is not there itself."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return self.lines.get(steps, 1)


class Unreadable(Exception):
    """A file that gives no document; carries the problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def read_document(path: Path, name: str) -> Document:
    """The one document of a file.

    Raises:
        Unreadable: with the problems that stand in the way.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Unreadable(Problem(name, None, "", "this file is missing")) from None
    except OSError as error:
        raise Unreadable(Problem(name, None, "", f"this file cannot be read ({type(error).__name__})")) from None
    if len(data) > MAX_BYTES:
        raise Unreadable(Problem(name, None, "", "this file is larger than 1 MB; no configuration is"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(Problem(name, line, "", "this is not UTF-8 text; save the file as UTF-8")) from None
    return parse_document(text, name)


def parse_document(text: str, name: str) -> Document:
    """The one document of a text; see `read_document`."""
    tabs = [number for number, line in enumerate(text.split("\n"), 1) if "\t" in line]
    if tabs:
        raise Unreadable(Problem(name, tabs[0], "", "this line holds a tab; YAML is written with spaces"))
    try:
        _refuse_what_is_not_plain(text, name)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        reason = f"the YAML breaks off here ({error.problem or 'no reason given'}); look at indentation, colons, quotes"
        raise Unreadable(Problem(name, line, "", reason)) from None
    except yaml.YAMLError:
        raise Unreadable(Problem(name, None, "", "this file holds a character that YAML does not allow")) from None
    if node is None:
        raise Unreadable(Problem(name, None, "", "this file is empty"))
    if not isinstance(node, yaml.MappingNode):
        raise Unreadable(Problem(name, node.start_mark.line + 1, "", "the file must be a mapping: `key: value` lines"))
    lines: dict[Steps, int] = {}
    problems: list[Problem] = []
    value = _plain(node, (), lines, problems, name)
    if problems:
        raise Unreadable(*problems)
    return Document(name, value, lines)


def _refuse_what_is_not_plain(text: str, name: str) -> None:
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Unreadable(Problem(name, line, "", "a second document begins here; one file is one document"))
            if event.tags or event.version:
                raise Unreadable(Problem(name, line, "", "YAML directives (`%...`) are not read here"))
        if getattr(event, "anchor", None) is not None:
            raise Unreadable(Problem(name, line, "", "anchors and aliases (`&`, `*`) are not read; write it out"))
        if getattr(event, "tag", None) is not None:
            raise Unreadable(Problem(name, line, "", "tags (`!...`) are not read; write the plain value"))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise Unreadable(Problem(name, line, "", f"nested deeper than {MAX_DEPTH} levels"))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _plain(node: yaml.Node, steps: Steps, lines: dict[Steps, int], problems: list[Problem], name: str) -> Any:
    if isinstance(node, yaml.SequenceNode):
        items = []
        for number, item in enumerate(node.value):
            lines[(*steps, number)] = item.start_mark.line + 1
            items.append(_plain(item, (*steps, number), lines, problems, name))
        return items
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                problems.append(Problem(name, line, "", "a key must be a word, not a list or a mapping"))
                continue
            key = str(key_node.value)
            if key in mapping:
                again = f"the key {shown(key)} stands here again; it is on line {lines[(*steps, key)]} already"
                problems.append(Problem(name, line, "", again))
                continue
            lines[(*steps, key)] = line
            mapping[key] = _plain(value_node, (*steps, key), lines, problems, name)
        return mapping
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    return _scalar(str(node.value)) if plain else str(node.value)


def _scalar(text: str) -> str | int | float | bool | None:
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
