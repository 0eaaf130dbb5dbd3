"""How careful an export is: three modes, each with its layers and its place on the dial of the name model."""

import difflib
from dataclasses import dataclass

from anonymizers.errors import AnonymizerError


@dataclass(frozen=True)
class Mode:
    """A mode: the layers it goes without, and below which probability of being nobody's name a word is masked."""

    name: str
    without: frozenset[str]
    threshold: float


_MODES = (
    Mode("normal", frozenset({"deny"}), 0.5),
    Mode("careful", frozenset({"deny"}), 0.9),
    Mode("strict", frozenset(), 0.98),
)
MODES = tuple(mode.name for mode in _MODES)
"""The names of the modes, the least careful first."""

DEFAULT_MODE = "careful"
"""What leaves the house when nobody says otherwise."""


def require_mode(name: str) -> Mode:
    """The mode of a name.

    Raises:
        AnonymizerError: an unknown one.
    """
    for mode in _MODES:
        if mode.name == name:
            return mode
    near = difflib.get_close_matches(name, MODES, n=1)
    guess = f"; did you mean '{near[0]}'?" if near else ""
    raise AnonymizerError(f"there is no mode '{name}' (there are {', '.join(MODES)}){guess}; nothing was anonymised")
