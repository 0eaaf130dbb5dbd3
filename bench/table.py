"""From what was measured to the figures of the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.running import Measured
from tests.corpora.marks import Session
from tests.evaluation.figures import STYLES
from tests.evaluation.scoring import Outcome, outcome


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares from 0 to 1 in the sessions of one style: direct identifiers left, phrases kept whole, words masked."""

    left: float | None
    kept: float | None
    masked: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One tool's figures. Words are those of the texts, seconds those of the processor.

    `ratio` is how many words the first tool of the table does while this one does one.
    """

    name: str
    version: str
    given: str
    words: int
    building_s: float
    training_s: float
    first_words_s: float
    words_s: float
    first_ratio: float
    ratio: float
    quality: dict[str, Quality]


def rows(measured: Sequence[Measured], sessions: Sequence[Session]) -> list[Row]:
    """A row for each tool, compared with the first of them."""
    scored = [
        [outcome(session, masks) for session, masks in zip(sessions, one.passes[-1].masks, strict=True)]
        for one in measured
    ]
    words = sum(one.words for one in scored[0])
    first = [words / one.passes[0].cpu_s for one in measured]
    usual = [words / median(its.cpu_s for its in one.passes) for one in measured]
    return [
        Row(
            name=one.tool.name,
            version=one.ready.version,
            given=one.tool.given,
            words=words,
            building_s=one.ready.building_s,
            training_s=one.ready.training_s,
            first_words_s=first[place],
            words_s=usual[place],
            first_ratio=first[0] / first[place],
            ratio=usual[0] / usual[place],
            quality={style: quality([its for its in scored[place] if its.session.style == style]) for style in STYLES},
        )
        for place, one in enumerate(measured)
    ]


def quality(outcomes: Sequence[Outcome]) -> Quality:
    """The shares over some sessions, all of them together; None where there is nothing to count."""
    direct = [entity for one in outcomes for entity in one.entities if entity.standing != "quasi"]
    keeps = [keep for one in outcomes for keep in one.keeps]
    return Quality(
        left=_share(sum(bool(entity.left) for entity in direct), len(direct)),
        kept=_share(sum(keep.whole for keep in keeps), len(keeps)),
        masked=_share(sum(one.words_masked for one in outcomes), sum(one.words for one in outcomes)),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
