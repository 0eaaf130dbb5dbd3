"""Phone and bank numbers of the study's people, whatever the grouping, written or read aloud."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from anonymizers.layers import Finding
from anonymizers.lexicon.digits import SPOKEN_DIGITS, TWICE
from anonymizers.tokens import Tokens

_COUNTRY_CODE = 4


class DigitIndex:
    """Finds runs of letters and digits in a text without its spaces and signs."""

    def __init__(self, runs: Iterable[tuple[str, str]], language: str) -> None:
        entities = dict(sorted(runs))
        self._runs = list(entities)
        self._entities = list(entities.values())
        self._spoken = SPOKEN_DIGITS.get(language, {})
        self._search = AhoCorasick(self._runs) if self._runs else None

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Whole words and numbers, with the country code before them."""
        if self._search is None:
            return
        signs, places = self._squashed(tokens)
        for which, start, end in self._search.find_matches_as_indexes(signs, overlapping=True):
            first, last = places[start], places[end - 1]
            if first and self._before(tokens, first):
                first -= 1
            yield Finding(tokens.items[first].start, tokens.items[last].end, self._entities[which], 1.0)

    def _squashed(self, tokens: Tokens) -> tuple[str, list[int]]:
        """The letters and digits of a text in one run, and the token that each came from."""
        signs: list[str] = []
        places: list[int] = []
        repeat = 1
        for index, token in enumerate(tokens.items):
            if token.key in TWICE:
                repeat = TWICE[token.key]
                continue
            plain = self._spoken.get(token.key, token.key) * (
                repeat if len(token.key) == 1 or token.key in self._spoken else 1
            )
            repeat = 1
            signs.append(plain)
            places.extend([index] * len(plain))
        return "".join(signs), places

    def _before(self, tokens: Tokens, first: int) -> bool:
        """Whether the number before a phone number is its country code or leading zero."""
        before = tokens.items[first - 1]
        spoken_zero = self._spoken.get(before.key) == "0"
        close = tokens.items[first].start - before.end <= _COUNTRY_CODE
        return close and (spoken_zero or (before.text.isdigit() and len(before.text) <= _COUNTRY_CODE))
