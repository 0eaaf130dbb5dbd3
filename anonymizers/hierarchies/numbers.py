"""Numbers of any kind, in bands as wide as the data ask for."""

import math
from collections.abc import Sequence

import numpy as np

from anonymizers.hierarchies.hierarchy import Hierarchy, HierarchyError, Steps

_TAIL = 0.05
_BANDS_BETWEEN_TAILS = 16


def numbers(values: Sequence[str]) -> Hierarchy:
    """Bands of one, two and four widths; the width is a round number, about a sixteenth of what most values span.

    The lowest and highest twentieth lie in open bands, since the few there stand out.

    Raises:
        HierarchyError: no number among the values to take the bands from.
    """
    known = [number for value in values if (number := read_number(value)) is not None]
    if not known:
        raise HierarchyError("the hierarchy 'number' takes its bands from the data, and none of the values is a number")
    low, high = (float(found) for found in np.quantile(known, (_TAIL, 1 - _TAIL)))
    width = _round((high - low) / _BANDS_BETWEEN_TAILS)
    widest = 4 * width
    first, last = math.floor(low / widest), max(math.ceil(high / widest), math.floor(low / widest) + 1)

    def steps(value: str) -> tuple[str, ...] | None:
        number = read_number(value)
        if number is None:
            return None
        return tuple(_band(number, width * times, first * widest, last * widest) for times in (1, 2, 4))

    levels = ("as given", *(f"bands of {_shown(width * times)}" for times in (1, 2, 4)), "any")
    return Steps("number", levels, steps)


def read_number(value: str) -> float | None:
    """The number that a cell holds, with a point or a comma; None if it holds none.

    >>> read_number("1,200.5"), read_number("3,5"), read_number("12 %"), read_number("twelve")
    (1200.5, 3.5, 12.0, None)
    """
    plain = value.strip().removesuffix("%").strip().replace("\u00a0", "").replace(" ", "")
    if "," in plain and "." in plain:
        thousands = "," if plain.rfind(",") < plain.rfind(".") else "."
        plain = plain.replace(thousands, "")
    try:
        number = float(plain.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) and "_" not in plain else None


def _round(width: float) -> float:
    """The next 1, 2 or 5 times a power of ten."""
    if width <= 0 or not math.isfinite(width):
        return 1.0
    power = 10.0 ** math.floor(math.log10(width))
    return float(next(step * power for step in (1, 2, 5, 10) if step * power >= width * (1 - 1e-9)))


def _band(number: float, width: float, least: float, most: float) -> str:
    if number < least:
        return f"under {_shown(least)}"
    if number >= most:
        return f"{_shown(most)} and over"
    # The bands are counted from the least, so that two of one width are one of the next.
    start = least + math.floor((number - least) / width) * width
    return f"{_shown(start)} to under {_shown(start + width)}"


def _shown(number: float) -> str:
    return f"{number:.10g}"
