"""JSON read strictly, and its values by the type that a format expects."""

import json
import math
from collections.abc import Mapping
from typing import Any

from anonymizers.errors import FormatError
from anonymizers.formats.cleaning import MAX_MS
from anonymizers.formats.decoding import decode_text


def load(data: bytes) -> Mapping[str, Any]:
    """The object that a JSON file holds. NaN passes, as Whisper gives it for a score; as a time it is refused.

    Raises:
        FormatError: no JSON, nested too deeply, or something else than an object.
    """
    text = decode_text(data, "JSON")
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise FormatError("JSON", "not valid JSON", line=error.lineno) from None
    except RecursionError:
        raise FormatError("JSON", "nested too deeply") from None
    except ValueError:
        raise FormatError("JSON", "a number that cannot be read") from None
    return mapping(value, "the file")


def dump(value: Mapping[str, Any]) -> bytes:
    """JSON in UTF-8, keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n").encode()


def mapping(value: Any, what: str) -> Mapping[str, Any]:
    """The value as an object; nothing there is an empty one. Raises FormatError for anything else."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise FormatError("JSON", f"{what} is not an object")
    return value


def objects(value: Any, what: str) -> list[Mapping[str, Any]]:
    """The value as a list of objects; nothing there is an empty one. Raises FormatError for anything else."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise FormatError("JSON", f"{what} is not a list")
    return [mapping(entry, f"an entry of {what}") for entry in value]


def string(value: Any, what: str) -> str:
    """The value as text; nothing there is empty text. Raises FormatError for anything but text and whole numbers."""
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:d}" if abs(value) < 10**18 else ""
    if not isinstance(value, str):
        raise FormatError("JSON", f"{what} is not text")
    return value


def milliseconds(value: Any, what: str) -> int | None:
    """Milliseconds of a time in seconds, a number or a number in quotes; `None` for nothing there.

    Raises:
        FormatError: no number, negative, or beyond 10,000 hours.
    """
    if value is None or value == "":
        return None
    try:
        seconds = math.nan if isinstance(value, (bool, list, dict)) else float(value)
    except (ValueError, OverflowError):
        seconds = math.nan
    # NaN compares as false with everything.
    if not 0 <= seconds * 1000 <= MAX_MS:
        raise FormatError("JSON", f"{what} is no time in seconds")
    return round(seconds * 1000)
