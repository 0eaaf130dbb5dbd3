"""What was done to a table and why, in sentences for those who decide on it. No sentence shows a cell."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from anonymizers.risk.thresholds import SmallStudy, Thresholds

if TYPE_CHECKING:
    from anonymizers.risk.combinations import Combinations, Node
    from anonymizers.risk.lattice import Search


def level_words(table: "Combinations", search: "Search", node: "Node") -> tuple[str, ...]:
    """For each column its level, and what one level finer would have done."""
    records = int(table.rows.sum())
    here = search.shortfall(node)
    words = []
    for at, (column, level) in enumerate(zip(table.columns, node, strict=True)):
        said = _level(column.name, column.hierarchy.levels, level)
        if level == column.first:
            if column.first:
                said += f", the finest that is ever published: '{column.hierarchy.levels[0]}' never is"
            words.append(f"{said}.")
            continue
        finer = search.shortfall((*node[:at], level - 1, *node[at + 1 :]))
        finer_level = column.hierarchy.levels[level - 1]
        if finer.of_k > here.of_k:
            said += (
                f", since at '{finer_level}' {_people(finer.smallest)} would share a combination at the fewest, and "
                f"{_of(finer.of_k, records)} records (rather than {_of(here.of_k, records)}) would stand in groups of "
                f"fewer than {table.thresholds.k}"
            )
        elif finer.of_l_or_t > here.of_l_or_t:
            said += (
                f", since at '{finer_level}' more groups would give away a sensitive answer: "
                f"{_of(finer.of_l_or_t, records)} rather than {_of(here.of_l_or_t, records)} records"
            )
        words.append(f"{said}.")
    return tuple(words)


def suppression_words(newly: np.ndarray, columns: Sequence[str], k: int) -> tuple[str, ...]:
    """Which columns lost cells, in how many records."""
    if not newly.any():
        return ()
    records = int(newly.any(axis=1).sum())
    each = ", ".join(f"{int(newly[:, at].sum())} of '{name}'" for at, name in enumerate(columns) if newly[:, at].any())
    return (
        f"{records} of {len(newly)} records still stood in groups of fewer than {k} people, or were needed to hide "
        f"those: cells of theirs are suppressed ({each}), so that they too share what is left with {k} people.",
    )


def reached_words(
    k: int, least_l: int | None, most_t: float | None, lost: Mapping[str, int], records: int, thresholds: Thresholds
) -> tuple[str, ...]:
    """What the published table reaches, and where sensitive cells are left out."""
    words = [f"Every combination of quasi-identifiers is shared by at least {_people(k)}."]
    for name, count in lost.items():
        if count:
            why = f"fewer than {thresholds.l} different answers"
            if thresholds.t is not None:
                why += f", or answers further than {thresholds.t} from everybody's"
            words.append(f"'{name}' is suppressed in {count} of {records} records, whose groups gave {why}.")
    if least_l is not None:
        words.append(f"Each group gave at least {least_l} different answers to every sensitive question that it shows.")
    if most_t is not None and thresholds.t is not None:
        words.append(f"No group's answers are further than {most_t:.2f} from everybody's.")
    return tuple(words)


def small_words(people: int, k: int, small: SmallStudy) -> tuple[str, ...]:
    """What a study of fewer than k people means for its table."""
    only = f"Only {_people(people)} took part, fewer than the {k} that a group must have"
    if small is SmallStudy.STRONGER:
        return (
            f"{only}: every quasi-identifier is suppressed, and the group that hides each of them is all {people}. "
            "Whoever knows that somebody took part has no more to choose from.",
        )
    if small is SmallStudy.AGGREGATES:
        return (f"{only}: no records are published, only how often each answer was given, without small counts.",)
    return (refusal_words(people, k),)


def refusal_words(people: int, k: int) -> str:
    """Why nothing is published."""
    return (
        f"Only {_people(people)} took part and a group must have {k}, so no record can hide among others; the study "
        "asks for nothing to be published then. Nothing was."
    )


def _level(name: str, levels: Sequence[str], level: int) -> str:
    if level == 0:
        return f"'{name}' is published as given"
    if level == len(levels) - 1:
        return f"'{name}' is left out"
    return f"'{name}' is published at '{levels[level]}'"


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _of(share: float, records: int) -> str:
    return f"{round(share * records)} of {records}"
