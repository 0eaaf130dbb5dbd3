"""Numbers and codes that lead to a record: orders, customers, bookings, and long ones that nothing explains."""

import re
from collections.abc import Iterator

from anonymizers.recognizers.context import RECORD, REFERENCE, beside
from anonymizers.recognizers.digits import Run, digit_runs
from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, WEAK, Found, TextRecognizer

# Between the word and its number: "order number is, um, 4711", "Kundennummer lautet: 4711".
_LEAD = re.compile(
    rf"{REFERENCE.pattern}(?:[\s,:;#=\-\u2013.…\"“'\u2019(]+(?:number|no|nr|num[ée]ro|id|code|reference|ref|is|was"
    rf"|it['\u2019]?s|its|"
    r"like|um+|uh+|er|erm|the|my|our|of|n[°º]|est|c['\u2019]est|était|le|la|mon|euh|lautet|ist|war|die|der|meine|äh"
    r"|ähm|es|"
    r"era|el|mi|de|del|eh|nummer|n[úu]mero|called|starts?|starting|with|beginning|ends?|ending"
    r"|in))*[\s,:;#=\-\u2013.…\"“'\u2019(]*$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![\w@./\-])#?(?=[A-Za-z\-/_]*\d)[A-Za-z0-9](?:[A-Za-z0-9]|[\-/_](?=[A-Za-z0-9])){2,30}(?![\w@])"
)
_FOUR_SPOKEN = 4
_TALK = 130
_LONG = 7
_MIN_SPOKEN = 6
_LONG_SPOKEN = 9


class ReferenceNumberRecognizer(TextRecognizer):
    """A number or code beside a word such as "order" or "Kundennummer"; alone, from seven digits on."""

    ENTITIES = ("REFERENCE_NUMBER",)

    def find(self, text: str) -> Iterator[Found]:
        """Written codes, written digits, and digits said one by one."""
        for code in near_digits(_CODE, text):
            score = _code_score(text, code)
            if score:
                yield Found(*code.span(), "REFERENCE_NUMBER", score)
        for run in digit_runs(text, self.supported_language):
            score = _run_score(text, run)
            if score:
                yield Found(run.start, run.end, "REFERENCE_NUMBER", score)


def _led(text: str, start: int) -> bool:
    return _LEAD.search(text[max(0, start - 70) : start]) is not None


def _code_score(text: str, code: re.Match[str]) -> float:
    value = code.group()
    digits = sum(char.isdigit() for char in value)
    letters = sum(char.isalpha() for char in value)
    if letters and digits >= 2 and len(value) >= 5 and _led(text, code.start()):
        return CONTEXT
    if letters and digits >= 2 and len(value) >= 5 and value.upper() == value and _talked_of(text, *code.span()):
        return CONTEXT
    # Capitals and digits mixed, as systems print them: "BK7Q2X9", "INV-20418".
    if letters and digits >= 3 and digits + letters >= _LONG and value.upper() == value:
        return WEAK
    return 0.0


def _run_score(text: str, run: Run) -> float:
    size = len(run.digits)
    if size < _FOUR_SPOKEN or (run.quantity and not run.spoken) or run.plus:
        return 0.0
    if _led(text, run.start) and not run.counts_up and not _year(run):
        return CONTEXT
    if size >= _MIN_SPOKEN and not run.quantity and not run.counts_up and _talked_of(text, run.start, run.end):
        return CONTEXT
    if size == _FOUR_SPOKEN and _four_said(run) and _talked_of(text, run.start, run.end):
        return CONTEXT
    if any(len(group.digits) >= _LONG for group in run.groups):
        return WEAK
    return WEAK if run.spoken and _said_digit_by_digit(run) else 0.0


def _talked_of(text: str, start: int, end: int) -> bool:
    """Whether a record was spoken of shortly before: "it wanted the membership, which, hers is 136437"."""
    return beside(text, start, end, RECORD, _TALK, 0)


def _four_said(run: Run) -> bool:
    return len(run.groups) == _FOUR_SPOKEN and run.spoken and not run.quantity and not run.counts_up


def _year(run: Run) -> bool:
    return len(run.digits) == 4 and run.digits[:2] in {"19", "20"} and len(run.groups) <= 2


def _said_digit_by_digit(run: Run) -> bool:
    """Six digits or more, mostly one a word: nobody counts or measures like that."""
    size = len(run.digits)
    if size < _MIN_SPOKEN or run.counts_up or run.quantity:
        return False
    single = sum(group.spoken and (len(group.digits) == 1 or len(set(group.digits)) == 1) for group in run.groups)
    return single >= 3 or size >= _LONG_SPOKEN or run.digits.startswith("0")
