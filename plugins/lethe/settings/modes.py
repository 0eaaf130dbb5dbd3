"""Whether a mode can be had with the layers that are configured, in the words that files and exports are told."""

from collections.abc import Collection

from anonymizers.modes import MODES, lacking_layers
from lethe.settings.words import listed


def unkept(mode: str, layers: Collection[str]) -> str | None:
    """Why an export in this mode would be masked less than its mode says, and what to do; None where it would not."""
    missing = lacking_layers(mode, layers)
    if not missing:
        return None
    kept = [name for name in MODES if not lacking_layers(name, layers)]
    otherwise = f", or name the mode {listed(kept)}" if kept else ""
    return (
        f"the mode '{mode}' needs {' and '.join(repr(layer) for layer in missing)} among the layers of "
        f"anonymisation.yaml: an export would be called '{mode}' and be masked less. Add what is missing to the "
        f"layers{otherwise}"
    )
