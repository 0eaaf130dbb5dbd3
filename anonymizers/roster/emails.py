"""E-mail addresses of the study's people, written or read aloud in four languages.

An address may be said in some eighty ways, so none is written out: what stands in the text is read as one.
"""

from collections.abc import Iterable, Iterator

from anonymizers.roster.forms import atoms, runs_on
from anonymizers.tokens import Tokens

_DOTS = ("", "dot", "punkt", "point", "punto")
_ATS = frozenset({"at", "arobase", "arroba", "klammeraffe"})
_TELLING = 5
"""A part before the @ with fewer letters and digits may be anything: it is looked for with the domain alone."""
_LONGEST = 24

Words = tuple[str, ...]


class EmailIndex:
    """Addresses by the words before their @, each with the domains that follow."""

    ENTITY = "EMAIL_ADDRESS"

    def __init__(self, addresses: Iterable[str]) -> None:
        self._telling: set[str] = set()
        self._domains: dict[str, tuple[Words, ...]] = {}
        shared: dict[str, Words] = {}
        for address in sorted(set(addresses)):
            local, _, domain = address.partition("@")
            here = atoms(local)
            if not here:
                continue
            if len("".join(here)) >= _TELLING:
                self._telling.add("".join(here))
            # What is longer is no address; its first words give it away.
            here = here[:_LONGEST]
            there = shared.setdefault(domain, atoms(domain)[:_LONGEST])
            for count in range(1, len(here)):
                self._domains.setdefault(" ".join(here[:count]), ())
            known = self._domains.get(" ".join(here), ())
            if there not in known:
                self._domains[" ".join(here)] = (*known, there)

    def longest(self, tokens: Tokens, first: int) -> int | None:
        """The last token of the longest address, or part before the @, that begins at a token; None when none does."""
        word = tokens.items[first].key
        best = first if word in self._telling else None
        if word not in self._domains:
            return best
        return max(self._ends(tokens, first), default=best)

    def _ends(self, tokens: Tokens, first: int) -> Iterator[int]:
        """Where an address may end; the same word stands for every dot of it."""
        open_ends: list[tuple[int, str, tuple[str, ...]]] = [(first, tokens.items[first].key, _DOTS)]
        while open_ends:
            last, said, dots = open_ends.pop()
            domains = self._domains.get(said)
            if domains is None:
                continue
            if domains and last > first and len(said.replace(" ", "")) >= _TELLING:
                yield last
            for there in filter(None, domains):
                yield from _domain_ends(tokens, last, there, dots)
            for dot in dots:
                after = _after(tokens, last, dot)
                if after is not None:
                    open_ends.append((after, f"{said} {tokens.items[after].key}", (dot,)))


def _domain_ends(tokens: Tokens, last: int, there: Words, dots: tuple[str, ...]) -> Iterator[int]:
    place = last + 1
    if not runs_on(tokens, place):
        return
    places = [place]
    if tokens.items[place].key in _ATS and runs_on(tokens, place + 1):
        places.append(place + 1)
    for begin in places:
        if tokens.items[begin].key != there[0]:
            continue
        for dot in dots:
            end = _spelled_out(tokens, begin, there, dot)
            if end is not None:
                yield end


def _spelled_out(tokens: Tokens, first: int, words: Words, dot: str) -> int | None:
    last: int | None = first
    for word in words[1:]:
        last = _after(tokens, last, dot) if last is not None else None
        if last is None or tokens.items[last].key != word:
            return None
    return last


def _after(tokens: Tokens, last: int, dot: str) -> int | None:
    """The next token, past the word for a dot where one is said; None when the text goes on otherwise."""
    after = last + 1
    if dot:
        if not runs_on(tokens, after) or tokens.items[after].key != dot:
            return None
        after += 1
    return after if runs_on(tokens, after) else None
