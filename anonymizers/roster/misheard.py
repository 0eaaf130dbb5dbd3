"""Names as speech recognition mishears them, and names spelled out letter by letter."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from anonymizers.layers import Finding
from anonymizers.lexicon import Lexicon
from anonymizers.lexicon.digits import TWICE
from anonymizers.roster.forms import NAME
from anonymizers.roster.names import is_plain
from anonymizers.tokens import Tokens

MISHEARD = 0.9
"""The score of a name that is only nearly one: the language decides what is rare enough to be a mistake."""

_SHORTEST = 4
_TWO_CHANGES_FROM = 8
_RARE = 5.0
_RARE_IN_LOWER_CASE = 4.0
_SPELLING_GAP = re.compile(r"[ \n.,\-–]{1,3}")  # noqa: RUF001 - the dash is meant
_FEWEST_LETTERS = 3


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
        self._compared = [word for word in self._owners if len(word) >= _SHORTEST and not is_plain(word, lexicon)]
        self._long = {word for word in self._compared if len(word) >= 6}
        self._answers: dict[tuple[str, bool], frozenset[str]] = {}

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Words one change (two in long names) away from a name, names cut in two, and names spelled out."""
        if not self._owners:
            return
        yield from self._spelled(tokens)
        for index, token in enumerate(tokens.items):
            if len(token.key) >= _SHORTEST and not token.text.isdigit():
                owners = self._misheard(token.text.casefold(), token.key, tokens.cased(index))
                if owners:
                    yield Finding(token.start, token.end, NAME, MISHEARD, owners)
            if index and tokens.gap(index) in {" ", "\n"}:
                whole = tokens.items[index - 1].key + token.key
                if whole in self._long:
                    yield Finding(tokens.items[index - 1].start, token.end, NAME, 0.95, self._owners[whole])

    def _misheard(self, word: str, plain: str, cased: bool) -> frozenset[str]:
        asked = (plain, cased)
        if asked not in self._answers:
            self._answers[asked] = self._nearest(word, plain, cased)
        return self._answers[asked]

    def _nearest(self, word: str, plain: str, cased: bool) -> frozenset[str]:
        """The owners of the nearest names of a word that is rare enough to be a mistake."""
        common = self._lexicon.zipf(word)
        if word in self._lexicon.everyday or common >= _RARE:
            return frozenset()
        if not cased and common >= _RARE_IN_LOWER_CASE and word not in self._lexicon.names:
            return frozenset()
        near = process.extract(plain, self._compared, scorer=OSA.distance, score_cutoff=2, limit=None)
        fitting = [(name, distance) for name, distance, _ in near if self._close(plain, name, int(distance), cased)]
        if not fitting:
            return frozenset()
        least = min(distance for _, distance in fitting)
        return frozenset().union(*(self._owners[name] for name, distance in fitting if distance == least))

    def _close(self, plain: str, name: str, distance: int, cased: bool) -> bool:
        if distance == 0:
            return False
        if plain[0] != name[0] and not (cased or len(name) > 5):
            return False
        if len(name) == _SHORTEST and not cased and self._lexicon.zipf(plain) >= 3.5:
            return False
        return distance <= (2 if len(name) >= _TWO_CHANGES_FROM else 1)

    def _spelled(self, tokens: Tokens) -> Iterator[Finding]:
        for first, last, letters in spelled_runs(tokens):
            owners = self._named_by(letters)
            if owners:
                yield Finding(tokens.items[first].start, tokens.items[last].end, NAME, 1.0, owners)

    def _named_by(self, letters: str) -> frozenset[str]:
        found: set[str] = set()
        for name, owners in self._owners.items():
            begun = len(letters) >= _FEWEST_LETTERS and name.startswith(letters)
            within = len(name) >= _FEWEST_LETTERS and name in letters
            near = len(name) >= 5 and abs(len(name) - len(letters)) <= 1 and OSA.distance(name, letters) <= 1
            if begun or within or near:
                found |= owners
        return frozenset(found)


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
        if len(token.text) == 1 and token.text.isalpha():
            if not goes_on:
                if len(letters) >= _FEWEST_LETTERS:
                    yield first, last, letters
                first, letters, repeat = index, "", 1
            letters += token.key * repeat
            last, repeat = index, 1
    if len(letters) >= _FEWEST_LETTERS:
        yield first, last, letters
