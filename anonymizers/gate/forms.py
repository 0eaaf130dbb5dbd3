"""One form of a person's detail: a phrase of folded words, and what it means to find it."""

from dataclasses import dataclass, field
from typing import Literal

Strength = Literal["certain", "common", "initialled", "glued", "postal", "review", "count", "keep"]
"""What an occurrence means.

certain: it blocks wherever it stands. common: it blocks where its use shows a name, else it is for the reviewer.
initialled: it blocks with capitals or written as a handle. glued: it blocks written without spaces. postal: it
blocks beside the word for it. review, count: never a block. keep: it protects what lies in it.
"""


@dataclass(frozen=True, slots=True)
class Form:
    """One phrase of folded words to look for, and what it means to find it."""

    phrase: tuple[str, ...] = field(repr=False)
    kind: str
    strength: Strength
