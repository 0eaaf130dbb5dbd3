"""Names as speech recognition mishears them, and names spelled out letter by letter."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from anonymizers.layers import Finding
from anonymizers.lexicon import Lexicon
from anonymizers.lexicon.digits import TWICE
from anonymizers.roster.forms import NAME
from anonymizers.roster.names import is_plain
from anonymizers.roster.nearby import SHORTEST, NearbyWords
from anonymizers.tokens import Token, Tokens

MISHEARD = 0.9
"""The score of a name that is only nearly one: the language decides what is rare enough to be a mistake."""

_RARE = 5.0
_RARE_IN_LOWER_CASE = 4.0
_SPELLING_GAP = re.compile(r"[ \n.,\-–]{1,3}")  # noqa: RUF001 - the dash is meant
_FEWEST_LETTERS = 3
_MOST_LETTERS = 64
"""Nobody spells out a longer one, and a search for it would take the square of its length to prepare."""
_CUT_FROM = 7
_NO_WORD = 1.5
_MOST_ANSWERS = 65_536


class MisheardNames:
    """The words of the study's names, compared with what stands in a text.

    A name that is an ordinary word is left out: its neighbours are ordinary words as well.
    """

    def __init__(self, words: Iterable[tuple[str, str]], lexicon: Lexicon) -> None:
        owners: dict[str, set[str]] = defaultdict(set)
        for word, owner in words:
            owners[word].add(owner)
        self._lexicon = lexicon
        self._owners = {word: frozenset(found) for word, found in sorted(owners.items())}
        self._names = list(self._owners)
        self._nearby = NearbyWords(self._names)
        self._compared = {word for word in self._names if len(word) >= SHORTEST and not is_plain(word, lexicon)}
        self._long = {word for word in self._compared if len(word) >= 6}
        self._spelt = [word for word in self._names if _FEWEST_LETTERS <= len(word) <= _MOST_LETTERS]
        self._inside = AhoCorasick(self._spelt) if self._spelt else None
        self._halves: dict[tuple[str, str], frozenset[str]] = {}
        self._answers: dict[tuple[str, bool], frozenset[str]] = {}

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Words one change (two in long names) away from a name, names cut in two, and names spelled out."""
        if not self._owners:
            return
        yield from self._spelled(tokens)
        for index, token in enumerate(tokens.items):
            if len(token.key) >= SHORTEST and not token.text.isdigit():
                owners = self._misheard(token.text.casefold(), token.key, tokens.cased(index))
                if owners:
                    yield Finding(token.start, token.end, NAME, MISHEARD, owners)
            if index and tokens.gap(index) in {" ", "\n"}:
                whole = tokens.items[index - 1].key + token.key
                exact = whole in self._long
                owners = self._owners[whole] if exact else self._cut_in_two(tokens.items[index - 1], token)
                if owners:
                    yield Finding(tokens.items[index - 1].start, token.end, NAME, 0.95, owners)

    def _cut_in_two(self, left: Token, right: Token) -> frozenset[str]:
        """The owners of a long name that two words are together but for a letter, one of them no word: "star vros"."""
        whole = left.key + right.key
        if len(whole) < _CUT_FROM or not self._long or not (left.key.isalpha() and right.key.isalpha()):
            return frozenset()
        asked = (left.key, right.key)
        if asked not in self._halves:
            rare = any(self._lexicon.zipf(half) < _NO_WORD and len(half) > 2 for half in asked)
            near = [name for name, distance in self._nearby.near(whole) if distance <= 1] if rare else []
            fitting = [name for name in near if name in self._long and name[0] == whole[0]]
            if len(self._halves) >= _MOST_ANSWERS:
                self._halves.clear()
            self._halves[asked] = frozenset().union(*(self._owners[name] for name in fitting))
        return self._halves[asked]

    def _misheard(self, word: str, plain: str, cased: bool) -> frozenset[str]:
        asked = (plain, cased)
        if asked not in self._answers:
            if len(self._answers) >= _MOST_ANSWERS:
                self._answers.clear()
            self._answers[asked] = self._nearest(word, plain, cased)
        return self._answers[asked]

    def _nearest(self, word: str, plain: str, cased: bool) -> frozenset[str]:
        """The owners of the nearest names of a word that is rare enough to be a mistake."""
        common = self._lexicon.zipf(word)
        if word in self._lexicon.everyday or common >= _RARE:
            return frozenset()
        if not cased and common >= _RARE_IN_LOWER_CASE and word not in self._lexicon.names:
            return frozenset()
        near = [(name, distance) for name, distance in self._nearby.near(plain) if name in self._compared]
        fitting = [(name, distance) for name, distance in near if distance and self._close(plain, name, cased)]
        if not fitting:
            return frozenset()
        least = min(distance for _, distance in fitting)
        return frozenset().union(*(self._owners[name] for name, distance in fitting if distance == least))

    def _close(self, plain: str, name: str, cased: bool) -> bool:
        """Whether one may be heard for the other: the first letter is, mostly, and short words are common ones."""
        if plain[0] != name[0] and not (cased or len(name) > 5):
            return False
        return len(name) > SHORTEST or cased or self._lexicon.zipf(plain) < 3.5

    def _spelled(self, tokens: Tokens) -> Iterator[Finding]:
        for first, last, letters in spelled_runs(tokens):
            owners = self._named_by(letters)
            if owners:
                yield Finding(tokens.items[first].start, tokens.items[last].end, NAME, 1.0, owners)

    def _named_by(self, letters: str) -> frozenset[str]:
        """The owners of names that these letters begin, hold, or spell with one letter wrong."""
        named: set[str] = set()
        for place in range(bisect_left(self._names, letters), len(self._names)):
            if not self._names[place].startswith(letters):
                break
            named.add(self._names[place])
        if self._inside is not None:
            named.update(self._spelt[which] for which, _, _ in self._inside.find_matches_as_indexes(letters, True))
        named.update(name for name, distance in self._nearby.near(letters) if len(name) >= 5 and distance <= 1)
        return frozenset().union(*(self._owners[name] for name in named))


def spelled_runs(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Runs of three single letters and more: first and last token, and the letters as one word.

    "double" before a letter stands for two of it.
    """
    first, letters = 0, ""
    last = -1
    repeat = 1
    for index, token in enumerate(tokens.items):
        goes_on = last >= 0 and index == last + 1 and bool(_SPELLING_GAP.fullmatch(tokens.gap(index)))
        if token.key in TWICE:
            if goes_on:
                repeat, last = TWICE[token.key], index
            continue
        possessive = index and token.key == "s" and tokens.gap(index) == "'"
        if len(token.text) == 1 and token.text.isalpha() and not possessive:
            if not goes_on:
                if len(letters) >= _FEWEST_LETTERS:
                    yield first, last, letters
                first, letters, repeat = index, "", 1
            letters += token.key * repeat
            last, repeat = index, 1
    if len(letters) >= _FEWEST_LETTERS:
        yield first, last, letters
