"""How people tie a word to themselves or to somebody they speak of, in each language.

Every pattern is matched against the text of a `View`: small letters without accents, one sign between two words. A
pattern ends where the tied word begins, so that `own` is "my ", "his ", "mum's ". Compiled by hand for this project.
"""

import re
from functools import cache

from anonymizers.quasi.speech.english import ENGLISH
from anonymizers.quasi.speech.french import FRENCH
from anonymizers.quasi.speech.german import GERMAN
from anonymizers.quasi.speech.spanish import SPANISH
from anonymizers.quasi.speech.words import Speech

__all__ = ["PART", "SPEECH", "Speech", "beginning_with", "ending_in"]

PART = r"(?:,? |')"
"""What stands between two words of one breath."""

SPEECH = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH}


@cache
def ending_in(pattern: str) -> re.Pattern[str]:
    """A pattern that a stretch left of a word must end in, at a word's start."""
    return re.compile(rf"(?<![a-z0-9])(?:{pattern})$")


@cache
def beginning_with(pattern: str) -> re.Pattern[str]:
    """A pattern that a stretch right of a word must begin with, up to a word's end."""
    return re.compile(rf"(?:{pattern})(?![a-z0-9])")
