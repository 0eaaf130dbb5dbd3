"""Telephone numbers, written in any grouping or said digit by digit."""

import re
from collections.abc import Iterator

import phonenumbers

from anonymizers.recognizers.context import PHONE, beside
from anonymizers.recognizers.digits import Run, digit_runs
from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, LIKELY, SURE, WEAK, Found, TextRecognizer

_REGIONS = ("GB", "FR", "DE", "ES", "IE", "US")
_MAX_DIGITS = 17
_MIN_NATIONAL = 9
_MIN_BESIDE_A_WORD = 5
# Numbers without a leading zero, by the lengths of their groups: Spain and the United States.
_SHAPES = {(3, 3, 3), (3, 2, 2, 2), (3, 6), (2, 3, 2, 2), (3, 3, 4), (1, 3, 3, 4)}
_EXTENSION = re.compile(
    r"(?<!\w)(?:ext(?:ension|\.)?|poste|durchwahl|extensi[óo]n)\s*(?:is|no\.?|number|num[ée]ro)?\s*:?\s*(\d{2,6})\b",
    re.IGNORECASE,
)


class PhoneNumberRecognizer(TextRecognizer):
    """Numbers that begin like a telephone number, that a numbering plan knows, or that a word announces.

    Length matters more than validity: a number misheard by one digit still leads to somebody.
    """

    ENTITIES = ("PHONE_NUMBER",)

    def find(self, text: str) -> Iterator[Found]:
        """Written and spoken numbers and extensions."""
        for run in digit_runs(text, self.supported_language):
            found = _phone(text, run)
            if found:
                yield found
        for extension in near_digits(_EXTENSION, text):
            yield Found(extension.start(1), extension.end(1), "PHONE_NUMBER", CONTEXT)


def _phone(text: str, run: Run) -> Found | None:
    digits = run.digits
    if len(digits) < _MIN_BESIDE_A_WORD or run.counts_up:
        return None
    if run.plus and len(digits) >= 7:
        return Found(run.start, run.end, "PHONE_NUMBER", _score("+" + digits))
    national = _from_the_zero(run)
    if national:
        return Found(national.start, national.end, "PHONE_NUMBER", _score(national.digits))
    if not run.quantity and len(digits) <= _MAX_DIGITS:
        if run.shape in _SHAPES and (run.shape != (3, 3, 3) or digits[0] in "6789"):
            return Found(run.start, run.end, "PHONE_NUMBER", _score(digits))
        if run.spoken and digits[0] in "6789" and len(digits) == _MIN_NATIONAL:
            return Found(run.start, run.end, "PHONE_NUMBER", _score(digits))
        if beside(text, run.start, run.end, PHONE):
            return Found(run.start, run.end, "PHONE_NUMBER", CONTEXT)
    return None


def _from_the_zero(run: Run) -> Run | None:
    """The part of a run that begins with 0 and is long enough: a stray number may stand before it."""
    left = len(run.digits)
    for first, group in enumerate(run.groups):
        if left < _MIN_NATIONAL:
            return None
        if group.digits.startswith("0"):
            return run.tail(first) if first else run
        left -= len(group.digits)
    return None


def _score(number: str) -> float:
    possible = False
    for region in (None,) if number.startswith("+") else _REGIONS:
        try:
            parsed = phonenumbers.parse(number[:_MAX_DIGITS], region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            return SURE
        possible = possible or phonenumbers.is_possible_number(parsed)
    return LIKELY if possible else WEAK
