"""What the street patterns of every language are made of."""

import re
from dataclasses import dataclass
from typing import Literal

RestsOn = Literal["number", "living", "lead", "capitals", "code"]
"""What makes words a street: a house number, a word for living ahead, "live at" right ahead, capitals alone, or a
postcode of five digits right after."""


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern for a street and what it rests on.

    `beside` names the words without which it cannot match (a key of the language's `TELLING`); "digits" stands for
    written digits, "long runs" for numbers of a house and a postcode said without a pause. The pattern is run near
    those alone.
    """

    pattern: re.Pattern[str]
    rests_on: RestsOn
    beside: str


def any_case(pattern: str, rests_on: RestsOn, beside: str) -> Form:
    """A form that matches capitals and small letters alike."""
    return Form(re.compile(pattern, re.IGNORECASE), rests_on, beside)


def cased(pattern: str, rests_on: RestsOn, beside: str) -> Form:
    """A form whose capitals matter."""
    return Form(re.compile(pattern), rests_on, beside)
