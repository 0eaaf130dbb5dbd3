"""All forms of a study's people, found in one walk over the words of a text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from anonymizers.lexicon import Lexicon
from anonymizers.roster.addressed import addressed, small_name
from anonymizers.roster.forms import NAME, Form, runs_on
from anonymizers.tokens import Tokens
from anonymizers.wordlists import word_set

_LONGEST = 24
"""So many words of a form are looked for as one; what is longer is found in pieces."""

_SHORTEST_POSSESSED = 4
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


class DetailIndex(Protocol):
    """An index of one kind of detail, whose forms are read from the text."""

    ENTITY: str

    def longest(self, tokens: Tokens, first: int) -> int | None:
        """The last token of the longest such detail that begins at a token."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a form stands for; see `Form`."""

    entity: str
    owners: frozenset[str]
    tied: bool
    common: float | None


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (both included) are a form of `owners`."""

    first: int
    last: int
    entity: str
    owners: frozenset[str]


class FormIndex:
    """All forms by their words, beside the indexes of details that have too many forms to write out.

    A form of several words is one key, and so are its first words: at tens of thousands of people a tree of nodes
    would take several times the memory.
    """

    def __init__(self, forms: Iterable[Form], words: Lexicon, details: Sequence[DetailIndex] = ()) -> None:
        self._words = words
        self._details = tuple(details)
        self._marks = _marks(forms)

    def owners_of(self, words: tuple[str, ...]) -> frozenset[str]:
        """Whose name these words are, ordinary words included; empty when nobody's."""
        return _owners(self._at(" ".join(words), len(words) == 1))

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
        best = self._longest_form(tokens, first)
        for detail in self._details:
            last = detail.longest(tokens, first)
            if last is None or (best and (last < best.last or (last == best.last and best.entity == NAME))):
                continue
            entity = min(detail.ENTITY, best.entity) if best and last == best.last else detail.ENTITY
            best = Match(first, last, entity, frozenset())
        return best

    def _longest_form(self, tokens: Tokens, first: int) -> Match | None:
        said, last = tokens.items[first].key, first
        best: Match | None = None
        while True:
            marks = self._at(said, last == first)
            accepted = [mark for mark in marks if not mark.tied or self._counts(mark, tokens, first, last)]
            if accepted:
                best = _match(first, last, accepted)
            after = self._step(tokens, said, last) if said in self._marks else None
            if after is None:
                return best
            said, last = f"{said} {tokens.items[after].key}", after

    def _at(self, said: str, alone: bool) -> tuple[_Mark, ...]:
        """What these words stand for, the possessive of a name without its apostrophe included."""
        marks = self._marks.get(said, ())
        if said.endswith("s"):
            marks += tuple(self._possessive(said, alone))
        return marks

    def _possessive(self, said: str, alone: bool) -> Iterator[_Mark]:
        """Speech recognition drops the apostrophe of a possessive; German has none."""
        name = said[:-1]
        marks = self._marks.get(name)
        if not marks or name.endswith("s") or len(name) - name.rfind(" ") <= _SHORTEST_POSSESSED:
            return
        for mark in marks:
            if mark.entity == NAME:
                yield _Mark(NAME, mark.owners, mark.tied or (alone and self._words.plain(said)), None)

    def _counts(self, mark: _Mark, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a form that is an ordinary word too is meant as a name."""
        if _shown(tokens, first, last):
            return True
        if mark.common is None or first != last:
            return False
        if small_name(tokens, first, mark.common, self._words.language):
            return True
        return (
            addressed(tokens, first, mark.common, self._words.language)
            and _follower(tokens, last) not in _NO_NAME_AFTER
        )

    def _step(self, tokens: Tokens, said: str, last: int) -> int | None:
        """The token by which some form goes on; None when none does."""
        after = last + 1
        if not runs_on(tokens, after):
            return None
        if self._known(f"{said} {tokens.items[after].key}"):
            return after
        # "Jane M. Doe": an initial that the panel does not hold.
        beyond = after + 1
        if len(tokens.items[after].text) == 1 and tokens.items[after].text.isalpha() and runs_on(tokens, beyond):
            whole = f"{said} {tokens.items[beyond].key}"
            if any(mark.entity == NAME for mark in self._at(whole, False)):
                return beyond
        return None

    def _known(self, said: str) -> bool:
        return said in self._marks or bool(self._at(said, False))


def _marks(forms: Iterable[Form]) -> dict[str, tuple[_Mark, ...]]:
    """What each form, as its words with spaces between, stands for; nothing for the first words of a longer one."""
    alone: dict[_Mark, tuple[_Mark]] = {}
    marks: dict[str, tuple[_Mark, ...]] = {}
    several: dict[str, list[_Mark]] = {}
    owner: str | None = None
    owners: frozenset[str] = frozenset()
    for form in forms:
        if form.entity == NAME and form.owner != owner:
            owner, owners = form.owner, frozenset({form.owner})
        mark = _Mark(form.entity, owners if form.entity == NAME else frozenset(), form.tied, form.common)
        one = alone.setdefault(mark, (mark,))
        for words in _pieces(form.words):
            for count in range(1, len(words)):
                marks.setdefault(" ".join(words[:count]), ())
            said = " ".join(words)
            known = marks.setdefault(said, one)
            if not known:
                marks[said] = one
            elif known is not one:
                several.setdefault(said, list(known)).append(mark)
    for said, shared in several.items():
        marks[said] = _together(shared)
    return marks


def _pieces(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A form in pieces of about the same length that can be looked for, one beside the other."""
    count = -(-len(words) // _LONGEST)
    if count <= 1:
        return [words]
    edges = [len(words) * number // count for number in range(count + 1)]
    return [words[start:end] for start, end in pairwise(edges)]


def _together(marks: Iterable[_Mark]) -> tuple[_Mark, ...]:
    """Marks that differ in their owners alone as one."""
    owners: dict[tuple[str, bool, float | None], set[str]] = {}
    for mark in marks:
        owners.setdefault((mark.entity, mark.tied, mark.common), set()).update(mark.owners)
    return tuple(_Mark(entity, frozenset(all_), tied, common) for (entity, tied, common), all_ in owners.items())


def _owners(marks: Iterable[_Mark]) -> frozenset[str]:
    found = [mark.owners for mark in marks if mark.entity == NAME]
    return found[0] if len(found) == 1 else frozenset().union(*found)


def _match(first: int, last: int, marks: list[_Mark]) -> Match:
    if any(mark.entity == NAME for mark in marks):
        return Match(first, last, NAME, _owners(marks))
    return Match(first, last, min(mark.entity for mark in marks), frozenset())


def _shown(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a capital shows that an ordinary word is meant as a name."""
    token = tokens.items[first]
    if not token.text[0].isupper() or tokens.shouted(first):
        return False
    if not tokens.opens_sentence(first):
        return True
    return _follower(tokens, last) not in _NO_NAME_OPENS


def _follower(tokens: Tokens, last: int) -> str:
    after = tokens.after(last)
    return after.text.casefold() if after else ""
