"""Passports and driving licences: by shape where the shape is rare, else beside the word for one."""

import re
from collections.abc import Iterator

from anonymizers.recognizers.context import LICENCE, PASSPORT, beside
from anonymizers.recognizers.digits import digit_runs
from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, LIKELY, Found, TextRecognizer

_UK_LICENCE = re.compile(
    r"(?<!\w)[A-Z9]{5}\s?\d[0156]\d[0-3]\d\d\s?[A-Z9]{2}\s?[A-Z0-9][A-Z]{2}(?:\s?\d{2})?(?!\w)", re.IGNORECASE
)
_FR_PASSPORT = re.compile(r"(?<!\w)\d{2}[A-Z]{2}\d{5}(?!\w)")
_ES_PASSPORT = re.compile(r"(?<!\w)[A-Z]{3}\d{6}(?!\w)")
_PART = r"[A-Za-z0-9]*\d[A-Za-z0-9]*"
_CODE = re.compile(rf"(?<![\w@])(?:[A-Z]{{1,3}}\s)?{_PART}(?:\s{_PART}){{0,4}}(?![\w@])")
_DIGITS = range(6, 13)


class IdentityDocumentRecognizer(TextRecognizer):
    """Passport and driving licence numbers of the United Kingdom, France, Germany and Spain."""

    ENTITIES = ("PASSPORT", "DRIVING_LICENCE")

    def find(self, text: str) -> Iterator[Found]:
        """Shapes first, then what stands shortly after "passport", "Führerschein", "permis", "carné"."""
        yield from (Found(*hit.span(), "DRIVING_LICENCE", LIKELY) for hit in near_digits(_UK_LICENCE, text))
        for pattern in (_FR_PASSPORT, _ES_PASSPORT):
            yield from (Found(*hit.span(), "PASSPORT", LIKELY) for hit in near_digits(pattern, text))
        for code in near_digits(_CODE, text):
            if 7 <= len(code.group()) <= 18 and sum(char.isdigit() for char in code.group()) >= 3:
                yield from _announced(text, *code.span())
        for run in digit_runs(text, self.supported_language):
            if len(run.digits) in _DIGITS and not run.quantity:
                yield from _announced(text, run.start, run.end)


def _announced(text: str, start: int, end: int) -> Iterator[Found]:
    if beside(text, start, end, PASSPORT, before=50, after=0):
        yield Found(start, end, "PASSPORT", CONTEXT)
    elif beside(text, start, end, LICENCE, before=50, after=0):
        yield Found(start, end, "DRIVING_LICENCE", CONTEXT)
