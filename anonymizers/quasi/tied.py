"""Words of a list that count where speech ties them to a person: what health, belief and origin share."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.quasi.phrases import Phrases, listed
from anonymizers.quasi.speech import PART, SPEECH, Speech, beginning_with, ending_in
from anonymizers.quasi.view import View, view
from anonymizers.tokens import Tokens
from anonymizers.wordlists import word_set

_MOST_SOFT = 7
_TYPE = frozenset({"type", "typ", "tipo", "stage", "grade", "stufe", "grado", "stade"})
_TYPES_OF = word_set("one two three four un deux trois quatre eins zwei drei vier uno dos tres cuatro 1 2 3 4")
_MOST_LINKS = 4
_LINKS = {
    "en": word_set(
        """
    and or plus also a an the my some with as well bit of mild severe then he she she's 's have has i've had got
"""
    ),
    "fr": word_set("et ou plus de du la le l d un une mon ma des aussi puis"),
    "de": word_set("und oder plus auch ein eine einen mein meine dazu noch sowie"),
    "es": word_set("y e o u mas tambien un una la el mi de con ademas"),
}


@dataclass(frozen=True)
class Kind:
    """One kind of word of a list.

    `ties` are alternatives before it, with soft words between; `tight` ones stand right before it; `loose` ones may
    have four words of any sort between. `behind` ties from the right, and `around` is a pair that must hold on both
    sides: "my autistic son".
    """

    ties: str = ""
    tight: str = ""
    loose: str = ""
    behind: str = ""
    around: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Topic:
    """What a recogniser of this sort knows in one language.

    `words` by kind; `before` and `after` are words that belong to a found one and are masked with it; `head` are nouns
    that make it a topic ("diabetes app") unless it is somebody's, `never` what makes it something else in any case.
    """

    words: Mapping[str, str]
    kinds: Mapping[str, Kind]
    before: str = ""
    after: str = ""
    head: str = ""
    never: str = ""


class _Ties:
    """The compiled grammar of one kind."""

    def __init__(self, kind: Kind, speech: Speech) -> None:
        soft = rf"(?:{PART}{speech.soft}){{0,{_MOST_SOFT}}}"
        ways = []
        if kind.ties:
            ways.append(rf"(?:{kind.ties}){soft}{PART}")
        if kind.tight:
            ways.append(rf"(?:{kind.tight}){PART}")
        if kind.loose:
            ways.append(rf"(?:{kind.loose})(?:{PART}[a-z0-9]+){{0,4}}{PART}")
        self.left = ending_in("|".join(ways)) if ways else None
        self.right = beginning_with(kind.behind) if kind.behind else None
        before, behind = kind.around
        self.around = (ending_in(rf"(?:{before}){soft}{PART}"), beginning_with(behind)) if before else None

    def hold(self, left: str, right: str) -> bool:
        if (self.left and self.left.search(left)) or (self.right and self.right.match(right)):
            return True
        return bool(self.around and self.around[1].match(right) and self.around[0].search(left))


class TiedRecognizer(LayerRecognizer):
    """Finds the words of a `Topic` that are tied to a person; a subclass names the topic and what to say instead."""

    LAYER = "context"
    TOPICS: ClassVar[Mapping[str, Topic]]
    SAID: ClassVar[str] = ""
    SCORE: ClassVar[float] = 0.7

    def __init__(self, language: str) -> None:
        super().__init__(language)
        topic = self.TOPICS.get(language)
        self._language = language
        self._phrases = Phrases({} if topic is None else {kind: listed(text) for kind, text in topic.words.items()})
        if topic is None:
            return
        speech = SPEECH[language]
        self._ties = {kind: _Ties(topic.kinds[kind], speech) for kind in topic.words}
        self._before = frozenset(topic.before.split())
        self._after = frozenset(topic.after.split())
        self._links = _LINKS[language]
        soft = rf"(?:{PART}{speech.soft})"
        owned = rf"(?:{speech.own}){soft}{{0,3}}{PART}"
        self._owned = ending_in(owned)
        self._denied = ending_in(
            rf"(?:{speech.nobody}){PART}(?:(?:who|that|qui|die|der|que|is|are|has|have|'s|living|suffering|from|with"
            rf"|avec|ont|sont|mit|con|tiene|tienen|for|of|de|pour|para|por|fur|who've|that's"
            rf"|haben){PART}){{0,3}}(?:{speech.soft}{PART}){{0,2}}"
            rf"|(?:{speech.asked})(?:{PART}[a-z']+){{0,4}}{PART}"
            rf"|(?:{speech.no})(?:{PART}(?:got|have|had|any|a|an|the|been|ai|pas|de|d|la|el|tengo|tiene|una"
            rf"|un)){{0,3}}{PART}"
        )
        self._head = beginning_with(rf"[ '](?:{topic.head})") if topic.head else None
        self._never = beginning_with(rf" (?:{topic.never})") if topic.never else None

    @property
    def size(self) -> int:
        """How many phrases the list has, spelling variants among them."""
        return self._phrases.size

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Each tied word with what belongs to it, and the further ones of a list that one tie opens."""
        if not self._phrases.size:
            return
        seen = view(tokens, self._language)
        word = 0
        last = -9
        while word < len(seen.words):
            hit = self._phrases.at(seen, word)
            if hit is None:
                word += 1
                continue
            many, kind = hit
            end = word + many - 1
            if self._goes_on(seen, last, word) or self._tied(seen, word, end, kind):
                first, end = self._with_its_words(seen, word, end)
                yield Finding(*seen.span(first, end), self.ENTITIES[0], self.SCORE, said=self.said(kind))
                last = end
                word = end + 1
            else:
                word += 1

    def said(self, kind: str) -> str:
        """What to write in its place."""
        return self.SAID

    def _tied(self, seen: View, word: int, end: int, kind: str) -> bool:
        left = seen.left(word)
        right = seen.right(end)
        if self._never and self._never.match(right):
            return False
        owned = self._owned.search(left) is not None
        if not owned and (self._denied.search(left) or (self._head and self._head.match(right))):
            return False
        return self._ties[kind].hold(left, right)

    def _goes_on(self, seen: View, last: int, word: int) -> bool:
        """Whether a word goes on with a list: "asthma and eczema"."""
        between = range(last + 1, word)
        if last < 0 or len(between) > _MOST_LINKS or any(seen.words[one] not in self._links for one in between):
            return False
        signs = [seen.sign(one) for one in range(last + 1, word + 1)]
        listing = len(between) > 0 or ", " in signs
        return listing and all(sign in {" ", ", ", "'"} for sign in signs)

    def _with_its_words(self, seen: View, first: int, last: int) -> tuple[int, int]:
        while first > 0 and seen.words[first - 1] in self._before and seen.sign(first) in {" ", "'"}:
            first -= 1
        if first > 1 and seen.words[first - 1] in _TYPES_OF and seen.words[first - 2] in _TYPE:
            first -= 2
        while last + 1 < len(seen.words) and seen.words[last + 1] in self._after and seen.sign(last + 1) in {" ", "'"}:
            last += 1
        if last + 2 < len(seen.words) and seen.words[last + 1] in _TYPE and seen.words[last + 2] in _TYPES_OF:
            last += 2
        return first, last


def any_of(*patterns: str) -> str:
    """Patterns as one alternation, empty ones left out."""
    return "|".join(pattern for pattern in patterns if pattern)


def word_pattern(text: str) -> str:
    """Words parted by spaces as an alternation."""
    return "(?:" + "|".join(re.escape(word) for word in text.split()) + ")"
