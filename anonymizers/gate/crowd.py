"""Whether the people of a published table hide among each other, read from its very bytes (P4.5).

k-anonymity after Sweeney (2002), distinct l-diversity after Machanavajjhala et al. (2007); both count people, not rows.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence

from anonymizers.gate.fragments import Unreadable, decode
from anonymizers.gate.report import Crowd, TableRule

HIDDEN = "*"


def crowd(data: bytes, rule: TableRule) -> Crowd:
    """The measures of a CSV table; `*` is a value like any other, for whoever alone has it stands out by it.

    Fewer people than `k` are with too few unless nothing at all is shown of any of them.

    Raises:
        Unreadable: a table that cannot be read, or that lacks the participant's column.
    """
    header, rows = _table(data)
    if rule.participant not in header:
        raise Unreadable("no_participant_column")
    person = header.index(rule.participant)
    quasi = [header.index(name) for name in rule.quasi if name in header]
    classes: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for row in rows:
        classes[tuple(row[index] for index in quasi)].append(row)
    everybody = len({row[person] for row in rows})
    sizes = {combination: len({row[person] for row in found}) for combination, found in classes.items()}
    bare = len(classes) <= 1 and all(value == HIDDEN for combination in classes for value in combination)
    alone = {row[person] for one, size in sizes.items() if size < rule.k and not bare for row in classes[one]}
    sensitive = [header.index(name) for name in rule.sensitive if name in header]
    return Crowd(
        people=everybody,
        fewest_alike=min(sizes.values(), default=everybody),
        with_too_few=len(alone),
        undiverse=sum(_undiverse(found, sensitive, rule.least_diverse) for found in classes.values()),
    )


def _undiverse(rows: Sequence[Sequence[str]], sensitive: Sequence[int], least: int) -> int:
    found = 0
    for column in sensitive:
        shown = [row[column] for row in rows if row[column] not in {"", HIDDEN}]
        if shown and len({row[column] for row in rows} - {HIDDEN}) < least:
            found += len(shown)
    return found


def _table(data: bytes) -> tuple[list[str], list[list[str]]]:
    rows = _rows(decode(data))
    try:
        header, *body = rows
    except (csv.Error, ValueError):
        raise Unreadable("unreadable") from None
    if any(len(row) != len(header) for row in body):
        raise Unreadable("unreadable")
    return header, body


def _rows(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    return (row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row)
