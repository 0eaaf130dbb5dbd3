"""Default-deny: what no word list knows as an ordinary word is masked, and so are long numbers."""

import re
from collections.abc import Iterator

from anonymizers.layers import Finding, LayerRecognizer
from anonymizers.lexicon import lexicon
from anonymizers.lexicon.digits import SPOKEN_NUMBERS, TWICE
from anonymizers.roster.misheard import spelled_runs
from anonymizers.tokens import HARD, Tokens

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_CAPITAL_COSTS = 0.5
_ENGLISH_TAIL = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m|em|cause|til))$")
_ELISION = re.compile(r"^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'")
_NUMBER = re.compile(r"\d[\d.,'/ \-]*\d|\d")
_MONEY = re.compile(
    r"[£$€¥%]|\b(?:pounds?|quid|euros?|dollars?|pence|percent|per cent|grand|k|kwh|livres|pfund|prozent|pour cent"
    r"|por ciento|libras|dólares|gbp|eur|usd)\b",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?")
_YEARS = range(1990, 2036)
_FEWEST_DIGITS = 4
_FEWEST_SPOKEN = 5
_FEWEST_SPELLED = 4
_SPOKEN_GAP = re.compile(r"[ \n,.\-]{1,3}")
_NAME_GAP = frozenset({" ", "-", "\n"})


class DenyRecognizer(LayerRecognizer):
    """Masks names, unknown words and numbers that nothing else had to recognise.

    `below` is how common a word must be to be known (Zipf); one with a capital inside a sentence must be half a step
    commoner, except in German, which writes every noun so.
    """

    LAYER = "deny"
    ENTITIES = ("PERSON", "LOCATION", "UNKNOWN", "NUMBER")

    def __init__(self, language: str, below: float) -> None:
        super().__init__(language)
        self._lexicon = lexicon(language)
        self._below = below
        self._numbers = SPOKEN_NUMBERS.get(language, frozenset())
        self._nouns_have_capitals = language == "de"

    def find(self, tokens: Tokens) -> Iterator[Finding]:
        """Unknown words, names of the lists, long numbers written or read aloud, and anything spelled out."""
        yield from self._words(tokens)
        yield from self._written_numbers(tokens)
        yield from self._spoken_numbers(tokens)
        for first, last, letters in spelled_runs(tokens):
            if len(letters) >= _FEWEST_SPELLED:
                yield Finding(tokens.items[first].start, tokens.items[last].end, "UNKNOWN", 0.5)

    def _words(self, tokens: Tokens) -> Iterator[Finding]:
        person_end = -1
        for found in _WORD.finditer(tokens.text):
            start, end = found.span()
            word, end = self._without_tail(found.group(), start, end)
            start, word = self._without_elision(word, start)
            index = tokens.within(start, end).start
            cased = tokens.cased(index)
            entity = self._verdict(word, cased, after_handle=start > 0 and tokens.text[start - 1] == "@")
            if entity is None and person_end >= 0 and tokens.text[person_end:start] in _NAME_GAP:
                entity = self._family(word, cased)
            if entity is None:
                person_end = -1
                continue
            person_end = end if entity == "PERSON" else -1
            yield Finding(start, end, entity, 0.5)

    def _verdict(self, word: str, cased: bool, after_handle: bool) -> str | None:
        """What a word is, or nothing when it may stay."""
        lower = word.casefold()
        words = self._lexicon
        if after_handle:
            return "UNKNOWN"
        if len(lower) == 1 or words.calendar(lower):
            return None
        if cased and lower in words.given:
            return "PERSON"
        needed = self._below + (_CAPITAL_COSTS if cased and not self._nouns_have_capitals else 0.0)
        if words.ordinary(lower, needed):
            return None
        if lower in words.names.first or (lower in words.names.last and lower not in words.names.towns):
            return "PERSON"
        return "LOCATION" if lower in words.names.towns else "UNKNOWN"

    def _family(self, word: str, cased: bool) -> str | None:
        """An ordinary word right after a name is its family name where it is a usual one."""
        lower = word.casefold()
        if lower in self._lexicon.family or (cased and lower in self._lexicon.names.last):
            return "PERSON"
        return None

    def _without_tail(self, word: str, start: int, end: int) -> tuple[str, int]:
        """`Dave's` is judged by `Dave`."""
        if self.supported_language != "en" or "'" not in word:
            return word, end
        bare = _ENGLISH_TAIL.sub("", word, count=1)
        named = bare.casefold() in self._lexicon.names and not self._lexicon.plain(bare.casefold())
        if not named and self._lexicon.zipf(word.casefold()) >= self._below:
            return word, end
        return bare, start + len(bare)

    def _without_elision(self, word: str, start: int) -> tuple[int, str]:
        """`d'Anne` is judged by `Anne`."""
        if self.supported_language not in {"fr", "es"} or "'" not in word:
            return start, word
        elision = _ELISION.match(word.casefold())
        if elision is None or self._lexicon.zipf(word.casefold()) >= self._below:
            return start, word
        return start + elision.end(), word[elision.end() :]

    def _written_numbers(self, tokens: Tokens) -> Iterator[Finding]:
        text = tokens.text
        for found in _NUMBER.finditer(text):
            if HARD in found.group():
                continue
            yield from self._number(text, found)

    def _number(self, text: str, found: re.Match[str]) -> Iterator[Finding]:
        """A run of digits with what groups them: money and single years stay, the rest goes from four digits on."""
        written = found.group()
        digits = sum(sign.isdigit() for sign in written)
        if digits < _FEWEST_DIGITS:
            return
        around = text[max(0, found.start() - 2) : found.start()] + "|" + text[found.end() : found.end() + 11]
        if (
            digits <= 7
            and _MONEY.search(around)
            and (written.isdigit() or _GROUPED.fullmatch(written) or "." in written)
        ):
            return
        runs = re.findall(r"\d+", written)
        if all(len(run) < _FEWEST_DIGITS or _is_year(run) for run in runs) and digits < 7:
            return
        if _GROUPED.fullmatch(written) and written.count(" ") == 0 and digits <= 7:
            return
        yield Finding(found.start(), found.end(), "NUMBER", 0.5)

    def _spoken_numbers(self, tokens: Tokens) -> Iterator[Finding]:
        first = last = -1
        digits = 0
        for index, token in enumerate(tokens.items):
            one = token.text.isdigit() and len(token.text) <= 2
            if not (token.key in self._numbers or one or (token.key in TWICE and last >= 0)):
                continue
            if last != index - 1 or last < 0 or not _SPOKEN_GAP.fullmatch(tokens.gap(index)):
                yield from self._run(tokens, first, last, digits)
                first, digits = index, 0
            last = index
            digits += 1
        yield from self._run(tokens, first, last, digits)

    def _run(self, tokens: Tokens, first: int, last: int, digits: int) -> Iterator[Finding]:
        if digits >= _FEWEST_SPOKEN:
            yield Finding(tokens.items[first].start, tokens.items[last].end, "NUMBER", 0.5)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and int(digits) in _YEARS
