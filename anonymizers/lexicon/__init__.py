"""What is an ordinary word of a language and what is a name: word counts (wordfreq), name lists, and our own tables."""

import math
import re
from functools import cache, lru_cache

import wordfreq

from anonymizers.errors import AnonymizerError
from anonymizers.lexicon.buttons import BUTTONS
from anonymizers.lexicon.common import common_words
from anonymizers.lexicon.endings import stems
from anonymizers.lexicon.everyday import CALENDAR, EVERYDAY, FAMILY, GIVEN
from anonymizers.lexicon.interface import INTERFACE
from anonymizers.lexicon.names import KnownNames, known_names

_PARTS = re.compile(r"['’\-]")  # noqa: RUF001 - the apostrophe that people type
_CODE = re.compile("[a-z]{2,3}")
_SURE_ENGLISH = 4.5
_COMPOUND_PART = 3.6

__all__ = ["Lexicon", "has_word_list", "lexicon"]


@cache
def has_word_list(language: str) -> bool:
    """Whether wordfreq counts the words of a language (ISO 639-1 code)."""
    return language in wordfreq.available_languages("small")


@cache
def lexicon(language: str) -> "Lexicon":
    """The lexicon of a language, built once a process.

    Raises:
        AnonymizerError: a language without a word list: default-deny cannot judge its words, a person must.
    """
    if not has_word_list(language):
        code = language if _CODE.fullmatch(language) else "unknown"
        raise AnonymizerError(
            f"there is no word list for the language '{code}', so names cannot be told from words; "
            "this goes to review by a person"
        )
    return Lexicon(language)


class Lexicon:
    """One language's words. Every word is given in lower case; the answers are kept, since speech repeats itself."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.names: KnownNames = known_names()
        self.everyday = common_words(language).union(EVERYDAY.get(language, ()), BUTTONS.get(language, ()))
        self.family = FAMILY
        self.given = GIVEN.get(language, frozenset())
        self._counts = wordfreq.get_frequency_dict(language)
        self.zipf = lru_cache(maxsize=65536)(self._zipf)
        self.ordinary = lru_cache(maxsize=65536)(self._ordinary)

    def _zipf(self, word: str) -> float:
        """How common a word is: the base-10 logarithm of its count per thousand million words; 0 when unknown."""
        count = self._counts.get(word) or self._counts.get(word.casefold())
        return math.log10(count) + 9 if count else 0.0

    def _ordinary(self, word: str, at_least: float) -> bool:
        """Whether lists know a word as a plain word of this language, `at_least` as common as that (Zipf)."""
        if len(word) == 1 or word in self.everyday or word in INTERFACE:
            return True
        if word in self.names:
            return False
        if self.zipf(word) >= at_least:
            return True
        parts = [part for part in _PARTS.split(word) if part]
        if len(parts) > 1:
            return all(len(part) < 3 or self.ordinary(part, at_least) for part in parts)
        return self._derived(word, at_least) or self._compound(word) or self._english(word)

    def plain(self, word: str) -> bool:
        """Whether a word of a list of names is an everyday word when nothing marks it as a name."""
        return word in self.everyday or (word not in self.names and self.zipf(word) >= 4.0)

    def calendar(self, word: str) -> bool:
        """Whether a language writes this month or weekday with a capital."""
        return self.language == "en" and word in CALENDAR

    def _derived(self, word: str, at_least: float) -> bool:
        """`scrolled` is known by `scroll`: a regular form of a word that is known itself."""
        return any(
            stem in self.everyday
            or stem in INTERFACE
            or (stem not in self.names.first and len(stem) > 2 and self.zipf(stem) >= at_least)
            for stem in stems(word, self.language)
        )

    def _compound(self, word: str) -> bool:
        """German writes compounds as one word: each part must be a common one."""
        if self.language != "de" or len(word) < 8:
            return False
        return any(
            self._part(word[:cut]) and (self._part(word[cut:]) or self._compound(word[cut:]))
            for cut in range(3, len(word) - 2)
        )

    def _part(self, part: str) -> bool:
        forms = {part, part.removesuffix("s"), part.removesuffix("n"), part.removesuffix("en"), part + "e"}
        return any(
            len(form) > 2 and (form in self.everyday or form not in self.names) and self.zipf(form) >= _COMPOUND_PART
            for form in forms
        )

    def _english(self, word: str) -> bool:
        """English words are used in every language's interfaces; only very common ones count."""
        return self.language != "en" and lexicon("en").zipf(word) >= _SURE_ENGLISH and word not in self.names
