"""Text made plain for matching, with the way back: what looks alike becomes alike, the original stays untouched.

Zero-width characters and halves of surrogate pairs are dropped, letters of another script that look Latin become Latin,
full-width and styled forms become plain ones, and letters with combining marks become one character. Case and accents
stay: layers need them.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LOOKALIKES = str.maketrans(
    # Cyrillic and Greek letters that are drawn like Latin ones (after Unicode TR 39, the commonest only).
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухвкмнтԁһԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
    "ABESIJKMHOPCTYXaesijopcyxbkmhtdhqw" + "ABEZHIKMNOPTYXaikvoptux",
)
_PLAIN = {
    "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'",  # noqa: RUF001 - apostrophes met in names
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "﹣": "-",  # noqa: RUF001 - dashes met in names
    "\t": " ", "\r": " ", "\v": " ", "\f": " ", "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
}  # fmt: skip
_LETTERS_WITHOUT_ACCENT = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "\u0131": "i", "ħ": "h"}
)

_ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f`]")


@dataclass(frozen=True, slots=True, repr=False)
class Folded:
    """A plain form of a text; `start[i]` and `end[i]` are where its i-th character stands in the original."""

    text: str
    start: tuple[int, ...] | range
    end: tuple[int, ...] | range

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that a stretch of the plain form came from."""
        if start >= end:
            return (self.start[start], self.start[start]) if start < len(self.text) else (0, 0)
        return self.start[start], self.end[end - 1]


def fold(text: str) -> Folded:
    """The plain form of a text.

    >>> fold("Si\\u200bobh\\u0430n").text
    'Siobhan'
    """
    if text.isascii() and not _ODD.search(text):
        return Folded(text, range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    while position < len(text):
        after = position + 1
        while after < len(text) and unicodedata.combining(text[after]):
            after += 1
        plain = _plain(text[position:after])
        if not plain and ends:
            ends[-1] = max(ends[-1], after)
        for letter in plain:
            letters.append(letter)
            starts.append(position)
            ends.append(after)
        position = after
    return Folded("".join(letters), tuple(starts), tuple(ends))


@lru_cache(maxsize=8192)
def _plain(cluster: str) -> str:
    """One character with its marks, made plain; empty for what nobody sees."""
    if cluster in _PLAIN:
        return _PLAIN[cluster]
    if len(cluster) == 1 and cluster.isascii():
        return "" if unicodedata.category(cluster) == "Cc" and cluster != "\n" else cluster
    if unicodedata.combining(cluster[0]):
        return ""
    whole = unicodedata.normalize("NFKC", cluster)
    kept = [_PLAIN.get(letter, letter) for letter in whole if unicodedata.category(letter) not in {"Cf", "Cc", "Cs"}]
    plain = "".join(kept).translate(_LOOKALIKES)
    return "".join(" " if letter.isspace() and letter != "\n" else letter for letter in plain)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """A word without case, accents and marks: what two spellings of one name share.

    >>> key("Siobhán"), key("MÜLLER"), key("Groß")
    ('siobhan', 'muller', 'gross')
    """
    if word.isascii():
        return word.lower()
    folded = fold(word).text.casefold()
    bare = "".join(letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))
    return bare.translate(_LETTERS_WITHOUT_ACCENT)
