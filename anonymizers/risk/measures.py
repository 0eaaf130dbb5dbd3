"""k-anonymity, l-diversity and t-closeness of a table.

L. Sweeney: k-anonymity (2002). A. Machanavajjhala et al.: l-diversity (2006). N. Li, T. Li, S. Venkatasubramanian:
t-closeness (2007). Where several columns are sensitive, the worst of them counts.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from anonymizers.hierarchies.hierarchy import ANY
from anonymizers.risk.classes import Floats, Ints, check_columns, codes_of, equivalence_classes

_CELLS_AT_ONCE = 4_000_000


def k_anonymity(frame: pd.DataFrame, quasi: Sequence[str], *, unit: Sequence[str] | None = None) -> int:
    """People in the smallest equivalence class. All rows are one class without `quasi`; 0 without rows."""
    return equivalence_classes(frame, quasi, unit=unit).smallest


def l_diversity(frame: pd.DataFrame, quasi: Sequence[str], sensitive: Sequence[str]) -> int:
    """The fewest distinct answers that a sensitive column has in a class; 0 without rows or sensitive columns."""
    check_columns(frame, sensitive)
    of_row = equivalence_classes(frame, quasi).of_row
    if not len(of_row):
        return 0
    return min((int(distinct(of_row, answers(frame[name])).min()) for name in sensitive), default=0)


def entropy_l(frame: pd.DataFrame, quasi: Sequence[str], sensitive: Sequence[str]) -> float:
    """Entropy l-diversity: e to the least entropy (in nats) of a sensitive column in a class; 0.0 without rows.

    It is the distinct l where a class's values are equally frequent, and less the more one of them prevails.
    """
    check_columns(frame, sensitive)
    of_row = equivalence_classes(frame, quasi).of_row
    if not len(of_row) or not sensitive:
        return 0.0
    sizes = np.bincount(of_row)
    least = np.inf
    for name in sensitive:
        values = codes_of(frame[name])[0]
        width = int(values.max()) + 1
        pairs, counts = np.unique(of_row * width + values, return_counts=True)
        owner = pairs // width
        share = counts / sizes[owner]
        least = min(least, float(np.bincount(owner, weights=-share * np.log(share)).min()))
    return float(np.exp(least))


def t_closeness(frame: pd.DataFrame, quasi: Sequence[str], sensitive: Sequence[str]) -> float:
    """The furthest that a class's distribution of a sensitive column is from the table's, 0.0 to 1.0.

    The Earth Mover's Distance: with the ordered distance where a column holds numbers (a column of text is one of
    numbers if every cell that is not empty is one), with equal distances otherwise. 0.0 without rows or sensitive
    columns, and for a column that has one value only.
    """
    check_columns(frame, sensitive)
    of_row = equivalence_classes(frame, quasi).of_row
    if not len(of_row):
        return 0.0
    return max((float(distances(of_row, *ordered(frame[name])).max()) for name in sensitive), default=0.0)


def distinct(of_row: Ints, values: Ints) -> Ints:
    """How many distinct values each class has; those below 0 are none."""
    width = int(values.max()) + 1
    given = values >= 0
    pairs = pd.unique(of_row[given] * max(width, 1) + values[given])
    return np.bincount(pairs // max(width, 1), minlength=int(of_row.max()) + 1).astype(np.int64)


def answers(column: pd.Series) -> Ints:
    """A number for what each cell answers, -1 for an empty or suppressed one.

    A spelling in capitals or with other blanks is the same answer, and so is a number written in another way.
    """
    codes, texts = codes_of(column)
    said = [" ".join(text.casefold().split()) for text in texts]
    if any(said) and all(_number(text) is not None for text in said if text):
        said = [str(_number(text)) if text else "" for text in said]
    place = {text: number for number, text in enumerate(dict.fromkeys(said))}
    of_code = np.array([-1 if text in {"", ANY} else place[text] for text in said], dtype=np.int64)
    return of_code[codes]


def ordered(column: pd.Series) -> tuple[Ints, bool]:
    """The column's values as numbers in their order, and whether that order is one of numbers (missing: the least)."""
    codes, texts = codes_of(column)
    numbers = [_number(text) for text in texts]
    numeric = all(number is not None for number, text in zip(numbers, texts, strict=True) if text)
    if numeric and any(texts):
        # "1" and "1.0" are one number.
        ranked = np.unique([-np.inf if number is None else number for number in numbers], return_inverse=True)[1]
        return ranked[codes].astype(np.int64), True
    return codes, False


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def distances(of_row: Ints, values: Ints, numeric: bool, counts: Ints | None = None) -> Floats:
    """Each class's Earth Mover's Distance from the whole; `counts` says how often each (class, value) pair stands."""
    times = np.ones(len(of_row), dtype=np.int64) if counts is None else counts
    classes, width = int(of_row.max()) + 1, int(values.max()) + 1
    whole = np.bincount(values, weights=times, minlength=width) / times.sum()
    if width == 1:
        return np.zeros(classes)
    found = np.empty(classes)
    step = max(1, _CELLS_AT_ONCE // width)
    order = np.argsort(of_row, kind="stable")
    sorted_classes = of_row[order]
    for start in range(0, classes, step):
        stop = min(start + step, classes)
        part = order[np.searchsorted(sorted_classes, start) : np.searchsorted(sorted_classes, stop)]
        flat = np.bincount(
            (of_row[part] - start) * width + values[part], weights=times[part], minlength=(stop - start) * width
        )
        table = flat.reshape(stop - start, width)
        gap = table / table.sum(axis=1, keepdims=True) - whole
        if numeric:
            found[start:stop] = np.abs(np.cumsum(gap, axis=1)).sum(axis=1) / (width - 1)
        else:
            found[start:stop] = np.abs(gap).sum(axis=1) / 2
    return found
