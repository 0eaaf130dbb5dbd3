"""The e-mail addresses of a study's people, written, disguised or read aloud."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from anonymizers.gate.folding import clean, words
from anonymizers.gate.hits import Hit
from anonymizers.gate.page import Page
from anonymizers.gate.spoken import REPEATS, Number
from anonymizers.gate.vocabulary import AT_WORDS, JOINERS

_GAP = 12
_DOMAIN_TOKENS = 10
_LOCAL_TOKENS = 40


_Known = dict[str, tuple[str, set[str]]]
"""Local parts of one domain: what kind of address, and whose."""


class MailTable:
    """Addresses by their domain and local part, both without anything but letters and digits."""

    def __init__(self) -> None:
        self._locals: dict[str, _Known] = defaultdict(dict)
        self._beginnings: set[str] = set()

    def add(self, kind: str, value: str, ref: str) -> list[str]:
        """Take an address; the answer is the words of its local part, none where the value is no address."""
        local, _, domain = clean(value).strip().partition("@")
        local_words, labels = words(local), [words(label) for label in domain.split(".")]
        if not local_words or not any(labels):
            return []
        key = ""
        # "at gmail" is said as often as "at gmail dot com".
        for label in labels:
            key += "".join(label)
            self._locals[key].setdefault(_spelled("".join(local_words)), (kind, set()))[1].add(ref)
        self._beginnings.update(key[:length] for length in range(1, len(key) + 1))
        return local_words

    def hits(self, page: Page, numbers: Sequence[Number]) -> Iterator[Hit]:
        """Where a page shows one of the addresses."""
        if not self._locals:
            return
        spoken = {number.last: number for number in numbers if number.spoken}
        for before, after in _ats(page):
            for key, last in self._domains(page, after):
                found = self._local(page, before, self._locals[key], spoken)
                if found:
                    first, (kind, people) = found
                    yield Hit(first, last, kind, "block", frozenset(people))

    def may_show(self, keys: Sequence[str]) -> bool:
        """Whether some words, with or without others behind them, may hold an address read aloud."""
        ats = (at for at, key in enumerate(keys) if key in AT_WORDS)
        return any(at + 2 >= len(keys) or keys[at + 2] in JOINERS or self._leads(keys[at + 1 :]) for at in ats)

    def _leads(self, keys: Sequence[str]) -> bool:
        """Whether the words begin with a known domain, or with a part of one and end there."""
        written = ""
        for key in keys[:_DOMAIN_TOKENS]:
            if key in JOINERS and written:
                continue
            written += key
            if written not in self._beginnings:
                return False
            if written in self._locals:
                return True
        return len(keys) <= _DOMAIN_TOKENS

    def _domains(self, page: Page, first: int) -> Iterator[tuple[str, int]]:
        """The known domains that start with this token, each with its last token."""
        key = ""
        for token in range(first, min(len(page), first + _DOMAIN_TOKENS)):
            if token > first and not page.near(token - 1, _GAP):
                return
            if page.keys[token] in JOINERS and key:
                continue
            key += page.keys[token]
            if key not in self._beginnings:
                return
            if key in self._locals:
                yield key, token

    def _local(
        self, page: Page, last: int, known: _Known, spoken: dict[int, Number]
    ) -> tuple[int, tuple[str, set[str]]] | None:
        """The longest known local part that ends with this token: (its first token, whose it is)."""
        longest = max(map(len, known))
        best = None
        for numbers in (spoken, {}):
            key, token = "", last
            while token >= max(0, last - _LOCAL_TOKENS) and len(key) < longest:
                symbol, first = _symbol(page, token, numbers)
                key, token = _spelled(symbol) + key, first - 1
                if key in known and (best is None or first < best[0]):
                    best = first, known[key]
                if token >= 0 and not page.near(token, _GAP):
                    break
        return best


def _spelled(text: str) -> str:
    """The letter O is said, and typed, for a nought."""
    return text.replace("o", "0")


def _ats(page: Page) -> Iterator[tuple[int, int]]:
    """(last token of a local part, first token of a domain) on both sides of every sign or word for "at"."""
    at = page.text.find("@")
    while at >= 0:
        after = page.token_from(at)
        if 0 < after < len(page):
            yield after - 1, after
        at = page.text.find("@", at + 1)
    for token, key in enumerate(page.keys):
        if key in AT_WORDS and 0 < token < len(page) - 1 and page.near(token, _GAP):
            yield token - 1, token + 1


def _symbol(page: Page, token: int, spoken: dict[int, Number]) -> tuple[str, int]:
    """What is written for a token when it is part of an address: (characters, the first token they stand in)."""
    number, key = spoken.get(token), page.keys[token]
    if number:
        return number.digits, number.first
    if key in JOINERS:
        return "", token
    if len(key) == 1 and token and page.keys[token - 1] in REPEATS:
        return key * REPEATS[page.keys[token - 1]], token - 1
    return key, token
