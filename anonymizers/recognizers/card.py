"""Payment card numbers: sixteen digits or so that pass Luhn's check, or that stand beside a word for a card."""

import re
from collections.abc import Iterator

from stdnum import luhn

from anonymizers.recognizers.context import CARD, beside
from anonymizers.recognizers.digits import Run, digit_runs
from anonymizers.recognizers.regions import near_digits
from anonymizers.recognizers.spans import CONTEXT, SURE, Found, TextRecognizer

_LENGTHS = range(13, 20)
_FIRST = "23456"
_SECURITY_CODE = re.compile(
    r"(?<!\w)(?:cvv2?|cvc2?|security\s+code|cryptogramme|pr[üu]fziffer|c[óo]digo\s+de\s+seguridad)"
    r"(?:\s+(?:is|was|est|ist|es|number))*\s*:?\s*(\d{3,4})\b",
    re.IGNORECASE,
)
_LAST_FOUR = re.compile(
    r"(?<!\w)(?:ending(?:\s+(?:in|with))?|last\s+(?:four|4)(?:\s+digits)?|se\s+termine\s+par|endet\s+auf"
    r"|terminad[ao]\s+en"
    r"|acaba\s+en)(?:\s+(?:is|are|were|on))*\s*:?\s*$",
    re.IGNORECASE,
)


class CardNumberRecognizer(TextRecognizer):
    """Card numbers in any grouping, spoken ones included, their last four digits and security codes."""

    ENTITIES = ("CREDIT_CARD",)

    def find(self, text: str) -> Iterator[Found]:
        """Runs of 13 to 19 digits; shorter ones only where the words before say what they are."""
        for run in digit_runs(text, self.supported_language):
            score = _card_score(text, run)
            if score:
                yield Found(run.start, run.end, "CREDIT_CARD", score)
        for code in near_digits(_SECURITY_CODE, text):
            yield Found(code.start(1), code.end(1), "CREDIT_CARD", CONTEXT)


def _card_score(text: str, run: Run) -> float:
    digits = run.digits
    if len(digits) in _LENGTHS and digits[0] in _FIRST and luhn.is_valid(digits):
        return SURE
    if len(digits) >= 12 and not run.plus and beside(text, run.start, run.end, CARD):
        return CONTEXT
    if len(digits) == 4 and not run.quantity and _LAST_FOUR.search(text, max(0, run.start - 40), run.start):
        return CONTEXT
    return 0.0
