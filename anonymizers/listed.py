"""First names that the lists know and that are no ordinary word: names wherever they stand."""

from collections.abc import Iterator

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.lexicon import lexicon
from anonymizers.tokens import Tokens

_SCORE = 0.55
_CAPITAL_BELOW = 4.6
_SMALL_BELOW = 4.2


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
            if below < 0:
                continue
            capital = token.text[0].isupper() and not tokens.shouted(index)
            if below < (_CAPITAL_BELOW if capital else _SMALL_BELOW) and (capital or tokens.in_small_letters(index)):
                yield Finding(token.start, token.end, "PERSON", _SCORE)

    def _rarity(self, lower: str) -> float:
        """How common a listed first name is as a word (Zipf); -1 for all else."""
        words = self._lexicon
        if len(lower) < 3 or lower not in words.names.first or lower in words.names.towns or words.plain(lower):
            return -1.0
        return words.zipf(lower)
