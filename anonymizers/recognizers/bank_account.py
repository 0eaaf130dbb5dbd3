"""Bank accounts: sort codes, account numbers, routing numbers, BICs, and IBANs with a small letter or a wrong digit."""

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.us import rtn

from anonymizers.recognizers.context import BANK, beside
from anonymizers.recognizers.digits import Run, digit_runs
from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, LIKELY, SURE, WEAK, Found, TextRecognizer

_SORT_CODE = re.compile(
    r"(?<![\d\-\u2010-\u2015./])\d{2}\s?[-\u2010-\u2015]\s?\d{2}\s?[-\u2010-\u2015]\s?\d{2}(?![\-\u2010-\u2015./]?\d)"
)
_IBAN_LIKE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[\s\-]?[A-Za-z0-9]{2,4}){3,8}(?![A-Za-z0-9])")
_IBAN_WORD = re.compile(r"(?<!\w)iban(?!\w)", re.IGNORECASE)
_BIC = re.compile(r"(?<!\w)[A-Z]{4}(?:AT|BE|CH|DE|ES|FR|GB|IE|IT|LU|NL|PT|US)[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?!\w)")
_ACCOUNT_DIGITS = range(5, 24)


class BankAccountRecognizer(TextRecognizer):
    """What Presidio's IBAN recogniser, which wants capitals and a right checksum, does not give."""

    ENTITIES = ("BANK_ACCOUNT", "IBAN_CODE")

    def find(self, text: str) -> Iterator[Found]:
        """Sort codes by shape, account numbers by the words beside them, IBANs in any case and spacing."""
        for code in near_digits(_SORT_CODE, text):
            yield Found(code.start(), code.end(), "BANK_ACCOUNT", LIKELY if beside(text, *code.span(), BANK) else WEAK)
        for run in digit_runs(text, self.supported_language):
            score = _account_score(text, run)
            if score:
                yield Found(run.start, run.end, "BANK_ACCOUNT", score)
        for like in near_digits(_IBAN_LIKE, text):
            yield from _iban(text, like)
        for bic in _BIC.finditer(text):
            if beside(text, *bic.span(), BANK):
                yield Found(*bic.span(), "BANK_ACCOUNT", CONTEXT)


def _account_score(text: str, run: Run) -> float:
    digits = run.digits
    # A sort code and an account number, one after the other.
    if len(digits) == 14 and run.shape in {(6, 8), (2, 2, 2, 8), (2, 2, 2, 4, 4)}:
        return LIKELY
    if len(digits) not in _ACCOUNT_DIGITS or run.quantity:
        return 0.0
    if beside(text, run.start, run.end, BANK):
        return SURE if len(digits) == 9 and rtn.is_valid(digits) else CONTEXT
    return 0.0


def _iban(text: str, like: re.Match[str]) -> Iterator[Found]:
    """The longest beginning of the match that is a valid IBAN, or all of it where the word IBAN stands before it."""
    ends = [like.start() + size for size in range(len(like.group()), 14, -1)]
    for end in ends:
        if (end == len(text) or not text[end].isalnum()) and iban.is_valid("".join(text[like.start() : end].split())):
            yield Found(like.start(), end, "IBAN_CODE", SURE)
            return
    if sum(char.isdigit() for char in like.group()) >= 10 and beside(text, *like.span(), _IBAN_WORD):
        yield Found(*like.span(), "IBAN_CODE", CONTEXT)
