"""Whether a word may be part of a name: what the readers of names and houses ask of each word."""

import re

from anonymizers.lexicon import lexicon
from anonymizers.lexicon.places import known_places
from anonymizers.quasi.lexicons.organisations import ORGANISATION_WORDS
from anonymizers.quasi.lexicons.places import CITIES, COARSE
from anonymizers.quasi.speech import SPEECH
from anonymizers.quasi.view import View
from anonymizers.wordlists import word_set

TOGETHER = frozenset({" ", "'"})
"""What stands between two words of one name."""
SAINTS = word_set("st saint sainte san santa santo sankt")
COMMON = 4.3
FAIRLY_RARE = 3.9
WIDELY_USED = 5.2
_VERY_COMMON = 5.2
_RARE_IN_GERMAN = 3.6
_UNUSUAL = 3.5

Name = tuple[int, int]
"""The first and the last word of a name, both inclusive."""

Named = tuple[Name, str]
"""A name and the kind of what is called so."""


class Words:
    """The words around organisations in one language, and what each may be. Counts are Zipf values."""

    def __init__(self, language: str) -> None:
        words = ORGANISATION_WORDS[language]
        self.language = language
        self.lexicon = lexicon(language)
        self.general = word_set(words.general)
        self.stops = word_set(words.stops)
        self.inner = word_set(words.inner)
        self.never = word_set(words.never)
        self.kin = re.compile(SPEECH[language].kin)

    def proper(self, seen: View, word: int) -> bool:
        """Whether a word has a capital that means something."""
        return seen.capital(word) and not seen.small(word) and seen.words[word] != "i"

    def place(self, seen: View, first: int, last: int) -> bool:
        """Whether a name is that of a known town, region or country: people go to those too."""
        name = seen.words[first : last + 1]
        return name in known_places() or "_".join(name) in COARSE or "_".join(name) in CITIES

    def nameable(self, seen: View, word: int) -> bool:
        """Whether a word without a capital may be a name: one that is not ordinary, or that names are made of."""
        key = seen.words[word]
        if key in SAINTS:
            return True
        if key in self.stops or key in self.never or key in self.general or len(key) < 2:
            return False
        written = key_of(seen, word)
        words = self.lexicon
        if words.zipf(written) >= _VERY_COMMON:
            return False
        return not self.usual(seen, word) or (words.names.person(written) and words.zipf(written) < FAIRLY_RARE)

    def usual(self, seen: View, word: int) -> bool:
        """Whether a word is ordinary. German makes compounds of everything: there the count alone decides."""
        written = key_of(seen, word)
        if self.language == "de":
            return written in self.lexicon.everyday or self.lexicon.zipf(written) >= _RARE_IN_GERMAN
        return self.lexicon.ordinary(written, _UNUSUAL)

    def behind_house(self, seen: View, word: int, *, below: float) -> bool:
        """Whether a word may be the name of a house that it follows: any but what goes on with the sentence."""
        key = seen.words[word]
        if key in SAINTS:
            return True
        if key in self.stops or key in self.never or key in self.general or len(key) < 2:
            return False
        written = key_of(seen, word)
        return not self.usual(seen, word) or written in self.lexicon.names or self.lexicon.zipf(written) < below


def key_of(seen: View, word: int) -> str:
    """A word in small letters with its accents, as word lists have it."""
    return seen.written(word).casefold()
