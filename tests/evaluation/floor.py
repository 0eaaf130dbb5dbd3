"""The floor: the figures below which the tests fail, and the goals above it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.evaluation.figures import KINDS, Figures, value

FLOOR = Path(__file__).with_name("floor.yaml")


@dataclass(frozen=True, slots=True)
class Bound:
    """One figure's floor and goal: `measure` in texts of a `style` ("all" for both), at `most` or at `least`."""

    measure: str
    style: str
    most: float | None
    least: float | None
    goal: float

    def holds(self, figure: float) -> bool:
        """Whether a figure is not below the floor."""
        return figure <= self.most if self.most is not None else figure >= (self.least or 0)

    def reached(self, figure: float) -> bool:
        """Whether a figure is at the goal."""
        return figure <= self.goal if self.most is not None else figure >= self.goal

    @property
    def words(self) -> str:
        """The floor and the goal in a few signs."""
        sign, floor = ("≤", self.most) if self.most is not None else ("≥", self.least or 0)
        return f"{sign} {floor * 100:g} ({self.goal * 100:g})"


def bounds(path: Path = FLOOR) -> list[Bound]:
    """Every floor of the file."""
    stored = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Bound(measure, style, of.get("most"), of.get("least"), of["goal"])
        for measure, styles in stored.items()
        for style, of in styles.items()
    ]


def below(found: Figures, floors: list[Bound]) -> Iterator[str]:
    """One line for each figure below its floor; transcripts and answers each count by themselves."""
    for bound in floors:
        for kind in KINDS:
            figure = value(found, kind, bound.style, bound.measure)
            if figure is not None and not bound.holds(figure):
                yield f"{bound.measure}, {kind}, {bound.style}: {figure:.2%}, floor {bound.words}"
