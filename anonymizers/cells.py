"""Which cells of a survey are numbers, which are labels that several chose, and which are read as free text."""

import re
from collections.abc import Mapping, Sequence

from anonymizers.masking import Masked

MOST_LABELS = 20
LONGEST_LABEL = 60
_FEWEST_USES = 2
# Thousands are parted by one sign and decimals by another; "212.555.0187" and "03 555.1234" are telephone numbers.
_NUMBER = re.compile(
    r"[+-]?(?:\d{1,2}(?:[.,]\d{1,4})?|\d{3,4}(?:[.,]\d{1,3})?"
    r"|[1-9]\d{0,2}(?P<thousands>[ ,.'])\d{3}(?:(?!(?P=thousands))[.,]\d{1,2})?) ?%?"
)
_HARMLESS_IN_LABELS = frozenset({"UNKNOWN", "NUMBER"})


def is_number(value: str) -> bool:
    """Whether a cell is a plain number of no more digits than a rating has."""
    return _NUMBER.fullmatch(value) is not None


def labels(values: Sequence[str], ids: Sequence[str], masked: Mapping[str, Masked]) -> frozenset[str]:
    """The few short values that several participants chose and in which nothing but an unknown word was found.

    `values` and `ids` (the participant of each) are of one length; `masked` holds each value that was read as text.
    """
    choosing: dict[str, set[str]] = {}
    for value, one in zip(values, ids, strict=True):
        if value in masked and len(value) <= LONGEST_LABEL:
            choosing.setdefault(value, set()).add(one)
    repeated = {value for value, by in choosing.items() if len(by) >= _FEWEST_USES}
    if len(repeated) > MOST_LABELS:
        return frozenset()
    return frozenset(
        value for value in repeated if all(span.entity in _HARMLESS_IN_LABELS for span in masked[value].spans)
    )
