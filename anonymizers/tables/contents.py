"""What the sampled answers of a column look like, told by whole cells."""

import ipaddress
import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from anonymizers.tables.kinds import kind_of
from anonymizers.tables.model import Kind

MOST_LABELS = 20
LONGEST_LABEL = 60
_DIRECT_SHARE = 0.1
_QUASI_SHARE = 0.5
_ID_SHARE = 0.95
_NAME_SHARE = 0.8
_FEWEST_IDS = 5
_LONG_TEXT = 40

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,200}\.[^\W\d_]{2,}")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+|00|\(?0)[0-9 ()./\-]{7,20}[0-9]|[0-9]{3}[ .\-][0-9]{3}[ .\-][0-9]{4}")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?")
_LONG_NUMBER = re.compile(r"[0-9](?:[ \-]?[0-9]){9,18}")
_HANDLE = re.compile(r"@[A-Za-z0-9_.]{2,30}")
_PLACE = re.compile(r"[+-]?[0-9]{1,2}\.[0-9]{3,},\s?[+-]?[0-9]{1,3}\.[0-9]{3,}")
_POSTCODE = re.compile(
    r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}|[0-9]{4} ?[A-Z]{2}|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]"
    r"|(?:A|AT|B|BE|CH|D|DE|E|ES|F|FR|I|IT|L|LU)-[0-9]{4,5}|[0-9]{5}-[0-9]{4}",
    re.IGNORECASE,
)
_ID = re.compile(r"(?=.*[0-9])[A-Za-z0-9_\-:.]{4,64}")
_NAME = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*(?: (?:[^\W\d_]\.?|[^\W\d_]+(?:['’\-][^\W\d_]+)*)){0,3}")  # noqa: RUF001 - the apostrophe that people type


@dataclass(frozen=True, slots=True)
class Contents:
    """The role that the answers call for, whether it must not be weakened by the header, and why."""

    role: str
    strong: bool
    reason: str


def contents_of(cells: Sequence[str], labels: Sequence[str], is_first_name: Callable[[str], bool]) -> Contents:
    """What these answers, none of them empty, call for; `labels` are the codes of the column, if it has some."""
    for what, check in _DIRECT:
        found = sum(map(check, cells))
        if found and found >= _DIRECT_SHARE * len(cells):
            return Contents("direct", True, f"{_of(found, cells)} look like {what}")
    named = [cell for cell in cells if _is_name(cell, is_first_name)]
    names = len(named)
    # A single word may be a name and a label too.
    if names >= (_QUASI_SHARE if sum(" " in cell for cell in named) > names / 2 else _NAME_SHARE) * len(cells):
        return Contents("direct", True, f"{_of(names, cells)} look like people's names")
    dates = sum(kind_of([cell]) in {Kind.DATE, Kind.DATETIME} or _is_unsure_date(cell) for cell in cells)
    codes = sum(bool(_POSTCODE.fullmatch(cell)) for cell in cells)
    for found, what in ((codes, "post codes"), (dates, "dates")):
        if found >= _QUASI_SHARE * len(cells):
            return Contents("quasi", False, f"{_of(found, cells)} look like {what}")
    return _plain(cells, set(labels))


def _plain(cells: Sequence[str], labels: set[str]) -> Contents:
    uses = Counter(cells)
    if labels and set(uses) <= labels:
        return Contents("measure", False, f"all {len(cells)} sampled values are codes with labels")
    distinct = len(uses)
    kind = kind_of(cells, decimal_comma=True)
    unique = distinct >= _ID_SHARE * len(cells) and len(cells) >= _FEWEST_IDS
    if kind is Kind.INTEGER and unique and min(map(len, cells)) >= _FEWEST_IDS:
        return Contents(
            "direct", False, f"{distinct} of {len(cells)} sampled values are different long numbers, as ids are"
        )
    if kind in {Kind.INTEGER, Kind.NUMBER}:
        return Contents("measure", False, f"all {len(cells)} sampled values are numbers")
    if unique and sum(bool(_ID.fullmatch(cell)) for cell in cells) >= _ID_SHARE * len(cells):
        return Contents("direct", False, f"{distinct} of {len(cells)} sampled values are different codes, as ids are")
    longest = max(map(len, cells))
    repeated = 3 * distinct <= len(cells) or (kind is Kind.BOOLEAN and distinct <= 2)
    if distinct <= MOST_LABELS and longest <= LONGEST_LABEL and repeated:
        return Contents("measure", False, f"{distinct} short values come again and again in {len(cells)} sampled ones")
    typical = "long" if sum(map(len, cells)) >= _LONG_TEXT * len(cells) else "differing"
    return Contents("free_text", False, f"{distinct} of {len(cells)} sampled values are different, {typical} texts")


def _of(found: int, cells: Sequence[str]) -> str:
    return f"{found} of {len(cells)} sampled values"


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda cell: pattern.fullmatch(cell.strip()) is not None


def _is_phone(cell: str) -> bool:
    digits = sum(one.isdigit() for one in cell)
    return bool(_PHONE.fullmatch(cell.strip())) and 9 <= digits <= 15 and not _is_unsure_date(cell)


def _is_ip(cell: str) -> bool:
    if not 2 <= cell.count(".") + cell.count(":") <= 10:
        return False
    with suppress(ValueError):
        return bool(ipaddress.ip_address(cell.strip()))
    return False


def _is_unsure_date(cell: str) -> bool:
    """A date whose day and month cannot be told apart is one all the same."""
    return re.fullmatch(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[T ,].*)?", cell.strip()) is not None


def _is_name(cell: str, is_first_name: Callable[[str], bool]) -> bool:
    if len(cell) > LONGEST_LABEL or not _NAME.fullmatch(cell) or not cell[0].isupper():
        return False
    words = cell.split()
    return is_first_name(words[0].lower()) and all(word[0].isupper() or len(word) <= 3 for word in words)


_DIRECT: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("e-mail addresses", _matches(_EMAIL)),
    ("phone numbers", _is_phone),
    ("internet addresses of a connection", _is_ip),
    ("links", _matches(_URL)),
    ("bank account numbers", _matches(_IBAN)),
    ("places on a map", _matches(_PLACE)),
    ("account names", _matches(_HANDLE)),
    ("account or card numbers", _matches(_LONG_NUMBER)),
)
