"""Words and phrases looked up by their first word, the longest first."""

from collections.abc import Iterable, Mapping

from anonymizers.quasi.view import View
from anonymizers.roster.forms import atoms

Words = tuple[str, ...]


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a text that parts them by commas; where one line ends the next goes on.

    >>> listed("heart attack, type two diabetes")
    ('heart attack', 'type two diabetes')
    """
    return tuple(phrase for part in text.split(",") if (phrase := " ".join(part.split())))


def inflected(text: str) -> str:
    """German adjectives with their endings too: "meine gehörlose Schwester"."""
    phrases = listed(text)
    more = (phrase + ending for phrase in phrases for ending in ("e", "er", "en", "em", "es") if phrase.islower())
    return ", ".join((*phrases, *more))


def spelled_ways(phrase: str) -> set[Words]:
    """A phrase as keys; what has an apostrophe also as people write it without one.

    >>> sorted(spelled_ways("Parkinson's"))
    [('parkinson',), ('parkinson', 's'), ('parkinsons',)]
    """
    ways = {atoms(phrase)}
    if "'" in phrase:
        ways.add(atoms(phrase.replace("'", "")))
        if phrase.endswith("'s"):
            ways.add(atoms(phrase.removesuffix("'s")))
    return {way for way in ways if way}


class Phrases:
    """Phrases and what each stands for."""

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        """`kinds`: what it is, and the phrases of that kind; where two share a phrase the first has it."""
        found: dict[str, dict[Words, str]] = {}
        for kind, phrases in kinds.items():
            for phrase in phrases:
                for words in spelled_ways(phrase):
                    found.setdefault(words[0], {}).setdefault(words, kind)
        self._by_first: dict[str, tuple[tuple[Words, str], ...]] = {
            first: tuple(sorted(phrases.items(), key=lambda one: -len(one[0]))) for first, phrases in found.items()
        }
        self.size = sum(len(phrases) for phrases in self._by_first.values())

    def __contains__(self, words: Words) -> bool:
        return any(one == words for one, _ in self._by_first.get(words[0], ()))

    def at(self, seen: View, word: int) -> tuple[int, str] | None:
        """How many words the longest phrase at a word has, and its kind. It does not run over a sentence's end."""
        for words, kind in self._by_first.get(seen.words[word], ()):
            many = len(words)
            if many == 1:
                return 1, kind
            if seen.words[word : word + many] == words and _together(seen, word, many):
                return many, kind
        return None


def _together(seen: View, word: int, many: int) -> bool:
    return all(seen.sign(inside) in {" ", "'"} for inside in range(word + 1, word + many))
