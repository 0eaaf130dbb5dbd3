"""Numbers a state gives a person: NI, NHS, NIR, Steuer-ID, DNI, NIE and their like."""

import re
from collections.abc import Callable, Iterator

from stdnum.de import idnr
from stdnum.es import dni, nie
from stdnum.fr import nir
from stdnum.gb import nhs

from anonymizers.recognizers.context import HEALTH, IDENTITY, beside
from anonymizers.recognizers.digits import Run, digit_runs
from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, LIKELY, SURE, Found, TextRecognizer

_SEP = r"[\s.\-/]?"
# Shapes that are masked whether or not their check digit holds: a misheard digit still leads to somebody.
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[str], bool] | None], ...] = (
    # National Insurance; the letters HMRC never gives out are accepted, since people invent and misremember.
    (re.compile(rf"(?<!\w)[A-Z]{{2}}(?:{_SEP}\d{{2}}){{3}}{_SEP}[A-D](?!\w)", re.IGNORECASE), None),
    (
        re.compile(
            rf"(?<!\w)[12]{_SEP}\d{{2}}{_SEP}(?:0[1-9]|1[0-2]|[2-9]\d){_SEP}(?:\d{{2}}|2[AB]){_SEP}\d{{3}}{_SEP}\d{{3}}"
            rf"(?:{_SEP}\d{{2}})?(?!\w)",
            re.IGNORECASE,
        ),
        nir.is_valid,
    ),
    (re.compile(rf"(?<!\w)\d{{2}}\.?\d{{3}}\.?\d{{3}}{_SEP}[A-HJ-NP-TV-Z](?!\w)", re.IGNORECASE), dni.is_valid),
    (re.compile(rf"(?<!\w)[XYZ]{_SEP}\d{{7}}{_SEP}[A-Z](?!\w)", re.IGNORECASE), nie.is_valid),
    # German pension insurance: area, birth date, initial, serial, check digit.
    (re.compile(r"(?<!\w)\d{2}\s?[0-3]\d[01]\d\d{2}\s?[A-Z]\s?\d{3}(?!\w)"), None),
    # German health insurance.
    (re.compile(r"(?<!\w)[A-Z]\s?\d{3}\s?\d{3}\s?\d{3}(?!\w)"), None),
    # Irish PPS and United States SSN.
    (re.compile(r"(?<!\w)\d{7}\s?[A-W][A-IW]?(?!\w)"), None),
    (re.compile(r"(?<![\w\-])\d{3}-\d{2}-\d{4}(?![\w\-])"), None),
)
_CODE = re.compile(r"(?<![\w@])(?=[A-Za-z]*\d)[A-Za-z0-9]{8,12}(?![\w@])")
_DIGITS = range(6, 16)


class NationalIdRecognizer(TextRecognizer):
    """Identity, tax, health and social security numbers by shape, by check digit, or by the word beside them."""

    ENTITIES = ("NATIONAL_ID",)

    def find(self, text: str) -> Iterator[Found]:
        """Written shapes, checked digit runs (spoken ones too), and codes beside their word."""
        for pattern, is_valid in _SHAPES:
            for shape in near_digits(pattern, text):
                checked = is_valid is not None and is_valid(shape.group())
                yield Found(*shape.span(), "NATIONAL_ID", SURE if checked else LIKELY)
        for run in digit_runs(text, self.supported_language):
            score = _score(text, run)
            if score:
                yield Found(run.start, run.end, "NATIONAL_ID", score)
        for code in near_digits(_CODE, text):
            if beside(text, *code.span(), IDENTITY, after=0):
                yield Found(*code.span(), "NATIONAL_ID", CONTEXT)


def _score(text: str, run: Run) -> float:
    digits = run.digits
    if run.quantity or run.plus:
        return 0.0
    if len(digits) == 10 and not digits.startswith("0") and nhs.is_valid(digits):
        return SURE if run.shape == (3, 3, 4) or beside(text, run.start, run.end, HEALTH) else LIKELY
    if len(digits) == 11 and idnr.is_valid(digits):
        return SURE
    if len(digits) in {13, 15} and nir.is_valid(digits):
        return SURE
    if len(digits) in _DIGITS and beside(text, run.start, run.end, IDENTITY, after=0):
        return CONTEXT
    return 0.0


def is_national_id(code: str) -> bool:
    """Whether letters and digits without spaces have the shape of one that holds letters."""
    return any(pattern.fullmatch(code.upper()) for pattern, _ in _SHAPES)
