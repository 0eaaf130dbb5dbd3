"""A stretch of cleaned text with its words, as every search of the gate reads it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property

from anonymizers.gate.folding import TOKEN, key_readings, windows
from anonymizers.gate.vocabulary import PARTICLES

# Not "Price: 5": a figure behind the colon makes it a measure.
# "Will Brown:", "WILL (Host):", "Will Brown  0:03", "[00:12:31] Will:" at the start of a line.
_LABEL = re.compile(
    r"^[ \t>*\"\u2013-]{0,4}(?:[\[(]?[\d:.,]{4,12}[\])]?[ \t]+)?(?P<who>[^\W\d_][^\n:<>()]{0,60}?)"
    r"[ \t]{0,4}(?:\([^)\n]{0,30}\))?[ \t]{0,4}(?::(?=[ \t]+[^\s\d$\u00a3\u20ac]|[ \t]*$)|[ \t][\[(]?\d{1,2}:\d{2})",
    re.MULTILINE,
)
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,40})?[ \t](?P<who>[^>\n]{1,120})")
_LABEL_WORDS = 5


class Page:
    """Tokens of a piece of text: `raws` as written, `keys` folded, `starts` and `ends` as offsets.

    A token that can be folded in several ways takes the way some person's detail is known by (`known`).
    Only what ends in (low, high] is counted here; the rest is shown for its context. With `every_label` a label in
    small letters is one however seldom it is met: for text of which other parts are on other pages.
    """

    def __init__(self, text: str, low: int, high: int, known: Collection[str], *, every_label: bool = False) -> None:
        self.text = text
        self._every_label = every_label
        self._low, self._high = low, high
        self.raws: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in TOKEN.finditer(text):
            self.raws.append(match.group())
            self.starts.append(match.start())
            self.ends.append(match.end())
        self.keys = [raw.lower() if raw.isascii() else _best(raw, known) for raw in self.raws]

    def __len__(self) -> int:
        return len(self.raws)

    def counts_at(self, offset: int) -> bool:
        """Whether a match that ends at this offset is counted on this page."""
        return self._low < offset <= self._high

    def counts(self, last: int) -> bool:
        """Whether a match that ends with this token is counted on this page."""
        return self.counts_at(self.ends[last])

    def gap(self, token: int) -> str:
        """The text between a token and the next one."""
        return self.text[self.ends[token] : self.starts[token + 1]]

    def near(self, token: int, most: int) -> bool:
        """Whether the next token exists and follows within so many characters."""
        return token + 1 < len(self.starts) and self.starts[token + 1] - self.ends[token] <= most

    def token_from(self, offset: int) -> int:
        """The first token that starts at the offset or later."""
        return bisect_left(self.starts, offset)

    @cached_property
    def _labels(self) -> list[tuple[int, int]]:
        matches = [match for match in _LABEL.finditer(self.text) if _is_label(match["who"])]
        # "page: home" once is a remark; the same word before several turns is who speaks.
        times = Counter(match["who"] for match in matches)
        spans = [
            match.span("who")
            for match in matches
            if self._every_label or not match["who"].islower() or times[match["who"]] > 1
        ]
        return sorted(spans + [match.span("who") for match in _VOICE.finditer(self.text)])

    def is_label(self, token: int) -> bool:
        """Whether the token stands in a speaker label."""
        at = bisect_right(self._labels, (self.starts[token], len(self.text) + 1)) - 1
        return at >= 0 and self.ends[token] <= self._labels[at][1]


def pages(text: str, known: Collection[str]) -> Iterator[Page]:
    """A text of any length as pages, made one at a time."""
    for piece, low, high in windows(text):
        yield Page(piece, low, high, known)


def _best(raw: str, known: Collection[str]) -> str:
    readings = key_readings(raw)
    return next((reading for reading in readings if reading in known), readings[0])


def _is_label(who: str) -> bool:
    spoken = who.split()
    return len(spoken) <= _LABEL_WORDS and (
        len(spoken) == 1 or all(not word[0].islower() or word.lower() in PARTICLES for word in spoken)
    )
