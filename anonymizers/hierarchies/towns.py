"""Towns to their region and country."""

from functools import cache

from anonymizers.characters import key
from anonymizers.hierarchies.countries import country_named
from anonymizers.hierarchies.hierarchy import Hierarchy, Steps
from anonymizers.hierarchies.town_regions import ELSEWHERE, FRANCE, GERMANY, SPAIN, UNITED_KINGDOM


def cities() -> Hierarchy:
    """Larger towns of the United Kingdom, France, Germany and Spain to region and country; others become `*`.

    The largest towns elsewhere are known by their country, which stands for their region too. What follows a comma
    must be the town's country, or its region, for the town to be known.
    """
    return Steps("city", ("as given", "region", "country", "any"), _steps)


def _steps(value: str) -> tuple[str, ...] | None:
    town, *behind = (part.strip() for part in value.split(","))
    found = _known().get(_key(town))
    if found is None:
        return None
    region, country = found
    for part in behind:
        named = country_named(part)
        if _key(part) != _key(region) and (named is None or named[0] != country):
            return None
    return found


def _key(name: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in key(name)).split())


@cache
def _known() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    countries = (("United Kingdom", UNITED_KINGDOM), ("France", FRANCE), ("Germany", GERMANY), ("Spain", SPAIN))
    for country, regions in countries:
        for region, towns in regions.items():
            for town in towns.split():
                found.setdefault(_key(town.replace("_", " ")), (region, country))
    for country, towns in ELSEWHERE.items():
        for town in towns.split():
            found.setdefault(_key(town.replace("_", " ")), (country, country))
    return found
