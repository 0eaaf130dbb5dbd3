"""Postcodes of the United Kingdom, France, Germany and Spain to district, area, region and country."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from anonymizers.hierarchies.hierarchy import ANY, Hierarchy, HierarchyError, Steps
from anonymizers.hierarchies.postcode_areas import DE_REGIONS, ES_COMMUNITIES, FR_REGIONS, UK_REGIONS

COUNTRIES = ("GB", "FR", "DE", "ES")

_LEVELS = ("as given", "district (outward code, department, province)", "area", "region", "country", "any")
_UK = re.compile(r"([A-Z]{1,2})(\d[A-Z\d]?)(?: *\d[A-Z]{2})?")
_DIGITS = re.compile(r"(?:(F|D|E|FR|DE|ES)[ -]*)?(\d{4,5})(?:[ ,].*)?")
_PREFIXES = {"F": "FR", "D": "DE", "E": "ES"}

_UK_REGION = {area: region for region, areas in UK_REGIONS.items() for area in areas.split()}
_DE_REGION = {digits: region for region, areas in DE_REGIONS.items() for digits in areas.split()}

Steps4 = tuple[str, str, str, str]


def postcodes(country: str | None = None) -> Hierarchy:
    """A postcode by its country: British ones show it, five digits are of `country` ("FR", "DE", "ES").

    Five digits behind `F-`, `D-` or `E-` (or the ISO code) show their country too. Without one, and without
    `country`, they could be of any: their first two digits are kept as district and area, and no region is told.

    Raises:
        HierarchyError: another country.
    """
    if country is not None and country not in COUNTRIES:
        raise HierarchyError(f"the hierarchy 'postcode' knows the countries {', '.join(COUNTRIES)}, not '{country}'")
    return Steps("postcode", _LEVELS, partial(_steps, country), first_level=1)


def _steps(country: str | None, value: str) -> tuple[str, ...] | None:
    plain = " ".join(value.upper().split())
    british = _UK.fullmatch(plain)
    if british:
        return _british(british.group(1), british.group(2))
    five = _DIGITS.fullmatch(plain)
    if not five:
        return None
    prefix = five.group(1)
    of = _PREFIXES.get(prefix, prefix) if prefix else country
    if len(five.group(2)) == 4:
        # A spreadsheet took the leading zero; elsewhere codes of four digits are whole.
        return _ladder(of, f"0{five.group(2)}") if of else None
    return _ladder(of, five.group(2))


def _british(area: str, district: str) -> Steps4 | None:
    region = _UK_REGION.get(area)
    if region is None:
        return None
    country = "Crown Dependencies" if area in {"GY", "IM", "JE"} else "United Kingdom"
    return f"{area}{district}", area, region, country


def _ladder(country: str | None, code: str) -> Steps4 | None:
    if country is None:
        return f"{code[:2]}xxx", f"{code[:2]}xxx", ANY, ANY
    known: Mapping[str, Callable[[str], Steps4 | None]] = {"FR": _french, "DE": _german, "ES": _spanish}
    return known[country](code) if country in known else None


def _french(code: str) -> Steps4 | None:
    number = code[:3] if code.startswith(("97", "98")) else code[:2]
    if number == "20":
        number = "2A" if code[2] in "01" else "2B"
    return _of("France", FR_REGIONS, number)


def _german(code: str) -> Steps4 | None:
    region = _DE_REGION.get(code[:2])
    return (f"D-{code[:2]}xxx", f"D-{code[:2]}xxx", region, "Germany") if region else None


def _spanish(code: str) -> Steps4 | None:
    return _of("Spain", ES_COMMUNITIES, code[:2])


def _of(country: str, regions: Mapping[str, Mapping[str, str]], number: str) -> Steps4 | None:
    for region, names in regions.items():
        if number in names:
            named = f"{names[number]} ({number})"
            return named, named, region, country
    return None
