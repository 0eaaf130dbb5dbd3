"""Speech made regular for cue grammars: plain words, one sign between two of them, no hesitations, no stammers."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anonymizers.tokens import HARD, Tokens
from anonymizers.wordlists import word_set

_HESITATIONS = {
    "en": word_set("um umm uh uhm erm er hmm hm mm"),
    "fr": word_set("euh heu hum hein"),
    "de": word_set("ahm ah hm ehm mhm"),
    "es": word_set("eh em mmm ehm"),
}
_SENTENCE_END = frozenset(".!?:;¡¿\u2022")
_ASIDE = frozenset(',()[]"“”«»/*>')
_STAMMER = 3
_ABBREVIATED = word_set("dr st mr mrs ms prof ste sr sra dra mme mlle mt")


@dataclass(frozen=True, eq=False)
class View:
    """The words of a text as keys (see `characters.key`), and one `text` of them for regular expressions.

    Between two words stands a space (a hyphen and the end of a cue count as one), an apostrophe, ", " for an aside,
    ". " where a sentence ends, or ". | " where another text begins. `at[i]` is where the i-th word begins in `text`,
    `index[i]` which token it is.
    """

    tokens: Tokens
    text: str
    words: tuple[str, ...]
    at: tuple[int, ...]
    index: tuple[int, ...]

    def left(self, word: int, reach: int = 90) -> str:
        """What stands before a word, whole words, ending in the sign before it."""
        end = self.at[word]
        start = end - reach
        if start > 0:
            start = self.text.find(" ", start, end) + 1 or end
        return self.text[max(0, start) : end]

    def right(self, word: int, reach: int = 60) -> str:
        """What stands behind a word, beginning with the sign after it."""
        end = self.at[word] + len(self.words[word])
        return self.text[end : end + reach]

    def word_at(self, place: int) -> int:
        """The number of the first word that begins at a place of `text` or after it."""
        return bisect_left(self.at, place)

    def sign(self, word: int) -> str:
        """What stands between a word and the one before it; a sentence end before the first."""
        return self.text[self.at[word - 1] + len(self.words[word - 1]) : self.at[word]] if word else ". "

    def written(self, word: int) -> str:
        """A word as the text has it."""
        return self.tokens.items[self.index[word]].text

    def capital(self, word: int) -> bool:
        """Whether a word begins with a capital among words that do not."""
        return self.written(word)[0].isupper() and not self.tokens.shouted(self.index[word])

    def small(self, word: int) -> bool:
        """Whether a word stands in a text without capitals."""
        return self.tokens.in_small_letters(self.index[word])

    def opens(self, word: int) -> bool:
        """Whether a word opens a sentence, where a capital says nothing."""
        return self.tokens.opens_sentence(self.index[word])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where words `first` to `last` (both inclusive) stand in the text that was looked at."""
        items = self.tokens.items
        return items[self.index[first]].start, items[self.index[last]].end


@lru_cache(maxsize=2)
def view(tokens: Tokens, language: str) -> View:
    """The regular form of a text; the last texts are remembered, since every recogniser of a language asks."""
    hesitations = _HESITATIONS.get(language, frozenset())
    parts: list[str] = []
    words: list[str] = []
    at: list[int] = []
    index: list[int] = []
    place = 0
    sign = ""
    for number, word in _said(tokens):
        gap = tokens.gap(number) if number else ""
        if gap.startswith(".") and words and words[-1] in _ABBREVIATED:
            gap = " "
        sign = _stronger(sign, _sign(gap)) if number else ""
        if word in hesitations or (words and word == words[-1] and len(word) <= _STAMMER and sign in {" ", ", "}):
            sign = " " if sign == ", " else sign
            continue
        if words:
            parts.append(sign)
            place += len(sign)
        parts.append(word)
        words.append(word)
        at.append(place)
        index.append(number)
        place += len(word)
        sign = ""
    return View(tokens, "".join(parts), tuple(words), tuple(at), tuple(index))


def _said(tokens: Tokens) -> Iterator[tuple[int, str]]:
    return ((number, token.key) for number, token in enumerate(tokens.items))


def _sign(gap: str) -> str:
    if gap in {" ", "-", "\n", ""}:
        return " "
    if gap == "'":
        return "'"
    if HARD in gap:
        return ". | "
    if "..." in gap:
        return ", "
    if any(mark in _SENTENCE_END for mark in gap):
        return ". "
    return ", " if "-" in gap or any(mark in _ASIDE for mark in gap) else " "


_STRENGTH = ("", "'", " ", ", ", ". ", ". | ")


def _stronger(one: str, other: str) -> str:
    # A hesitation between two commas ("in, um, Wexcombe") leaves no comma behind.
    if one == " " and other == ", ":
        return " "
    return max(one, other, key=_STRENGTH.index)
