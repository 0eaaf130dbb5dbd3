"""The rest of a name of which a layer found a part: "[Shoshana] Feldman-Katz", "Bo [Ng]"."""

from collections.abc import Collection, Iterable, Iterator

from anonymizers.lexicon import Lexicon
from anonymizers.lexicon.brands import AMBIGUOUS
from anonymizers.spans import PEOPLE, Span
from anonymizers.tokens import Tokens
from anonymizers.wordlists import word_set

_MOST_WORDS = 4
_JOINTS = frozenset({" ", "-", "'"})
_PARTICLES = word_set("de la del della di da do dos van von der den ten ter bin ibn al el le du des mac mc ben bint ap")
_TIED = frozenset({"o", "d", "l"})
_LIKELY = 0.3
"""How sure a layer must be of the part."""

_HARDLY_A_WORD = 2.5
_WORD = 4.5
"""From here on (Zipf) a word in small letters, or one with a capital, is a word rather than a surname."""


def adjoining(spans: Iterable[Span], tokens: Tokens, words: Lexicon) -> list[Span]:
    """Further spans: the words right beside a name that go on with it."""
    parts = [span for span in spans if span.entity in PEOPLE and span.score >= _LIKELY]
    covered = {index for span in parts for index in tokens.within(span.start, span.end)}
    return [found for span in parts for found in _beside(span, tokens, words, covered)]


def _beside(span: Span, tokens: Tokens, words: Lexicon, covered: Collection[int]) -> Iterator[Span]:
    inside = tokens.within(span.start, span.end)
    if not inside or not tokens.items[inside.start].text[0].isalpha():
        return
    last = _end(tokens, inside.stop - 1, words, covered)
    first = inside.start
    while first and last - first < _MOST_WORDS and first - 1 not in covered and _precedes(tokens, first - 1, words):
        first -= 1
    for begin, end in ((first, inside.start - 1), (inside.stop, last)):
        if begin <= end:
            start, stop = tokens.items[begin].start, tokens.items[end].end
            yield Span(start, stop, "PERSON", "model", "adjoining", span.score)


def _end(tokens: Tokens, last: int, words: Lexicon, covered: Collection[int]) -> int:
    """The last word of a name, from the last one that was found."""
    limit = min(len(tokens.items), last + _MOST_WORDS)
    index = last + 1
    while index < limit and index not in covered and tokens.gap(index) in _JOINTS:
        if _goes_on(tokens, index, words):
            last = index
        elif not _is_particle(tokens, index):
            break
        index += 1
    return last


def _is_particle(tokens: Tokens, index: int) -> bool:
    """Whether a word may stand inside a name: "de", and what an apostrophe ties to the next word ("O'", "d'")."""
    word = tokens.items[index].key
    if tokens.gap(index) == "'":
        return False
    return word in _PARTICLES or (word in _TIED and index + 1 < len(tokens.items) and tokens.gap(index + 1) == "'")


def _goes_on(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a word is the surname of the name before it."""
    token = tokens.items[index]
    word = token.text.casefold()
    if len(word) < 2 or not word.isalpha() or _never(word, words):
        return False
    capital = token.text[0].isupper() and not tokens.shouted(index)
    if capital and words.language != "de":
        return word in words.family or not words.ordinary(word, _WORD)
    if word in words.names.last and not words.plain(word):
        return capital or words.zipf(word) < words.zipf(tokens.items[index - 1].text.casefold()) + 1
    return len(word) > 3 and not words.ordinary(word, _HARDLY_A_WORD)


def _precedes(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a word is the first name of the name after it."""
    token = tokens.items[index]
    word = token.text.casefold()
    if tokens.gap(index + 1) not in _JOINTS or len(word) < 2 or not word.isalpha() or _never(word, words):
        return False
    known = word in words.names.first and not words.plain(word)
    if token.text[0].isupper() and not tokens.shouted(index):
        return known or word in words.given or (tokens.cased(index) and words.language != "de" and words.zipf(word) < 2)
    return known and words.zipf(word) < _WORD and tokens.in_small_letters(index)


def _never(word: str, words: Lexicon) -> bool:
    return word in AMBIGUOUS or words.calendar(word)
