"""What a hierarchy is: a value made coarser step by step, so that records become alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from anonymizers.errors import AnonymizerError

ANY = "*"
"""A value that tells nothing any more: the last level of every hierarchy, and what a value becomes that fits none."""


class HierarchyError(AnonymizerError):
    """A hierarchy that cannot be read or made."""


class Hierarchy(Protocol):
    """A value made coarser, level by level.

    What is the same at one level is the same at every level above (nested), so that coarser levels never tell records
    apart that finer ones do not.
    """

    @property
    def name(self) -> str:
        """What the values are."""

    @property
    def levels(self) -> tuple[str, ...]:
        """Each level in words, level 0 (as given) first."""

    @property
    def first_level(self) -> int:
        """The least level that may be published."""

    def at(self, value: str, level: int) -> str:
        """The value at a level.

        The last level is always `*`; below it, a missing value `""` stays `""` and a value that does not fit is `*`
        from level 1 on, and at level 0 too where no value is published as given.
        """


@dataclass(frozen=True)
class Steps:
    """A hierarchy made of one function: `steps(value)` gives the levels between the first and the last.

    It gives None for a value that does not fit; levels that are not known may be `*`.
    """

    name: str
    levels: tuple[str, ...]
    steps: Callable[[str], tuple[str, ...] | None]
    first_level: int = 0

    def at(self, value: str, level: int) -> str:
        """The value at a level; see `Hierarchy.at`.

        Raises:
            HierarchyError: a level that the hierarchy has not.
        """
        last = len(self.levels) - 1
        if not 0 <= level <= last:
            raise HierarchyError(f"the hierarchy '{self.name}' has levels 0 to {last}, not {level}")
        if level == last:
            return ANY
        plain = value.strip()
        if not plain:
            return ""
        if level == 0 and not self.first_level:
            return value
        found = self.steps(plain)
        if found is None:
            return ANY
        if level == 0:
            return value
        # What told nothing at a finer level would not be nested if it told something here.
        return ANY if ANY in found[:level] else found[level - 1]
