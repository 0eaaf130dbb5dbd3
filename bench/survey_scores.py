"""What of the planted values can still be read in a tool's table, and how many words it took away."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bench.survey_answering import FREE_TEXT
from bench.survey_tables import Planted, SurveyTable

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")  # noqa: RUF001 - the apostrophe that people type
_MARK = re.compile(r"\[[^\]]*\]|<[A-Z_]+>")
"""What tools write in place of a value: no words of the respondent."""
_PARTICLES = frozenset({"bin", "da", "de", "der", "la", "mac", "ní", "st", "van"})
_TELLING_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over the first `rows` of a table: values planted and left, by kind and known or not; words and masked."""

    rows: int
    planted: Counter[tuple[str, bool]]
    left: Counter[tuple[str, bool]]
    words: int
    words_planted: int
    words_masked: int

    def share_left(self, *, kind: str | None = None, known: bool | None = None) -> float | None:
        """The share, 0 to 1, of the values of a kind, of those known or not known; None when none was planted."""

        def counted(these: Counter[tuple[str, bool]]) -> int:
            return sum(count for (its, knows), count in these.items() if kind in {None, its} and known in {None, knows})

        planted = counted(self.planted)
        return counted(self.left) / planted if planted else None

    @property
    def share_planted(self) -> float:
        """Words of planted values by words, 0 to 1."""
        return self.words_planted / self.words if self.words else 0.0

    @property
    def share_masked(self) -> float:
        """Words masked by words, 0 to 1."""
        return self.words_masked / self.words if self.words else 0.0


def score(table: SurveyTable, given: Mapping[str, Sequence[str]], rows: int) -> Score:
    """Counts over the first so many rows; `given` are the columns of free text as a tool wrote them, in table order."""
    asked = [one for one in table.planted if one.row < rows]
    left = [one for one in asked if readable(one, given[one.column][one.row])]
    cells = [
        (before, after)
        for column in FREE_TEXT
        for before, after in zip(table.frame[column].iloc[:rows], given[column][:rows], strict=True)
    ]
    return Score(
        rows=rows,
        planted=Counter((one.kind, one.known) for one in asked),
        left=Counter((one.kind, one.known) for one in left),
        words=sum(len(_WORD.findall(before)) for before, _ in cells),
        words_planted=sum(len(_WORD.findall(one.value)) for one in asked),
        words_masked=sum(words_masked(before, after) for before, after in cells),
    )


def readable(planted: Planted, cell: str) -> bool:
    """Whether a telling part of the value stands in a cell, in any case of its letters.

    Of a name that is any of its words but particles, of an e-mail address what is before the @, of a telephone number
    its last six digits.
    """
    match planted.kind:
        case "email":
            return planted.value.partition("@")[0].casefold() in cell.casefold()
        case "phone":
            return _digits(planted.value)[-_TELLING_DIGITS:] in _digits(cell)
        case _:
            words = {word.casefold() for word in _WORD.findall(_MARK.sub(" ", cell))}
            parts = {part.casefold() for part in _WORD.findall(planted.value)} - _PARTICLES
            return any(part in words or f"{part}'s" in words for part in parts)


@cache
def words_masked(before: str, after: str) -> int:
    """How many words of a cell are no longer in it, each as often as it was."""
    were, are = (Counter(word.casefold() for word in _WORD.findall(_MARK.sub(" ", text))) for text in (before, after))
    return (were - are).total()


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
