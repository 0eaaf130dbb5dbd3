"""What the cells of a column are, and their values when a typed format is written."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

from anonymizers.tables.model import Kind

Value = bool | int | float | date | datetime | str | None

# A double holds 15 decimal digits exactly, and spreadsheets and SAV know no other numbers.
_DIGITS = 15
_LARGEST_WHOLE = 10**_DIGITS
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
_COMMA_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:,[0-9]+)?")
_MOMENT = re.compile(
    r"(?P<a>[0-9]{1,4})(?P<by>[-/.])(?P<b>[0-9]{1,2})(?P=by)(?P<c>[0-9]{1,4})"
    r"(?P<time>[T ](?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})(?P<second>:(?P<s>[0-9]{2})(?:\.(?P<f>[0-9]{1,6}))?)?"
    r"(?: ?(?P<half>[AaPp][Mm]))?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_ORDERS = ("ymd", "dmy", "mdy")


def kind_of(cells: Iterable[str], *, decimal_comma: bool = False) -> Kind:
    """The one kind that every cell has which is not empty; text for none, and where they differ.

    `007` is text, since a number would lose its zeros; so is a number of more than 15 digits, and a day that may be
    either the third of April or the fourth of March in every row. `decimal_comma` reads `3,5` as a number.

    >>> kind_of(["1", "", "-20"]), kind_of(["1", "2.5"]), kind_of(["2026-03-04", "04.03.2026"])
    (<Kind.INTEGER: 'integer'>, <Kind.NUMBER: 'number'>, <Kind.TEXT: 'text'>)
    """
    filled = [cell for cell in cells if cell]
    if not filled:
        return Kind.TEXT
    for kind in (Kind.BOOLEAN, Kind.INTEGER, Kind.NUMBER):
        parse = _PARSERS[kind]
        if all(parse(cell) is not None and (decimal_comma or "," not in cell) for cell in filled):
            return kind
    if _moments(filled) is None:
        return Kind.TEXT
    return Kind.DATETIME if ":" in filled[0] else Kind.DATE


def typed(cells: Sequence[str], kind: Kind) -> Sequence[Value] | None:
    """The values of the cells, `None` where empty; nothing at all when one of them is not of that kind."""
    if kind is Kind.TEXT:
        return None
    if kind in (Kind.DATE, Kind.DATETIME):
        moments = _moments(cells)
        if moments is None or any(bool(one) and (":" in one) is (kind is Kind.DATE) for one in cells):
            return None
        return moments if kind is Kind.DATETIME else [moment and moment.date() for moment in moments]
    parse = _PARSERS[kind]
    values = [parse(cell) if cell else None for cell in cells]
    return None if any(value is None and cell for value, cell in zip(values, cells, strict=True)) else values


def number_text(value: float) -> str:
    """The shortest text of a number: no `.0`, `""` for what is not a number."""
    if math.isnan(value):
        return ""
    return str(int(value)) if value == int_or_none(value) else repr(value).removesuffix(".0")


def int_or_none(value: float) -> int | None:
    """The whole number that it is, if it is one of at most 15 digits."""
    return int(value) if math.isfinite(value) and abs(value) < _LARGEST_WHOLE and value == int(value) else None


def moment_text(value: datetime) -> str:
    """ISO 8601 with seconds, and with fractions of them where there are any."""
    return value.isoformat()


def duration_text(seconds: float) -> str:
    """Hours, minutes and seconds, of which the hours may be more than 24."""
    sign, whole = ("-" if seconds < 0 else ""), abs(round(seconds))
    return f"{sign}{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _boolean(cell: str) -> bool | None:
    return {"true": True, "false": False}.get(cell.lower())


def _integer(cell: str) -> int | None:
    return int(cell) if _INTEGER.fullmatch(cell) else None


def _number(cell: str) -> float | None:
    if not _NUMBER.fullmatch(cell) and not _COMMA_NUMBER.fullmatch(cell):
        return None
    significant = re.sub(r"[eE].*|[^0-9]", "", cell).lstrip("0")
    value = float(cell.replace(",", "."))
    return value if len(significant) <= _DIGITS and math.isfinite(value) else None


_PARSERS: dict[Kind, Callable[[str], Value]] = {
    Kind.BOOLEAN: _boolean,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
}


def _moments(cells: Sequence[str]) -> list[datetime | None] | None:
    """All cells in the one order of day and month that fits them; nothing if they differ, or two orders fit."""
    found: list[re.Match[str] | None] = []
    shape: tuple[object, ...] | None = None
    for cell in cells:
        match = _MOMENT.fullmatch(cell) if cell else None
        if cell and match is None:
            return None
        if match is not None:
            own = (match["by"], len(match["a"]) > 2, *(match[part] is None for part in ("time", "second", "half")))
            if shape is not None and own != shape:
                return None
            shape = own
        found.append(match)
    readings = [moments for order in _ORDERS if (moments := _in_order(found, order)) is not None]
    return readings[0] if readings and all(one == readings[0] for one in readings) else None


def _in_order(found: Sequence[re.Match[str] | None], order: str) -> list[datetime | None] | None:
    moments: list[datetime | None] = []
    for match in found:
        moment = _moment(match, order) if match is not None else None
        if match is not None and moment is None:
            return None
        moments.append(moment)
    return moments


def _moment(match: re.Match[str], order: str) -> datetime | None:
    parts = dict(zip(order, (match["a"], match["b"], match["c"]), strict=True))
    if len(parts["y"]) != 4 or len(parts["m"]) > 2 or len(parts["d"]) > 2:
        return None
    # Nobody writes the month first between dots.
    if match["by"] == "." and order == "mdy":
        return None
    hour = int(match["h"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "pm" else 0)
    with suppress(ValueError, OverflowError):
        day = (int(parts["y"]), int(parts["m"]), int(parts["d"]))
        micro = int((match["f"] or "").ljust(6, "0"))
        return datetime(*day, hour, int(match["m"] or 0), int(match["s"] or 0), micro, tzinfo=_zone(match["zone"]))
    return None


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if written == "Z":
        return UTC
    digits = written[1:].replace(":", "")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if written[0] == "-" else away)
