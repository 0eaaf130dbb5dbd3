"""All forms of a study's people, found in one walk over the words of a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from anonymizers.roster.addressed import addressed, small_name
from anonymizers.roster.forms import NAME, Form
from anonymizers.tokens import Tokens
from anonymizers.wordlists import word_set

_GAP = re.compile(r"[ \n'.,\-_/@+#&()]{0,4}")
_NO_NAME_AFTER = word_set(
    """
    you i we they he she it this that these those there the a an my your his our their its to of not be je tu il elle
    on nous vous ils elles ce le la les un une de du ich er sie es wir ihr der die das ein eine yo tú él ella una el
    los las
    """
)
_NO_NAME_OPENS = _NO_NAME_AFTER | word_set(
    """
    annual income salary pay amount total profit monthly weekly yearly price cost bill button tab screen page menu
    field form box icon label link header banner
    """
)
"""Before a word of money or of screens the first word of a sentence is an adjective: "Gross annual income"."""


@dataclass(slots=True)
class _Node:
    children: dict[str, "_Node"] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (both included) are a form of `owners`."""

    first: int
    last: int
    entity: str
    owners: frozenset[str]


class FormIndex:
    """A tree of forms by their words."""

    def __init__(self, forms: Iterable[Form], language: str) -> None:
        self._root = _Node()
        self._language = language
        for form in forms:
            node = self._root
            for word in form.words:
                node = node.children.setdefault(word, _Node())
            node.forms.append(form)

    def owners_of(self, words: tuple[str, ...]) -> frozenset[str]:
        """Whose name these words are, ordinary words included; empty when nobody's."""
        node: _Node | None = self._root
        for word in words:
            node = node.children.get(word) if node else None
        return frozenset(form.owner for form in node.forms if form.entity == NAME) if node else frozenset()

    def matches(self, tokens: Tokens) -> list[Match]:
        """The longest forms from left to right; none overlaps another."""
        found: list[Match] = []
        index = 0
        while index < len(tokens.items):
            match = self._longest(tokens, index)
            if match is None:
                index += 1
            else:
                found.append(match)
                index = match.last + 1
        return found

    def _longest(self, tokens: Tokens, first: int) -> Match | None:
        node = self._root.children.get(tokens.items[first].key)
        last = first
        best: Match | None = None
        while node is not None:
            accepted = [form for form in node.forms if not form.tied or self._counts(form, tokens, first, last)]
            if accepted:
                best = _match(first, last, accepted)
            node, last = self._step(tokens, node, last)
        return best

    def _counts(self, form: Form, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a form that is an ordinary word too is meant as a name."""
        if _shown(tokens, first, last):
            return True
        if form.common is None or first != last:
            return False
        if small_name(tokens, first, form.common, self._language):
            return True
        return addressed(tokens, first, form.common, self._language) and _follower(tokens, last) not in _NO_NAME_AFTER

    def _step(self, tokens: Tokens, node: _Node, last: int) -> tuple[_Node | None, int]:
        after = last + 1
        if after >= len(tokens.items) or not _GAP.fullmatch(tokens.gap(after)):
            return None, last
        child = node.children.get(tokens.items[after].key)
        if child is not None:
            return child, after
        # "Jane M. Doe": an initial that the panel does not hold.
        beyond = after + 1
        if (
            len(tokens.items[after].text) == 1
            and tokens.items[after].text.isalpha()
            and beyond < len(tokens.items)
            and _GAP.fullmatch(tokens.gap(beyond))
        ):
            child = node.children.get(tokens.items[beyond].key)
            if child is not None and any(form.entity == NAME for form in child.forms):
                return child, beyond
        return None, last


def _match(first: int, last: int, forms: list[Form]) -> Match:
    names = [form for form in forms if form.entity == NAME]
    if names:
        return Match(first, last, NAME, frozenset(form.owner for form in names))
    return Match(first, last, min(form.entity for form in forms), frozenset())


def _shown(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a capital shows that an ordinary word is meant as a name."""
    token = tokens.items[first]
    if not token.text[0].isupper() or tokens.shouted(first):
        return False
    if not tokens.opens_sentence(first):
        return True
    return _follower(tokens, last) not in _NO_NAME_OPENS


def _follower(tokens: Tokens, last: int) -> str:
    return tokens.items[last + 1].text.casefold() if last + 1 < len(tokens.items) else ""
