"""Where people live and come from, as coarse as the place is large: "[a city]", "[a town]", "[a village]"."""

import re
from collections.abc import Iterator
from functools import cache

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.lexicon import lexicon
from anonymizers.lexicon.brands import brands
from anonymizers.lexicon.places import known_places
from anonymizers.quasi.judging import key_of
from anonymizers.quasi.lexicons.places import (
    BEFORE_BEHIND,
    BEING,
    CITIES,
    COARSE,
    DIRECT,
    FURTHER,
    INSIDE,
    LIVING,
    LIVING_BEHIND,
    NO_PLACE,
    VILLAGE_FIRST,
    VILLAGE_LAST,
)
from anonymizers.quasi.scanner import Scanner
from anonymizers.quasi.view import View, view
from anonymizers.tokens import Tokens

_MOST_WORDS = 5
_NEARLY_ALWAYS_A_WORD = 5.35
_UNUSUAL = 3.4
_GERMAN_UNUSUAL = 3.6
_COMMON_NOUN = 4.2
_COMMON_WORD = 4.4
_OF_A_NAME = 4.9
_UPON = re.compile(r" (?:(?:on|next|in)(?: the)|upon|under|le|cum|juxta|sur|sous|les) [a-z]+")
_TOGETHER = frozenset({" ", "'"})
_CITY, _TOWN, _VILLAGE = "[a city]", "[a town]", "[a village]"

Place = tuple[int, int, str]
"""The first and the last word of a place's name, both inclusive, and what to say for it."""


