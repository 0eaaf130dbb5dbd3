"""How careful an export is: three modes, each with its layers and its place on the dial of the name model."""

import difflib
from collections.abc import Collection
from dataclasses import dataclass

from anonymizers.errors import AnonymizerError


@dataclass(frozen=True)
class Mode:
    """A mode: the layers it goes without, below which probability of being nobody's name a word is masked, and the
    layers without which it does not keep its word."""

    name: str
    without: frozenset[str]
    threshold: float
    needs: tuple[str, ...]


ALWAYS = ("roster", "patterns")
"""The layers that no mode can do without: the study's own people, and what has the form of a personal detail."""

_MODES = (
    Mode("normal", frozenset({"deny"}), 0.5, ALWAYS),
    Mode("careful", frozenset({"deny"}), 0.9, (*ALWAYS, "model")),
    Mode("strict", frozenset(), 0.98, (*ALWAYS, "model", "deny")),
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


def lacking_layers(name: str, layers: Collection[str]) -> tuple[str, ...]:
    """The layers that a mode needs and that are not among these; none where it keeps its word.

    Raises:
        AnonymizerError: an unknown mode.
    """
    return tuple(layer for layer in require_mode(name).needs if layer not in layers)
