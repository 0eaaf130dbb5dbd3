"""A first proposal for the roles of a table's columns, for a person to read, correct and put into the study's file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from anonymizers.lexicon.names import known_names
from anonymizers.survey import ColumnRole
from anonymizers.tables.contents import Contents, contents_of
from anonymizers.tables.header_words import topic_of
from anonymizers.tables.model import Column, Table
from anonymizers.tables.platforms import platform_columns

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?: [A-Za-z0-9_]+)*")
# What YAML 1.1 reads as a truth value or as nothing.
_YAML_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"})
_YAML_LONGEST_KEY = 1_000
# From the strictest role on: less of the column reaches the client.
_STRICTNESS = ("direct", "ignored", "pseudonym", "sensitive", "quasi", "free_text", "measure")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The role proposed for a column, and why, in one short sentence without a cell."""

    column: str
    role: ColumnRole
    reason: str


def suggest_columns(table: Table, *, sample: int = 500) -> list[Suggestion]:
    """A role for every column, in the table's order.

    A platform's own columns are known. For others the stricter of two roles counts: the one its header or question
    asks for, and the one that up to `sample` answers, taken evenly over the rows, look like. Which answers identify
    somebody remains for a person to judge.
    """
    known = platform_columns(table.platform)
    suggestions: list[Suggestion] = []
    for column in table.columns:
        own = known.get(column.name) or (known.get(column.label) if column.label != column.name else None)
        if own is not None:
            suggestions.append(Suggestion(column.name, own.role, own.reason))
            continue
        cells = _sampled([str(cell) for cell in table.frame[column.name]], sample)
        role, reason = _judged(column, cells)
        suggestions.append(Suggestion(column.name, _role(role), reason))
    return suggestions


def as_yaml(suggestions: Iterable[Suggestion]) -> str:
    """The `survey:` block of `config/studies/<study>.yaml`, a column a line with the reason behind it."""
    lines = ["survey:", "  columns:"]
    for one in suggestions:
        key = _yaml_key(one.column)
        rest = f"{one.role.value}  # {' '.join(one.reason.split())}"
        # A longer key is one only behind a question mark.
        lines += [f"    ? {key}", f"    : {rest}"] if len(key) > _YAML_LONGEST_KEY else [f"    {key}: {rest}"]
    return "\n".join(lines) + "\n"


def _sampled(cells: list[str], sample: int) -> list[str]:
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) <= sample:
        return filled
    return [filled[index * len(filled) // sample] for index in range(sample)]


def _judged(column: Column, cells: list[str]) -> tuple[str, str]:
    named = topic_of(f"{column.name} / {column.label}" if column.label != column.name else column.name)
    looks = _looks(column, cells)
    if named is None:
        return (looks.role, looks.reason) if looks else ("ignored", "no answer in it")
    topic, in_passing = named
    by_name = f"asks for {topic.what}, by its name"
    if looks is None:
        return topic.role, by_name
    if in_passing and not looks.strong and looks.role in {"measure", "free_text"}:
        return looks.role, f"{looks.reason}; its question has to do with {topic.what}"
    # What merely looks like ids is what the header says it is: the participant's id, or an income.
    if looks.strong and _STRICTNESS.index(looks.role) < _STRICTNESS.index(topic.role):
        return looks.role, looks.reason
    return topic.role, by_name


def _looks(column: Column, cells: list[str]) -> Contents | None:
    if not cells:
        return None
    return contents_of(cells, list(column.value_labels), lambda word: word in known_names().first)


def _role(role: str) -> ColumnRole:
    if role == "sensitive" and role not in {one.value for one in ColumnRole}:
        return ColumnRole.QUASI
    return ColumnRole(role)


def _yaml_key(name: str) -> str:
    if _PLAIN_KEY.fullmatch(name) and name.lower() not in _YAML_WORDS:
        return name
    return f'"{"".join(map(_yaml_character, name))}"'


def _yaml_character(one: str) -> str:
    if one in '"\\':
        return f"\\{one}"
    if one.isprintable():
        return one
    return (
        f"\\x{ord(one):02x}" if ord(one) < 256 else f"\\u{ord(one):04x}" if ord(one) < 65536 else f"\\U{ord(one):08x}"
    )
