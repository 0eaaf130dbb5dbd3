"""Countries, however they are spelt in four languages, to their continent."""

from functools import cache

from anonymizers.characters import key
from anonymizers.hierarchies.country_names import COUNTRIES
from anonymizers.hierarchies.hierarchy import Hierarchy, Steps


def countries() -> Hierarchy:
    """A country's name (or its ISO 3166-1 code in capitals) to the country in English, and to its continent."""
    return Steps("country", ("as given", "country", "continent", "any"), _steps)


def country_named(value: str) -> tuple[str, str] | None:
    """The country in English and its continent.

    >>> country_named("Royaume-Uni"), country_named("UK"), country_named("Narnia")
    (('United Kingdom', 'Europe'), ('United Kingdom', 'Europe'), None)
    """
    plain = value.strip()
    if len(plain) == 2 and not plain.isupper():
        return None
    return _known().get(_key(plain))


def _steps(value: str) -> tuple[str, ...] | None:
    return country_named(value)


def _key(name: str) -> str:
    letters = "".join(letter if letter.isalnum() else " " for letter in key(name).replace(".", ""))
    return " ".join(letters.split())


@cache
def _known() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    continent = country = ""
    for line in COUNTRIES.strip().splitlines():
        if line.startswith("# "):
            continent = line[2:]
            continue
        code, english, *others = line.split("|")
        country = english or country
        for name in filter(None, (english, *others, code)):
            found.setdefault(_key(name), (country, continent))
    return found