class PlaceRecognizer(LayerRecognizer):
    """The town or village of somebody's life. A city that is only spoken of stays, and so do countries and counties."""

    LAYER = "context"
    ENTITIES = ("LOCATION",)

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._language = language
        self._lexicon = lexicon(language)

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Places behind words for living, and those that follow them in the same breath."""
        if self._language not in LIVING:
            return
        seen = view(tokens, self._language)
        for pattern, sure in zip(_cues(self._language), (True, False), strict=True):
            for cue in pattern.all(seen):
                yield from self._chain(seen, seen.word_at(cue.end()), sure=sure)
        if self._language in DIRECT:
            for cue in _direct(self._language).all(seen):
                yield from self._chain(seen, seen.word_at(cue.end()), sure=True)
        if self._language in LIVING_BEHIND:
            for before in _before_behind(self._language).all(seen):
                word = seen.word_at(before.end())
                place = self._place(seen, word, sure=True) if word < len(seen.words) else None
                if place and _behind(self._language).match(seen.right(place[1])):
                    yield self._finding(seen, place)

    def _chain(self, seen: View, word: int, *, sure: bool) -> Iterator[Finding]:
        place = self._place(seen, word, sure=sure)
        while place is not None:
            yield self._finding(seen, place)
            further = _further(self._language).match(seen.right(place[1]))
            if further is None:
                return
            end = seen.at[place[1]] + len(seen.words[place[1]]) + further.end()
            place = self._place(seen, seen.word_at(end), sure=False, after_place=sure)

    def _place(self, seen: View, word: int, *, sure: bool, after_place: bool = False) -> Place | None:
        if word >= len(seen.words) or seen.words[word] in NO_PLACE[self._language] or seen.words[word].isdigit():
            return None
        known = self._known(seen, word, sure=sure)
        if known is not None:
            return known
        if not (sure or after_place) or self._named_otherwise(seen, word):
            return None
        last = self._capitals(seen, word)
        if last is None and (sure or self._rare(seen, word)):
            last = self._small_letters(seen, word)
        return None if last is None else (word, last, _VILLAGE)

    def _known(self, seen: View, word: int, *, sure: bool) -> Place | None:
        """The longest known town that begins here."""
        last = word
        while last + 1 < len(seen.words) and last - word + 1 < _MOST_WORDS and seen.sign(last + 1) in _TOGETHER:
            last += 1
        for end in range(last, word - 1, -1):
            name = seen.words[word : end + 1]
            if "_".join(name) in COARSE and name not in _cities():
                return None
            if name not in known_places() and name not in _cities():
                continue
            if end == word and self._rather_a_word(seen, word, sure=sure):
                return None
            if self._goes_on(seen, end):
                return None
            return word, end, _CITY if name in _cities() else _TOWN
        return None

    def _goes_on(self, seen: View, end: int) -> bool:
        """Whether a capital follows at once, so that the known town is but a part of a name ("York Road")."""
        following = end + 1
        if following >= len(seen.words) or seen.sign(following) != " " or self._language == "de" or seen.small(end):
            return False
        return seen.capital(following) and seen.words[following] not in {"i"}

    def _rather_a_word(self, seen: View, word: int, *, sure: bool) -> bool:
        if seen.written(word)[0].isupper() and self._language != "de":
            return False
        lower = key_of(seen, word)
        if sure:
            return self._lexicon.zipf(lower) >= _NEARLY_ALWAYS_A_WORD and lower in self._lexicon.everyday
        return lower in self._lexicon.everyday

    def _named_otherwise(self, seen: View, word: int) -> bool:
        """Whether a brand, a country or a region stands here."""
        for many in range(_MOST_WORDS, 0, -1):
            name = seen.words[word : word + many]
            if name in brands(self._language) or "_".join(name) in COARSE:
                return True
        return False

    def _capitals(self, seen: View, word: int) -> int | None:
        if seen.small(word) or not seen.capital(word) or seen.words[word] == "i":
            return None
        if self._language == "de" and self._lexicon.zipf(key_of(seen, word)) >= _COMMON_NOUN:
            return None
        last = word
        place = word + 1
        while place < len(seen.words) and place - word < _MOST_WORDS and seen.sign(place) in _TOGETHER:
            if seen.capital(place) and seen.words[place] != "i":
                last = place
            elif seen.words[place] not in INSIDE[self._language]:
                break
            place += 1
        if last == word and self._lexicon.zipf(key_of(seen, word)) >= _COMMON_WORD:
            return None
        return last

    def _small_letters(self, seen: View, word: int) -> int | None:
        """A place that no list knows, in speech without capitals: by rare words, or by how villages are called."""
        if not seen.small(word):
            return None
        inside = INSIDE[self._language]
        rare = self._rare(seen, word)
        second = word + 1 if word + 1 < len(seen.words) and seen.sign(word + 1) in _TOGETHER else None
        upon = _UPON.match(seen.right(word))
        if upon is not None and self._lexicon.zipf(key_of(seen, word)) < _OF_A_NAME - 1:
            return word + upon.group().count(" ")
        first = seen.words[word] in VILLAGE_FIRST[self._language]
        if first and (second is None or not self._rare(seen, second)):
            return None
        if not rare and not first:
            named = second is not None and seen.words[second] in VILLAGE_LAST[self._language]
            return second if named and self._lexicon.zipf(key_of(seen, word)) < 5 else None
        last = word
        if second is not None and (
            first or self._rare(seen, second) or seen.words[second] in VILLAGE_LAST[self._language]
        ):
            last = second
        place = last + 1
        while place < len(seen.words) and place - last <= 3 and seen.sign(place) in _TOGETHER:
            if seen.words[place] not in inside:
                of_name = (
                    seen.words[place] not in NO_PLACE[self._language]
                    and self._lexicon.zipf(key_of(seen, place)) < _OF_A_NAME
                )
                if place > last + 1 and (self._rare(seen, place) or (self._language in {"fr", "es"} and of_name)):
                    last = place
                break
            place += 1
        return last

    def _rare(self, seen: View, word: int) -> bool:
        lower = key_of(seen, word)
        if len(lower) < 3 or lower in self._lexicon.everyday or seen.words[word] in NO_PLACE[self._language]:
            return False
        if self._language == "de":
            return self._lexicon.zipf(lower) < _GERMAN_UNUSUAL
        return not self._lexicon.ordinary(lower, _UNUSUAL)

    def _finding(self, seen: View, place: Place) -> Finding:
        first, last, said = place
        return Finding(*seen.span(first, last), "LOCATION", 0.7, said=said)


@cache
def _cities() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(city.split("_")) for city in CITIES)


@cache
def _cues(language: str) -> tuple[Scanner, Scanner]:
    living, being = (Scanner(rf"(?:{cue})(?:,? |')") for cue in (LIVING[language], BEING[language]))
    return living, being


@cache
def _direct(language: str) -> Scanner:
    return Scanner(rf"(?:{DIRECT[language]}) ")


@cache
def _further(language: str) -> re.Pattern[str]:
    return re.compile(FURTHER[language])


@cache
def _before_behind(language: str) -> Scanner:
    return Scanner(rf"(?:{BEFORE_BEHIND[language]}) ")


@cache
def _behind(language: str) -> re.Pattern[str]:
    return re.compile(LIVING_BEHIND[language])
