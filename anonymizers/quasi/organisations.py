"""Organisations that are somebody's: where they work, learn, are treated, play, live and pray."""

import re
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.quasi.lexicons.organisations import ORGANISATION_WORDS, SAID
from anonymizers.quasi.naming import NameReader
from anonymizers.quasi.scanner import Scanner
from anonymizers.quasi.speech import PART
from anonymizers.quasi.view import View, view
from anonymizers.tokens import Tokens

_INSIDE = re.compile(r"(?:in|dans|en|im|au|a la)(?: (?:the|a|le|la|el|der|dem))?[ ,']*$")

_CALLED = ("called", "named", "s'appelle", "heisst", "se llama")


class OrganisationRecognizer(LayerRecognizer):
    """A name after words such as "I work at" or "our surgery"; brands that nobody works for stay."""

    LAYER = "context"
    ENTITIES = ("ORGANIZATION",)

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._known = language in ORGANISATION_WORDS
        if self._known:
            self._reader = NameReader(language)
            self._housed = frozenset(ORGANISATION_WORDS[language].housed.split())

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Names after a cue, and houses with a name of their own."""
        if not self._known:
            return
        seen = view(tokens, str(self.supported_language))
        taken: set[int] = set()
        for first, last, kind in self._after_cues(seen):
            taken.update(range(first, last + 1))
            yield self._finding(seen, first, last, kind)
        for first, last, kind in self._houses(seen, taken):
            yield self._finding(seen, first, last, kind)

    def _after_cues(self, seen: View) -> Iterator[tuple[int, int, str]]:
        cues, kinds = _cues(str(self.supported_language))
        reached = -1
        for cue in cues.all(seen):
            word = seen.word_at(cue.end())
            if word <= reached:
                continue
            kind, sure = kinds[str(cue.lastgroup)]
            inside = kind == "employer" and _INSIDE.search(cue.group()) is not None
            told = cue.group().rstrip(", ").endswith(_CALLED)
            found = self._reader.after(seen, word, kind, sure=sure and not inside, inside=inside, told=told)
            if found is not None:
                (first, reached), what = found
                yield first, reached, what

    def _houses(self, seen: View, taken: Set[int]) -> Iterator[tuple[int, int, str]]:
        """Houses by their nouns: behind words such as "at" or "our", or where capitals show a school or a surgery."""
        for word in range(len(seen.words)):
            if word in taken:
                continue
            found = self._reader.housed(seen, word, self._housed) or self._reader.shown(seen, word)
            if found is not None:
                (first, last), what = found
                yield first, last, what

    def _finding(self, seen: View, first: int, last: int, kind: str) -> Finding:
        return Finding(*seen.span(first, last), "ORGANIZATION", 0.7, said=SAID[kind])


@lru_cache(maxsize=4)
def _cues(language: str) -> tuple[Scanner, Mapping[str, tuple[str, bool]]]:
    """All cues as one pattern, and for each of its groups the kind and whether it is sure."""
    words = ORGANISATION_WORDS[language]
    kinds: dict[str, tuple[str, bool]] = {}
    ways = []
    for sure, cues in ((True, words.sure), (False, words.loose)):
        for kind, pattern in cues.items():
            group = f"g{len(kinds)}"
            kinds[group] = (kind, sure)
            ways.append(rf"(?P<{group}>{pattern})")
    return Scanner(rf"(?:{'|'.join(ways)}){PART}"), kinds
