"""What was found and masked, counted by distinct cell."""

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from anonymizers.masking import Masked
from anonymizers.survey import WORD


@dataclass
class Tally:
    """Cells, words and spans so far, as `SurveyReport` counts them."""

    cells_analysed: int = 0
    measures_read_as_text: int = 0
    words: int = 0
    words_masked: int = 0
    keep_clashes: int = 0
    entities: Counter[str] = field(default_factory=Counter)
    layers: Counter[str] = field(default_factory=Counter)
    recognisers: Counter[str] = field(default_factory=Counter)

    def saw(self, cell: str, times: int) -> None:
        """A source's cell that stands in so many rows."""
        self.words += times * (_words(cell) if len(cell) < _SHORT else len(WORD.findall(cell)))

    def masked(self, masked: Masked, times: int, *, free_text: bool) -> None:
        """A cell that was read as text in so many rows."""
        self.cells_analysed += times
        self.measures_read_as_text += 0 if free_text else times
        self.words_masked += times * masked.words_masked
        self.keep_clashes += times * masked.keep_clashes
        for span in masked.spans:
            self.entities[span.entity] += times
            self.layers[span.layer] += times
            self.recognisers[span.recogniser] += times


_SHORT = 40


@lru_cache(maxsize=50_000)
def _words(cell: str) -> int:
    return len(WORD.findall(cell))
