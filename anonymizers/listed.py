"""First names that the lists know and that are no ordinary word: names wherever they stand."""

from collections.abc import Iterator

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.lexicon import lexicon
from anonymizers.lexicon.brands import AMBIGUOUS
from anonymizers.lexicon.census import census_names
from anonymizers.lexicon.places import known_places
from anonymizers.tokens import Tokens

_SCORE = 0.55
_CAPITAL_BELOW = 4.6
_SMALL_BELOW = 4.2
_HARDLY_A_WORD = 2.5


class ListedNameRecognizer(LayerRecognizer):
    """What a model may miss at the start of a sentence or in small letters, where it has little to go by.

    A name that is commoner than that as a word (Zipf) is left to the model: half of its uses are none.
    """

    LAYER = "model"
    ENTITIES = ("PERSON",)

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._lexicon = lexicon(language)
        self._known: dict[str, float] = {}

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """The listed names, one by one."""
        for index, token in enumerate(tokens.items):
            lower = token.text.casefold()
            below = self._known.get(lower)
            if below is None:
                below = self._known[lower] = self._rarity(lower)
            capital = token.text[0].isupper() and not tokens.shouted(index)
            if index + 1 < len(tokens.items) and self._is_pair(tokens, index, capital):
                yield Finding(token.start, tokens.items[index + 1].end, "PERSON", _SCORE)
            elif below < 0:
                continue
            elif below < (_CAPITAL_BELOW if capital else _SMALL_BELOW) and (capital or tokens.in_small_letters(index)):
                yield Finding(token.start, token.end, "PERSON", _SCORE)

    def _is_pair(self, tokens: Tokens, index: int, capital: bool) -> bool:
        """Whether a first name and a surname stand here, one of them known, neither a word of any use elsewhere."""
        if tokens.gap(index + 1) != " ":
            return False
        one, other = tokens.items[index], tokens.items[index + 1]
        first, last = one.text.casefold(), other.text.casefold()
        if capital and other.text[0].isupper() and not tokens.shouted(index + 1):
            return self._capital_pair(first, last, tokens.opens_sentence(index))
        return tokens.in_small_letters(index) and self._small_pair(first, last)

    def _capital_pair(self, first: str, last: str, opens: bool) -> bool:
        words = self._lexicon
        if min(len(first), len(last)) < 2 or any(self._no_name(word) for word in (first, last)):
            return False
        known = [first in words.names.first or first in words.given, self._surname(last)]
        if words.language == "de" or (opens and words.ordinary(first, _HARDLY_A_WORD)):
            return known[0] and (known[1] or not words.ordinary(last, 3.0)) and not words.plain(last)
        unknown = [not known[0] and words.ordinary(first, 3.0), not known[1] and words.ordinary(last, 3.0)]
        return any(known) and not any(unknown)

    def _small_pair(self, first: str, last: str) -> bool:
        words = self._lexicon
        if min(len(first), len(last)) < 2 or any(self._no_name(word) for word in (first, last)):
            return False
        return first in words.names.first and words.zipf(first) < 4.3 and self._surname(last) and words.zipf(last) < 4.0

    def _surname(self, word: str) -> bool:
        words = self._lexicon
        return word in words.names.last or word in words.family or word in census_names()

    def _no_name(self, word: str) -> bool:
        words = self._lexicon
        return word in AMBIGUOUS or words.plain(word) or words.calendar(word) or (word,) in known_places()

    def _rarity(self, lower: str) -> float:
        """How common a listed first name is as a word (Zipf); -1 for all else."""
        words = self._lexicon
        if len(lower) < 3 or lower not in words.names.first or lower in words.names.towns or words.plain(lower):
            return -1.0
        return words.zipf(lower)
