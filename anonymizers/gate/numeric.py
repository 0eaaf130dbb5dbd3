"""The digits of a study's people (telephone, bank, birth date) in any grouping, written or read aloud."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import phonenumbers

from anonymizers.gate.dates import BirthDates
from anonymizers.gate.folding import clean
from anonymizers.gate.hits import Hit
from anonymizers.gate.page import Page
from anonymizers.gate.report import Severity
from anonymizers.gate.spoken import Number
from anonymizers.gate.vocabulary import NUMBER_FILLERS

REGIONS = ("GB", "FR", "DE", "ES")
_COUNTRIES = {
    "GB": ("gb", "uk", "united kingdom", "great britain", "england", "scotland", "wales", "northern ireland"),
    "FR": ("fr", "france", "frankreich", "francia"),
    "DE": ("de", "germany", "deutschland", "allemagne", "alemania"),
    "ES": ("es", "spain", "espana", "espagne", "spanien"),
}
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
# How many of the last digits of an IBAN are the account, the check digits behind it included.
_ACCOUNT_DIGITS = {"GB": 8, "DE": 10, "ES": 10, "FR": 13, "IE": 8}
_FREE_LENGTH = 9
"""From so many digits on a value is found inside longer rows of digits; shorter ones must stand by themselves."""
_SHORTEST = 7
_GAP = 5
_STRICT_GAP = 3


class NumberTable:
    """Rows of digits by what they are. `forms` counts them."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.birth_dates = BirthDates()

    @property
    def forms(self) -> int:
        """How many forms there are to look for."""
        return len(self._values) + len(self.birth_dates)

    def add_phone(self, value: str, country: str, ref: str) -> None:
        """A telephone number: its national digits, and a fixed line's local ones."""
        for national in _national(value, country):
            self._add("phone", national, ref)

    def add_bank(self, value: str, ref: str) -> None:
        """An IBAN, or a sort code with its account number, or rows of digits of another country."""
        compact = re.sub(r"[^A-Z0-9]", "", clean(value).upper())
        groups = [compact]
        if _IBAN.fullmatch(compact):
            groups = re.findall(r"\d+", compact[4:])
            groups.append("".join(groups)[-_ACCOUNT_DIGITS.get(compact[:2], 10) :])
        elif compact.isdigit():
            groups += [compact[6:]] if len(compact) == 14 else re.findall(r"\d+", value)
        for group in groups:
            digits = group if group.isdigit() else ""
            for form in (digits, digits.lstrip("0")):
                self._add("bank_account", form, ref)

    def add_birth_date(self, value: str, ref: str) -> None:
        """An ISO 8601 date of birth; also rows of its digits, such as 07031984."""
        for digits in self.birth_dates.add(value, ref):
            self._add("birth_date", digits, ref)

    def in_longer_rows(self) -> list[str]:
        """The values that are found inside longer rows of digits, over the ends of lines too."""
        return sorted({value for value, _ in self._values if len(value) >= _FREE_LENGTH})

    def hits(self, page: Page, numbers: Sequence[Number]) -> Iterator[Hit]:
        """Where the page shows one of these rows of digits, or a date of birth."""
        yield from self.birth_dates.hits(page, numbers)
        for row in number_rows(page, numbers):
            digits = "".join(number.digits for number in row)
            if len(digits) >= 6:
                yield from self._in_row(page, row, digits)

    def _add(self, kind: str, digits: str, ref: str) -> None:
        if len(digits) >= (6 if kind == "birth_date" else _SHORTEST):
            self._values[digits, kind].add(ref)

    def _in_row(self, page: Page, row: Sequence[Number], digits: str) -> Iterator[Hit]:
        ends: list[int] = []
        for number in row:
            ends.append((ends[-1] if ends else 0) + len(number.digits))
        starts = {0, *ends}
        for (value, kind), people in self._values.items():
            at = digits.find(value)
            while at >= 0:
                first, last = bisect_right(ends, at), bisect_right(ends, at + len(value) - 1)
                whole = at in starts and at + len(value) in starts and _close(page, row[first : last + 1])
                if whole or len(value) >= _FREE_LENGTH:
                    # Six digits in one piece may be any number: the reviewer sees it.
                    lone = len(value) == 6 and first == last and not row[first].spoken
                    severity: Severity = "review" if lone else "block"
                    yield Hit(row[first].first, row[last].last, kind, severity, frozenset(people))
                at = digits.find(value, at + 1)


def number_rows(page: Page, numbers: Sequence[Number]) -> Iterator[list[Number]]:
    """Numbers that follow one another with nothing but marks, or one filler word, between them."""
    row: list[Number] = []
    for number in numbers:
        if row and not _follows(page, row[-1], number):
            yield row
            row = []
        row.append(number)
    if row:
        yield row


def _follows(page: Page, before: Number, after: Number) -> bool:
    between = after.first - before.last - 1
    distance = page.starts[after.first] - page.ends[before.last]
    if between == 1 and page.keys[before.last + 1] in NUMBER_FILLERS:
        return distance <= 2 * _GAP + len(page.raws[before.last + 1])
    return between == 0 and distance <= _GAP


def _close(page: Page, row: Sequence[Number]) -> bool:
    """Whether the numbers stand on one line, close together, and are no column of figures."""
    for before, after in pairwise(row):
        gap = page.text[page.ends[before.last] : page.starts[after.first]]
        if "\n" in gap or (len(gap) > _STRICT_GAP and after.first == before.last + 1):
            return False
    return True


def _national(value: str, country: str) -> Iterator[str]:
    """The digits of a number behind its country or trunk prefix, and behind its area code where it has one."""
    plain = clean(value).strip()
    plain = "+" + plain[2:] if plain.startswith("00") else plain
    for region in (None,) if plain.startswith("+") else _regions(country):
        try:
            number = phonenumbers.parse(plain, region)
        except phonenumbers.NumberParseException:
            continue
        if region is None or phonenumbers.is_valid_number(number):
            national = phonenumbers.national_significant_number(number)
            yield national
            yield national[phonenumbers.length_of_geographical_area_code(number) :]
            return
    yield re.sub(r"\D", "", plain).lstrip("0")


def _regions(country: str) -> list[str]:
    spelled = " ".join(re.findall(r"[a-z]+", clean(country).lower()))
    named = [region for region, names in _COUNTRIES.items() if spelled in names]
    return [*named, *(region for region in REGIONS if region not in named)]
