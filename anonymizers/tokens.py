"""A text cut into words and numbers: what every layer of ours looks at."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from anonymizers.characters import key

HARD = "\ue000"
"""Between texts that have nothing to do with each other; no pattern looks across it."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_WORDS_A_CAPITAL = 50
_SENTENCE_END = frozenset('.!?…:;\n"“”«»()[]*•>' + HARD)


class Token(NamedTuple):
    """A run of letters or a run of digits, and its place in the (plain) text."""

    text: str
    start: int
    end: int
    key: str


@dataclass(frozen=True, eq=False)
class Tokens:
    """The tokens of a plain text, in order."""

    text: str
    items: tuple[Token, ...]

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts."""
        return [token.start for token in self.items]

    def within(self, start: int, end: int) -> range:
        """The indices of the tokens that a stretch of the text touches."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.items[first].end <= start:
            first += 1
        return range(first, bisect_left(self.starts, end))

    def gap(self, index: int) -> str:
        """What stands between a token and the one before it; all before the first."""
        before = self.items[index - 1].end if index else 0
        return self.text[before : self.items[index].start]

    def before(self, index: int) -> Token | None:
        """The token before one, in the same text; None where that begins."""
        return self.items[index - 1] if index and HARD not in self.gap(index) else None

    def after(self, index: int) -> Token | None:
        """The token after one, in the same text; None where that ends."""
        return self.items[index + 1] if index + 1 < len(self.items) and HARD not in self.gap(index + 1) else None

    def opens_sentence(self, index: int) -> bool:
        """Whether a token is the first of a sentence, a line or a quotation, where a capital says nothing."""
        return index == 0 or any(mark in _SENTENCE_END for mark in self.gap(index))

    def shouted(self, index: int) -> bool:
        """Whether a token stands in capitals among others in capitals, where they say nothing either."""
        if not (self.items[index].text.isupper() and len(self.items[index].text) > 1):
            return False
        around = [one.text for one in (self.before(index), self.after(index)) if one is not None]
        letters = [text for text in around if text[0].isalpha()]
        return bool(letters) and all(text.isupper() for text in letters)

    def in_small_letters(self, index: int) -> bool:
        """Whether a token stands in a text that is written without capitals, as speech recognition may give it.

        One capital in fifty words is allowed, and the English "I" is none. Texts that have nothing to do with each
        other are each judged alone.
        """
        return self._small[bisect_right(self._boundaries, self.items[index].start)]

    @cached_property
    def _boundaries(self) -> list[int]:
        return [found.start() for found in re.finditer(HARD, self.text)]

    @cached_property
    def _small(self) -> list[bool]:
        return list(self._judged())

    def _judged(self) -> Iterator[bool]:
        edges = [bisect_left(self.starts, place) for place in self._boundaries]
        for first, last in zip([0, *edges], [*edges, len(self.items)], strict=True):
            words = [token.text for token in self.items[first:last] if token.text[0].isalpha()]
            capitals = sum(word[0].isupper() and word != "I" for word in words)
            yield capitals * _WORDS_A_CAPITAL <= len(words)

    def cased(self, index: int) -> bool:
        """Whether a token has a capital that means something: inside a sentence, among words that have none."""
        text = self.items[index].text
        return text[0].isupper() and not self.opens_sentence(index) and not self.shouted(index)


def tokenise(text: str) -> Tokens:
    """The tokens of a text that `characters.fold` made plain."""
    return Tokens(
        text,
        tuple(Token(found.group(), found.start(), found.end(), key(found.group())) for found in _TOKEN.finditer(text)),
    )
