"""Names and post codes spelled out: "S-I-O-B-H-A-N", "double n", "S for sugar", "Sierra India Oscar"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from anonymizers.gate.folding import listed
from anonymizers.gate.hits import Hit
from anonymizers.gate.page import Page
from anonymizers.gate.spoken import REPEATS, Number

_GAP = 4
_SHORTEST = 3
_SURE_LENGTH = 4
"""From here on a name is found inside a longer row of letters; shorter ones must be the whole row."""
_LIKE = frozenset({"for", "as", "in", "like", "wie", "comme", "como", "de"})
_ALPHABET = {
    word: word[0]
    for word in listed(
        """
        alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa
        quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu
        """
    )
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters that some tokens spell."""

    text: str = field(repr=False)
    first: int
    last: int


class SpelledTable:
    """What could be spelled out: words of names letter by letter, codes of letters and digits."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._codes: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add_word(self, word: str, kind: str, ref: str) -> None:
        """A folded word of a name; digits and short words are left out."""
        if len(word) >= _SHORTEST and word.isalpha():
            self._words[word, kind].add(ref)

    def add_code(self, code: str, kind: str, ref: str) -> None:
        """A code of letters and digits, run together."""
        self._codes[code.replace("o", "0"), kind].add(ref)

    def codes(self) -> list[str]:
        """The codes as `code_pieces` writes them."""
        return sorted({code for code, _ in self._codes})

    def hits(self, page: Page, numbers: Sequence[Number]) -> Iterator[Hit]:
        """Where a page spells one of them."""
        if self._words:
            for row in _rows(page, _letters(page)):
                yield from _in_row(row, self._words)
        if self._codes and numbers:
            for row in _rows(page, _letters_and_numbers(page, numbers)):
                yield from _in_row(row, self._codes)


def _in_row(row: Sequence[_Piece], known: dict[tuple[str, str], set[str]]) -> Iterator[Hit]:
    text = "".join(piece.text for piece in row)
    owner = [number for number, piece in enumerate(row) for _ in piece.text]
    # The s of "that's A-M-Y" is no letter of the name.
    whole = {text, text.removeprefix("s")}
    for (value, kind), people in known.items():
        at = text.find(value) if len(value) >= _SURE_LENGTH or value in whole else -1
        while at >= 0:
            first, last = row[owner[at]], row[owner[at + len(value) - 1]]
            if last.first > first.last:
                yield Hit(first.first, last.last, kind, "block", frozenset(people))
            at = text.find(value, at + 1)


def _rows(page: Page, pieces: Iterator[_Piece]) -> Iterator[list[_Piece]]:
    row: list[_Piece] = []
    for piece in pieces:
        if row and (piece.first != row[-1].last + 1 or not page.near(row[-1].last, _GAP)):
            if len(row) >= _SHORTEST:
                yield row
            row = []
        row.append(piece)
    if len(row) >= _SHORTEST:
        yield row


def _letters(page: Page) -> Iterator[_Piece]:
    token = 0
    while token < len(page):
        key, first = page.keys[token], token
        times = REPEATS.get(key, 0)
        if times and page.near(token, 2) and len(page.keys[token + 1]) == 1:
            token += 1
            key = page.keys[token]
        letter = key if len(key) == 1 and key.isalpha() else _ALPHABET.get(key, "")
        if letter:
            if len(key) == 1:
                token = _behind_example(page, token)
            yield _Piece(letter * (times or 1), first, token)
        token += 1


def ends_in_letters(page: Page) -> tuple[bool, bool]:
    """Whether what the page spells may go on before its first word and behind its last one."""
    pieces, last = list(_letters(page)), len(page) - 1
    begins = page.keys[0] in _LIKE or (bool(pieces) and pieces[0].first == 0)
    ends = page.keys[last] in REPEATS or (bool(pieces) and pieces[-1].last == last)
    while last >= 0 and page.keys[last] in _LIKE:
        last -= 1
    asks = last < len(page) - 1 and (last < 0 or len(page.keys[last]) == 1)
    return begins, ends or asks


def code_pieces(page: Page, numbers: Sequence[Number]) -> str:
    """The letters and digits of which codes may be made, with a bar wherever other words part them."""
    text, following = "", 0
    for piece in _letters_and_numbers(page, numbers):
        text += piece.text if piece.first == following else f"|{piece.text}"
        following = piece.last + 1
    return text if following == len(page) else f"{text}|"


def _behind_example(page: Page, token: int) -> int:
    """The last token of "S for sugar", "S as in sugar", "S wie Siegfried"; the letter itself where none follows."""
    at = token
    while at + 1 < len(page) and at < token + 2 and page.near(at, 2) and page.keys[at + 1] in _LIKE:
        at += 1
    if at > token and page.near(at, 2) and page.keys[at + 1][0] == page.keys[token]:
        return at + 1
    return token


def _letters_and_numbers(page: Page, numbers: Sequence[Number]) -> Iterator[_Piece]:
    """Single letters, pairs of letters and numbers: "SW one A one double A"."""
    by_token = {number.first: number for number in numbers}
    token = 0
    while token < len(page):
        if number := by_token.get(token):
            yield _Piece(number.digits, number.first, number.last)
            token = number.last
        elif len(page.keys[token]) <= 2:
            # The letter O is said, and typed, for a nought.
            yield _Piece(page.keys[token].replace("o", "0"), token, token)
        elif page.keys[token] in REPEATS and page.near(token, 2) and len(page.keys[token + 1]) == 1:
            yield _Piece(page.keys[token + 1] * REPEATS[page.keys[token]], token, token + 1)
            token += 1
        token += 1
