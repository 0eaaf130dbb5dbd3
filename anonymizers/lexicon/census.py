"""Family and first names of the census of the United States of 1990 (public domain), from the package `names`."""

from functools import cache

import names


@cache
def census_names() -> frozenset[str]:
    """About 90,000 names, in lower case: wider than other lists, and with more ordinary words among them."""
    found: set[str] = set()
    for path in names.FILES.values():
        with open(path, encoding="ascii") as lines:  # noqa: PTH123 - the package gives a string
            found.update(line.split(maxsplit=1)[0].lower() for line in lines)
    return frozenset(found)
