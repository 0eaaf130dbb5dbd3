"""Pydantic's errors as sentences for the person who wrote the file."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lethe.settings.documents import Document, Steps
from lethe.settings.errors import Problem
from lethe.settings.shape import choices_at, keys_at, type_at
from lethe.settings.words import listed, near_miss, shown

NOUNS = {"stores": "store", "tables": "table", "clients": "client", "rules": "rule", "sources": "source"}
"""What an entry of each section is called."""

UNITS = "A window needs its unit: keep_months (calendar months) or keep_days"
WINDOWS = {"keep", "keep_for", "window", "months", "days", "retention", "keep_weeks", "keep_years", "weeks", "years"}

EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list, such as [one, two]",
    "list_type": "a list, such as [one, two]",
    "dict_type": "a mapping of keys",
    "model_type": "a mapping of keys",
    "model_attributes_type": "a mapping of keys",
}

IDENTIFIER = "^[a-z0-9][a-z0-9_-]{0,62}$"

PATTERNS = {
    IDENTIFIER: "an id of lower-case letters, digits, '-' and '_', 63 at most",
    "^[A-Za-z][A-Za-z0-9_-]{0,99}$": (
        "the id of an Airflow connection (letters, digits, '_', '-'); addresses and passwords belong in Airflow"
    ),
    "^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$": "the plain name of a bucket; a path belongs in prefix",
    "^[a-z]{2}$": "a language code of two lower-case letters, such as en",
    r"^P[1-5]\.[0-9]+$": "a clause of docs/policy.md, such as P4.2",
}


def subject_of(steps: Steps) -> str:
    """The entry that those steps lie in, such as `rule 'recordings'`; empty outside any."""
    if len(steps) > 1 and steps[0] in NOUNS:
        return f"{NOUNS[str(steps[0])]} '{str(steps[1])[:63]}'"
    return ""


def told_once(errors: Sequence[ErrorDetails], model: type[BaseModel]) -> list[ErrorDetails]:
    """The errors without those that only follow from another: a misspelt key is not missing as well."""
    places = [error["loc"] for error in errors]
    meant = {
        (*error["loc"][:-1], near_miss(str(error["loc"][-1]), keys_at(model, error["loc"][:-1])))
        for error in errors
        if error["type"] == "extra_forbidden"
    }

    def follows(error: ErrorDetails) -> bool:
        place = error["loc"]
        if error["type"] == "missing":
            return place in meant
        # Pydantic calls a list too short when its items have mistakes.
        deeper = any(len(other) > len(place) and other[: len(place)] == place for other in places)
        return error["type"] == "too_short" and deeper

    return [error for error in errors if not follows(error)]


def explain(error: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    """One pydantic error as a problem at its line."""
    steps = tuple(error["loc"])
    if steps[-1:] == ("[key]",) and steps not in document.lines:
        steps = steps[:-1]
        key = steps[-1]
        rule = PATTERNS.get(str(error.get("ctx", {}).get("pattern")), "a name")
        return Problem(document.name, document.line(steps), "", f"{shown(key)} is not {rule}")
    return Problem(document.name, _line(error, document, steps), subject_of(steps), _sentence(error, steps, model))


def _line(error: ErrorDetails, document: Document, steps: Steps) -> int:
    windows = [document.lines.get((*steps, key), 0) for key in ("keep_months", "keep_days")]
    if error["type"] == "value_error" and any(windows):
        return max(windows)
    return document.line(steps)


def _sentence(error: ErrorDetails, steps: Steps, model: type[BaseModel]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    where = _named(steps)
    if kind == "extra_forbidden":
        return _unknown_key(str(steps[-1]), keys_at(model, steps[:-1]), steps)
    if kind == "missing":
        return f"the key {where} is missing"
    if kind in {"enum", "literal_error"}:
        choices = choices_at(model, steps)
        if not isinstance(error["input"], str):
            return f"{where} must be one of {listed(choices)}"
        return f"{where} does not know {shown(error['input'])}.{_guess(error['input'], choices)}"
    if kind == "value_error":
        return f"{where} {context['error']}" if where and not _is_model(model, steps) else str(context["error"])
    if kind in EXPECTED:
        return _wrong_type(kind, error["input"], steps)
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern"))
        # What stands in place of a connection's id may be its address, with the password in it.
        given = "" if "Airflow" in PATTERNS.get(pattern, "") else f", not {shown(error['input'])}"
        return f"{where} must be {PATTERNS.get(pattern, 'another text')}{given}"
    return f"{where} {_limit(kind, context, error['input'])}"


def _unknown_key(key: str, known: tuple[str, ...], steps: Steps) -> str:
    if steps[0] == "rules" and len(steps) == 3 and key in WINDOWS:
        return f"unknown key '{key}'. {UNITS}"
    return f"unknown key {shown(key)}.{_guess(key, known)}"


def _guess(word: str, choices: tuple[str, ...]) -> str:
    near = near_miss(word, choices)
    return f" Did you mean '{near}'?" if near else f" Use one of: {', '.join(choices)}."


def _wrong_type(kind: str, given: Any, steps: Steps) -> str:
    where = _named(steps) or "this"
    if steps and steps[-1] in {"keep_months", "keep_days"}:
        unit = "calendar months" if steps[-1] == "keep_months" else "days"
        return f"{where} must be a whole number of {unit}, not {shown(given)}. {UNITS}, with the number alone"
    return f"{where} must be {EXPECTED[kind]}, not {shown(given)}"


def _limit(kind: str, context: Mapping[str, Any], given: Any) -> str:
    if kind == "greater_than_equal":
        return f"must be at least {context['ge']:g}, not {shown(given)}"
    if kind == "less_than_equal":
        return f"must be at most {context['le']:g}, not {shown(given)}"
    if kind in {"too_short", "string_too_short"}:
        return "must not be empty"
    if kind == "string_too_long":
        return f"must have {context['max_length']} characters at most"
    return "is not a value that fits here"


def _named(steps: Steps) -> str:
    keys = [step for step in steps if isinstance(step, str)]
    return f"'{keys[-1][:63]}'" if keys else ""


def _is_model(model: type[BaseModel], steps: Steps) -> bool:
    here = type_at(model, steps)
    return isinstance(here, type) and issubclass(here, BaseModel)
