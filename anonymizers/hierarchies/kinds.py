"""Hierarchies by the kind of value that a column holds."""

from collections.abc import Sequence
from datetime import date

from anonymizers.hierarchies.ages import age_bands, ages, dates_of_birth
from anonymizers.hierarchies.countries import countries
from anonymizers.hierarchies.employers import employers
from anonymizers.hierarchies.hierarchy import Hierarchy, HierarchyError, Steps
from anonymizers.hierarchies.money import salaries
from anonymizers.hierarchies.numbers import numbers
from anonymizers.hierarchies.occupations import occupations
from anonymizers.hierarchies.postcodes import postcodes
from anonymizers.hierarchies.times import timestamps
from anonymizers.hierarchies.towns import cities

KINDS = (
    "date_of_birth",
    "age",
    "age_band",
    "postcode",
    "city",
    "country",
    "salary",
    "occupation",
    "employer",
    "timestamp",
    "category",
    "number",
)


def hierarchy_of(
    kind: str, *, today: date | None = None, values: Sequence[str] = (), country: str | None = None
) -> Hierarchy:
    """The hierarchy of a kind of value (one of `KINDS`).

    `today` is needed for dates of birth, `values` (the column's) for numbers; bands of age are merged better with
    them. `country` ("GB", "FR", "DE", "ES") says whose five-digit postcodes the column holds.

    Raises:
        HierarchyError: an unknown kind, or what the kind needs is missing.
    """
    match kind:
        case "date_of_birth":
            return dates_of_birth(today)
        case "age":
            return ages()
        case "age_band":
            return age_bands(values)
        case "postcode":
            return postcodes(country)
        case "city":
            return cities()
        case "country":
            return countries()
        case "salary":
            return salaries()
        case "occupation":
            return occupations()
        case "employer":
            return employers()
        case "timestamp":
            return timestamps()
        case "category":
            return categories()
        case "number":
            return numbers(values)
    raise HierarchyError(f"there is no hierarchy of kind '{kind}'; the kinds are {', '.join(KINDS)}")


def categories() -> Hierarchy:
    """A value as given, or nothing."""
    return Steps("category", ("as given", "any"), lambda _: ())
