"""Phone and bank numbers of the study's people, whatever the grouping, written or read aloud."""

from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from anonymizers.layers import Finding
from anonymizers.lexicon.digits import SPOKEN_DIGITS, TWICE
from anonymizers.recognizers.digits import Group, digit_groups
from anonymizers.tokens import HARD, Tokens

_COUNTRY_CODE = 4
_PAUSE = 80
"""So many characters may stand between two parts of one number: a turn of somebody who writes it down."""

_CLOSE = 3
_LONG_ENOUGH = 8
"""Digits that a number in parts must have: a shorter one comes about by chance."""


class DigitIndex:
    """Finds runs of letters and digits in a text without its spaces and signs."""

    def __init__(self, runs: Iterable[tuple[str, str]], language: str) -> None:
        entities = dict(sorted(runs))
        self._runs = list(entities)
        self._entities = list(entities.values())
        self._spoken = SPOKEN_DIGITS.get(language, {})
        self._language = language
        self._search = AhoCorasick(self._runs) if self._runs else None

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Whole words and numbers, with the country code before them."""
        if self._search is None:
            return
        signs, places = self._squashed(tokens)
        reach: list[tuple[int, int]] = []
        for which, start, end in self._search.find_matches_as_indexes(signs, overlapping=True):
            first, last = places[start], places[end - 1]
            if first and self._before(tokens, first):
                first -= 1
            reach.append((tokens.items[first].start, tokens.items[last].end))
            yield Finding(*reach[-1], self._entities[which], 1.0)
        whole = set[int]().union(*(range(start, end) for start, end in reach))
        yield from (finding for finding in self._in_parts(tokens) if finding.start not in whole)

    def _in_parts(self, tokens: Tokens) -> Iterator[Finding]:
        """Numbers said in pairs or hundreds, and those that somebody breaks into: "oh seven seven" - "yes?" - "six"."""
        if self._search is None:
            return
        groups = digit_groups(tokens.text, self._language)
        signs: list[str] = []
        places: list[int] = []
        for index, group in enumerate(groups):
            if index and (
                group.start - groups[index - 1].end > _PAUSE or HARD in tokens.text[groups[index - 1].end : group.start]
            ):
                signs.append(" ")
                places.append(-1)
            signs.append(group.digits)
            places.extend([index] * len(group.digits))
        for which, start, end in self._search.find_matches_as_indexes("".join(signs), overlapping=True):
            if end - start < _LONG_ENOUGH:
                continue
            begin = places[start]
            if begin and groups[begin - 1].digits == "0" and groups[begin].start - groups[begin - 1].end <= _CLOSE:
                begin -= 1
            for first, last in _together(groups, begin, places[end - 1]):
                yield Finding(groups[first].start, groups[last].end, self._entities[which], 1.0)

    def _squashed(self, tokens: Tokens) -> tuple[str, list[int]]:
        """The letters and digits of a text in one run, and the token that each came from."""
        signs: list[str] = []
        places: list[int] = []
        repeat = 1
        for index, token in enumerate(tokens.items):
            if HARD in tokens.gap(index):
                # No number goes on in a text of its own.
                signs.append(HARD)
                places.append(index)
                repeat = 1
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
        close = tokens.items[first].start - before.end <= _COUNTRY_CODE and HARD not in tokens.gap(first)
        return close and (spoken_zero or (before.text.isdigit() and len(before.text) <= _COUNTRY_CODE))


def _together(groups: Sequence[Group], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Groups `first` to `last` (both included), parted where more than a sign or two stand between two."""
    begin = first
    for index in range(first + 1, last + 1):
        if groups[index].start - groups[index - 1].end > _CLOSE:
            yield begin, index - 1
            begin = index
    yield begin, last
