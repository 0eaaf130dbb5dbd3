"""What a published table must reach, and what is done with a study of too few people."""

from dataclasses import dataclass
from enum import StrEnum

from anonymizers.errors import AnonymizerError


class SmallStudy(StrEnum):
    """What is published of a study with fewer than k people."""

    STRONGER = "stronger"
    """The records, with every quasi-identifier suppressed."""
    AGGREGATES = "aggregates"
    """No records; how often each value of a measure was given."""
    REFUSE = "refuse"
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """k people at least in a class, l distinct values at least of what is sensitive, distributions t apart at most.

    `most_suppressed` is the share of the quasi-identifiers' cells, 0.0 to 1.0, that may be suppressed one by one, as
    those of records that fall short of k at the levels chosen; coarser levels are chosen rather than suppress more.
    """

    k: int = 5
    l: int = 2  # noqa: E741 - the field's own name
    t: float | None = None
    most_suppressed: float = 0.2

    def __post_init__(self) -> None:
        if self.k < 2:
            raise AnonymizerError(f"k is {self.k}: a group of fewer than 2 people hides nobody")
        if self.l < 1:
            raise AnonymizerError(f"l is {self.l}: a group has at least 1 value")
        if self.t is not None and not 0 <= self.t <= 1:
            raise AnonymizerError(f"t is {self.t}: distances lie between 0 and 1")
        if not 0 <= self.most_suppressed <= 1:
            raise AnonymizerError(f"most_suppressed is {self.most_suppressed}: it is a share between 0 and 1")
